"""Recognises firms that no list has, by what stands around a capitalised name: suffix, apposition, possession, verb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.extract.firms.tickers import bare_name, opens_a_name
from crossfoot.vocabulary.firm_lists import FirmNoun, Kind, firm_words
from crossfoot.vocabulary.models import metrics
from crossfoot.vocabulary.people import people

# How much each kind of evidence counts; a name is taken for a firm from `ENOUGH` on.
ENOUGH = 0.5
_SUFFIX, _ENDING, _APPOSITION, _NOUN_BEFORE, _POSSESSION, _VERB, _DEAL, _TITLE, _REPEATED, _MIXED, _ROLE = (
    1.0, 0.8, 0.8, 0.7, 0.5, 0.35, 0.4, 0.35, 0.2, 0.3, 0.3,
)  # fmt: skip
_JOINERS = frozenset({"&", "of", "de", "-", "–", "and", "'", "’"})
_EMPLOYER = 0.6
_MOVED = 0.5
_FIGURE, _CLAUSE = 0.2, 10
_BEGUN = frozenset({"founded", "based", "headquartered", "listed", "backed", "owned", "launched", "spun"})
_DIRECTIONS = frozenset({"up", "down", "off", "higher", "lower", "gaining", "losing", "falling", "rising", "adding"})
_TRADE = 0.4
_ARTICLES = frozenset({"a", "an", "the", "one", "its"})
_SAID = 0.15  # people say and tell too
_GOVERNING = frozenset({"board", "directors", "management", "chairman", "president", "owners", "members"})
_NEVER_NAMES = frozenset({"ADV", "SCONJ", "CCONJ", "ADP", "INTJ", "AUX", "PRON", "DET"})
_DEFINED = frozenset(
    {"company", "corporation", "group", "bank", "bancorp", "trust", "fund", "partnership", "issuer", "corp"}
)
_WHICH = 0.25  # people are a `who`, places seldom own what follows
_OWNED = frozenset(
    "shares stock shareholders shareholder profit revenue sales earnings investors results boss division unit owner".split()
)
_SPEECH = frozenset({"said", "says", "told", "added", "wrote", "declined"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HOUSES = frozenset({"Securities", "Equities", "Research", "Broking", "Brokers", "Brokerage"})
_CLOSING = frozenset({"AI"})  # a word of all firms, and of the names of some
_MODALS = frozenset({"would", "will", "could", "has", "had", "is", "was"})
_LONGEST = 7
_OPENING_QUOTES = frozenset({'"', "“", "'", "‘"})
_CLOSING_QUOTES = frozenset({'"', "”", "'", "’"})


_PUNCTUATION = re.compile(r"[^\w&'’.-]+")


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
        if covered[i] or words.figure[i] or not _capital(words, i) or _everyday(words, i) or _thing_owned(words, i):
            i += 1
            continue
        end = i + 1
        while end < count and end - i < _LONGEST and not (covered[end] or words.figure[end] or words.opens[end]):
            if _capital(words, end) and (not words.headline[end] or words.lower.isdisjoint({words.words[end].lower()})):
                end += 1
            elif _closes(words, end):
                end += 1
                break
            elif _initial(words, end) and end + 1 < count and not covered[end + 1] and _capital(words, end + 1):
                end += 2  # "Delmar Q Power"
            elif words.words[end] in _JOINERS and end + 1 < count and not covered[end + 1] and _joins(words, end):
                end += 2
            else:
                break
        end = _with_apostrophe(words, _extended(words, end))
        if _opened_by_a_noun(words, i, covered):
            i -= 1
        name = bare_name(words, i, end)
        if name.lower() not in _metric_names():
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
    described = _firm_noun(low) or low in vocabulary.person_roles | vocabulary.apposed_nouns | vocabulary.possessions
    return not described and low not in vocabulary.people_groups and words.words[first] not in people().never_names


@cache
def _metric_names() -> frozenset[str]:
    return frozenset(name for metric in metrics().values() for name in metric.names)


def compounds(words: Words, found: list[Found]) -> list[Found]:
    """Lengthens a listed name by the capitalised words behind it that end as a firm's do: `Acme Asset Management`."""
    taken = {f.start for f in found}
    result = []
    for place in found:
        end = place.end
        listed_firm = place.mention.kind in {"company", "broker"} and not place.mention.product
        matter = place.mention.kind in {"country", "region", "commodity", "currency"}
        while (listed_firm or matter) and end < len(words) and end - place.end < _LONGEST and end not in taken:
            if words.opens[end] or words.headline[end] or not (_capital(words, end) or _inside_a_name(words, end)):
                break
            end += 1
        end = _extended(words, end) if end > place.end else end
        last = words.words[end - 1].rstrip(".")
        ends_as_a_bank = place.mention.kind == "region" and last in {"Bancorp", "Bancshares", "Bankshares", "Bank"}
        if matter and (
            end - place.end > 1 and last in firm_words().legal_suffixes or end > place.end and ends_as_a_bank
        ):
            name = bare_name(words, place.start, end)
            place = Found(place.start, end, FirmMention(name, "company", "recognised", 0.85))
        elif listed_firm and end > place.end:
            place = _lengthened(words, place, end, last)
        result.append(place)
    return result


def _inside_a_name(words: Words, i: int) -> bool:
    """The *Green* of *Juniper Green Energy*: an everyday word in capitals before another."""
    return (
        words.words[i][:1].isupper() and not words.figure[i] and _capital(words, i + 1) if i + 1 < len(words) else False
    )


def _lengthened(words: Words, place: Found, end: int, last: str) -> Found:
    """A listed firm's name with more behind it: a part of the firm, or, behind a short form, a firm of another name."""
    vocabulary = firm_words()
    mention, name = place.mention, bare_name(words, place.start, end)
    printed = bare_name(words, place.start, place.end)
    endings = vocabulary.firm_endings | vocabulary.legal_suffixes
    short = printed != mention.canonical and mention.canonical.startswith(f"{printed} ")
    if mention.kind == "broker" and last in endings | vocabulary.trade_endings:
        return Found(place.start, end, mention)
    if short and last in endings:
        return Found(place.start, end, FirmMention(name, "company", "recognised", 0.75))
    if last not in endings:
        return place
    owned = FirmMention(name, "division", "recognised", 0.75, owner=mention.canonical, sector=mention.sector)
    return Found(place.start, end, owned)


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
    return _capital(words, at + 1) and not words.opens[at + 1]


def _extended(words: Words, end: int) -> int:
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


def _capital(words: Words, i: int) -> bool:
    word = words.words[i]
    if word.islower():
        return False
    if word in people().never_names and not opens_a_name(words, i):
        return False
    if word[0].isupper():
        return any(c.islower() for c in word) or (2 <= len(word) <= 12 and word.replace("-", "").isalnum())
    return word[0].islower() and len(word) > 2 and word[1].isupper() and word[:1] in "eixy"


def _everyday(words: Words, i: int) -> bool:
    """Whether the capital is owed to the place: a sentence's or headline's first word that is an ordinary one."""
    word = words.words[i]
    low = word.lower()
    if opens_a_name(words, i):
        return False
    if low in STOP_WORDS:
        return True
    after_the = words.at(i - 1).lower() in {"the", "our", "this"}
    if after_the and (_firm_noun(low) or low in _DEFINED) and not words.at(i + 1)[:1].isupper():
        return True  # "The Company expects": the one defined above
    if word in people().known:
        return False
    if not words.opens[i] and not words.headline[i]:
        return False
    tagged = words.pos[i]
    if words.opens[i] and low in firm_words().apposed_nouns and words.at(i + 1)[:1].isupper():
        return True  # "Rival Acme sold"
    if words.opens[i] and tagged in _NEVER_NAMES:
        return True  # "Instead, the firm argues" is no firm called Instead
    if words.opens[i] and tagged and tagged != "PROPN" and not _mixed(word) and _apposition(words, i + 1) is None:
        return True
    return low in words.lower or low in firm_words().people_groups or low in firm_words().industry_groups


def _mixed(word: str) -> bool:
    """A capital inside, as in `CoreWeave` or `xAI`."""
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


def recognised(words: Words, found: list[Candidate], title: str | None, others: list[Found]) -> list[Found]:
    """The candidates that are firms or bodies by the evidence of all their places, or by a name that `others` bear."""
    known = {f.mention.canonical: f.mention for f in others if f.mention.kind in {"company", "division", "broker"}}
    people_ends = frozenset(f.end for f in others if f.mention.kind == "person")
    # `Acme Forge` in a text on Acme is Acme's, not a firm called Forge.
    taken = frozenset(f.end for f in others if f.mention.kind == "company" and not f.mention.adjective)
    found = [c for c in found if c.start not in taken or words.opens[c.start]]
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_name[candidate.name.replace("’", "'")].append(candidate)
    title_words = set(_PUNCTUATION.sub(" ", (title or "").replace("'s", " ").replace("’s", " ")).split())
    short = {name: longer for name in by_name if (longer := _longer(name, by_name)) is not None}
    mentions = []
    for name, places in by_name.items():
        if name in known:
            mention = replace(known[name], via="short_form", confidence=min(0.9, known[name].confidence))
            mentions += [Found(place.start, place.end, mention) for place in places]
            continue
        told = [*places, *(place for form, longer in short.items() if longer == name for place in by_name[form])]
        named = set(name.split()) <= title_words or any(short.get(form) == name for form in title_words)
        weight, kind, sector = _weigh(words, told, people_ends, in_title=named)
        if weight >= ENOUGH:
            country = next((c for place in places if (c := _told_country(words, place)) is not None), None)
            sure = round(min(0.9, 0.4 + weight / 3), 2)
            house = kind == "company" and name.split()[-1] in _HOUSES
            mention = FirmMention(name, "broker" if house else kind, "recognised", sure, None, None, sector, house)
            mention = replace(mention, country=country)
            mentions += [Found(place.start, place.end, mention) for place in places]
    return sorted(mentions, key=lambda f: f.start)


def _longer(name: str, names: dict[str, list[Candidate]]) -> str | None:
    """The one longer name that begins with a single word: `Norling Foods` of `Norling`, None where two do."""
    if " " in name:
        return None
    begun = [other for other in names if other.startswith(f"{name} ")]
    return begun[0] if len(begun) == 1 else None


def _weigh(
    words: Words, places: list[Candidate], people_ends: frozenset[int], *, in_title: bool
) -> tuple[float, Kind, str | None]:
    """The evidence for a name over all its places: weight, kind, sector."""
    best: dict[str, float] = {}
    kind: Kind = "company"
    sector: str | None = None
    for place in places:
        for reason, weight in _evidence(words, place, people_ends):
            best[reason] = max(best.get(reason, 0.0), weight)
        told = _told(words, place)
        if told is not None:
            kind, sector = told[0], sector or told[1]
    last = words.words[places[0].end - 1].rstrip(".")
    if last in firm_words().body_endings and "suffix" not in best:
        kind = "agency"
    inner = [place for place in places if not place.first and not words.headline[place.start]]
    sure = best.keys() & {"suffix", "apposition", "noun before"} or any(words.pos[p.start] == "PROPN" for p in places)
    if not inner and not sure and " " not in places[0].name:
        best = {k: w / 2 for k, w in best.items()}
    if best and in_title:
        best["title"] = _TITLE
    if best and len(places) >= 2:
        best["repeated"] = _REPEATED if len(places) > 2 else _REPEATED - 0.05
    return sum(best.values()), kind, sector


def _evidence(words: Words, place: Candidate, people_ends: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What the surroundings of one place say for a firm."""
    vocabulary = firm_words()
    last = words.words[place.end - 1].rstrip(".")
    after, then = words.at(place.end), words.at(place.end + 1)
    closing = then if after == "," else after
    if closing in _CLOSING_QUOTES and {words.at(place.start - 1), words.at(place.start - 2)} & _OPENING_QUOTES:
        return  # a slogan or a title: the "Finest Tea Company"
    # `Car Insurance` in a menu is no insurer.
    in_prose = words.prose[place.start] and not words.headline[place.start]
    if last in vocabulary.legal_suffixes and place.end - place.start > 1:
        yield "suffix", _SUFFIX
    elif (
        in_prose
        and place.end - place.start > 1
        and (last in vocabulary.firm_endings or last in vocabulary.body_endings)
    ):
        yield "ending", _ENDING
    elif in_prose and place.end - place.start > 1 and last in vocabulary.trade_endings:
        yield "trade", _TRADE
    if _apposition(words, place.end) is not None:
        yield "apposition", _APPOSITION
    before = words.at(place.start - 1)
    noun_before = before.lower() if words.opens[max(0, place.start - 1)] else before  # "Rival Acme gained 2%"
    if noun_before.islower() and (_firm_noun(noun_before) or noun_before in vocabulary.apposed_nouns):
        yield "noun before", _NOUN_BEFORE
    if before == "based" and words.at(place.start - 2) in {"-", "–"}:
        yield "noun before", _NOUN_BEFORE  # "Austin-based Acme"
    if before == "At" and after == ",":
        yield "owner", _POSSESSION  # "At Acme, orders fell"
    if before in {"at", "with", "of"} and (
        place.start - 1 in people_ends or words.at(place.start - 2) in vocabulary.person_roles
    ):
        yield "employer", _EMPLOYER
    if after in vocabulary.possessions or (after in _possessive(words, place.end) and then in vocabulary.possessions):
        yield "possession", _POSSESSION
    elif after in {"'s", "’s"} and any(words.at(place.end + k) in vocabulary.possessions for k in (2, 3)):
        yield "possession", _POSSESSION - 0.1
    if after in _SPEECH:
        yield "verb", _SAID
    elif after in vocabulary.verbs | vocabulary.common_verbs:
        single, common = place.end - place.start == 1, after in vocabulary.common_verbs
        yield "verb", ENOUGH if not single else _SAID if place.first and common else _VERB
    elif after in _MODALS:
        yield "modal", _SAID
    if before in {"of", "in", "at", "for"} and words.at(place.start - 2).lower() in _OWNED:
        yield "owner", _POSSESSION
    if _moves(words, place):
        yield "moved", _MOVED
    if after == "," and then in _BEGUN:
        yield "begun", _POSSESSION
    if after == "," and then == "which":
        yield "which", _WHICH
    if before in {"'s", "’s"} and words.place_at(place.start - 2) and words.at(place.end) != "of":
        yield "country's", _POSSESSION
    if before in firm_words().deal_prepositions and any(
        words.at(place.start - k) in firm_words().deal_words for k in (1, 2, 3)
    ):
        yield "deal", _DEAL
    if _mixed(words.words[place.start]):
        yield "mixed", _MIXED
    role = set(words.deps[place.start : place.end])
    if role & _SUBJECTS and after not in _SPEECH:
        yield "role", _ROLE if place.end - place.start == 1 else ENOUGH - _SAID
    elif "poss" in role and after in _possessive(words, place.end):
        yield "role", _ROLE
    if role & (_SUBJECTS | {"poss"}) and _names_one(words, place) and _figure_behind(words, place.end):
        yield "figure", _FIGURE


def _moves(words: Words, place: Candidate) -> bool:
    """Whether a name's price is said to move by a figure: `Acme added 3.1%`, `with Acme off 3%`, not `in the Americas rose`."""
    verb, before = words.at(place.end), words.at(place.start - 1)
    if verb not in firm_words().price_verbs and verb not in _DIRECTIONS:
        return False
    if before in {"the", "in"} or "-" in words.words[place.start : place.end]:
        return False
    return any(words.figure[k] for k in range(place.end + 1, min(place.end + 4, len(words))))


def _names_one(words: Words, place: Candidate) -> bool:
    """Whether a capital is nothing but a name's: one word inside a sentence, or letters as in `OX2` and `SIAD MI`."""
    names, after = words.words[place.start : place.end], words.at(place.end)
    if after == "," and words.at(place.end + 1)[:1].isupper() or after == "-":
        return False  # `Midland, Texas`
    if words.at(place.start - 1) == "=":
        return False  # an instrument's code: `US10YT=RR`
    lettered = all(len(name) > 1 and name.upper() == name and name.isalnum() for name in names)
    if lettered:
        return after in words.lower or after in {"'s", "’s"}
    return len(names) == 1 and not place.first and words.at(place.start - 1).lower() not in {"the", "a", "an", "("}


def _figure_behind(words: Words, end: int) -> bool:
    """Whether a figure stands in the rest of the clause: `Acme employs 620 people`."""
    for k in range(end, min(end + _CLAUSE, len(words))):
        if words.opens[k]:
            return False
        if words.figure[k]:
            return True
    return False


def _possessive(words: Words, end: int) -> frozenset[str]:
    """What makes a possessive after token `end - 1`; the bare apostrophe only after an s."""
    return frozenset({"'s", "’s", "'", "’"}) if words.words[end - 1].endswith("s") else frozenset({"'s", "’s"})


def _firm_noun(word: str) -> FirmNoun | None:
    """The noun of firm_nouns.yaml that names a kind of firm or body, singular or plural."""
    return _by_word().get(word.lower())


@cache
def _by_word() -> dict[str, FirmNoun]:
    nouns = [noun for noun in firm_words().nouns if {"company", "agency"} & set(noun.kinds)]
    return {form: noun for noun in nouns for form in (noun.noun, noun.noun + "s")}


def _apposition(words: Words, end: int) -> FirmNoun | None:
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
        noun = _firm_noun(word) or _firm_noun(joined) if opened else None
        if noun is not None:
            return noun
    return None


def _told(words: Words, place: Candidate) -> tuple[Kind, str | None] | None:
    """Kind and sector that an apposition or the noun before tells: `chipmaker Foo`, `Foo, an airline`."""
    noun = _apposition(words, place.end) or _firm_noun(words.at(place.start - 1))
    if noun is None:
        return None
    kind: Kind = "company" if "company" in noun.kinds else "agency"
    return kind, noun.sectors[0] if 0 < len(noun.sectors) <= 2 else None


def _told_country(words: Words, place: Candidate) -> str | None:
    """`United States` or `other` by an adjective or a country's 's right before: `U.S. rival Foo`, `Denmark's Foo`."""
    for k in range(place.start - 1, max(-1, place.start - 4), -1):
        word = words.at(k)
        if words.adjective_at(k):
            return "United States" if word in {"U.S.", "US", "American"} else "other"
        if not word.islower() and word not in {"-", "'s", "’s"}:
            return None
    return None
