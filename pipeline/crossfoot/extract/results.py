"""The period that a text's results are for, once said: it serves the figures after it that name none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.when import GROUP, When, is_compared
from crossfoot.values.periods import Period, periods

# What a firm reports period by period; a price or a plan has its own day.
_REPORTED = frozenset(
    """revenue cost_of_revenue gross_profit gross_margin operating_income operating_margin operating_expenses net_income
    net_margin ebitda eps capital_expenditure research_and_development free_cash_flow operating_cash_flow tax impairment
    restructuring_charge stock_compensation interest_expense same_store_sales ebitda_margin pretax_income interest_income
    provision bookings net_interest_income units_sold production traffic market_share utilization subscribers orders
    leverage_ratio""".split()
)
_REPORT = re.compile(r"\d{4}(-\d{2})?(/\d{4}-\d{2})?|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}")
_YEARLY = frozenset({"annual", "full-year", "yearly", "year"})
_SURE_AFTER = 2
_HEAD = 600  # characters in which results are announced
_ANNOUNCES = re.compile(r"\b(results|earnings|report(s|ed)|announce[sd]?)\b", re.IGNORECASE)


@dataclass(slots=True)
class Results:
    """The result periods that a text has named so far, by firm, and where it stood when it named the last."""

    firm: str | None = None
    last: When | None = None
    paragraph: int = -1
    year: Period | None = None
    used: Counter[str] = field(default_factory=Counter)

    def note(self, figure: Figure, metric: str, firm: FirmMention, when: When) -> None:
        """Remembers the period of a reported figure."""
        edtf = when.period.edtf
        if (
            metric not in _REPORTED
            or edtf is None
            or not _REPORT.fullmatch(edtf)
            or when.rule == "carried_over"
            or is_compared(figure)
        ):
            return
        published = figure.doc._.crossfoot_published
        if published is not None and int(edtf[:4]) > published.year:
            return  # an outlook is no period of results
        self.firm, self.last, self.paragraph = firm.canonical, when, paragraph(figure)
        if re.fullmatch(r"\d{4}", edtf):
            self.year = when.period
        self.used[edtf] += 1

    def seed(self, doc: Doc) -> None:
        """Takes the period from a head that announces results: *Acme reports 2024 annual results*."""
        title = doc.user_data.get("crossfoot_title") or ""
        for found in periods(title, doc._.crossfoot_published) if _ANNOUNCES.search(title) else ():
            self._start(found)
        for span in doc.spans.get(GROUP, ()):
            if span.start_char > _HEAD:
                break
            if _ANNOUNCES.search(span.sent.text):
                self._start(span._.crossfoot_period)

    def _start(self, period: Period) -> None:
        if period.edtf is None or period.role != "period" or not _REPORT.fullmatch(period.edtf):
            return
        if len(period.edtf) == 4:
            self.year = self.year or period
        if self.last is None or (len(period.edtf) == 4 and len(self.last.period.edtf or "") != 4):
            self.last = When(period, "announced_results", 0.5)
            self.used[period.edtf] = _SURE_AFTER

    def carried(self, figure: Figure, metric: str, firm: FirmMention, word: Token | None) -> When | None:
        """The period for a figure that names none: the year of an *annual* figure, else that of the results."""
        if metric not in _REPORTED or self.last is None:
            return None
        yearly = word is not None and any(child.lower_ in _YEARLY for child in word.children)
        if yearly and self.year is not None:
            return When(self.year, "carried_over", 0.55)
        here = paragraph(figure) == self.paragraph
        if self.firm is not None and self.firm not in (firm.canonical, firm.owner) and not here:
            return None
        if here or self.used[self.last.period.edtf or ""] >= _SURE_AFTER:
            return When(self.last.period, "carried_over", 0.5)
        return None


def paragraph(figure: Figure) -> int:
    """How many lines stand before the figure's sentence."""
    doc = figure.doc
    counts: list[int] | None = doc.user_data.get("crossfoot_lines")
    if counts is None:
        counts, lines = [], 0
        for token in doc:
            counts.append(lines)
            lines += token.text.count("\n")
        doc.user_data["crossfoot_lines"] = counts
    return counts[figure.span.start]
