"""Great Expectations, kept at arm's length: one batch in, labels of failing rows out. Always offline."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules.errors import RuleError
from rules.suite_loading import Expectation

if TYPE_CHECKING:
    import pandas as pd

OFFLINE = {"GX_ANALYTICS_ENABLED": "False"}
"""Set before the import: no event is ever sent."""

_MARK = "sobthan"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one expectation said of the batch: the labels of failing rows, or why it was not judged."""

    expectation: Expectation
    failing: tuple[int, ...] = ()
    broken: str | None = None


def judge_batch(frame: pd.DataFrame, expectations: Sequence[Expectation]) -> list[Answer]:
    """Return one answer per expectation, in their order, over one long frame with a RangeIndex.

    RuleError where an expectation cannot be made from its arguments, or was lost on the way.
    """
    os.environ.update(OFFLINE)
    logging.getLogger("great_expectations").addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library's own making; ours are judged in our tests
        return _judge(frame, expectations)


def _judge(frame: pd.DataFrame, expectations: Sequence[Expectation]) -> list[Answer]:
    import great_expectations as gx

    made = [_made(e, index) for index, e in enumerate(expectations)]
    suite = gx.ExpectationSuite(name=_MARK, expectations=made)
    if len(suite.expectations) != len(expectations):
        values = {"given": len(expectations), "loaded": len(suite.expectations)}
        raise RuleError.of("suites.lost", values, expectations[0].file)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]  # as its docs say
    asset = context.data_sources.add_pandas(_MARK).add_dataframe_asset(_MARK)
    batch = asset.add_batch_definition_whole_dataframe(_MARK).get_batch({"dataframe": frame})
    result = batch.validate(suite, result_format={"result_format": "COMPLETE"})
    answers: dict[int, Answer] = {}
    for one in result.results:
        config = one.expectation_config
        assert config is not None
        index = int(config.meta[_MARK])
        answers[index] = _answer(one, expectations[index])
    return [answers.get(i, Answer(e, broken="no result")) for i, e in enumerate(expectations)]


def _made(expectation: Expectation, index: int) -> Any:
    """Return Great Expectations' own object; its arguments are checked there."""
    import great_expectations.expectations as shipped

    camel = "".join(part.capitalize() for part in expectation.type.split("_"))
    kind = getattr(shipped, camel, None)
    if kind is None:  # known to us, unknown to the installed version
        values = {"name": expectation.type, "known": (), "near": ""}
        raise RuleError.of("suites.unknown-type", values, expectation.file, expectation.line)
    arguments = {name: _plain(value) for name, value in expectation.kwargs.items()}
    try:
        return kind(**arguments, meta={_MARK: index})
    except (ValueError, TypeError) as error:
        why = "; ".join(_reasons(error))
        values = {"name": expectation.name, "why": why}
        raise RuleError.of("suites.bad-arguments", values, expectation.file, expectation.line) from None


def _reasons(error: Exception) -> list[str]:
    errors = getattr(error, "errors", None)
    if not callable(errors):
        return [str(error).splitlines()[0]]
    return [f"{'.'.join(str(p) for p in e['loc'] if p != '__root__')} {e['msg']}".strip() for e in errors()]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return [_plain(v) for v in value] if isinstance(value, list) else value


def _answer(one: Any, expectation: Expectation) -> Answer:
    """Tell failed from broken: an expectation that raised has no result."""
    if one.success:
        return Answer(expectation)
    why = _exception(one.exception_info)
    labels = one.result.get("unexpected_index_list")
    if why is not None or labels is None:
        return Answer(expectation, broken=why or "no result")
    return Answer(expectation, tuple(sorted({int(label) for label in labels})))


def _exception(info: Any) -> str | None:
    if not isinstance(info, dict):
        return None
    if info.get("raised_exception"):
        return _first_line(info.get("exception_message"))
    for one in info.values():
        if isinstance(one, dict) and one.get("raised_exception"):
            return _first_line(one.get("exception_message"))
    return None


def _first_line(message: object) -> str:
    lines = str(message or "").strip().splitlines()
    return lines[0] if lines else "no message"
