"""What an hour's articles cost on top of many stored ones, against the same articles alone; ratios of one run.

    PYTHONPATH=pipeline:tests python tests/benchmarks/bench_growth.py [STORED] [NEW]

The stored articles are NEW generated ones, read once and told again under other ids and dates until there are STORED of
them: every firm of the new articles has thousands of stored claims, which is the worst case. One process, one core.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import generated
from crossfoot import ingest, stages, store
from crossfoot.growth import grow
from crossfoot.records import Article, Claim
from crossfoot.rules_version import rules_version
from crossfoot.steps import content
from crossfoot.store import Batch, Dataset, Manifest
from crossfoot.values.word_runs import Runs


def stored(folder: Path, base: Sequence[Article], claims: Sequence[Claim], count: int) -> Dataset:
    """A store of `count` articles, in batches of as many as `base` has."""
    runs = ingest.runs_of(base)
    dataset = Dataset(folder, Manifest(rules=rules_version()))
    for number in range(max(1, count // len(base))):
        again = {article.id: f"told_{number:04d}_{article.id}" for article in base}
        published = f"2026-{1 + number % 12:02d}-{1 + number % 28:02d}"
        articles = [article.model_copy(update={"id": again[article.id]}) for article in base]
        batch = Batch(
            key=hashlib.sha256(str(number).encode()).hexdigest()[:32],
            files={},
            articles=tuple(articles),
            digests={article.id: content(article) + str(number) for article in articles},
            claims=tuple(_told(claim, number, again[claim.doc_id], published) for claim in claims),
            rejections=(),
            findings=(),
            whole=False,
            copies={},
            passed={},
            runs=Runs([article.id for article in articles], runs.run, runs.article),
        )
        dataset = store.added(dataset, batch)
    store.committed(dataset)
    return dataset


def _told(claim: Claim, number: int, doc_id: str, published: str) -> Claim:
    return claim.model_copy(update={"claim_id": f"{number} {claim.claim_id}", "doc_id": doc_id, "published": published})


def _cost(paths: Path, out: Path) -> tuple[float, int]:
    started = time.process_time()
    grown = grow([paths], out)
    return time.process_time() - started, grown.added


def main(arguments: Sequence[str]) -> None:
    """Prints what the new articles cost alone and on top, and the ratio."""
    count, new = (int(argument) for argument in (*arguments, "100000", "500")[:2]) if arguments else (100_000, 500)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = ingest.in_batch(
            ingest.article(text, id=id) for id, text in generated.articles(new, seed=1, dev=generated.DEV.is_dir())
        )
        started = time.process_time()
        dataset = stored(folder / "many", base, stages.claims(base).claims, count)
        print(f"made a store of {dataset.manifest.articles:,} articles, {dataset.manifest.claims:,} claims", flush=True)
        print(f"  ({time.process_time() - started:.0f} CPU seconds)", flush=True)
        paths = generated.write(folder / "new", new, seed=2)
        alone, added = _cost(paths, folder / "alone")
        on_top, _ = _cost(paths, folder / "many")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{added} new articles alone: {alone:.1f} CPU seconds; on top of {count:,}: {on_top:.1f}")
        print(f"ratio {on_top / alone:.2f}; at most {peak:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
