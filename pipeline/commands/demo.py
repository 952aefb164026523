"""`sobthan demo`: the main job on the source sheet that ships with the product."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from pipeline.commands.options import common_of, common_options

FOLDER = "sobthan-demo"
SHEET = "kpi-6.6-to-6.10.txt"


@click.command()
@common_options
def demo(**options: Any) -> int:
    """Review the packaged source sheet and write the report into ./sobthan-demo.

    Ends with 0 when the report was written: that the sheet does not come out is the point of it.
    """
    common = common_of(options)
    pack = common.pack()
    folder = Path(FOLDER)
    try:
        folder.mkdir(exist_ok=True)
        book = folder / SHEET
        shutil.copyfile(packaged_sheet(), book)
    except OSError as error:
        raise click.UsageError(f"cannot write to ./{FOLDER}: {error.strerror or error}") from None

    from pipeline.commands.writing import write_outcome
    from pipeline.inputs import expand
    from pipeline.run import run

    outcome = run(expand([str(book)]), pack, limits=common.limits())
    write_outcome(outcome, "text", None, common)
    for form, name in (("html", "report.html"), ("json", "result.json")):
        write_outcome(outcome, form, str(folder / name), common)
    return 0


def packaged_sheet() -> Path:
    """Return the source sheet: from the installed package, or from the checkout it was installed from."""
    installed = Path(__file__).parents[1] / "packaged" / SHEET
    return installed if installed.is_file() else Path(__file__).parents[2] / "fixtures" / "source" / SHEET
