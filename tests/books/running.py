"""Running the installed command over many files at once and reading its documents exactly."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

BATCH = 60
"""Files a process: few enough for a short command line, many enough to pay the start once."""


@dataclass(frozen=True)
class Run:
    """One run of the command: exit code, its document's workbooks in input order, and what it said."""

    code: int
    workbooks: list[dict[str, Any]]
    said: str


def command() -> str:
    """Return the command installed beside this interpreter."""
    return str(Path(sys.executable).with_name("sobthan"))


def run(stage: str, paths: Sequence[Path], *options: str) -> Run:
    """Run `sobthan STAGE --format json` over some files; numbers come as Decimal."""
    args = [command(), stage, *map(str, paths), "--format", "json", "-o", "-", "-q", *options]
    done = subprocess.run(args, capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    if "Traceback" in said or done.returncode not in (0, 1, 2):
        return Run(done.returncode, [], said)
    text = done.stdout.decode("utf-8")
    document = json.loads(text, parse_float=Decimal) if text.strip() else {"workbooks": []}
    return Run(done.returncode, document["workbooks"], said)


def crashed(path: Path, one: Run) -> dict[str, Any]:
    """Return what stands for a workbook when the command gave no document."""
    return {"file": str(path), "tables": [], "findings": [], "verdict": "crashed", "said": one.said}


def run_all(stage: str, paths: Sequence[Path], *options: str) -> list[dict[str, Any]]:
    """Return one workbook result a file, in order; a batch that fails is halved until its culprits are found."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(paths), BATCH):
        found += _batch(stage, paths[start : start + BATCH], options)
    return found


def _batch(stage: str, paths: Sequence[Path], options: Sequence[str]) -> list[dict[str, Any]]:
    result = run(stage, paths, *options)
    if len(result.workbooks) == len(paths):
        return result.workbooks
    if len(paths) == 1:
        return [crashed(paths[0], result)]
    half = len(paths) // 2
    return _batch(stage, paths[:half], options) + _batch(stage, paths[half:], options)
