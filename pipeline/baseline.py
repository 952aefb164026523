"""An earlier result as a baseline: read whole, of this version, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reports.gate.baseline import Baseline, Key, Known, key_of
from rules.errors import RuleError
from rules.files import read_json, read_text
from rules.yaml_text import Document
from schemas.finding import Text
from schemas.outcome import SCHEMA_VERSION


def read_baseline(path: Path) -> tuple[Baseline, str]:
    """Return the findings of an earlier `validate` or `reconcile` as JSON, and the hash of its rules.

    RuleError where the file is no such result, or one of another version.
    """
    label = str(path)
    document = read_json(read_text(path, label), label)
    version = document.get("schema_version")
    if not isinstance(version, str) or not isinstance(document.get("workbooks"), list):
        raise _no_result("schema_version, workbooks", label)
    if _major(version) != _major(SCHEMA_VERSION):
        values = {"found": version, "wanted": SCHEMA_VERSION}
        raise RuleError.of("baseline.other-version", values, label)
    workbooks: dict[str, Mapping[Key, Known]] = {}
    try:
        for workbook in document["workbooks"]:
            findings = (*workbook["findings"], *workbook.get("waived", ()))
            workbooks[workbook["file"]] = dict(_known(f) for f in findings)
        rules = str(document["rules"]["sha256"])
    except (KeyError, TypeError, AttributeError) as error:
        raise _no_result(str(error), label) from None
    return Baseline(label, workbooks), rules


def _known(finding: Document) -> tuple[Key, Known]:
    words = Text(finding["message"]["en"], finding["message"]["th"])
    known = Known(finding["name"], finding["id"], words, finding.get("sheet"), finding.get("cell"))
    return key_of(known.id, finding.get("reported"), finding.get("expected")), known


def _major(version: str) -> str:
    return version.split(".")[0]


def _no_result(why: str, label: str) -> RuleError:
    return RuleError.of("baseline.not-a-result", {"why": why}, label)
