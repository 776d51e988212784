"""The nouns that tell what a name beside them is: `Acme, a maker of chips`, `chipmaker Acme`."""

from __future__ import annotations

from functools import cache

from crossfoot.extract.firms.mentions import Words
from crossfoot.vocabulary.firm_lists import FirmNoun, firm_words

_ARTICLES = frozenset({"a", "an", "the", "one", "its"})


def firm_noun(word: str) -> FirmNoun | None:
    """The noun of firm_nouns.yaml that names a kind of firm or body, singular or plural."""
    return _by_word().get(word.lower())


@cache
def _by_word() -> dict[str, FirmNoun]:
    nouns = [noun for noun in firm_words().nouns if {"company", "agency"} & set(noun.kinds)]
    return {form: noun for noun in nouns for form in (noun.noun, noun.noun + "s")}


def apposition(words: Words, end: int) -> FirmNoun | None:
    """The noun of `, a maker of chips`, `, Brazil's crop agency,` behind a name, within nine words."""
    if words.at(end) not in {",", "—", "–", "("}:
        return None
    opened = words.at(end + 1).lower() in _ARTICLES
    for k in range(end + 1, end + 10):
        word = words.at(k)
        if word in {",", ".", ";", ""} or "\n" in word:
            return None
        opened = opened or word in {"'s", "’s"} or words.adjective_at(k)
        joined = "".join(words.words[k - 2 : k + 1]) if words.at(k - 1) == "-" else word  # `co-operative`
        noun = firm_noun(word) or firm_noun(joined) if opened else None
        if noun is not None:
            return noun
    return None
