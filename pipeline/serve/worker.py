"""A judging process: takes one workbook after the other from its standard input, answers with the results."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from pipeline.serve.wire import Message, packed, read
from pipeline.signoff.refused import RefusedError

if TYPE_CHECKING:
    from schemas.outcome import Outcome

MEMORY_BYTES = 6 << 30
"""Address space of one judging process; the reading inside has tighter limits of its own."""


def main() -> None:
    """Serve messages until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answers
    _limit_memory()
    while True:
        request = read(sys.stdin.buffer)
        if request is None:
            return
        answers.write(packed(answer(request)))
        answers.flush()


def answer(request: Message) -> Message:
    """Judge one workbook. head: name, rules, options, lang, want; blocks: data. The answer names what it made."""
    from pipeline.read import Limits
    from pipeline.signoff.judge import document_of, outcome_of, pack_for

    head = request.head
    try:
        pack = pack_for(head["rules"], head["options"])
        outcome = outcome_of(head["name"], request.blocks["data"], pack, Limits(**head["limits"]))
        blocks = {"result": document_of(outcome)}
        if head["papers"]:
            blocks["report"] = _report(outcome, "html", head["lang"], request.blocks["data"])
            blocks |= _annotated(outcome, head["lang"], request.blocks["data"])
    except RefusedError as error:
        return Message({"refused": {"en": error.text.en, "th": error.text.th}}, {})
    except Exception as error:
        import traceback

        traceback.print_exc()
        return Message({"bug": f"{type(error).__name__}: {error}"[:500]}, {})
    return Message({"verdict": outcome.workbooks[0].verdict.value, "counts": _counts(outcome)}, blocks)


def _counts(outcome: Outcome) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in outcome.workbooks[0].findings:
        severity = str(finding.severity)
        size = len(finding) if hasattr(finding, "__len__") else 1
        counts[severity] = counts.get(severity, 0) + size
    return counts


def _report(outcome: Outcome, form: str, lang: str, data: bytes) -> bytes:
    from reports.formats import format_named
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    out: BinaryIO = io.BytesIO()
    format_named(form).write(outcome, CATALOGUE, Options(lang=lang, sources={0: data}), out)
    assert isinstance(out, io.BytesIO)
    return out.getvalue()


def _annotated(outcome: Outcome, lang: str, data: bytes) -> dict[str, bytes]:
    """The annotated copy, where this kind of file can have one."""
    if outcome.workbooks[0].format not in ("xlsx", "xlsm"):
        return {}
    try:
        return {"annotated": _report(outcome, "xlsx", lang, data)}
    except Exception as error:
        print(f"no annotated copy: {type(error).__name__}: {error}", file=sys.stderr)
        return {}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main()
