"""The words of a case and of its working paper: states, decisions, roles, headings."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "signoff.disposition.returned": Text("accepted, returned for correction", "ยอมรับว่าผิด ส่งคืนแก้ไข"),
    "signoff.disposition.corrected": Text("corrected in a later submission", "แก้ไขแล้วในฉบับที่ส่งภายหลัง"),
    "signoff.disposition.waived": Text("waived", "ผ่อนผัน"),
    "signoff.disposition.false-alarm": Text("false alarm", "ไม่ใช่ข้อผิดพลาด"),
    "signoff.disposition.reopened": Text("decision taken back", "ยกเลิกผลการพิจารณา"),
    "signoff.disposition.none": Text("open", "ยังไม่พิจารณา"),
    "signoff.disposition.not-needed": Text("no decision needed", "ไม่ต้องพิจารณา"),
    "signoff.role.preparer": Text("preparer", "ผู้จัดทำ"),
    "signoff.role.reviewer": Text("reviewer", "ผู้สอบทาน"),
    "signoff.state.open": Text("findings open", "รอพิจารณา"),
    "signoff.state.ready": Text("ready to sign", "พร้อมลงนาม"),
    "signoff.state.prepared": Text("signed by the preparer", "ผู้จัดทำลงนามแล้ว"),
    "signoff.state.accepted": Text("signed off", "ลงนามรับรองแล้ว"),
    "signoff.state.returned": Text("signed, returned for correction", "ลงนามแล้ว ส่งคืนแก้ไข"),
    "signoff.conclusion.accepted": Text(
        "Nothing stands against the reported figures any more.", "ไม่มีข้อตรวจพบค้างต่อตัวเลขที่รายงาน"
    ),
    "signoff.conclusion.returned": Text(
        "The workbook was returned for correction.", "ส่งไฟล์คืนหน่วยรับตรวจเพื่อแก้ไข"
    ),
    "signoff.kind.opened": Text("round opened", "เปิดรอบ"),
    "signoff.kind.noted": Text("note", "บันทึก"),
    "signoff.kind.disposed": Text("decision", "ผลการพิจารณา"),
    "signoff.kind.signed": Text("signature", "ลงนาม"),
    "signoff.stamp": Text(
        "Case {case}, round {round}, as of {at}: {state}.",
        "แฟ้มงานเลขที่ {case} รอบที่ {round} ณ วันที่ {at}: {state}",
    ),
    "signoff.paper.title": Text("Working paper: reconciliation of scores", "กระดาษทำการ: การกระทบยอดคะแนน"),
    "signoff.paper.index": Text("Index", "รหัสกระดาษทำการ"),
    "signoff.paper.case": Text("Case", "แฟ้มงานเลขที่"),
    "signoff.paper.round": Text("Round", "รอบที่"),
    "signoff.paper.state": Text("State", "สถานะ"),
    "signoff.paper.auditee-file": Text("File of the auditee", "ไฟล์ของหน่วยรับตรวจ"),
    "signoff.paper.scope": Text("Scope, evidence and method", "ขอบเขต หลักฐาน และวิธีการ"),
    "signoff.paper.method": Text(
        "Every score of the workbook was read with its cell, every reported figure was recomputed exactly "
        "and compared under the rule pack named here. The figures below bind what was judged.",
        "อ่านคะแนนทุกช่องพร้อมตำแหน่งเซลล์ คำนวณตัวเลขที่รายงานซ้ำทุกตัวโดยไม่ปัดเศษระหว่างทาง แล้วเปรียบเทียบตามชุดหลักเกณฑ์"
        "ที่ระบุไว้ ค่ารหัสด้านล่างผูกกระดาษทำการนี้ไว้กับสิ่งที่ตรวจ",
    ),
    "signoff.paper.size": Text("Size", "ขนาด"),
    "signoff.paper.bytes": Text("{size} bytes", "{size} ไบต์"),
    "signoff.paper.workbook-sha": Text("SHA-256 of the workbook", "SHA-256 ของไฟล์"),
    "signoff.paper.rules": Text("Rule pack", "ชุดหลักเกณฑ์"),
    "signoff.paper.rules-sha": Text("SHA-256 of the rules", "SHA-256 ของหลักเกณฑ์"),
    "signoff.paper.result-sha": Text("SHA-256 of the result", "SHA-256 ของผลการตรวจ"),
    "signoff.paper.version": Text("Program", "โปรแกรม"),
    "signoff.paper.verdict": Text("Verdict of the recomputation", "ผลการคำนวณซ้ำ"),
    "signoff.paper.findings": Text("Findings and decisions", "ข้อตรวจพบและผลการพิจารณา"),
    "signoff.paper.no-findings": Text("Nothing was found.", "ไม่มีข้อตรวจพบ"),
    "signoff.paper.informative": Text(
        "For the record only, listed in the report: {count}.", "รายการแจ้งให้ทราบ ดูในรายงาน: {count} รายการ"
    ),
    "signoff.paper.number": Text("No.", "ลำดับ"),
    "signoff.paper.condition": Text("Condition", "ข้อเท็จจริง"),
    "signoff.paper.place": Text("Place", "ตำแหน่ง"),
    "signoff.paper.severity": Text("Severity", "ระดับ"),
    "signoff.paper.decision": Text("Decision", "ผลการพิจารณา"),
    "signoff.paper.reason": Text("Reason", "เหตุผล"),
    "signoff.paper.evidence": Text("Evidence", "หลักฐาน"),
    "signoff.paper.by": Text("By", "โดย"),
    "signoff.paper.earlier": Text("from round {round}, no longer there", "จากรอบที่ {round} ไม่พบแล้ว"),
    "signoff.paper.rounds": Text("Rounds", "รอบการส่ง"),
    "signoff.paper.opened-by": Text("Opened by", "ผู้เปิดรอบ"),
    "signoff.paper.found": Text("found", "พบ"),
    "signoff.paper.went": Text("went away", "ไม่พบแล้ว"),
    "signoff.paper.stayed": Text("stayed", "ยังคงพบ"),
    "signoff.paper.came": Text("new", "พบใหม่"),
    "signoff.paper.notes": Text("Notes", "บันทึก"),
    "signoff.paper.conclusion": Text("Conclusion", "สรุปผล"),
    "signoff.paper.not-concluded": Text(
        "Not concluded: {count} findings are open, or signatures are missing.",
        "ยังไม่สรุป: มีข้อตรวจพบที่ยังไม่พิจารณา {count} รายการ หรือยังลงนามไม่ครบ",
    ),
    "signoff.paper.signatures": Text("Signatures", "การลงนาม"),
    "signoff.paper.not-signed": Text("not signed", "ยังไม่ลงนาม"),
    "signoff.paper.position": Text("Position", "ตำแหน่งหน้าที่"),
    "signoff.paper.date": Text("Date", "วันที่"),
    "signoff.paper.name": Text("Name", "ชื่อ"),
    "signoff.paper.by-key": Text("digital signature, key {key}", "ลายมือชื่อดิจิทัล กุญแจ {key}"),
    "signoff.paper.void": Text(
        "no longer holds: a decision changed after it", "ไม่มีผลแล้ว เพราะมีการเปลี่ยนผลการพิจารณาภายหลัง"
    ),
    "signoff.paper.record": Text("Record", "บันทึกต่อเนื่อง"),
    "signoff.paper.head": Text("Head of the record", "รหัสท้ายสายโซ่"),
    "signoff.paper.head-why": Text(
        "Keep this figure with the printed paper: `sobthan signoff verify --head` finds by it whether "
        "entries were later cut off or rewritten.",
        "โปรดเก็บรหัสนี้ไว้กับกระดาษทำการที่พิมพ์ คำสั่ง sobthan signoff verify --head จะใช้รหัสนี้ตรวจว่ามีรายการ"
        "ถูกตัดออกหรือเขียนใหม่ในภายหลังหรือไม่",
    ),
    "signoff.paper.store-head": Text("Head of the whole store:", "รหัสท้ายสายโซ่ของที่เก็บบันทึกทั้งหมด:"),
    "signoff.paper.entry": Text("Entry", "รายการ"),
    "signoff.paper.what": Text("What", "การดำเนินการ"),
    "signoff.paper.hash": Text("Hash", "รหัสผนึก"),
    "signoff.paper.page": Text("page", "หน้า"),
}
