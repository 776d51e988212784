"""Which period governs a figure: its own phrase first, then its clause, then what leads the sentence or its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.metrics import singular
from crossfoot.extract.modality import modality_of
from crossfoot.extract.spans import spans_in, spans_of
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.what import What
from crossfoot.values.periods import Period, closed
from crossfoot.vocabulary.models import cues

GROUP = "crossfoot_periods"
ANOTHERS = "of_another_clause"
_FAR = 5.0
_PAIR = 14  # tokens
_FORECAST_REACH = 8  # tokens
_OLDER_PHRASE = 6  # tokens
_SEEN_REACH = 5  # tokens
_NOW_REACH = 4  # tokens
_OWNERS = frozenset({"it", "they", "that", "which", "he", "she"})
_MONTH_OR_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENDINGS = frozenset({"due", "maturing", "expiring"})  # "notes due 2031"
_ASIDES = frozenset({"relcl", "acl", "advcl"})
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_REPORTING = frozenset(
    "report post announce declare log notch book unveil release say disclose publish deliver record swing".split()
)
_EARNING = frozenset({"be", "earn", "make", "lose", "post", "report", "record", "book", "log"})
_STANDING = _EARNING | {"stand", "amount", "total"}
_PERIODIC = frozenset(
    """revenue gross_profit gross_margin operating_income operating_margin net_income net_margin ebitda eps same_store_sales
    ebitda_margin pretax_income net_interest_income bookings free_cash_flow operating_cash_flow""".split()
)
STATISTICS = frozenset(
    """inflation unemployment_rate gdp jobs retail_sales industrial_production trade_balance exports imports pmi
    consumer_confidence housing_starts""".split()
)
TRADED = frozenset({"share_price", "index_level", "commodity_price", "exchange_rate", "bond_yield", "market_cap"})
_AHEAD = frozenset(
    {"expect", "forecast", "project", "predict", "see", "guide", "estimate", "anticipate", "plan", "target"}
)
_OUTLOOKS = frozenset({"guide", "forecast", "predict", "project", "target"})
_CIRCUMSTANCES = frozenset({"despite", "amid", "following", "notwithstanding"})
_CLAUSE_ENDS = frozenset({";", ":", "–", "—", "--"})
# "its 2031 bond", "the 2025 model": the year is part of the thing's name.
_DATED_NAMES = frozenset(
    {"bond", "note", "treasury", "gilt", "model", "edition", "film", "law", "act", "deal", "acquisition"}
)
_BASES = frozenset({"from", "on", "over", "than", "versus", "vs", "against", "compared", "of"})
_EARLIER = frozenset({"previous", "prior", "ago", "earlier", "preceding"})
_RECORDS = frozenset(
    "lowest highest first best worst biggest largest smallest steepest sharpest fastest slowest low high most least level".split()
)
_POSITIONAL = frozenset({"between", "by", "in", "for", "during", "the", "of", "ended"})
_YEARLY = ("year-on-year", "yearonyear", "year-over-year", "yearoveryear", "yoy", "fromayearearlier", "fromayearago")
_COMPARING = frozenset({"compared", "versus", "against", "vs"})
_COMPARED = frozenset(
    {"from", "than", "against", "versus", "vs", "compared", "compares", "compare", "comparison", "year's"}
)
# "earnings from continuing operations of $2 a share", "cash from operating activities of $3 million"
_ACTIVITIES = frozenset({"operations", "activities", "sales", "operation", "services"})
# What a result is held against besides an older one.
_EXPECTED = frozenset(
    """expected expectation expectations estimate estimates estimated forecast forecasts forecasted consensus predicted
    prediction predictions projected projection projections anticipated""".split()
)
_ENDED = frozenset({"ended", "finished", "closed", "began", "started"})
_SIZES = frozenset({"employees", "customers", "stores", "subscribers", "users", "fleet_size"})
_FORETELLING = frozenset({"project", "forecast", "predict", "guide", "estimate", "pencil", "flag"})
_FORETOLD = _FORETELLING | frozenset({"cite", "give", "issue", "expect", "anticipate"})
_CLOSES = frozenset({"close", "closing", "settlement"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—"})


@dataclass(frozen=True, slots=True)
class When:
    """A period, the rule that chose it, and how sure that is (0 to 1)."""

    period: Period
    rule: str
    confidence: float


def period_of(figure: Figure, what: What | None, others: list[Span]) -> When | None:
    """The period of a figure within its sentence; `others` are the sentence's other figures."""
    ranked = []
    for span in spans_in(figure.doc, GROUP, figure.sentence.start, figure.sentence.end):
        period = span._.crossfoot_period
        if period is not None and _is_of_now(figure, span, others):
            return When(period, "follows_it", 0.6)
        if period is None or (period.edtf is None and period.label is None) or _is_rate(period):
            continue
        scored = _rank(figure, what, span, period, others)
        if scored is not None:
            ranked.append((scored[0], abs(span.start - figure.span.start), span.start, scored[1], period))
    if not ranked:
        return None
    rank, _, _, rule, period = min(ranked, key=lambda r: r[:3])
    return When(period, rule, max(0.3, 0.95 - 0.12 * rank))


def _is_of_now(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*from 60% now to 75% by 2035*, *double the 4% they account for now*: the day of writing, which has no name."""
    if span._.crossfoot_period.value != "PRESENT_REF" or not 0 <= span.start - figure.span.end <= _NOW_REACH:
        return False
    between = figure.doc[figure.span.end : span.start]
    passed = any(figure.span.end <= other.start < span.start for other in others)
    joined = any(token.text in _CLAUSE_MARKS or token.lower_ == "and" for token in between)
    return not (passed or joined) and (
        not any(token.pos_ in ("VERB", "AUX") for token in between) or between[0].lower_ in _OWNERS
    )


def up_to_now(figure: Figure, when: When) -> When:
    """*has fallen 13% since January*: from then to the day of writing; *has stood at 5% since January* is open."""
    published = figure.doc._.crossfoot_published
    first = when.period.first
    if not (when.period.edtf or "").endswith("/..") or published is None or first is None or first >= published:
        return when
    return When(closed(when.period, published), when.rule, when.confidence)


def _is_rate(period: Period) -> bool:
    return period.role == "rate" or period.type == "SET"


def _rank(
    figure: Figure, what: What | None, span: Span, period: Period, others: list[Span]
) -> tuple[float, str] | None:
    doc = figure.doc
    if _is_named_before_the_colon(figure, span) or _is_when_clause_of(figure, span):
        return 0.0, "in_its_own_phrase"
    if _is_of_then(figure, span):
        return 0.4, "follows_it"
    if _is_of_its_relative(figure, span, others):
        return 0.5, "follows_it"
    if (
        _is_an_end(span)
        or _is_an_older_one(span)
        or _is_when_forecast(figure, span)
        or _is_on_the_year(figure, span, what)
        or _is_to_a_close(figure, span)
    ):
        return None
    compared = is_compared(figure)
    older = period.role == "comparison" or _is_base(doc, span, figure) or _is_time_before(span)
    if older and _is_seen_then(figure, span):
        return 0.6, "compared_with"
    if older and not compared and _was_then(figure, span):
        return 0.6, "compared_with"
    if older and not compared and not _owns(figure, span) and not _opens_its_clause(figure, span, others):
        return None
    if (
        is_maturity(span)
        or is_contract(span, what.metric if what is not None else None)
        or _is_in_an_aside(figure, span, others)
    ):
        return None
    if compared and older and span.start >= figure.span.end and _same_pair(figure, span):
        return 0.6, "compared_with"
    if (
        _is_results_day(period, span, what)
        or _is_to_come(period, figure, what)
        or _is_of_plans(period, figure, span, what)
    ):
        return None
    if what is not None and _is_a_size(figure, what.metric) and not _is_of_the_size(figure, span):
        return None
    names = (what.word if what is not None else None, figure.noun, figure.anchor)
    if any(word is not None and _leads_name(doc, span, word) for word in names):
        return 0.0, "in_its_own_phrase"
    if _names_another(doc, span, figure, what) or _is_reporting_day(span, figure):
        return None
    if _is_of_a_figure_in_an_aside(figure, span, others):
        return None
    if in_a_clause_of_its_own(figure, span) and not _inside_the_name(span, what):
        return (_FAR, ANOTHERS) if _is_circumstance(span) and not _has_a_figure(span, others) else None
    after = span.start >= figure.span.end
    between = doc[figure.span.end : span.start] if after else doc[span.end : figure.span.start]
    stops = sum(other.start >= between.start and other.end <= between.end for other in others)
    broken = any(token.text in _CLAUSE_ENDS or token.dep_ in ("nsubj", "nsubjpass") for token in between)
    return (
        _rank_after(figure, span, others, stops, broken) if after else _rank_before(figure, span, others, stops, broken)
    )


def _is_named_before_the_colon(figure: Figure, span: Span) -> bool:
    """*capacity of 412 MW (31 December 2024: 187 MW)*: the time that the figure in the brackets is introduced by."""
    doc = figure.doc
    return span.end + 1 == figure.span.start and doc[span.end].text == ":" and doc[max(0, span.start - 1)].text == "("


def _is_when_clause_of(figure: Figure, span: Span) -> bool:
    """*in 2022, when revenue advanced 9%*, *the year-ago quarter, when it made $5 a share*: the time that is gone on about."""
    doc, verb = figure.doc, figure.verb
    at = span.end + (1 if span.end < len(doc) and doc[span.end].text == "," else 0)
    if at >= figure.span.start or doc[at].lower_ != "when" or verb is None or not at < verb.i:
        return False
    if any(token.text in _CLAUSE_ENDS or token.lower_ == "but" for token in doc[at : figure.span.start]):
        return False
    return doc[at].head.i == verb.i or grammar.within(doc[at], verb)


def _is_of_then(figure: Figure, span: Span) -> bool:
    """*more than double the $7.4 billion of the same stretch of 2022*: the figure of that time."""
    doc, start, end = figure.doc, figure.span.start, figure.span.end
    if (
        start == 0
        or figure.kind == "percent"
        or end >= len(doc)
        or doc[end].lower_ not in ("of", "spent", "raised", "earned")
    ):
        return False
    return doc[start - 1].lower_ == "the" and end < span.start <= end + 3


def _is_of_its_relative(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*the $150 billion that was raised in the whole of 2021*: the time of a clause that hangs on the figure."""
    verb = _relative_on(figure, span)
    if verb is None or verb.lemma_.lower() in _FORETELLING | _AHEAD or is_past_perfect(verb):
        return False
    between = figure.doc[figure.span.end : span.start]
    passed = any(other.start >= between.start and other.end <= between.end for other in others)
    return not passed and not any(token.lower_ == "than" or token.text in _CLAUSE_MARKS for token in between)


def _relative_on(figure: Figure, span: Span) -> Token | None:
    """The verb of a clause that hangs on the figure and that the period stands in."""
    if span.start < figure.span.end:
        return None
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    hangs = verb is not None and verb.dep_ == "relcl" and figure.span.end <= verb.i < span.start
    return verb if hangs and verb is not None and figure.span.start <= verb.head.i < figure.span.end else None


def _is_an_older_one(span: Span) -> bool:
    """*3% short of last year's, and*, *below today's*: what is meant is that time's figure."""
    doc = span.doc
    at = span.end - 1 if doc[span.end - 1].tag_ == "POS" else span.end
    if at + 1 >= len(doc) or doc[at].tag_ != "POS":
        return False
    return doc[at + 1].pos_ in ("PUNCT", "CCONJ", "ADP", "SPACE")


def _is_an_end(span: Span) -> bool:
    """*its fiscal fourth quarter, which runs through Feb. 1*: when a period ends, not how long a figure is for."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return len(before) == 2 and before[0].lemma_.lower() == "run" and before[1].lower_ in ("through", "to", "until")


def _is_a_size(figure: Figure, metric: str) -> bool:
    """*1,900 of its 14,200 positions*, *among the 6,900 employees*, *a neighbour with 165,000 employees*: how many there are."""
    if metric not in _SIZES or figure.kind == "percent" or figure.span.start == figure.sentence.start:
        return False
    before = figure.doc[figure.span.start - 1]
    ended = any(token.lower_ in _ENDED for token in figure.doc[max(figure.sentence.start, before.i - 4) : before.i])
    if ended:
        return False  # "It ended the period with 92 million active buyers"
    owned = before.tag_ in ("PRP$", "POS") or before.lower_ == "the"
    top = figure.noun if figure.noun is not None else figure.anchor
    return owned and top.dep_ == "pobj" or _is_with_it(before, figure.sentence.start)


def _is_with_it(before: Token, first: int) -> bool:
    """The *with* of *a neighbour with 165,000 employees*: what somebody has."""
    return before.lower_ == "with" and before.i > first and before.nbor(-1).pos_ in ("NOUN", "PROPN")


def _is_of_the_size(figure: Figure, span: Span) -> bool:
    """*its 14,200 staff at the end of 2025*, *the 300 people that it hired in 2024*: a time that hangs on the count itself."""
    top = figure.noun if figure.noun is not None else figure.anchor
    return grammar.within(grammar.root_of(span.doc, span.start, span.end), top)


def _is_when_forecast(figure: Figure, span: Span) -> bool:
    """*a touch below the 3.4% projected in September*: when the forecast was made, not what it was for."""
    between = figure.doc[figure.span.end : span.start]
    relative, edtf = _relative_on(figure, span), span._.crossfoot_period.edtf or ""
    if (
        relative is not None
        and relative.lemma_.lower() in _FORETOLD
        and not any(t.text in _CLAUSE_MARKS for t in between)
    ):
        return bool(_MONTH_OR_DAY.fullmatch(edtf)) and between[-1].lower_ != "for"
    if not 2 <= len(between) <= _SEEN_REACH or between[-1].lower_ not in ("in", "on"):
        return False
    dated = _MONTH_OR_DAY.fullmatch(edtf)
    told = between[-2].tag_ in ("VBN", "VBD") and between[-2].lemma_.lower() in _FORETELLING
    return bool(dated) and told and not any(token.text in _CLAUSE_MARKS or token.dep_ == "aux" for token in between)


def _is_on_the_year(figure: Figure, span: Span, what: What | None) -> bool:
    """*flat on the year at 46,800 tonnes*: against a year before; a share is down 5% on the year so far."""
    doc = figure.doc
    against = span.start > 0 and doc[span.start - 1].lower_ == "on" and span.text.lower() in ("the year", "the quarter")
    return against and (what is None or what.metric not in TRADED)


def _is_to_a_close(figure: Figure, span: Span) -> bool:
    """*a premium of 37% to Monday's close*: what a premium is against."""
    doc = span.doc
    behind = [token.lower_ for token in doc[span.end : span.end + 3]]
    return span.start >= figure.span.end and doc[span.start - 1].lower_ == "to" and not _CLOSES.isdisjoint(behind)


def _is_seen_then(figure: Figure, span: Span) -> bool:
    """*a touch above the 15.9% seen a year ago*, *a far cry from the 9.3% jump posted in May*: a figure's own older time."""
    if span.start < figure.span.end:
        return False
    between = figure.doc[figure.span.end : span.start]
    at = next((token for token in between if token.tag_ in ("VBN", "VBD")), None)
    if at is not None and at.lower_ in _COMPARED:
        return False
    if at is None or len(between) > _SEEN_REACH or any(token.text in _CLAUSE_MARKS for token in between):
        return False
    return at.dep_ in ("acl", "amod") and not any(token.like_num for token in between)


def _was_then(figure: Figure, span: Span) -> bool:
    """*It had earned $3 million in the same period of the previous year*: an older result, told in a sentence of its own."""
    if span.start < figure.span.end or figure.verb is None or figure.verb.tag_ not in ("VBD", "VBN"):
        return False
    between = figure.doc[figure.span.end : span.start]
    if not len(between):
        standing = figure.kind == "money" and figure.verb.lemma_.lower() in _STANDING
        return standing and span._.crossfoot_period.role == "comparison" and not is_compared(figure)
    if between[-1].lower_ not in ("in", "for", "during") or len(between) > _SEEN_REACH:
        return False
    own = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    told = figure.verb.lemma_.lower() in _EARNING or is_past_perfect(figure.verb)
    same = own is not None and own.i == figure.verb.i
    return told and same and not any(t.lower_ in _COMPARED or t.like_num or t.text in _CLAUSE_MARKS for t in between)


def is_yearly(figure: Figure) -> bool:
    """*rose 24% year-on-year*, *up 47 per cent from a year earlier*, *constant-currency growth of 16%*: no move of a day."""
    doc = figure.doc
    behind = "".join(token.lower_ for token in doc[figure.span.end : figure.span.end + 5])
    before = "".join(
        token.lower_ for token in doc[max(figure.sentence.start, figure.span.start - 4) : figure.span.start]
    )
    return behind.startswith(_YEARLY) or "constant-currency" in before


def is_since_an_event(figure: Figure) -> bool:
    """*is up 29% since its report*; not *152 yen, the least since January*, where the like was last seen."""
    for token in figure.doc[figure.span.end : min(figure.span.end + _SEEN_REACH, figure.sentence.end)]:
        if token.text in _CLAUSE_MARKS or token.lower_ in _RECORDS:
            return False
        if token.lower_ == "since":
            return True
    return False


def is_past_perfect(verb: Token) -> bool:
    """*had touched 74c*, *had on Tuesday been at 70c*: told as earlier than the rest."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children)


def _passes_an_older(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*$38 million, up from $9 million in 2024*: the period behind the older figure of a pair is that one's."""
    passed = (other for other in others if figure.span.end <= other.start and other.end <= span.start)
    return any(_is_older(figure.doc, figure.sentence, other.start, other.end) for other in passed)


def _rank_after(figure: Figure, span: Span, others: list[Span], stops: int, broken: bool) -> tuple[float, str] | None:
    doc = figure.doc
    between = doc[figure.span.end : span.start]
    if not is_compared(figure) and (
        any(token.lower_ in _COMPARING for token in between) or _passes_an_older(figure, span, others)
    ):
        return None  # "$26 million, compared to $22 million for the third quarter of 2023"
    if any(token.lower_ in _CIRCUMSTANCES for token in between):
        return None  # "rose 3% despite the recall in February"
    if span.start - figure.span.end <= 3 and not broken and not stops:
        return 0.4, "follows_it"
    day = doc[span.start - 1].lower_ == "on" and _DAY.fullmatch(span._.crossfoot_period.edtf or "")
    if stops and (_other_clause(figure, span) or doc[span.start - 1].lower_ not in _POSITIONAL and not day):
        return None
    if not broken:
        return 1.5 + 0.4 * stops, "later_in_its_clause"
    return None if stops or is_contrast(span) else (4.0, "later_in_its_sentence")


def _rank_before(figure: Figure, span: Span, others: list[Span], stops: int, broken: bool) -> tuple[float, str] | None:
    leads = span.start - figure.sentence.start <= 3
    if not leads and is_compared(figure) and any(other.end <= span.start for other in others):
        return None  # "rose to $13 million in 2025 from $12 million": the newer one's
    before = figure.doc[max(figure.sentence.start, span.start - 1)].lower_
    if _belongs_to_earlier(figure.doc, span, figure, others) or (before in _BASES - {"of", "on", "over"} and not leads):
        return None
    if leads and _is_aside(figure, span):
        return None
    if not leads and any(token.text == ";" for token in figure.doc[span.end : figure.span.start]):
        return None  # "will do without 900 by 2034; Acme is dispensing with 300"
    if any(
        token.lower_ in _CIRCUMSTANCES for token in figure.doc[max(figure.sentence.start, span.start - 4) : span.start]
    ):
        return None if not leads else (2.6, "leads_its_sentence")
    if not broken and not stops:
        return 1.0, "earlier_in_its_clause"
    return (1.6, "leads_its_sentence") if leads else (2.6 + 0.3 * stops, "earlier_in_its_sentence")


def _opens_its_clause(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*In the year-ago quarter it earned $3 million*: an older period that leads the figure's own clause."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    if span.end > figure.span.start or verb is None or figure.verb is None or verb.i != figure.verb.i:
        return False
    return span.end <= verb.i and not any(span.end <= other.start < figure.span.start for other in others)


def is_maturity(span: Span) -> bool:
    """*notes due 2031*, *bonds maturing in 2030*: when they end, not when they were worth something."""
    before = span.doc[max(span.sent.start, span.start - 2) : span.start]
    return any(token.lower_ in _ENDINGS for token in before) and not any(token.pos_ == "VERB" for token in before[:-1])


def _is_in_an_aside(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*Shares, up 9% this year, were 4.6% higher*: the time of another figure, which a pause parts from this one."""
    if span.end > figure.span.start or span.start - span.sent.start <= 3:
        return False
    other = next((o for o in others if o.end <= span.start and span.start - o.end <= 5), None)
    if other is None or not any(token.text in (",", ";") for token in span.doc[span.end : figure.span.start]):
        return False
    verb = figure.verb
    if verb is None or not span.end <= verb.i < figure.span.start:
        return False
    shared = verb.dep_ == "conj" and grammar.own_subject(verb) is None
    return not shared and verb.tag_ not in ("VBG", "VBN")


def is_contract(span: Span, metric: str | None) -> bool:
    """*May arabica*, *wheat for July*: the month of delivery."""
    if metric != "commodity_price" or len(span) > 1:
        return False
    return span.text.lower() in _MONTHS and span.doc[max(0, span.start - 1)].lower_ not in ("in", "since", "during")


def _is_results_day(period: Period, span: Span, what: What | None) -> bool:
    """*on Tuesday posted a profit of $3 million*: the day of the report, not the period that it is on."""
    if what is not None and what.metric in STATISTICS and _DAY.fullmatch(period.edtf or ""):
        return True  # "Figures on Tuesday showed": no rate of joblessness is of a day
    if what is None or what.metric not in _PERIODIC or not _DAY.fullmatch(period.edtf or ""):
        return False
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    return verb is not None and verb.lemma_.lower() in _REPORTING


def _is_to_come(period: Period, figure: Figure, what: What | None) -> bool:
    """*Acme, which reports next week, was down 2%*: no market moved on a day that is still to come."""
    published, verb = figure.doc._.crossfoot_published, figure.verb
    if what is None or what.metric not in TRADED or published is None or period.first is None or verb is None:
        return False
    return period.first > published and verb.tag_ in ("VBD", "VBN")


def _is_of_plans(period: Period, figure: Figure, span: Span, what: What | None) -> bool:
    """*Acme, which makes a third of its sales abroad, is to report next week*: another verb's time, still to come."""
    published, verb = figure.doc._.crossfoot_published, figure.verb
    begins = period.first or period.last
    if published is None or begins is None or begins <= published or verb is None:
        return False
    standing = verb.lemma_.lower() == "stand" and verb.tag_ == "VBZ"  # "stands at 1.5%"
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not (standing or _other_clause(figure, span)):
        return False
    if figure.noun is not None and grammar.within(grammar.root_of(span.doc, span.start, span.end), figure.noun):
        return False  # "drivers who had heard that they would leave on May 3"
    return modality_of(figure.doc, figure.anchor, what.word if what is not None else None)[0] == "asserted"


def in_a_clause_of_its_own(figure: Figure, span: Span) -> bool:
    """*Founded in 2015 and based in Oslo, Acme employs 300*, *Acme, which is to report on May 3, fell 2%*: another's time."""
    for verb in grammar.up(grammar.root_of(span.doc, span.start, span.end)):
        if grammar.within(figure.anchor, verb):
            return False
        participle = verb.dep_ == "csubj" and verb.tag_ in ("VBN", "VBD")  # "Founded in 2015, Acme has"
        entering = verb.dep_ == "pcomp" and verb.head.lower_ in ("since", "before", "after", "until")
        if participle or entering or verb.dep_ in _ASIDES and grammar.is_verb(verb):
            return not (verb.tag_ == "VBN" and verb.lemma_.lower() == "end") and not _modifies(verb, figure)
    return False


def _is_of_a_figure_in_an_aside(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*Its margin, which reached 7.4% in 2019, has since dwindled to 1.8%*: the time of the figure in the clause."""
    for verb in grammar.up(grammar.root_of(span.doc, span.start, span.end)):
        if grammar.within(figure.anchor, verb):
            return False
        if verb.dep_ == "relcl" and grammar.is_verb(verb) and span.end <= figure.span.start:
            inside = (
                grammar.root_of(span.doc, other.start, other.end) for other in others if other.end <= span.start + 1
            )
            return any(verb.head.i < other.i and grammar.within(other, verb) for other in inside)
    return False


def _inside_the_name(span: Span, what: What | None) -> bool:
    """*The price of a car sold in October*: the clause belongs to what is measured."""
    if what is None or what.word is None or what.word.pos_ not in ("NOUN", "PROPN"):
        return False
    root = grammar.root_of(span.doc, span.start, span.end)
    verb = grammar.verb_above(root)
    if verb is not None and verb.dep_ == "acl" and grammar.within(what.word, verb):
        return True  # "Cash provided by operating activities in the first six months"
    return grammar.within(root, what.word)


def _same_pair(figure: Figure, span: Span) -> bool:
    """*against $7.1 million, or 18 cents a share, in the same quarter of 2021*: the period of both."""
    between = figure.doc[figure.span.end : span.start]
    return len(between) <= _PAIR and not any(token.text in _CLAUSE_ENDS or token.dep_ == "nsubj" for token in between)


def _is_circumstance(span: Span) -> bool:
    """*as the slump went on in autumn*: a finite clause beside the figure's, whose time may serve for want of another."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    return verb is not None and verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ", "VBP")


def _has_a_figure(span: Span, others: list[Span]) -> bool:
    """*although utilisation last year averaged 71%*: the clause's time is that of a figure in it."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    near = (other for other in others if not _is_parted(other, span))
    roots = (grammar.root_of(other.doc, other.start, other.end) for other in near)
    return verb is not None and any(grammar.within(root, verb) for root in roots)


def _is_parted(one: Span, other: Span) -> bool:
    """Whether a semicolon or dash stands between the two."""
    between = one.doc[min(one.end, other.end) : max(one.start, other.start)]
    return any(token.text in _CLAUSE_ENDS for token in between)


def _modifies(verb: Token, figure: Figure) -> bool:
    """Whether a participle hangs on the figure itself or on what it measures: *sales of $3 million made in 2023*."""
    noun = figure.noun if figure.noun is not None else figure.anchor
    return verb.dep_ in ("acl", "relcl") and (
        verb.head.i == noun.i or grammar.within(noun, verb.head) and noun.head.head.i == verb.head.i
    )


def _other_clause(figure: Figure, span: Span) -> bool:
    """True where the period hangs from another verb than the figure does."""
    root = grammar.root_of(figure.doc, span.start, span.end)
    verb = grammar.verb_above(root)
    return verb is not None and figure.verb is not None and verb.i != figure.verb.i


def _is_aside(figure: Figure, span: Span) -> bool:
    """*Founded in 2020, Acme has 300 employees*: the period of the participle alone."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    return (
        verb is not None
        and verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl", "amod")
        and verb.i <= span.start
        and not grammar.within(figure.anchor, verb)
    )


def is_contrast(span: Span) -> bool:
    """*its lowest level since November*, *the first time since 2019*: a record's horizon, no period of the figure."""
    before = span.doc[max(span.sent.start, span.start - 7) : span.start]
    if not any(t.lower_ == "since" for t in before):
        return False
    return any(t.lower_ in _RECORDS or t.tag_ == "JJS" and t.lower_.endswith("est") for t in before)


def _is_reporting_day(span: Span, figure: Figure) -> bool:
    """*said on Friday that ...*: when it was said, not when it was so."""
    root = grammar.root_of(span.doc, span.start, span.end)
    verb = grammar.verb_above(root)
    if verb is None or figure.verb is None:
        return False
    if verb.i == figure.verb.i:
        return _was_guided(verb, span)
    if (
        figure.verb.lemma_.lower() not in _REPORTING
        and verb.lemma_.lower() in _REPORTING
        and _is_told_after(verb, figure)
    ):
        return bool(_DAY.fullmatch(span._.crossfoot_period.edtf or ""))
    direct = root.head.i == verb.i or root.head.dep_ == "prep" and root.head.head.i == verb.i
    if verb.lemma_.lower() in _AHEAD and not _DAY.fullmatch(span._.crossfoot_period.edtf or ""):
        return False  # "For the second quarter, Acme expects to earn $2 a share"
    governed = span.doc[span.start - 1].lower_ if span.start else ""
    if governed == "for" and not _MONTH_OR_DAY.fullmatch(span._.crossfoot_period.edtf or ""):
        return False  # "For fiscal 2024, Acme said it now expects revenue of $2 billion"
    return direct and verb.lemma_.lower() in cues().attribution.verbs and grammar.within(figure.anchor, verb)


def _was_guided(verb: Token, span: Span) -> bool:
    """*In November it had guided to 3%*: when the outlook was given, not what it was for."""
    if verb.lemma_.lower() not in _OUTLOOKS or verb.tag_ not in ("VBD", "VBN"):
        return False
    governed = span.doc[span.start - 1].lower_ if span.start else ""
    return bool(_MONTH_OR_DAY.fullmatch(span._.crossfoot_period.edtf or "")) and governed != "for"


def _is_told_after(verb: Token, figure: Figure) -> bool:
    """*reported on Thursday and said that it would cut*: the figure hangs from a verb joined to the report's."""
    return any(child.dep_ == "conj" and grammar.within(figure.anchor, child) for child in verb.children)


def _leads_name(doc: Doc, span: Span, word: Token) -> bool:
    """*its 2028 EPS*, *fourth-quarter revenue*, *Q3 net income*: the period stands within the name's own phrase."""
    if span.start > word.i or grammar.is_verb(word) or singular(word.lower_) in _DATED_NAMES:
        return False
    gap = doc[span.end : word.i]
    return len(gap) <= 4 and all(
        t.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT", "NUM", "PART", "X") and t.text not in (",", ";", ":") for t in gap
    )


def _owns(figure: Figure, span: Span) -> bool:
    """*last year's dividend of $2*: the period possesses the very noun that the figure is of."""
    if figure.preposition is None or figure.preposition.lower_ != "of" or span.end > figure.span.start:
        return False
    noun = figure.preposition.head
    return any(token.head.i == noun.i or token.head.head.i == noun.i for token in span)


def _names_another(doc: Doc, span: Span, figure: Figure, what: What | None) -> bool:
    """True where the period is inside another noun's name: *its 2028 EPS* says nothing of the figure beside it."""
    if span.end >= len(doc) or figure.anchor.i == span.end:
        return False
    following = doc[span.end]
    if what is not None and what.metric in TRADED:  # "jumped 17% on second-quarter adjusted earnings of"
        following = next((t for t in doc[span.end : span.end + 3] if t.pos_ not in ("ADJ", "PUNCT")), following)
    inside = doc[span.end - 1].head.i == following.i or doc[span.start].head.i == following.i
    if not inside or following.pos_ not in ("NOUN", "PROPN"):
        return False
    return not any(each.i == following.i for each in grammar.up(figure.anchor)) and following.lemma_.lower() not in (
        "result",
        "report",
        "quarter",
        "year",
        "stage",
        "mark",
        "point",
    )


def _belongs_to_earlier(doc: Doc, span: Span, figure: Figure, others: list[Span]) -> bool:
    """True where the period follows another figure closely: *from $4 in 2023 to $5*."""
    for other in others:
        if other.end <= span.start and span.start - other.end <= 2 and other.end <= figure.span.start:
            return bool(doc[other.start - 1].lower_ in _COMPARED) if other.start else False
    return False


def _is_time_before(span: Span) -> bool:
    """*than in the prior three months*: as long a time, before the one that is told of."""
    return len(span) > 2 and any(token.lower_ in ("previous", "prior", "preceding") for token in span)


def _is_base(doc: Doc, span: Span, figure: Figure) -> bool:
    """*up 8% on 2023*, *88% of 2019 levels*, *an increase from the previous year*: what a change is measured against."""
    before = [t for t in doc[max(figure.sentence.start, span.start - 3) : span.start] if t.pos_ not in ("DET", "ADJ")]
    if not before:
        return False
    word = before[-1].lower_
    if word in ("to", "with") and len(before) > 1:
        return before[-2].lower_ in ("compared", "comparison", "relative")
    if word == "since":
        return is_contrast(span)
    if word == "of":
        return any(other.end == before[-1].i for other in spans_of(doc, "crossfoot_quantities"))
    if word == "over" and figure.kind == "count":
        return False  # "140 to 160 net openings over 2024"
    if word in ("on", "over"):
        return span.start > figure.span.start and any(t.shape_ == "dddd" or t.lower_ in _EARLIER for t in span)
    return word in _BASES


def is_compared(figure: Figure) -> bool:
    """*up from 15.2% in 2023*, *compared with $2.95 a year earlier*, *from a net loss of $8*: the older figure of a pair."""
    return _is_older(figure.doc, figure.sentence, figure.span.start, figure.span.end)


def is_expected(figure: Figure) -> bool:
    """*against expectations of $2.15*, *vs. $6.22 expected*, *than the 8 cents that analysts had forecast*."""
    return _is_forecast(figure.doc, figure.sentence, figure.span.start, figure.span.end)


def _is_forecast(doc: Doc, sentence: Span, start: int, end: int) -> bool:
    for token in reversed(doc.tokens[max(sentence.start, start - _FORECAST_REACH) : start]):
        if token.text in _CLAUSE_MARKS or token.pos_ == "VERB" or token.like_num:
            break
        if token.lower_ in _EXPECTED:
            return True
    if not any(token.lower_ in _COMPARED for token in doc[max(sentence.start, start - 3) : start]):
        return False
    for token in doc[end : min(sentence.end, end + _FORECAST_REACH)]:
        if token.text in _CLAUSE_MARKS or token.lower_ == "and":
            return False
        if token.lower_ in _EXPECTED:
            return True
    return False


def _figure_ending(sentence: Span, end: int) -> Span | None:
    """The sentence's figure whose last word stands right before token `end`."""
    told = spans_in(sentence.doc, "crossfoot_quantities", sentence.start, sentence.end)
    return next((span for span in told if span.end == end), None)


def _is_older(doc: Doc, sentence: Span, start: int, end: int) -> bool:
    if _is_forecast(doc, sentence, start, end):
        return False
    for at in range(start - 1, max(sentence.start - 1, start - 3 - 1), -1):
        if doc[at].lower_ in _COMPARED:
            return not (doc[at].lower_ == "than" and doc[at - 1].lower_ in ("more", "less", "fewer"))
        if doc[at].tag_ in ("VBD", "VBZ", "VBP"):
            break  # "Revenue from operations rose 4.7%"
    if start > sentence.start and doc[start - 1].lower_ in ("or", "("):  # "compared to $2 million, or $1 a share"
        end = start - 2 if doc[start - 2].text == "," else start - 1
        pair = _figure_ending(sentence, end)
        return pair is not None and _is_older(doc, sentence, pair.start, pair.end)
    if start > sentence.start + 3 and doc[start - 1].lower_ == "of" and doc[start - 3].lower_ == "on":
        pair = _figure_ending(sentence, start - 3)
        if pair is not None and _is_older(doc, sentence, pair.start, pair.end):
            return True  # "compared with a loss of $57 million on revenue of $305 million a year earlier"
    if start > sentence.start and doc[start - 1].lower_ == "of":  # "from a net loss of $8 million"
        for at in range(start - 2, max(sentence.start, start - _OLDER_PHRASE) - 1, -1):
            if doc[at].text[0].isdigit():  # "compared to 2024 of $8 million": a period stands between
                return False
            if doc[at].lower_ in _COMPARED:
                return not (doc[at].lower_ == "from" and doc[start - 2].lower_ in _ACTIVITIES)
    return False
