"""Batches: what they leave does not depend on how the work was cut or who did it."""
