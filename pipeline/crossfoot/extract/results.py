"""The period that a text's results are for, once said: it serves the figures after it that name none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.metrics import find
from crossfoot.extract.periods import GROUP
from crossfoot.extract.spans import spans_in, spans_of
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.when import When
from crossfoot.extract.when.older_figure import is_compared
from crossfoot.extract.when.reported import is_a_year, is_background, is_over, is_short, is_under_way
from crossfoot.extract.when.timing import STATISTICS, TRADED
from crossfoot.extract.words import text_in, text_of
from crossfoot.values.periods import Period, a_year_before, periods
from crossfoot.vocabulary.models import cues, metrics_of

# What a firm reports period by period; a price or a plan has its own day.
_REPORTED = frozenset(
    """revenue cost_of_revenue gross_profit gross_margin operating_income operating_margin operating_expenses net_income
    net_margin ebitda eps capital_expenditure research_and_development free_cash_flow operating_cash_flow tax impairment
    restructuring_charge stock_compensation interest_expense same_store_sales ebitda_margin pretax_income interest_income
    provision bookings net_interest_income units_sold production traffic market_share utilization subscribers orders
    leverage_ratio capital_ratio net_interest_margin""".split()
)
_OUTLOOKS = frozenset({"outlook", "guidance", "forecast", "targets", "expectations", "prospects"})
_OUT = frozenset({"numbers", "results", "earnings", "figures"})
_TELLING = frozenset({"declared", "reported", "posted", "announced", "published", "released"})
_REACH = 4  # tokens
_NEAR = 4  # lines
_NEXT = 2  # line breaks, where a paragraph stands off from its heading
_LISTED = 8  # lines of a list under its heading
_LONGEST_HEADING = 12  # tokens
_LONGEST_INTRODUCTION = 45  # "Here is how it did in the three months that ended May 4 ...:"
_REPORT = re.compile(r"\d{4}(-\d{2})?(/\d{4}-\d{2})?|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}")
_CARRIED = frozenset({"under_its_heading", "carried_over", "from_the_figure_before", "the_figure_before_it"})
_YEARLY = frozenset({"annual", "full-year", "yearly", "year"})
_SURE_AFTER = 2
_A_MONTH = 31  # days
_LATE = 120  # days by which a quarter's results are out
_HEAD = 600  # characters in which results are announced
_ANNOUNCES = re.compile(
    r"\b(results|earnings|report(s|ed)|announce[sd]?|releas(e|es|ed)|publish(es|ed)|data|figures|numbers|tall(y|ies)|survey|post(s|ed)|swung|swings)\b",
    re.IGNORECASE,
)
# What agencies and whole industries count, firm beside firm, for one and the same month or quarter.
_COUNTED = frozenset({"units_sold", "production", "traffic", "market_share", "subscribers", "bookings"})
# What stands beside results: at their end, or on average over their time.
_ON_THE_BALANCE = frozenset(
    "cash debt deposits loans inventory equity total_assets liquidity assets_under_management".split()
)
_TO_COME = frozenset({"backlog", "rpo"})
# What an outlook goes on about: "Investments will total $45 million".
_PLANNED = frozenset({"investment", "cost", "dividend", "stores"})
_TOLD_BESIDE = frozenset({"other", "users", "customers", "cost"})
_BUYING = frozenset({"repurchase", "buy", "retire", "return"})
_BULLETS = frozenset("-–—•*·▪◦")
# What is decided on a day: "a dividend of $1 a share".
_GIVEN = frozenset({"dividend", "share_buyback", "price_target", "offer_price", "deal_value", "contract_value"})
_SHIPPED = frozenset({"exports", "imports"})
# Verbs of what is so at the time of writing: "its margin hovers around 64%", "it makes a third of its sales abroad".
_STANDING = frozenset(
    "be stand have hold hover run charge handle make employ operate serve own account represent generate".split()
)
# Rates that are set and then hold, whatever month is told of.
_IN_FORCE = frozenset({"policy_rate", "tariff_rate"})
_PAID = frozenset({"price", "cost"})
_AVERAGE = frozenset({"average", "averaged", "averaging", "realised", "realized"})
_OF_ALL = frozenset({"country", "region", "industry", "group"})
_OF_THE_ECONOMY = frozenset({"employees", "other", "job_cuts", "wages"})


@dataclass(slots=True)
class Results:
    """The result periods that a text has named so far, by firm, and where it stood when it named the last."""

    firm: str | None = None
    last: When | None = None
    paragraph: int = -1
    went_on: int = -1  # the paragraph of the last figure that the period was carried to
    year: Period | None = None
    outlook: tuple[int, When] | None = None
    aimed: tuple[int, When] | None = None
    guided: tuple[int, When] | None = None  # the line of an outlook's heading
    announced: When | None = None
    used: Counter[str] = field(default_factory=Counter)

    def note(self, figure: Figure, metric: str, firm: FirmMention, when: When, *, ahead: bool) -> None:
        """Remembers the period of a reported figure, apart from those of plans and forecasts (`ahead`)."""
        edtf = when.period.edtf
        if ahead and metric in reported():
            self.outlook = (paragraph(figure), when)
            return
        if metric not in reported() and _is_told_of_a_quarter(figure, when.period) and self.last is None:
            self.firm, self.last, self.paragraph = firm.canonical, when, paragraph(figure)
            self.used[edtf or ""] += _SURE_AFTER if figure.span.start_char < _HEAD else 1
            return
        if (
            metric not in reported()
            or edtf is None
            or not _REPORT.fullmatch(edtf)
            or is_short(when.period)
            or when.rule in _CARRIED
            or is_compared(figure)
        ):
            return
        published = figure.doc._.crossfoot_published
        if published is not None and (
            when.period.last == published
            or int(edtf[:4]) > published.year
            or is_under_way(when.period, published, counted=metric in STATISTICS)
        ):
            return  # an outlook is no period of results
        if (
            self.last is not None
            and self.firm in (None, firm.canonical)
            and is_background(when.period, self.last.period, published)
        ):
            return
        if firm.kind not in _OF_ALL and self._is_told_on_the_way(metric, when.period):
            return
        self.firm, self.last, self.paragraph = firm.canonical, when, paragraph(figure)
        if re.fullmatch(r"\d{4}", edtf):
            self.year = when.period
        self.used[edtf] += _SURE_AFTER if figure.span.start_char < _HEAD else 1

    def _is_told_on_the_way(self, metric: str, period: Period) -> bool:
        """*a strike in August that cost it 6,000 ounces*, in results of the third quarter: a month of it."""
        last = self.last.period if self.last is not None else None
        if last is None or self.used[last.edtf or ""] < _SURE_AFTER or metric in metrics_of("economy") | STATISTICS:
            return False
        if period.first is None or period.last is None or last.first is None or last.last is None:
            return False
        month = (period.last - period.first).days < _A_MONTH
        return (
            month
            and last.first <= period.first
            and period.last <= last.last
            and (last.last - last.first).days > _A_MONTH
        )

    def _counted(self, figure: Figure, metric: str) -> When | None:
        """The article's own period for a firm beside those that it began with: *XPeng's count came to 16,205*."""
        if self.announced is None or metric not in _COUNTED | metrics_of("economy"):
            return None
        period = a_year_before(self.announced.period) if is_compared(figure) else self.announced.period
        return When(period, "carried_over", 0.45)

    def running(self, figure: Figure) -> bool:
        """Whether the text is telling results: a reported figure not far above this one."""
        told = max(self.paragraph, self.went_on)
        return self.last is not None and told >= 0 and 0 <= paragraph(figure) - told <= _NEAR

    def _goes_on(self, figure: Figure) -> bool:
        """*The mill treated 1 million tonnes*, *- Cash rent spreads of 28%*: told beside results, as past or in their list."""
        sure = self.last is not None and self.used[self.last.period.edtf or ""] >= _SURE_AFTER
        verb = figure.verb
        told = verb is not None and verb.tag_ == "VBD" and verb.dep_ in ("ROOT", "conj")
        return sure and self.running(figure) and (told or _is_bullet(figure))

    def aims(self, sentence: Span) -> None:
        """Takes the year of an aim that a sentence names: *lowered its 2025 margin target*, *cut its full-year outlook*."""
        doc = sentence.doc
        for span in spans_in(doc, GROUP, sentence.start, sentence.end):
            period = span._.crossfoot_period
            if len(period.edtf or "") != len("2026") or period.role != "period":
                continue
            behind = doc[span.end : min(span.end + _REACH, sentence.end)]
            if any(token.lemma_.lower() in cues().forecasts.foreseen for token in behind):
                self.aimed = (line_of(doc, sentence.start_char), When(period, "of_the_forecast_before", 0.45))
                return

    def _aimed(self, figure: Figure) -> When | None:
        """What the aim just named is for, in the paragraph where it stands."""
        here = self.aimed is not None and self.aimed[0] == paragraph(figure)
        return self.aimed[1] if here and self.aimed is not None else None

    def _is_listed(self, figure: Figure, metric: str) -> bool:
        """*- Average earnings of $18,900 a day*, in the list under *Fourth quarter highlights*."""
        sure = self.last is not None and self.used[self.last.period.edtf or ""] >= _SURE_AFTER
        return sure and metric not in TRADED | _GIVEN and _is_bullet(figure) and self.running(figure)

    def heading(self, sentence: Span) -> None:
        """Takes the period from a heading: *Full Year 2025 Highlights*, *Results for the third quarter:*."""
        text = text_in(sentence).strip()
        longest = _LONGEST_INTRODUCTION if text.endswith(":") else _LONGEST_HEADING
        if _words_of_heading(sentence) > longest or text.endswith((".", "?", "!", "”", '"')) or not text:
            return
        doc = sentence.doc
        if spans_in(doc, "crossfoot_quantities", sentence.start, sentence.end):
            return
        for span in spans_in(doc, GROUP, sentence.start, sentence.end):
            period = span._.crossfoot_period
            published = doc._.crossfoot_published
            yearly = len(period.edtf or "") == len("2026")  # an outlook has its heading too
            over = yearly or period.last is None or published is None or period.last <= published
            if yearly and period.role == "period" and any(token.lower_ in _OUTLOOKS for token in sentence):
                line = line_of(doc, sentence.start_char)
                self.outlook = self.guided = (line, When(period, "under_its_heading", 0.6))
                return
            if period.role == "period" and _REPORT.fullmatch(period.edtf or "") and period.type == "DATE" and over:
                self.firm, self.last = None, When(period, "under_its_heading", 0.6)
                self.paragraph = line_of(doc, sentence.start_char)
                self.used[period.edtf] = _SURE_AFTER
                return

    def announced_in(self, sentence: Span) -> None:
        """Takes the period of results that a sentence says are out: *Acme, which also declared its March quarter numbers*."""
        doc = sentence.doc
        for span in spans_in(doc, GROUP, sentence.start, sentence.end):
            period = span._.crossfoot_period
            named = span.end < sentence.end and doc[span.end].lower_ in _OUT
            told = any(token.lower_ in _TELLING for token in doc[max(sentence.start, span.start - _REACH) : span.start])
            part = len(period.edtf or "") > len("2026-05") and _REPORT.fullmatch(period.edtf or "") is not None
            if named and told and part and period.role == "period" and is_over(period, doc._.crossfoot_published):
                self.firm, self.last = None, When(period, "announced_results", 0.5)
                self.paragraph = line_of(doc, sentence.start_char)
                self.used[period.edtf] = _SURE_AFTER

    def seed(self, doc: Doc) -> None:
        """Takes the period from a head that announces results: *Acme reports 2024 annual results*."""
        title = doc.user_data.get("crossfoot_title") or ""
        published = doc._.crossfoot_published
        for found in periods(title, published):
            if is_over(found, published):
                self._start(found)  # a second quarter that is not over yet is a fiscal one
        for span in spans_of(doc, GROUP):
            if span.start_char > _HEAD:
                break
            period = span._.crossfoot_period
            if not is_over(period, published) or period.text.lower() in ("the month", "the year"):
                continue
            counted = len(period.edtf or "") > len("2026") and _tells_of_an_economy(span.sent)
            if counted or _ANNOUNCES.search(text_in(span.sent)):
                self._start(period)

    def _start(self, period: Period) -> None:
        if period.edtf is None or period.role != "period" or not _REPORT.fullmatch(period.edtf):
            return
        if len(period.edtf) == 4:
            self.year = self.year or period
        if self.last is None:
            self.last = self.announced = When(period, "announced_results", 0.5)
            self.used[period.edtf] = _SURE_AFTER

    def _is_beside(self, figure: Figure, metric: str) -> bool:
        """*Its debt was $2 billion*, *It repurchased $1 billion of stock*: what is told beside results, and so of their time."""
        if metric in _ON_THE_BALANCE and self.running(figure) and not _is_of_now(figure):
            return True
        if metric in _TO_COME and self.running(figure) and _is_told(figure) or metric in _PAID and _is_average(figure):
            return True
        bought = metric == "share_buyback" and figure.verb is not None and figure.verb.lemma_.lower() in _BUYING
        goes_on = (bought or metric in _TOLD_BESIDE) and self._goes_on(figure)
        return goes_on or self._is_listed(figure, metric)

    def carried(
        self, figure: Figure, metric: str, firm: FirmMention | None, word: Token | None, *, ahead: bool, change: bool
    ) -> When | None:
        """The period for a figure that names none: the year of an *annual* figure, else that of the results.

        A plan or forecast goes on about the period of the plan before it, never about the results.
        """
        beside = ahead and metric in _PLANNED or self._is_beside(figure, metric)
        economy = firm is not None and firm.kind in _OF_ALL and metric in _OF_THE_ECONOMY and _is_told(figure)
        if metric not in reported() and not economy and not beside or metric in _SHIPPED and not _is_told(figure):
            return None
        if self.guided is not None and _is_under(figure, self.guided[0]):
            return self.guided[1]
        if ahead:
            if self.outlook is not None and _is_of_a_year(word) and not is_a_year(self.outlook[1].period):
                return None  # "Annual earnings are expected to be $4", behind the outlook for a quarter
            aimed = self._aimed(figure) if self.outlook is None else None
            if aimed is not None:
                return aimed
            near = self.outlook is not None and 0 <= paragraph(figure) - self.outlook[0] <= 1
            return When(self.outlook[1].period, "carried_over", 0.5) if near and self.outlook else None
        if self.last is None or _stands_now(figure) and not change:
            return None
        if _is_of_a_year(word):
            return When(self.year, "carried_over", 0.55) if self.year is not None else None
        here = paragraph(figure) == self.paragraph
        named = firm is not None and self.firm is not None
        if named and self.firm not in (firm.canonical, firm.owner) and not here:  # type: ignore[union-attr]
            return self._counted(figure, metric)
        if here or self.used[self.last.period.edtf or ""] >= _SURE_AFTER:
            period = a_year_before(self.last.period) if is_compared(figure) else self.last.period
            self.went_on = paragraph(figure)
            return When(period, "carried_over", 0.5)
        return None


def _words_of_heading(sentence: Span) -> int:
    """How many tokens a heading has before a remark in brackets: *Highlights (all comparisons are to the prior year)*."""
    return next((at for at, token in enumerate(sentence) if token.text == "(" and at), len(sentence))


def _is_under(figure: Figure, line: int) -> bool:
    """A line of the list under an outlook's heading, or the paragraph there, where it tells of nothing past."""
    lines = paragraph(figure) - line
    if _is_bullet(figure):
        return 0 < lines <= _LISTED
    before = figure.doc[figure.sentence.start : figure.span.start]
    return 0 < lines <= _NEXT and any(token.tag_ in ("VBZ", "VBP", "MD") for token in before)


def _is_told_of_a_quarter(figure: Figure, period: Period) -> bool:
    """*burned $95 million during the quarter*, *opened 40 stores in the third quarter*: what is told next is of it, too."""
    published, verb = figure.doc._.crossfoot_published, figure.verb
    if published is None or period.last is None or period.last > published or verb is None or is_compared(figure):
        return False
    quarter = (published - period.last).days < _LATE and "quarter" in period.text.lower()
    return quarter and verb.tag_ == "VBD" and period.role == "period"


def _is_bullet(figure: Figure) -> bool:
    """Whether it stands in a line of a list."""
    return text_in(figure.sentence).lstrip()[:1] in _BULLETS


def _is_of_a_year(word: Token | None) -> bool:
    """*annual earnings*, *full-year profit*."""
    return word is not None and any(child.lower_ in _YEARLY for child in word.children)


def _tells_of_an_economy(sentence: Span) -> bool:
    """*Inflation in Chile rose in July*: the month or quarter that the statistics behind it are of."""
    return any(not STATISTICS.isdisjoint(mention.candidates) for mention in find(sentence))


def _is_told(figure: Figure) -> bool:
    """*adding 57,000 positions*, *manufacturing shed 9,000*: told as past, beside what the office reported; not *has shed*."""
    verb = next((token for token in figure.span if grammar.is_verb(token)), figure.verb)  # "more than doubled"
    return verb is not None and verb.tag_ in ("VBD", "VBG", "VBN") and not grammar.is_perfect(verb)


def _is_of_now(figure: Figure) -> bool:
    """*A $2 billion bond falls due in May*: told as present."""
    verb = figure.verb
    return verb is not None and verb.tag_ in ("VBZ", "VBP") and not grammar.is_perfect(verb) and not _is_bullet(figure)


def _is_average(figure: Figure) -> bool:
    """*Fuel averaged $3.08*, *the average price realised was $94*: over the time that is told of, as against one on a label."""
    before = figure.doc[figure.sentence.start : figure.span.start]
    return any(token.lower_ in _AVERAGE for token in before)


def _stands_now(figure: Figure) -> bool:
    """*Its backlog is $3 billion*, *the rate stands at 4%*: of the day of writing, not of the results."""
    verb = figure.verb
    return verb is not None and verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _STANDING


@cache
def reported() -> frozenset[str]:
    """The metrics that a firm or a statistics office reports period by period."""
    return (_REPORTED | metrics_of("economy") | STATISTICS) - _IN_FORCE


def paragraph(figure: Figure) -> int:
    """How many line breaks stand before the figure."""
    return line_of(figure.doc, figure.span.start_char)


def line_of(doc: Doc, start: int) -> int:
    """How many line breaks stand before a character."""
    breaks: list[int] | None = doc.user_data.get("crossfoot_lines")
    if breaks is None:
        breaks = [found.start() for found in re.finditer("\n", text_of(doc))]
        doc.user_data["crossfoot_lines"] = breaks
    return bisect_left(breaks, start)
