"""The checked summary as one HTML page: no script, nothing loaded, every text escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from crossfoot.check.checking import Checked
from crossfoot.check.formats.prose import HEADS, SIGNS, places
from crossfoot.records import Verdict


def as_html(checked: Checked, name: str) -> str:
    """The page as text; the same verdicts give the same bytes."""
    groups = [
        (label, head, [(one, list(places(one))) for one in checked.verdict_records if one.label == label])
        for label, head in HEADS.items()
    ]
    return _template().render(
        name=name,
        coverage=checked.coverage,
        pieces=_pieces(checked),
        groups=[group for group in groups if group[2]],
        signs=SIGNS,
    )


def _pieces(checked: Checked) -> list[tuple[str, Verdict | None]]:
    """The summary's text in pieces, those of a statement with its verdict."""
    pieces: list[tuple[str, Verdict | None]] = []
    end = 0
    for one in sorted(checked.verdict_records, key=lambda one: (one.start, one.end)):
        if one.start >= end:
            pieces += [(checked.text[end : one.start], None), (checked.text[one.start : one.end], one)]
            end = one.end
    return [*pieces, (checked.text[end:], None)]


@cache
def _template() -> Template:
    loader = PackageLoader("crossfoot.check.formats", "template")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("check.html")
