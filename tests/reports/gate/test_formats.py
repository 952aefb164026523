"""Gate formats: each meets its reader's rules, whatever the cells hold."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema

from reports.formats import format_named
from reports.gate.baseline import Baseline, Known, key_of
from reports.gate.formats import GATE_FORMATS, SUMMARY
from reports.gate.github import MOST_OF_A_KIND
from reports.gate.lines import GateRun, relative
from reports.gate.sarif import MOST_RESULTS
from reports.options import Options
from rules.catalogue import CATALOGUE
from schemas.cell import Area
from schemas.finding import AnyFinding, Finding, Severity, Text
from schemas.outcome import Outcome
from schemas.terms import Verdict
from tests.reports import cases
from tests.reports.documents import validated

SCHEMAS = Path(__file__).parent / "schemas"
HOSTILE = "a\x00\x0b\x1f\u2028\ud800]]>&<b>'\"%0A::error::x\r\ny,z:ก|*_`[l](u)"
SHOWN = HOSTILE.replace("\ud800", "?")


def written(outcome: Outcome, name: str, **options: Any) -> str:
    out = io.BytesIO()
    form = SUMMARY if name == "summary" else format_named(name, GATE_FORMATS)
    form.write(outcome, CATALOGUE, Options(**options), out)
    if name == "json":
        validated("validate", out.getvalue())
    return out.getvalue().decode("utf-8", errors="surrogatepass")


def with_findings(findings: list[AnyFinding], waived: list[AnyFinding] | None = None) -> Outcome:
    one = cases.clean()
    book = replace(
        one.workbooks[0],
        findings=findings,
        waived=waived or [],
        verdict=Verdict.DISCREPANT,
        file="ข้อ มูล/k 1.xlsx",
    )
    return replace(one, workbooks=[book])


def one(name: str = "expectation-failed", severity: Severity = Severity.ERROR, **changes: Any) -> Finding:
    values = {"expectation": "E", "observed": Text("", ""), "where": "C3", "count": 1}
    made = Finding(name, 0, 1, Area(0, 3, 3, 4, 5), severity=severity, values=values)
    return replace(made, **changes)


def hostile() -> Outcome:
    values = {"expectation": HOSTILE, "observed": HOSTILE, "where": HOSTILE, "count": 1}
    noted = {**values, "waiver_who": HOSTILE, "waiver_reason": HOSTILE}
    return with_findings(
        [
            one(values=values),
            one(values=values, subject="2", severity=Severity.WARNING),
            one(area=None, table=None),
        ],
        [one(values=noted, subject="3")],
    )


def test_text_is_one_line_a_finding_in_the_promised_form() -> None:
    lines = written(
        with_findings([one(), one(subject="b", severity=Severity.INFO)]), "text", lang="en"
    ).splitlines()
    assert lines[0] == "ข้อ มูล/k 1.xlsx!คะแนน!C3: error expectation-failed: E. Not met (1): C3"
    assert lines[1].startswith("ข้อ มูล/k 1.xlsx!คะแนน!C3: info expectation-failed: ")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_hostile_text_stays_on_its_line(lang: str) -> None:
    text = written(hostile(), "text", lang=lang).encode("utf-8", errors="replace").decode()
    assert len(text.splitlines()) == 4
    assert "waived expectation-failed" in text


def test_encoding_that_lacks_letters_is_no_error() -> None:
    out = io.BytesIO()
    format_named("text", GATE_FORMATS).write(hostile(), CATALOGUE, Options(encoding="cp1252"), out)
    assert out.getvalue()


def test_json_has_every_finding_with_its_id_and_waivers() -> None:
    found = json.loads(written(hostile(), "json"))
    (book,) = found["workbooks"]
    assert found["schema_version"] == "1.0"
    assert found["summary"]["findings"] == {"error": 2, "warning": 1, "info": 0}
    assert len({f["id"] for f in (*book["findings"], *book["waived"])}) == 4
    assert book["waived"][0]["waiver"] == {"who": SHOWN, "reason": SHOWN}


def test_junit_meets_its_schema_and_survives_control_characters() -> None:
    schema = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
    for outcome in (hostile(), cases.clean(), cases.faulty(), cases.every_cell(10, 10)):
        text = written(outcome, "junit").encode()
        schema.validate(io.BytesIO(text))
        root = ElementTree.fromstring(text)
        cases_ = root.findall(".//testcase")
        assert len({(c.get("classname"), c.get("name")) for c in cases_}) == len(cases_)
        suite = root.find("testsuite")
        assert suite is not None
        assert int(suite.get("tests", "")) == len(cases_)
        assert int(suite.get("failures", "")) == len(root.findall(".//failure"))
        assert int(suite.get("skipped", "")) == len(root.findall(".//skipped"))


def test_junit_fails_from_fail_on_and_errs_where_nothing_was_judged() -> None:
    outcome = with_findings([one(), one(subject="b", severity=Severity.WARNING)])

    def count(**options: Any) -> dict[str, int]:
        root = ElementTree.fromstring(written(outcome, "junit", **options).encode())
        return {tag: len(root.findall(f".//{tag}")) for tag in ("failure", "error", "system-out")}

    assert count() == {"failure": 1, "error": 0, "system-out": 1}
    assert count(fail_on=Severity.WARNING) == {"failure": 2, "error": 0, "system-out": 0}
    assert count(fail_on=None) == {"failure": 0, "error": 0, "system-out": 2}
    unread = replace(outcome.workbooks[0], verdict=Verdict.UNREADABLE)
    outcome = replace(outcome, workbooks=[unread])
    assert count() == {"failure": 0, "error": 1, "system-out": 1}


def test_a_clean_workbook_is_one_passing_case() -> None:
    root = ElementTree.fromstring(written(cases.clean(), "junit").encode())
    (case,) = root.findall(".//testcase")
    assert list(case) == []


def sarif(outcome: Outcome, **options: Any) -> Any:
    return json.loads(written(outcome, "sarif", **options))


@pytest.mark.parametrize("make", [hostile, cases.clean, cases.faulty], ids=lambda f: f.__name__)
def test_sarif_meets_the_schema(make: Any) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(sarif(make()))


def test_sarif_meets_what_code_scanning_asks() -> None:
    (run,) = sarif(hostile())["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["id"]
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri)
        assert unquote(uri) == "ข้อ มูล/k 1.xlsx"
        region = location["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert region["endColumn"] > region["startColumn"] >= 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    first = run["results"][0]["locations"][0]
    assert first["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 3,
        "endLine": 4,
        "endColumn": 6,
    }
    assert first["logicalLocations"][0]["name"] == "คะแนน!C3"
    prints = Counter(r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"])
    assert max(prints.values()) == 1
    assert [r.get("suppressions") is not None for r in run["results"]] == [False, False, False, True]


def test_sarif_is_cut_at_what_github_takes_with_a_count() -> None:
    (run,) = sarif(cases.every_cell(180, 140), lang="en")["runs"]
    assert len(run["results"]) == MOST_RESULTS
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == f"and {180 * 140 - MOST_RESULTS} more, not listed here"


def test_github_commands_are_escaped_and_capped_with_a_count() -> None:
    many: list[AnyFinding] = [one(subject=str(n)) for n in range(30)]
    many += [one(subject=f"w{n}", severity=Severity.WARNING) for n in range(MOST_OF_A_KIND)]
    lines = written(with_findings(many), "github", lang="en").splitlines()
    kinds = Counter(line.split("::")[1].split(" ")[0] for line in lines)
    assert kinds == {"error": MOST_OF_A_KIND + 1, "warning": MOST_OF_A_KIND}
    assert "::error::and 21 more, not listed here" in lines
    assert "line=3,col=3" in lines[0]
    text = written(hostile(), "github").encode("utf-8", errors="replace").decode()
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice)(?: ([^:]*))?::(.*)", line)
        assert match is not None, line
        for part in (match[2] or "").split(","):
            assert re.fullmatch(r"(file|title|line|col)=[^:,]*", part), part
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", match[3])


def test_gitlab_has_what_code_quality_asks() -> None:
    issues = json.loads(written(hostile(), "gitlab"))
    assert len({i["fingerprint"] for i in issues}) == len(issues) == 3
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"]
        assert issue["check_name"]
        assert issue["location"]["path"] == "ข้อ มูล/k 1.xlsx"
        assert issue["location"]["lines"]["begin"] >= 1
    assert json.loads(written(cases.clean(), "gitlab")) == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_summary_shows_text_as_text_and_cuts_with_a_count(lang: str) -> None:
    page = written(hostile(), "summary", lang=lang)
    assert "<b>" not in page
    assert r"\<b\>" in page
    many: list[AnyFinding] = [one(subject=str(n)) for n in range(120)]
    page = written(with_findings(many), "summary", lang="en")
    assert page.count("\n- **") == 50
    assert "and 70 more" in page


def baseline_of(outcome: Outcome) -> Baseline:
    run = GateRun(outcome, CATALOGUE, Options())
    workbooks = {}
    for book in run.books:
        workbooks[book.book.outcome.file] = {
            key_of(line.view.id, line.view.source.reported, line.view.source.expected): Known(
                line.name, line.view.id, line.view.message, line.view.place.sheet, line.view.place.cell
            )
            for line in book.lines()
        }
    return Baseline("previous.json", workbooks)


def test_against_a_baseline_findings_are_new_fixed_or_unchanged() -> None:
    before = with_findings(
        [one(subject="stays"), one(subject="goes"), one(subject="figure", reported="96.84")]
    )
    after = with_findings(
        [one(subject="stays"), one(subject="comes"), one(subject="figure", reported="97.84")]
    )
    given = baseline_of(before)
    found = json.loads(written(after, "json", baseline=given))
    (book,) = found["workbooks"]
    assert [f["change"] for f in book["findings"]] == ["unchanged", "new", "new"]
    assert len(book["fixed"]) == 2
    assert found["summary"]["baseline"] == {"file": "previous.json", "new": 2, "fixed": 2, "unchanged": 1}
    assert [r["baselineState"] for r in sarif(after, baseline=given)["runs"][0]["results"]] == [
        "unchanged",
        "new",
        "new",
    ]
    text = written(after, "text", baseline=given, lang="en")
    assert text.count("[new]") == 2
    assert text.count(": fixed expectation-failed: ") == 2
    root = ElementTree.fromstring(written(after, "junit", baseline=given).encode())
    assert len(root.findall(".//failure")) == 2
    assert "2 new, 2 fixed, 1 unchanged" in written(after, "summary", baseline=given, lang="en")
    thai = written(after, "summary", baseline=given, lang="th")
    assert (thai.count("[ใหม่]"), thai.count("[คงเดิม]"), "[new]" in thai) == (2, 1, False)


def test_against_itself_nothing_is_new() -> None:
    outcome = cases.faulty()
    run = GateRun(outcome, CATALOGUE, Options(baseline=baseline_of(outcome)))
    assert run.changes is not None
    assert (run.changes["new"], run.changes["fixed"]) == (0, 0)


def test_a_workbook_that_moved_is_known_by_its_name() -> None:
    given = baseline_of(cases.faulty())
    outcome = cases.faulty()
    moved = replace(outcome, workbooks=[replace(outcome.workbooks[0], file="/elsewhere/kpi.xlsx")])
    changes = GateRun(moved, CATALOGUE, Options(baseline=given)).changes
    assert changes is not None
    assert changes["new"] == 0


@pytest.mark.parametrize(
    ("file", "told"),
    [("a/b.xlsx", "a/b.xlsx"), ("./a/../b.xlsx", "b.xlsx"), ("/elsewhere/c.xlsx", "c.xlsx"), ("-", "-")],
)
def test_paths_are_told_from_the_root(tmp_path: Path, file: str, told: str) -> None:
    assert relative(file, tmp_path) == told
    assert relative(str(tmp_path / "d" / "e.xlsx"), tmp_path) == "d/e.xlsx"
