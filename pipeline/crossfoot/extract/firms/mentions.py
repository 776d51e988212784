"""What a mention of a firm is, and the listed names among a text's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal
from unicodedata import combining, normalize

from spacy.tokens import Doc

from crossfoot.extract.firms.gazetteer import Hit, find_names
from crossfoot.extract.tokens import tokens_of
from crossfoot.extract.words import text_of
from crossfoot.extract.words import words_of as words_in
from crossfoot.vocabulary.firm_lists import FirmEntry, Kind, firm_lists, firm_words
from crossfoot.vocabulary.people import people

# `Apple, Company X` names two things; `Apple, Inc.` one.
_NOT_AFTER_COMMA = frozenset({"Company", "Companies", "Group", "Partners", "Holding", "Holdings"})

_DATELINE = 16  # tokens
_INDEX_NOUNS = frozenset({"index", "average", "benchmark", "gauge", "barometer"})
_TOLD = frozenset({"learned", "reported", "said", "wrote"})
_DASHES = frozenset({"-", "–", "—", "--", ":", "//"})
_PLACES = frozenset({"region", "country"})
_LISTING = frozenset({"list", "trad", "floa", "debu", "IPO"})
_WITH_SUFFIX = frozenset({"company", "division", "broker", "media"})
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


@cache
def _countries() -> frozenset[str]:
    return frozenset(s.text for s in firm_lists().spellings if s.entry.kind == "country" and not s.adjective)


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
            for k in range(i + 1, min(i + _DATELINE, len(words) - 1)):
                if opens[k] or "\n" in words[k]:
                    break
                if words[k] in _DASHES:
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


def listed(words: Words) -> tuple[list[Found], list[Found]]:
    """Names of the gazetteer among `words`; everyday words only where their surroundings name the firm.

    And beside them those that are known and mean nobody here: a dateline's city, the exchange of *listed on*.
    """
    hits = [
        (start, end, hit)
        for start, end, hit in _on_tokens(words, find_names(words.text))
        if not hit.entry.unless or not {words.at(start - 1), words.at(end)} & set(hit.entry.unless)
    ]
    sure = {hit.entry.name for start, end, hit in hits if _decides(words, start, end, hit)}
    found = []
    for start, end, hit in hits:
        # A name once sure is sure in the whole text: `Target Corp. ... Target's sales`.
        if (
            hit.entry.trust == "plain"
            or _decides(words, start, end, hit)
            or (hit.entry.name in sure and not words.opens[start])
        ):
            stop = with_suffix(words, end) if hit.entry.kind in _WITH_SUFFIX else end
            stop += hit.entry.kind == "index" and words.at(end).lower() in _INDEX_NOUNS
            mention = of_entry(hit.entry, adjective=hit.adjective)
            found.append(Found(start, stop, _as_printed(mention, words.text[hit.start : hit.end])))
    idle = [
        f
        for f in found
        if _listed_on(words, f)
        or _is_unit(words, f)
        or _in_dateline(words, f)
        or _reports(words, f)
        or _is_cup(words, f)
    ]
    found = [f for f in found if f not in idle and not _longer_unknown(words, f)]
    return [f for f in found if not _part_of_name(words, f) and not _mere_matter(words, f)], idle


def _as_printed(mention: FirmMention, text: str) -> FirmMention:
    """`Nestlé` where the text prints it so, though its list has plain letters."""
    if text.isascii() or text == mention.canonical:
        return mention
    plain = "".join(char for char in normalize("NFD", text) if not combining(char))
    return replace(mention, canonical=text) if plain == mention.canonical else mention


def _in_dateline(words: Words, found: Found) -> bool:
    """`HOUSTON, Feb 5 - Oil settled`: where it was written."""
    if not words.opens[found.start] or not words.words[found.start].isupper() or found.mention.kind not in _PLACES:
        return False
    behind = range(found.end, min(found.end + _DATELINE, len(words) - 1))
    return any(words.words[k] in _DASHES and words.opens[k + 1] for k in behind)


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
    if kind not in {"company", "division"}:
        return None
    sectors = firm_words().name_sectors
    return next((sectors[w] for w in reversed(name.lower().split()) if w in sectors), None)


def _on_tokens(words: Words, hits: Iterable[Hit]) -> Iterator[tuple[int, int, Hit]]:
    """Hits with the tokens they cover; a hit that cuts a token keeps it whole (`U.S.-based`, `bitcoin/dollar`)."""
    index, count = 0, len(words)
    for hit in hits:
        while index + 1 < count and words.starts[index + 1] <= hit.start:
            index += 1
        last = index
        while last + 1 < count and words.starts[last + 1] < hit.end:
            last += 1
        yield index, last + 1, hit


def with_suffix(words: Words, end: int) -> int:
    """One past a legal suffix that follows token `end`: `, Inc.`, `Corp.`, `Co., Ltd.`"""
    suffixes = firm_words().legal_suffixes
    while True:
        at = end + 1 if words.at(end) == "," else end
        if words.at(at).rstrip(".") not in suffixes or (at != end and words.at(at).rstrip(".") in _NOT_AFTER_COMMA):
            return end
        end = at + 1
        if words.at(end) == "." and not words.opens[min(end + 1, len(words) - 1)]:
            end += 1


def _decides(words: Words, start: int, end: int, hit: Hit) -> bool:
    """Whether the surroundings of a name of everyday words say that it is the firm."""
    if hit.entry.trust == "plain" or (end - start > 1 and hit.entry.trust == "context"):
        return True
    if with_suffix(words, end) > end or _ticker_follows(words, end, hit.entry.ticker):
        return True
    if hit.entry.trust == "suffix" or words.headline[start]:
        return False
    after = words.at(end)
    vocabulary = firm_words()
    if after in {"'s", "’s"}:
        return not words.opens[start] or words.at(end + 1) in vocabulary.possessions
    if after in vocabulary.possessions or after in vocabulary.verbs or after in vocabulary.price_verbs:
        return True
    before = words.at(start - 1)
    beside_name = after[:1].isupper() or (before[:1].isupper() and not words.opens[start - 1])
    return not words.opens[start] and not beside_name and (before.islower() or before in {",", "(", "and"})


def _ticker_follows(words: Words, end: int, ticker: str | None) -> bool:
    if ticker is None or words.at(end) != "(":
        return False
    return any(words.at(end + k) == ticker or words.at(end + k).endswith(":" + ticker) for k in range(1, 6))


def _listed_on(words: Words, found: Found) -> bool:
    """Whether an index's name is the exchange's: `to list on the Nasdaq`, `trades on Nasdaq`."""
    before = words.at(found.start - 1), words.at(found.start - 2)
    if "on" not in before or before[0] not in {"on", "the"}:
        return False
    if found.mention.canonical.endswith(("Exchange", "Bourse")):
        return True
    return found.mention.kind == "index" and any(words.at(found.start - k)[:4] in _LISTING for k in range(2, 9))


def _reports(words: Words, found: Found) -> bool:
    """Whether an index's name is a paper's: `Nikkei has learned`, `the Nikkei reported`."""
    if found.mention.kind != "index":
        return False
    return words.at(found.end) in _TOLD or words.at(found.end) == "has" and words.at(found.end + 1) in _TOLD


def _is_cup(words: Words, found: Found) -> bool:
    """Whether a currency's plural in capitals inside a sentence is something else: `the final of the Euros`."""
    word = words.words[found.start]
    inside = not words.opens[found.start] and not words.headline[found.start] and found.end - found.start == 1
    return (
        found.mention.kind == "currency" and inside and word[:1].isupper() and word[1:].islower() and word.endswith("s")
    )


def _is_unit(words: Words, found: Found) -> bool:
    """Whether a currency's name only counts a figure: `30 billion yen`, `US $4.46`."""
    sign = words.at(found.end)[:1] in {"$", "€", "£", "¥"} and words.starts[found.end] - words.starts[found.end - 1] < 4
    return found.mention.kind == "currency" and words.figure[found.start] or found.mention.kind == "country" and sign


def _longer_unknown(words: Words, found: Found) -> bool:
    """Whether a small listed firm's single word goes on as another name: `Helio Grid` is not the Helio of the SEC's list."""
    mention = found.mention
    listed_end = found.start + 1
    if mention.kind != "company" or mention.country is not None or mention.house:
        return False
    if found.end > listed_end and with_suffix(words, listed_end) < found.end:
        return False
    before = words.at(found.start - 1)
    begun = before[:1].isupper() and (before[1:].islower() or "&" in before) and before not in people().never_names
    if begun and not _is_title(before) and (not words.opens[found.start - 1] or words.pos[found.start - 1] == "PROPN"):
        return not words.headline[found.start]
    following = words.at(found.end)
    goes_on = following[:1].isupper() and following not in people().never_names and not words.headline[found.start]
    if not goes_on or words.opens[found.end]:
        return False
    return not _is_title(following) and following not in firm_words().possessions


def _is_title(word: str) -> bool:
    return word.rstrip(".") in firm_words().person_titles | firm_words().title_modifiers


def _mere_matter(words: Words, found: Found) -> bool:
    """Whether a commodity's name only says what a thing is made of or deals in: `gold medal`, `coffee chain`."""
    if found.mention.kind not in {"commodity", "currency"} or found.end - found.start > 1 or found.end >= len(words):
        return False
    if words.words[found.start][0].isupper():
        before = words.at(found.start - 1)
        if before.lower() in firm_words().person_roles and words.at(found.end)[:1].isupper():
            return True  # `analyst Brent Miller`
        inside = before[:1].isupper() and before[1:].islower() and not words.opens[found.start - 1]
        if inside or with_suffix(words, found.end) > found.end or _goes_on(words, found):
            return True  # `Salar Lithium Corp.`, `the Silver Lake project`
    if found.mention.kind == "currency":
        return False
    if words.words[found.end] == "-" and words.at(found.end + 1)[:1].islower():
        return True  # `coal-fired plants`
    following = words.pos[found.end] == "NOUN" and words.words[found.end][0].isalpha()
    return following and words.words[found.end].lower() not in firm_words().commodity_heads


def _goes_on(words: Words, found: Found) -> bool:
    """Whether a capitalised matter inside a sentence is the beginning of a name."""
    following = words.at(found.end)
    named = following[:1].isupper() and following[1:].islower() and following not in people().never_names
    return (
        named and found.mention.kind == "commodity" and not words.headline[found.start] and not words.opens[found.end]
    )


def _part_of_name(words: Words, found: Found) -> bool:
    """Whether the name is a piece of a longer capitalised one: `Walter Bloomberg`, `Tim Cook`, `Delta Dental`."""
    if found.mention.kind in {"country", "region", "currency", "commodity", "index", "agency", "media", "division"}:
        return False
    before = words.at(found.start - 1)
    alone = found.end - found.start == 1
    return alone and before in people().first_names and not words.opens[found.start - 1]
