"""The parts of a business by which a release heads its lines: `- Water Treatment: Revenues rose by 17 per cent`."""

from __future__ import annotations

from functools import cache

from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.vocabulary.firm_lists import firm_words
from crossfoot.vocabulary.models import metrics

_DASHES = frozenset({"–", "—", "-"})
_BULLETS = frozenset("-–—•*·▪◦")
_JOINERS = frozenset({"&", "and", "of", "to", "-", ",", "/"})
_LONGEST = 7  # tokens of a head
_NEAR = 8  # tokens from the head to what is measured
_SURE = 0.75


def heads(words: Words, covered: list[bool]) -> list[Found]:
    """The heads of lines that tell results, as divisions; only over tokens not yet covered."""
    return [
        Found(i, end, FirmMention(" ".join(words.words[i:end]), "division", "recognised", _SURE))
        for i in range(len(words))
        if words.opens[i] and (end := _head_from(words, i, covered)) is not None
    ]


def _head_from(words: Words, start: int, covered: list[bool]) -> int | None:
    """One past the head that begins at token `start`, None where none does."""
    for end in range(start, min(start + _LONGEST, len(words))):
        word = words.words[end]
        if end > start and (word == ":" or word in _DASHES and _is_bullet(words, start)) and not _goes_on(words, end):
            named = [w for w in words.words[start:end] if w not in _JOINERS]
            return end if _is_a_part(named) and _tells_results(words, end + 1) else None
        if covered[end] or words.figure[end] or not (word[:1].isupper() or word in _JOINERS):
            return None
    return None


def _is_bullet(words: Words, start: int) -> bool:
    """Behind a list's sign a dash ends the head; elsewhere it ends a dateline: *MOLINE, Ill. — Acme said*."""
    return words.at(start - 1).strip() in _BULLETS


def _goes_on(words: Words, at: int) -> bool:
    """The hyphen of *Direct-to-Consumer*, glued to both its sides."""
    glued = words.starts[at] == words.starts[at - 1] + len(words.words[at - 1])
    return words.words[at] == "-" and glued


def _is_a_part(named: list[str]) -> bool:
    """Whether a head may name a part of a business: not `Outlook`, `Total`, `Adjusted EBITDA`."""
    low = [word.lower() for word in named]
    return bool(low) and not firm_words().heading_words.intersection(low) and not _measured().intersection(low)


def _tells_results(words: Words, start: int) -> bool:
    """Whether what follows names a thing that results measure, and a figure."""
    behind = range(start, min(start + _NEAR, len(words)))
    named = any(words.words[k].lower() in _measured() for k in behind)
    return named and any(words.figure[k] for k in range(start, min(start + 2 * _NEAR, len(words))))


@cache
def _measured() -> frozenset[str]:
    """The words in which the names of what a firm reports end: `revenues`, `margin`, `EBITDA`."""
    names = [name for metric in metrics().values() for name in metric.names]
    return frozenset(name.split()[-1].lower() for name in names) & firm_words().reported


def is_measured(words: Words, start: int, end: int) -> bool:
    """The *Revenues* of *Revenues rose*, the *Organic* of *Organic sales growth*: no name, whatever its capital is."""
    named = [word.lower() for word in words.words[start:end]]
    ahead = {words.at(end).lower(), words.at(end + 1).lower()}
    told = all(word in _measured() or word in firm_words().metric_modifiers for word in named)
    return told and (named[-1] in _measured() or not _measured().isdisjoint(ahead))
