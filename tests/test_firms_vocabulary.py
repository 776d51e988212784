"""Every list of names is sound, and its entries' examples find them and their counter-examples do not."""

from __future__ import annotations

from collections import Counter

import pytest

from crossfoot.extract.firms import find_firms
from crossfoot.extract.firms.gazetteer import find_names, pieces_of
from crossfoot.extract.firms.mentions import words_of
from crossfoot.extract.pipeline import english
from crossfoot.vocabulary.firm_lists import (
    FIRM_FILES,
    NAME_FILES,
    Name,
    Names,
    Sectors,
    firm_lists,
    firm_words,
)
from crossfoot.vocabulary.loader import load, read_text

EVERY: list[Name] = [
    *(name for file in FIRM_FILES for names in load(file, Sectors).sectors.values() for name in names),
    *(name for file, _ in NAME_FILES for name in load(file, Names).entries),
]


def found(sentence: str) -> set[str]:
    doc = english()(sentence)
    return {place.mention.canonical for place in find_firms(words_of(doc))}


@pytest.mark.parametrize(("name", "sentence"), [(n.name, e) for n in EVERY for e in n.examples])
def test_example(name: str, sentence: str) -> None:
    assert name in found(sentence)


@pytest.mark.parametrize(("name", "sentence"), [(n.name, e) for n in EVERY for e in n.counter_examples])
def test_counter_example(name: str, sentence: str) -> None:
    assert name not in found(sentence)


def test_every_spelling_is_found_as_printed() -> None:
    missed = []
    for name in EVERY:
        for text in (name.name, *name.also, *name.adjectives):
            hits = list(find_names(f"about {text} it is"))
            if not hits or max(hit.end - hit.start for hit in hits) < len(text):
                missed.append(text)
    assert missed == []


def test_a_products_owner_is_a_listed_firm() -> None:
    names = firm_lists().names
    assert [n.name for n in EVERY if n.product and n.owner not in names] == []


def test_sectors_named_for_nouns_are_sectors_of_firms() -> None:
    sectors = {sector for file in FIRM_FILES for sector in load(file, Sectors).sectors}
    words = firm_words()
    told = {s for noun in words.nouns for s in noun.sectors}
    told |= {s for few in words.modifiers.values() for s in few} | set(words.name_sectors.values())
    assert told - sectors == {"central_bank"}  # agencies bear it, no firm


def test_no_spelling_is_listed_twice_for_two_firms() -> None:
    texts = [
        (text, name.name)
        for file in FIRM_FILES
        for names in load(file, Sectors).sectors.values()
        for name in names
        for text in {name.name, *name.also}
    ]
    several = {text for text, count in Counter(text for text, _ in texts).items() if count > 1}
    assert several == set()


def test_the_table_of_listed_companies_is_whole() -> None:
    rows = [line.split("\t") for line in read_text("data/companies.tsv").splitlines()]
    assert {len(row) for row in rows} == {6}
    assert len(rows) > 7000
    assert all(pieces_of(row[0]) for row in rows)
    assert {row[5] for row in rows[1:]} == {"", "context", "suffix"}
