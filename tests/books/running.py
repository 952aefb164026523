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
    """Return one workbook result a file, in order; a batch that fails is run file by file."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(paths), BATCH):
        batch = paths[start : start + BATCH]
        result = run(stage, batch, *options)
        if len(result.workbooks) == len(batch):
            found += result.workbooks
            continue
        for path in batch:
            one = run(stage, [path], *options)
            found.append(one.workbooks[0] if one.workbooks else crashed(path, one))
    return found
