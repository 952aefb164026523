"""Read: bytes to grids of raw values with their evidence, in processes a bad file may take down alone."""

from pipeline.read.reading import Reading, start_reading
from pipeline.read.source import Limits, Source

__all__ = ["Limits", "Reading", "Source", "start_reading"]
