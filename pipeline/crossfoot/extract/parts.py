"""The part of a firm that a result is about: *wholesale revenue*, *Direct sales*, *revenue in China*."""

from __future__ import annotations

from crossfoot.extract.firms import mention_at
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.vocabulary.models import parts

_PLACES = frozenset({"country", "region"})


def part_of_business(what: What | None) -> str | None:
    """The nouns before a result's name that are no firm, time or plain word of accounts, else the place behind it."""
    if what is None or what.word is None or what.metric not in parts().metrics:
        return None
    return _named_before(what.word) or _place_behind(what.word)


def _named_before(word: Token) -> str | None:
    """`wholesale`, `parts division`, `Direct`: the unbroken run of nouns right before the name."""
    doc, start = word.doc, word.i
    while start > 0 and _tells(doc[start - 1]):
        start -= 1
    return str(doc[start : word.i].text) if start < word.i else None


def _tells(token: Token) -> bool:
    """Whether a word before the name can be of a part's own name."""
    low = token.lower_
    if low in parts().adjectives:
        return True
    mention = mention_at(token.doc, token.i)
    if token.pos_ not in ("NOUN", "PROPN") or low in parts().whole or not token.text[0].isalpha():
        return False
    timed = any(span.start <= token.i < span.end for span in spans_of(token.doc, "crossfoot_periods"))
    return not timed and (mention is None or mention.kind in _PLACES)


def _place_behind(word: Token) -> str | None:
    """The country or region of *revenue in China*."""
    for preposition in (child for child in word.rights if child.lower_ in ("in", "from") and child.i == word.i + 1):
        for thing in preposition.children:
            mention = mention_at(word.doc, thing.i)
            if mention is not None and mention.kind in _PLACES:
                return mention.canonical
    return None
