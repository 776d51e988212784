"""Copies of one story: articles whose claims stand in the same sentences, whatever was cut or put on top."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from crossfoot.records import Claim

_WORD: Final = re.compile(r"[^\W_]+")
_RUN: Final = 3  # words in a row
_SHARED: Final = 0.5  # of the shorter article's runs: same-event articles of two writers reach 0.04
_FEWEST: Final = 12  # runs; of fewer a share says little
_COMMON: Final = 20  # articles in which a run stands without telling anything


def groups(claims: Sequence[Claim]) -> dict[str, str]:
    """The first article of its group for each article: copies of one agency story are one witness."""
    runs = _runs(claims)
    holding: dict[str, list[str]] = defaultdict(list)
    for doc_id in sorted(runs):
        for run in runs[doc_id]:
            holding[run].append(doc_id)
    shared: Counter[tuple[str, str]] = Counter()
    for doc_ids in holding.values():
        if len(doc_ids) <= _COMMON:
            shared.update((one, other) for place, one in enumerate(doc_ids) for other in doc_ids[place + 1 :])
    first = {doc_id: doc_id for doc_id in runs}
    for (one, other), number in sorted(shared.items()):
        fewer = min(len(runs[one]), len(runs[other]))
        if fewer >= _FEWEST and number >= _SHARED * fewer:
            low, high = sorted((_root(first, one), _root(first, other)))
            first[high] = low
    return {doc_id: _root(first, doc_id) for doc_id in first}


def _runs(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The three-word runs of the sentences in which an article's claims stand."""
    sentences: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sentences[claim.doc_id].add(claim.sentence)
    found: dict[str, set[str]] = {}
    for doc_id, texts in sentences.items():
        found[doc_id] = set()
        for text in texts:
            words = _WORD.findall(text.lower())
            found[doc_id].update(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return found


def _root(first: dict[str, str], doc_id: str) -> str:
    while first[doc_id] != doc_id:
        doc_id = first[doc_id]
    return doc_id
