"""What a figure measures: its own phrase first, then its clause, then what its verb implies, then what stands before it."""

from crossfoot.extract.what.choosing import What, metric_of
from crossfoot.extract.what.fitting import MOST_A_SHARE, can_be

__all__ = ["MOST_A_SHARE", "What", "can_be", "metric_of"]
