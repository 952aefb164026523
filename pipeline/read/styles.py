"""Number formats of a workbook's cell styles: what only the format tells about a figure."""

from __future__ import annotations

from functools import lru_cache

from pipeline.read.xmltext import section, tags

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    59: "t0", 60: "t0.00", 61: "t#,##0", 62: "t#,##0.00", 67: "t0%", 68: "t0.00%", 69: "t# ?/?",
    70: "t# ??/??", 71: "d/m/bb", 72: "d-mmm-bb", 73: "d-mmm", 74: "mmm-bb", 75: "h:mm", 76: "h:mm:ss",
    77: "d/m/bb h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/bb",
}  # fmt: skip
"""Format codes that files name by number alone (ECMA-376 part 1, 18.8.30; 59-81 are the Thai ones)."""

_SAY_NOTHING = {"", "general", "@", "standard"}


def code_of(number: int, own: dict[int, str]) -> str:
    """Return the code of a format number, '' where it says nothing about how a figure is shown."""
    code = own.get(number) or BUILT_IN.get(number, "")
    return "" if code.casefold() in _SAY_NOTHING else code


@lru_cache(maxsize=32)  # the workbooks of one department mostly share one set of styles
def style_formats(styles: bytes) -> dict[str, str]:
    """Return style index (as cells write it) → format code, for the styles whose code says something."""
    if b"numFmtId" not in styles:
        return {}
    own: dict[int, str] = {}
    for fmt in tags("numFmt", section("numFmts", styles)):
        number = fmt.get("numFmtId", "")
        if number.isdecimal():
            own[int(number)] = fmt.get("formatCode", "")
    formats: dict[str, str] = {}
    for index, style in enumerate(tags("xf", section("cellXfs", styles))):
        number = style.get("numFmtId", "0")
        code = code_of(int(number), own) if number.isdecimal() else ""
        if code:
            formats[str(index)] = code
    return formats
