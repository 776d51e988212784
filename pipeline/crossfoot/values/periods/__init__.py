"""Time in text: days, quarters, fiscal years, ranges and what is said relative to them, placed on a calendar."""

from crossfoot.values.periods.reader import Period, periods

__all__ = ["Period", "periods"]
