"""What a person sees of a result: the first findings, in words. Every text is escaped before it meets rich's markup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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


def findings(screen: Console, shown: list[Shown]) -> None:
    """The first findings with their explanations, and how many there are beside."""
    for number, each in enumerate(shown[:_SHOWN], 1):
        head = f"{number}. {_SIGNS[each.finding.status]} {_about(each)}"
        said = each.explanation if each.folded else each.finding.explanation
        screen.print()
        screen.print(f"[bold]{escape(head)}[/bold]", highlight=False)
        screen.print(Padding(escape(said), (0, 0, 0, 3)), highlight=False)
    if len(shown) > _SHOWN:
        screen.print(f"\n   and {len(shown) - _SHOWN} more", highlight=False)


def where(screen: Console, out: Path) -> None:
    """Where the page lies."""
    page = escape(str(out / "report.html"))
    screen.print(f"\nEverything, with the sentences side by side: {page}", highlight=False, soft_wrap=True)


def _about(shown: Shown) -> str:
    from crossfoot.values.wording import metric

    if shown.folded:
        return shown.heading
    finding = shown.finding
    about = ", ".join(part for part in (finding.firm, metric(finding.metric)) if part)
    return f"{_KINDS[finding.kind]} ({finding.severity}): {about}"
