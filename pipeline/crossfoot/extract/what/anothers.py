"""Names that belong to another figure, or to something beside this one: *an 18% premium*, *$6 billion including debt*."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.frames import LIGHT_NOUNS
from crossfoot.extract.metrics import GROUP, MetricMention
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Token
from crossfoot.extract.what.naming import QUANTITIES, Naming, can_be_purpose

_COUNTED_IN = frozenset({"including", "excluding", "with", "plus"})
_WITHOUT = frozenset({"before", "excluding", "after"})
_QUALIFIED = 4  # words from *before* to the name: "before one-off restructuring costs"
_GROUNDS = frozenset({"on", "per"})
_FOR_WHOM = frozenset({"on", "per", "to", "for"})
_ASIDE = 5  # words between the aside's first and what it names
_SIDE_BY_SIDE = 2  # words: "a $3 billion, or 12%, stake" has one name


def is_unit(naming: Naming) -> bool:
    """The share of *$2 a share*, the ounce of *$3,000 an ounce* are units; the *19m shares* are another figure's."""
    figure, mention = naming.figure, naming.mention
    for span in spans_in(figure.doc, QUANTITIES, figure.sentence.start, figure.sentence.end):
        inside = span.start <= mention.start and mention.end <= span.end
        if inside and (span._.crossfoot_quantity.kind == "money" or span.start != figure.span.start):
            return True
    return False


def is_of_another_figure(naming: Naming) -> bool:
    """*at €4.20 apiece, an 18% premium*; *at $5.9 billion, net debt of $640 million included*: a name behind the figure
    that measures one of its own."""
    figure, mention = naming.figure, naming.mention
    if not naming.follows:
        return False
    for span in spans_in(figure.doc, QUANTITIES, figure.span.end, min(mention.end + 2, figure.sentence.end)):
        if span.end == mention.start and span._.crossfoot_quantity.kind == "duration":
            continue  # "cut half a point off its one-week repo rate"
        apart = figure.doc[figure.span.end].lower_ in (
            "at",
            "on",
            "with",
        )  # "got $180 million at a $1.5 billion valuation"
        before = span.end == mention.start and (apart or span.start - figure.span.end > _SIDE_BY_SIDE)
        if before or span.start == mention.end + 1 and figure.doc[mention.end].lower_ in ("of", "at"):
            return True
    return False


def is_told_of_another(naming: Naming, rule: str) -> bool:
    """*pays $4 million to the district, and hires 90 at a salary of $80,000*: a name behind the figure, in a clause or
    phrase of its own."""
    behind = naming.behind_figure
    if any(can_be_purpose(name, len(behind)) for name in naming.mention.candidates):
        return False  # "set aside $2bn to fund its buyback"
    if naming.follows and any(token.text == ";" for token in behind):
        return True  # "cut weight by 12%; the shares rose 4%"
    parted = any(token.text in (",", ";", "–", "—") for token in behind)
    return naming.follows and (rule == "other_clause" or rule == "phrase_of_its_verb" and parted)


def is_of_what_was_moved(naming: Naming) -> bool:
    """*its shares leapt after the pill cut deaths by 22%*: a verb that moves a thing of its own by so much."""
    figure, verb = naming.figure, naming.figure.verb
    by = figure.preposition
    if not naming.change or verb is None or by is None or by.lower_ != "by" or verb.i > by.i:
        return False
    moved = [child for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < by.i]
    own = bool(moved) and moved[0].pos_ == "NOUN" and cues.noun_direction(moved[0]) is None
    return own and not grammar.within(naming.word, verb)


def is_counted_in(naming: Naming) -> bool:
    """*€6.1 billion including debt*: right behind the figure, what it holds."""
    end = naming.figure.span.end
    return naming.mention.start == end + 1 and naming.doc[end].lower_ in _COUNTED_IN


def is_left_out(naming: Naming) -> bool:
    """*Operating profit, excluding restructuring charges, rose to $4 billion*: an aside says what it is without."""
    doc, figure, mention = naming.doc, naming.figure, naming.mention
    if figure.span.start < mention.end or not any(t.text in (",", ")") for t in doc[mention.end : figure.span.start]):
        return False
    for at in range(mention.start - 1, max(mention.start - _ASIDE, figure.sentence.start), -1):
        if doc[at].lower_ in ("excluding", "including", "before") and doc[at - 1].text in (",", "("):
            return True
        if doc[at].text in (",", "("):
            return False
    return False


def is_basis_of_another(naming: Naming) -> bool:
    """*free cash flow before customer financing of $4 billion*: right behind another name, what it is told without."""
    doc, start = naming.doc, naming.mention.start
    if naming.follows:
        return False
    for at in range(start - 1, max(start - _QUALIFIED, naming.figure.sentence.start), -1):
        if doc[at].lower_ in _WITHOUT:
            return any(span.end == at for span in spans_in(doc, GROUP, at - _QUALIFIED, at))
        if doc[at].pos_ not in ("ADJ", "NOUN", "PROPN", "DET", "PRON"):
            return False
    return False


def is_of_the_one_before(naming: Naming) -> bool:
    """*€4.9 billion in cash, or €6.1 billion*; *the gap, 2.4% of GDP, narrows to €58 billion*: the name hangs on the
    figure right before it."""
    doc, figure, at = naming.doc, naming.figure, naming.mention.start - 2
    if at < figure.sentence.start or naming.mention.end > figure.span.start:
        return False
    if doc[at + 1].lower_ != "in" and not (doc[at + 1].lower_ == "of" and naming.metric == "gdp"):
        return False
    told = spans_in(doc, QUANTITIES, figure.sentence.start, figure.span.start)
    return any(span.start <= at < span.end for span in told)


def is_ground_of(word: Token, other: Token, *, people: bool = False) -> bool:
    """*a gross margin on home sales of 23%*, *lending to households*: what the thing is on, not what is measured; not in
    *a loss of $2m on sales of $9m*."""
    on_it = (
        word.dep_ == "pobj" and word.head.lower_ in (_FOR_WHOM if people else _GROUNDS) and word.head.head.i == other.i
    )
    return on_it and not spans_in(word.doc, QUANTITIES, other.i, word.i)


def has_a_noun_of_its_own(figure: Figure, mentions: Sequence[MetricMention]) -> bool:
    """*a $500m hack*, *346 people*, *a robbery of $4 million*: a noun of its own, which no metric names."""
    noun = figure.noun
    if noun is None and figure.preposition is not None and figure.preposition.lower_ == "of":
        noun = figure.preposition.head if figure.preposition.head.pos_ == "NOUN" else None
    if noun is None or cues.noun_direction(noun) is not None:
        return False
    numbers = noun.lower_ == "numbers" and any(child.dep_ == "compound" for child in noun.children)
    if noun.lemma_.lower() in LIGHT_NOUNS and not numbers:
        return False  # "credit card numbers" are things
    return not any(mention.start <= noun.i < mention.end for mention in mentions)
