"""Holds a summary against articles: every figure and stated direction gets a verdict."""

from crossfoot.check.checking import Checked, check
from crossfoot.check.evidence import Evidence

__all__ = ["Checked", "Evidence", "check"]
