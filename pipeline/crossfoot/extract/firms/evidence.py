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
CITED = "cited"
_HELD = frozenset({"based", "backed", "owned", "listed", "controlled"})
BULLETS = frozenset("-–—•*·▪◦")
_KINDS_OF_HOUSE = frozenset({"firm", "company", "provider", "group", "house", "specialist", "business"})
_RESEARCH = frozenset(
    {
        "analytics",
        "data",
        "research",
        "intelligence",
        "consulting",
        "advisory",
        "survey",
        "polling",
        "ratings",
        "tracking",
    }
)
_SPEAKING = frozenset({"analyst", "analysts", "economist", "economists", "strategist", "strategists"})
_SOON = frozenset(
    {"now", "also", "still", "already", "recently", "then", "just", "itself", "alone", "currently", "duly"}
)
_RULING = frozenset({"awarded", "ordered", "sued", "fined", "told", "urged", "handed", "forced", "allowed", "asked"})
_PAYING = frozenset({"pay", "pays", "paid", "paying", "offer", "offered", "offering", "bid", "spend", "spent"})
_RESEARCHERS = frozenset({"portal", "pollster", "consultancy", "consultancies", "forecaster", "tracker", "consultants"})
_RECKONING = frozenset(
    {"estimates", "reckons", "calculates", "forecasts", "projects", "predicts", "estimated", "reckoned", "calculated"}
)
_GIVEN = frozenset({"data", "figures", "numbers", "research"})
_SHOWING = frozenset({"showed", "show", "shows", "indicated", "suggest", "suggested", "indicate"})
_REGRADING = frozenset({"cut", "lowered", "raised", "lifted", "moved", "bumped", "took", "reduced"})
_GRADES = frozenset(
    {"junk", "buy", "sell", "hold", "neutral", "overweight", "underweight", "outperform", "underperform", "investment"}
)
_TRADE = 0.4
_TOWN = 0.4
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
    if after in _SOON and then in vocabulary.verbs | vocabulary.common_verbs:
        after, then = then, words.at(place.end + 2)  # "Acme now expects"
    closing = then if after == "," else after
    if closing in _CLOSING_QUOTES and {words.at(place.start - 1), words.at(place.start - 2)} & _OPENING_QUOTES:
        return  # a slogan or a title: the "Finest Tea Company"
    if _is_bourse(words, place):
        return
    if place.end - place.start > 1 and words.words[place.end - 1] in vocabulary.place_endings:
        yield "place", ENOUGH  # "Allen County"
    # `Car Insurance` in a menu is no insurer.
    bulleted = place.first and words.at(place.start - 1).strip() in BULLETS
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
    elif noun_before in vocabulary.body_nouns and place.end - place.start == 1:
        yield "noun before", _NOUN_BEFORE  # "statistics office INE", "industry body SIAM"
    if before in _HELD and words.at(place.start - 2) in {"-", "–"}:
        yield "noun before", _NOUN_BEFORE  # "Austin-based Acme"
    if before == "At" and after == ",":
        yield "owner", _POSSESSION  # "At Acme, orders fell"
    if before in {"at", "with", "of"} and (
        place.start - 1 in people_ends or words.at(place.start - 2).lower() in vocabulary.person_roles
    ):
        yield "employer", _EMPLOYER
    if after in vocabulary.possessions or (after in _possessive(words, place.end) and then in vocabulary.possessions):
        yield "possession", _POSSESSION
    elif (
        after in {"'s", "’s"}
        and not vocabulary.owned_things.isdisjoint(words.words[place.end + 1 : place.end + 3])
        or after in {"'s", "’s"}
        and any(words.at(place.end + k) in vocabulary.possessions for k in (2, 3))
    ):
        yield "possession", _POSSESSION - 0.1
    lettered = place.end - place.start == 1 and len(last) > 2 and last.isupper()
    if after in _SPEECH:
        yield "verb", _VERB if lettered else _SAID  # "IBGE said": no person
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
    if (
        after == "of"
        and words.place_at(place.end + 1)
        and words.at(place.end + 2) == ","
        and place.end - place.start > 1
    ):
        yield "of a country", _TOWN  # "Acme Ticket of Germany, its nearest rival,"
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
    if before in {"'s", "’s"} and words.at(place.end) != "of":
        if words.place_at(place.start - 2):
            yield "country's", _POSSESSION
        elif words.town_at(place.start - 2):
            yield "town's", _TOWN  # "Mumbai's Acme"
    if before in vocabulary.judging and not place.first:
        yield "judged", _POSSESSION  # "Moody's downgraded Acme"
    researcher = before in _RESEARCHERS or before in _KINDS_OF_HOUSE and words.at(place.start - 2) in _RESEARCH
    if _is_cited(words, place) or researcher or after in _SPEAKING and place.end - place.start > 1:
        yield CITED, _POSSESSION
    if _is_rated(words, place):
        yield "judged", _POSSESSION  # "Fitch cut Acme to CCC+"
    if _plays_a_part(words, place):
        yield "part in a deal", _POSSESSION
    if before in firm_words().deal_prepositions and any(
        words.at(place.start - k) in firm_words().deal_words for k in (1, 2, 3)
    ):
        yield "deal", _DEAL
    if before == "for" and words.figure[place.start - 2] and _pays(words, place.start - 2):
        yield "bought", _POSSESSION  # "will pay $8bn for Acme"
    if place.end - place.start > 2 and "&" in words.words[place.start : place.end] and in_prose and not bulleted:
        yield "joined", _POSSESSION  # "Harlow & Pike said"
    if before in _RULING and place.end - place.start > 1 and after in {"to", "a", "an", "the", "for", "over"}:
        yield "ruled", _POSSESSION  # "A court ordered Acme Optik to pay"
    if is_mixed(words.words[place.start]):
        yield "mixed", _MIXED
    role = set(words.deps[place.start : place.end])
    if role & _SUBJECTS and after not in _SPEECH:
        yield "role", _ROLE if place.end - place.start == 1 else ENOUGH - _SAID
    elif "poss" in role and after in _possessive(words, place.end):
        yield "role", _ROLE
    if role & (_SUBJECTS | {"poss"}) and _names_one(words, place) and _figure_behind(words, place.end):
        yield "figure", _FIGURE
    elif place.first and role & _SUBJECTS and _acts_at_once(words, place) and _figure_behind(words, place.end):
        yield "figure", _FIGURE  # "Petrolane runs 310 forecourts"


def _pays(words: Words, end: int) -> bool:
    """Whether a sum is paid or offered: `will pay $8bn`, `has offered as much as $2 billion`."""
    return any(words.at(k) in _PAYING for k in range(max(0, end - 8), end))


def _is_cited(words: Words, place: Candidate) -> bool:
    """*according to Acme Partners*, *..., Acme estimates*, *Acme data showed*: a house that no list has."""
    if words.at(place.start - 1) == "to" and words.at(place.start - 2).lower() == "according":
        return True
    if words.at(place.start - 1) == "from" and words.at(place.start - 2).lower() in _GIVEN:
        return True  # "data from Acme show"
    after, then = words.at(place.end), words.at(place.end + 1)
    if words.at(place.start - 1) == "," and after in _RECKONING and then in {",", "."}:
        return True
    return after in _GIVEN and then in _SHOWING


def _is_rated(words: Words, place: Candidate) -> bool:
    """The grade behind a name: *Fitch cut Acme to CCC+*, *UBS lowered Acme to neutral*."""
    if words.at(place.start - 1) not in _REGRADING or words.at(place.end) != "to":
        return False
    grade = words.at(place.end + 1)
    return (
        grade in _GRADES
        or grade.rstrip("+-123")[:1] in set("ABCD")
        and grade.rstrip("+-123").upper()[:1] * len(grade.rstrip("+-123")) == grade.rstrip("+-123").upper()
    )


def _plays_a_part(words: Words, place: Candidate) -> bool:
    """*The buyer, Acme, would borrow*, *the seller, Mumbai's Acme, paid*: a name beside the noun of a side in a deal."""
    if words.at(place.end) != ",":
        return False
    start = place.start - 2 if words.at(place.start - 1) in {"'s", "’s"} else place.start
    return words.at(start - 1) == "," and words.at(start - 2) in firm_words().sides


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


def _acts_at_once(words: Words, place: Candidate) -> bool:
    """Whether a sentence's first word is tagged as a name, and a verb of firms or a modal follows it."""
    after = words.at(place.end)
    acts = after in firm_words().verbs | {"runs", "will"} and after not in _SPEECH | firm_words().citing_verbs
    return words.pos[place.start] == "PROPN" and acts


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
    before = words.at(place.start - 1)
    if place.end - place.start > 1 and words.words[place.end - 1] in firm_words().place_endings:
        return "region", None
    noun = apposition(words, place.end) or firm_noun(before) or described_next(words, place)
    if noun is None:
        return ("agency", None) if before in firm_words().body_nouns and place.end - place.start == 1 else None
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
