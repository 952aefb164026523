"""The pages of `sobthan serve`: each a function from plain values to one HTML page."""
