"""Speed and growth of the quantity stage, beside CQE where it is installed.

    python tests/benchmarks/bench_quantities.py [FILE ...]

Reads the files' text (the seed articles by default), one process, CPU seconds.
"""

from __future__ import annotations

import importlib.util
import itertools
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy

from crossfoot.extract.quantities import GROUP
from crossfoot.values.quantities import quantities

SEEDS = Path(__file__).resolve().parents[2] / "corpus"
SHAPES = [
    "$", "%", "1", "(", ",", "1,", "1-", "$1 ", "one ", "1 to ", "$5–10 ", "twenty-", "hundreds of ", "\n1\n", "½", "$1,-/",
    "3.5 million ", "from 1 to ", "between 1 and ", "word ",
]  # fmt: skip
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def characters_a_second(read: Callable[[str], object], texts: list[str], *, at_least: float = 2.0) -> float:
    """Characters read a CPU-second, over as many rounds as take `at_least` seconds."""
    read(texts[0])
    start, done = time.process_time(), 0
    while time.process_time() - start < at_least:
        for text in texts:
            read(text)
            done += len(text)
    return done / (time.process_time() - start)


def growth(shape: str) -> tuple[float, float]:
    """The worst time ratio of a doubling (times below 50 ms are noise), and the seconds that a megabyte takes."""
    times = []
    for size in SIZES:
        text = (shape * (size // len(shape) + 1))[:size]
        best = min(_timed(text) for _ in range(3))
        times.append(best)
    ratios = [late / early for early, late in itertools.pairwise(times) if early > 0.05]
    return max(ratios, default=0.0), times[-1]


def _timed(text: str) -> float:
    start = time.process_time()
    quantities(text)
    return time.process_time() - start


def cqe() -> Callable[[str], object] | None:
    """CQE's parser, where it is installed."""
    if importlib.util.find_spec("CQE") is None:
        return None
    from CQE import CQE  # type: ignore[import-not-found]

    parser = CQE.CQE()
    return lambda text: parser.parse(text)


def main(paths: Iterable[str]) -> None:
    """Prints characters a CPU-second, then each shape's growth."""
    files = [Path(path) for path in paths] or sorted(SEEDS.rglob("*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities")
    ours = characters_a_second(quantities, texts)
    print(f"quantities(text)                      {ours:12,.0f} characters a CPU-second")
    print(f"spaCy tokenizer + {GROUP} {characters_a_second(nlp, texts):12,.0f}")
    peer = cqe()
    if peer is not None:
        theirs = characters_a_second(peer, texts)
        print(f"CQE                                   {theirs:12,.0f}  ({ours / theirs:.0f} times slower)")
    for shape in SHAPES:
        ratio, seconds = growth(shape)
        print(f"{shape!r:18s} worst doubling {ratio:4.2f}   1 MB in {seconds:5.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
