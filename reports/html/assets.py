"""The page's style, script and font, each packed into the page; the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
LATIN = "U+0020-007E,U+00A0-00F7,U+2010-2026,U+2212"
THAI = "U+0E01-0E5B,U+200C-200D,U+25CC"


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style sheet with the embedded font, without comments and indentation."""
    return _fonts() + _packed("report.css")


@lru_cache(maxsize=2)
def script(index: bool = False) -> str:
    """Return the script without indentation and comment lines; index: with that of an index of workbooks."""
    names = ("report.js", "index.js") if index else ("report.js",)
    text = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in names)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@lru_cache(maxsize=2)
def policy(index: bool = False) -> str:
    """Return the content security policy: only this style, this script and the embedded font."""
    return (
        f"default-src 'none'; script-src '{_hash(script(index))}'; style-src '{_hash(style())}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _packed(name: str) -> str:
    text = re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    return re.sub(
        r":\s+(?=[^{}]*[;}])|\s*\n\s*", lambda m: ":" if m[0].startswith(":") else " ", text
    ).strip()


def _fonts() -> str:
    faces = []
    for script_name, reach in (("latin", LATIN), ("thai", THAI)):
        for weight in (400, 700):
            data = (ASSETS / f"sarabun-{script_name}-{weight}-normal.woff2").read_bytes()
            faces.append(
                f"@font-face{{font-family:Sarabun;font-weight:{weight};font-display:swap;unicode-range:{reach};"
                f"src:url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2')}}\n"
            )
    return "".join(faces)
