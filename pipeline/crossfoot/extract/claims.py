"""From a Doc with its spans to claims: for each figure whom, what, how much, when, and who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Span, Token

from crossfoot.extract import basis, grammar, rates
from crossfoot.extract.directions import Movement, movements
from crossfoot.extract.figures import Figure, figure_of, movement
from crossfoot.extract.firms import discourse, topic_of
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.metrics import GROUP as METRICS
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.modality import modality_of
from crossfoot.extract.quantities import GROUP as QUANTITIES
from crossfoot.extract.refine import refined
from crossfoot.extract.results import Results, reported
from crossfoot.extract.sessions import Sessions
from crossfoot.extract.sources import Source, source_at
from crossfoot.extract.subjects import fitting
from crossfoot.extract.what import What, can_be, fits_kind, metric_of, own_metric, sum_a_share, trades
from crossfoot.extract.when import ANOTHERS, When, is_compared, period_of
from crossfoot.extract.whom import (
    Whom,
    assessor,
    beside,
    counterparty_of,
    firm_of,
    firm_of_word,
    mentions_in,
    owner_of,
    part_of_firm,
    place_of,
)
from crossfoot.extract.worth import is_claim, is_dependent, is_set_against
from crossfoot.records import Article, Block, Claim, Direction
from crossfoot.values.intervals import Interval
from crossfoot.values.periods import a_year_before
from crossfoot.values.quantities import Quantity

_UNSIGNED = frozenset({"job_cuts"})  # "cut 900 jobs" is a level of job cuts
_EXPECTING = frozenset({"expect", "forecast", "predict", "estimate", "anticipate", "project", "look", "see", "poll"})
_LIKE = 0.5  # an expectation lies near the result that it was for
_FIRM_METRIC = 0.75
_WEAK = 0.65
_DOUBTFUL = 0.62
_LEADS = 3  # firms that an article may be about
# What is told of a deal in sentences that name only one side of it.
_OF_A_DEAL = frozenset(
    {"deal_value", "offer_price", "premium", "stake", "contract_value", "contract_duration", "lease_rate", "valuation"}
)
_AGAIN = frozenset({"they", "it", "that", "this", "these", "those", "which"})
_ALIKE = 2.0  # times that two figures on one thing may lie apart
# What a percentage of a firm may be besides a stake in it.
_SHARED = frozenset(
    {"stake", "revenue", "market_share", "employees", "job_cuts", "share_buyback", "net_income", "ebitda"}
)
# What parts of a business do in results.
_SELLS = frozenset(
    """grow rise climb jump surge increase gain advance fall drop decline slip slide tumble shrink contract expand ease
    contribute generate bring deliver add reach total come improve rebound recover soar leap double decrease dip""".split()
)
_PER_SHARE = frozenset({"eps", "price_target", "share_price", "offer_price"})
_DEALS = frozenset(
    "deal_value contract_value contract_duration investment funding stake payment lease_rate settlement share_buyback "
    "capacity orders units_sold price employees backlog offer_price premium valuation debt loans".split()
)


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
    """What earlier sentences of the article settled: the firm last spoken of, and the last period of its results."""

    topic: FirmMention | None = None
    last: FirmMention | None = None
    sentence: list[Reading] = field(default_factory=list)
    stated: dict[tuple[float | None, float | None, str], Reading] = field(default_factory=dict)
    results: Results = field(default_factory=Results)
    sessions: Sessions = field(default_factory=Sessions)
    leads: frozenset[str] = frozenset()
    deal: tuple[FirmMention, FirmMention] | None = None

    def party(self, figure: Figure, firm: FirmMention, metric: str) -> FirmMention | None:
        """The other side of the deal: named in the sentence, or that of the deal which the article is about."""
        named = counterparty_of(figure, firm)
        if named is not None:
            if {firm.canonical, named.canonical} <= self.leads and self.deal is None:
                self.deal = (firm, named)
            return named
        if self.deal is None or metric not in _OF_A_DEAL:
            return None
        one, other = self.deal
        return other if firm.canonical == one.canonical else one if firm.canonical == other.canonical else None

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
            if same and earlier.what is not None and earlier.what.confidence >= _WEAK:
                return What(earlier.what.metric, None, "goes_on_from_the_sentence_before", 0.4)
        return None

    def echoed(self, figure: Figure, before: list[Reading], *, change: bool) -> What | None:
        """*above the $1.02 billion that analysts wanted*: a figure set against one of its own size and unit measures the same."""
        size = figure.quantity.value.middle
        if change or size is None or figure.kind == "percent" or not is_set_against(figure):
            return None
        for earlier in [*reversed(before), *reversed(self.sentence)]:
            other = earlier.figure.quantity.value.middle
            if earlier.what is None or not other or earlier.figure.quantity.unit != figure.quantity.unit:
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


def _is_listed_with(figure: Figure, leader: Reading) -> bool:
    """*fell 2% and 3%, respectively*: two figures of one kind that an *and* joins."""
    gap = figure.doc[leader.figure.span.end : figure.span.start]
    joined = len(gap) <= 2 and any(token.lower_ == "and" for token in gap)
    return joined and figure.noun is None and figure.kind == leader.figure.kind and leader.direction is not None


def _seen_by_a_house(figure: Figure, memory: Memory) -> bool:
    """*Citi sees the stock reaching $80*: money, and a house that speaks."""
    found = assessor(figure, memory.topic) if figure.kind == "money" else None
    return found is not None and found[0].house


def _told_a_share(figure: Figure, what: What, before: list[Reading]) -> bool:
    """*Earnings of $1.05 a share, a decline of 8%*: the same word named a sum a share before."""
    return figure.kind == "percent" and any(
        earlier.what is not None
        and earlier.what.metric == "eps"
        and earlier.what.word is not None
        and what.word is not None
        and earlier.what.word.i == what.word.i
        for earlier in before
    )


def claims_of(article: Article, doc: Doc) -> list[Claim]:
    """Every claim of an article, in text order. Raises nothing for any text."""
    found = discourse(doc)
    ranked = found.ranked[:_LEADS] if found is not None else ()
    memory = Memory(topic=topic_of(doc), leads=frozenset(mention.canonical for mention in ranked))
    memory.results.seed(doc)
    titles = [block for block in article.blocks if block.kind == "title"]
    claims: list[Claim] = []
    seen: dict[tuple[int, int, str], int] = {}
    for sentence in doc.sents:
        if not _in_title(sentence, titles):
            memory.results.heading(sentence)
        if not grammar.parsed(sentence) or _in_title(sentence, titles):
            continue
        made = _figures(article, doc, sentence, memory) + _directions(article, doc, sentence, memory)
        for claim in sorted(made, key=lambda c: (c.start, c.end, c.kind)):
            key = (claim.start, claim.end, claim.kind)
            seen[key] = seen.get(key, 0) + 1
            claims.append(claim.model_copy(update={"claim_id": claim_id(article, *key, seen[key])}))
    return claims


def claim_id(article: Article, start: int, end: int, kind: str, nth: int) -> str:
    """Sixteen hex digits that the same id and text give in every run."""
    text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return hashlib.sha256(repr((article.id, text, start, end, kind, nth)).encode()).hexdigest()[:16]


def _in_title(sentence: Span, titles: Iterable[Block]) -> bool:
    """True where they share a character: blanked markup may stand before a title, and its sentence begins there."""
    return any(block.start < sentence.end_char and sentence.start_char < block.end for block in titles)


def _figures(article: Article, doc: Doc, sentence: Span, memory: Memory) -> list[Claim]:
    spans = [s for s in doc.spans.get(QUANTITIES, ()) if sentence.start <= s.start < sentence.end]
    mentions = [s._.crossfoot_metric for s in doc.spans[METRICS] if sentence.start <= s.start < sentence.end]
    readings: list[Reading] = []
    claims = []
    for span in spans:
        quantity: Quantity = span._.crossfoot_quantity
        figure = figure_of(span, quantity)
        reading = read(figure, mentions, spans, readings, memory)
        metric, sure = (reading.what.metric, reading.what.confidence) if reading.what else (None, 0.0)
        if not is_claim(figure, metric, sure):
            continue
        readings.append(reading)
        if reading.what is not None and _is_telling(figure):
            memory.stated.setdefault(_key(figure), reading)
        if reading.when is not None and reading.what is not None and reading.whom is not None:
            ahead = _is_ahead(figure, reading.what)
            memory.results.note(figure, reading.what.metric, reading.whom.firm, reading.when, ahead=ahead)
            memory.sessions.note(doc, reading.what.metric, reading.when)
        claims.append(_claim(article, doc, reading, memory))
    if readings:
        memory.sentence = readings
        known = next((r.whom.firm for r in reversed(readings) if r.whom is not None), None)
        memory.last = known or memory.last
    return claims


def read(
    figure: Figure, mentions: list[MetricMention], spans: list[Span], before: list[Reading], memory: Memory
) -> Reading:
    """All of one figure's reading; what its own clause leaves open is taken from the figure that it depends on."""
    direction = movement(figure)
    what = metric_of(figure, mentions, change=direction is not None)
    if what is not None and what.metric in _UNSIGNED:
        direction = None
    if what is not None and what.frame is not None and (what.frame.direction is not None or what.frame.negative):
        direction = what.frame.direction  # a loss of money is a negative result, no movement
    leader = before[-1] if before else None
    if direction is None and leader is not None and _is_listed_with(figure, leader):
        direction, what = leader.direction, leader.what or what
    change = direction is not None
    dependent = leader is not None and is_dependent(figure, leader.figure)
    named = what is not None and what.word is not None and leader is not None and what.word.i >= leader.figure.span.end
    if dependent and not named and (what is None or what.confidence < _FIRM_METRIC):
        what = inherited(figure, before, change=change) or what
    same = memory.stated.get(_key(figure))
    if same is not None and same.what is not None and (what is None or what.confidence < _WEAK):
        what = What(same.what.metric, same.what.word if same.figure.doc is figure.doc else None, "stated_before", 0.6)
    if what is not None and what.metric == "net_income" and _told_a_share(figure, what, before):
        what = What("eps", what.word, what.rule, what.confidence, what.frame)
    whom = beside(figure) or firm_of(figure, what, topic=memory.topic)
    if dependent and leader is not None and leader.whom is not None and (whom is None or whom.confidence < 0.86):
        whom = Whom(leader.whom.firm, "from_the_figure_before", leader.whom.confidence * 0.9, leader.whom.token)
    if whom is None and leader is not None and leader.whom is not None:
        whom = Whom(leader.whom.firm, "sentence_before_it", 0.5, leader.whom.token)
    if whom is None:
        whom = memory.spoken_of(figure) or place_of(figure, memory.topic)
    if whom is None and (memory.last or memory.topic) is not None:
        firm = memory.topic or memory.last
        assert firm is not None
        whom = Whom(firm, "topic_of_the_article", 0.45, -1)
    leaning = what is not None and what.rule == "from_the_figure_before"
    traded = whom is not None and not leaning and change and trades(figure)
    if (
        whom is not None
        and not leaning
        and (traded or what is None or what.confidence < _WEAK or not fits_kind(whom.firm.kind, what.metric))
    ):
        implied = own_metric(whom.firm.kind, figure.kind, change=change)
        if implied == "share_price" and _grows(figure):
            implied = "revenue"  # shares rise, businesses grow
        if implied == "gdp" and (leader is not None or whom.rule not in ("subject", "possessor")):
            implied = None  # "Peru rose 4%" among a firm's sales is a market of the firm
        if implied == "share_price" and not _moves_itself(figure):
            implied = None
        alone = traded or what is None or not fits_kind(whom.firm.kind, what.metric)
        if implied is not None and (alone or whom.rule == "subject" and _moves_itself(figure)):
            what = What(implied, None, "moves_by_itself", 0.6)
            direction = movement(figure)
    if (
        what is None
        and figure.noun is None
        and leader is not None
        and leader.what is not None
        and leader.figure.kind == figure.kind
    ):
        what = What(leader.what.metric, leader.what.word, "like_the_figure_before", 0.4)
    if what is not None and what.metric == "net_income" and figure.quantity.unit.endswith("/share"):
        what = What("eps", what.word, what.rule, what.confidence, what.frame)
    if what is None and figure.quantity.unit.endswith("/share"):
        what = What(sum_a_share(figure), None, "sum_a_share", 0.5)
    if what is None and (expected := memory.expected(figure)) is not None:
        what = What(expected.metric, None, "expected_of_the_figure_before", 0.6)
    if what is None and can_be(figure, "price_target", change=change) and _seen_by_a_house(figure, memory):
        what = What("price_target", None, "what_a_house_sees", 0.6)
    if what is None or what.confidence < _DOUBTFUL:
        what = memory.echoed(figure, before, change=change) or what
    what = refined(figure, what, whom.firm if whom is not None else None, change=change)
    if part_of_firm(figure) is not None and not change and (what is None or what.metric not in _SHARED):
        what = What("stake", None, "part_of_a_firm", 0.75)
    if what is not None and what.metric == "stake":
        whom = owner_of(figure) or whom
    if what is None and leader is None:
        what = memory.said_again(figure, change=change) or memory.goes_on(figure, change=change)
    if what is None and memory.results.running(figure) and _is_part_of_a_business(figure, change=change):
        what = What("revenue", None, "part_of_a_business_in_results", 0.4)
    scope = None
    if what is not None:
        whom, scope = fitting(figure, what.metric, whom, memory.topic)
    told = period_of(figure, what, [s for s in spans if s is not figure.span])
    when = told if told is not None and told.rule != ANOTHERS else None
    ahead = _is_ahead(figure, what)
    if when is None and dependent and leader is not None and leader.when is not None:
        when = _after_the_leader(figure, leader, ahead=ahead)
    if when is None and what is not None and whom is not None:
        when = memory.results.carried(figure, what.metric, whom.firm, what.word, ahead=ahead)
    if when is None and what is not None:
        when = memory.sessions.day_of(figure, what.metric, ahead=ahead)
    when = when or told
    return Reading(figure, what, whom, when, direction, scope)


def _after_the_leader(figure: Figure, leader: Reading, *, ahead: bool) -> When | None:
    """The period of the figure before, or for the older one of a pair of results, *up from $3 million*, the year's before."""
    assert leader.when is not None
    if not is_compared(figure) or ahead:
        return When(leader.when.period, "from_the_figure_before", 0.5)
    if leader.what is not None and leader.what.metric in reported():
        return When(a_year_before(leader.when.period), "the_year_before", 0.4)
    return None


def _is_ahead(figure: Figure, what: What | None) -> bool:
    """Whether the figure is of a plan, a forecast or a condition."""
    return modality_of(figure.doc, figure.anchor, what.word if what else None)[0] in ("projected", "hypothetical")


def inherited(figure: Figure, before: list[Reading], *, change: bool) -> What | None:
    """The metric of the nearest figure before that this one can measure too.

    In *$8 million, or 4 cents a share, up from $6 million* the last goes on about the first.
    """
    for earlier in reversed(before):
        if earlier.what is not None and can_be(figure, earlier.what.metric, change=change):
            what = earlier.what
            return What(what.metric, what.word, "from_the_figure_before", what.confidence * 0.9)
    return None


def _key(figure: Figure) -> tuple[float | None, float | None, str]:
    value = figure.quantity.value
    return value.low, value.high, figure.quantity.unit


def _is_part_of_a_business(figure: Figure, *, change: bool) -> bool:
    """*Services rose 14% to $25 billion*, *Fragrances: +6%*: in results, the sales of what the subject names."""
    if figure.noun is not None or figure.kind not in ("percent", "money") or figure.kind == "percent" and not change:
        return False
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    if subject is None:
        return figure.doc[figure.span.start - 1].text == ":" if figure.span.start else False
    named = subject.pos_ in ("NOUN", "PROPN") and subject.lemma_.lower() not in ("analyst", "investor", "trader")
    return named and figure.verb is not None and figure.verb.lemma_.lower() in _SELLS


def _grows(figure: Figure) -> bool:
    """*Acme grew 5%*, *the unit expanded by a tenth*: a business does, not its share."""
    return figure.verb is not None and figure.verb.lemma_.lower() in ("grow", "expand", "contract", "shrink")


def _is_telling(figure: Figure) -> bool:
    """True for a sum of money: the same one again in a text is the same thing, where *10%* may be anything."""
    return figure.kind == "money" and not figure.quantity.value.vague


def _moves_itself(figure: Figure) -> bool:
    """*Acme rose 3%*, *was up 3 points*: the verb says that its subject moved, not that it moved something."""
    verb = figure.verb
    if figure.noun is not None or figure.preposition is not None and figure.preposition.lower_ != "by":
        return False
    return verb is not None and verb.lemma_.lower() not in ("add", "represent", "mark", "bring", "give", "make", "see")


def _claim(article: Article, doc: Doc, reading: Reading, memory: Memory) -> Claim:
    figure, quantity = reading.figure, reading.figure.quantity
    metric = reading.what.metric if reading.what else "other"
    direction = reading.direction
    measure: Literal["level", "change"] = "change" if direction is not None else "level"
    value = _signed(quantity.value, direction, metric, reading)
    unit = rates.unit_of(figure, metric, per_share=metric in _PER_SHARE)
    source, source_rule = _source(doc, figure, reading)
    modality, cue = modality_of(doc, figure.anchor, reading.what.word if reading.what else None)
    firm = reading.whom.firm if reading.whom else None
    party = memory.party(figure, firm, metric) if firm is not None and metric in _DEALS else None
    period = reading.when.period if reading.when else None
    rules = (
        f"metric:{reading.what.rule if reading.what else 'not_understood'}",
        f"firm:{reading.whom.rule if reading.whom else 'none'}",
        f"date:{reading.when.rule if reading.when else 'none'}",
        f"source:{source_rule}",
        f"modality:{cue or 'none'}",
    )
    sure = [part.confidence for part in (reading.what, reading.whom) if part is not None]
    sentence = figure.sentence
    start_char = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
    return Claim(
        claim_id="",
        kind="figure",
        direction=direction,
        doc_id=article.id,
        start=quantity.start,
        end=quantity.end,
        quote=article.text[quantity.start : quantity.end],
        sentence=article.text[start_char : sentence.end_char].strip(),
        sentence_start=start_char,
        firm=firm.canonical if firm else None,
        ticker=firm.ticker if firm else None,
        metric=metric,
        measure=measure,
        value=value.middle,
        value_low=value.low,
        value_high=value.high,
        unit=unit,
        bound=quantity.bound,
        date=period.edtf if period else None,
        period_label=period.label if period else None,
        published=article.published_day,
        source=source.name if source else None,
        source_person=source.person if source else None,
        modality=modality,
        counterparty=party.canonical if party else None,
        basis=basis.basis_of(figure, reading.what),
        scope=reading.scope,
        rules=rules,
        confidence=round(min(sure) if len(sure) == 2 else 0.2, 2),
    )


def _signed(value: Interval, direction: Direction | None, metric: str, reading: Reading) -> Interval:
    """A fall is negative, and so is a loss of net income."""
    if direction == "down":
        return value.scaled(-1) if (value.middle or 0) >= 0 else value
    if direction is None and metric in ("net_income", "operating_income", "pretax_income", "eps", "ebitda"):
        word = reading.what.word if reading.what else None
        frame = reading.what.frame if reading.what else None
        lossy = word is not None and (word.lemma_.lower() == "loss" or any(c.lower_ == "loss" for c in word.children))
        if (lossy or (frame is not None and frame.negative)) and (value.middle or 0) > 0:
            return value.scaled(-1)
    return value


def _source(doc: Doc, figure: Figure, reading: Reading) -> tuple[Source | None, str]:
    """Who is cited; the house itself for a price target that it sets without a verb of saying."""
    source = source_at(doc, figure.span.start, figure.span.end)
    if source is not None:
        return source, source.rule
    if reading.what is not None and reading.what.metric == "price_target":
        house = next((m for _, m in mentions_in(figure.sentence) if m.house), None)
        if house is not None:
            return Source(
                figure.sentence.start, figure.sentence.end, house.canonical, None, house.kind, "sets_the_target"
            ), "sets_the_target"
    return None, "none"


def _directions(article: Article, doc: Doc, sentence: Span, memory: Memory) -> list[Claim]:
    spans = [s for s in doc.spans.get(QUANTITIES, ()) if sentence.start <= s.start < sentence.end]
    mentions = [s._.crossfoot_metric for s in doc.spans[METRICS] if sentence.start <= s.start < sentence.end]
    return [_stated(article, doc, sentence, found, memory) for found in movements(sentence, mentions, spans)]


def _stated(article: Article, doc: Doc, sentence: Span, found: Movement, memory: Memory) -> Claim:
    token: Token = found.word if found.word is not None else found.verb
    whom = firm_of_word(token, found.verb) or memory.last or memory.topic
    span = doc[found.start : found.end]
    source = source_at(doc, found.start, found.end)
    modality, cue = modality_of(doc, found.verb, found.word)
    return Claim(
        claim_id="",
        kind="direction",
        direction=found.direction,
        doc_id=article.id,
        start=span.start_char,
        end=span.end_char,
        quote=article.text[span.start_char : span.end_char],
        sentence=article.text[sentence.start_char : sentence.end_char].strip(),
        sentence_start=sentence.start_char,
        firm=whom.canonical if whom else None,
        ticker=whom.ticker if whom else None,
        metric=found.metric or "other",
        measure="change",
        published=article.published_day,
        source=source.name if source else None,
        source_person=source.person if source else None,
        modality=modality,
        rules=("metric:stated_movement", f"modality:{cue or 'none'}", f"source:{source.rule if source else 'none'}"),
        confidence=0.6,
    )


def iterate(pairs: Iterable[tuple[Article, Doc]]) -> Iterator[Claim]:
    """The claims of many articles, in their order."""
    for article, doc in pairs:
        yield from claims_of(article, doc)
