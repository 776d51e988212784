"""Readers and cleaning: a file becomes Articles, offsets kept."""
