"""Forms: the words their sheets use, and one value that names every choice of layout."""

from __future__ import annotations

from dataclasses import dataclass

SCORE_HEADERS = ("คะแนน (ก)", "ค่าคะแนนที่ได้ (ก)", "คะแนนที่ได้ (ก)", "คะแนน\n(ก)")
WEIGHT_HEADERS = ("น้ำหนัก (ข)", "น้ำหนัก\n(ความสำคัญ/ความยากง่ายของงาน) (ข)", "น้ำหนักร้อยละ (ข)")
WEIGHTED_HEADERS = (
    "คะแนนรวม (ค)\n(ค = ก x ข)",
    "คะแนนถ่วงน้ำหนัก (ค) = (ก) x (ข)",
    "ค = ก × ข",
    "คะแนนถ่วงน้ำหนัก",
)
UNIT_LABELS = ("หน่วยงาน", "หน่วยงาน :", "ชื่อหน่วยงาน", "หน่วยงานผู้รับการประเมิน")
SIGNATURES = (
    "ลงชื่อ.......................................ผู้รับการประเมิน",
    "(นายวีระพงษ์ ใจซื่อ)",
    "ผู้อำนวยการ",
)
TOTAL_LABELS = ("รวม", "รวมคะแนน", "รวมทั้งสิ้น", "คะแนนรวม (ค)")
CONVERSION_LABELS = (
    "แปลงคะแนนรวม (ค) ข้างต้น เป็นคะแนนการประเมินผลสัมฤทธิ์ของงานที่มีฐานคะแนนเต็มเป็น 100 คะแนน (โดยนำ 20 มาคูณ)",
    "แปลงคะแนน (ค) เป็นคะแนนการประเมินผลสัมฤทธิ์ของงานที่มีฐานคะแนนเต็มเป็น 100 คะแนน (โดยนำ 20 มาคูณ) = ค*20",
    "คะแนนผลสัมฤทธิ์ของงาน (ค x 20)",
)
ASSESSORS = {
    "self": ("ประเมินตนเอง", "ผลการประเมินตนเอง", "หน่วยงานประเมินตนเอง"),
    "committee": ("คณะกรรมการ", "ผลการประเมินของคณะกรรมการ", "คณะกรรมการประเมิน"),
}
ROUNDS = {"6": ("รอบ 6 เดือน", "รอบที่ 1 (6 เดือน)"), "12": ("รอบ 12 เดือน", "รอบที่ 2 (12 เดือน)")}
DIRECTIONS = (
    ("20", "40", "60", "80", "100"),
    ("60", "70", "80", "90", "100"),
    ("2401", "2101", "1801", "1501", "1201"),
    ("14", "13", "12", "11", "10"),
    ("1", "2", "3", "4", "5"),
    ("75", "80", "85", "90", "95"),
)


@dataclass(frozen=True)
class FormOptions:
    """blocks: which scores stand side by side: one, self and committee, or the 6- and 12-month rounds."""

    blocks: str = "one"
    weights: str = "plain"
    levels: bool = True
    results: bool = False
    weighted: bool = True
    sequence: bool = True
    titles: int = 2
    unit_place: str = "beside"
    """beside: label and code in two cells; inline: in one; title: in the title row."""
    total: bool = True
    conversion: bool = True
    figures: str = "typed"
    decimals: int = 2
    signature: bool = True
    groups: bool = False
    weight_total: bool = True
