"""`sobthan serve` with the fake judging process in place of the real one."""

from __future__ import annotations

import sys

from pipeline import cli
from pipeline.serve import pool
from tests.pipeline.serve.site import FAKE

if __name__ == "__main__":
    pool.OWN_COMMAND = FAKE
    sys.exit(cli.main())
