"""JSON Schemas of the files that a person writes, for editors: `python -m rules.editor_schemas schemas`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rules.kinds import Section
from rules.pack_keys import PACK
from rules.suite_loading import SUITE
from rules.waivers import WAIVERS

_FILES = (
    (
        "rule-pack",
        PACK,
        "sobthan rule pack",
        "Every policy that a verdict rests on. Unknown keys are errors.",
    ),
    ("waivers", WAIVERS, "sobthan waivers", "Findings that somebody answers for, beside the workbooks."),
    ("suite", SUITE, "sobthan suite", "Expectations of Great Expectations about a whole submission."),
)


def editor_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (draft 2020-12) of every such file, by the name it is published under."""
    return {name: _schema(section, title, about) for name, section, title, about in _FILES}


def _schema(section: Section, title: str, about: str) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "description": about}
    return {**head, **section.schema()}


def main(arguments: Sequence[str]) -> None:
    """Write every schema into a folder."""
    for name, schema in editor_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        Path(arguments[0], f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
