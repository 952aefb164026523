"""Faults seeded into clean generated books: the measure of what is flagged and of the causes that are named."""
