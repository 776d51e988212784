"""Listed names that go on, and so name another: `Acme Asset Management`, `Abbott & Reeve`, `the Norling Bitcoin Trust`."""

from __future__ import annotations

from functools import cache

from crossfoot.extract.firms.candidates import LONGEST, is_capital, with_suffix
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.extract.firms.tickers import bare_name
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, Kind, firm_lists, firm_words

_PLACES = frozenset({"region", "country"})
_TRADED = frozenset({"commodity", "currency"})
_BANKS = frozenset({"Bancorp", "Bancshares", "Bankshares", "Bank"})
_FUNDS = frozenset({"Trust", "Fund", "ETF"})
_BODIES = frozenset({"Exchange", "Authority", "Commission", "Association"})


def compounds(words: Words, found: list[Found]) -> list[Found]:
    """Lengthens a listed name by the capitalised words behind it that end as a firm's do: `Acme Asset Management`."""
    taken = {f.start for f in found}
    result: list[Found] = []
    for place in found:
        kind = place.mention.kind
        if kind in FIRM_KINDS | {"region"} and _is_bank_of(words, place.start):
            place = _bank_of(words, place, taken)
        elif kind in {"company", "broker"} and not place.mention.product:
            place = _firm(words, place, taken)
        elif kind in _PLACES | _TRADED:
            place = _matter(words, place, taken)
            while result and result[-1].end > place.start:
                result.pop()  # the *Norling* of `Norling Bitcoin Trust`
        result.append(place)
    return result


def _firm(words: Words, place: Found, taken: set[int]) -> Found:
    """A listed firm's name with what is behind it."""
    if words.at(place.end) == "&" and _joined_behind(words, place.end, taken):
        end = _behind(words, place.end + 2, frozenset())
        name = bare_name(words, place.start, end)
        return Found(place.start, end, FirmMention(name, "company", "recognised", 0.75))
    end = _behind(words, place.end, taken)
    return _lengthened(words, place, end, words.words[end - 1].rstrip(".")) if end > place.end else place


def _matter(words: Words, place: Found, taken: set[int]) -> Found:
    """A fund, bank or body whose name holds a coin or a place: `the Norling Bitcoin Trust`, `Yorkshire Water`."""
    end = _behind(words, place.end, taken)
    if end == place.end:
        return place
    if place.mention.kind == "region" and words.words[end - 1].rstrip(".") in firm_words().utility_endings:
        return Found(
            place.start, end, FirmMention(bare_name(words, place.start, end), "company", "recognised", 0.8)
        )  # "Yorkshire Water"
    last, start, traded = words.words[end - 1].rstrip("."), place.start, place.mention.kind in _TRADED
    if last in (_FUNDS if traded else _BODIES):
        while (
            traded and start and not words.opens[start] and not words.figure[start - 1] and is_capital(words, start - 1)
        ):
            start -= 1
        kind: Kind = "company" if traded else "agency"
        return Found(start, end, FirmMention(bare_name(words, start, end), kind, "recognised", 0.8))
    if not traded and last in _BANKS:
        if words.at(end) in {"for", "of"} and end + 1 < len(words) and is_capital(words, end + 1):
            end = _behind(words, end + 2, frozenset())  # `Japan Bank for International Cooperation`
    elif end - place.end == 1 or last not in firm_words().legal_suffixes:
        return place
    return Found(start, end, FirmMention(bare_name(words, start, end), "company", "recognised", 0.85))


def _bank_of(words: Words, place: Found, taken: set[int]) -> Found:
    end = _behind(words, place.end, taken)
    name = bare_name(words, place.start - 2, end)
    return Found(place.start - 2, end, FirmMention(name, "company", "recognised", 0.8, sector="bank"))


def _is_bank_of(words: Words, start: int) -> bool:
    """The *Bank of* before a town: `Bank of Bergen cut 300 jobs`."""
    return (
        start > 1 and words.words[start - 1] == "of" and words.words[start - 2] == "Bank" and not words.headline[start]
    )


def _behind(words: Words, start: int, taken: set[int] | frozenset[int]) -> int:
    """One past the capitalised words that go on from token `start`."""
    end = start
    while end < len(words) and end - start < LONGEST and end not in taken:
        if words.opens[end] or words.headline[end] or not (is_capital(words, end) or _inside_a_name(words, end)):
            break
        end += 1
    return with_suffix(words, end) if end > start else end


def _joined_behind(words: Words, at: int, taken: set[int]) -> bool:
    """The *& Reeve* of *Abbott & Reeve*, which is no Abbott of any list."""
    inside = at + 1 < len(words) and at + 1 not in taken and not words.headline[at]
    return inside and is_capital(words, at + 1) and words.at(at + 1).rstrip(".") not in firm_words().legal_suffixes


def _inside_a_name(words: Words, i: int) -> bool:
    """The *Green* of *Juniper Green Energy*: an everyday word in capitals before another."""
    return (
        words.words[i][:1].isupper() and not words.figure[i] and is_capital(words, i + 1)
        if i + 1 < len(words)
        else False
    )


def _lengthened(words: Words, place: Found, end: int, last: str) -> Found:
    """A listed firm's name with more behind it: a part of the firm, or, behind a short form, a firm of another name."""
    vocabulary = firm_words()
    mention, name = place.mention, bare_name(words, place.start, end)
    printed = bare_name(words, place.start, place.end)
    endings = vocabulary.firm_endings | vocabulary.legal_suffixes
    short = printed != mention.canonical and mention.canonical.startswith(f"{printed} ")
    if short and last in vocabulary.trade_endings and last in _commodities():
        return Found(place.start, end, FirmMention(name, "company", "recognised", 0.75))  # `Juniper Gold`
    if mention.kind == "broker" and last in endings | vocabulary.trade_endings:
        return Found(place.start, end, mention)
    if short and last in endings:
        return Found(place.start, end, FirmMention(name, "company", "recognised", 0.75))
    if last not in endings:
        return place
    owned = FirmMention(name, "division", "recognised", 0.75, owner=mention.canonical, sector=mention.sector)
    return Found(place.start, end, owned)


@cache
def _commodities() -> frozenset[str]:
    """The commodities' names in capitals, as they end a firm's name: `Gold`, `Lithium`."""
    return frozenset(name.capitalize() for name, entry in firm_lists().names.items() if entry.kind == "commodity")
