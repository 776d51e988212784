"""A figure and a time of its sentence, side by side: what every test of their belonging together reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.what import What
from crossfoot.values.periods import Period

Rank = tuple[float, str]  # the smaller, the nearer; and the rule's name

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_OR_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A figure and a time that may be its own.

    `others` are the sentence's other figures; `compared`: the figure is the older of two that are compared; `older`: the
    time is one that something is compared with.
    """

    figure: Figure
    what: What | None
    span: Span
    period: Period
    others: list[Span]
    compared: bool
    older: bool

    @property
    def doc(self) -> Doc:
        return self.figure.doc

    @property
    def metric(self) -> str | None:
        return self.what.metric if self.what is not None else None

    @property
    def time_root(self) -> Token:
        """The word that the others of the time hang from."""
        return grammar.root_of(self.span.doc, self.span.start, self.span.end)

    @property
    def time_verb(self) -> Token | None:
        """The verb that the time hangs from."""
        return grammar.verb_above(self.time_root)

    @property
    def follows(self) -> bool:
        """Whether the time stands behind the figure."""
        return self.span.start >= self.figure.span.end

    @property
    def behind_figure(self) -> Span:
        """The words from the figure to the time behind it."""
        return self.doc[self.figure.span.end : self.span.start]

    @property
    def hang_from_two_verbs(self) -> bool:
        """Whether the time hangs from another verb than the figure does."""
        verb = self.time_verb
        return verb is not None and self.figure.verb is not None and verb.i != self.figure.verb.i


def is_day(period: Period) -> bool:
    """Whether it is one day, as a report's is."""
    return _DAY.fullmatch(period.edtf or "") is not None


def is_month_or_day(period: Period) -> bool:
    """Whether it is no longer than a month."""
    return _MONTH_OR_DAY.fullmatch(period.edtf or "") is not None
