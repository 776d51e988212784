"""Whom a text speaks of: printed tickers, listed and recognised names, and what `it` and `the company` stand for."""

from crossfoot.extract.firms.component import find_firms, firms, mention_at, topic_of

__all__ = ["find_firms", "firms", "mention_at", "topic_of"]
