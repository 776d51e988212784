"""Houses that figure on others: whom a broker, a poll or a paper speaks of, who only speaks, who reports itself."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Token
from crossfoot.extract.whom.named import NOT_SUBJECTS, Whom, firm_at, mentions_in
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS
from crossfoot.vocabulary.models import cues

_ASSESSING = frozenset({"put", "peg", "value", "see", "assess", "rate", "count", "reckon", "pencil"})
# What a house does with figures on others.
FORECASTING = frozenset(
    """model pencil look forecast expect predict project estimate anticipate think believe reckon see peg put calculate
    rate""".split()
)
REVISING = frozenset(
    "cut raise trim lift lower keep leave hike increase reduce boost nudge reiterate maintain set have".split()
)
_FOR = frozenset({"at", "for", "of", "on"})
_OF_THE_WORLD = frozenset({"growth", "economy", "gdp", "trade", "output", "inflation"})
_ITS = frozenset({"its", "their", "theirs"})
_OPINION = 9  # words from a house's verb to its estimate: "took its sales estimate down to", "has a target of"
REPORTING = frozenset({"report", "post", "disclose", "reveal", "announce", "declare"})
_TEAMS = frozenset(
    {"team", "desk", "unit", "note", "report", "research", "survey", "strategist", "analyst", "economist"}
)
SPEAKERS = frozenset(
    {"economist", "economists", "analyst", "analysts", "strategist", "strategists", "trader", "traders"}
)


def assessor(figure: Figure, topic: FirmMention | None) -> tuple[FirmMention, Token] | None:
    """Who assesses in *Citi sees it reaching $80*, with the verb; never the firm that the text is about."""
    verb = figure.verb
    for _ in range(3):
        if verb is None or verb.lemma_.lower() in _ASSESSING:
            break
        verb = grammar.verb_above(verb)
    if verb is None or verb.lemma_.lower() not in _ASSESSING or puts_on(verb):
        return None
    subject = grammar.subject_of(verb)
    voice = firm_at(figure.doc, subject) if subject is not None else None
    if voice is None or voice.kind not in ("company", "broker", "agency", "media") or voice == topic:
        return None
    return voice, verb


def assessed(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """*Kantar puts Acme's share at 6%*, *Citi sees it reaching $80*: whom a house assesses, not the house."""
    found = assessor(figure, topic)
    if found is None:
        return None
    voice, verb = found
    for index, mention in mentions_in(figure.sentence):
        own = mention.via == "pronoun" and mention.canonical == voice.canonical and figure.doc[index].lower_ == "its"
        if own and verb.i < index < figure.span.start:
            return Whom(voice, "subject", 0.85, index)  # "Acme put its exposure at $500m"
        if index > verb.i and index < figure.span.start and mention != voice and mention.kind not in NOT_SUBJECTS:
            return Whom(mention, "assessed_by_a_house", 0.8, index)
    if any(
        child.lower_ == "which" for child in verb.children
    ):  # "Peru has 300MW, by the count of Acme, which counts 200 more"
        told = [
            (i, m)
            for i, m in mentions_in(figure.sentence)
            if i < verb.i and m.kind not in NOT_SUBJECTS and not is_house(m)
        ]
        if told:
            return Whom(told[0][1], "assessed_by_a_house", 0.6, told[0][0])
    return Whom(topic, "assessed_by_a_house", 0.55, -1) if topic is not None and voice.house else None


def puts_on(verb: Token) -> bool:
    """*put on 3%*, *put up $2 billion*: no assessment, whatever *put* is elsewhere."""
    return verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("on", "up", "down", "in")


def estimate_of(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """*UBS cut its Brent estimate to $75*, *its forecast for profit at Acme*: whom a house's estimate is for."""
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    voice = mention_at(figure.doc, subject.i) if subject is not None else None
    if voice is None or not (voice.house or voice.kind == "agency"):
        return None
    own = topic is not None and voice.canonical == topic.canonical  # who has one of gold has it of no firm
    estimate, estimates = False, cues().forecasts.held
    for token in figure.doc[figure.sentence.start + 1 : figure.span.start]:
        if estimate and token.lower_ in _OF_THE_WORLD and any(c.lower_ in ("world", "global") for c in token.children):
            return Whom(
                FirmMention("world", "group", "recognised", 0.6, sector="industry"),
                "forecast_by_a_house",
                0.88,
                token.i,
            )
        at = token.i - 1 if token.lemma_.lower() in estimates else token.i + 1
        estimate = estimate or at < token.i
        firm = mention_at(figure.doc, at) if at < token.i or estimate and token.lower_ in _FOR else None
        if firm is None or firm.via == "pronoun" or firm.canonical == voice.canonical:
            continue
        placed = voice.kind == "agency" and firm.kind in ("country", "region")
        if (
            firm.kind in MARKET_KINDS
            or placed
            or not own
            and voice.house
            and firm.kind in FIRM_KINDS
            and not firm.house
        ):
            return Whom(firm, "forecast_by_a_house", 0.88, at)
    return None


def only_speaks(firm: FirmMention, verb: Token, topic: FirmMention | None) -> bool:
    """*Citi models $34*, *Citi cut its estimate by 5%*: a house's figures are on those that it follows."""
    if not (firm.house or firm.kind in ("broker", "media")) or topic is not None and firm.canonical == topic.canonical:
        return False
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return False  # "Citi is expected to earn $4 billion"
    if verb.lemma_.lower() in FORECASTING or _has_at(verb):
        return True
    named = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
    if verb.lemma_.lower() in REVISING and (cues().forecasts.held & named or named & _ITS):
        return True  # "cut its to $65": its target
    behind = (token.lemma_.lower() for token in verb.doc[verb.i + 1 : min(verb.i + _OPINION, verb.sent.end)])
    return firm.kind != "media" and not cues().forecasts.held.isdisjoint(behind)


def _has_at(verb: Token) -> bool:
    """*Citi has the rate at 10%*: where a house sees it."""
    if verb.lemma_.lower() != "have":
        return False
    held = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return any(child.lower_ == "at" for each in (verb, held) if each is not None for child in each.children)


def is_house(firm: FirmMention) -> bool:
    """Whether it is one that speaks of others: a house that analysts speak for, a broker, a paper."""
    return firm.house or firm.kind in ("broker", "media")


def is_opinion(figure: Figure, found: Whom, topic: FirmMention | None) -> bool:
    """*Citi's autos team*, *3.2 times its estimate of book value*: a house that owns an opinion, not what is measured."""
    firm, token = found.firm, figure.doc[found.token]
    if topic is not None and firm.canonical == topic.canonical:
        return False
    if token.dep_ == "pobj" and token.head.lower_ in ("at", "of", "with", "from") and token.head.i > 0:
        return token.head.nbor(-1).lower_ in SPEAKERS  # "the $5 billion analysts at Citi had pencilled in"
    if not (firm.house or firm.kind == "broker"):
        return False
    owned = token.head if token.dep_ in ("poss", "compound", "nmod") else token
    return owned.lemma_.lower() in cues().forecasts.held | _TEAMS or owned.lower_ in SPEAKERS


def is_shared_voice(found: Whom, verb: Token) -> bool:
    """*Citi noted that debt was high and that the yield might fall*: the house's verb is one of saying, whatever joins it."""
    subject = verb.doc[found.token]
    if subject.dep_ == "nsubjpass":
        return False  # "Citi is expected to earn $4 billion"
    said = subject.head if subject.dep_ == "nsubj" else verb
    return is_house(found.firm) and said.i != verb.i and said.lemma_.lower() in cues().attribution.verbs


def speaks(firm: FirmMention, topic: FirmMention | None) -> bool:
    """True where the subject of *said* is only a voice: a house, a paper, or anybody but the firm the text is about."""
    return (
        firm.house or firm.kind in ("media", "person", "agency") or topic is None or firm.canonical != topic.canonical
    )


def reports_itself(firm: FirmMention, verb: Token) -> bool:
    """*after Acme reported that profit had tripled*: a company's report is on itself, a house's or a paper's is not."""
    return firm.kind == "company" and not firm.house and verb.lemma_.lower() in REPORTING


def employs(figure: Figure, firm: FirmMention, index: int) -> bool:
    """*an economist at Acme expects the rate to end at 6%*: whom somebody speaks for."""
    doc = figure.doc
    while index > figure.sentence.start and mention_at(doc, index - 1) == firm:
        index -= 1
    if index - 2 < figure.sentence.start or doc[index - 1].lower_ not in ("at", "of", "with", "from", "for"):
        return False
    return doc[index - 2].lower_ in SPEAKERS
