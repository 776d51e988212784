"""Steps of a reading: the period that a figure is for."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.extract import grammar
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.memory import Reading, is_ahead
from crossfoot.extract.periods import GROUP
from crossfoot.extract.results import Results, paragraph, reported
from crossfoot.extract.spans import spans_in
from crossfoot.extract.what import What
from crossfoot.extract.when import When, period_of, up_to_now
from crossfoot.extract.when.choosing import ANOTHERS
from crossfoot.extract.when.nearness import STANDING
from crossfoot.extract.when.older_figure import is_compared, is_expected, is_yearly
from crossfoot.extract.when.pairing import is_month_or_day
from crossfoot.extract.when.telling import SIGNALLING
from crossfoot.extract.when.timing import STATISTICS, TRADED
from crossfoot.extract.when.year_ago import a_year_back
from crossfoot.extract.words import text_of
from crossfoot.values.periods import Period, a_year_before, closed, the_one_before
from crossfoot.vocabulary.models import cues

_ADDED_UP = frozenset({"units_sold", "job_cuts", "production", "funding", "investment", "orders", "share_buyback"})
_FAR_OFF = frozenset({"leads_its_sentence", "earlier_in_its_sentence", "day_of_the_session"})
_YEARS_BEFORE = frozenset({"previous year", "prior year", "the previous year", "the prior year"})
_TO_DATE = ("to date", "to-date", "ytd")
_BRACKETED = 4  # tokens
_TOLD_REACH = 6  # tokens
_FIRST_TOLD = frozenset({"revised", "initially", "previously", "preliminary", "flash", "provisional", "restated"})
_PAIR = 2
_WHOLE = 12  # characters: "the whole of"
_ELSEWHERE = frozenset({"statewide", "nationwide", "nationally", "elsewhere", "worldwide", "globally", "citywide"})


def of_when(draft: Draft) -> None:
    """The period: its own, that of the figure before, of the results that go on, of the market's day."""
    figure, what, whom, leader = draft.figure, draft.what, draft.whom, draft.leader
    told = period_of(figure, what, draft.others) if not _is_now(figure) else None
    when = told if told is not None and told.rule != ANOTHERS else None
    if when is not None and what is not None and what.metric in TRADED and not draft.change and _is_open(when, figure):
        when = told = None
    ahead = is_ahead(figure, what)
    if when is not None and not ahead:
        when = a_year_back(figure, when, draft.others, change=draft.change)
    if when is not None and what is not None and what.metric in reported():
        results = draft.memory.results
        upto = (_to_the_date_reported(when, told) for told in (results.announced, results.last) if told is not None)
        when = next((each for each in upto if each is not when), when)
    if (
        when is not None
        and leader is not None
        and leader.when is not None
        and _is_a_year_ago(figure, when, leader.when)
    ):
        when = When(_years_before(leader.when.period, when.period), "the_year_before", when.confidence)
    if leader is not None and leader.when is not None and _is_in_brackets(figure, leader):
        when = When(a_year_before(leader.when.period), "the_year_before", 0.5)
    if when is None and what is not None and (is_expected(figure) or what.rule == "expected_of_the_figure_before"):
        when = draft.memory.result_of(draft.before, what.metric)
    aside = leader is not None and leader.when is not None and _is_of_an_aside(figure, leader)
    if when is None and draft.leans and leader is not None and leader.when is not None and not aside:
        when = _after_the_leader(figure, leader, ahead=ahead)
    metric, word = (what.metric, what.word) if what is not None else ("other", None)
    if when is None and not aside:
        firm = whom.firm if whom is not None else None
        when = draft.memory.results.carried(figure, metric, firm, word, ahead=ahead, change=draft.change)
    if when is None:
        when = _of_the_forecast_before(figure, metric, draft.memory.results)
    if when is None and not ahead:
        when = draft.memory.dealings.day_of(figure, metric)
    yearly = when is None and what is not None and what.metric in TRADED and is_yearly(figure)
    if yearly and draft.memory.results.last is not None:
        when = When(draft.memory.results.last.period, "carried_over", 0.45)
    last = draft.before[-1] if draft.before else None
    vague = when is None or when.rule in _FAR_OFF
    if vague and metric in TRADED and draft.change and last is not None and _goes_on_since(figure, last):
        when = When(last.when.period, "from_the_figure_before", 0.45) if last.when is not None else None
    if when is None and not yearly:
        when = draft.memory.sessions.day_of(figure, metric, ahead=ahead)
    when = when or told
    if when is not None and _is_of_another_forecast(figure, metric, when):
        when = None
    if when is not None and metric in TRADED:
        when = _through_its_day(figure, when)
    if when is not None and not draft.change and _is_reached_over(figure, when.period):
        when = None
    draft.when = up_to_now(figure, when) if when is not None and (draft.change or _adds_up(what, figure)) else when


def _is_now(figure: Figure) -> bool:
    """*sees the rate, now 10.50%, at 10% by year-end*: the day of writing, which has no name."""
    doc, at = figure.doc, figure.span.start - 1
    return at > figure.sentence.start and doc[at].lower_ in ("now", "currently") and doc[at - 1].text in (",", "(", "—")


def _is_of_another_forecast(figure: Figure, metric: str, when: When) -> bool:
    """*a cut of 4% to full-year earnings and a price target of $98*: a target is of no year that is named in passing."""
    yearly = len(when.period.edtf or "") == len("2026") and when.period.certainty != "explicit"
    return metric == "price_target" and yearly and when.rule.startswith("earlier") and figure.kind == "money"


def _through_its_day(figure: Figure, when: When) -> When:
    """*down 12% this year through Wednesday's close*, *flat for 2025 through Monday*: the year, up to that day."""
    spans = spans_in(figure.doc, GROUP, figure.sentence.start, figure.sentence.end)
    if len(spans) < _PAIR or not any(token.lower_ == "through" for token in figure.sentence):
        return when
    named = [span._.crossfoot_period for span in spans]
    for year, upto in pairwise(named):
        pair = any(each.start == when.period.start for each in (year, upto))
        until = (upto.edtf or "").startswith("../") and upto.last is not None
        whole = year.first is not None and year.last is not None and len(year.edtf or "") == len("2026")
        if pair and until and whole and year.first < upto.last <= year.last:
            return When(closed(year, upto.last), when.rule, when.confidence)
    return when


def _of_the_forecast_before(figure: Figure, metric: str, results: Results) -> When | None:
    """*expects flat sales in 2026; it had pencilled in growth of 2%*: what was foreseen before was for the same time."""
    verb, published, forecasts = figure.verb, figure.doc._.crossfoot_published, cues().forecasts
    if verb is None or published is None or not grammar.is_past_perfect(verb):
        return None
    if verb.lemma_.lower() not in forecasts.verbs | forecasts.awaiting | forecasts.planning | SIGNALLING:
        return None
    for span in reversed(spans_in(figure.doc, GROUP, figure.sentence.start, figure.span.start)):
        period: Period = span._.crossfoot_period
        ahead = period.last is not None and period.last > published
        if ahead and period.role == "period" and not is_month_or_day(period):
            return When(period, "of_the_forecast_before", 0.45)
    signalled = verb.lemma_.lower() in SIGNALLING and metric in reported()
    if signalled and results.outlook is not None and results.outlook[0] == paragraph(figure):
        return When(results.outlook[1].period, "of_the_forecast_before", 0.45)
    return None


def _to_the_date_reported(when: When, results: When) -> When:
    """*262,400 ounces in the year to date*, in a report on the third quarter: up to that quarter's end."""
    period, last = when.period, results.period.last
    if last is None or period.first is None or not period.text.lower().endswith(_TO_DATE):
        return when
    within = period.last is not None and period.first < last < period.last
    return When(closed(period, last), when.rule, when.confidence) if within else when


def _adds_up(what: What | None, figure: Figure) -> bool:
    """*sold 31 homes since May*, *its advance since May to 41%*: counted up over a time, as against *held at 5% since May*."""
    moved = what is not None and what.metric in TRADED - {"bond_yield"} and figure.kind == "percent"
    return what is not None and what.metric in _ADDED_UP or moved


def _is_all_of_it(figure: Figure, older: Period) -> bool:
    """*orders for 30 planes so far this year, against 26 in all of last year*: the whole of it."""
    before = text_of(figure.doc)[max(0, older.start - _WHOLE) : older.start].lower().split()
    return before[-2:] in (["all", "of"], ["whole", "of"]) or before[-1:] == ["all"]


def _is_a_year_ago(figure: Figure, when: When, of: When) -> bool:
    """*13.2% in the quarter, against 12.8% a year ago*: not the whole year, but the quarter a year before."""
    older, newer = when.period, of.period
    bracketed = when.rule == "in_its_own_phrase" and older.text.lower() in _YEARS_BEFORE
    yearly = (
        (when.rule == "compared_with" or bracketed) and older.role == "comparison" and older.certainty != "explicit"
    )
    if yearly and newer.first == newer.last and older.text.lower().startswith("last"):
        return False  # "142 yen, compared with an average of 152 last year"
    if (older.edtf or "") >= (newer.edtf or "")[: len("2025")]:
        return False  # "2.1 billion at the end of September, down from 2.4 billion at the start of the year"
    a_year = len(older.edtf or "") == len("2025") < len(newer.edtf or "") and newer.role == "period"
    return yearly and a_year and not _is_all_of_it(figure, older)


def _years_before(newer: Period, older: Period) -> Period:
    """*7.4% in the half, against 11.9% two years earlier*: the newer one's time, so many years before."""
    years = max(1, int((newer.edtf or "0")[:4]) - int((older.edtf or "0")[:4]))
    for _ in range(years):
        newer = a_year_before(newer)
    return newer


def _after_the_leader(figure: Figure, leader: Reading, *, ahead: bool) -> When | None:
    """The period of the figure before, or for the older one of a pair of results, *up from $3 million*, the year's before."""
    assert leader.when is not None
    if _is_of_today(figure, leader.when):
        return None
    told_so = is_compared(leader.figure) and leader.when.rule in ("the_year_before", "compared_with")
    if _is_a_price_of_today(figure, leader.when, ahead=ahead):
        return None
    if not is_compared(figure) or ahead or told_so or _of_another_place(figure) or _was_first_told(figure):
        return When(leader.when.period, "from_the_figure_before", 0.5)
    before = (
        the_one_before(leader.when.period) if leader.what is not None and leader.what.metric in STATISTICS else None
    )
    if before is not None:
        return When(before, "the_period_before", 0.4)
    if leader.what is not None and leader.what.metric in reported():
        return When(a_year_before(leader.when.period), "the_year_before", 0.4)
    return None


def _was_first_told(figure: Figure) -> bool:
    """*revised down from 0.6%*, *from a previously reported 22,000*: the same time, as it was told at first."""
    first = max(figure.sentence.start, figure.span.start - _TOLD_REACH)
    return any(token.lower_ in _FIRST_TOLD for token in figure.doc[first : figure.span.start])


def _is_a_price_of_today(figure: Figure, when: When, *, ahead: bool) -> bool:
    """*will rise to $8.99 in December from $7.99*: what a movement to come starts from."""
    verb, published, first = figure.verb, figure.doc._.crossfoot_published, when.period.first
    from_ = figure.preposition is not None and figure.preposition.lower_ == "from"
    if not ahead or not from_ or verb is None or published is None or first is None or first <= published:
        return False
    forecasts = cues().forecasts
    lemma = verb.lemma_.lower()
    before = figure.doc[figure.sentence.start : figure.span.start]
    held = any(token.lemma_.lower() in forecasts.held for token in before)
    return lemma not in forecasts.foretelling and not held


def _goes_on_since(figure: Figure, leader: Reading) -> bool:
    """*are down 9% this year, while Acme is off 12% and the S&P 500 has added 4%*: of the same time up to now."""
    verb, published = figure.verb, figure.doc._.crossfoot_published
    period = leader.when.period if leader.when is not None else None
    if verb is None or published is None or period is None or period.first is None or period.first == period.last:
        return False
    so_far = period.last is None or period.last >= published or period.edtf == str(published.year)
    return (grammar.is_perfect(verb) or verb.tag_ in ("VBZ", "VBP")) and so_far and period.first < published


def _is_of_an_aside(figure: Figure, leader: Reading) -> bool:
    """*Its margin, which reached 7.4% in 2019, has since dwindled to 1.8%*: told of another time than the figure before."""
    verb, told = figure.verb, leader.figure.verb
    if verb is not None and leader.when is not None and _is_told_in_passing(figure, leader):
        return True
    if verb is None or told is None or verb.i <= told.i:
        return False
    if verb.dep_ == "conj" and verb.tag_ in ("VBZ", "VBP") and told.tag_ == "VBD" and verb.lemma_.lower() in STANDING:
        return True  # "had revenue of $612 million last year and employs 2,300 people"
    if told.dep_ != "relcl":
        return False
    now = verb.tag_ in ("VBZ", "VBP") or grammar.is_perfect(verb)
    then = told.tag_ == "VBD" and not grammar.is_past_perfect(told)
    return now and then or grammar.is_past_perfect(told) and not grammar.is_past_perfect(verb) and verb.tag_ == "VBD"


def _is_told_in_passing(figure: Figure, leader: Reading) -> bool:
    """*Shares, up 9% this year, were 4.6% higher*: the move of a day, behind one over a longer time between commas."""
    verb, period = figure.verb, leader.when.period if leader.when is not None else None
    traded = leader.what is not None and leader.what.metric in TRADED
    if verb is None or period is None or not traded or period.first is None or period.first == period.last:
        return False
    before = leader.figure.span.start
    paused = before > 0 and any(token.text == "," for token in figure.doc[max(before - 3, 0) : before])
    return verb.tag_ == "VBD" and leader.figure.span.end <= verb.i < figure.span.start and paused


def _is_of_today(figure: Figure, when: When) -> bool:
    """*by 2034, it foresees 155 planes, compared with 112 at present*: the older figure of a time to come."""
    published = figure.doc._.crossfoot_published
    with_ = figure.span.start > 1 and [t.lower_ for t in figure.doc[figure.span.start - 2 : figure.span.start]]
    ahead = published is not None and when.period.first is not None and when.period.first > published
    return ahead and with_ == ["compared", "with"] and not is_expected(figure)


def _is_open(when: When, figure: Figure) -> bool:
    """*had lost 13% since May, leaving it with a value of $70 billion*: a level is of a day, not of all since another."""
    return (when.period.edtf or "").endswith("/..") and figure.kind != "percent"


def _is_reached_over(figure: Figure, period: Period) -> bool:
    """*has tripled to $48 million in the past 18 months*: where it stands now, not what it was all along."""
    to = figure.preposition is not None and figure.preposition.lower_ == "to"
    return to and period.type == "DURATION" and figure.verb is not None and grammar.is_perfect(figure.verb)


def _is_in_brackets(figure: Figure, leader: Reading) -> bool:
    """*profit of 1,733 million (1,102 million)*: in results, the same a year before."""
    doc, span = figure.doc, figure.span
    alone = span.end < len(doc) and doc[span.start - 1].text == "(" and doc[span.end].text == ")"
    near = alone and 0 < span.start - leader.figure.span.end <= _BRACKETED
    reported_then = leader.what is not None and leader.what.metric in reported()
    same = figure.quantity.unit == leader.figure.quantity.unit or figure.kind == "count"
    return near and reported_then and same and not is_compared(leader.figure)


def _of_another_place(figure: Figure) -> bool:
    """*compared with 3.6 percent statewide*: the same time elsewhere."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    if [token.lower_ for token in behind[1:]] == ["by"] and behind[0].tag_ in ("VBN", "VBD"):
        return True  # "better than the 3% managed by the wider trade"
    return any(token.lower_ in _ELSEWHERE for token in behind)
