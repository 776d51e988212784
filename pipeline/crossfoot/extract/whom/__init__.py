"""Whom a figure is about: possessor of the metric, object of its `of`, subject of the verb, then what stands before."""

from crossfoot.extract.whom.choosing import firm_of
from crossfoot.extract.whom.named import Whom, mentions_in

__all__ = ["Whom", "firm_of", "mentions_in"]
