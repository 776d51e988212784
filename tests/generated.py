"""Articles made of the corpus's: paragraphs recombined, figures changed; the same seed gives the same articles.

    python tests/generated.py FOLDER COUNT [SEED]

../shared/gold/dev_articles are used too where they are there.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEV = ROOT.parent / "shared" / "gold" / "dev_articles"
PARAGRAPHS = 8  # of one article
_CHANGED = 0.3  # of the figures
_FIGURE = re.compile(r"(?<![\d.,:/-])\d{1,3}(?:\.\d+)?(?![\d.,:/-]*\d)")


def articles(
    count: int, *, seed: int = 0, start: int = 0, dev: bool = True, most: int = PARAGRAPHS
) -> Iterator[tuple[str, str]]:
    """Names and texts, of at most so many paragraphs; article number n is the same however many articles are asked for."""
    sources = [*_texts(ROOT / "corpus" / "articles"), *(_texts(DEV) if dev and DEV.is_dir() else [])]
    paragraphs = [[part for part in re.split(r"\n\s*\n|\n", text) if part.strip()] for text in sources]
    for number in range(start, start + count):
        yield f"made_{number:06d}", _made(random.Random(f"{seed} {number}"), paragraphs, most)


def write(folder: Path, count: int, *, seed: int = 0, start: int = 0, dev: bool = True, most: int = PARAGRAPHS) -> Path:
    """The articles as text files in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(count, seed=seed, start=start, dev=dev, most=most):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def _made(chance: random.Random, paragraphs: list[list[str]], most: int) -> str:
    """A head of one article, and paragraphs of it and of one other in their order."""
    one, other = chance.sample(range(len(paragraphs)), 2)
    body = [(one, at) for at in range(1, len(paragraphs[one]))] + [
        (other, at) for at in range(1, len(paragraphs[other]))
    ]
    chosen = sorted(chance.sample(body, min(most, len(body))))
    text = "\n\n".join([paragraphs[one][0], *(paragraphs[source][at] for source, at in chosen)])
    return _FIGURE.sub(lambda figure: _changed(chance, figure[0]), text) + "\n"


def _changed(chance: random.Random, figure: str) -> str:
    if chance.random() > _CHANGED:
        return figure
    head, point, tail = figure.partition(".")
    return f"{max(1, int(head) + chance.randint(-3, 3))}{point}{tail}"


def _texts(folder: Path) -> list[str]:
    """The texts of text files, and of JSON records."""
    return [_text(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".json")]


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    return str(json.loads(text)["text"]) if path.suffix == ".json" else text


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), seed=int(sys.argv[3]) if len(sys.argv) > 3 else 0)
