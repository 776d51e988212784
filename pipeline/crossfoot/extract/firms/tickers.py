"""Finds printed tickers, `(NASDAQ:ACME)`, `( ACM )`, `(SEHK Stock Code: 1234)`, and the name before each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossfoot.extract.firms.gazetteer import pieces_of
from crossfoot.extract.firms.mentions import FirmMention, Found, Words, of_entry
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, FirmEntry, firm_lists, firm_words, spellings_of
from crossfoot.vocabulary.people import people

# What stands before the code: an exchange (or `ticker`, `stock code`), up to three words, then a colon.
_EXCHANGED = re.compile(
    r"(?:NYSE(?: American| Arca| MKT)?|N(?:ASDAQ|asdaq)(?:GS|GM|CM)?|"
    r"AMEX|CBOE|OTC(?:QX|QB|MKTS)?(?: Markets| Pink)?|TSX(?:V|-V)?|"
    r"LSE|LON|AIM|ASX|"
    r"HKE[Xx]|SEHK|HKG|SGX|TYO|TSE|FRA|ETR|XETRA|EPA|BIT|BME|AMS|STO|CPH|HEL|OSL|OSE|NSE|BSE|KRX|KOSPI|KOSDAQ|TPE|TWSE|JSE|B3|BMV|CVE|CSE|SIX|SWX|"
    r"Euronext(?: [A-Z][a-z]+)?|[Tt]icker(?: symbol)?|[Ss]ymbol|[Ss]tock [Cc]ode)"
    r"(?: [Ss]tock [Cc]ode| [Tt]icker)?(?:\s{0,2}:\s{0,2}|\s[-–]\s)([A-Z0-9]{1,6}(?:[.\-/][A-Z]{1,3})?)(?![A-Za-z0-9])"
)
_BARE = re.compile(r"\(\s{0,2}([A-Z]{1,5}(?:[.\-][A-Z]{1,2})?)\s{0,2}\)")
_COUNTING = frozenset(
    {"First", "Second", "Third", "Fourth", "Fifth", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Ten"}
)
_COUNTED_TIMES = frozenset(
    "Quarter Quarters Half Month Months Week Weeks Year Years Nine Six Three Time Day Days Avenue Street Floor".split()
)
_JOINERS = frozenset({"&", "of", "and", "the", "de", "-", "–", "'s", "’s", ".", "/"})
_DASHES = frozenset({"–", "—"})
_LONGEST_NAME = 8
_OF_THE_NAME = frozenset({"Partners", "Bancorp", "Bancshares", "Bankshares"})  # legal forms that a name keeps


@dataclass(frozen=True, slots=True)
class Printed:
    """A ticker as printed: the tokens of the name before it, and the mention that the name is from there on."""

    start: int
    end: int
    mention: FirmMention


def printed_tickers(words: Words, listed: list[Found]) -> Iterator[Printed]:
    """Names with a ticker behind them, in text order."""
    ends = {found.end: found for found in listed}
    codes = sorted(
        [(m.start(1), m.group(1), True) for m in _EXCHANGED.finditer(words.text)]
        + [(m.start(1), m.group(1).split(".")[0], "." in m.group(1)) for m in _BARE.finditer(words.text)]
    )
    for offset, code, certain in codes:
        opening = _opening(words, offset)
        if opening is None:
            continue
        if words.at(opening - 1) in {"shares", "stock"}:
            opening -= 1
        printed = _named(words, opening, code, certain=certain, before=ends.get(opening))
        if printed is not None:
            yield printed


def exchange_tokens(words: Words) -> frozenset[int]:
    """The tokens of exchange and code in brackets, which name no index or firm of their own."""
    tokens: set[int] = set()
    for match in _EXCHANGED.finditer(words.text):
        first = bisect_right(words.starts, match.start()) - 1
        tokens.update(range(first, bisect_right(words.starts, match.end() - 1)))
    return frozenset(tokens)


def _opening(words: Words, offset: int) -> int | None:
    """The token of the bracket that opens around `offset`, at most two dozen tokens before it."""
    token = bisect_right(words.starts, offset) - 1
    for i in range(token, max(-1, token - 24), -1):
        if words.words[i].startswith("("):
            return i
        if "\n" in words.words[i] or words.words[i] == ")":
            return None
    return None


def _named(words: Words, opening: int, code: str, *, certain: bool, before: Found | None) -> Printed | None:
    """The name that ends before token `opening` as the firm of `code`."""
    entry = firm_lists().tickers.get(code.replace(".", "-"))
    if before is not None and before.mention.kind not in FIRM_KINDS:
        return None
    if before is not None and not certain:
        known = before.mention.ticker
        ticker = code if known is None or known == code or (entry and entry.name == before.mention.canonical) else known
        return Printed(before.start, before.end, _with_ticker(before.mention, ticker))
    start = before.start if before is not None else _name_start(words, opening)
    if start is None or start == opening:
        return None
    name = " ".join(words.words[start:opening])
    if entry is not None and _alike(entry, name):
        return Printed(start, opening, _with_ticker(of_entry(entry), code))
    if before is not None:
        return Printed(before.start, before.end, _with_ticker(before.mention, code))
    if certain or _spelled(name, code):
        return Printed(start, opening, FirmMention(bare_name(words, start, opening), "company", "ticker", 0.95, code))
    return None


def _spelled(name: str, code: str) -> bool:
    """Whether a bare code's letters come in the name in this order, beginning with its first, and are not its initials.

    >>> _spelled("Medivault", "MDVT"), _spelled("Foreign Harvest Service", "FHS"), _spelled("Medivault", "SEC")
    (True, False, False)
    """
    letters = name.lower()
    initials = "".join(word[0] for word in letters.split() if word[0].isalpha())
    if len(code) < 3 or letters[:1] != code[:1].lower() or (len(initials) > 1 and initials == code.lower()):
        return False
    at = 0
    for letter in code.lower():
        at = letters.find(letter, at) + 1
        if not at:
            return False
    return True


def _with_ticker(mention: FirmMention, ticker: str) -> FirmMention:
    return replace(mention, via="ticker", confidence=0.97, ticker=ticker)


def opens_a_name(words: Words, i: int) -> bool:
    """*First Harbor Bancorp*, *Five Below*: a number that begins a name, not one that counts (*First Quarter*)."""
    after = words.at(i + 1)
    return words.words[i] in _COUNTING and after[:1].isupper() and after not in _COUNTED_TIMES


def _name_start(words: Words, end: int) -> int | None:
    """The first token of the capitalised name that ends before `end`, or None."""
    start = end
    for i in range(end - 1, max(-1, end - 1 - _LONGEST_NAME), -1):
        word = words.words[i]
        if word in _DASHES:
            break  # `March 4, 2025 – Acme Software (NYSE: ACM)`
        if "--" in word or ")" in word:
            # A dateline glued to the name: `DENVER--(WIRE)--Acme Technologies, Inc.`
            return i if _after_dateline(word)[:1].isupper() else (start if start < end else None)
        if word[0].isupper() or (word[0].isdigit() and i < end - 1) or any(c.isupper() for c in word):
            if (
                words.opens[i] and word in people().never_names and not opens_a_name(words, i)
            ) or word.lower() in firm_words().possessions:
                break  # `Shares of Acme (ACM)`
            start = i
            if words.opens[i]:
                break
        elif word in _JOINERS or (word == "," and words.at(i + 1).rstrip(".") in firm_words().legal_suffixes):
            continue
        else:
            break
    return start if start < end else None


def _alike(entry: FirmEntry, name: str) -> bool:
    """Whether the name printed before a ticker is a form of its firm's: same first word, or initials."""
    first, seen = pieces_of(entry.name.lower()), pieces_of(name.lower())
    while len(seen) > 1 and seen[0] == "the":
        seen = seen[1:]
    if first[:1] == seen[:1]:
        return True
    spellings = spellings_of().get(entry.name, ())
    return any(text.lower() == name.lower() or text.lower().split()[0] == seen[0] for text in spellings)


def bare_name(words: Words, start: int, end: int) -> str:
    """The words as printed without legal suffixes, never empty: `Lotus Palace Holdings Limited` is `Lotus Palace`."""
    suffixes = firm_words().legal_suffixes - _OF_THE_NAME
    while end - start > 1 and (words.words[end - 1].rstrip(".") in suffixes or words.words[end - 1] in {",", ".", "&"}):
        end -= 1
    if end - start > 1 and words.words[start] in {"The", "the"}:
        start += 1
    last = words.starts[end - 1] + len(words.words[end - 1])
    first = words.words[start]
    cut = len(first) - len(_after_dateline(first))
    return " ".join(words.text[words.starts[start] + cut : last].split())


def _after_dateline(word: str) -> str:
    """The part of a token behind a glued dateline: `Acme` of `WIRE)--Acme`."""
    return re.split(r"--|\)", word)[-1] or word
