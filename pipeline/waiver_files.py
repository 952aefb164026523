"""Which waiver file speaks of which workbook: the one beside it, or the one that the user names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.inputs import LOCK_PREFIX, WORKBOOK_SUFFIXES
from pipeline.waive import Applied
from rules.waivers import WaiverFile, beside, load_waivers

NO_WAIVERS = "none"


def applied_to(files: Sequence[str], given: str | None = None) -> dict[int, Applied]:
    """Return the waiver file of each input by its index. files: paths as given, '-' for standard input.

    given: a file for all inputs; `none` for no waivers; None for the file beside each workbook.
    RuleError for a waiver file that is wrong: nothing is judged by half of it.
    """
    if given == NO_WAIVERS:
        return {}
    if given:
        one = Applied(load_waivers(Path(given)))
        return dict.fromkeys(range(len(files)), one)
    judged = {Path(file).resolve() for file in files if file != "-"}
    loaded: dict[Path, Applied | None] = {}
    applied: dict[int, Applied] = {}
    for index, file in enumerate(files):
        if file == "-":
            continue
        folder = Path(file).resolve().parent
        if folder not in loaded:
            path = beside(folder) if folder.is_dir() else None
            loaded[folder] = None if path is None else _applied(load_waivers(path), judged)
        found = loaded[folder]
        if found is not None:
            applied[index] = found
    return applied


def _applied(waivers: WaiverFile, judged: set[Path]) -> Applied:
    """Tell whether all workbooks of the folder are judged: only then can a waiver for any of them be unused."""
    there = {
        file.resolve()
        for file in waivers.folder.iterdir()
        if file.suffix.lower() in WORKBOOK_SUFFIXES and not file.name.startswith(LOCK_PREFIX)
    }
    return Applied(waivers, whole=there <= judged)
