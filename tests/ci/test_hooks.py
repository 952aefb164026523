"""The hook, the action and the GitLab job, run for real as far as a machine without those services can."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import SOBTHAN

ROOT = Path(__file__).parents[2]
BOOKS = ROOT / "fixtures" / "books"
GOOD, BAD = "complete.xlsx", "complete-two-faults.xlsx"


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = (
        f"{Path(SOBTHAN[0]).parent}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    env = {**os.environ, "PATH": path, **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=600)


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """Return a repository with a good and a bad workbook, a lock file and a text file."""
    folder = tmp_path / "submission"
    folder.mkdir()
    for name in (GOOD, BAD):
        shutil.copy(BOOKS / name, folder / name)
    (folder / "~$complete.xlsx").write_bytes(b"lock")
    (folder / "notes.md").write_text("no workbook")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> tuple[Path, str]:
    """Return a local clone of the hook's repository and its revision."""
    folder = tmp_path / "clone"
    folder.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "hook")
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, check=True
    )
    return folder, done.stdout.strip()


def pre_commit(
    submission: Path, clone: tuple[Path, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    # language: system runs the sobthan under test in place of one that pre-commit installs
    hook = {"id": "sobthan", "language": "system", "args": ["--lang", "en"], "verbose": True}
    config = {"repos": [{"repo": str(clone[0]), "rev": clone[1], "hooks": [hook]}]}
    (submission / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", *arguments]
    return run(command, submission, PRE_COMMIT_HOME=str(submission.parent / "home"))


def test_pre_commit_passes_a_good_workbook_and_stops_a_bad_one(
    submission: Path, clone: tuple[Path, str]
) -> None:
    good = pre_commit(submission, clone, "--files", GOOD)
    assert good.returncode == 0, good.stdout + good.stderr
    everything = pre_commit(submission, clone, "--all-files")
    assert everything.returncode == 1
    assert f"{BAD}!" in everything.stdout
    assert "-mismatch: " in everything.stdout
    assert f"{GOOD}!" not in everything.stdout.replace(BAD, "")
    assert "~$" not in everything.stdout
    assert "notes.md" not in everything.stdout


def test_pre_commit_leaves_other_files_alone(submission: Path, clone: tuple[Path, str]) -> None:
    done = pre_commit(submission, clone, "--files", "notes.md", "~$complete.xlsx")
    assert done.returncode == 0
    assert "no files to check" in done.stdout.lower()


def action(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """Run the action's last step as the runner would: its script, with its inputs in its environment."""
    document: Mapping[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    given = {name: inputs.get(name, str(i["default"])) for name, i in document["inputs"].items()}
    step = document["runs"]["steps"][-1]
    env = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: given[m[1]], value)
        for name, value in step["env"].items()
    }
    env["SOBTHAN"] = SOBTHAN[0]
    (folder / "step.sh").write_text(step["run"], encoding="utf-8")
    files = {name: folder / name.lower() for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for file in files.values():
        file.unlink(missing_ok=True)
    done = run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "step.sh"],
        folder,
        **env,
        **{name: str(file) for name, file in files.items()},
    )
    summary, output = (f.read_text(encoding="utf-8") if f.exists() else "" for f in files.values())
    return done, summary, output


def test_action_annotates_summarises_and_fails(submission: Path) -> None:
    done, summary, output = action(submission, sarif="s.sarif", suite="none", lang="en")
    assert done.returncode == 1, done.stderr
    assert output == "code=1\n"
    assert f"::error file={BAD},title=" in done.stdout
    assert f"| {BAD.replace('-', '-')} |" in summary
    log = json.loads((submission / "s.sarif").read_text(encoding="utf-8"))
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["runs"][0]["results"]
    }
    assert BAD in uris


def test_action_passes_and_takes_inputs_for_text(submission: Path) -> None:
    done, _, output = action(submission, paths=GOOD, suite="none")
    assert (done.returncode, output) == (0, "code=0\n")
    done, _, output = action(submission, paths="$(touch hacked)", suite="none")
    assert output == "code=2\n"
    assert not (submission / "hacked").exists()


def test_action_has_what_a_runner_asks() -> None:
    document = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert document["runs"]["using"] == "composite"
    for step in document["runs"]["steps"]:
        assert "uses" in step or step["shell"] == "bash"
        assert "${{ inputs" not in step.get("run", "")  # an input in a script would be run as shell text
    assert all(i["description"] for i in document["inputs"].values())


def test_gitlab_job_leaves_both_reports_and_the_code(submission: Path) -> None:
    document = yaml.safe_load((ROOT / "ci" / "sobthan.gitlab-ci.yml").read_text(encoding="utf-8"))
    job = document["sobthan"]
    (submission / ".sobthan" / "bin").mkdir(parents=True)
    (submission / ".sobthan" / "bin" / "sobthan").symlink_to(SOBTHAN[0])
    script = "\n".join(["set -e", *job["script"]])
    variables = {name: str(value) for name, value in document["variables"].items()}
    (submission / "sobthan.toml").write_text('suite = "none"\n')
    done = run(["sh", "-c", script], submission, **variables)
    assert done.returncode == 1, done.stderr
    assert f"{BAD}!" in done.stdout
    reports = job["artifacts"]["reports"]
    issues = json.loads((submission / reports["codequality"]).read_text(encoding="utf-8"))
    assert {i["location"]["path"] for i in issues} >= {BAD}
    assert "<failure" in (submission / reports["junit"]).read_text(encoding="utf-8")
    done = run(["sh", "-c", script], submission, **{**variables, "SOBTHAN_PATHS": GOOD})
    assert done.returncode == 0, done.stdout + done.stderr
