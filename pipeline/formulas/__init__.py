"""Formulas against their cached values: stale, never calculated, incomplete, or typed over."""
