"""The sign-off record: what may be written, how it is kept, and whether it still holds."""
