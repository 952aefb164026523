"""The style of the printed working paper, and the fonts it carries with it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

FONTS = (
    ("sarabun-thai-400-normal.woff2", 400, "U+0E00-0E7F,U+200B-200D,U+25CC"),
    ("sarabun-thai-700-normal.woff2", 700, "U+0E00-0E7F,U+200B-200D,U+25CC"),
    ("sarabun-latin-400-normal.woff2", 400, "U+0000-00FF,U+2000-206F"),
    ("sarabun-latin-700-normal.woff2", 700, "U+0000-00FF,U+2000-206F"),
)


@cache
def font_faces() -> str:
    """Return the fonts as @font-face rules with the bytes inside."""
    rules = []
    for name, weight, span in FONTS:
        data = b64encode((files("reports") / "assets" / name).read_bytes()).decode("ascii")
        rules.append(
            f"@font-face{{font-family:Sarabun;font-weight:{weight};unicode-range:{span};"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "".join(rules)


STYLE = """
:root { --ink: #23231f; --soft: #5a594f; --line: #d8d4c8; --paper: #fffefa; --wash: #f5f2ea;
  --error: #9c2118; --good: #1b5e36; }
* { box-sizing: border-box; }
body { font: 15px/1.6 Sarabun, "TH Sarabun New", "Noto Sans Thai", sans-serif; color: var(--ink);
  background: var(--paper); max-width: 58rem; margin: 0 auto; padding: 2rem 2.5rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; }
thead th { background: var(--wash); border-bottom: 1px solid var(--soft); }
.facts th { width: 14rem; font-weight: 400; color: var(--soft); }
.hash { overflow-wrap: anywhere; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85em; }
.soft { color: var(--soft); font-size: .9em; }
.number { text-align: right; width: 3rem; }
.head { border: 1.5px solid var(--ink); padding: .75rem 1rem; margin-top: .75rem; }
.head .hash { overflow-wrap: anywhere; font-size: 1rem; font-weight: 700; }
.open { color: var(--error); font-weight: 700; }
.done { color: var(--good); font-weight: 700; }
.void { text-decoration: line-through; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
.signature { border: 1px solid var(--line); padding: .75rem 1rem 1rem; break-inside: avoid; }
.signature h3 { margin: 0 0 .5rem; font-size: 1rem; }
.rule { border-bottom: 1px dotted var(--soft); height: 2.5rem; margin-bottom: .5rem; }
tr, .head { break-inside: avoid; }
h2 { break-after: avoid; }
@media print {
  body { padding: 0; max-width: none; font-size: 11pt; background: none; }
  thead { display: table-header-group; }
}
"""


def page_rules(left: str, page: str) -> str:
    """Return the margins of a printed page: a text without quotes at the left, the page number at the right."""
    safe = left.replace("\\", "").replace('"', "").replace("\n", " ").replace("<", "")
    return (
        '@page { size: A4; margin: 18mm 16mm 20mm; @bottom-left { content: "' + safe + '"; font-size: 8pt; } '
        '@bottom-right { content: "' + page + ' " counter(page) " / " counter(pages); font-size: 8pt; } }'
    )
