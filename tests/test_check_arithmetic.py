"""What an article says in other words, or lets be worked out: the article, the summary, whether it is borne out."""

from __future__ import annotations

import pytest

from crossfoot import flow, ingest
from crossfoot.check import Evidence
from crossfoot.check.explaining import Verdict

_DAY = "2026-07-21"


def verdicts(article: str, summary: str, *, day: str | None = _DAY) -> tuple[Verdict, ...]:
    """The verdicts on a summary against one article of that day."""
    read = ingest.article(article, id="article", published=day)
    evidence = Evidence([read], list(flow.claims_of([read])), [])
    return flow.checks([summary], evidence)[0].verdict_records


def borne_out(article: str, summary: str, *, day: str | None = _DAY) -> bool:
    """True where every verdict is `supported`."""
    found = verdicts(article, summary, day=day)
    assert found, summary
    return all(one.label == "supported" for one in found)


@pytest.mark.parametrize(
    ("article", "right", "wrong"),
    [
        # odds are percentages, rounded to whole numbers
        (
            "Of Arden Foods' shops 21.9% lost money.",
            "One in five Arden Foods shops lost money.",
            "One in three lost money.",
        ),
        ("Some 30% of Corvus Grid's customers pay late.", "3 out of 10 customers pay late.", "7 out of 10 pay late."),
        # a third man is no third of one
        (
            "Halvor Energy has hired a third director.",
            "Halvor Energy hired its 3rd director.",
            "It hired its 4th director.",
        ),
        (
            "Halvor Energy has won nine consecutive tenders.",
            "It is its 9th straight win.",
            "It is its 8th straight win.",
        ),
        (
            "Brackwater marked the day on which it opened exactly five years before.",
            "Brackwater held its 5th anniversary.",
            "Brackwater held its 6th anniversary.",
        ),
        # an age is no length of time
        (
            "Lena Roth, 62, has led Arden Foods for 20 years.",
            "Lena Roth, 62, leads Arden Foods.",
            "Lena Roth, 20, leads Arden Foods.",
        ),
        # `over` behind some verbs is no bound
        (
            "Arden Foods will pay its suppliers $60 million.",
            "Arden Foods forks over $60 million to suppliers.",
            "Arden Foods will pay suppliers well over $60 million.",
        ),
        # figures that the text itself joins
        (
            "Halvor Energy has closed two plants and one depot.",
            "Halvor Energy closed three sites.",
            "Halvor Energy closed four sites.",
        ),
        (
            "Two engineers left Corvus Grid in May. The two engineers went to Halvor Energy.",
            "Two engineers left Corvus Grid.",
            "Four engineers left Corvus Grid.",
        ),
        (
            "The yard delivered 11 tankers, five ferries and three barges.",
            "The yard delivered 19 vessels.",
            "The yard delivered 18 vessels.",
        ),
        (
            "Four suppliers sued Arden Foods. They will get $6.5 million each.",
            "Suppliers will get $26 million from Arden Foods.",
            "Suppliers will get $13 million from Arden Foods.",
        ),
        ("Emben Air has inspected 41 of the 88 jets.", "Another 47 jets remain.", "Another 57 jets remain."),
        # years that pass
        (
            "The Emben mill has stood idle since 1986.",
            "The mill was idle for 40 years.",
            "The mill was idle for 30 years.",
        ),
        ("Emben ran the ferry from 1968 to 1974.", "The ferry ran for six years.", "The ferry ran for nine years."),
        # a pair, and the one of its kind
        (
            "A pair of brokers left Wedge Capital.",
            "Two brokers left Wedge Capital.",
            "Three brokers left Wedge Capital.",
        ),
        # a share is a share of something
        (
            "Emben Air owns 95 of the 270 aircraft, and its new wings reach 22% efficiency.",
            "Emben Air owns 35% of the aircraft.",
            "The new wings of Emben Air reach an efficiency of 35%.",
        ),
        # a quarter that no article speaks of
        (
            "In the fourth quarter Delmar Foods' sales declined.",
            "Delmar Foods' sales declined in the fourth quarter.",
            "Delmar Foods' sales declined in the third quarter.",
        ),
        # two figures that a sentence compares tell a direction
        (
            "Delmar Foods' net income was $94.8 million, which compares to $106.6 million a year earlier.",
            "Delmar Foods' net income decreased.",
            "Delmar Foods' net income increased.",
        ),
        # a figure measures what is said beside it, not the other half of the sentence
        (
            "Delmar Foods' costs fell. Its sales reached $5 billion.",
            "Delmar Foods' costs fell and sales reached $5 billion.",
            "Delmar Foods' costs rose and sales reached $5 billion.",
        ),
        # digits in a name are no figure
        ("Emben Air flies 12 of the 777X.", "Emben Air flies 12 of the 777X.", "Emben Air flies 21 of the 777X."),
    ],
)
def test_in_other_words(article: str, right: str, wrong: str) -> None:
    assert borne_out(article, right)
    assert not borne_out(article, wrong)


def test_the_arithmetic_is_shown_in_words() -> None:
    (verdict,) = verdicts("The Emben mill has stood idle since 1986.", "The mill was idle for 40 years.")
    assert "from “1986” to the article's day, 2026-07-21, it is 40 years" in verdict.explanation
    assert verdict.evidence[0].quote == "1986"


def test_an_article_without_a_day_tells_no_time_that_passed() -> None:
    assert not borne_out("The Emben mill has stood idle since 1986.", "The mill was idle for 40 years.", day=None)


def test_this_year_of_an_article_without_a_day_is_no_other_year() -> None:
    article = "Arden Foods opened 212 shops this year."
    assert borne_out(article, "Arden Foods opened 212 shops in 2013.", day=None) or not any(
        one.differs == "period" for one in verdicts(article, "Arden Foods opened 212 shops in 2013.", day=None)
    )


@pytest.mark.parametrize(
    "headline", ["New Pills That May Do No Good Cost $1.2 Billion", "$1.2 Billion Pills May Not Help"]
)
def test_may_is_no_month_before_a_verb(headline: str) -> None:
    assert not any(one.differs == "period" for one in verdicts("The pills cost $1.2 billion in 2025.", headline))


def test_a_range_is_not_made_true_by_its_end() -> None:
    assert not borne_out("The lease runs for up to 15 years.", "The lease runs for 3 to 15 years.")
