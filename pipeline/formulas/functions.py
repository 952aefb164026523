"""Every function that can be evaluated, on one page. What is not here is never passed: it is not verified."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.formulas.aggregates import AGGREGATES
from pipeline.formulas.conditional import CONDITIONAL
from pipeline.formulas.evaluate import Function
from pipeline.formulas.logic import LOGIC
from pipeline.formulas.lookup import LOOKUP
from pipeline.formulas.rounding import ROUNDING

FUNCTIONS: Mapping[str, Function] = {**AGGREGATES, **CONDITIONAL, **ROUNDING, **LOGIC, **LOOKUP}
