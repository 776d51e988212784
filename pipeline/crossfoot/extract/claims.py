"""From a Doc with its spans to claims: for each figure whom, what, how much, when, and who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Doc as SpacyDoc

from crossfoot.extract import basis, grammar, rates
from crossfoot.extract.directions import Movement, movements
from crossfoot.extract.figures import Figure, figure_of
from crossfoot.extract.memory import Memory, Reading
from crossfoot.extract.metrics import GROUP as METRICS
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.modality import modality_of
from crossfoot.extract.moves import from_flat, grown, is_called_a_loss, starts_flat
from crossfoot.extract.parties import is_dealt
from crossfoot.extract.quantities import GROUP as QUANTITIES
from crossfoot.extract.reading import read
from crossfoot.extract.sources import source_at
from crossfoot.extract.spans import spans_in
from crossfoot.extract.speakers import Source
from crossfoot.extract.stated import Told, stated
from crossfoot.extract.tokens import Doc, Span, Token, forget, tokens_of
from crossfoot.extract.whom import mentions_in
from crossfoot.extract.whom.phrase import firm_of_word
from crossfoot.extract.words import text_in
from crossfoot.extract.worth import denominated, is_claim
from crossfoot.records import Article, Block, Claim, Direction
from crossfoot.values.intervals import Interval
from crossfoot.values.quantities import Quantity

_PER_SHARE = frozenset({"eps", "price_target", "share_price", "offer_price"})
_DEALS = frozenset(
    "deal_value contract_value contract_duration investment funding stake payment lease_rate settlement share_buyback "
    "capacity orders units_sold price employees backlog offer_price premium valuation debt loans".split()
)
_LOSSES = frozenset(
    {
        "net_income",
        "operating_income",
        "pretax_income",
        "eps",
        "ebitda",
        "operating_margin",
        "net_margin",
        "ebitda_margin",
    }
)
_OR = frozenset({"or", ", or", "(", "/"})
# These are of a deal only where the figure's own verb deals.
_MAYBE = frozenset({"other", "cost", "cash", "fleet_size", "duration", "tax", "shares_outstanding", "leverage_ratio"})


def claims_of(article: Article, read: SpacyDoc) -> list[Claim]:
    """Every claim of an article that the pipeline has read, in text order. Raises nothing for any text."""
    doc = tokens_of(read)
    memory = Memory.of(doc)
    titles = [block for block in article.blocks if block.kind == "title"]
    origin = repr((article.id, hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()))
    claims: list[Claim] = []
    seen: dict[tuple[int, int, str], int] = {}
    for sentence in doc.sents:
        if not _in_title(sentence, titles):
            memory.pass_by(sentence)
        if not grammar.parsed(sentence) or _in_title(sentence, titles):
            continue
        spans, mentions = _in_sentence(doc, sentence)
        made = _figures(article, doc, spans, mentions, memory)
        made += _directions(article, doc, sentence, movements(sentence, mentions, spans), memory)
        for claim in sorted(made, key=lambda c: (c.start, c.end, c.kind)):
            key = (claim.start, claim.end, claim.kind)
            seen[key] = seen.get(key, 0) + 1
            claims.append(claim.model_copy(update={"claim_id": _claim_id(origin, *key, seen[key])}))
    forget(read)
    return claims


def _claim_id(origin: str, start: int, end: int, kind: str, nth: int) -> str:
    """Sixteen hex digits that the same id and text give in every run."""
    return hashlib.sha256(repr((origin, start, end, kind, nth)).encode()).hexdigest()[:16]


def _in_title(sentence: Span, titles: Iterable[Block]) -> bool:
    """True where they share a character: blanked markup may stand before a title, and its sentence begins there."""
    return any(block.start < sentence.end_char and sentence.start_char < block.end for block in titles)


def _figures(
    article: Article, doc: Doc, spans: list[Span], mentions: list[MetricMention], memory: Memory
) -> list[Claim]:
    readings: list[Reading] = []
    claims: list[Claim] = []
    told: Told | None = None
    for span in spans:
        figure = grown(figure_of(span, _quantity(span, readings or memory.sentence, same_sentence=bool(readings))))
        reading = read(figure, mentions, spans, readings, memory)
        metric, sure = (reading.what.metric, reading.what.confidence) if reading.what else (None, 0.0)
        if not is_claim(figure, metric, sure):
            continue
        readings.append(reading)
        memory.keep(reading)
        modality, cue = stated(figure, reading.what.word if reading.what else None, metric or "other", told)
        told = Told(figure, modality, cue)
        claim = _claim(article, doc, reading, memory, told)
        claims.append(_lost_a_share(article.text, claims[-1], claim) if claims else claim)
    if readings:
        memory.close(readings)
    return claims


def _quantity(span: Span, before: list[Reading], *, same_sentence: bool) -> Quantity:
    """What is printed, a bare sum in the money of the figure before."""
    last = before[-1].figure.quantity if before else None
    return denominated(span, span._.crossfoot_quantity, last, same_sentence=same_sentence)


def _lost_a_share(text: str, before: Claim, claim: Claim) -> Claim:
    """*a net loss of $2.2 million, or $0.10 per share*: the same loss, told of a share."""
    loss = before.metric == "net_income" and before.measure == "level" and (before.value or 0) < 0
    restated = text[before.end : claim.start].strip() in _OR
    if not (loss and restated and claim.metric == "eps" and claim.measure == "level" and (claim.value or 0) > 0):
        return claim
    value = Interval(claim.value_low, claim.value_high).scaled(-1)
    return claim.model_copy(update={"value": value.middle, "value_low": value.low, "value_high": value.high})


def _in_sentence(doc: Doc, sentence: Span) -> tuple[list[Span], list[MetricMention]]:
    """The figures and the metric words of a sentence."""
    spans = spans_in(doc, QUANTITIES, sentence.start, sentence.end)
    mentions = [span._.crossfoot_metric for span in spans_in(doc, METRICS, sentence.start, sentence.end)]
    return spans, mentions


def _claim(article: Article, doc: Doc, reading: Reading, memory: Memory, told: Told) -> Claim:
    figure, quantity = reading.figure, reading.figure.quantity
    metric = reading.what.metric if reading.what else "other"
    direction = reading.direction
    value = _signed(quantity.value, direction, metric, reading)
    if metric == "inflation" and quantity.unit == "percent":
        direction = None  # "prices rose 3%": inflation stood at that
    measure: Literal["level", "change"] = "change" if direction is not None else "level"
    firm = reading.whom.firm if reading.whom else None
    unit = rates.unit_of(figure, metric, firm, per_share=metric in _PER_SHARE)
    source, source_rule = _source(doc, figure, reading)
    dealt = metric in _DEALS or metric in _MAYBE and is_dealt(figure)
    party = memory.party(figure, firm, metric) if firm is not None and dealt else None
    period = reading.when.period if reading.when else None
    rules = (
        f"metric:{reading.what.rule if reading.what else 'not_understood'}",
        f"firm:{reading.whom.rule if reading.whom else 'none'}",
        f"date:{reading.when.rule if reading.when else 'none'}",
        f"source:{source_rule}",
        f"modality:{told.cue or 'none'}",
    )
    sure = [part.confidence for part in (reading.what, reading.whom) if part is not None]
    sentence = figure.sentence
    text = text_in(sentence)
    start_char = sentence.start_char + len(text) - len(text.lstrip())
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
        modality=told.modality,
        counterparty=party.canonical if party else None,
        basis=basis.basis_of(figure, reading.what),
        scope=reading.scope,
        rules=rules,
        confidence=round(min(sure) if len(sure) == 2 else 0.2, 2),
    )


def _signed(value: Interval, direction: Direction | None, metric: str, reading: Reading) -> Interval:
    """A fall is negative, and so is a loss of net income. *Flat to down 4%* goes from nothing to there."""
    if direction is not None and starts_flat(reading.figure):
        value = from_flat(value)
    if direction == "down":
        return value.scaled(-1) if (value.middle or 0) >= 0 else value
    if direction is None and metric in _LOSSES:
        word = reading.what.word if reading.what else None
        frame = reading.what.frame if reading.what else None
        lossy = word is not None and (word.lemma_.lower() == "loss" or any(c.lower_ == "loss" for c in word.children))
        lossy = lossy or is_called_a_loss(reading.figure)
        if (lossy or (frame is not None and frame.negative)) and (value.middle or 0) > 0:
            return value.scaled(-1)
    return value


def _source(doc: Doc, figure: Figure, reading: Reading) -> tuple[Source | None, str]:
    """Who is cited; the house itself for a price target that it sets without a verb of saying."""
    source = source_at(doc, figure.span.start, figure.span.end)
    if source is not None:
        return source, source.rule
    if reading.what is not None and reading.what.metric == "price_target":
        rated = reading.whom.firm.canonical if reading.whom is not None else None
        houses = [m for _, m in mentions_in(figure.sentence) if m.house]
        house = next((m for m in houses if m.canonical != rated), houses[0] if houses else None)
        if house is not None:
            return Source(
                figure.sentence.start, figure.sentence.end, house.canonical, None, house.kind, "sets_the_target"
            ), "sets_the_target"
    return None, "none"


def _directions(article: Article, doc: Doc, sentence: Span, moved: Iterable[Movement], memory: Memory) -> list[Claim]:
    return [_stated(article, doc, sentence, found, memory) for found in moved]


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
