"""Shapes of seasons: `the summer of 2024`, `last spring`, `this fall`."""

from __future__ import annotations

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.shapes import Shape


def _season_of_year(found: Found) -> m.Meaning | None:
    if found.has("dir"):
        return m.Season(found.word("season"), None, None, m.Shifted("year", found.shift()))
    return m.Season(found.word("season"), None, None, m.SameAs("year"))


def _season(found: Found) -> m.Meaning | None:
    if found.has("year"):
        return m.Season(found.word("season"), found.year())
    if found.has("dir"):
        return m.Season(found.word("season"), None, found.shift())
    return m.Season(found.word("season"))


def _bare_season(found: Found) -> m.Meaning | None:
    season = found.lexemes("season")[0].text
    if found.is_after("CAP") or found.is_before("CAP"):
        return None
    if season.lower() == "fall":
        return (
            m.Season("FA")
            if found.has("the")
            and found.is_before("IN", "BY", "UNTIL", "SINCE", "THROUGH", "DURING")
            and not found.is_after("OF", "IN")
            else None
        )
    before = (
        "IN",
        "BY",
        "SINCE",
        "UNTIL",
        "DURING",
        "FOR",
        "OF",
        "THROUGH",
        "EARLY",
        "LATE",
        "MID",
        "OVER",
        "AND",
        "THAT",
        "OR",
    )
    if season.startswith("spring") and not (found.depth or found.has("the") or found.is_before(*before)):
        return None
    return m.Season(found.word("season"))


_DIR = "(?P<dir>LAST|PAST|PREV|THIS|CURRENT|NEXT|FOLLOWING|LATEST)"

SEASONS = (
    Shape(
        "season of that year",
        "THE? (?P<season>SEASON) OF (?:(?P<dir>LAST|THIS|NEXT|PREV)|(?:THE? SAME|THAT)) YEAR",
        _season_of_year,
    ),
    Shape("season", f"THE? (?:{_DIR} DASH?)? (?P<season>SEASON) (?:COMMA|OF)? (?P<year>SY)", _season),
    Shape("year season", "(?P<year>YR) (?P<season>SEASON)", _season),
    Shape("last summer", f"(?:THE)? {_DIR} DASH? (?P<season>SEASON)", _season),
    Shape("bare season", "(?P<the>THE)? (?P<season>SEASON)", _bare_season),
)
