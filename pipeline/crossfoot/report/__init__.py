"""The page."""

from crossfoot.report.page import render

__all__ = ["render"]
