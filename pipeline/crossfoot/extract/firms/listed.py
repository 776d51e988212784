"""The listed names among a text's words: which of them name a firm there, and which are a unit, a matter, a paper or a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import combining, normalize

from crossfoot.extract.firms.gazetteer import Hit, find_names
from crossfoot.extract.firms.mentions import DASHES, DATELINE, FirmMention, Found, Words, of_entry
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, firm_words
from crossfoot.vocabulary.people import people

# `Apple, Company X` names two things; `Apple, Inc.` one.
_NOT_AFTER_COMMA = frozenset({"Company", "Companies", "Group", "Partners", "Holding", "Holdings"})
_MODALS = frozenset({"has", "had", "have", "is", "was", "could", "may", "will", "would"})
_INDEX_NOUNS = frozenset({"index", "average", "benchmark", "gauge", "barometer"})
_TOLD = frozenset({"learned", "reported", "said", "wrote"})
_PLACES = frozenset({"region", "country"})
_SECTION = frozenset({"Shares", "The", "Stock"})
_LISTING = frozenset({"list", "trad", "floa", "debu", "IPO"})
_WITH_SUFFIX = FIRM_KINDS | {"broker", "media"}


def listed(words: Words) -> tuple[list[Found], list[Found]]:
    """Names of the gazetteer among `words`; everyday words only where their surroundings name the firm.

    And beside them those that are known and mean nobody here: a dateline's city, the exchange of *listed on*.
    """
    hits = [
        (start, end, hit)
        for start, end, hit in _on_tokens(words, find_names(words.text))
        if not hit.entry.unless or not {words.at(start - 1), words.at(end)} & set(hit.entry.unless)
        if not hit.entry.moving or _goes_up_or_down(words, end)
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
            stop = _with_suffix(words, end) if hit.entry.kind in _WITH_SUFFIX else end
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


def _goes_up_or_down(words: Words, end: int) -> bool:
    """Whether a market's verb follows: `the real closed`, `the rand has weakened`, not `the real winner`."""
    at = end + 1 if words.at(end) in _MODALS else end
    while at < end + 3 and words.at(at).endswith("ly"):
        at += 1
    return words.at(at) in firm_words().price_verbs | firm_words().currency_verbs


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
    behind = range(found.end, min(found.end + DATELINE, len(words) - 1))
    return any(words.words[k] in DASHES and words.opens[k + 1] for k in behind)


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


def _with_suffix(words: Words, end: int) -> int:
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
    if _with_suffix(words, end) > end or _ticker_follows(words, end, hit.entry.ticker):
        return True
    if hit.entry.trust == "suffix" or words.headline[start]:
        return False
    after = words.at(end)
    vocabulary = firm_words()
    if words.opens[start] and after in {"—", "–"} and words.at(end + 1) in _SECTION:
        return True  # "Tin — Shares of the lender fell 3%"
    if after in {"'s", "’s"}:
        return not words.opens[start] or words.at(end + 1) in vocabulary.possessions
    if after == "," and words.at(end + 1) == "which":
        return True  # "Tin, which is prone to swings, shed 3%"
    if after in vocabulary.possessions or after in vocabulary.verbs or after in vocabulary.price_verbs:
        return True
    before = words.at(start - 1)
    beside_name = after[:1].isupper() or (before[:1].isupper() and not words.opens[start - 1])
    return not words.opens[start] and not beside_name and (before.islower() or before in {",", "(", "and"})


def _ticker_follows(words: Words, end: int, ticker: str | None) -> bool:
    """Whether its ticker stands in brackets behind a name: `Target (NYSE: TGT)`."""
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
    if found.end > listed_end and _with_suffix(words, listed_end) < found.end:
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
    """Whether a word stands before a person's name: `Mr.`, `Chief`."""
    return word.rstrip(".") in firm_words().person_titles | firm_words().title_modifiers


def _mere_matter(words: Words, found: Found) -> bool:
    """Whether a commodity's name only says what a thing is made of or deals in: `gold medal`, `coffee chain`."""
    if found.mention.kind not in {"commodity", "currency"} or found.end - found.start > 1 or found.end >= len(words):
        return False
    if words.words[found.start][0].isupper():
        before = words.at(found.start - 1)
        if before.lower() in firm_words().person_roles and words.at(found.end)[:1].isupper():
            return True  # `analyst Brent Miller`
        begins = not words.opens[found.start - 1] or words.pos[found.start - 1] == "PROPN"
        inside = before[:1].isupper() and before[1:].islower() and begins and not words.headline[found.start]
        if inside or _with_suffix(words, found.end) > found.end or _goes_on(words, found):
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
