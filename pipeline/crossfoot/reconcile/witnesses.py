"""How many independent witnesses stand behind a set of claims."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.reconcile.reading import Reading, name_key


def count(readings: Sequence[Reading]) -> int:
    """Articles that draw on different sources. One article is one witness however often it repeats itself; so are
    copies of one agency story (`group`), and articles that cite the same source."""
    names: dict[str, str] = {}

    def root(name: str) -> str:
        while names.setdefault(name, name) != name:
            name = names[name]
        return name

    for reading in readings:
        article = root(f"article {reading.group}")
        source = name_key(reading.claim.source)
        if source:
            names[root(f"source {source}")] = article
    return len({root(f"article {reading.group}") for reading in readings})


def in_words(readings: Sequence[Reading]) -> str:
    """The count, and why it is no greater."""
    number = count(readings)
    if number > 1:
        return f"{_NUMBERS.get(number, str(number))} independent witnesses"
    if len({reading.claim.doc_id for reading in readings}) == 1:
        return "one witness: the same article says it again"
    if len({reading.group for reading in readings}) == 1:
        return "one witness: the articles are copies of one story"
    return "one witness: the articles cite the same source"


_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
