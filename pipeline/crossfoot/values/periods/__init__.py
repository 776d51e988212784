"""Time in text: days, quarters, fiscal years, ranges and what is said relative to them, placed on a calendar."""

from crossfoot.values.periods.reader import Period, periods
from crossfoot.values.periods.shifted import a_year_before, closed, the_one_before

__all__ = ["Period", "a_year_before", "closed", "periods", "the_one_before"]
