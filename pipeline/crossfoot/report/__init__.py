"""The page, and what of the findings it and the terminal show together."""

from crossfoot.report.folding import Shown, folded
from crossfoot.report.page import render

__all__ = ["Shown", "folded", "render"]
