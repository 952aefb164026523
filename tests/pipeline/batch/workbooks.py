"""A handful of small submissions for batches: some right, some wrong, one unreadable."""

from __future__ import annotations

from pathlib import Path

UNITS = ("กองคลัง", "กองแผนงาน", "สำนักบริหาร")


def submission(scores: list[list[int]], off: int = 0) -> str:
    """Return a matrix as tab-separated text; `off` hundredths are added to the first converted score."""
    lines = ["\t".join(("ตัวชี้วัด", *UNITS))]
    lines += [f"1.{i} ตัวชี้วัดที่วัดผล\t" + "\t".join(map(str, row)) for i, row in enumerate(scores, start=1)]
    full = 5 * len(scores)
    lines.append("คะแนนเต็ม\t" + "\t".join([str(full)] * len(UNITS)))
    figures = []
    for unit in range(len(UNITS)):
        points = sum(row[unit] for row in scores)
        hundredths = (points * 20_000 + full) // (2 * full) + (off if unit == 0 else 0)
        figures.append(f"{hundredths // 100}.{hundredths % 100:02d}")
    lines.append("แปลงคะแนน (ค) เป็นฐาน 100 = ค*20\t" + "\t".join(figures))
    return "\n".join(lines) + "\n"


def write_submissions(folder: Path, count: int = 7) -> Path:
    """Write that many submissions and one file that is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        scores = [[(n + i + u) % 6 for u in range(3)] for i in range(4 + n % 3)]
        text = submission(scores, off=3 if n % 3 == 2 else 0)
        (folder / f"unit-{n:02d}.tsv").write_text(text, encoding="utf-8")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    return folder
