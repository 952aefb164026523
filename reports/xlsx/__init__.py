"""Workbooks for the auditor: an annotated copy of the submitted file, or a workbook of findings."""
