"""The local page: drop a workbook, read the report, decide about findings, sign. Needs sobthan[serve]."""
