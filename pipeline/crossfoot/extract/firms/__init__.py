"""Whom a text speaks of: printed tickers, listed and recognised names, and what `it` and `the company` stand for."""

from crossfoot.extract.firms.component import discourse, find_firms, firms, mention_at, mentions_at, topic_of

__all__ = ["discourse", "find_firms", "firms", "mention_at", "mentions_at", "topic_of"]
