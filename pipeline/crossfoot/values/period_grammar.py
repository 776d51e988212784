"""All shapes of phrases of time, in order of precedence."""

from __future__ import annotations

from crossfoot.values.period_days import BARE, DAYS
from crossfoot.values.period_quarters import QUARTERS
from crossfoot.values.period_relative import RELATIVE

SHAPES = (*QUARTERS, *DAYS, *RELATIVE, *BARE)
