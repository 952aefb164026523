"""Generated workbooks and what must be read in them: the measure of ingestion, apart from the code."""
