"""What an article has settled so far: whom and what its last sentence was about, and which period its results cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.extract import cues, grammar
from crossfoot.extract.dealings import Dealings
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import discourse, topic_of
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.frames import LIGHT_NOUNS
from crossfoot.extract.metrics import MetricMention, find
from crossfoot.extract.modality import modality_of
from crossfoot.extract.parties import counterparty_of, told_by_title
from crossfoot.extract.results import Results, reported
from crossfoot.extract.sessions import Sessions
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.what import What, can_be
from crossfoot.extract.when import When
from crossfoot.extract.when.older_figure import is_compared
from crossfoot.extract.whom import Whom, mentions_in
from crossfoot.extract.words import text_in
from crossfoot.extract.worth import is_set_against
from crossfoot.records import Direction
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.models import metrics

_EXPECTING = frozenset(
    "expect forecast predict estimate anticipate project look see poll brace pencil want hope count model reckon guide".split()
)
_REVISING = frozenset({"revise", "mark", "restate", "correct"})
_LIKE = 0.5  # an expectation lies near the result that it was for
_ALIKE = 2.0  # times that two figures on one thing may lie apart
WEAK = 0.65  # a metric less sure than this gives way to what the figure's neighbours say
_LEADS = 3  # firms that an article may be about
# What is told of a deal in sentences that name only one side of it.
_OF_A_DEAL = frozenset(
    {
        "deal_value",
        "offer_price",
        "premium",
        "stake",
        "contract_value",
        "contract_duration",
        "lease_rate",
        "valuation",
        "payment",
        "investment",
        "funding",
        "settlement",
    }
)
_OF_A_ROUND = frozenset({"funding", "investment"})
_ROUNDS = frozenset({"round", "series", "financing", "raise"})
_HOLDERS = frozenset({"company", "broker", "person", "agency", "country"})
_BULLETS = frozenset("-–—•*·▪◦")
_AGAIN = frozenset({"they", "it", "that", "this", "these", "those"})
# Nouns that stand for what was measured before, and for its movement: *the figure*, *May's increase was revised*.
_FOR_IT = frozenset(
    {
        "figure",
        "number",
        "total",
        "tally",
        "sum",
        "measure",
        "reading",
        "print",
        "gauge",
        "projection",
        "estimate",
        "rate",
    }
)
_LIKE_IT = frozenset({"comparable", "corresponding", "equivalent", "average", "overall"})
_DEFINITE = frozenset({"the", "that", "this", "same", "their", "its"})
# Words by which a sum is offered for a share.
_BIDDING = frozenset(
    {
        "offer",
        "bid",
        "proposal",
        "approach",
        "package",
        "pitch",
        "stretch",
        "trump",
        "top",
        "sweeten",
        "table",
        "suitor",
    }
)
_PLACES = frozenset({"country", "region"})
_TRADE = frozenset({"exports", "imports"})
_RATES = frozenset({"inflation", "unemployment_rate", "policy_rate", "interest_rate", "tax_rate", "tariff_rate"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What is understood of one figure, before it becomes a Claim."""

    figure: Figure
    what: What | None
    whom: Whom | None
    when: When | None
    direction: Direction | None
    scope: str | None


@dataclass(slots=True)
class Memory:
    """What earlier sentences of an article settled."""

    topic: FirmMention | None = None
    last: FirmMention | None = None
    sentence: list[Reading] = field(default_factory=list)
    stated: dict[tuple[float | None, float | None, str], Reading] = field(default_factory=dict)
    results: Results = field(default_factory=Results)
    sessions: Sessions = field(default_factory=Sessions)
    dealings: Dealings = field(default_factory=Dealings)
    leads: frozenset[str] = frozenset()
    deal: tuple[FirmMention, FirmMention] | None = None
    introduced: MetricMention | None = None
    presented: FirmMention | None = None
    offer: Reading | None = None
    rate: str | None = None
    traded: str | None = None
    labour: bool = False
    told: dict[str, list[Reading]] = field(default_factory=dict)
    counted: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, doc: Doc) -> Memory:
        """What is known before the first sentence is read: the article's firms, and the results that its title names."""
        found = discourse(doc)
        ranked = found.ranked[:_LEADS] if found is not None else ()
        memory = cls(topic=topic_of(doc), leads=frozenset(mention.canonical for mention in ranked))
        memory.results.seed(doc)
        memory.deal = told_by_title(doc, tuple(ranked))
        return memory

    def pass_by(self, sentence: Span) -> None:
        """Takes what a heading says for the figures under it: their period, and what a list of them measures."""
        self.results.heading(sentence)
        self.results.announced_in(sentence)
        self.results.aims(sentence)
        text = text_in(sentence).strip()
        if text.endswith(":"):
            named = list(find(sentence))
            self.introduced = named[-1] if len({mention.candidates for mention in named}) == 1 else None
            firms = (m for _, m in mentions_in(sentence) if m.kind in FIRM_KINDS and not m.house)
            self.presented = next(firms, None)
        elif text and text[0] not in _BULLETS:
            self.introduced = self.presented = None

    def listed(self, figure: Figure, *, change: bool) -> What | None:
        """*Spending plans for 2026:* and under it *- Acme: $20 billion*: what the line above the list names."""
        if self.introduced is None or text_in(figure.sentence).lstrip()[:1] not in _BULLETS:
            return None
        metric = next((name for name in self.introduced.candidates if can_be(figure, name, change=change)), None)
        return What(metric, None, "named_above_the_list", 0.6) if metric is not None else None

    def listed_of(self, figure: Figure) -> Whom | None:
        """*So did the newcomer Acme:* and under it *- Deliveries: 8,966*: whom the line above the list names."""
        if self.presented is None or text_in(figure.sentence).lstrip()[:1] not in _BULLETS:
            return None
        return Whom(self.presented, "named_above_the_list", 0.6, -1)

    def keep(self, reading: Reading) -> None:
        """What a figure's reading settles for the sentences behind it."""
        figure, what, whom, when = reading.figure, reading.what, reading.whom, reading.when
        if what is None:
            return
        if what.metric == "offer_price":
            self.offer = reading
        if what.metric in _RATES and what.rule != "the_rate_before":
            self.rate = what.metric
        if what.metric == "jobs" and whom is not None and whom.firm.kind in _PLACES:
            self.labour = True
        if what.metric in _TRADE:
            self.traded = self.traded or what.metric
        if _is_telling(figure):
            self.stated.setdefault(_key(figure), reading)
        if what.metric in reported() and reading.direction is None:
            self.told.setdefault(figure.quantity.unit, []).append(reading)
            self.counted |= {what.metric} if figure.kind != "percent" else set()
        if when is not None and whom is not None and not _is_of_another_time(figure, what):
            self.results.note(figure, what.metric, whom.firm, when, ahead=is_ahead(figure, what))
            self.sessions.note(figure, what.metric, when)
            self.dealings.note(figure, what.metric, when)

    def close(self, sentence: list[Reading]) -> None:
        """The readings of a whole sentence: the next one may go on about them."""
        self.sentence = sentence
        self.last = next((r.whom.firm for r in reversed(sentence) if r.whom is not None), None) or self.last

    def same_sum(self, figure: Figure) -> What | None:
        """What a sum of money measured where it stood before: the same one again in a text is the same thing."""
        same = self.stated.get(_key(figure))
        if same is None or same.what is None:
            return None
        return What(same.what.metric, same.what.word if same.figure.doc is figure.doc else None, "stated_before", 0.6)

    def result_of(self, before: list[Reading], metric: str) -> When | None:
        """*It earned $2. Analysts had expected $1.90*: an expectation is of the period of the result that it was for."""
        for earlier in [*reversed(before), *self.sentence]:
            same = earlier.what is not None and earlier.what.metric == metric
            if same and earlier.when is not None and not is_compared(earlier.figure):
                return When(earlier.when.period, "of_the_result_it_was_for", 0.5)
        return None

    def party(self, figure: Figure, firm: FirmMention, metric: str) -> FirmMention | None:
        """The other side of the deal: named in the sentence, or that of the deal which the article is about."""
        named = counterparty_of(figure, firm, metric)
        of_a_round = named is None and metric in _OF_A_ROUND and any(t.lower_ in _ROUNDS for t in figure.sentence)
        if of_a_round and (held := self._held(firm)) is not None:
            return held  # "Acme Partners, which led the round, committed $40 million"
        if named is not None:
            if {firm.canonical, named.canonical} <= self.leads and self.deal is None:
                self.deal = (firm, named)
            return named
        if self.deal is None or metric not in _OF_A_DEAL:
            return self._held(firm) if metric == "stake" else None
        one, other = self.deal
        known = other if firm.canonical == one.canonical else one if firm.canonical == other.canonical else None
        return known or (self._held(firm) if metric == "stake" else None)

    def _held(self, holder: FirmMention) -> FirmMention | None:
        """*Acme, with 7.9%, will not sell*: a holder of the firm that the text is about."""
        topic = self.topic
        held = topic is not None and topic.kind == "company" and topic.canonical != holder.canonical
        return topic if held and holder.kind in _HOLDERS else None

    def spoken_of(self, figure: Figure) -> Whom | None:
        """*Sales in Ireland fell. They are down 10% this year*: whom the sentence before was about."""
        subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
        if subject is None or subject.lower_ not in ("they", "these", "those") or not self.sentence:
            return None
        earlier = self.sentence[-1].whom
        return Whom(earlier.firm, "spoken_of_before", 0.55, -1) if earlier is not None else None

    def said_again(self, figure: Figure, *, change: bool) -> What | None:
        """*Sales rose 4%. They had fallen 2% in May*, *This is an increase of $3 million*: a pronoun for what was measured."""
        subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
        if subject is None or not (subject.lower_ in _AGAIN or _stands_for_it(subject)):
            return None
        if _is_of_a_thing(figure):
            return None
        earlier = next((each for each in self.sentence if each.what is not None), None)
        if earlier is None or earlier.what is None or not can_be(figure, earlier.what.metric, change=change):
            return None
        return What(earlier.what.metric, None, "said_again", 0.5)

    def revised(self, figure: Figure) -> tuple[What, Direction] | None:
        """*May's increase was revised to 6.2%*: the movement that the sentence before told of."""
        subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
        if subject is None or figure.verb is None or figure.verb.lemma_.lower() not in _REVISING:
            return None
        direction = cues.noun_direction(subject)
        told = next(
            (each.what for each in self.sentence if each.what is not None and each.figure.kind == figure.kind), None
        )
        if direction is None or told is None:
            return None
        return What(told.metric, None, "revised", 0.5), direction

    def of_policy(self, figure: Figure) -> What | None:
        """*wanted 75 basis points*, *a cut of half a point*, in a text on a central bank's rate."""
        if self.rate != "policy_rate" or figure.quantity.unit not in ("basis_point", "percentage_point"):
            return None
        return What("policy_rate", None, "the_rate_before", 0.6)

    def shared(self, figure: Figure, before: list[Reading]) -> What | None:
        """*Acme has 28% of the market. Bolt, on 8.2%, comes next*: another's share of it."""
        for earlier in [*reversed(before), *reversed(self.sentence)]:
            if earlier.what is not None and earlier.what.metric == "market_share" and figure.quantity.unit == "percent":
                return What("market_share", None, "shared_with_the_one_before", 0.5)
        return None

    def offered_before(self, figure: Figure) -> What | None:
        """*It trumps the 365p that Bolt offered last month*: a sum near the one that was offered for each share."""
        if self.offer is None or figure.kind != "money" or _unit(figure) != _unit(self.offer.figure):
            return None
        size, offered = figure.quantity.value.middle, self.offer.figure.quantity.value.middle
        near = bool(size and offered) and 1 / _ALIKE <= abs((size or 0) / (offered or 1)) <= _ALIKE
        bid = any(token.lemma_.lower() in _BIDDING for token in figure.sentence)
        return What("offer_price", None, "offered_before", 0.6) if near and bid else None

    def rate_before(self, figure: Figure) -> What | None:
        """*Economists had expected the rate to rise to 7.2%*: the rate that the article spoke of last."""
        if self.rate is None or not can_be(figure, self.rate, change=False):
            return None
        return What(self.rate, None, "the_rate_before", 0.7)

    def goes_on(self, figure: Figure, *, change: bool) -> What | None:
        """*Services added 31,000 jobs. Builders shed 9,000*: a bare figure goes on about the sentence before."""
        if figure.noun is not None or figure.kind not in ("count", "percent") or figure.preposition is not None:
            return None
        for earlier in reversed(self.sentence):
            same = earlier.figure.kind == figure.kind and (earlier.direction is not None) == change
            if same and earlier.what is not None and earlier.what.confidence >= WEAK:
                return What(earlier.what.metric, None, "goes_on_from_the_sentence_before", 0.4)
        return None

    def echoed(self, figure: Figure, before: list[Reading], *, change: bool) -> What | None:
        """*above the $1.02 billion that analysts wanted*: a figure set against one of its own size and unit measures the same."""
        size = figure.quantity.value.middle
        if change or size is None or figure.kind == "percent" or not is_set_against(figure):
            return None
        for earlier in [*reversed(before), *reversed(self.sentence)]:
            other = earlier.figure.quantity.value.middle
            if earlier.what is None or not other or _unit(earlier.figure) != _unit(figure):
                continue
            if earlier.direction is None and 1 / _ALIKE <= abs(size / other) <= _ALIKE:
                return What(earlier.what.metric, earlier.what.word, "set_against_the_figure_before", 0.6)
        return None

    def expected(self, figure: Figure) -> What | None:
        """*It earned 9 cents a share. Analysts had expected 8 cents*: what a like figure of the sentence before measured."""
        if figure.verb is None or figure.verb.lemma_.lower() not in _EXPECTING:
            return None
        if _bare_movement(figure) is not None:
            return next(
                (each.what for each in self.sentence if each.direction is not None and each.figure.kind == figure.kind),
                None,
            )
        own = figure.quantity.value.middle
        for earlier in self.sentence:
            other = earlier.figure.quantity.value.middle
            if own is None or other is None or earlier.what is None or earlier.figure.kind != figure.kind:
                continue
            if abs(own - other) <= _LIKE * max(abs(own), abs(other)):
                return earlier.what
        return None


def _is_of_another_time(figure: Figure, what: What) -> bool:
    """*December's gain was revised*, *the recall in May took 90 basis points off sales*: it dates no results."""
    part = figure.quantity.unit in ("basis_point", "percentage_point") and "money" in metrics()[what.metric].kinds
    return part or what.rule == "revised"


def is_of_a_noun(figure: Figure) -> bool:
    """*that number was $450 million*: a noun, no pronoun, stands for what was measured before."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    return subject is not None and subject.lower_ in _FOR_IT


def _bare_movement(figure: Figure) -> Token | None:
    """*had braced for a decline of 2%*, *looked for a 2% rise*: a movement of nothing that is named."""
    head = (
        figure.preposition.head if figure.preposition is not None and figure.preposition.lower_ == "of" else figure.noun
    )
    if head is None or cues.noun_direction(head) is None:
        return None
    return (
        None
        if any(child.dep_ in ("prep", "compound") and child.lower_ in ("in", "to") for child in head.children)
        else head
    )


def _is_of_a_thing(figure: Figure) -> bool:
    """*it will build an $11 billion complex*: the noun behind the sum is what it measures."""
    noun = figure.noun
    behind = noun is not None and noun.i >= figure.span.end and figure.kind == "money"
    return behind and noun is not None and noun.lemma_.lower() not in LIGHT_NOUNS and cues.noun_direction(noun) is None


def _stands_for_it(subject: Token) -> bool:
    """*the figure*, *that number*, *the same measure*; not *the number of users*."""
    named = {child.lower_ for child in subject.children if child.i < subject.i and child.lower_ not in _LIKE_IT}
    definite = subject.i > 0 and subject.nbor(-1).lower_ in _DEFINITE | _LIKE_IT
    told = any(child.lower_ == "of" for child in subject.children)
    moved = cues.noun_direction(subject) is not None and not any(c.lower_ == "in" for c in subject.children)
    return (subject.lower_ in _FOR_IT or moved) and definite and not told and named <= _DEFINITE


def is_ahead(figure: Figure, what: What | None) -> bool:
    """Whether the figure is of a plan, a forecast or a condition."""
    return modality_of(figure.doc, figure.anchor, what.word if what else None)[0] in ("projected", "hypothetical")


def _unit(figure: Figure) -> str:
    """The unit, where *a share* may be left to be meant: *earned $3.60 a share, below the $4.76 expected*."""
    return figure.quantity.unit.removesuffix("/share")


def _key(figure: Figure) -> tuple[float | None, float | None, str]:
    value = figure.quantity.value
    return value.low, value.high, figure.quantity.unit


def _is_telling(figure: Figure) -> bool:
    """True for a sum of money: the same one again in a text is the same thing, where *10%* may be anything."""
    return figure.kind == "money" and not figure.quantity.value.vague
