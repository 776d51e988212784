"""What a text is about as a whole: its mentions in order, its topic, and look-ups over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extract.firms.antecedents import Antecedents
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.extract.firms.topic import ranking
from crossfoot.extract.tokens import AnySpan, Doc, Token
from crossfoot.vocabulary.firm_lists import Kind

_FAR = 200  # mentions to look back over


@dataclass(frozen=True, slots=True)
class Discourse:
    """A text's mentions in order (`found`, named and resolved ones alike) and the firm it is about (`topic`)."""

    found: tuple[Found, ...]
    topic: FirmMention | None
    ranked: tuple[FirmMention, ...] = ()

    def resolve(self, part: Token | AnySpan) -> FirmMention | None:
        """The mention that covers a token, or the first that touches a span."""
        start, end = (part.start, part.end) if isinstance(part, AnySpan) else (part.i, part.i + 1)
        return next((f.mention for f in self.within(start, end)), None)

    def within(self, start: int, end: int) -> Iterator[Found]:
        """The mentions that touch the tokens from `start` up to `end`."""
        at = max(0, bisect_right(self.found, start, key=lambda f: f.start) - 1)
        while at < len(self.found) and self.found[at].start < end:
            if self.found[at].end > start:
                yield self.found[at]
            at += 1

    def before(self, token: int, kinds: frozenset[Kind] | None = None) -> FirmMention | None:
        """The last mention (of one of `kinds`) that ends at or before `token`."""
        last = bisect_right(self.found, token, key=lambda f: f.start) - 1
        for at in range(last, max(-1, last - _FAR), -1):
            place = self.found[at]
            if place.end <= token and (kinds is None or place.mention.kind in kinds):
                return place.mention
        return None


def discourse_of(doc: Doc, words: Words, named: list[Found], *, title: str | None = None) -> Discourse:
    """Resolves the text's pronouns and definite nouns against what it named before them."""
    ranked = ranking(words, named, title=title)
    topic = ranked[0] if ranked else None
    found = Antecedents(doc, words, named, topic).read()
    return Discourse(tuple(found), topic, tuple(ranked))
