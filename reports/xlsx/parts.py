"""What a rewritten workbook has lost, told by comparing the members of both packages."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

HARMLESS = re.compile(
    r"xl/calcChain\.xml|xl/sharedStrings\.xml|xl/printerSettings/|docProps/|_rels/|\[Content_Types\]\.xml|"
    r"xl/metadata\.xml|xl/worksheets/|xl/chartsheets/|xl/theme/|xl/styles\.xml|xl/workbook\.(?:xml|bin)"
)
"""Made anew on saving or by the program that opens it, or the device's own: nothing of the content."""
EXTENSIONS = (
    (b"sparklineGroup", "sparklines"),
    (b"x14:conditionalFormatting", "conditional formats (extended)"),
    (b"x14:dataValidation", "data validation (extended)"),
    (b"slicerList", "slicers"),
    (b"x14:ignoredError", "dismissed warnings (extended)"),
)
_NUMBER = re.compile(r"\d+(?=\.[A-Za-z]+$)")


def lost_parts(before: bytes, after: bytes) -> list[str]:
    """Return the kinds of parts that a rewritten package has fewer of, with how many are gone."""
    old, new = _kinds(before), _kinds(after)
    gone = [f"{kind} ({count - new[kind]})" for kind, count in sorted(old.items()) if count > new[kind]]
    return gone + [name for name in _extensions(before) if name not in _extensions(after)]


def _kinds(package: bytes) -> Counter[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = [n for n in archive.namelist() if not n.endswith("/")]
    kinds = (_kind(name) for name in names if "/_rels/" not in name and not HARMLESS.match(name))
    return Counter(kinds)


def _kind(name: str) -> str:
    """Return a part's kind: its name without its number; where comments lie differs from writer to writer."""
    kind = _NUMBER.sub("", name)
    if re.fullmatch(r"xl/(?:comments/)?comments?\.xml", kind):
        return "xl/comments.xml"
    if re.fullmatch(r"xl/drawings/(?:comments?|commentsDrawing|vmlDrawing|legacyDrawing)\.vml", kind):
        return "xl/drawings/vmlDrawing.vml"
    return re.sub(r"^xl/media/.*\.", "xl/media/image.", kind)


def _extensions(package: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    for mark, name in EXTENSIONS:
        if any(mark in sheet for sheet in sheets):
            found.append(name)
    return found
