"""How large a page of many findings is, how soon it is ready, and how long a letter in a filter takes.

    PYTHONPATH=pipeline python tests/benchmarks/bench_page.py [FINDINGS ...]

The findings are those of the five articles, told again under other names and with other digits. Opening and typing are
timed in the browser: from the start of the navigation to the page's own word that it is drawn, and from a key to the next
frame that is drawn; medians of three tries, by the clock and of the
processor in the page's own thread. The bars: 20,000 findings ready in 1 s, 150 ms a letter, 15 MB.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.flow import run

_TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(_TESTS))

from browser import chromium  # noqa: E402
from page_runs import told_again  # noqa: E402

_TRIES = 3
_READY = """() => new Promise((done) => {
  const look = () => document.documentElement.dataset.ready
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : setTimeout(look, 5);
  look();
})"""
_LETTER = """([selector, letter]) => new Promise((done) => {
  const field = document.querySelector(selector), begun = performance.now();
  field.value += letter;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
})"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds by the clock, and of the processor in the page's own thread."""

    clock: float
    processor: float


class Window:
    """A new window on a view of the page, drawn."""

    def __init__(self, browser: Any, path: Path, view: str) -> None:
        self.page = browser.new_page()
        self._session = self.page.context.new_cdp_session(self.page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.page.goto(f"file://{path}{view}")
        self.opened = Taken(self.page.evaluate(_READY), self._processor())

    def _processor(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(1000 * one["value"] for one in metrics if one["name"] == "TaskDuration")

    def typed(self, letter: str) -> Taken:
        """One letter more in the filter, until the next frame."""
        before = self._processor()
        clock = self.page.evaluate(_LETTER, ["#filter", letter])
        return Taken(clock, self._processor() - before)


def measured(browser: Any, path: Path, view: str, words: str = "") -> tuple[Taken, list[Taken]]:
    """What opening a view takes, and each letter of a filter there."""
    window = Window(browser, path, view)
    try:
        return window.opened, [window.typed(letter) for letter in words]
    finally:
        window.page.close()


def middle(taken: Sequence[Taken]) -> str:
    """The medians in words."""
    clock, processor = (statistics.median(getattr(one, name) for one in taken) for name in ("clock", "processor"))
    return f"{clock:5.0f} ms ({processor:.0f} of the processor)"


def main(arguments: Sequence[str]) -> None:
    """Prints a few lines a size."""
    base = run([_TESTS.parent / "corpus" / "articles"])
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for size in [int(argument) for argument in arguments] or [20_000]:
            records = told_again(base, size)
            begun = time.process_time()
            text = records.page()
            made = time.process_time() - begun
            path = Path(folder) / f"{size}.html"
            path.write_text(text, encoding="utf-8")
            print(
                f"{size:,} findings, {len(records.claims):,} claims, {len(records.articles):,} articles: "
                f"{path.stat().st_size / 1e6:.1f} MB, made in {made:.1f} s of the processor"
            )
            for view in ("#/", "#/findings", "#/claims"):
                ready = [measured(browser, path, view)[0] for _ in range(_TRIES)]
                print(f"  {view:15} ready after {middle(ready)}", flush=True)
            for view in ("#/findings/all", "#/claims"):
                rounds = [measured(browser, path, view, "platforms 1")[1] for _ in range(_TRIES)]
                first, later = [each[0] for each in rounds], [one for each in rounds for one in each[1:]]
                print(f"  {view:15} first letter {middle(first)}, a later one {middle(later)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
