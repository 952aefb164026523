"""The words of the sign-off record: what it refuses, and what can be wrong with it."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    # What was asked for cannot be done.
    "signoff.refused.no-name": Text(
        "Say who is doing this: a name of at most 200 characters on one line.",
        "โปรดระบุชื่อผู้ดำเนินการ ไม่เกิน 200 ตัวอักษรในบรรทัดเดียว",
    ),
    "signoff.refused.no-case": Text("There is no case {case}.", "ไม่พบแฟ้มงานเลขที่ {case}"),
    "signoff.refused.round-passed": Text(
        "The case is at round {round} by now; look at it again first.",
        "ขณะนี้แฟ้มงานอยู่ที่รอบที่ {round} แล้ว โปรดเปิดดูใหม่ก่อนดำเนินการ",
    ),
    "signoff.refused.same-workbook": Text(
        "Round {round} of case {case} was opened on these very bytes, under the same rules and version.",
        "รอบที่ {round} ของแฟ้มงานเลขที่ {case} ใช้ไฟล์เดียวกันนี้ทุกไบต์ ภายใต้หลักเกณฑ์และรุ่นโปรแกรมเดียวกัน",
    ),
    "signoff.refused.already-open": Text(
        "These very bytes are already in case {case}, under the same rules and version.",
        "ไฟล์นี้อยู่ในแฟ้มงานเลขที่ {case} แล้ว ภายใต้หลักเกณฑ์และรุ่นโปรแกรมเดียวกัน",
    ),
    "signoff.refused.too-many-findings": Text(
        "The workbook has {count} errors and warnings, more than {most}: nobody can decide them one by one. "
        "Return it as a whole.",
        "ไฟล์นี้มีข้อตรวจพบ {count} รายการ เกินกว่า {most} รายการ จึงพิจารณาทีละรายการไม่ได้ โปรดส่งคืนทั้งไฟล์",
    ),
    "signoff.refused.no-text": Text("The note is empty.", "บันทึกไม่มีข้อความ"),
    "signoff.refused.text-too-long": Text(
        "The text is longer than {most} characters.", "ข้อความยาวเกิน {most} ตัวอักษร"
    ),
    "signoff.refused.bad-text": Text(
        "The text holds characters that are no Unicode text.", "ข้อความมีอักขระที่ไม่ใช่ตัวอักษรตามมาตรฐาน Unicode"
    ),
    "signoff.refused.no-finding": Text(
        "Case {case} has no finding {finding}.", "แฟ้มงานเลขที่ {case} ไม่มีข้อตรวจพบ {finding}"
    ),
    "signoff.refused.round-closed": Text(
        "Round {round} of case {case} is signed; its decisions stay as they are. "
        "What changes comes in a new round.",
        "รอบที่ {round} ของแฟ้มงานเลขที่ {case} ลงนามครบแล้ว แก้ไขผลการพิจารณาไม่ได้ หากมีการเปลี่ยนแปลงให้เปิดรอบใหม่",
    ),
    "signoff.refused.nothing-to-replace": Text(
        "There is no decision in this round about {finding} to replace or take back.",
        "รอบนี้ยังไม่มีผลการพิจารณาของ {finding} ให้แทนที่หรือยกเลิก",
    ),
    "signoff.refused.decided-already": Text(
        "{actor} has already decided about {finding}: {disposition}. "
        "Look at that first, then replace it if you must.",
        "{actor} พิจารณา {finding} ไว้แล้ว ({disposition}) โปรดดูผลนั้นก่อน แล้วจึงแทนที่หากจำเป็น",
    ),
    "signoff.refused.gone": Text(
        "The workbook of round {round} does not have {finding} any more; it cannot be returned for it.",
        "ไฟล์ของรอบที่ {round} ไม่มีข้อตรวจพบ {finding} แล้ว จึงส่งคืนให้แก้ไขด้วยเหตุนี้ไม่ได้",
    ),
    "signoff.refused.still-there": Text(
        "The workbook of round {round} still has {finding}; it was not corrected.",
        "ไฟล์ของรอบที่ {round} ยังมีข้อตรวจพบ {finding} อยู่ จึงยังไม่ถือว่าแก้ไขแล้ว",
    ),
    "signoff.refused.no-reason": Text(
        "This decision ({disposition}) needs a reason.", "ผลการพิจารณานี้ ({disposition}) ต้องระบุเหตุผล"
    ),
    "signoff.refused.no-evidence": Text(
        "A waiver needs evidence: which paper allows it, and where it is kept.",
        "การผ่อนผันต้องระบุหลักฐาน ว่าเอกสารใดอนุญาตและเก็บไว้ที่ใด",
    ),
    "signoff.refused.signed-already": Text(
        "Round {round} of case {case} already has its signature as {role}.",
        "รอบที่ {round} ของแฟ้มงานเลขที่ {case} มีผู้ลงนามในฐานะ {role} แล้ว",
    ),
    "signoff.refused.still-open": Text(
        "Case {case} cannot be signed: {count} findings are still open: {findings}.",
        "แฟ้มงานเลขที่ {case} ยังลงนามไม่ได้ มีข้อตรวจพบที่ยังไม่พิจารณา {count} รายการ: {findings}",
    ),
    "signoff.refused.not-prepared": Text(
        "Case {case} has no preparer's signature that holds; the preparer signs first.",
        "แฟ้มงานเลขที่ {case} ยังไม่มีลายมือชื่อผู้จัดทำที่มีผล ผู้จัดทำต้องลงนามก่อน",
    ),
    "signoff.refused.same-person": Text(
        "{actor} prepared it; somebody else has to review it.",
        "{actor} เป็นผู้จัดทำ ผู้สอบทานต้องเป็นบุคคลอื่น",
    ),
    "signoff.refused.other-binding": Text(
        "The signature does not bind what case {case} holds.",
        "ลายมือชื่อไม่ตรงกับข้อมูลในแฟ้มงานเลขที่ {case}",
    ),
    "signoff.refused.changed-since": Text(
        "Case {case} has changed since you looked at it (last by {actor}); look again before you sign.",
        "แฟ้มงานเลขที่ {case} มีการเปลี่ยนแปลงหลังจากที่ท่านเปิดดู (ล่าสุดโดย {actor}) โปรดตรวจดูอีกครั้งก่อนลงนาม",
    ),
    "signoff.refused.bad-key": Text(
        "{file} is no Ed25519 private key, or its passphrase is another.",
        "{file} ไม่ใช่กุญแจส่วนตัว Ed25519 หรือรหัสผ่านของกุญแจไม่ถูกต้อง",
    ),
    "signoff.refused.bad-trusted": Text(
        "{file}, line {line}: expected a public key of 64 hexadecimal digits, a space, and a name.",
        "{file} บรรทัดที่ {line}: ต้องเป็นกุญแจสาธารณะเลขฐานสิบหก 64 หลัก เว้นวรรค แล้วตามด้วยชื่อ",
    ),
    "signoff.refused.bad-head": Text(
        "A printed head has at least {digits} hexadecimal digits.",
        "รหัสท้ายสายโซ่ที่พิมพ์ไว้ต้องเป็นเลขฐานสิบหกอย่างน้อย {digits} หลัก",
    ),
    "signoff.refused.bad-store": Text(
        "The store is neither a file name nor a postgresql:// address.",
        "ที่เก็บบันทึกต้องเป็นชื่อไฟล์หรือที่อยู่ postgresql://",
    ),
    "signoff.refused.no-store": Text(
        "There is no record at {file}; `sobthan signoff open` starts one.",
        "ไม่พบที่เก็บบันทึก {file} คำสั่ง sobthan signoff open จะสร้างให้",
    ),
    "signoff.refused.newer-store": Text(
        "The store was written by a newer version of sobthan; update first.",
        "ที่เก็บบันทึกนี้สร้างโดย sobthan รุ่นใหม่กว่า โปรดปรับรุ่นโปรแกรมก่อน",
    ),
    "signoff.refused.store-unreachable": Text(
        "The store {store} cannot be opened: {why}", "เปิดที่เก็บบันทึก {store} ไม่ได้: {why}"
    ),
    "signoff.refused.not-a-store": Text(
        "{file} holds something else than a record of sign-off; nothing was written to it.",
        "{file} ไม่ใช่ที่เก็บบันทึกการลงนามรับรอง จึงไม่ได้เขียนสิ่งใดลงไป",
    ),
    "signoff.refused.store-gone": Text(
        "The store {file} is no longer there. Nothing was written; put it back, and go on.",
        "ไม่พบที่เก็บบันทึก {file} แล้ว จึงไม่ได้บันทึกรายการใด โปรดนำไฟล์กลับมาไว้ที่เดิมก่อนทำงานต่อ",
    ),
    "signoff.refused.store-lost": Text(
        "The store does not answer: {why}. When it does again, look at the case first: the last entry may be "
        "missing.",
        "ที่เก็บบันทึกไม่ตอบสนอง: {why} เมื่อใช้งานได้อีกครั้ง โปรดเปิดดูแฟ้มงานก่อน เพราะรายการล่าสุดอาจยังไม่ได้บันทึก",
    ),
    "signoff.refused.kept-damaged": Text(
        "What the store keeps beside case {case}, round {round}, is damaged and cannot be read.",
        "เอกสารที่เก็บไว้กับแฟ้มงานเลขที่ {case} รอบที่ {round} เสียหาย อ่านไม่ได้",
    ),
    "signoff.refused.record-broken": Text(
        "The record of case {case} does not hold; nothing is added to it. "
        "Run `sobthan signoff verify` to see why.",
        "บันทึกของแฟ้มงานเลขที่ {case} ไม่ครบถ้วนถูกต้อง จึงไม่เพิ่มรายการ โปรดสั่ง sobthan signoff verify เพื่อดูสาเหตุ",
    ),
    "signoff.refused.bad-export": Text(
        "{file} is no sign-off export: {why}", "{file} ไม่ใช่เอกสารส่งออกการลงนามรับรอง: {why}"
    ),
    "signoff.refused.no-report": Text(
        "The store keeps no report of case {case}.", "ที่เก็บบันทึกไม่มีรายงานของแฟ้มงานเลขที่ {case}"
    ),
    "signoff.refused.cannot-write": Text("{file} cannot be written: {why}", "เขียน {file} ไม่ได้: {why}"),
    "signoff.refused.judging": Text("{why}", "{why}"),
    "signoff.refused.rules": Text("The rule pack cannot be used: {why}", "ใช้ชุดหลักเกณฑ์ไม่ได้: {why}"),
    # What is wrong with a record, or could not be checked.
    "signoff.fault.where": Text("Case {case}, entry {entry}:", "แฟ้มงานเลขที่ {case} รายการที่ {entry}:"),
    "signoff.fault.head-differs": Text(
        "The document says that its last entry is {head}, and that is not so.",
        "เอกสารระบุว่ารายการสุดท้ายคือ {head} แต่ไม่ตรงกับรายการสุดท้ายที่มี",
    ),
    "signoff.fault.malformed": Text("An entry cannot be read: {why}.", "อ่านรายการบันทึกไม่ได้: {why}"),
    "signoff.fault.altered": Text(
        "The entry was altered: its text is not the one that was sealed.",
        "รายการถูกแก้ไข ข้อความไม่ตรงกับรหัสที่ผนึกไว้",
    ),
    "signoff.fault.removed": Text(
        "Entries were removed before this one: {count}.", "มีรายการก่อนหน้ารายการนี้ถูกนำออก {count} รายการ"
    ),
    "signoff.fault.out-of-order": Text("The entry does not stand in its place.", "รายการไม่อยู่ในลำดับของตน"),
    "signoff.fault.broken-link": Text(
        "The entry follows on another one than stands before it: something was rewritten.",
        "รายการไม่ต่อกับรายการก่อนหน้า แสดงว่ามีการเขียนทับ",
    ),
    "signoff.fault.not-allowed": Text(
        "The entry could never have been written: {why}", "รายการนี้ไม่มีทางบันทึกได้ตามระเบียบ: {why}"
    ),
    "signoff.fault.bad-signature": Text(
        "The digital signature of {actor} does not hold.", "ลายมือชื่อดิจิทัลของ {actor} ไม่ถูกต้อง"
    ),
    "signoff.fault.unknown-key": Text(
        "The key {key} is not in the list of trusted keys under the name {actor}.",
        "กุญแจ {key} ไม่อยู่ในรายการกุญแจที่เชื่อถือในชื่อ {actor}",
    ),
    "signoff.fault.other-store": Text("The entry was written in another store.", "รายการนี้มาจากที่เก็บบันทึกอื่น"),
    "signoff.fault.head-missing": Text(
        "The printed head {head} is not in the record: its end was cut off or it was rewritten.",
        "ไม่พบรหัสท้ายสายโซ่ที่พิมพ์ไว้ {head} ในบันทึก แสดงว่ารายการท้ายถูกตัดออกหรือบันทึกถูกเขียนใหม่",
    ),
    "signoff.fault.workbook-differs": Text(
        "The workbook is not the one that was judged: its SHA-256 is {found}, the record binds {bound}.",
        "ไฟล์ไม่ตรงกับไฟล์ที่ตรวจ: SHA-256 คือ {found} แต่บันทึกผูกไว้กับ {bound}",
    ),
    "signoff.fault.workbook-of-round": Text(
        "The workbook is that of round {round}, not of the current round.",
        "ไฟล์นี้เป็นไฟล์ของรอบที่ {round} ไม่ใช่รอบปัจจุบัน",
    ),
    "signoff.fault.rules-differ": Text(
        "The rule pack {rules} is not the one that was used: "
        "its SHA-256 is {found}, the record binds {bound}.",
        "ชุดหลักเกณฑ์ {rules} ไม่ตรงกับที่ใช้ตรวจ: SHA-256 คือ {found} แต่บันทึกผูกไว้กับ {bound}",
    ),
    "signoff.fault.not-rejudged": Text(
        "The recomputation could not be run again: {why}", "คำนวณซ้ำไม่ได้: {why}"
    ),
    "signoff.fault.result-differs": Text(
        "Judged again, the same bytes under the same rules give another result "
        "(version then {bound}, now {found}).",
        "เมื่อตรวจซ้ำ ไฟล์และหลักเกณฑ์เดิมให้ผลต่างจากเดิม (รุ่นโปรแกรมเดิม {bound} ปัจจุบัน {found})",
    ),
    "signoff.fault.other-version": Text(
        "Judged again by version {found} (then {bound}): the result is the same.",
        "ตรวจซ้ำด้วยรุ่น {found} (เดิม {bound}) ได้ผลเหมือนเดิม",
    ),
    "signoff.fault.workbook-not-given": Text(
        "The workbook {file} was not given: its bytes and the recomputation were not checked.",
        "ไม่ได้ให้ไฟล์ {file} มาด้วย จึงไม่ได้ตรวจไบต์ของไฟล์และไม่ได้คำนวณซ้ำ",
    ),
    "signoff.fault.kept-copy": Text(
        "The workbook {file} is not here; the copy kept in the store was checked in its place.",
        "ไม่พบไฟล์ {file} ในที่นี้ จึงตรวจจากสำเนาที่เก็บไว้ในที่เก็บบันทึก",
    ),
}
