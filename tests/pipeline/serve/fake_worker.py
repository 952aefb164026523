"""A judging process that judges nothing: a workbook's lines are its errors. Some contents make it misbehave."""

from __future__ import annotations

import os
import sys
import time

from pipeline.serve.wire import Message, packed, read
from pipeline.signoff.judgement import parsed
from tests.pipeline.signoff.build import judgement


def main() -> None:
    """Answer until the input ends."""
    while (request := read(sys.stdin.buffer)) is not None:
        sys.stdout.buffer.write(packed(answer(request)))
        sys.stdout.buffer.flush()


def answer(request: Message) -> Message:
    """Return what the fake makes of a workbook."""
    data = request.blocks["data"]
    if data.startswith(b"crash"):
        os._exit(9)
    if data.startswith(b"sleep"):
        time.sleep(60)
    if data.startswith(b"slow"):
        time.sleep(0.3)
    if data.startswith(b"bug"):
        return Message({"bug": "ValueError: no"}, {})
    if data.startswith(b"lie"):
        sys.stdout.buffer.write(b"\xff" * 64)
        sys.stdout.buffer.flush()
        os._exit(0)
    errors = [line for line in data.decode("utf-8", "replace").splitlines() if "-" in line and len(line) < 60]
    judged = judgement(data, errors=errors, warnings=(), name=request.head["name"])
    verdict = parsed(judged.document)["workbooks"][0]["verdict"]
    report = f"<!DOCTYPE html><title>report</title><p id=report>{len(errors)}".encode()
    blocks = {"result": judged.document}
    if request.head["papers"]:
        blocks |= {"report": report, "annotated": b"PK annotated"}
    return Message({"verdict": verdict, "counts": {"error": len(errors)}}, blocks)


if __name__ == "__main__":
    main()
