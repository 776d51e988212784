"""What the kind, size, unit or subject of a figure makes of the metric that its clause names: `refinements.yaml`."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic import Field

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.metrics import singular
from crossfoot.extract.what import What
from crossfoot.vocabulary.loader import Entry, load
from crossfoot.vocabulary.models import Kind, Strict

_KEPT = "crossfoot_lemmas"
_BEHIND = 6  # tokens
_SURE = 0.6  # of a metric that nothing names


class Refinement(Entry):
    """One line of `refinements.yaml`; see its head for what the fields say."""

    becomes: str
    metrics: frozenset[str] = Field(alias="from")
    unnamed: bool = False
    kinds: frozenset[Kind] = frozenset()
    units: tuple[str, ...] = ()
    below: float | None = None
    above: float | None = None
    measure: Literal["level", "change", "any"] = "any"
    firms: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    before_not: tuple[str, ...] = ()
    words_not: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    preposition: frozenset[str] = frozenset()
    modifies: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    def fits(self, figure: Figure, what: What | None, firm: FirmMention | None, *, change: bool) -> bool:
        """Whether every condition holds for a figure, the metric named so far and whom it is about."""
        quantity = figure.quantity
        metric = what.metric if what is not None else None
        return (
            (self.unnamed if metric is None else metric in self.metrics)
            and (not self.kinds or figure.kind in self.kinds)
            and (not self.units or quantity.unit.endswith(self.units))
            and (self.below is None or _size(figure) < self.below)
            and (self.above is None or _size(figure) > self.above)
            and (self.measure == "any" or (self.measure == "change") == change)
            and (not self.firms or not self.firms.isdisjoint(_kinds_of(firm)))
            and (not self.words or _says(figure, self.words))
            and (not self.after or _followed(figure, self.after))
            and (not self.before_not or not _followed(figure, self.before_not))
            and (not self.words_not or not _says(figure, self.words_not))
            and (not self.things or singular((quantity.noun or "").lower()) in self.things)
            and (not self.preposition or _preposition(figure) in self.preposition)
            and (not self.modifies or not self.modifies.isdisjoint(_modified(figure)))
            and (not self.named or _named(what) in self.named)
        )


class Refinements(Strict):
    """`refinements.yaml`."""

    refinements: tuple[Refinement, ...]


@cache
def refinements() -> tuple[Refinement, ...]:
    """All refinements in the file's order."""
    found: Refinements = load("refinements.yaml", Refinements)
    return found.refinements


@cache
def _of_metric(metric: str | None) -> tuple[Refinement, ...]:
    """Those that narrow this metric, or (None) a figure that names none."""
    return tuple(entry for entry in refinements() if (entry.unnamed if metric is None else metric in entry.metrics))


def refined(figure: Figure, what: What | None, firm: FirmMention | None, *, change: bool) -> What | None:
    """The metric as the figure itself narrows it, the same where nothing does."""
    metric = what.metric if what is not None else None
    for entry in _of_metric(metric):
        if entry.fits(figure, what, firm, change=change):
            word, sure = (what.word, what.confidence) if what is not None else (None, _SURE)
            return What(entry.becomes, word, "refined", max(sure, _SURE), what.frame if what is not None else None)
    return what


def _preposition(figure: Figure) -> str:
    return figure.preposition.lower_ if figure.preposition is not None else ""


def _modified(figure: Figure) -> tuple[str, ...]:
    """The noun that a figure stands before, alone and with the word before it: *line* and *bottling line*."""
    noun = figure.noun
    if noun is None or noun.i < figure.span.end:
        return ()
    alone = noun.lemma_.lower()
    return (alone,) if noun.i == figure.span.end else (alone, f"{noun.nbor(-1).lower_} {alone}")


def _named(what: What | None) -> str:
    """The tag of *price tag*: the word that named the metric, none for the verb of its frame."""
    if what is None or what.word is None or what.word.tag_ in ("VBD", "VBN", "VBG"):
        return ""
    return what.word.lemma_.lower()


def _size(figure: Figure) -> float:
    value = figure.quantity.value
    return max(abs(end) for end in (value.low, value.high, 0.0) if end is not None)


def _kinds_of(firm: FirmMention | None) -> frozenset[str]:
    if firm is None:
        return frozenset()
    return frozenset({firm.kind, "central bank"}) if firm.sector == "central_bank" else frozenset({firm.kind})


def _says(figure: Figure, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_lemmas(figure))


def _lemmas(figure: Figure) -> frozenset[str]:
    """The sentence's lemmas, alone and in pairs; the last sentence's are kept, for many entries ask."""
    start, kept = figure.doc.user_data.get(_KEPT, (-1, frozenset()))
    if start == figure.sentence.start:
        found: frozenset[str] = kept
        return found
    lemmas = [token.lemma_.lower() for token in figure.sentence]
    found = frozenset(lemmas).union(f"{one} {other}" for one, other in pairwise(lemmas))
    figure.doc.user_data[_KEPT] = (figure.sentence.start, found)
    return found


def _followed(figure: Figure, phrases: tuple[str, ...]) -> bool:
    behind = figure.doc[figure.span.end : min(figure.span.end + _BEHIND, figure.sentence.end)].text.lower()
    return any(f" {phrase}" in f" {behind}" for phrase in phrases)
