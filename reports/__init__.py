"""One writer per report format. Knows results, not rules or stages."""
