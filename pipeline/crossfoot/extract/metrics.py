"""Where a text names a metric: noun phrases of `metrics.yaml`, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from crossfoot.extract.grammar import parsed
from crossfoot.extract.tokens import AnyDoc, AnySpan, tokens_of
from crossfoot.extract.words import lower_in
from crossfoot.vocabulary.models import metrics

GROUP = "crossfoot_metrics"
_IN_CAPITALS = frozenset({"pat"})  # profit after tax


@dataclass(frozen=True, slots=True)
class MetricMention:
    """Tokens [start, end) that name a metric; `candidates` in vocabulary order, to be settled by the figure's kind."""

    start: int
    end: int
    candidates: tuple[str, ...]

    def fitting(self, kind: str) -> str | None:
        """The first candidate whose level can be of this kind."""
        return next((name for name in self.candidates if kind in metrics()[name].kinds), None)


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """`word` without a plural ending, as the names in the vocabulary are written."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "is"))
        and (len(word) <= 4 or not word.endswith("us"))
    ):
        return word[:-1]
    return word


def _key(phrase: str) -> tuple[str, ...]:
    parted = phrase.lower().replace("-", " ").replace("’", "'").replace("s' ", "s ' ")  # as the tokenizer parts it
    return tuple(singular(word) for word in parted.split())


@cache
def _trie() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """First word -> [(phrase, metrics)], longest phrase first."""
    phrases: dict[tuple[str, ...], list[str]] = {}
    for name, metric in metrics().items():
        for phrase in metric.names:
            holders = phrases.setdefault(_key(phrase), [])
            if name not in holders:
                holders.append(name)
    first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for key, names in phrases.items():
        first.setdefault(key[0], []).append((key, tuple(names)))
    for entries in first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return first


@lru_cache(maxsize=50_000)
def _parts(low: str) -> tuple[str, ...]:
    """A token's words in the vocabulary's spelling: `cost-saving` is two, a blank or a dash none."""
    if low.isspace() or low in "-–":
        return ()
    return tuple(singular(part) for part in low.replace("’", "'").split("-") if part)


@lru_cache(maxsize=50_000)
def _opens(low: str) -> bool:
    """True where a name can begin in a token."""
    return not _trie().keys().isdisjoint(_parts(low))


def _words(sentence: AnySpan) -> list[tuple[str, int]]:
    """Each word in the vocabulary's spelling with its token; `cost-saving` counts as two words of one or three tokens."""
    return [(part, index) for index, low in enumerate(lower_in(sentence), sentence.start) for part in _parts(low)]


def find(sentence: AnySpan) -> Iterator[MetricMention]:
    """Every metric name in a sentence, in text order, without overlaps; verbs are left out where it is tagged."""
    if not any(map(_opens, lower_in(sentence))):
        return
    placed, trie, done = _words(sentence), _trie(), 0
    words = tuple([word for word, _ in placed])
    for at, first in enumerate(words):
        if first not in trie or at < done or at and words[at - 1] == "non":
            continue  # "a non-cash charge"
        for phrase, names in trie[first]:
            if words[at : at + len(phrase)] == phrase:
                start, end = placed[at][1], placed[at + len(phrase) - 1][1] + 1
                if _is_name(sentence.doc, start, end):
                    yield MetricMention(start, end, names)
                    done = at + len(phrase)
                    break


def _is_name(doc: AnyDoc, start: int, end: int) -> bool:
    """False for a verb that looks like the noun (*shares a vision*, *stores data*), and for a *Pat* that is no *PAT*."""
    last = doc[end - 1]
    if last.lower_ in _IN_CAPITALS and end - start == 1:
        return last.text.isupper()
    return (
        end - start > 1
        or last.pos_ not in ("VERB", "AUX", "ADV")
        or last.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    )


@Language.component("crossfoot_metrics", assigns=["doc.spans"])
def metrics_component(doc: SpacyDoc) -> SpacyDoc:
    """Writes `doc.spans["crossfoot_metrics"]`, each with `span._.crossfoot_metric`."""
    spans = []
    for mention in (mention for sentence in tokens_of(doc).sents if parsed(sentence) for mention in find(sentence)):
        span = SpacySpan(doc, mention.start, mention.end, label="METRIC")
        span._.crossfoot_metric = mention
        spans.append(span)
    doc.spans[GROUP] = spans
    return doc


if not SpacySpan.has_extension("crossfoot_metric"):
    SpacySpan.set_extension("crossfoot_metric", default=None)
