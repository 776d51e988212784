"""The page, and what of the findings it and the terminal show together."""

from crossfoot.report.folding import Shown, folded
from crossfoot.report.made import Made, made
from crossfoot.report.page import render
from crossfoot.report.summaries import Summary

__all__ = ["Made", "Shown", "Summary", "folded", "made", "render"]
