"""How large a page of many findings is, how soon it is ready, and how long a letter in a filter takes.

    PYTHONPATH=pipeline python tests/benchmarks/bench_page.py [FINDINGS ...]

The findings are those of the five articles, told again under other names and with other digits. Opening and typing are
timed in the browser: from the start of the navigation to the page's own word that it is drawn, and from a key to the next
frame that is drawn; medians of five. The bars: 20,000 findings ready in 1 s, 150 ms a letter, 15 MB.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossfoot.flow import run

_TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(_TESTS))

from browser import chromium  # noqa: E402
from page_runs import told_again  # noqa: E402

_TRIES = 5
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


def opened(browser: Any, path: Path, view: str) -> float:
    """Milliseconds until a view is drawn, in a browser window that is new."""
    shown = browser.new_page()
    try:
        shown.goto(f"file://{path}{view}")
        taken: float = shown.evaluate(_READY)
        return taken
    finally:
        shown.close()


def typed(browser: Any, path: Path, view: str, words: str) -> list[float]:
    """Milliseconds for each letter of a filter, the first one with the work that it alone brings."""
    shown = browser.new_page()
    try:
        shown.goto(f"file://{path}{view}")
        shown.evaluate(_READY)
        return [shown.evaluate(_LETTER, ["#filter", letter]) for letter in words]
    finally:
        shown.close()


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
                ready = statistics.median(opened(browser, path, view) for _ in range(_TRIES))
                print(f"  {view:11} ready after {ready:5.0f} ms", flush=True)
            for view in ("#/findings/all", "#/claims"):
                rounds = [typed(browser, path, view, "platforms 1") for _ in range(_TRIES)]
                first = statistics.median(each[0] for each in rounds)
                later = statistics.median(taken for each in rounds for taken in each[1:])
                most = max(taken for each in rounds for taken in each[1:])
                print(
                    f"  {view:15} a letter {later:4.0f} ms (at most {most:.0f}), the first one {first:.0f} ms",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
