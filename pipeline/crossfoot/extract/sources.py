"""Who is cited, and for which words: *JPMorgan analyst Jane Roe said*, *according to*, quotations, and what carries over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Doc, Span, Token, tokens_of
from crossfoot.vocabulary.models import cues

GROUP = "crossfoot_sources"
_LEADS = frozenset({"according", "by", "per", "citing"})  # what a source follows without a verb
_HOUSES = frozenset({"company", "broker", "media", "agency", "division", "index", "country", "group", "region"})
_DEFINITE_SPEAKERS = frozenset(
    {
        "analyst",
        "analysts",
        "firm",
        "broker",
        "brokerage",
        "bank",
        "house",
        "report",
        "note",
        "economist",
        "economists",
        "strategist",
        "strategists",
        "outlet",
        "newspaper",
        "desk",
    }
)
_OPENING = frozenset({"“", '"', "``"})
_CLOSING = frozenset({"”", '"', "''"})
_LONGEST_QUOTATION = 200  # tokens
# These say something only with a statement behind them: *the data show that*, where *it could add $3* says nothing.
_WITH_STATEMENT = frozenset(
    {"add", "show", "put", "maintain", "find", "indicate", "highlight", "see", "reveal", "mention", "point"}
)
_LONGEST_SPEAKER = 9  # tokens
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who says the words in tokens [start, end): the house where one is named, else the person."""

    start: int
    end: int
    name: str | None
    person: str | None
    kind: str
    rule: str
    verb: int | None = None


@Language.component("crossfoot_sources", requires=["doc.spans"], assigns=["doc.spans"])
def sources_component(doc: SpacyDoc) -> SpacyDoc:
    """Writes `doc.spans["crossfoot_sources"]`: the words said, each with `span._.crossfoot_source`."""
    found: list[Source] = []
    for sentence in tokens_of(doc).sents:
        if grammar.parsed(sentence):
            found += [_with_quotation(sentence, source) for source in _cited(sentence, found)]
    spans = []
    for source in found:
        span = SpacySpan(doc, source.start, source.end, label="SOURCE", span_id=source.start)
        span._.crossfoot_source = source
        spans.append(span)
    doc.spans[GROUP] = spans
    doc._.crossfoot_sources = tuple(found)
    return doc


def _with_quotation(sentence: Span, source: Source) -> Source:
    """The words said reach over the whole quotation that the sentence closes, or that it opens."""
    doc = sentence.doc
    start, end = source.start, source.end
    before = next((t for t in reversed(doc[max(0, sentence.start - 3) : sentence.start]) if not t.is_space), None)
    if (
        source.verb is not None
        and source.start == sentence.start
        and before is not None
        and before.text[-1] in _CLOSING
    ):
        opening = next(
            (i for i in range(before.i - 1, max(-1, before.i - _LONGEST_QUOTATION), -1) if doc[i].text in _OPENING),
            None,
        )
        start = opening if opening is not None else start
    marks = [t.text for t in sentence if t.text in _OPENING | _CLOSING]
    if marks and marks[-1] in _OPENING and (marks[-1] not in _CLOSING or marks.count(marks[-1]) % 2):
        last = min(len(doc), sentence.end + _LONGEST_QUOTATION)
        closing = next((i for i in range(sentence.end, last) if doc[i].text in _CLOSING), None)
        end = closing + 1 if closing is not None else end
    return replace(source, start=start, end=max(end, start + 1))


def _cited(sentence: Span, before: list[Source]) -> Iterator[Source]:
    doc, words = sentence.doc, cues().attribution
    telling = _LEADS | words.last
    for token in sentence:
        if token.lemma_.lower() in words.verbs and token.pos_ in ("VERB", "AUX"):
            yield from _by_verb(sentence, token, before)
        elif token.lower_ not in telling:
            continue
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            speaker = _speaker(doc, token.i + 2, sentence.end, before)
            if speaker is not None:
                yield Source(sentence.start, sentence.end, *speaker, rule="according_to")
        elif token.pos_ == "NOUN" and (first := _told_last(token, sentence)) is not None:
            speaker = _speaker(doc, first, token.i + 1, before)
            if speaker is not None and speaker[2] in _HOUSES:
                semicolons = (t.i + 1 for t in sentence if t.text == ";" and t.i < first)
                start = max(semicolons, default=sentence.start)
                yield Source(start, sentence.end, *speaker, rule="attribution_verb", verb=token.i)
        elif (named := _by_its_count(doc, token, sentence.end)) is not None:
            speaker = _speaker(doc, named, sentence.end, before)
            if speaker is not None and speaker[2] in _HOUSES:
                yield Source(sentence.start, sentence.end, *speaker, rule="by_its_count")
        elif token.lower_ == "citing" and grammar.own_subject(token.head) is None:
            speaker = _speaker(doc, token.i + 1, sentence.end, before)
            if speaker is not None:
                yield Source(sentence.start, sentence.end, *speaker, rule="citing")


def _told_last(token: Token, sentence: Span) -> int | None:
    """*..., Acme data show.*, *..., the Acme Institute forecasts.*: a verb that looks like a noun; where its subject begins."""
    doc = sentence.doc
    ends = token.i + 1 >= sentence.end or doc[token.i + 1].text in (".", ",")
    if token.lower_ not in cues().attribution.last or not ends:
        return None
    for at in range(token.i - 1, max(sentence.start, token.i - _LONGEST_SPEAKER) - 1, -1):
        if doc[at].text == ",":
            return at + 1 if at + 1 < token.i else None
        if doc[at].pos_ == "VERB" or doc[at].like_num:
            return None
    return None


def _by_its_count(doc: Doc, token: Token, end: int) -> int | None:
    """*by Acme's count*, *by the estimate of Acme*, *per (figures from) Acme*: where the name of who counted begins."""
    if token.lower_ not in ("by", "per"):
        return None
    after = doc[token.i + 1 : min(token.i + 7, end)]
    if token.lower_ == "by":
        at = next((i for i, each in enumerate(after) if each.lower_ in cues().attribution.counts), None)
        if at is None:
            return None
        of = at + 1 < len(after) and after[at + 1].lower_ == "of"
        possessed = at > 0 and after[at - 1].lower_ in ("'s", "’s", "'", "’")
        return after[at + 1].i + 1 if of else after[0].i if possessed else None
    if not len(after):
        return None
    if after[0].pos_ == "PROPN":
        return after[0].i
    told = after[0].lower_ in cues().attribution.nouns and len(after) > 1 and after[1].lower_ in ("from", "by")
    return after[2].i if told and len(after) > 2 else None


def _by_verb(sentence: Span, verb: Token, before: list[Source]) -> Iterator[Source]:
    """*X said (that) ...*, *..., X said*, *X sees sales of ...*: the words below the verb, or the sentence it closes."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep_ in ("conj", "advcl", "acl"):
        subject = grammar.subject_of(verb)
    if subject is None:
        return
    speaker = _speaker_of(subject, before)
    if speaker is None:
        return
    content = [
        c for c in verb.children if c.dep_ in ("ccomp", "parataxis", "xcomp") or (c.dep_ == "dobj" and c.i > verb.i)
    ]
    stated = any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)
    inserted = verb.dep_ == "parataxis"  # "..., Acme's figures show, ..."
    if verb.lemma_.lower() in _WITH_STATEMENT and not (stated or inserted) and not _sees(verb, speaker[2]):
        return
    if verb.dep_ == "relcl" and not content and speaker[2] == "group":
        awaited = verb.head  # "short of the $6 billion that analysts had expected": only that sum is theirs
        yield Source(awaited.left_edge.i, verb.i + 1, *speaker, rule="attribution_verb", verb=verb.i)
        return
    tail = verb.dep_ in ("parataxis", "ROOT", "ccomp") and not any(c.i > verb.i for c in content)
    if verb.dep_ == "ROOT" or tail or not content:
        yield Source(sentence.start, sentence.end, *speaker, rule="attribution_verb", verb=verb.i)
    else:
        top = max((w.i for w in verb.subtree), default=verb.i)
        yield Source(min(subject.left_edge.i, verb.i), top + 1, *speaker, rule="attribution_verb", verb=verb.i)


def _sees(verb: Token, kind: str) -> bool:
    """*The bank sees sales of $3 billion*: an outlook, where *the bank saw sales rise* tells a result."""
    looks = verb.lemma_.lower() in ("see", "put") and verb.tag_ in ("VBZ", "VBP")
    return looks and kind in ("broker", "company", "media", "person")


def _speaker_of(subject: Token, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """(house or person, person beside a house, kind) of a subject's noun phrase."""
    doc = subject.doc
    span = doc[subject.left_edge.i : subject.right_edge.i + 1]
    words = [
        t
        for t in span
        if not any(
            a.dep_ in ("relcl", "acl", "appos") and a.i != subject.i and grammar.within(a, subject)
            for a in grammar.up(t)
        )
    ]
    if subject.lower_ in _PRONOUNS or subject.lower_ in _DEFINITE_SPEAKERS and not _mentions(words):
        mention = mention_at(doc, subject.i)
        earlier = _earlier(before, person=subject.lower_ in ("he", "she"))
        if subject.lower_ in ("it",) and mention is not None and (earlier is None or mention.canonical != earlier[0]):
            return mention.canonical, None, mention.kind
        if earlier is not None:
            return earlier
        return (mention.canonical, None, mention.kind) if mention is not None else None
    return _named_speaker(words, subject)


def _named_speaker(words: list[Token], subject: Token) -> tuple[str | None, str | None, str] | None:
    mentions = _mentions(words)
    head = mention_at(subject.doc, subject.i)
    person = next((m for m in mentions if m.kind == "person"), None)
    house = next(
        (
            m
            for m in mentions
            if m.kind in _HOUSES and m.kind not in ("group", "country", "region", "index") and m is not head
        ),
        None,
    )
    if head is not None and head.kind in _HOUSES and head.kind not in ("group",):
        return head.canonical, None, head.kind
    if house is not None and house.kind == "media" and person is not None:
        return person.canonical, None, "person"  # the paper lends its pages, the person speaks
    if house is not None:
        return house.canonical, person.canonical if person else None, house.kind
    if person is not None:
        return person.owner or person.canonical, person.canonical if person.owner else None, "person"
    if head is not None and head.kind == "group":
        return head.canonical, None, "group"
    if subject.lower_ in cues().attribution.groups:
        return subject.text, None, "group"
    return None


def _mentions(words: list[Token]) -> list[FirmMention]:
    found: list[FirmMention] = []
    for token in words:
        mention = mention_at(token.doc, token.i)
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def _earlier(before: list[Source], *, person: bool) -> tuple[str | None, str | None, str] | None:
    """The last one cited; for *he said* the last person."""
    for source in reversed(before):
        if person and not (source.person or source.kind == "person"):
            continue
        if source.kind != "media":
            return source.name, source.person, source.kind
    return None


def _speaker(doc: Doc, start: int, end: int, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """The speaker named in the noun phrase that starts at `start`."""
    stop = next((i for i in range(start, end) if doc[i].text in (",", ";", "(", ".", "–", "—")), end)
    words = list(doc[start : min(stop, start + 16)])
    if not words:
        return None
    mentions = _mentions(words)
    named = [m for m in mentions if m.kind not in ("country", "region", "index", "commodity", "currency")]
    if named:
        house = next((m for m in named if m.kind not in ("person", "group")), None)
        person = next((m for m in named if m.kind == "person"), None)
        first = house or person or named[0]
        beside = person.canonical if house is not None and person is not None else None
        return first.owner if first.kind == "person" and first.owner else first.canonical, beside, first.kind
    if words[0].lower_ in ("the", "its", "their") and any(w.lower_ in _DEFINITE_SPEAKERS for w in words[:3]):
        return _earlier(before, person=False)
    return None


def source_at(doc: Doc, start: int, end: int) -> Source | None:
    """The one cited for tokens [start, end): the innermost words that cover them."""
    covering = [s for s in doc._.crossfoot_sources if s.start <= start and end <= s.end]
    # A house is the origin of what a paper reports of it: "The Courier reported that Acme said".
    return min(covering, key=lambda s: (s.end - s.start, s.kind == "media", s.start), default=None)


if not SpacySpan.has_extension("crossfoot_source"):
    SpacySpan.set_extension("crossfoot_source", default=None)
    SpacyDoc.set_extension("crossfoot_sources", default=())
