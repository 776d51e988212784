"""Speed of the period stage, and its growth on texts of one shape.

python tests/benchmarks/bench_periods.py [--speed | --growth] [FILE ...]
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
from functools import partial
from pathlib import Path

from bench_quantities import ARTICLES, characters_a_second
from growth import report

from crossfoot.values.periods import periods

SHAPES = [
    "$", "9", "1,", "1-", "1/", "1:", "'", "(", "\n", "May ", "May 4 ", "on May 4, 2024 ", "2024-", "2024 ", "Q3 ",
    "the end of ", "twenty-", "a year and ", "first and ", "the three and ", "last week ", "from 2019 to ",
    "the third quarter of ", "the three months ended ", "on Tuesday ", "said on Tuesday that ", "than in 2024 ",
    "17.08.2024 ", "Aug-17-2024 ", "a year earlier ", "word ",
]  # fmt: skip
_READ = partial(periods, published=dt.date(2026, 2, 12))


def main(words: list[str]) -> int:
    """Measures; 1 where a shape grows too fast."""
    files = [Path(word) for word in words if not word.startswith("--")] or sorted(ARTICLES.glob("*.txt"))
    if "--growth" not in words:
        texts = [file.read_text(encoding="utf-8") for file in files]
        rounds = [characters_a_second(_READ, texts) for _ in range(5)]
        print(f"periods(text) {statistics.median(rounds):,.0f} characters a CPU-second (median of 5)")
    if "--speed" in words:
        return 0
    return 0 if report("periods(text)", _READ, SHAPES) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
