"""The day (and time) that an article says it was published, as ISO 8601; never guessed."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from crossfoot.ingest import time_zones

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_CLOCK = (
    r"(?:(?:,|\sat|\s?[|·•—–-])?\s*(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>UTC|GMT|Z|[ECMP][SD]?T|BST|CES?T|IST|SGT|HKT|JST|AE[SD]T|SAST|[+-][01]\d:?[0-5]\d)(?![\w:]))?)?"
)
_ISO = (
    r"(?<![\d-])(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"(?:[T ](?P<isotime>[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)\s?(?P<isozone>Z|UTC|[+-][01]\d:?[0-5]\d)?)?(?!\d)"
)
_NAMED = (
    rf"(?:{_MONTH.format('m1')}\s?(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?,?\s{{0,2}}{_YEAR.format('y1')}"
    rf"|(?<!\d)(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH.format('m2')},?[\s-]{_YEAR.format('y2')}){_CLOCK}"
)
# A byline may stand glued to the date (`DeskJul 2, 2026`), so that no word boundary is asked before the month.
DATE = re.compile(f"{_ISO}|{_NAMED}", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_YEAR_SOMEWHERE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LANGUAGES: Final = ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "pl"]  # all of them take a second to load
_LONGEST_STATED = 60  # characters; a field longer than this is a sentence
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")


def as_iso(stated: str | None) -> str | None:
    """A stated date or date-time as ISO 8601, with its zone where one is given; None where it is not readable.

    `03/04/2026` could be March or April and is None; `13/04/2026` is not in doubt.
    """
    stated = (stated or "").strip()
    if match := _COMPACT.fullmatch(stated):
        return _checked(match[1], match[2], match[3])
    if match := _SLASHED.fullmatch(stated):
        first, second, year = match.groups()
        readings = {_checked(year, first, second), _checked(year, second, first)} - {None}
        return readings.pop() if len(readings) == 1 else None
    match = DATE.search(stated)
    return moment(match) if match else _in_words(stated)


def _in_words(stated: str) -> str | None:
    """A date in other words or another language (`2 juillet 2026`), as dateparser reads it when it must be whole.

    Only absolute dates that name day, month and year: dateparser would make today of a bare `Tuesday`.
    """
    named = any(char.isalpha() for char in stated)  # `12.07.2026` may be July or December
    if not named or not _YEAR_SOMEWHERE.search(stated) or len(stated) > _LONGEST_STATED:
        return None
    import dateparser  # takes a third of a second to import, and few articles need it

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "NORMALIZE": True}
    found: datetime | None = dateparser.parse(stated, languages=_LANGUAGES, settings=settings)
    if found is None:
        return None
    return found.date().isoformat() if (found.hour, found.minute, found.second) == (0, 0, 0) else found.isoformat()


def moment(match: re.Match[str]) -> str | None:
    """The ISO form of a match of DATE; None where there is no such day."""
    if match["iso"]:
        return _iso(match)
    which = "1" if match["m1"] else "2"
    month = _MONTHS.index(match["m" + which][:3].lower()) + 1
    day = _checked(match["y" + which], str(month), match["d" + which])
    time = _clock(match)
    return f"{day}T{time}{time_zones.offset(match['zone'], day, time)}" if day and time else day


def _iso(match: re.Match[str]) -> str | None:
    day = _checked(*match["iso"].split("-"))
    if not day or not match["isotime"]:
        return day
    zone = (match["isozone"] or "").replace("UTC", "Z").replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(f"{day}T{match['isotime']}{zone}").isoformat()
    except ValueError:
        return day


def _clock(match: re.Match[str]) -> str | None:
    """`7:57 AM` as `07:57:00`."""
    if not match["hour"]:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23:
        return None
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}"


def _checked(year: str, month: str, day: str) -> str | None:
    try:
        return datetime(int(year), int(month), int(day)).date().isoformat()
    except ValueError:
        return None
