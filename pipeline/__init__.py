"""The stages in order, the readers, settings and commands."""
