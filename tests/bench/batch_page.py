"""The page of what was measured, and what a million workbooks would need, reckoned from it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.batch.plan import CHUNK

MILLION = 1_000_000

QUIET = 0.5
"""Load from which on the page says that the machine was not its own."""

PAGE = """# What a folder of workbooks costs

Typical workbooks: 19 indicators × 25 units, a level block, full marks and converted scores, xlsx. Made by
`python -m tests.bench.batch > docs/scale.md`; measured on {where},
load {load:.1f} when it began{scale}.

Everything is a ratio within one run. Cost is processor time of all processes of a command unless a row says that it
is time on the clock; the cost of one more workbook is the slope between two sizes, so that starting costs fall out.
Commands run in turn, several rounds, and of each the least cost counts: what else runs on a machine only adds.
{busy}
| | measured | bar |
|---|---|---|
{rows}

Most of a workbook's cost is reading it twice, once by calamine and once by the scan before it that looks for hostile
and hidden things, and finding its table, which is Python code that looks at every row. What comes after is done for a
whole chunk at once and costs little, unless figures are wrong: then each wrong figure is searched for its cause.
"""

BUSY = """
Other work shared the cores of this machine all the while: the rows on the clock, and of Dask and of two processes,
say little here and are to be measured again on a quiet one.
"""

PAPER = """
## A million workbooks, on paper

From the figures above, for {million:,} typical workbooks; nothing of this was run.

| | |
|---|---|
| tasks | {tasks:,} of at most {chunk} workbooks |
| processor time | {hours:.1f} hours |
| time on 32 processes, each with a core, if the storage keeps up | {minutes:.0f} minutes |
| submissions | {gb_in:.1f} GB |
| tables of results, without reports | {gb_out:.2f} GB |
| parts under way, until they are merged | about as much again, unpacked a few times more |

A report is written for each workbook that does not come out (`--reports none` leaves them out). One process merges the
parts and writes the index; it holds the list of files and their hashes, and a bounded number of rows.
"""


def page(
    rows: Sequence[tuple[str, str, str]],
    where: str,
    load: float,
    scale: float,
    seconds: float,
    bytes_in: float,
    bytes_out: float,
) -> str:
    """Return the page. seconds: of processor time for one more workbook; 0 leaves the reckoning out."""
    lines = "\n".join(f"| {what} | {figure} | {bar} |" for what, figure, bar in rows)
    said = "" if scale == 1 else f", with {scale:g} times the usual numbers of workbooks"
    busy = BUSY if load > QUIET else ""
    text = PAGE.format(where=where, load=load, scale=said, rows=lines, busy=busy)
    if seconds:
        text += PAPER.format(
            million=MILLION,
            tasks=-(-MILLION // CHUNK),
            chunk=CHUNK,
            hours=MILLION * seconds / 3600,
            minutes=MILLION * seconds / 60 / 32,
            gb_in=MILLION * bytes_in / 1e9,
            gb_out=MILLION * bytes_out / 1e9,
        )
    return text.rstrip()
