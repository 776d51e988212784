"""The verb frame that a figure stands in: `verbs.yaml`, by verb, kind, preposition, counted noun and what stands near."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.metrics import singular
from crossfoot.extract.tokens import Span, Token
from crossfoot.extract.words import text_in
from crossfoot.vocabulary.models import Frame, verbs

LIGHT_NOUNS = frozenset(
    """total peak low high level record maximum minimum average sum amount value worth range figure rate pace clip
    mark milestone outflow inflow number combined excess rise end handle region area base share percentage part
    portion half third quarter majority""".split()
)
_JOINING = frozenset({"that", "if", "because", "while", "although", "though", "whether", "since", "when", "where"})
_A_FIRMS_PRICE = 5e7
_WITH_VERBS = frozenset({"in", "up", "out"})
_SET_BY = frozenset({"short", "shy", "ahead"})
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "("})
_BESIDE = frozenset({"aside", "apart", "back", "hands"})  # "set aside", "bought back", "changed hands"


def frame_of(figure: Figure) -> Frame | None:
    """The first verb frame that fits the figure's verb, kind, preposition and counted noun."""
    verb = figure.verb
    if verb is None or not _is_argument(figure, verb):
        return None
    lemma = verb.lemma_.lower()
    beside = (c for c in verb.children if c.i == verb.i + 1)
    particle = next((c.lower_ for c in beside if c.dep_ in ("prt", "prep") or c.lower_ in _BESIDE), None)
    lemmas = {lemma, f"{lemma} {particle}"} if particle else {lemma}
    sentence = text_in(figure.sentence).lower()
    subject = grammar.own_subject(verb)
    named = mention_at(figure.doc, subject.i) if subject is not None else None
    kind = named.kind if named is not None else None
    for frame in verbs().frames:
        if lemmas.isdisjoint(frame.verbs) or figure.kind not in frame.kinds:
            continue
        given = figure.preposition.lower_ if figure.preposition is not None else ""
        if given in _JOINING:
            given = ""  # "said that $400 million will be invested"
        if given == particle and f"{lemma} {particle}" in frame.verbs:
            given = ""  # the parser takes the particle of "lay off 900 workers" for a preposition
        if frame.prepositions and given not in frame.prepositions or not frame.prepositions and given not in ("", "of"):
            continue
        if frame.nouns and singular((figure.quantity.noun or "").lower()) not in frame.nouns:
            continue
        if frame.near and not any(word in sentence for word in frame.near):
            continue
        if frame.subjects and kind is not None and kind not in frame.subjects:
            continue
        if frame.for_a and not _is_for_a(figure, frame.for_a) or frame.of_a and not _is_of_a(verb, frame.of_a):
            continue
        return frame
    return None


def _is_of_a_thing(preposition: Token) -> bool:
    """The *of* behind a noun that is no mere amount: *a contribution of*, where *a total of* says how much."""
    noun = preposition.head
    return noun.pos_ == "NOUN" and noun.i == preposition.i - 1 and noun.lemma_.lower() not in LIGHT_NOUNS


def _is_measured_by(preposition: Token) -> bool:
    """The *of* of *short of*, *ahead of*: behind it stands what the figure before is set against."""
    return preposition.i > 0 and preposition.nbor(-1).lower_ in _SET_BY


def _is_for_a(figure: Figure, kinds: frozenset[str]) -> bool:
    """*pays $35 billion for Acme*: a *for* behind the figure, and a name of these kinds right behind it."""
    leads = ("for", "on") if figure.verb is not None and figure.verb.lemma_.lower() == "spend" else ("for",)
    end = min(_behind_brackets(figure) + 4, figure.sentence.end)
    behind = figure.doc[figure.span.end : end]
    at = next((token.i for token in behind if token.lower_ in leads), None)
    if at is None:
        return False
    for token in figure.doc[at + 1 : min(at + 9, figure.sentence.end)]:
        named = mention_at(figure.doc, token.i)
        if named is not None and token.i > at + 2 and not _is_bought_whole(figure.doc[at + 1 : token.i]):
            return False
        if named is not None and named.kind in kinds:
            return not _names_goods(figure, token.i)
    return "company" in kinds and _is_for_a_name(figure, at)


def _is_for_a_name(figure: Figure, at: int) -> bool:
    """*pay $9.2 billion for Cidara*: a large sum for one name, which no list holds."""
    name, large = at + 1, abs(figure.quantity.value.middle or 0.0) >= _A_FIRMS_PRICE
    if (
        not large
        or name + 1 >= figure.sentence.end
        or figure.doc[name].pos_ != "PROPN"
        or not figure.doc[name].text[0].isupper()
    ):
        return False
    if mention_at(figure.doc, name) is not None:
        return False
    return figure.doc[name + 1].pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX", "DET")


def _behind_brackets(figure: Figure) -> int:
    """Behind *$35 billion ($36 for each share)*: the bracket says the sum again."""
    at = figure.span.end
    if at >= figure.sentence.end or figure.doc[at].text != "(":
        return at
    return next((token.i + 1 for token in figure.doc[at : figure.sentence.end] if token.text == ")"), at)


def _is_bought_whole(before: Span) -> bool:
    """*just under a quarter of*, *the Italian pump maker*, *control of*: a firm or a part of one, no thing beside it."""
    return not any(
        token.pos_ in ("VERB", "AUX", "PUNCT") or token.lower_ in ("from", "at", "near", "with", "by")
        for token in before
    )


def _names_goods(figure: Figure, at: int) -> bool:
    """*spent $2 billion on Nvidia chips*: what stands behind the name is what was bought."""
    name = mention_at(figure.doc, at)
    behind = next(
        (token for token in figure.doc[at : figure.sentence.end] if mention_at(figure.doc, token.i) is not name), None
    )
    return behind is not None and (behind.pos_ == "NOUN" or behind.lower_ in ("'s", "’s"))


def _is_of_a(verb: Token, nouns: frozenset[str]) -> bool:
    """*a deal valued at*, *the deal is valued at*: what the verb hangs on, or its subject."""
    subject = grammar.own_subject(verb)
    return (
        verb.dep_ == "acl"
        and verb.head.lemma_.lower() in nouns
        or subject is not None
        and subject.lemma_.lower() in nouns
    )


def _is_argument(figure: Figure, verb: Token) -> bool:
    """True where the figure is what the verb acts on, or its price, not an aside."""
    if figure.preposition is not None:
        if figure.preposition.lower_ == "of" and _is_measured_by(figure.preposition):
            return False  # "made £5 billion, short of the £6 billion expected"
        if figure.preposition.lower_ == "of" and _is_of_a_thing(figure.preposition):
            return False  # "makes a contribution of $60 million"
        if figure.preposition.i == verb.i + 1 and figure.preposition.lower_ in _WITH_VERBS:
            return True  # "will chip in $2 billion"
        if figure.preposition.dep_ == "prt" or figure.preposition.lower_ in _JOINING | _BESIDE:
            return True  # "coughed up $2 million"
        used_by = figure.preposition.lower_ == "by" and verb.lemma_.lower() == "use" and verb.tag_ == "VBN"
        written = figure.preposition.lower_ == "by" and verb.lemma_.lower() in ("write", "impair")  # "wrote it down by"
        return figure.preposition.lower_ in ("for", "at", "of", "worth", "off", "on") or used_by or written
    if figure.noun is not None and figure.kind in ("money", "percent") and figure.noun.lower_ != "worth":
        return False  # "raised its $2 billion forecast": the noun decides, not the verb
    if any(token.lower_ == "worth" for token in figure.doc[max(verb.i, figure.span.start - 3) : figure.span.start]):
        return False  # "would make the deal worth $2 billion"
    gap = figure.doc[verb.i + 1 : figure.span.start] if verb.i < figure.span.start else ()
    return not any(token.text in _BREAKS for token in gap)
