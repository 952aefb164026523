"""Rule packs load whole or not at all: inheritance, options, exact numbers, errors at file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rules.loading import load_pack, pack_document, shipped
from rules.packs import RuleError
from schemas.rules import Scale
from schemas.terms import DashPolicy, Quantity, Rounding, ZeroPolicy


def write(folder: Path, text: str, name: str = "mine.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_default_is_the_source_form() -> None:
    pack = load_pack()
    assert pack.scale == Scale(Decimal(0), Decimal(5), Decimal(20))
    assert pack.policies.rounding is Rounding.HALF_UP
    assert [(int(b.at_least), b.name) for b in pack.bands] == [
        (90, "ดีเด่น"), (80, "ดีมาก"), (70, "ดี"), (60, "พอใช้"), (0, "ต้องปรับปรุง"),
    ]  # fmt: skip
    assert len(pack.sha256) == 64


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_pack_loads_and_says_what_it_is(name: str) -> None:
    pack = load_pack(name)
    assert pack.name == name
    assert pack.title
    assert pack.bands


def test_hash_is_of_the_resolved_pack(tmp_path: Path) -> None:
    plain = load_pack(write(tmp_path, "name: default\n", "a.yaml"))
    assert plain.title == load_pack().title
    assert plain.sha256 == load_pack().sha256  # the same rules, wherever they are written
    changed = load_pack("default", {"zero": "not-evaluated"})
    spelled = load_pack(write(tmp_path, "name: default\npolicies: {zero: not-evaluated}\n", "b.yaml"))
    assert changed.sha256 == spelled.sha256 != plain.sha256


def test_options_are_applied() -> None:
    options = {"zero": "not-evaluated", "dash": "zero", "rounding": "truncate", "tolerance": "0.01"}
    pack = load_pack("default", options)
    assert pack.policies.zero is ZeroPolicy.NOT_EVALUATED
    assert pack.policies.dash is DashPolicy.ZERO
    assert pack.policies.rounding is Rounding.TRUNCATE
    assert pack.tolerance == Decimal("0.01")


def test_a_quantity_may_have_a_rounding_of_its_own(tmp_path: Path) -> None:
    text = "decimals: {mean: 4, converted: 2}\nrounding: {mean: truncate}\n"
    pack = load_pack(write(tmp_path, text))
    assert pack.rounding_of(Quantity.MEAN) is Rounding.TRUNCATE
    assert pack.rounding_of(Quantity.CONVERTED) is Rounding.HALF_UP
    assert pack_document(pack)["rounding"] == {"mean": "truncate"}
    named = f"name: {pack.name}\n"
    plain = load_pack(write(tmp_path, named + "decimals: {mean: 4, converted: 2}\n", "plain.yaml"))
    again = load_pack(write(tmp_path, named + text, "again.yaml"))
    assert pack.sha256 == again.sha256 != plain.sha256
    with pytest.raises(RuleError, match="mean"):
        load_pack(write(tmp_path, "rounding: {means: truncate}\n"))
    with pytest.raises(RuleError, match="truncate"):
        load_pack(write(tmp_path, "rounding: {mean: truncated}\n"))


def test_a_rounding_said_anew_takes_back_the_exceptions_inherited(tmp_path: Path) -> None:
    write(tmp_path, "rounding: {mean: truncate}\n", "parent.yaml")
    child = "extends: parent.yaml\npolicies: {rounding: half-even}\n"
    pack = load_pack(write(tmp_path, child, "child.yaml"))
    assert {pack.rounding_of(q) for q in Quantity} == {Rounding.HALF_EVEN}
    own = load_pack(write(tmp_path, f"{child}rounding: {{converted: nearest}}\n", "own.yaml"))
    assert own.rounding_of(Quantity.MEAN) is Rounding.HALF_EVEN
    assert own.rounding_of(Quantity.CONVERTED) is Rounding.NEAREST
    other = load_pack(write(tmp_path, "extends: parent.yaml\npolicies: {zero: scored}\n", "other.yaml"))
    assert other.rounding_of(Quantity.MEAN) is Rounding.TRUNCATE, "another policy leaves it alone"


def test_the_rounding_of_the_command_line_is_said_of_every_quantity(tmp_path: Path) -> None:
    file = write(tmp_path, "rounding: {mean: truncate}\n")
    pack = load_pack(file, {"rounding": "half-even"})
    assert {pack.rounding_of(q) for q in Quantity} == {Rounding.HALF_EVEN}


def test_inheritance_by_path_and_taking_back(tmp_path: Path) -> None:
    write(tmp_path, "fiscal_year: 2569\nrounds: ['6', 12]\nweight_sum: 1\n", "base.yaml")
    text = "extends: base.yaml\nfiscal_year: null\ndecimals: {converted: 3}\n"
    pack = load_pack(write(tmp_path, text))
    assert pack.fiscal_year is None
    assert pack.rounds == ("6", "12")
    assert pack.weight_sum == 1
    assert pack.decimals == {Quantity.CONVERTED: 3}
    assert pack.bands == load_pack().bands


def test_stand_alone_pack_inherits_nothing(tmp_path: Path) -> None:
    assert load_pack(write(tmp_path, "extends: none\n")).bands == ()


def test_new_full_mark_brings_its_own_factor(tmp_path: Path) -> None:
    assert load_pack(write(tmp_path, "scale: {high: 10}\n")).scale.factor == 10


def test_indicator_numbers_stay_as_written(tmp_path: Path) -> None:
    text = """
indicators: {names: [6.1, 6.10], aliases: {6.01: 6.10}}
scoring:
  6.10: {method: step, thresholds: [60, 70, 80, 90, 100]}
  6.1: {thresholds: [0.1, 0.2, 0.3, 0.4, 0.5]}
"""
    pack = load_pack(write(tmp_path, text))
    assert pack.indicators.names == ("6.1", "6.10")
    assert pack.indicators.aliases == {"6.01": "6.10"}
    assert set(pack.scoring) == {"6.10", "6.1"}
    assert pack.scoring["6.1"].thresholds[2] == Decimal("0.3")


def test_words_that_yaml_would_change_stay_words(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, "units: {names: [no, on, 2026-11-22, 1:30, 0x1F, 012]}\n"))
    assert pack.units.names == ("no", "on", "2026-11-22", "1:30", "0x1F", "012")


def test_wordings_are_added_and_a_moved_one_leaves_its_old_meaning(tmp_path: Path) -> None:
    plain = load_pack().lexicon
    moved = plain.states["not_started"][0]
    text = f"lexicon:\n  labels: {{weight: [ความสำคัญเชิงเปรียบเทียบ]}}\n  states: {{cancelled: ['{moved}']}}\n"
    lexicon = load_pack(write(tmp_path, text)).lexicon
    assert lexicon.labels["weight"] == (*plain.labels["weight"], "ความสำคัญเชิงเปรียบเทียบ")
    assert moved in lexicon.states["cancelled"]
    assert moved not in lexicon.states["not_started"]
    assert {t: w for t, w in lexicon.labels.items() if t != "weight"} == {
        t: w for t, w in plain.labels.items() if t != "weight"
    }


def test_document_of_a_pack_loads_to_the_same_pack(tmp_path: Path) -> None:
    import yaml

    pack = load_pack("agreement-4")
    document = pack_document(pack)
    text = yaml.safe_dump(_plain(document), allow_unicode=True)
    assert load_pack(write(tmp_path, text)).sha256 == pack.sha256


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return float(value) if isinstance(value, Decimal) else value


BAD = [
    ("weigths: required\n", 1, "did you mean weights?"),
    ("# a note\n\npolicies:\n  zero: scord\n", 4, "did you mean scored?"),
    ("scale: {low: 5, high: 0}\n", 1, "below the highest"),
    ("scale:\n  high: ห้า\n", 2, "must be a number, not ห้า"),
    ("scale:\n  high: true\n", 2, "must be a number, not true"),
    ("decimals:\n  mean: 2.5\n", 2, "whole number"),
    ("decimals:\n  grade: 2\n", 2, "unknown key grade"),
    ("tolerance: -1\n", 1, "between 0 and ∞"),
    ("rounds: 6\n", 1, "must be a list"),
    ("bands:\n  - {at_least: 90, name: ก}\n  - {at_least: 90, name: ข}\n", 3, "two grade bands start at 90"),
    ("bands:\n  - {at_least: 90, name: ก}\n  - {at_least: 80, name: ก}\n", 3, "two meanings"),
    ("bands:\n  - {at_least: 90}\n", 2, "the key name is missing"),
    ("title: x\nscale: {high: 5, factor: 4}\n", 2, "above the highest converted score 20"),
    ("scale: {high: 3}\n", 1, "no exact decimal"),
    ("weights: ignored\nrequired: [weighted]\n", 1, "weighted scores are required"),
    ("units:\n  names: [สพด., สพท.]\n  aliases:\n    สพต: สพถ.\n", 4, "not in the names"),
    ("units:\n  names:\n  - สพด.\n  - สพด.\n", 4, "stands twice"),
    ("lexicon:\n  states:\n    cancelled: [x]\n    not_started: [' X']\n", 4, "two meanings"),
    ("lexicon:\n  labels:\n    wieght: [x]\n", 3, "did you mean weight?"),
    ("scoring:\n  '1': {thresholds: [1, 2, 3]}\n", 2, "3 thresholds for 5 levels"),
    ("scoring:\n  '1':\n    thresholds: [1, 2, 2, 4, 5]\n", 3, "rise or fall"),
    ("layout: {first_row: 9, last_row: 3}\n", 1, "row 3 must come after row 9"),
    ("layout: {unit_columns: '7-31'}\n", 1, "not a column"),
    ("severities:\n  no-such-thing: error\n", 2, "no finding named no-such-thing"),
    ("weights: required\nweights: optional\n", 2, "given twice"),
    ("extends: defualt\n", 1, "did you mean default?"),
    ("a: [1\nb: 2\n", 2, "not YAML"),
    ("- 1\n", 1, "keys and values"),
    ("x: !!python/object/apply:os.system ['true']\n", 1, "not YAML"),
    ("? [a, b]\n: 1\n", 1, "not YAML"),
    ("policies: {zero: not-evaluated}\nscale: {low: 1}\n", 1, "has no 0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), BAD)
def test_bad_pack_is_refused_at_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_pack(path)
    assert (caught.value.file, caught.value.line) == (path, line)
    assert words in caught.value.text.en
    assert caught.value.text.th != caught.value.text.en


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load_pack(write(tmp_path, "weigths: x\ntolerance: a\n"))
    assert [p.line for p in caught.value.problems] == [1, 2]


def test_circle_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "extends: b.yaml\n", "a.yaml")
    write(tmp_path, "extends: a.yaml\n", "b.yaml")
    with pytest.raises(RuleError, match="circle"):
        load_pack(str(tmp_path / "a.yaml"))


def test_contradiction_with_an_inherited_setting_names_the_nearest_file(tmp_path: Path) -> None:
    write(tmp_path, "weights: ignored\n", "base.yaml")
    path = write(tmp_path, "extends: base.yaml\nrequired: [weighted]\n")
    with pytest.raises(RuleError) as caught:
        load_pack(path)
    assert (caught.value.file, caught.value.line) == (path, 2)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"title: \xa1\xa2\n"])
def test_bytes_that_are_not_utf8(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(data)
    with pytest.raises(RuleError, match="UTF-8"):
        load_pack(str(tmp_path / "x.yaml"))


def test_deep_nesting_and_aliases_are_harmless(tmp_path: Path) -> None:
    with pytest.raises(RuleError):
        load_pack(write(tmp_path, "title: " + "[" * 2000 + "]" * 2000))
    with pytest.raises(RuleError):
        load_pack(write(tmp_path, "units: &a {names: *a}\n"))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"zro": "scored"}, "did you mean zero?"),
        ({"rounding": "half_up"}, "did you mean half-up?"),
        ({"tolerance": "NaN"}, "must be a number"),
        ({"tolerance": "-0.1"}, "between 0 and"),
    ],
)
def test_bad_option(options: dict[str, str], words: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_pack("default", options)
    assert words in str(caught.value)


def test_unknown_pack_suggests(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="did you mean weighted-form"):
        load_pack("weighted-from")
    with pytest.raises(RuleError, match="no rule pack"):
        load_pack(str(tmp_path / "none.yaml"))
