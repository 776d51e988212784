"""What tells a figure of the summary apart from a figure of an article though the values may be equal: named levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from crossfoot.check.passages import Passage, Stated, names
from crossfoot.check.vocabulary import Side, said, words
from crossfoot.check.worded_figures import TOKEN
from crossfoot.reconcile.dates import Span
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.inferred_periods import assumed, inferred, of_another_day
from crossfoot.reconcile.metrics import families
from crossfoot.reconcile.reading import name_key
from crossfoot.reconcile.words import comparability
from crossfoot.records import Claim
from crossfoot.vocabulary.firm_lists import spellings_of

Level = Literal[
    "direction", "part", "side", "deal", "period", "source", "subject", "basis", "scope", "modality", "denial"
]
_OF_THE_TOPIC: Final = frozenset(
    {"firm:topic_of_the_article", "firm:topic_with_a_place", "firm:country_of_the_economy"}
)
_YEAR_BACK: Final = re.compile(r"(?:a|one|the) year (?:earlier|ago|before)|the previous year", re.I)
_COUNTED_QUARTER: Final = re.compile(r"\b(?:next|coming|current|this) quarter\b", re.IGNORECASE)
_A_QUARTER: Final = 92  # days
_DEFINITIONS: Final = ("definition", "deal_part", "expectation")  # aspects of comparability


@dataclass(frozen=True, slots=True)
class Apart:
    """A level at which the two differ, and how in words."""

    level: Level
    reason: str
    named: bool = False  # the article's own sentence gives the name of the summary to another figure


def apart(claim: Stated, stated: Stated) -> Iterator[Apart]:
    """Every level at which the article's figure is another thing than the summary's."""
    for level in LEVELS:
        found = level(claim, stated)
        if found is not None:
            yield found


def _direction(claim: Stated, stated: Stated) -> Apart | None:
    ours, theirs = claim.way, stated.way
    if ours is None or theirs is None or ours == theirs or claim.figure.dimension == "year":
        return None
    return Apart("direction", f"the summary says {_going(ours)}, the article {_going(theirs)}")


def _going(way: str) -> str:
    return {"up": "up", "down": "down", "flat": "unchanged"}[way]


def _part(claim: Stated, stated: Stated) -> Apart | None:
    """The start of a move is not its end, nor its size."""
    pair = {claim.part, stated.part}
    if None in pair or len(pair) == 1 or claim.way is None or stated.way is None:
        return None
    return Apart("part", f"it is what the move goes {stated.part}, not {claim.part}")


def side_apart(claim: Stated, stated: Stated) -> Apart | None:
    for side in words().sides:
        ours, theirs = _nearest(claim, side), _nearest(stated, side)
        if ours and theirs and (ours in side.one) != (theirs in side.one):
            return Apart("side", f"the article's is {theirs}, not {ours}")
    return None


def _nearest(stated: Stated, side: Side) -> str | None:
    """The word of a pair that stands nearest to a figure in its clause."""
    at = max(stated.clause.find(stated.figure.quote), 0)
    end = at + len(stated.figure.quote)
    found = [
        (max(at - last, first - end), word)
        for first, last, word in _sided(stated.clause)
        if word in side.one or word in side.other
    ]
    return min(found)[1] if found else None


@lru_cache(maxsize=65536)
def _sided(clause: str) -> tuple[tuple[int, int, str], ...]:
    """The words of a clause that belong to any side, with their places."""
    known = _all_sides()
    found = ((*match.span(), match[0].lower()) for match in TOKEN.finditer(clause))
    return tuple(each for each in found if each[2] in known)


@cache
def _all_sides() -> frozenset[str]:
    return frozenset(word for side in (*words().sides, *words().deals) for word in side.one | side.other)


def _deal(claim: Stated, stated: Stated) -> Apart | None:
    """One firm cannot both have bought and have sold."""
    for side in words().deals:
        ours, theirs = _nearest(claim, side), _nearest(stated, side)
        if ours and theirs and (ours in side.one) != (theirs in side.one):
            first, second = _opening(claim), _opening(stated)
            if first and first == second:
                return Apart("deal", f"the article has {second.capitalize()} on the other side of the deal")
        if ours and theirs and (ours in side.one) == (theirs in side.one) and _swapped(claim, ours, stated, theirs):
            return Apart("deal", "in the article the two change places")
    return None


def _swapped(claim: Stated, ours: str, stated: Stated, theirs: str) -> bool:
    """True of `Acme buys Zenith` and `Zenith buys Acme`; a passive (`bought by`) changes places too, and is left alone."""
    one, other = _around(claim.clause, ours), _around(stated.clause, theirs)
    if one is None or other is None:
        return False
    return bool(one[0] & other[1] and one[1] & other[0]) and not one[0] & other[0] and not one[1] & other[1]


def _around(clause: str, verb: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The names before and behind a verb; None where it is passive."""
    found = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", clause, re.IGNORECASE)
    if found is None or re.match(r"\s+(?:\w+\s+){0,2}by\s", clause[found.end() :]):
        return None
    return names(clause[: found.start()]), names(clause[found.end() :])


def _opening(stated: Stated) -> str | None:
    """The first name of its clause."""
    return next((word for word in TOKEN.findall(stated.clause) if word[0].isupper()), "").lower() or None


def _tokens(text: str) -> list[str]:
    return [word.lower() for word in TOKEN.findall(text)]


def _period(claim: Stated, stated: Stated) -> Apart | None:
    if _inferred(claim) and _inferred(stated) or _gives_no_day(claim) or _one_quarter_apart(claim, stated):
        return None
    two_times = claim.placed == stated.placed and (_two_times(claim.when, stated.when) or _two_sessions(claim, stated))
    if two_times and _stands(stated) and _holds(claim.when, stated.when):
        return None  # "300 MW is due in 2028" where the article says its second half
    if not two_times and not _two_labels(claim, stated) or _a_year_back(claim, stated):
        return None
    return Apart("period", f"the article's is for {stated.period or 'another time'}, not {claim.period or 'this one'}")


def _gives_no_day(claim: Stated) -> bool:
    """True of *the shares closed at $84*: read as of the summary's own day, and told of any that the articles have."""
    return claim.reading is not None and assumed(claim.reading.claim)


def _one_quarter_apart(claim: Stated, stated: Stated) -> bool:
    """True of *next quarter* and *the third quarter*: in July the one under way is both to a firm that reports on June."""
    counted = [one.period is not None and _COUNTED_QUARTER.search(one.period) is not None for one in (claim, stated)]
    first, second = (one.when.first if one.when else None for one in (claim, stated))
    near = first is not None and second is not None and abs(first - second) <= _A_QUARTER
    return counted[0] != counted[1] and near


def _a_year_back(claim: Stated, stated: Stated) -> bool:
    """True of *revenue a year earlier*, which names no quarter, and a quarter of that year in the article."""
    return bool(claim.period and _YEAR_BACK.fullmatch(claim.period)) and _holds(claim.when, stated.when)


def _inferred(stated: Stated) -> bool:
    """True where the figure's period is another sentence's."""
    return stated.reading is not None and inferred(stated.reading.claim)


def _stands(stated: Stated) -> bool:
    """True of what is so at a time, and does not add up over it; an ordinal counts nothing at all."""
    if stated.reading is None:
        return stated.figure.sort == "place"
    claim = stated.reading.claim
    return claim.measure == "level" and claim.metric in families().standing | families().timeless


def _holds(longer: Span | None, shorter: Span | None) -> bool:
    """Whether the one time lies within the other."""
    ends = (longer.first, shorter.first, shorter.last, longer.last) if longer and shorter else (None,)
    known = [end for end in ends if end is not None]
    return len(known) == 4 and known == sorted(known)


def _two_sessions(claim: Stated, stated: Stated) -> bool:
    """True of a price of Tuesday and one of Wednesday; other figures may be told a day later than they came."""
    if stated.reading is None or of_another_day(stated.reading) or not claim.day_named:
        return False
    first, second = claim.when, stated.reading.when
    single = first is not None and second is not None and first.days == second.days == 1
    return single and first != second and stated.reading.claim.metric in families().running


def _two_labels(claim: Stated, stated: Stated) -> bool:
    """*the second quarter* and *the third quarter*, of a year that neither names, or of one that both do."""
    both_placed = claim.when is not None and stated.when is not None
    return not both_placed and labels_apart(claim.label, stated.label)


def labels_apart(first: str | None, second: str | None) -> bool:
    """True of the labels of two fiscal periods of one kind: Q2 and Q3, FY2025 and FY2026."""
    if first is None or second is None:
        return False
    (one, *its), (other, *others) = first.split(), second.split()
    return one[0] == other[0] and (one != other or bool(its and others and its != others))


def _two_times(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    if one.days is None and other.days is None:  # `through 2029` and `through 2027`
        return (one.first, one.last) != (other.first, other.last) and (one.first is None) == (other.first is None)
    return compare_days(one, other) == "different"


def _source(claim: Stated, stated: Stated) -> Apart | None:
    ours, theirs = claim.source, stated.source
    if not ours or not theirs or name_key(ours) == name_key(theirs):
        return None
    return Apart("source", f"the article cites {theirs} for it, not {ours}")


def _subject(claim: Stated, stated: Stated) -> Apart | None:
    if _named_elsewhere(claim, stated):
        return Apart("subject", "in the article another figure of the sentence belongs to that name", named=True)
    if not claim.reading or not stated.reading:
        return None
    ours, theirs = claim.reading.claim, stated.reading.claim
    if not ours.firm or not theirs.firm:
        return None
    one = {name_key(ours.firm), name_key(ours.counterparty), name_key(ours.source)} - {None}
    other = {name_key(theirs.firm), name_key(theirs.counterparty), name_key(theirs.source)} - {None}
    if _OF_THE_TOPIC & set(ours.rules) and not _named_so_far(claim, ours.firm):
        return None  # the firm is guessed, from a sentence behind this one
    if one & other or _one_name(ours.firm, theirs.firm) or names(ours.firm) & _names_around(stated):
        return None
    return Apart("subject", f"the article's figure is about {theirs.firm}, not {ours.firm}")


def _names_around(stated: Stated) -> frozenset[str]:
    before = stated.passage.before
    return stated.passage.names | (before.names if before else frozenset())


def _named_so_far(stated: Stated, firm: str) -> bool:
    """True where the sentence or one before it names the firm, in one of its spellings."""
    known = frozenset().union(*map(names, (firm, *spellings_of().get(firm, ()))))
    passage: Passage | None = stated.passage
    while passage is not None:
        if not known or known & passage.names:
            return True
        passage = passage.before
    return False


def _named_elsewhere(claim: Stated, stated: Stated) -> bool:
    """True where the summary's name stands in another clause of the article's sentence, and this clause has its own."""
    ours, theirs, all_theirs = (_whom(each) for each in (claim.clause, stated.clause, stated.passage.text))
    if stated.clause == stated.passage.text or not ours or not theirs or 3 * len(ours) > len(claim.clause.split()):
        return False
    return not ours & theirs and bool(ours & all_theirs)


def _whom(text: str) -> frozenset[str]:
    """The names of a text without those of days and months."""
    return names(text) - comparability().weak_words


def _one_name(one: str, other: str) -> bool:
    """True where one name holds the other (`Google Cloud`, `Google`)."""
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return bool(first & second)


def _modality(claim: Stated, stated: Stated) -> Apart | None:
    if not claim.reading or not stated.reading:
        return None
    ours, theirs = claim.reading.claim, stated.reading.claim
    if theirs.modality == "hypothetical" and ours.modality == "asserted" and not _told_by(ours, theirs):
        return Apart("modality", "the article's holds only under a condition")
    if stated.reading.answer("expectation") != "expected" or claim.reading.answer("expectation") == "expected":
        return None
    if ours.modality != "asserted" or set(_tokens(claim.clause)) & words().expected:
        return None
    return Apart("modality", "the article's is what had been expected, not what came")


def _told_by(ours: Claim, theirs: Claim) -> bool:
    """True where the summary names a source: a house's scenario is told as one."""
    return bool(ours.source) or (ours.firm is not None and name_key(ours.firm) == name_key(theirs.source))


def _basis(claim: Stated, stated: Stated) -> Apart | None:
    """Both say by which definition they go, and go by two: adjusted and GAAP, with debt and without."""
    if not claim.reading or not stated.reading:
        return None
    ours, theirs = claim.reading.claim.basis, stated.reading.claim.basis
    if ours and theirs and ours.casefold() != theirs.casefold():
        return Apart("basis", f"the article's is {theirs}, not {ours}")
    for aspect in _DEFINITIONS:
        one, other = claim.reading.answer(aspect), stated.reading.answer(aspect)
        if one and other and one != other:
            return Apart("basis", f"the article's is {other}, not {one}")
    return None


def _whole(claim: Stated, stated: Stated) -> Apart | None:
    """The summary says that it is all of it, and the article limits its figure to a part."""
    if stated.reading is None or not stated.reading.scopes or not said(words().wholes).search(claim.clause):
        return None
    limited = sorted(scope for scope in stated.reading.scopes if scope.lower() not in claim.passage.text.lower())
    if not limited or said(words().wholes).search(stated.clause):
        return None
    return Apart("scope", f"the article's covers a part only, {', '.join(limited)}")


def _denial(claim: Stated, stated: Stated) -> Apart | None:
    denied = said(tuple(sorted(words().denied)))
    if denied.search(stated.clause) and not denied.search(claim.clause):
        return Apart("denial", "in the article it is denied")
    return None


LEVELS: Final = (_direction, _part, side_apart, _deal, _period, _source, _subject, _basis, _whole, _modality, _denial)
