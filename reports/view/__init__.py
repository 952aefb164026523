"""View data: what every writer shows, made once from an outcome. Plain values; no format is known here."""
