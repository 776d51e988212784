"""The part that the words right before a metric's name limit it to: *wholesale revenue*, *cloud sales*, against *revenue*."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from crossfoot.reconcile import sentence_words, words
from crossfoot.reconcile.reading import Reading
from crossfoot.vocabulary.models import metrics

_WORD: Final = re.compile(r"[^\W\d_][\w-]*|['’]s(?!\w)|[^\w\s]|\d[\w.,%-]*")
_LONGEST: Final = 3  # words of a part: `data center revenue`


def parts_apart(one: Reading, other: Reading) -> str | None:
    """Why two levels of one article are of two parts, or of a part and the whole; None where the words do not say."""
    first, second = one.claim, other.claim
    if first.doc_id != second.doc_id or (first.measure, second.measure) != ("level", "level"):
        return None
    here, there = part(one), part(other)
    if here is None or there is None or here == there or _stems(here) & _stems(there):
        return None
    name = metrics_name(first.metric)
    return f"they cover different parts, {_shown(here, name)} and {_shown(there, name)}"


def part(reading: Reading) -> str | None:
    """The modifier of the metric's name nearest to the figure; empty for a name by itself, None where no name is found."""
    claim = reading.claim
    names = _names(claim.metric)
    if names is None:
        return None
    at = claim.start - claim.sentence_start
    found = min(names.finditer(claim.sentence), key=lambda name: _distance(name, at, len(claim.quote)), default=None)
    return None if found is None else _modifier(claim.sentence[: found.start()], claim.firm)


def metrics_name(metric: str) -> str:
    """The first name of a metric in the vocabulary."""
    known = metrics().get(metric)
    return known.names[0] if known and known.names else metric


def _distance(name: re.Match[str], at: int, length: int) -> int:
    return max(at - name.end(), name.start() - at - length, 0)


@cache
def _names(metric: str) -> re.Pattern[str] | None:
    known = metrics().get(metric)
    if known is None or not known.names:
        return None
    longest_first = sorted(known.names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})s?(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _modifier(before: str, firm: str | None) -> str | None:
    """The words between what opens the noun phrase and the name; None where that stands too far off."""
    known = words.comparability()
    taken: list[str] = []
    for word in reversed(_WORD.findall(before)):
        if _opens(word.lower()):
            break
        taken.insert(0, word.lower())
        if len(taken) > _LONGEST:
            return None
    own = {each.lower() for each in re.findall(r"\w+", firm or "")}
    return " ".join(word for word in taken if word not in known.no_parts | own)


def _opens(word: str) -> bool:
    """True of a mark or word behind which a noun phrase begins: `its`, `posted`, `saw`."""
    known = words.comparability()
    if not word[0].isalpha() or word in known.part_openers:
        return True
    return word.endswith(("ed", "ly")) and word not in known.no_parts


def _stems(part: str) -> frozenset[str]:
    return frozenset(sentence_words.stem(word) for word in part.split())


def _shown(part: str, name: str) -> str:
    return f"{part} {name}" if part else f"{name} without a limit"
