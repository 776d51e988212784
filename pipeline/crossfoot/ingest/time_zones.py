"""What a time zone's abbreviation adds to a clock time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load

_NUMERIC = re.compile(r"([+-]\d\d):?(\d\d)")


class TimeZones(BaseModel):
    """The shape of `time_zones.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    offsets: dict[str, str]
    regions: dict[str, str]


@cache
def vocabulary() -> TimeZones:
    """The abbreviations."""
    zones: TimeZones = load("time_zones.yaml", TimeZones)
    return zones


def offset(name: str | None, day: str, time: str) -> str:
    """`EDT` as `-04:00`, `ET` by the day; empty where the name is not known or stands for several zones."""
    name = (name or "").upper()
    if match := _NUMERIC.fullmatch(name):
        return f"{match[1]}:{match[2]}"
    if name in vocabulary().offsets:
        return vocabulary().offsets[name]
    if name not in vocabulary().regions:
        return ""
    try:
        shift = ZoneInfo(vocabulary().regions[name]).utcoffset(datetime.fromisoformat(f"{day}T{time}"))
    except ZoneInfoNotFoundError:  # a system without the zones' rules
        return ""
    return _shown(shift) if shift is not None else ""


def _shown(shift: timedelta) -> str:
    minutes = round(shift.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
