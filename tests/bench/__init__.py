"""Whole processes measured side by side, in one run: `python -m tests.bench`. Ratios, never absolute bars."""
