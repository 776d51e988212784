"""What the surroundings of a capitalised name say for a firm: suffix, apposition, possession, verb, figure."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.extract.firms.appositions import apposition, firm_noun
from crossfoot.extract.firms.candidates import Candidate, is_mixed
from crossfoot.extract.firms.definites import definite_behind
from crossfoot.extract.firms.mentions import Words
from crossfoot.vocabulary.firm_lists import FirmNoun, Kind, firm_words

# How much each kind of evidence counts; a name is taken for a firm from `ENOUGH` on.
ENOUGH = 0.5
_SUFFIX, _ENDING, _APPOSITION, _NOUN_BEFORE, _POSSESSION, _VERB, _DEAL, _MIXED, _ROLE = (
    1.0, 0.8, 0.8, 0.7, 0.5, 0.35, 0.4, 0.3, 0.3,
)  # fmt: skip
_EMPLOYER = 0.6
_DESCRIBED = 0.6
_DASHES = frozenset({"—", "–"})
_SECTION = frozenset({"Shares", "The", "Stock"})
_RATINGS = frozenset({"target", "targets", "rating", "coverage", "stance", "recommendation"})
_TAKING = frozenset({"buy", "buying", "bought", "acquire", "acquired", "acquiring", "purchase", "purchased"})
_CHARGING = frozenset({"fined", "sued", "delisted", "fine", "sue"})
_TAIL = 3  # words from a name to its sentence's end: "awkward for Acme as well."
_MOVED = 0.5
_FIGURE, _CLAUSE, _NEAR = 0.2, 10, 4
_DIRECTIONS = frozenset({"up", "down", "off", "higher", "lower", "gaining", "losing", "falling", "rising", "adding"})
_TRADE = 0.4
_SAID = 0.15  # people say and tell too
_WHICH = 0.25  # people are a `who`, places seldom own what follows
_OWNED = frozenset(
    "shares stock shareholders shareholder profit revenue sales earnings investors results boss division unit owner".split()
)
_SPEECH = frozenset({"said", "says", "told", "added", "wrote", "declined"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODALS = frozenset({"would", "will", "could", "has", "had", "is", "was"})
_OPENING_QUOTES = frozenset({'"', "“", "'", "‘"})
_CLOSING_QUOTES = frozenset({'"', "”", "'", "’"})


def evidence_at(words: Words, place: Candidate, people_ends: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What the surroundings of one place say for a firm."""
    vocabulary = firm_words()
    last = words.words[place.end - 1].rstrip(".")
    after, then = words.at(place.end), words.at(place.end + 1)
    closing = then if after == "," else after
    if closing in _CLOSING_QUOTES and {words.at(place.start - 1), words.at(place.start - 2)} & _OPENING_QUOTES:
        return  # a slogan or a title: the "Finest Tea Company"
    if _is_bourse(words, place):
        return
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
    if apposition(words, place.end) is not None or _placed_behind(words, place.end):
        yield "apposition", _APPOSITION
    if _is_called_a_rival(words, place.end) or _is_the_company(words, place):
        yield "apposition", _APPOSITION
    before = words.at(place.start - 1)
    noun_before = before.lower() if words.opens[max(0, place.start - 1)] else before  # "Rival Acme gained 2%"
    if noun_before.islower() and (firm_noun(noun_before) or noun_before in vocabulary.apposed_nouns):
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
    if place.first and after in _DASHES and then in _SECTION and not words.words[place.start].isupper():
        yield "heads", _POSSESSION  # "Acme — Shares of the boat maker fell 3%"
    if described_next(words, place) is not None:
        yield "described", _DESCRIBED
    if before in {"of", "in", "at", "for"} and words.at(place.start - 2).lower() in _OWNED:
        yield "owner", _POSSESSION
    if before == "by" and words.at(place.start - 2) in firm_words().funding_verbs:
        yield "led", _POSSESSION  # "a round led by Acme"
    if before == "on" and {words.at(place.start - 2), words.at(place.start - 3)} & _RATINGS:
        yield "rated", _EMPLOYER  # "cut its price target on Acme"
    if before in _CHARGING and place.end - place.start > 1:
        yield "charged", _POSSESSION  # "fined Acme Finans 400 million crowns"
    if before in _TAKING and _for_a_sum(words, place.end):
        yield "taken", _POSSESSION  # "agreed to buy Acme for $2 billion"
    if _moves(words, place):
        yield "moved", _MOVED
    if after == "," and then in vocabulary.begun:
        yield "begun", _POSSESSION
    if after == "," and then == "which":
        yield "which", _WHICH
    if before in {"'s", "’s"} and words.place_at(place.start - 2) and words.at(place.end) != "of":
        yield "country's", _POSSESSION
    if before in firm_words().deal_prepositions and any(
        words.at(place.start - k) in firm_words().deal_words for k in (1, 2, 3)
    ):
        yield "deal", _DEAL
    if is_mixed(words.words[place.start]):
        yield "mixed", _MIXED
    role = set(words.deps[place.start : place.end])
    if role & _SUBJECTS and after not in _SPEECH:
        yield "role", _ROLE if place.end - place.start == 1 else ENOUGH - _SAID
    elif "poss" in role and after in _possessive(words, place.end):
        yield "role", _ROLE
    if role & (_SUBJECTS | {"poss"}) and _names_one(words, place) and _figure_behind(words, place.end):
        yield "figure", _FIGURE


def _is_bourse(words: Words, place: Candidate) -> bool:
    """*On the NSQ, the scrip settled at Rs 1,287*: letters behind *on the* are an exchange's."""
    before = words.at(place.start - 2).lower(), words.at(place.start - 1)
    return before == ("on", "the") and place.name.isupper() and place.end - place.start == 1


def described_next(words: Words, place: Candidate) -> FirmNoun | None:
    """*At the bottom sat Norling. The Swedish pump maker fell 17%*: the next sentence says what the name is."""
    if place.first or words.at(place.start - 1).lower() in {"in", "from"}:
        return None
    for k in range(place.end, min(place.end + _TAIL, len(words) - 1)):
        if words.words[k] == "." and words.words[k + 1] == "The":
            definite = definite_behind(words, k + 1)
            told = definite is not None and definite.end > k + 3 and "company" in definite.noun.kinds
            return definite.noun if definite is not None and told else None
        if not words.words[k].islower():
            return None
    return None


def _is_called_a_rival(words: Words, end: int) -> bool:
    """`Acme, its private rival, said`."""
    if words.at(end) != "," or words.at(end + 1) not in {"its", "a", "the", "their"}:
        return False
    return any(words.at(k) in firm_words().apposed_nouns and words.at(k + 1) == "," for k in range(end + 2, end + 5))


def _is_the_company(words: Words, place: Candidate) -> bool:
    """`her company, Acme, has 300 employees`."""
    told = firm_noun(words.at(place.start - 2)) if words.at(place.start - 1) == "," == words.at(place.end) else None
    return told is not None and "company" in told.kinds


def _placed_behind(words: Words, end: int) -> bool:
    """`, an Oslo-listed minnow`, `, the salmon farmer owned by Acme`: people are neither listed nor owned."""
    if words.at(end) != "," or words.at(end + 1) not in {"a", "an", "the"}:
        return False
    seated = any(words.at(k) == "-" and words.at(k + 1) in firm_words().seated for k in range(end + 3, end + 6))
    return seated or any(
        words.at(k) in firm_words().owned_by and words.at(k + 1) == "by" for k in range(end + 3, end + 8)
    )


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


def _for_a_sum(words: Words, end: int) -> bool:
    """Whether *for* or *in* and a figure follow within a few words: *buy Acme for $2 billion*."""
    near = range(end, min(end + _NEAR, len(words) - 1))
    at = next((k for k in near if words.words[k] in {"for", "in"}), None)
    return at is not None and any(words.figure[k] for k in range(at + 1, min(at + _NEAR, len(words))))


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


def told_at(words: Words, place: Candidate) -> tuple[Kind, str | None] | None:
    """Kind and sector that an apposition or the noun before tells: `chipmaker Foo`, `Foo, an airline`."""
    noun = apposition(words, place.end) or firm_noun(words.at(place.start - 1)) or described_next(words, place)
    if noun is None:
        return None
    kind: Kind = "company" if "company" in noun.kinds else "agency"
    return kind, noun.sectors[0] if 0 < len(noun.sectors) <= 2 else None


def told_country(words: Words, place: Candidate) -> str | None:
    """`United States` or `other` by an adjective or a country's 's right before: `U.S. rival Foo`, `Denmark's Foo`."""
    for k in range(place.start - 1, max(-1, place.start - 4), -1):
        word = words.at(k)
        if words.adjective_at(k):
            return "United States" if word in {"U.S.", "US", "American"} else "other"
        if not word.islower() and word not in {"-", "'s", "’s"}:
            return None
    return None
