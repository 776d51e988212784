"""Comparability first, value second: claims become Findings."""
