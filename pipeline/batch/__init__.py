"""Batches: thousands of workbooks in chunks, on processes or a cluster, restartable, into one folder of tables."""
