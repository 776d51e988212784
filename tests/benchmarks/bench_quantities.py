"""Speed of the quantity stage, beside CQE in the same run, and its growth on texts of one shape.

    python tests/benchmarks/bench_quantities.py [--speed | --growth] [FILE ...]

Reads the files' text (the five articles by default), one process, CPU seconds; what starts a reader is not counted.
CQE is measured where the environment variable CQE_PYTHON names a Python that has it: it needs packages older than
crossfoot's, and so an environment of its own (`pip install --no-deps CQE==2.0.3` beside spacy, en-core-web-sm,
fuzzywuzzy, more-itertools, ordered-set, python-Levenshtein, regex, emoji==1.7, inflect==5.4.0, requests and
spacy-download; the locale en_US.UTF-8). The two take turns over the same text.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from growth import report
from spacy.language import Language

from crossfoot.extract.pipeline import english
from crossfoot.extract.sentences import sentences
from crossfoot.extract.syntax import Syntax
from crossfoot.values.quantities import quantities

ARTICLES = Path(__file__).resolve().parents[2] / "corpus" / "articles"
SHAPES = [
    "$", "%", "1", ",", "[{(<", "1,", "1-", "1/", "%)", "$1 ", "$1,-/", "½", "\n1\n", "one ", "twenty-", "hundreds of ",
    "1 to ", "$5–10 ", "between 1 and ", "between $1 and $2 to ", "3.5 million ", "5, ", "one in ten ", "US$",
    "word word 5, ", "from $5 to $6 a share, ", "word ", "rose 6.5% to $1.45bn from $1.36bn in a quarter. ",
]  # fmt: skip
_ROUNDS = 5
_AT_LEAST = 1.0  # seconds a round

# What CQE's process does: it reads the text whole, sentence by sentence, and says the characters a CPU-second.
_CQE = """
import logging, sys, time, warnings
warnings.simplefilter("ignore"); logging.disable(logging.CRITICAL)
from CQE import CQE
parser = CQE.CQE()
for line in sys.stdin:
    texts = eval(line)
    start, done = time.process_time(), 0
    for text in texts:
        parser.parse(text)
        done += len(text)
    print("speed", done / (time.process_time() - start), flush=True)
"""


def characters_a_second(read: Callable[[str], object], texts: list[str]) -> float:
    """Characters read a CPU-second, over as many rounds as take a second."""
    start, done = time.process_time(), 0
    while time.process_time() - start < _AT_LEAST:
        for text in texts:
            read(text)
            done += len(text)
    return done / (time.process_time() - start)


def tokenised() -> Language:
    """The spaCy tokenizer and our patterns."""
    nlp = spacy.blank("en", vocab=english().vocab)
    nlp.add_pipe("crossfoot_quantities")
    return nlp


def parsed() -> Callable[[str], object]:
    """The same, and the parse of the sentences that hold a figure."""
    nlp = tokenised()
    syntax = Syntax(english())

    def read(text: str) -> object:
        doc = sentences(nlp(text))
        starts = {span.start for span in doc.spans["crossfoot_quantities"]}
        return syntax.parse(doc, [sent for sent in doc.sents if starts.intersection(range(sent.start, sent.end))])

    return read


class Peer:
    """CQE, or another reader whose script answers alike, in a process of its own."""

    def __init__(self, python: str, script: str = _CQE) -> None:
        line = [python, "-W", "ignore", "-c", script]
        self.process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def speed(self, texts: list[str]) -> float:
        """Characters a CPU-second over the texts."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(repr(texts) + "\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("speed "):
                return float(line.split()[1])
        raise RuntimeError("CQE's process ended; what it said stands above")

    def close(self) -> None:
        """Ends the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def speed(texts: list[str]) -> None:
    """Prints the medians of a few rounds in which all readers take turns over the same text."""
    python = os.environ.get("CQE_PYTHON")
    peer = Peer(python) if python else None
    cut = [sentence for text in texts for sentence in _sentences(text)]
    readers: dict[str, Callable[[], float]] = {}
    for name, read in {
        "quantities(text)": quantities,
        "spaCy tokenizer and quantities": tokenised(),
        "the same, and the parse of sentences with a figure": parsed(),
    }.items():
        read(texts[0])
        readers[name] = lambda read=read: characters_a_second(read, texts)  # type: ignore[misc]
    if peer is not None:
        peer.speed(cut[:3])
        readers["CQE"] = lambda: peer.speed(cut)
    rounds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(_ROUNDS):
        for name, measure in readers.items():
            rounds[name].append(measure())
    medians = {name: statistics.median(row) for name, row in rounds.items()}
    print(
        f"{sum(map(len, texts)):,} characters, one process, characters a CPU-second (median of {_ROUNDS}; lowest, highest)"
    )
    for name, median in medians.items():
        ratio = f"   {median / medians['CQE']:6.1f} times CQE" if "CQE" in medians and name != "CQE" else ""
        print(
            f"  {name:52s} {median:12,.0f}  ({min(rounds[name]):,.0f} to {max(rounds[name]):,.0f}){ratio}", flush=True
        )
    if peer is None:
        print("  CQE: not measured, CQE_PYTHON names no Python that has it")
    else:
        peer.close()


def _sentences(text: str) -> list[str]:
    """CQE is made for single sentences."""
    doc = sentences(spacy.blank("en").make_doc(text))
    return [sent.text.strip() for sent in doc.sents if sent.text.strip()]


def main(words: list[str]) -> int:
    """Measures; 1 where a shape grows too fast."""
    files = [Path(word) for word in words if not word.startswith("--")] or sorted(ARTICLES.glob("*.txt"))
    if "--growth" not in words:
        speed([file.read_text(encoding="utf-8") for file in files])
    if "--speed" in words:
        return 0
    return 0 if report("quantities(text)", quantities, SHAPES) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
