"""Intervals, numbers, units and periods: pure values, no spaCy, no files beyond the vocabulary."""
