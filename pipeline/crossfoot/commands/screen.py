"""What is printed: results on standard output, talk on standard error, and no text of an article that a terminal obeys."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

if TYPE_CHECKING:
    from crossfoot.report import Shown

_SHOWN = 5
_SIGNS = {"flag": "!", "explain": "i", "agree": "="}
_KINDS = {
    "value_conflict": "figures disagree",
    "direction_conflict": "directions disagree",
    "source_divergence": "sources differ",
    "derived_divergence": "arithmetic does not fit",
    "basis_difference": "different basis",
    "scope_difference": "different scope",
    "period_difference": "different period",
    "unit_crosswalk": "different unit",
    "revision": "revised",
    "corroboration": "agrees",
    "derived_agreement": "arithmetic fits",
}


class Screen(Console):
    """Standard output, whose reader may leave early: `crossfoot run ... | head`."""

    def on_broken_pipe(self) -> None:
        """Lets `main` end the command; rich would end it as a failure."""
        raise BrokenPipeError


def visible(text: str) -> str:
    """A text whose control characters are seen and not obeyed: an escape is the four characters `\\x1b`.

    Signs that turn the direction of writing are shown likewise; line breaks and tabs stay.
    """
    return "".join(char if char in "\n\t" or not _steers(char) else repr(char)[1:-1] for char in text)


def _steers(char: str) -> bool:
    """True of control characters, line and direction marks, and half characters."""
    return ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or char in "\u2028\u2029" or _turns(char) or _is_half(char)


def _turns(char: str) -> bool:
    return "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


def _is_half(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


def safe(text: str) -> str:
    """A text of others as rich prints it: no markup, no control character."""
    return escape(visible(text))


def one_line(text: str) -> str:
    """A message on a single line."""
    return visible(" ".join(text.splitlines()))


def talk(line: str, *, quiet: bool = False) -> None:
    """Says something beside the result."""
    if not quiet:
        print(one_line(line), file=sys.stderr)


def as_json(result: Mapping[str, Any]) -> None:
    """Prints a result for a program, on one line."""
    print(json.dumps(result, ensure_ascii=False, default=str))


def findings(screen: Console, shown: list[Shown]) -> None:
    """The first findings with their explanations, and how many there are beside."""
    for number, each in enumerate(shown[:_SHOWN], 1):
        head = f"{number}. {_SIGNS[each.finding.status]} {_about(each)}"
        said = each.explanation if each.folded else each.finding.explanation
        screen.print()
        screen.print(f"[bold]{safe(head)}[/bold]", highlight=False)
        screen.print(Padding(safe(said), (0, 0, 0, 3)), highlight=False)
    if len(shown) > _SHOWN:
        screen.print(f"\n   and {len(shown) - _SHOWN} more", highlight=False)


def where(out: Path) -> None:
    """Where the page lies."""
    talk(f"Everything, with the sentences side by side: {out / 'report.html'}")


def kind(name: str) -> str:
    """A finding's kind in words."""
    return _KINDS[name]


def _about(shown: Shown) -> str:
    from crossfoot.values.wording import metric

    if shown.folded:
        return shown.heading
    finding = shown.finding
    about = ", ".join(part for part in (finding.firm, metric(finding.metric)) if part)
    return f"{kind(finding.kind)} ({finding.severity}): {about}"
