"""How long checking a note of three pages takes against a run of many articles, step by step.

    PYTHONPATH=pipeline python tests/benchmarks/bench_check.py [ARTICLES] [--keep FOLDER]

The run is made of the corpus: its sentences, with their claims, are put together anew under other firms' names until there
are as many articles as wanted (1,000 where nothing is said). FOLDER keeps the run for the next time. What is printed
are seconds of the processor: of the command as a whole, and of its steps in a process that has imported everything.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from crossfoot import flow, ingest, store
from crossfoot.check.passages import sentences
from crossfoot.reconcile import reconcile
from crossfoot.records import Article, Claim

_CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
_ARTICLES = 1000
_SENTENCES = 30  # of an article
_NOTE = 9000  # characters: three pages
_ONE_STORY = 4  # articles that share their firms
_SEED = 7

Result = TypeVar("Result")
Piece = tuple[str, list[tuple[int, Claim]]]  # a sentence, and its claims by their place in it


def pieces(done: flow.Run) -> list[Piece]:
    """Every sentence of the corpus, with the claims that it holds."""
    return [
        (
            article.text[start:end],
            [
                (claim.start - start, claim)
                for claim in done.claim_records
                if claim.doc_id == article.id and start <= claim.start and claim.end <= end
            ],
        )
        for article in done.article_records
        for start, end in sentences(article.text)
    ]


def recombined(base: Sequence[Piece], number: int) -> tuple[str, list[Claim]]:
    """Article `number`: a choice of sentences about firms of its own story, and their claims."""
    chosen = random.Random(_SEED * number).sample(base, min(_SENTENCES, len(base)))
    text, claims = "", []
    for sentence, held in chosen:
        names = {
            name: f"{name} {_numeral(number // _ONE_STORY)}" for _, claim in held for name in (claim.firm,) if name
        }
        claims += list(_moved(sentence, held, names, len(text), number))
        text += _renamed(sentence, names) + "\n\n"
    return text, claims


def _numeral(story: int) -> str:
    """A name's second word without digits, so that it is no figure."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(story)).title()


def _renamed(sentence: str, names: dict[str, str]) -> str:
    for name, other in names.items():
        sentence = sentence.replace(name, other)
    return sentence


def _moved(
    sentence: str, held: list[tuple[int, Claim]], names: dict[str, str], start: int, number: int
) -> Iterator[Claim]:
    renamed = _renamed(sentence, names)
    for place, claim in held:
        before = _renamed(sentence[:place], names)
        first = start + len(before)
        if renamed[len(before) : len(before) + len(claim.quote)] != claim.quote:
            continue
        yield claim.model_copy(
            update={
                "claim_id": f"{number:x}-{claim.claim_id}-{first:x}",
                "doc_id": f"story-{number:05d}",
                "start": first,
                "end": first + len(claim.quote),
                "sentence": renamed,
                "sentence_start": start,
                "firm": names.get(claim.firm or ""),
            }
        )


def write_run(folder: Path, articles: int) -> None:
    """A run of so many articles."""
    base = pieces(flow.run(_CORPUS))
    made: list[Article] = []
    claims: list[Claim] = []
    for number in range(articles):
        text, found = recombined(base, number)
        made.append(ingest.article(text, id=f"story-{number:05d}", published="2026-07-10"))
        claims += found
    findings = reconcile(claims)
    store.write_tables(folder, claims=claims, findings=findings, articles=made, rejections=())
    print(f"{articles:,} articles, {len(claims):,} claims, {len(findings):,} findings")


def note(stored: store.StoredRun) -> str:
    """Three pages out of the middle of the run."""
    texts = iter(article.text for article in stored.articles[len(stored.articles) // 2 :])
    text = ""
    while len(text) < _NOTE:
        text += next(texts)
    return text[:_NOTE].rsplit("\n", 1)[0] + "\n"


def timed(name: str, step: Callable[[], Result]) -> Result:
    """What a step returns; its seconds are printed."""
    started = time.process_time()
    result = step()
    print(f"  {name:28s} {time.process_time() - started:6.2f} s")
    return result


def measure(folder: Path) -> None:
    """The command as a whole, then its steps."""
    stored = timed("(reading the run)", lambda: store.read_run(folder))
    summary = folder / "note.txt"
    summary.write_text(note(stored), encoding="utf-8")
    command = [sys.executable, "-m", "crossfoot", "check", str(summary), "--against", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"the command: {processor:.2f} s of the processor, {time.perf_counter() - started:.2f} s, {after.ru_maxrss >> 10} MB"
    )
    print("in one process:")
    flow.extract("Sales rose 9%.")  # the model and the vocabularies
    evidence = timed("the evidence", lambda: flow.evidence(folder))
    for round_ in ("first", "again"):
        timed(f"the note, {round_}", lambda: flow.checks([summary.read_text(encoding="utf-8")], evidence))


def main(arguments: Sequence[str]) -> None:
    """Makes the run where it is not there yet, and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=_ARTICLES)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        kept = given.keep or Path(folder)
        if not store.is_run(kept):
            write_run(kept, given.articles)
        measure(kept)


if __name__ == "__main__":
    main(sys.argv[1:])
