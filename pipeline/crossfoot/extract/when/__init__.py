"""Which period governs a figure: its own phrase first, then its clause, then what leads the sentence or its paragraph."""

from crossfoot.extract.when.choosing import When, period_of, up_to_now

__all__ = ["When", "period_of", "up_to_now"]
