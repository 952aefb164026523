"""Exit codes of the gate, and baselines that are read whole or refused."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.baseline import read_baseline
from pipeline.gate import closing, exit_code
from reports.formats import format_named
from reports.gate.formats import GATE_FORMATS
from reports.options import Options
from rules.catalogue import CATALOGUE
from rules.errors import RuleError
from schemas.finding import Finding, Severity
from schemas.outcome import Outcome
from schemas.terms import Verdict
from tests.reports import cases


def outcome(*severities: Severity, name: str = "expectation-failed", reported: str | None = None) -> Outcome:
    one = cases.clean()
    findings = [
        Finding(name, 0, 1, subject=str(n), severity=s, reported=reported) for n, s in enumerate(severities)
    ]
    return replace(one, workbooks=[replace(one.workbooks[0], findings=findings)])


def saved(folder: Path, of: Outcome) -> Path:
    out = io.BytesIO()
    format_named("json", GATE_FORMATS).write(of, CATALOGUE, Options(), out)
    path = folder / "previous.json"
    path.write_bytes(out.getvalue())
    return path


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  # read as a table below


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ((), "info", 0), ((E,), "error", 1), ((W, I), "error", 0), ((W, I), "warning", 1),
        ((I,), "warning", 0), ((I,), "info", 1), ((E, W), "never", 0),
    ],
)  # fmt: skip
def test_the_code_is_by_severity(severities: tuple[Severity, ...], fail_on: str, code: int) -> None:
    assert exit_code(outcome(*severities), fail_on) == code


def test_what_was_not_judged_never_passes() -> None:
    assert exit_code(outcome(E, name="expectation-broken"), "never") == 2
    clean = cases.clean()
    unread = replace(clean, workbooks=[replace(clean.workbooks[0], verdict=Verdict.UNREADABLE)])
    assert exit_code(unread, "never") == 2


def test_only_new_findings_count_against_a_baseline(tmp_path: Path) -> None:
    known, rules = read_baseline(saved(tmp_path, outcome(E, W)))
    assert rules == "cd" * 32
    assert exit_code(outcome(E, W), "info", known) == 0
    assert exit_code(outcome(E, W, W), "error", known) == 0
    assert exit_code(outcome(E, W, W), "warning", known) == 1
    assert exit_code(outcome(E, W, reported="5"), "warning", known) == 1  # the figure is another one
    assert "1 new, 0 fixed, 2 unchanged" in closing(outcome(E, W, W), known).en


def test_a_result_of_reconcile_is_a_baseline_too(tmp_path: Path) -> None:
    from reports import json_reconcile

    out = io.BytesIO()
    json_reconcile.write(cases.faulty(), CATALOGUE, Options(), out)
    (tmp_path / "r.json").write_bytes(out.getvalue())
    known, _ = read_baseline(tmp_path / "r.json")
    assert closing(cases.faulty(), known).en.endswith("0 new, 0 fixed, 4 unchanged.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema_version": "2.0"}, "has schema_version 2.0, this is 1.0"),
        ({"schema_version": None}, "not a result of sobthan"),
        ({"workbooks": {}}, "not a result of sobthan"),
        ({"workbooks": [{"file": "a"}]}, "not a result of sobthan"),
        ({"workbooks": ["a"]}, "not a result of sobthan"),
        ({"rules": None}, "not a result of sobthan"),
    ],
)
def test_a_baseline_of_another_kind_is_refused(tmp_path: Path, change: dict[str, object], words: str) -> None:
    path = saved(tmp_path, outcome(E))
    document = {**json.loads(path.read_text(encoding="utf-8")), **change}
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_baseline(path)
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00"])
def test_a_baseline_that_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(RuleError):
        read_baseline(tmp_path / "b.json")
