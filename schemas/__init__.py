"""What things are: cells, grids, canonical tables, findings, outcomes. Imports nothing of ours."""
