"""Whether the product runs end to end yet: until it does, only the generator is tested."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

end_to_end = pytest.mark.skipif(
    find_spec("pipeline.explain") is None, reason="the stages do not run end to end yet"
)
