"""Number formats of OpenDocument styles, written as the codes that other spreadsheets use for them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from pipeline.read.xmltext import section

_DATES = {
    ("year", "long"): "yyyy", ("year", "short"): "yy", ("month", "long"): "mm", ("month", "short"): "m",
    ("day", "long"): "dd", ("day", "short"): "d", ("hours", "long"): "hh", ("hours", "short"): "h",
    ("minutes", "long"): "mm", ("minutes", "short"): "m", ("seconds", "long"): "ss",
    ("seconds", "short"): "s", ("day-of-week", "long"): "dddd", ("day-of-week", "short"): "ddd",
}  # fmt: skip

_STYLES = ("office:styles", "office:automatic-styles")


def cell_formats(styles: bytes, content: bytes) -> dict[str, str]:
    """Return cell style name → format code, for the styles whose code says how a figure is shown.

    styles, content: the XML of styles.xml and content.xml, free of document types.
    """
    codes: dict[str, str] = {}
    parents: dict[str, tuple[str, str]] = {}
    for xml in (styles, content):
        for part in _STYLES:
            for element in _children(section(part.partition(":")[2], xml), xml):
                kind = _local(element.tag)
                name = _attribute(element, "name")
                if kind == "style" and _attribute(element, "family") == "table-cell":
                    parents[name] = (
                        _attribute(element, "data-style-name"),
                        _attribute(element, "parent-style-name"),
                    )
                elif kind.endswith("-style"):
                    codes[name] = _code(element, kind)
    return {name: code for name in parents if (code := _inherited(name, parents, codes))}


def _inherited(name: str, parents: dict[str, tuple[str, str]], codes: dict[str, str]) -> str:
    for _ in range(len(parents)):
        data_style, parent = parents.get(name, ("", ""))
        if data_style or not parent:
            return codes.get(data_style, "")
        name = parent
    return ""


def _code(style: ET.Element, kind: str) -> str:
    """Return a data style's code; '' for General."""
    pieces: list[str] = []
    general = kind == "number-style"
    for child in style:
        part = _local(child.tag)
        if part == "number":
            least = _attribute(child, "min-decimal-places") or _attribute(child, "decimal-places")
            most = _attribute(child, "decimal-places")
            if not most and _attribute(child, "grouping") != "true":
                pieces.append("General" if general else "0")
                continue
            general = False
            whole = "#,##0" if _attribute(child, "grouping") == "true" else "0"
            places = _places(least)
            optional = max(0, _places(most) - places)
            pieces.append(whole + ("." + "0" * places + "#" * optional if places + optional else ""))
        elif part == "scientific-number":
            places = _places(_attribute(child, "decimal-places"))
            pieces.append("0" + ("." + "0" * places if places else "") + "E+00")
            general = False
        elif part == "fraction":
            pieces.append("# ?/?")
            general = False
        elif part in ("text", "currency-symbol"):
            text = child.text or ""
            pieces.append(text if text in ("%", "-", "/", ":", " ", "") else f'"{text}"')
        elif part == "am-pm":
            pieces.append("AM/PM")
        else:
            size = _attribute(child, "style") or "short"
            code = _DATES.get((part, size), "")
            if part == "month" and _attribute(child, "textual") == "true":
                code = "mmmm" if size == "long" else "mmm"
            if part == "year" and _attribute(child, "calendar") == "buddhist":
                code = "b" * len(code)
            pieces.append(code)
            general = False
    code = "".join(pieces)
    if general and code == "General":
        return ""
    return ("t" if _attribute(style, "transliteration-format") == "๑" else "") + code


def _places(text: str) -> int:
    return min(int(text), 30) if text.isdecimal() and len(text) < 4 else 0


def _children(part: bytes, xml: bytes) -> list[ET.Element]:
    """Parse one section alone, under the namespaces of the whole."""
    if not part:
        return []
    root = xml[: xml.find(b">", xml.find(b"<office:document")) + 1]
    try:
        return list(ET.fromstring(root[root.find(b"<office:document") :] + part + _closing(root))[0])
    except (ET.ParseError, IndexError):
        return []


def _closing(root: bytes) -> bytes:
    start = root.find(b"<office:document")
    return b"</" + root[start + 1 :].split(maxsplit=1)[0].rstrip(b">") + b">"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(element: ET.Element, name: str) -> str:
    for key, value in element.attrib.items():
        if _local(key) == name:
            return value
    return ""
