"""Capitalised runs of words that no list has: what may be a firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from crossfoot.extract.firms.appositions import apposition, firm_noun
from crossfoot.extract.firms.heads import is_measured
from crossfoot.extract.firms.mentions import DASHES, DATELINE, Words
from crossfoot.extract.firms.tickers import bare_name, opens_a_name
from crossfoot.vocabulary.firm_lists import firm_words
from crossfoot.vocabulary.models import metrics
from crossfoot.vocabulary.people import people

_JOINERS = frozenset({"&", "of", "de", "-", "–", "and", "'", "’"})
_GOVERNING = frozenset({"board", "directors", "management", "chairman", "president", "owners", "members"})
_NEVER_NAMES = frozenset({"ADV", "SCONJ", "CCONJ", "ADP", "INTJ", "AUX", "PRON", "DET"})
_DEFINED = frozenset(
    {"company", "corporation", "group", "bank", "bancorp", "trust", "fund", "partnership", "issuer", "corp"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLOSING = frozenset({"AI"})  # a word of all firms, and of the names of some
_MODALS = frozenset({"would", "will", "could", "has", "had", "is", "was"})
# Words that begin a name inside a sentence: *lender Great Basin Bancorp*.
_NARROWING = frozenset(
    "Great New North South East West Central Northern Southern Eastern Western Black Green Blue Red White Big".split()
)
# Kinds of firm that begin names, too: *Bank Mandiri*, *Group 1*.
_NAMES_TOO = frozenset("bank group company fund exchange platform network studio trust stock major titan".split())
LONGEST = 7
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised run of words that no list has; `first` where it opens a sentence."""

    start: int
    end: int
    name: str
    first: bool


def candidates(words: Words, covered: list[bool]) -> Iterator[Candidate]:
    """Capitalised runs outside of `covered` tokens and headlines' everyday words, in text order."""
    i, count = 0, len(words)
    while i < count:
        if covered[i] or words.figure[i] or not is_capital(words, i) or _everyday(words, i) or _thing_owned(words, i):
            i += 1
            continue
        end = i + 1
        while end < count and end - i < LONGEST and not (covered[end] or words.figure[end] or words.opens[end]):
            if is_capital(words, end) and (
                not words.headline[end] or words.lower.isdisjoint({words.words[end].lower()})
            ):
                end += 1
            elif _closes(words, end):
                end += 1
                break
            elif _initial(words, end) and end + 1 < count and not covered[end + 1] and is_capital(words, end + 1):
                end += 2  # "Delmar Q Power"
            elif words.words[end] in _JOINERS and end + 1 < count and not covered[end + 1] and _joins(words, end):
                end += 2
            else:
                break
        end = _with_apostrophe(words, with_suffix(words, end))
        if _opened_by_a_noun(words, i, covered):
            i -= 1
        name = bare_name(words, i, end)
        told = is_measured(words, i, end) or name.lower() in _metric_names()
        if not told and name not in firm_words().organs and not _in_dateline(words, i):
            yield Candidate(i, end, name, words.opens[i])
        i = end


def without_openers(words: Words, found: list[Candidate]) -> list[Candidate]:
    """The candidates less a sentence's first word where the text has the rest by itself: `Remember Acme`, `Acme` later."""
    inside = {candidate.name for candidate in found if not candidate.first}
    alone = {candidate.name for candidate in found if " " not in candidate.name}
    result = []
    for candidate in found:
        opener, _, rest = candidate.name.partition(" ")
        named = words.pos[candidate.start] == "PROPN" or opener in people().first_names or candidate.name in inside
        ends = rest in firm_words().firm_endings | firm_words().body_endings | firm_words().legal_suffixes
        if candidate.first and rest in alone and not named and not ends:
            candidate = Candidate(candidate.start + 1, candidate.end, rest, False)
        result.append(candidate)
    return result


def begun_by_firms(found: list[Candidate]) -> frozenset[str]:
    """The first words of the names that end as a firm's do: the *Norling* of *Norling Foods*."""
    vocabulary = firm_words()
    ends = vocabulary.firm_endings | vocabulary.legal_suffixes | vocabulary.trade_endings
    names = (candidate.name.split() for candidate in found)
    return frozenset(name[0] for name in names if len(name) > 1 and name[-1].rstrip(".") in ends)


def _in_dateline(words: Words, i: int) -> bool:
    """The *PRETORIA* of *PRETORIA – The bank*, the *Ind.* of *WHEATFIELD, Ind. — Acme said*: where a text was written."""
    first = next((k for k in range(i, max(-1, i - DATELINE), -1) if words.opens[k]), None)
    if first is None or not words.words[first].isupper():
        return False
    if first == i and (len(words.words[i]) <= _SHORT or words.words.count(words.words[i]) > 1):
        return False  # "BYD — The maker of cars"
    return any(words.words[k] in DASHES and words.opens[k + 1] for k in range(i + 1, min(i + DATELINE, len(words) - 1)))


def _thing_owned(words: Words, i: int) -> bool:
    """`Shares of Acme`, `Directors of Acme`: what a firm has begins no name."""
    has = firm_words().possessions | _GOVERNING
    return words.words[i].lower() in has and words.at(i + 1) in {"of", "at", "in"}


def _opened_by_a_noun(words: Words, i: int, covered: list[bool]) -> bool:
    """Whether an everyday word that opens the sentence belongs to the name: `Animal Health generated`."""
    first = i - 1
    if first < 0 or not words.opens[first] or covered[first] or words.figure[first] or words.headline[first]:
        return False
    low = words.words[first].lower()
    if words.pos[first] not in {"NOUN", "PROPN", "ADJ"} or not words.words[first][0].isupper() or low in STOP_WORDS:
        return False
    vocabulary = firm_words()
    described = firm_noun(low) or low in vocabulary.person_roles | vocabulary.apposed_nouns | vocabulary.possessions
    return not described and low not in vocabulary.people_groups and words.words[first] not in people().never_names


@cache
def _metric_names() -> frozenset[str]:
    return frozenset(name for metric in metrics().values() for name in metric.names)


def _initial(words: Words, at: int) -> bool:
    """A single capital letter inside a name: the *Q* of *Delmar Q Power*."""
    word = words.words[at]
    return len(word) == 1 and word.isupper() and word != "I" and not words.opens[at + 1]


def _closes(words: Words, at: int) -> bool:
    """The *AI* that ends a name: `Acme AI raised`, `at Acme AI,`, not `Acme AI chips`."""
    if words.words[at] not in _CLOSING or words.pos[at - 1] not in {"PROPN", ""}:
        return False
    after = words.at(at + 1)
    return (
        after in firm_words().verbs | _MODALS | {",", ".", "'s", "’s", "and", ")", "to"}
        or words.pos[at] == "PROPN"
        and (words.deps[at] in _SUBJECTS)
    )


def _joins(words: Words, at: int) -> bool:
    """Whether a small word between two capitalised ones belongs to the name: `Marks & Spencer`, not `Acme and Bolt`."""
    if words.words[at] in {"and", "'", "’"}:
        return False
    if words.words[at] == "of" and words.words[at - 1] in firm_words().person_titles | firm_words().title_modifiers:
        return False  # `Chief Executive Officer of Acme`
    return is_capital(words, at + 1) and not words.opens[at + 1]


def with_suffix(words: Words, end: int) -> int:
    """One past a legal suffix behind a comma: `Harbor Freight, Inc.`"""
    suffixes = firm_words().legal_suffixes
    if words.at(end).rstrip(".") in suffixes and not words.opens[end]:
        end += 1
    if words.at(end) == "," and words.at(end + 1).rstrip(".") in suffixes - {"Company", "Group", "Companies"}:
        return end + 2
    return end


def _with_apostrophe(words: Words, end: int) -> int:
    """One past an `'s` that is part of the name: `Wendy's said`, `Macy's, which`, not `Acme's revenue`."""
    if words.at(end) not in {"'s", "’s"}:
        return end
    after = words.at(end + 1)
    ends_name = after in firm_words().verbs or after in {",", "(", "has", "is", "was", "will"}
    return end + 1 if ends_name else end


def is_capital(words: Words, i: int) -> bool:
    word = words.words[i]
    if word.islower():
        return False
    if word in people().never_names and not opens_a_name(words, i) and not _narrows_a_name(words, i):
        return False
    if word[0].isupper():
        return any(map(str.islower, word)) or (
            2 <= len(word) <= 12 and word.replace("-", "").replace("&", "").isalnum()
        )
    return word[0].islower() and len(word) > 1 and word[1].isupper() and word[:1] in "eixy"


def _narrows_a_name(words: Words, i: int) -> bool:
    """The *Great* of *lender Great Basin Bancorp*, inside a sentence and before a name."""
    if words.words[i] not in _NARROWING or words.opens[i] or words.headline[i] or i + 1 >= len(words):
        return False
    after = words.words[i + 1]
    named = after[:1].isupper() and after[1:].islower() and after not in people().never_names
    if not named or words.figure[i + 1]:
        return False
    alone = (k for k, word in enumerate(words.words) if word == after and words.at(k - 1) != words.words[i])
    return next(alone, None) is None  # not the *New* of *New Acme washers* in a text on Acme


def _everyday(words: Words, i: int) -> bool:
    """Whether the capital is owed to the place: a sentence's or headline's first word that is an ordinary one."""
    word = words.words[i]
    low = word.lower()
    if opens_a_name(words, i):
        return False
    if low in STOP_WORDS:
        return not _is_named_so(words, i)
    if word == "Bank" and words.at(i + 1) == "of" and words.at(i + 2)[:1].isupper() and not words.headline[i]:
        return False
    after_the = words.at(i - 1).lower() in {"the", "our", "this"}
    if after_the and (firm_noun(low) or low in _DEFINED) and not words.at(i + 1)[:1].isupper():
        return True  # "The Company expects": the one defined above
    if word in people().known:
        return False
    if not words.opens[i] and not words.headline[i]:
        return False
    tagged = words.pos[i]
    apposed = words.opens[i] and words.at(i + 1)[:1].isupper() and not words.headline[i]
    if apposed and (low in firm_words().apposed_nouns or low not in _NAMES_TOO and _is_a_kind_of_firm(low)):
        # "Rival Acme sold", "Fintech Acme raised"
        return words.words[i + 1][1:2].islower() or words.words[i + 1].isupper()
    if words.opens[i] and tagged in _NEVER_NAMES:
        return True  # "Instead, the firm argues" is no firm called Instead
    odd = words.opens[i] and tagged and tagged != "PROPN" and not is_mixed(word) and apposition(words, i + 1) is None
    if odd and word not in words.inner:
        return True
    return low in words.lower or low in firm_words().people_groups or low in firm_words().industry_groups


def _is_named_so(words: Words, i: int) -> bool:
    """The *Via* of *rival Via Norte*: a small word in capitals inside a sentence, before a name."""
    inside = not words.headline[i] and (not words.opens[i] or words.words[i] in words.inner)
    after = words.at(i + 1)
    return (
        inside
        and words.pos[i] == "PROPN"
        and len(words.words[i]) > _SHORT - 1
        and after[:1].isupper()
        and after[1:].islower()
    )


def _is_a_kind_of_firm(low: str) -> bool:
    """*lender*, *retailer*, *fintech*."""
    noun = firm_noun(low)
    return noun is not None and "company" in noun.kinds


def is_mixed(word: str) -> bool:
    """A capital inside, as in `CoreWeave` or `xAI`."""
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
