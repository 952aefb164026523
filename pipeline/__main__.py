"""`python -m pipeline` is `sobthan`."""

from pipeline.cli import entry

entry()
