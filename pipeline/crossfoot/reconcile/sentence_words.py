"""The words by which two sentences are compared: what they are about, what stands beside a figure, whom they name."""

from __future__ import annotations

import re
from functools import lru_cache

from crossfoot.reconcile import words
from crossfoot.reconcile.context import Context

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")
_NEAREST = 5
_DOUBLED = frozenset("bdgmnprt")  # before an ending; `selling` and `passed` have them of their own


@lru_cache(maxsize=2048)
def content(sentence: str, firm: str | None, counterparty: str | None) -> frozenset[str]:
    """The words of a sentence that say what it is about, stemmed a little, without the firm's own."""
    names = {stem(word) for word in _WORD.findall(f"{firm or ''} {counterparty or ''}".lower())}
    weak = words.comparability().weak_words
    found = (word.strip("'’-") for word in _WORD.findall(sentence.lower()))
    return frozenset(stem(word) for word in found if len(word) > 2 and word not in weak) - names


def nearest(context: Context, quote: str) -> frozenset[str]:
    """The words on either side of the figure, stemmed: verbs and little words too, for a statement that is repeated
    keeps them."""
    left = _WORD.findall(context.left[-60:])[-_NEAREST:]
    right = _WORD.findall(context.right)[:_NEAREST]
    beside = (*left, *_WORD.findall(quote), *right)
    little = words.comparability().little_words
    return frozenset(stem(word) for word in beside if len(word) > 1 and word not in little)


@lru_cache(maxsize=2048)
def names(sentence: str, *, first: bool = True) -> frozenset[str]:
    """Capitalised words, for a figure whose firm is not known: what the sentence may be about.

    The first word of a sentence is capitalised anyway: without `first` it counts only where it owns something (`Azur's`).
    """
    weak = words.comparability().weak_words
    found = [word for word in _WORD.findall(sentence) if word[0].isupper()]
    opening = sentence.lstrip()
    if not first and found and opening.startswith(found[0]) and not opening[len(found[0]) :].startswith(("'s", "’s")):
        del found[0]
    return frozenset(stem(word.lower()) for word in found if stem(word.lower()) not in weak)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Cuts plural, tense and possessive endings; crude on purpose, it only serves to count shared words."""
    word = word.split("'")[0].split("’")[0]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if ending in ("ing", "ed") and len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
                word = word[:-1]  # `cutting`, `planned`
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
