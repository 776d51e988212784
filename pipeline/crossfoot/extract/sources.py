"""Who is cited, and for which words: *JPMorgan analyst Jane Roe said*, *according to*, quotations, and what carries over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.opinions import opinions
from crossfoot.extract.spans import spans_in
from crossfoot.extract.speakers import DEFINITE_SPEAKERS, HOUSES, Source, person_before, speaker_in, speaker_of
from crossfoot.extract.tokens import Doc, Span, Token, tokens_of
from crossfoot.vocabulary.models import cues

GROUP = "crossfoot_sources"
_LEADS = frozenset({"according", "by", "per", "citing"})  # what a source follows without a verb
_OPENING = frozenset({"“", '"', "``"})
_CLOSING = frozenset({"”", '"', "''"})
_LONGEST_QUOTATION = 200  # tokens
# These say something only with a statement behind them: *the data show that*, where *it could add $3* says nothing.
_WITH_STATEMENT = frozenset(
    {
        "feel",
        "figure",
        "guess",
        "advise",
        "deem",
        "add",
        "show",
        "put",
        "maintain",
        "find",
        "indicate",
        "highlight",
        "see",
        "reveal",
        "mention",
        "point",
    }
)
_LONGEST_SPEAKER = 9  # tokens
_LONGEST_TAG = 6  # tokens
_SEEING = frozenset({"see", "expect", "forecast", "estimate", "reckon", "put", "predict", "project"})
_NEAR_EXPECTED = 5  # tokens from "consensus" to "according"
_ANYBODY = frozenset({"people", "officials", "sources"})
_ANALYSTS_CALLED = frozenset({"city", "street"})  # "the £38m pencilled in by the City"


@Language.component("crossfoot_sources", requires=["doc.spans"], assigns=["doc.spans"])
def sources_component(doc: SpacyDoc) -> SpacyDoc:
    """Writes `doc.spans["crossfoot_sources"]`: the words said, each with `span._.crossfoot_source`."""
    found: list[Source] = []
    for sentence in tokens_of(doc).sents:
        if grammar.parsed(sentence):
            found += [_with_quotation(sentence, source) for source in _cited(sentence, found)]
            found += _opinions(sentence, found)
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
        if (tagged := _inverted(token, sentence, before)) is not None:
            yield tagged
        elif token.lemma_.lower() in words.verbs and token.pos_ in ("VERB", "AUX"):
            yield from _by_verb(sentence, token, before)
        elif token.lower_ not in telling:
            continue
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            speaker = speaker_in(doc, token.i + 2, sentence.end, before)
            if speaker is not None:
                awaited = _expected_before(sentence, token.i)
                last = sentence.end if awaited == sentence.start else token.i
                yield Source(awaited, last, *speaker, rule="according_to")
        elif token.pos_ == "NOUN" and (first := _told_last(token, sentence)) is not None:
            speaker = speaker_in(doc, first, token.i + 1, before)
            if speaker is not None and speaker[2] in HOUSES:
                semicolons = (t.i + 1 for t in sentence if t.text == ";" and t.i < first)
                start = max(semicolons, default=sentence.start)
                yield Source(start, sentence.end, *speaker, rule="attribution_verb", verb=token.i)
        elif (named := _by_its_count(doc, token, sentence.end)) is not None:
            speaker = speaker_in(doc, named, sentence.end, before)
            if speaker is not None and speaker[2] in HOUSES:
                yield Source(sentence.start, sentence.end, *speaker, rule="by_its_count")
        elif token.lower_ == "citing" and grammar.own_subject(token.head) is None:
            speaker = speaker_in(doc, token.i + 1, sentence.end, before)
            if speaker is not None:
                yield Source(sentence.start, sentence.end, *speaker, rule="citing")


def _expected_before(sentence: Span, according: int) -> int:
    """Where *the $3 billion consensus, according to Acme* begins: the sum that was out is nobody's estimate.

    The sentence's own beginning where what stands before tells no expectation beside a result.
    """
    told = cues().expectations
    expected = [t.i for t in sentence if t.i < according and t.lower_ in told.behind]
    if not expected or according - expected[-1] > _NEAR_EXPECTED:
        return sentence.start
    figures = spans_in(sentence.doc, "crossfoot_quantities", sentence.start, according)
    if len(figures) < 2:
        return sentence.start
    awaited = min(figures, key=lambda span: abs(span.start - expected[-1]))
    return awaited.start if awaited.start > figures[0].start else sentence.start


def _opinions(sentence: Span, before: list[Source]) -> list[Source]:
    """*UBS cut its forecast to 3%*, *Her estimate is $2*: opinions that no verb of saying tells."""
    told = ((opinions_of(who, before), start, end) for who, start, end in opinions(sentence, _has_opinions))
    return [Source(start, end, *speaker, rule="opinion") for speaker, start, end in told if speaker is not None]


def opinions_of(who: Token, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """Who holds an opinion: of `his` and `her` the person cited last."""
    if who.lower_ in ("his", "her"):
        return person_before(who, before)
    if who.lower_ in _ANALYSTS_CALLED:
        before_it = who.nbor(-1).text if who.i else ""
        return f"{before_it} {who.text}" if before_it == "Wall" else who.text, None, "group"
    mention = mention_at(who.doc, who.i)
    if mention is None and who.pos_ == "PROPN" and who.dep_ == "pobj":
        return who.text, None, "agency"
    if who.dep_ in ("poss", "compound", "nmod") and (mention is None or not _is_voice(mention)):
        return None
    return speaker_of(who, before)


def _has_opinions(subject: Token) -> bool:
    """A house, an agency, a person or analysts: whoever reckons what others do."""
    mention = mention_at(subject.doc, subject.i)
    if mention is not None and mention.kind != "group":
        return _is_voice(mention)
    low = subject.lower_
    named = low in cues().attribution.groups - _ANYBODY or low in DEFINITE_SPEAKERS or low in _ANALYSTS_CALLED
    beside = (mention_at(subject.doc, c.i) for c in subject.children if c.dep_ in ("appos", "compound"))
    return named or low in ("he", "she") or any(each is not None and _is_voice(each) for each in beside)


def _is_voice(mention: FirmMention) -> bool:
    return mention.house or mention.kind in ("broker", "media", "agency", "person")


def _inverted(verb: Token, sentence: Span, before: list[Source]) -> Source | None:
    """*..., notes the Journal.*: a verb of saying behind a comma, with whoever says it at the end."""
    if verb.tag_ not in ("VBZ", "VBD", "NNS") or verb.lemma_.lower() not in cues().attribution.verbs:
        return None
    rest = [token for token in sentence.doc[verb.i + 1 : sentence.end] if token.text != "." and not token.is_space]
    behind = verb.i > sentence.start and verb.nbor(-1).text in _CLOSING | {","}
    if not behind or not 0 < len(rest) <= _LONGEST_TAG or any(t.text == "," or t.pos_ in ("VERB", "NUM") for t in rest):
        return None
    if not rest[-1].text[:1].isupper() or rest[0].lower_ not in ("the", "an", "a") and not rest[0].text[:1].isupper():
        return None
    speaker = speaker_in(sentence.doc, rest[0].i, sentence.end, before)
    if speaker is None and rest[0].lower_ == "the":
        speaker = " ".join(t.text for t in rest[1:]), None, "media"
    return Source(sentence.start, sentence.end, *speaker, rule="attribution_verb", verb=verb.i) if speaker else None


def _told_last(token: Token, sentence: Span) -> int | None:
    """*..., Acme data show.*, *..., the Acme Institute forecasts.*: a verb that looks like a noun; where its subject begins."""
    doc = sentence.doc
    ends = token.i + 1 >= sentence.end or doc[token.i + 1].text in (".", ",", ";")
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
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return  # "Acme was told to pay", "is expected to earn": of whom it is said, not who says it
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    sees = subject is not None and subject.lower_ == "which" and verb.lemma_.lower() in _SEEING
    if subject is not None and (subject.tag_ == "WP" or sees) and verb.dep_ == "relcl":
        subject = verb.head  # "said Anna Roe, an economist at Acme, who expects 3%"
    if subject is None and verb.dep_ in ("conj", "advcl", "acl"):
        subject = grammar.subject_of(verb)
    if subject is None:
        return
    speaker = speaker_of(subject, before)
    reports = speaker is not None and speaker[2] == "group" and subject.lower_ not in cues().attribution.groups
    if reports and verb.lemma_.lower() in ("report", "announce", "disclose"):
        return  # "Indonesian banks as a group reported 2.2%": results
    if speaker is None or _only_adds(subject, verb, speaker[2]) or _is_compared(verb) or _writes_off(verb):
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


def _only_adds(subject: Token, verb: Token, kind: str) -> bool:
    """*with employers adding 41,300 jobs*: a group that adds something says nothing."""
    return verb.lemma_.lower() == "add" and kind == "group" and subject.lower_ not in cues().attribution.groups


def _writes_off(verb: Token) -> bool:
    """*wrote cheques for $50 million*: a thing, not words."""
    things = (child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i)
    return verb.lemma_.lower() == "write" and any(thing.pos_ == "NOUN" for thing in things)


def _is_compared(verb: Token) -> bool:
    """*more than analysts expected*, *as most had predicted*: what was thought of a figure is no source of it."""
    bare = not any(child.dep_ in ("ccomp", "xcomp", "dobj") for child in verb.children)
    return bare and any(child.dep_ == "mark" and child.lower_ in ("than", "as") for child in verb.children)


def _sees(verb: Token, kind: str) -> bool:
    """*The bank sees sales of $3 billion*: an outlook, where *the bank saw sales rise* tells a result."""
    looks = verb.lemma_.lower() in ("see", "put") and verb.tag_ in ("VBZ", "VBP")
    return looks and kind in ("broker", "company", "media", "person", "agency")


def source_at(doc: Doc, start: int, end: int) -> Source | None:
    """The one cited for tokens [start, end): the innermost words that cover them."""
    covering = [s for s in doc._.crossfoot_sources if s.start <= start and end <= s.end]
    # A house is the origin of what a paper reports of it: "The Courier reported that Acme said".
    nearest: Source | None = min(covering, key=lambda s: (s.end - s.start, s.kind == "media", s.start), default=None)
    if nearest is not None and nearest.kind == "group":  # "the 3% projected by analysts, according to Acme"
        return next((s for s in covering if s.rule == "according_to"), nearest)
    return nearest


if not SpacySpan.has_extension("crossfoot_source"):
    SpacySpan.set_extension("crossfoot_source", default=None)
    SpacyDoc.set_extension("crossfoot_sources", default=())
