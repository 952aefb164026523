"""The discrepancy report as HTML: one self-contained file a workbook, an index for many."""
