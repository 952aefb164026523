"""Where the tables of a workbook are: header rows, units, indicators, figures; every row and column has a role."""

from pipeline.locate.locating import locate

__all__ = ["locate"]
