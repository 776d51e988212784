"""What an article has settled so far: whom and what its last sentence was about, and which period its results cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import discourse, topic_of
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.metrics import MetricMention, find
from crossfoot.extract.modality import modality_of
from crossfoot.extract.parties import counterparty_of, told_by_title
from crossfoot.extract.results import Results
from crossfoot.extract.sessions import Sessions
from crossfoot.extract.what import What, can_be
from crossfoot.extract.when import When
from crossfoot.extract.whom import Whom
from crossfoot.extract.words import text_in
from crossfoot.extract.worth import is_set_against
from crossfoot.records import Direction

_EXPECTING = frozenset({"expect", "forecast", "predict", "estimate", "anticipate", "project", "look", "see", "poll"})
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
_HOLDERS = frozenset({"company", "broker", "person", "agency", "country"})
_BULLETS = frozenset("-–—•*·▪◦")
_AGAIN = frozenset({"they", "it", "that", "this", "these", "those"})


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
    leads: frozenset[str] = frozenset()
    deal: tuple[FirmMention, FirmMention] | None = None
    introduced: MetricMention | None = None

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
        text = text_in(sentence).strip()
        if text.endswith(":"):
            named = list(find(sentence))
            self.introduced = named[-1] if len({mention.candidates for mention in named}) == 1 else None
        elif text and text[0] not in _BULLETS:
            self.introduced = None

    def listed(self, figure: Figure, *, change: bool) -> What | None:
        """*Spending plans for 2026:* and under it *- Acme: $20 billion*: what the line above the list names."""
        if self.introduced is None or text_in(figure.sentence).lstrip()[:1] not in _BULLETS:
            return None
        metric = next((name for name in self.introduced.candidates if can_be(figure, name, change=change)), None)
        return What(metric, None, "named_above_the_list", 0.6) if metric is not None else None

    def keep(self, reading: Reading) -> None:
        """What a figure's reading settles for the sentences behind it."""
        figure, what, whom, when = reading.figure, reading.what, reading.whom, reading.when
        if what is None:
            return
        if _is_telling(figure):
            self.stated.setdefault(_key(figure), reading)
        if when is not None and whom is not None:
            self.results.note(figure, what.metric, whom.firm, when, ahead=is_ahead(figure, what))
            self.sessions.note(figure, what.metric, when)

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

    def party(self, figure: Figure, firm: FirmMention, metric: str) -> FirmMention | None:
        """The other side of the deal: named in the sentence, or that of the deal which the article is about."""
        named = counterparty_of(figure, firm, metric)
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
        if subject is None or subject.lower_ not in _AGAIN or not self.sentence:
            return None
        earlier = self.sentence[0]
        if earlier.what is None or not can_be(figure, earlier.what.metric, change=change):
            return None
        return What(earlier.what.metric, None, "said_again", 0.5)

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
        own = figure.quantity.value.middle
        for earlier in self.sentence:
            other = earlier.figure.quantity.value.middle
            if own is None or other is None or earlier.what is None or earlier.figure.kind != figure.kind:
                continue
            if abs(own - other) <= _LIKE * max(abs(own), abs(other)):
                return earlier.what
        return None


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
