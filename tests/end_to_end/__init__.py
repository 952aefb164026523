"""Whole runs through the installed command."""
