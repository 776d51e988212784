"""What a mention of a firm is, and a Doc as the plain words that its finders read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from crossfoot.extract.tokens import tokens_of
from crossfoot.extract.words import text_of
from crossfoot.extract.words import words_of as words_in
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, FirmEntry, Kind, firm_lists, firm_words

DATELINE = 16  # tokens
DASHES = frozenset({"-", "–", "—", "--", ":", "//"})
_CENTRAL = frozenset({"Bank", "Reserve", "Fed", "Bundesbank", "Riksbank", "Nationalbank", "Banque"})

Via = Literal["ticker", "gazetteer", "recognised", "short_form", "pronoun", "definite"]


@dataclass(frozen=True, slots=True)
class FirmMention:
    """Whom a run of words names.

    `canonical` is the name in news style; `owner` the firm behind a division, and a person's employer where told;
    `sector` a key of firms_us.yaml (of a group: `people` or `industry`); `house` true where analysts speak for it;
    `adjective` true for `Chinese`; `country` `United States`, `other` or None; `product` the product printed where the
    figures are its maker's (`iPhone`, canonical `Apple`); `confidence` 0 to 1.
    """

    canonical: str
    kind: Kind
    via: Via
    confidence: float
    ticker: str | None = None
    owner: str | None = None
    sector: str | None = None
    house: bool = False
    adjective: bool = False
    country: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and the tokens that it covers: `start` first, `end` one past the last."""

    start: int
    end: int
    mention: FirmMention


@dataclass(frozen=True, slots=True)
class Words:
    """A Doc as plain lists, one place a token: what the finders read.

    `opens` marks the first word of a sentence, `headline` those of a line in which nearly every word has a capital,
    `prose` those of a sentence with a small-letter word in it (no table row); `pos`, `tags` and `deps` empty where
    unparsed; `figure` those of quantities and periods; `lower` holds every word in small letters, `inner` every word with a
    capital inside a sentence of prose.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    opens: tuple[bool, ...]
    headline: tuple[bool, ...]
    prose: tuple[bool, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    figure: tuple[bool, ...]
    lower: frozenset[str]
    inner: frozenset[str]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """The word at `index`, empty past either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def adjective_at(self, index: int) -> bool:
        """Whether the word is an adjective of a country (`French`, `U.S.`)."""
        return self.at(index) in _adjectives()

    def place_at(self, index: int) -> bool:
        """Whether the word is a country's name."""
        return self.at(index) in _countries()

    def town_at(self, index: int) -> bool:
        """Whether the word is a town's or a state's name."""
        return self.at(index) in _towns()


@cache
def _countries() -> frozenset[str]:
    return frozenset(s.text for s in firm_lists().spellings if s.entry.kind == "country" and not s.adjective)


@cache
def _towns() -> frozenset[str]:
    return frozenset(s.text for s in firm_lists().spellings if s.entry.kind == "region" and not s.adjective)


@cache
def country_told(word: str) -> str | None:
    """The country of an adjective: *Japan* of *Japanese*."""
    entries = (s.entry for s in firm_lists().spellings if s.adjective and s.text == word and s.entry.kind == "country")
    return next(
        (entry.name for entry in entries),
        {"U.S.": "United States", "US": "United States", "UK": "United Kingdom"}.get(word),
    )


def narrows(word: str) -> bool:
    """Whether a word is a country's adjective: the *U.S.* of *U.S. companies*."""
    return word in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    listed = {s.text for s in firm_lists().spellings if s.adjective}
    return frozenset(listed | {"U.S.", "US", "UK", "U.K.", "EU"})


def words_of(doc: Doc) -> Words:
    """The Doc as lists."""
    read = tokens_of(doc)
    words = tuple(words_in(doc))
    first_of_sentence = {sentence.start for sentence in read.sents}
    opens = [False] * len(words)
    headline = [False] * len(words)
    prose = [False] * len(words)
    pending = True
    start = 0
    for i, word in enumerate(words):
        if i in first_of_sentence or (i and "\n" in words[i - 1]):
            _mark_lines(words, headline, prose, start, i)
            pending, start = True, i
        if pending and word[0].isalnum():
            opens[i], pending = True, False
    _mark_lines(words, headline, prose, start, len(words))
    _open_behind_datelines(words, opens)
    return Words(
        text_of(doc),
        words,
        tuple(read.places[: len(words)]),
        tuple(opens),
        tuple(headline),
        tuple(prose),
        tuple([token.pos_ for token in read.tokens]),
        tuple([token.tag_ for token in read.tokens]),
        tuple([token.dep_ for token in read.tokens]),
        _figures(doc),
        frozenset(w for w in words if w.islower()),
        frozenset(
            w for w, first, plain in zip(words, opens, prose, strict=True) if plain and not first and w[0].isupper()
        ),
    )


def _open_behind_datelines(words: tuple[str, ...], opens: list[bool]) -> None:
    """Marks the first word behind a dateline as opening its sentence: `OSLO, Oct 8 - Shares of Acme`."""
    for i in range(len(words)):
        if opens[i] and words[i].isupper() and len(words[i]) > 2:
            for k in range(i + 1, min(i + DATELINE, len(words) - 1)):
                if opens[k] or "\n" in words[k]:
                    break
                if words[k] in DASHES:
                    opens[k + 1] = words[k + 1][0].isalnum()
                    break


def _figures(doc: Doc) -> tuple[bool, ...]:
    """For every token whether it is of a quantity or a period: `Rs` and `FY26` are no firms."""
    flags = [False] * len(doc)
    for name in ("crossfoot_quantities", "crossfoot_periods"):
        for span in doc.spans.get(name, ()):
            flags[span.start : span.end] = [True] * (span.end - span.start)
    return tuple(flags)


def _mark_lines(words: tuple[str, ...], headline: list[bool], prose: list[bool], start: int, end: int) -> None:
    """Sets `headline` over a sentence of four long words or more of which four in five are capitalised, and `prose`."""
    prose[start:end] = [any(len(w) > 1 and w.islower() and w.isalpha() for w in words[start:end])] * (end - start)
    long = [w for w in words[start:end] if len(w) > 3 and w.isalpha()]
    if len(long) >= 4 and sum(w[0].isupper() for w in long) * 5 >= len(long) * 4:
        headline[start:end] = [True] * (end - start)


def of_entry(entry: FirmEntry, *, adjective: bool = False) -> FirmMention:
    """A listed name as a mention; a product's is its owner's."""
    owner = firm_lists().names.get(entry.owner or "") if entry.product else None
    if owner is not None:
        return replace(of_entry(owner), confidence=0.7, product=entry.name)
    return FirmMention(
        entry.name,
        entry.kind,
        "gazetteer",
        0.6 if adjective else 0.9 if entry.trust == "plain" else 0.75,
        entry.ticker,
        entry.owner,
        entry.sector or _sector_of(entry.name, entry.kind),
        entry.house,
        adjective,
        entry.country,
    )


@cache
def _sector_of(name: str, kind: Kind) -> str | None:
    if kind == "agency":
        return "central_bank" if _CENTRAL.intersection(name.split()) else None
    if kind not in FIRM_KINDS:
        return None
    sectors = firm_words().name_sectors
    return next((sectors[w] for w in reversed(name.lower().split()) if w in sectors), None)
