"""Finds short forms within one text: `Acme` of Acme Robotics, `Weber` of Anna Weber, `("ARC" or the "Company")`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.vocabulary.firm_lists import firm_words, spellings_of
from crossfoot.vocabulary.people import people

_DEFINED = re.compile(r"[\"“]([A-Z][^\"“”()\n]{1,40})[\"”]")
_SURE = 0.8
_MOST_ALIKE = 32
_COMPLETED = 4  # tokens that may stand between a listed name and the bracket that shortens it
_FULL = frozenset({"ticker", "gazetteer", "recognised"})


def short_forms(
    words: Words, found: list[Found], covered: list[bool], namesakes: frozenset[str] = frozenset()
) -> list[Found]:
    """Mentions by a short form of a name that the text gives in full somewhere; only over tokens not yet covered.

    The `namesakes` are first words of firms' names: no person that is called so last is meant by one alone.
    """
    forms = _forms(words, found, namesakes)
    places: list[Found] = []
    i, count = 0, len(words)
    while i < count:
        if covered[i] or words.words[i] not in forms:
            i += 1
            continue
        found_here = _longest(words, i, forms[words.words[i]], covered)
        if found_here is None:
            i += 1
            continue
        places.append(found_here)
        i = found_here.end
    return places


def _longest(
    words: Words, start: int, forms: list[tuple[tuple[str, ...], FirmMention]], covered: list[bool]
) -> Found | None:
    for form, mention in forms:
        end = start + len(form)
        if (
            words.words[start:end] == form
            and not any(covered[start:end])
            and not _longer_name(words, start, end, mention)
        ):
            return Found(start, end, replace(mention, via="short_form", confidence=min(mention.confidence, 0.85)))
    return None


def _longer_name(words: Words, start: int, end: int, mention: FirmMention) -> bool:
    """Whether the word is a piece of another capitalised name: `Clark Kent` is not the `Clark` of Tim Clark."""
    before = words.at(start - 1)
    vocabulary = firm_words()
    if mention.kind == "person":
        follows = words.at(end)
        capital_before = before[:1].isupper() and not words.opens[start - 1] and before.rstrip(".") not in _titles()
        return capital_before or (follows[:1].isupper() and words.starts[end] > words.starts[end - 1])
    after = words.at(end)
    if after[:1].isupper() and not words.opens[min(end, len(words) - 1)] and not words.headline[start]:
        return after not in vocabulary.possessions and after not in _titles()
    if not words.opens[start] or end - start > 1:
        return False
    # `Gap between the two`, `Spirit of the times`: a sentence's first word is the firm only where it acts or owns.
    acts = after in vocabulary.verbs or after in vocabulary.possessions or after in {"'s", "’s", ",", "("}
    everyday = words.pos[start] not in {"PROPN", ""} and mention.via != "recognised"
    return not acts and (everyday or mention.confidence < _SURE)


def _titles() -> frozenset[str]:
    return firm_words().person_titles | people().never_names


def _forms(
    words: Words, found: list[Found], namesakes: frozenset[str]
) -> dict[str, list[tuple[tuple[str, ...], FirmMention]]]:
    """Short forms by their first word, longest first; of two names with one short form the text's first has it."""
    forms: dict[tuple[str, ...], FirmMention] = {}
    seen: set[tuple[str, ...]] = set()
    for place in found:
        mention = place.mention
        if mention.via not in _FULL or mention.adjective or mention.kind in {"country", "region", "currency", "group"}:
            continue
        printed = words.words[place.start : place.end]
        if mention.kind == "person" and printed[-1] in namesakes:
            continue
        if printed not in seen:
            seen.add(printed)
            for form in _shortened(words, place):
                forms.setdefault(form, mention)
        for form in _defined(words, place):
            forms.setdefault(form, mention)
    by_first: dict[str, list[tuple[tuple[str, ...], FirmMention]]] = {}
    for form, mention in sorted(forms.items(), key=lambda item: -len(item[0])):
        same_first = by_first.setdefault(form[0], [])
        if len(same_first) < _MOST_ALIKE:
            same_first.append((form, mention))
    return by_first


def _shortened(words: Words, place: Found) -> list[tuple[str, ...]]:
    """The forms that a name may take later: a person's last word, a firm's first one, two or three."""
    names = words.words[place.start : place.end]
    if place.mention.kind == "person":
        return [names[-1:]] if len(names) > 1 and len(names[-1]) > 1 else []
    if "--" in names[0]:
        names = tuple(place.mention.canonical.split())  # a dateline is glued to the first word
    suffixes = firm_words().legal_suffixes
    while len(names) > 1 and (names[-1].rstrip(".") in suffixes or names[-1] in {",", "."}):
        names = names[:-1]
    while len(names) > 1 and names[0] in {"The", "the"}:
        names = names[1:]
    forms = [names] if len(names) > 1 or names[0].lower() not in STOP_WORDS else []
    if not forms:
        return []  # `We` of The We Company
    if place.mention.kind in {"company", "broker", "division"}:
        forms += [
            names[:n] for n in (2, 3) if n < len(names) and names[n - 1][0].isalnum() and names[n - 1] not in STOP_WORDS
        ]
        if place.mention.kind != "division" and not _shared(words, names[0]):
            forms.append(names[:1])
        forms += _by_initials(names)
    # Where the gazetteer knows the spelling it has decided already, for or against (`Delta variant`).
    known = spellings_of().get(place.mention.canonical, ())
    return [form for form in forms if form and any(w[0].isupper() for w in form) and " ".join(form) not in known]


def _by_initials(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """`L&T` of Larsen & Toubro, `Hynix` of SK Hynix: initials round an *&*, and what follows a group's initials."""
    if len(names) == 3 and names[1] == "&":
        return [(f"{names[0][0]}&{names[2][0]}",)]
    grouped = len(names) == 2 and len(names[0]) <= 3 and names[0].isupper() and names[0].isalpha()
    own = len(names[-1]) > 3 and names[-1] not in firm_words().firm_endings | firm_words().body_endings
    return [names[-1:]] if grouped and own else []


def _shared(words: Words, word: str) -> bool:
    """Whether a first word is too common to stand for the firm."""
    low = word.lower()
    return (
        low in firm_words().shared_first_words
        or low in STOP_WORDS
        or low in words.lower
        or len(word) < 3
        or word in people().never_names
        or word in people().first_names
        or word in firm_words().firm_endings
        or word in firm_words().body_endings
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun.noun for noun in firm_words().nouns)


def _defined(words: Words, place: Found) -> list[tuple[str, ...]]:
    """Names that a bracket behind the mention defines: `("Lotus" or the "Company")`, `(ACME)`."""
    start = _bracket(words, place)
    if start is None:
        return []
    close = next((k for k in range(start, min(start + 30, len(words))) if words.words[k].endswith(")")), None)
    if close is None:
        return []
    inside = words.text[words.starts[start] : words.starts[close]]
    forms = [tuple(text.split()) for text in _DEFINED.findall(inside) if text.lower() not in _nouns()]
    word = words.at(start + 1)
    if close == start + 2 and word.isupper() and word.isalpha() and len(word) > 1:
        forms.append((word,))
    return forms


def _bracket(words: Words, place: Found) -> int | None:
    """The bracket behind a name, or behind the words that complete it to what the bracket shortens.

    `Acme Motors India (AMIL)` shortens more than the listed name: the letters are the initials of what stands before.
    """
    for end in range(place.end, min(place.end + _COMPLETED, len(words))):
        if words.words[end] == "(":
            initials = "".join(word[0] for word in words.words[place.start : end])
            return end if end == place.end or words.at(end + 1).startswith(initials) else None
        if not words.words[end][0].isupper():
            return None
    return None


def places_that_act(words: Words, found: list[Found]) -> list[Found]:
    """Reads a place as the firm whose name begins with it, where it acts: `Oregon expects` in a text on Oregon Steel."""
    named: dict[str, FirmMention] = {}
    for place in found:
        if place.mention.kind == "company" and place.end - place.start > 1 and not place.mention.adjective:
            named.setdefault(words.words[place.start], place.mention)
    return [
        Found(place.start, place.end, replace(named[words.words[place.start]], via="short_form", confidence=0.75))
        if (place.mention.kind == "region" and _acts(words, place) or _adjective_owns(words, place))
        and place.end - place.start == 1
        and words.words[place.start] in named
        else place
        for place in found
    ]


def _adjective_owns(words: Words, place: Found) -> bool:
    """The *Norwegian* of *Norwegian's stock*: no country's adjective owns anything."""
    return place.mention.adjective and words.at(place.end) in {"'s", "’s"}


def _acts(words: Words, place: Found) -> bool:
    """Whether a mention is a verb's subject or owns a firm's things."""
    after = words.at(place.end)
    if words.deps[place.start] in {"nsubj", "nsubjpass"}:
        return True
    return after in firm_words().verbs or (
        after in {"'s", "’s"} and words.at(place.end + 1) in firm_words().possessions
    )


def united(words: Words, found: list[Found]) -> list[Found]:
    """Reads a recognised name that begins one longer name of the text as that: `Norling` and `Norling Foods` are one."""
    longer: dict[str, FirmMention] = {}
    shared: set[str] = set()
    for place in found:
        names = place.mention.canonical.split()
        for form in _defined(words, place) if place.mention.via in _FULL else ():
            longer.setdefault(" ".join(form), place.mention)
        if place.mention.kind not in {"company", "broker"} or place.mention.adjective:
            continue
        for size in range(1, len(names)):
            begun = " ".join(names[:size])
            if begun in longer and longer[begun].canonical != place.mention.canonical:
                shared.add(begun)
            longer.setdefault(begun, place.mention)
    return [
        Found(place.start, place.end, replace(longer[name], via="short_form", confidence=place.mention.confidence))
        if place.mention.via == "recognised" and (name := place.mention.canonical) in longer and name not in shared
        else place
        for place in found
    ]
