"""Case files judged: a small workbook in, the names of its findings and causes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from pipeline.compare import Source as ComparedSource
from pipeline.compare import compare
from pipeline.gate import validated
from pipeline.read import Source
from pipeline.run import ingest
from pipeline.waive import Applied, waive
from pipeline.waived_value import value_of
from reports.view.findings import FindingView
from reports.view.run import RunView
from rules.catalogue import CATALOGUE
from rules.loading import load_pack
from rules.suite_loading import load_suites
from rules.waivers import Waiver, WaiverFile, parse_date
from schemas.outcome import Line, Outcome
from tests.cases import drawn, files

CASES = Path(__file__).parents[2] / "fixtures" / "cases"
TODAY = dt.date(2026, 11, 22)


@dataclass(frozen=True)
class Judged:
    """What one case gave."""

    outcome: Outcome
    views: list[FindingView]

    @property
    def names(self) -> list[str]:
        return [view.source.name for view in self.views]

    def lines(self, unit: int | None = None) -> list[Line]:
        """Return the lines that do not match, of one unit or of all."""
        return [
            line
            for line in self.outcome.workbooks[0].lines
            if line.causes and (unit is None or line.unit == unit)
        ]


def read(kind: str, name: str) -> Mapping[str, Any] | None:
    """Return the case file of a name, None where there is none."""
    path = CASES / kind / f"{name}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None


def judge(case: Mapping[str, Any], folder: Path) -> Judged:
    """Write the workbook of one side of a case and judge it by its rules, suites and waivers."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _workbook(case, folder)
    rules = folder / "rules.yaml"
    rules.write_text(yaml.safe_dump(case.get("rules", {}), allow_unicode=True), encoding="utf-8")
    pack = load_pack(str(rules))
    sources = [Source(name=str(path), path=path, data=None)]
    outcome = validated(sources, pack, load_suites(_suites(case, folder)))
    if "waiver" in case:
        outcome = waive(outcome, {0: Applied(_waivers(case["waiver"], outcome, folder))}, TODAY)
    (book,) = RunView(outcome, CATALOGUE).books
    return Judged(outcome, list(book.reader.views()))


def compared(case: Mapping[str, Any], folder: Path) -> list[str]:
    """Write both workbooks of a comparison's case and return the names of the differences."""
    paths = []
    for name, side in (("left", case), ("right", case["right"])):
        (folder / name).mkdir(parents=True)
        paths.append(_workbook(side, folder / name))
    pack = load_pack()
    tables, _ = ingest([Source(name=str(p), path=p, data=None) for p in paths], pack)
    left, right = ComparedSource(tables, range(1)), ComparedSource(tables, range(1, 2))
    return [difference.name for difference in compare(left, right, pack).differences]


def _workbook(case: Mapping[str, Any], folder: Path) -> Path:
    if "file" in case:
        return files.make(case["file"], folder)
    path = folder / "case.xlsx"
    drawn.write(case, path)
    return path


def _suites(case: Mapping[str, Any], folder: Path) -> list[str]:
    names = list(case.get("suites", ()))
    if "expectation" in case:
        import json

        meta = {"name": "case", "title": {"en": "As expected", "th": "ตามที่คาด"}}
        suite = {"name": "case", "expectations": [{**case["expectation"], "meta": meta}]}
        (folder / "case.json").write_text(json.dumps(suite), encoding="utf-8")
        names.append(str(folder / "case.json"))
    return names


def _waivers(given: Mapping[str, Any], outcome: Outcome, folder: Path) -> WaiverFile:
    """Return a waiver of the first finding of a name, with the changes that the case asks for."""
    (book,) = RunView(outcome, CATALOGUE).books
    assert book.book is not None
    view = next(v for v in book.reader.views() if v.source.name == given["of"])
    waiver = Waiver(view.id, value_of(view.source, book.book), "เหตุผล", "ผู้รับผิดชอบ")
    changes = dict(given.get("changes", {}))
    if "expires" in changes:
        changes["expires"] = parse_date(str(changes["expires"]))
    return WaiverFile(folder / "sobthan-waivers.yaml", (replace(waiver, **changes),))
