"""Speed from article text to claims, beside spaCy's own full pipeline in the same run, and memory over a long stream.

    python tests/benchmarks/bench_extract.py [--stages] [--rounds N] [--memory COUNT] [FILE or FOLDER ...]

Reads the files' articles (the five of the corpus by default), and in a second row plain news text: the same articles
without their furniture, lists and headings. One process, one thread, CPU seconds. spaCy's pipeline is the model as its
makers ship it, `nlp.pipe` with all components, entities included, over every sentence; ours makes claims, which it does
not. The two take turns; every round has other figures in the same words, so that neither profits from having read the
very numbers before. What loads is not counted. `--stages` says where our time goes.
"""

from __future__ import annotations

import argparse
import importlib
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from threadpoolctl import threadpool_limits

from crossfoot import ingest
from crossfoot.extract import claims, pipeline
from crossfoot.records import Article

ARTICLES = Path(__file__).resolve().parents[2] / "corpus" / "articles"
_BATCH = 64  # where spaCy is fastest
_PROSE = re.compile(r"[^\n]{200,}")  # a paragraph of news


def main(words: list[str]) -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, default=[ARTICLES])
    options.add_argument("--stages", action="store_true", help="say where our time goes")
    options.add_argument("--memory", type=int, metavar="COUNT", help="memory over so many short articles, and no speed")
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args(words)
    articles = [found for found in ingest.read(chosen.paths) if isinstance(found, Article)]
    if chosen.memory:
        memory(articles, chosen.memory)
        return 0
    for kind, read in {"articles": articles, "plain news text": [_plain(article) for article in articles]}.items():
        beside(kind, read, chosen.rounds)
        if chosen.stages:
            stages(read, chosen.rounds)
    return 0


def beside(kind: str, articles: list[Article], rounds: int) -> None:
    """Our time and spaCy's for the same articles, as a ratio."""
    full = _full()
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds + 1):
        some = [_perturbed(article, turn) for article in articles]
        ours.append(_seconds(lambda some=some: _claims(some)))
        theirs.append(_seconds(lambda some=some: list(full.pipe([a.text for a in some], batch_size=_BATCH))))
    mine, other = statistics.median(ours[1:]), statistics.median(theirs[1:])  # the first round fills both sides' caches
    characters = sum(len(article.text) for article in articles)
    print(
        f"{kind}: {len(articles)} articles, {characters} characters; text to claims {mine:.2f} s, "
        f"spaCy's full pipeline {other:.2f} s: {other / mine:.1f} times as fast (median of {rounds} rounds)"
    )


def stages(articles: list[Article], rounds: int) -> None:
    """The share of every stage in our time."""
    nlp = pipeline.load()
    times: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        times.setdefault(name, []).append(_seconds(work))

    for turn in range(rounds):
        some = [_perturbed(article, turn) for article in articles]
        held: list[list[object]] = [[]]
        timed("tokens", lambda some=some, held=held: held.__setitem__(0, [pipeline.prepare(nlp, a) for a in some]))
        for name, component in nlp.pipeline:
            pipe = getattr(component, "pipe", None)
            each = (
                (lambda docs, pipe=pipe: list(pipe(docs))) if pipe else (lambda docs, c=component: [c(d) for d in docs])
            )
            timed(name, lambda each=each, held=held: held.__setitem__(0, each(held[0])))
        timed(
            "claims", lambda some=some, held=held: [claims.claims_of(a, d) for a, d in zip(some, held[0], strict=True)]
        )
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name, seconds in medians.items():
        print(f"    {name:22} {100 * seconds / sum(medians.values()):5.1f}%")


def memory(articles: list[Article], count: int) -> None:
    """Resident memory over a stream of short articles made of the paragraphs of these, with other figures and a new name."""
    for number, _ in enumerate(_claimed(_stream(articles, count)), 1):
        if number % max(count // 20, 1) == 0:
            print(f"    after {number:6} articles {_resident():6.0f} MB, {len(pipeline.load().vocab):6} words")


def _stream(articles: list[Article], count: int) -> Iterator[Article]:
    chance = random.Random(7)
    paragraphs = [found[0] for article in articles for found in _PROSE.finditer(article.text)]
    for number in range(count):
        name = "".join(chance.choices("abcdefghijklmnoprstuvz", k=9)).capitalize()
        text = _other_figures("\n\n".join(chance.choices(paragraphs, k=2)), chance)
        text = f"{name} Corp. said profit rose {chance.randint(2, 99)}%.\n\n{text}"
        yield ingest.article(text, id=str(number), published="2026-03-02")


def _claimed(articles: Iterable[Article]) -> Iterator[int]:
    for article, doc in pipeline.docs(articles):
        yield len(claims.claims_of(article, doc))


def _claims(articles: list[Article]) -> int:
    return sum(_claimed(articles))


def _plain(article: Article) -> Article:
    return ingest.article("\n\n".join(_PROSE.findall(article.text)), id=article.id, published=article.published)


def _perturbed(article: Article, turn: int) -> Article:
    """The same article with other figures, nowhere longer or shorter."""
    return article.model_copy(update={"text": _other_figures(article.text, random.Random(f"{article.id} {turn}"))})


def _other_figures(text: str, chance: random.Random) -> str:
    """Every number of two digits or more with another last digit; years stay."""
    return re.sub(
        r"(?<!\d)(?!(?:19|20)\d\d(?!\d))(\d+[.,]?\d*)\d", lambda found: f"{found[1]}{chance.randint(1, 9)}", text
    )


def _full() -> Language:
    """The English model as its makers ship it."""
    for package in pipeline.MODELS:
        try:
            loaded: Language = importlib.import_module(package).load()
        except ImportError:
            continue
        return loaded
    raise SystemExit("no English model is installed")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _resident() -> float:
    """Megabytes in memory."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    with threadpool_limits(1):
        sys.exit(main(sys.argv[1:]))
