"""Settings: followed to the letter, or refused with the place and the nearest key."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import SettingsError, load_settings


def test_no_file_means_no_settings(tmp_path: Path) -> None:
    assert load_settings(None, tmp_path) == {}


def test_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sobthan]\nlang = "en"\n', encoding="utf-8")
    assert load_settings(None, tmp_path) == {"lang": "en"}
    (tmp_path / "sobthan.toml").write_text('lang = "th"\njobs = 2\n', encoding="utf-8")
    assert load_settings(None, tmp_path) == {"lang": "th", "jobs": 2}


def test_named_pyproject_gives_its_section(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "x"\n[tool.sobthan]\nfail-on = "warning"\n', encoding="utf-8")
    assert load_settings(str(file)) == {"fail-on": "warning"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('langs = "th"', "did you mean 'lang'"),
        ("jobs = true", "must be a whole number"),
        ("jobs = '2'", "must be a whole number"),
        ("color = 'no'", "must be true or false"),
        ("lang = ", "sobthan.toml"),
        ('tolerance = "0.01"', "must be a number"),
        ("tolerances = 0.01", "did you mean 'tolerance'"),
    ],
)
def test_what_cannot_be_followed_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "sobthan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        load_settings(None, tmp_path)


def test_a_missing_named_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="not found"):
        load_settings(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(("text", "exact"), [("0.01", "0.01"), ("1", "1"), ("0.10", "0.10")])
def test_a_number_is_kept_as_it_is_written(tmp_path: Path, text: str, exact: str) -> None:
    (tmp_path / "sobthan.toml").write_text(f"tolerance = {text}\n", encoding="utf-8")
    assert str(load_settings(None, tmp_path)["tolerance"]) == exact
