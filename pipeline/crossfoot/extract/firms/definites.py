"""Finds definite nouns that stand for a firm: `the company`, `the social media giant`, `shares`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from crossfoot.extract.firms.mentions import FirmMention, Words
from crossfoot.vocabulary.firm_lists import FirmNoun, firm_lists, firm_words

_DETERMINERS = frozenset({"the", "this"})
_LONGEST = 7
_FEW = 6
_RATINGS = frozenset({"overweight", "underweight", "buy", "hold", "neutral", "outperform", "underperform"})
_WHOLES = frozenset({"world", "country", "nation", "region", "city", "state", "industry", "continent"})
_RANKS = frozenset(
    {
        "largest",
        "biggest",
        "whole",
        "entire",
        "richest",
        "poorest",
        "smallest",
        "-",
        "world",
        "'s",
        "’s",
        "island",
        "host",
        "most",
        "populous",
        "second",
        "third",
    }
)
_SHARES = frozenset({"shares", "stock"})
_JOINED = frozenset({"combined", "merged"})
_MINISTRIES = frozenset({"Ministry", "Treasury", "Department", "METI", "MITI", "MOFCOM", "Office"})
DEFINING = _DETERMINERS | _SHARES  # what a definite noun begins with
# Before `shares fell` inside a sentence: `the mine flooded, dragging shares down`.
_PUSHERS = frozenset(
    {
        "sending",
        "sent",
        "pushing",
        "pushed",
        "dragging",
        "driving",
        "lifting",
        "as",
        "while",
        "with",
        "and",
        "drove",
        "lifted",
    }
)


@dataclass(frozen=True, slots=True)
class Definite:
    """A definite noun: its tokens from `start` to `end`, and what it may stand for; no `sectors`: a firm of any."""

    end: int
    noun: FirmNoun
    sectors: frozenset[str]
    country: str | None = None
    start: int = 0

    @property
    def first(self) -> str | None:
        """The sector that the noun means before all others: a bank's of `bank`, though a brokerage may be called so."""
        return self.noun.sectors[0] if self.noun.sectors and len(self.noun.sectors) <= _FEW else None

    def fit(self, mention: FirmMention) -> float | None:
        """How well somebody fits the noun, None where he cannot be meant."""
        kinds = set(self.noun.kinds)
        if mention.kind not in kinds and not (mention.kind in {"broker", "division"} and "company" in kinds):
            return None
        if self.country is not None and not self._from(mention):
            return None
        if self.noun.noun in ("state", "city") and mention.canonical.endswith(" County"):
            return None
        if self.noun.noun == "ministry" and _MINISTRIES.isdisjoint(mention.canonical.split()):
            return None
        penalty = 1.0 if mention.kind in {"broker", "division"} and mention.kind not in kinds else 0.0
        if not self.sectors:
            return 0.0 - penalty
        if mention.sector is None:
            return 0.5 - penalty
        if mention.sector not in self.sectors:
            return None
        return (1.5 if self.first is not None and mention.sector != self.first else 2.5) - penalty

    def _from(self, mention: FirmMention) -> bool:
        """Whether somebody can be called American, or French: no list knows more than whether a firm is American."""
        if "company" not in self.noun.kinds:
            return mention.canonical == self.country
        return mention.country != ("other" if self.country == "United States" else "United States")


@cache
def _nouns() -> dict[str, FirmNoun]:
    return {noun.noun: noun for noun in firm_words().nouns}


@cache
def _place_words() -> frozenset[str]:
    """The words of cities, states, regions and indexes: `the New York bank`, `the FTSE 250 group`."""
    kinds = {"region", "country", "index"}
    return frozenset(w for e in firm_lists().names.values() if e.kind in kinds for w in e.name.split())


def definite_at(words: Words, i: int) -> Definite | None:
    """The definite noun that starts at token `i`."""
    low = words.words[i].lower()
    if low == "the" and words.at(i + 1) == "bank" and words.at(i - 1) == "in":
        return None  # `$88 million in the bank`
    if low in _SHARES and _bare_shares(words, i):
        return Definite(i + 1, _nouns()["stock"], frozenset())
    if low not in _DETERMINERS:
        return None
    return definite_behind(words, i)


def definite_behind(words: Words, i: int) -> Definite | None:
    """The noun phrase that token `i` makes definite: an article, or the `'s` of `Britain's biggest lender`."""
    for k in range(i + 1, min(i + 1 + _LONGEST, len(words))):
        word = words.words[k]
        if words.figure[k]:
            return None  # `the 17.4 billion daily average`
        noun = _nouns().get(f"{words.words[k - 1]} {word}") or _nouns().get(word.lower() if k == i + 1 else word)
        if noun is not None and not _JOINED.isdisjoint(words.words[i + 1 : k]):
            return None  # "the combined company" is neither of the two
        if (
            noun is not None
            and noun.noun == "index"
            and not firm_words().index_trades.isdisjoint(words.words[i + 1 : k])
        ):
            return None  # "the bank index"
        if noun is not None and _ends_there(words, k) and _about_country(noun, words, i + 1, k):
            return Definite(k + 1, noun, _sectors(noun, words, i + 1, k), start=i)
        if not _modifies(words, k):
            return None
    return None


def _modifies(words: Words, k: int) -> bool:
    """Whether a word may stand between article and noun: `world's`, `second - largest`, no name and no small word."""
    word = words.words[k]
    if word in {"-", "&", "'s", "’s"}:
        return word not in {"'s", "’s"} or words.words[k - 1] in _WHOLES
    if not word[0].isalnum() or (word.lower() in STOP_WORDS and word.lower() not in {"most", "first", "third"}):
        return False
    # `the ZENTO brand` is a thing of its own; `the AI startup`, `the French planemaker` are not.
    return (
        word[0].islower()
        or word[0].isdigit()
        or word in firm_words().modifiers
        or words.adjective_at(k)
        or word in _place_words()
    )


def _about_country(noun: FirmNoun, words: Words, start: int, end: int) -> bool:
    """Whether modifiers leave a country's noun that country: `the world's largest economy`, not `the dark economy`."""
    if "country" not in noun.kinds:
        return True
    return all(words.words[k] in _RANKS or words.adjective_at(k) for k in range(start, end))


def _bare_shares(words: Words, i: int) -> bool:
    """`Shares fell`, `sending shares lower`, `the stock` without an owner beside it."""
    if words.at(i + 1).lower() in {
        "of",
        "in",
        "market",
        "markets",
        "exchange",
        "price",
        "futures",
        "options",
        "-",
        "index",
    }:
        return False
    return words.opens[i] or (words.words[i] == "shares" and words.at(i - 1).lower() in _PUSHERS)


def _ends_there(words: Words, k: int) -> bool:
    """Whether the noun is the phrase's head and not part of a compound: not `the company email`, `the stock market`."""
    after = words.at(k + 1)
    if after == "of":
        return False  # `the City of Fresno`, `the owner of Zara`: a name, or another firm
    if not after or not after[0].isalpha() or words.starts[k + 1] > words.starts[k] + len(words.words[k]) + 3:
        return True
    if after in _RATINGS:
        return True
    if words.pos[k + 1]:
        return words.pos[k + 1] not in {"NOUN", "PROPN"} and not (words.pos[k + 1] == "ADJ" and after == "chief")
    if after in STOP_WORDS or after in firm_words().verbs or after in {"'s", "’s"}:
        return True
    return after.endswith(("ed", "ly")) or after in {
        "fell",
        "rose",
        "grew",
        "lost",
        "saw",
        "won",
        "made",
        "paid",
        "sank",
        "now",
        "has",
    }


def _sectors(noun: FirmNoun, words: Words, start: int, end: int) -> frozenset[str]:
    """The sectors that noun and modifiers leave: both where they agree, else the noun's, else the modifiers'."""
    whole = _nouns().get("".join(words.words[end - 2 : end]) + noun.noun) if words.words[end - 1] == "-" else None
    own = frozenset((whole or noun).sectors)
    told: frozenset[str] = frozenset()
    modifiers = firm_words().modifiers
    between = [w for w in words.words[start:end] if w != "-"]
    joined = "-".join(words.words[start:end]).replace("---", "-")
    for size in (2, 1):
        for at in range(len(between) - size + 1):
            piece = between[at : at + size]
            for text in (" ".join(piece), "-".join(piece)):
                if text in modifiers and (size == 1 or text.replace(" ", "-") in joined):
                    told |= frozenset(modifiers[text])
        if told:
            break
    if own and told:
        return own & told or own
    return own or told
