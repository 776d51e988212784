"""Shapes of times of day: `9 a.m. on May 2`, `late Tuesday`, `the evening of March 14`, `tonight`."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape


def _clock(found: Found) -> m.Meaning | None:
    hour, minute, half = found.tuple("clock")
    if found.next_word() in word_set("scales"):
        return None  # "down 2.7% at 1.29 million"
    if found.has("ampm"):
        half = 1 if found.word("ampm") == "am" else 2
    elif not half and not found.is_before("AT", "BY", "UNTIL") and not (found.is_after("CAP") and _zone(found)):
        return None
    return m.Clock(_full_hour(hour, half), minute)


def _full_hour(hour: int, half: int) -> int:
    if half == 0 or hour > 12:
        return hour
    return hour % 12 + (12 if half == 2 else 0)


def _zone(found: Found) -> bool:
    text = found.lexed.lexemes[found.match.end()].text
    return text.isupper() and len(text) <= 4


def _hour(found: Found) -> m.Meaning | None:
    hour = found.value("hour")
    return m.Clock(_full_hour(hour, 1 if found.word("ampm") == "am" else 2), 0) if 1 <= hour <= 12 else None


def _on_day(found: Found, inner: m.Meaning) -> m.Meaning | None:
    if not isinstance(inner, m.Day | m.Weekday | m.Shifted | m.Holiday | m.SameAs):
        return None
    if found.has("clock"):
        clock = _clock(found)
    elif found.has("hour"):
        clock = _hour(found)
    elif found.text("part") == "midnight":
        clock = m.Clock(24, 0)
    else:
        return m.DayPart(found.word("part"), inner)
    return m.Clock(clock.hour, clock.minute, inner) if isinstance(clock, m.Clock) else None


def _day_part_after(found: Found) -> m.Meaning | None:
    return m.DayPart(found.word("part"), m.Weekday(found.value("wd")))


def _this_part(found: Found) -> m.Meaning | None:
    return m.DayPart(found.word("part"), m.Shifted("day", -1 if found.text("dir") == "last" else 0))


def _tonight(found: Found) -> m.Meaning | None:
    if found.next_word() in word_set("overnight_rates"):
        return None  # "when the overnight rate sat at 5 per cent"
    return m.DayPart("NI", m.Shifted("day", -1 if _is_of_wall_street(found) else 0))


def _is_of_wall_street(found: Found) -> bool:
    """*Overnight on Wall Street*, told in the morning after: the session of the day before."""
    behind = [lexeme.text.lower() for lexeme in found.lexed.lexemes[found.match.end() : found.match.end() + 4]]
    return any(pair in (("wall", "street"), ("new", "york")) for pair in pairwise(behind))


CLOCK = (
    Shape(
        "clock on a day",
        "(?P<clock>CLOCK) (?P<ampm>AMPM)? CAP? COMMA? (?:UPON|OF)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape(
        "hour on a day",
        "(?P<hour>DD) (?P<ampm>AMPM) CAP? COMMA? (?:UPON|OF)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape(
        "part of a day",
        "THE? (?:EARLY|LATE)? (?P<part>PART) COMMA? (?:OF|UPON)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape("clock", "(?P<clock>CLOCK) (?P<ampm>AMPM)?", _clock),
    Shape("hour", "(?P<hour>DD) (?P<ampm>AMPM)", _hour),
    Shape("this part of a day", "(?P<dir>THIS|LAST) (?P<part>PART)", _this_part),
    Shape("weekday morning", "(?P<wd>WD) (?P<part>PART)", _day_part_after),
    Shape("tonight", "TONIGHT|OVERNIGHT", _tonight),
    Shape("premarket", "PREMARKET", lambda found: m.DayPart("MO", m.Shifted("day", 0))),
    Shape("at night", "(?<=AT) (?P<part>PART)", lambda found: m.DayPart(found.word("part"), None)),
)
