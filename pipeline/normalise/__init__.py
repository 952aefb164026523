"""From layouts to the canonical tables: long frames with exact numbers, every value with its cell."""

from pipeline.normalise.normalising import normalise

__all__ = ["normalise"]
