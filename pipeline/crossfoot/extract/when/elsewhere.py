"""Times of another clause, another noun or another figure: *Acme, which is to report on May 3, fell 2%*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.tokens import Span, Token
from crossfoot.extract.when.joined import joint
from crossfoot.extract.when.own_phrase import is_inside_its_name
from crossfoot.extract.when.pairing import Pairing
from crossfoot.extract.when.timing import TRADED
from crossfoot.vocabulary.models import cues

_ASIDES = frozenset({"relcl", "acl", "advcl"})
_PEOPLE = frozenset({"employee", "person", "job"})
_RELATIVES = frozenset({"which", "whose", "who", "where"})
_SHORT = 2  # tokens: "the March"
# "before paying $3 million in May", "despite having reported a profit on Monday"
_ENTERING = frozenset({"since", "before", "after", "until", "despite", "notwithstanding", "without", "besides"})
# "the first quarter results of $3 million", "the 2024 level of 3%": nouns that a time and its figure share.
_SHARED_NOUNS = frozenset({"result", "report", "quarter", "year", "stage", "mark", "point"})


def in_a_clause_of_its_own(figure: Figure, span: Span) -> bool:
    """*Founded in 2015 and based in Oslo, Acme employs 300*, *Acme, which is to report on May 3, fell 2%*: another's time."""
    for verb in grammar.up(grammar.root_of(span.doc, span.start, span.end)):
        if grammar.within(figure.anchor, verb):
            return False
        participle = verb.dep_ == "csubj" and verb.tag_ in ("VBN", "VBD")  # "Founded in 2015, Acme has"
        entering = verb.dep_ == "pcomp" and verb.head.lower_ in _ENTERING
        if participle or entering or verb.dep_ in _ASIDES and grammar.is_verb(verb):
            return not (verb.tag_ == "VBN" and verb.lemma_.lower() == "end") and not _modifies(verb, figure)
    return False


def _modifies(verb: Token, figure: Figure) -> bool:
    """Whether a participle hangs on the figure itself or on what it measures: *sales of $3 million made in 2023*."""
    noun = figure.noun if figure.noun is not None else figure.anchor
    which = any(child.lower_ == "which" for child in verb.children)
    if which and figure.quantity.unit in _PEOPLE:
        return False  # "the strike by 870 workers at Acme, which began on Aug. 12"
    return verb.dep_ in ("acl", "relcl") and (
        verb.head.i == noun.i or grammar.within(noun, verb.head) and noun.head.head.i == verb.head.i
    )


def is_of_another_clause(pair: Pairing) -> bool:
    """*Founded in 2015, Acme employs 300*; not *the price of a car sold in October*, which belongs to what is measured."""
    return in_a_clause_of_its_own(pair.figure, pair.span) and not is_inside_its_name(pair)


def is_of_a_circumstance(pair: Pairing) -> bool:
    """*as the slump went on in autumn*: a finite clause without a figure of its own, whose time serves for want of another."""
    verb = pair.time_verb
    if verb is None or verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return is_of_another_clause(pair) and not _has_a_figure(verb, pair.others)


def _has_a_figure(verb: Token, others: list[Span]) -> bool:
    """*although utilisation last year averaged 71%*: the clause's time is that of a figure in it."""
    roots = (grammar.root_of(other.doc, other.start, other.end) for other in others)
    return any(grammar.within(root, verb) for root in roots)


def is_of_a_figure_in_an_aside(pair: Pairing) -> bool:
    """*Its margin, which reached 7.4% in 2019, has since dwindled to 1.8%*: the time of the figure in the clause."""
    figure, span = pair.figure, pair.span
    for verb in grammar.up(pair.time_root):
        if grammar.within(figure.anchor, verb):
            return False
        if verb.dep_ == "relcl" and grammar.is_verb(verb) and span.end <= figure.span.start:
            before = (other for other in pair.others if other.end <= span.start + 1)
            inside = (grammar.root_of(other.doc, other.start, other.end) for other in before)
            return any(verb.head.i < other.i and grammar.within(other, verb) for other in inside)
    return False


def is_of_an_inserted_clause(pair: Pairing) -> bool:
    """*The stock, which has doubled since Bolt walked away in early 2024, rose 6%*: a clause between subject and verb."""
    return is_inserted(pair.figure, pair.span)


def is_outside_its_relative(pair: Pairing) -> bool:
    """*where Acme makes two fifths of its sales, volumes fell in May*: what is so, or will be, whatever is told of May."""
    verb = pair.figure.verb
    if verb is None or verb.dep_ != "relcl" or grammar.within(pair.time_root, verb):
        return False
    told = verb.tag_ in ("VBZ", "VBP") or any(child.tag_ == "MD" for child in verb.children)
    return told and any(token.text == "," for token in pair.doc[verb.head.i : verb.i])


def is_inserted(figure: Figure, span: Span) -> bool:
    """Whether a time stands in such a clause, by its commas: the parser takes its verb for that of the whole."""
    doc = span.doc
    if span.end >= figure.span.start or not _takes_up_its_verb(doc[span.end : figure.span.start]):
        return False
    for at in range(span.start - 1, figure.sentence.start + 1, -1):
        if doc[at].text in grammar.CLAUSE_ENDS:
            return False
        if doc[at - 1].text == "," and (
            doc[at].lower_ in _RELATIVES or _tells_an_origin(doc[at]) or _tells_a_rank(doc[at])
        ):
            return True
    return False


def _tells_an_origin(token: Token) -> bool:
    """*Its plant in Utah, opened in 2018, has*: how a thing began, in a participle."""
    return token.tag_ in ("VBN", "VBD") and token.lower_ in cues().origins and token.nbor(-2).pos_ in ("NOUN", "PROPN")


def _tells_a_rank(token: Token) -> bool:
    """*Nickel, the weakest of the complex this year, was little changed*: over how long it leads or trails."""
    return token.lower_ == "the" and token.nbor().tag_ in ("JJS", "RBS")


def _takes_up_its_verb(between: Span) -> bool:
    """Whether a comma and the main verb stand there: *, rose*, *, was down*, *, also fell*."""
    for at, token in enumerate(between):
        if token.text != ",":
            continue
        behind = next((each for each in between[at + 1 :] if each.pos_ != "ADV"), None)
        return behind is not None and behind.tag_ in ("VBD", "VBZ", "VBP", "MD")
    return False


def is_in_an_aside(pair: Pairing) -> bool:
    """*Shares, up 9% this year, were 4.6% higher*: the time of another figure, which a pause parts from this one."""
    figure, span, verb = pair.figure, pair.span, pair.figure.verb
    if span.end > figure.span.start or span.start - span.sent.start <= 3:
        return False
    other = next((o for o in pair.others if o.end <= span.start and span.start - o.end <= 5), None)
    if joint(pair) is not None:
        return False  # "paid $5 in 2023, and last year it spent $6, even as Bolt trimmed its costs by 7%"
    if other is None or not any(token.text in (",", ";") for token in span.doc[span.end : figure.span.start]):
        return False
    if verb is None or not span.end <= verb.i < figure.span.start:
        return False
    shared = verb.dep_ == "conj" and grammar.own_subject(verb) is None
    return not (shared or _goes_on(pair, verb)) and verb.tag_ not in ("VBG", "VBN")


def _goes_on(pair: Pairing, verb: Token) -> bool:
    """*Output fell 4% in October, and exports were down 5%*: two movements of one time."""
    first = pair.time_verb
    joined = verb.dep_ == "conj" and first is not None and verb.head.i == first.i
    return joined and first is not None and first.tag_ == verb.tag_ == "VBD"


def names_another(pair: Pairing) -> bool:
    """True where the time is inside another noun's name: *its 2028 EPS* says nothing of the figure beside it."""
    doc, span = pair.doc, pair.span
    if span.end >= len(doc) or pair.figure.anchor.i == span.end:
        return False
    following = doc[span.end]
    if pair.metric in TRADED:  # "jumped 17% on second-quarter adjusted earnings of"
        following = next((t for t in doc[span.end : span.end + 3] if t.pos_ not in ("ADJ", "PUNCT")), following)
    inside = doc[span.end - 1].head.i == following.i or doc[span.start].head.i == following.i
    if not inside or following.pos_ not in ("NOUN", "PROPN") or following.lemma_.lower() in _SHARED_NOUNS:
        return False
    if following.pos_ == "PROPN" and span.start - pair.figure.sentence.start <= 1 and _stands_alone(span):
        return False  # "In April Acme added 30 stores"
    return not any(each.i == following.i for each in grammar.up(pair.figure.anchor))


def _stands_alone(span: Span) -> bool:
    """*In April*, *On Monday*, *Last year*: a time that opens its sentence, with no article before it."""
    opened = span.doc[span.start - 1].lower_ in ("in", "on", "by", "during", "since") if span.start else True
    return opened and (span.doc[span.start].lower_ != "the" or len(span) > _SHORT)
