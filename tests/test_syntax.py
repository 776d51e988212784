"""The parse of candidate sentences: as the model's own, whatever stands beside them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from conftest import ROOT
from crossfoot.extract import network
from crossfoot.extract.attributes import ATTRIBUTES
from crossfoot.extract.network import Network
from crossfoot.extract.pipeline import english, load

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))] + [
    "The firm let's users pay 5% more. They're gonna get 3% of sales, and there's $2 billion at stake.",
    "Nothing's changed: he's got to pay $4 a share, but it'll cost 12% less.",
]


def _alone(words: list[str], spaces: list[bool]) -> Doc:
    return Doc(english().vocab, words=words, spaces=spaces, sent_starts=[index == 0 for index in range(len(words))])


@pytest.mark.parametrize("text", TEXTS, ids=[text[:30] for text in TEXTS])
def test_tags_and_lemmas_are_the_model_s_own(text: str) -> None:
    """What is kept for each combination of word, tag and arc is what ruler and lemmatizer say of the whole sentence."""
    parsed = [sentence for sentence in load()(text).sents if any(token.tag_ for token in sentence)]
    compared = 0
    for sentence in parsed:
        whole = _alone([token.text for token in sentence], [bool(token.whitespace_) for token in sentence])
        for name in ("tok2vec", "tagger", "parser"):
            part = english().get_pipe(name)
            part.set_annotations([whole], part.predict([whole]))  # type: ignore[attr-defined]
        if [token.dep for token in whole] != [token.dep for token in sentence]:
            continue  # alone, the sentence is a batch of another size, and the network rounds otherwise
        for name in ("attribute_ruler", "lemmatizer"):
            whole = english().get_pipe(name)(whole)
        assert whole.to_array(ATTRIBUTES).tolist() == sentence.as_doc().to_array(ATTRIBUTES).tolist()
        compared += 1
    assert parsed
    assert compared >= 0.8 * len(parsed)


def test_arcs_are_the_model_s_own() -> None:
    """The network's shorter ways come out where the model's own components do."""
    sentences = [sentence for text in TEXTS for sentence in load()(text).sents if sentence[0].tag_]
    parts = [[token.text for token in sentence] for sentence in sentences]
    spaces = [[bool(token.whitespace_) for token in sentence] for sentence in sentences]
    ours = [_alone(*both) for both in zip(parts, spaces, strict=True)]
    theirs = [_alone(*both) for both in zip(parts, spaces, strict=True)]
    Network(english()).annotate([ours[:7], [], ours[7:]])
    for name in ("tok2vec", "tagger", "parser"):
        part = english().get_pipe(name)
        part.set_annotations(theirs, part.predict(theirs))  # type: ignore[attr-defined]
    assert len(ours) > 40
    for one, other in zip(ours, theirs, strict=True):
        assert one.to_array(["TAG", "DEP", "HEAD"]).tolist() == other.to_array(["TAG", "DEP", "HEAD"]).tolist()


def test_a_doc_is_parsed_alike_whatever_is_beside_it() -> None:
    docs = [load().make_doc(text) for text in TEXTS]
    for name, part in load().pipeline:
        docs = list(part.pipe(docs)) if name == "crossfoot_syntax" else [part(doc) for doc in docs]
    for text, doc in zip(TEXTS, docs, strict=True):
        assert load()(text).to_array([*ATTRIBUTES, "HEAD"]).tolist() == doc.to_array([*ATTRIBUTES, "HEAD"]).tolist()


def test_words_are_embedded_alike_after_others_were_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_MOST", 8)
    words = ["Acme", "said", "sales", "rose", "5", "%", "to", "$", "4", "billion", "."]
    forgetful, one, again = Network(english()), _alone(words, [True] * 11), _alone(words, [True] * 11)
    forgetful.annotate([[one]])
    forgetful.annotate([[_alone(["Nothing", "else", "moved"], [True] * 3)]])
    forgetful.annotate([[again]])
    assert one.to_array(["TAG", "DEP", "HEAD"]).tolist() == again.to_array(["TAG", "DEP", "HEAD"]).tolist()


def test_a_doc_is_parsed_alike_whatever_was_read_before() -> None:
    text = TEXTS[0]
    first = load()(text).to_array([*ATTRIBUTES, "HEAD"]).tolist()
    for other in TEXTS[1:]:
        load()(other)
    assert load()(text).to_array([*ATTRIBUTES, "HEAD"]).tolist() == first


def test_a_sentence_without_figure_or_direction_is_not_parsed() -> None:
    doc = load()("Chairs are for sitting. Sales rose 5%.")
    assert [token.tag_ for token in doc[:4]] == [""] * 4
    assert doc[6].tag_


def test_an_empty_text_has_no_parse() -> None:
    assert len(load()("")) == 0
