"""What must hold and what could be wrong: rule packs, the catalogue of names and texts, suites, causes."""
