"""A whole run, from files to tables on disk, beside spaCy's full pipeline, CQE and Recognizers-Text over the same text.

    PYTHONPATH=pipeline:tests python tests/benchmarks/bench_run.py [ARTICLES] [--scaling ARTICLES]

All take turns, in one process each on one core; what is printed are CPU seconds' ratios, medians of some rounds. CQE and
Recognizers-Text are measured where CQE_PYTHON (see bench_quantities.py) and RECOGNIZERS_PYTHON name a Python that has them;
the latter with `pip install recognizers-text-suite "emoji<2"` in an environment of its own.
`--scaling` runs that many articles on one worker process and on two, by the clock, and says what memory they had.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: one core for everybody

import platform
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
from bench_quantities import Peer

import generated
from crossfoot import ingest, store
from crossfoot.engines.processes import Processes
from crossfoot.extract.pipeline import english
from crossfoot.growth import grow
from crossfoot.records import Article
from crossfoot.stages import claims_of

_ROUNDS = 3
_MONTHS = (1_000_000, 30_000_000)
_HOURS = 730  # of a month
_RECOGNIZERS = """
import sys, time
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture
recognizer = NumberWithUnitRecognizer(Culture.English)
models = [recognizer.get_currency_model(), recognizer.get_dimension_model()]
for model in models:
    model.parse("5 dollars")  # makes its patterns
for line in sys.stdin:
    texts = eval(line)
    start, done = time.process_time(), 0
    for text in texts:
        for model in models:
            model.parse(text)
        done += len(text)
    print("speed", done / (time.process_time() - start), flush=True)
"""


def main(words: Sequence[str]) -> None:
    """Prints ratios, then scaling where it is asked for, then what a month costs."""
    counts = [int(word) for word in words if word.isdigit()]
    scaling = counts.pop() if "--scaling" in words else 0
    count = counts[0] if counts else 60
    print(f"{_processor()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        rate = beside(Path(name), count)
        if scaling:
            scaled(Path(name), scaling)
    months(rate)


def beside(folder: Path, count: int) -> float:
    """Prints how many times as fast a run is as its peers; our articles a CPU-second."""
    made = generated.write(folder / "in", count)
    texts = [path.read_text(encoding="utf-8") for path in sorted(made.iterdir())]
    length = sum(map(len, texts))
    full = _spacy()
    readers: dict[str, Callable[[], float]] = {
        "crossfoot, files to claims on disk": lambda: length / _seconds(lambda: _claims(made, _fresh(folder))),
        "crossfoot, findings and page too": lambda: length / _seconds(lambda: grow([made], _fresh(folder))),
        "spaCy's full pipeline": lambda: length / _seconds(lambda: list(full.pipe(texts, batch_size=64))),
    }
    for peer, variable, script in (
        ("CQE", "CQE_PYTHON", None),
        ("Recognizers-Text", "RECOGNIZERS_PYTHON", _RECOGNIZERS),
    ):
        if python := os.environ.get(variable):
            process = Peer(python, script) if script else Peer(python)
            readers[peer] = lambda process=process: process.speed(texts[: max(1, count // 10)])  # type: ignore[misc]
        else:
            print(f"{peer}: not measured, {variable} names no Python that has it")
    grow([made / "made_000000.txt"], _fresh(folder))  # loads the model
    rounds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(_ROUNDS):
        for name, read in readers.items():
            rounds[name].append(read())
    _, ours, *_ = medians = [statistics.median(row) for row in rounds.values()]
    print(f"{count} articles of {length // count:,} characters; characters a CPU-second (median of {_ROUNDS}):")
    for name, median in zip(rounds, medians, strict=True):
        times = f"{medians[0] / median:5.1f} times as fast to claims, {ours / median:5.1f} with findings and page"
        print(f"  {name:36s} {median:10,.0f}   crossfoot is {times}", flush=True)
    return ours * count / length


def scaled(folder: Path, count: int) -> None:
    """Prints how much faster two workers are than one, and what memory a worker had at the start and at the end."""
    made = generated.write(folder / "many", count, seed=3)
    clock = {}
    for workers in (1, 2):
        watch = _Memory()
        watch.start()
        started = time.perf_counter()
        grow([made], _fresh(folder), engine=Processes(workers, most_megabytes=float("inf")))
        clock[workers] = time.perf_counter() - started
        watch.over.set()
        watch.join()
        third = max(1, len(watch.seen) // 3)
        early, late = (
            statistics.median(part or [0]) for part in (watch.seen[third : 2 * third], watch.seen[2 * third :])
        )
        print(
            f"{count:,} articles on {workers} worker{'s' * (workers > 1)}: {clock[workers]:.0f} s; a worker had"
            f" {max(watch.seen, default=0):.0f} MB at most, {early:.0f} in the middle third, {late:.0f} in the last",
            flush=True,
        )
    print(f"two workers are {clock[1] / clock[2]:.2f} times as fast as one")


def months(rate: float) -> None:
    """Prints the processors that a month's articles keep busy, at so many articles a CPU-second."""
    print(f"at {rate:.1f} articles a CPU-second (of the length above):")
    for articles in _MONTHS:
        hours = articles / rate / 3600
        print(f"  {articles:12,} articles a month: {hours:8,.0f} CPU-hours, {hours / _HOURS:6.2f} processors all month")


class _Memory(threading.Thread):
    """Looks every second at the largest worker process."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[float] = []
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(1.0):
            sizes = [_size(child) for child in psutil.Process().children()]
            if sizes and max(sizes) > 0:
                self.seen.append(max(sizes))


def _size(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss) / 2**20
    except psutil.NoSuchProcess:
        return 0.0


def _claims(files: Path, out: Path) -> None:
    """Articles, their claims and their tables: all of a run but what compares claims, and shows them."""
    articles = [found for found in ingest.read([files]) if isinstance(found, Article)]
    store.write_tables(out, claims=list(claims_of(articles)), findings=(), articles=articles, rejections=())


def _spacy():
    """The English model with all that it has, its entity recogniser too."""
    import importlib

    return importlib.import_module(english().meta["lang"] + "_" + english().meta["name"]).load()


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _fresh(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder)) / "out"


def _processor() -> str:
    """Its name as the system gives it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


if __name__ == "__main__":
    main(sys.argv[1:])
