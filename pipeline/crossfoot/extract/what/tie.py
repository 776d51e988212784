"""How strongly the tree ties a metric's name to a figure: its own phrase, its clause, the clause of another verb."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Token
from crossfoot.extract.what.naming import QUANTITIES, Naming
from crossfoot.vocabulary.models import verbs

Tie = tuple[float, str]  # the smaller, the stronger; and the rule's name

_NEAR = frozenset("of at to for from in as between around above below by with on than near over under per".split())
_HIT = frozenset({"to", "on", "in", "of", "off", "for"})
_IN_A_PHRASE = frozenset({"of", "in", "as"})
_PARTS_OF_A_NAME = frozenset({"compound", "amod", "nmod"})
_PHRASE = frozenset({"prep", "pobj"}) | _PARTS_OF_A_NAME
_CLAUSES = frozenset({"acl", "relcl", "advcl", "ccomp", "xcomp", "parataxis"})
_EQUATING = frozenset(
    "be reach total average come stand hit rise fall climb drop increase decrease grow number exceed top amount".split()
)
_STANDS = frozenset("was were is are stood came amounted totaled totalled reached hit".split())
_STANDS_AT = frozenset({"at", "to", "in"})
_EQUALS = 3  # words: "came in at"
_BRINGING = frozenset({"take", "bring", "push", "drive", "send", "swell", "move", "pull", "get", "carry", "nudge"})
_PUTS = frozenset({"put", "peg", "see", "estimate", "forecast", "reckon", "keep", "leave", "hold", "set", "place"})


def tie(naming: Naming) -> Tie:
    """How near a name is to a figure, and the rule that says so."""
    if (beside := _beside(naming)) is not None:
        return beside
    figure, start = naming.figure, naming.figure.anchor
    way = grammar.path(start, naming.word)
    if way is None:
        return 7.0, "same_sentence"
    if _meet_in_the_name(naming, way):
        return _on_the_name(naming, way)
    down_to = way.from_second
    if way.meet.i == start.i and grammar.is_verb(start) and down_to and down_to[-1] in grammar.SUBJECTS:
        return 1.9, "subject_of_its_verb"  # "its backlog will triple with the new contract"
    if way.meet.i == start.i or figure.noun is not None and way.meet.i == figure.noun.i:
        return _on_the_figure(naming, way)
    if way.meet.pos_ in ("VERB", "AUX"):
        return _through_a_verb(naming, way)
    return 3.5 + 0.5 * way.verbs_crossed + 0.1 * len(down_to), "same_phrase"


def _beside(naming: Naming) -> Tie | None:
    """The tie of a name that stands right at the figure, whatever the tree says."""
    figure, mention = naming.figure, naming.mention
    if mention.start < figure.span.end and mention.end > figure.span.start:
        return 2.1, "inside_the_figure"  # "deliveries rose to 310,000 cars": the subject says more than the unit
    if _is_right_beside(naming):
        if mention.end <= figure.span.start:
            return 0.45, "prepositional_object_of_its_name"
        return 0.6, "its_name_in_a_phrase_on_it"
    if naming.change and mention.end == figure.span.start and figure.noun is None:
        return 0.6, "modifies_its_name"  # "reported sales 5% higher"
    if not naming.change and _is_said_to_be(naming):
        return 1.0, "subject_of_its_verb"  # whatever the parser makes of "... and earnings per share were $1.94"
    return None


def _is_right_beside(naming: Naming) -> bool:
    """*$63 million of cash*, *$2 billion in inventory*, *earnings per share of $0.88*: a preposition alone between them."""
    figure, mention = naming.figure, naming.mention
    if figure.noun is not None and figure.noun.i >= figure.span.end:
        return False
    if figure.span.start - mention.end == 1 and figure.doc[mention.end].lower_ == "of":
        return True
    if figure.span.start - mention.end == 1 and figure.doc[mention.end].lower_ in ("to", "at") and not naming.change:
        return _is_listed(naming)
    return mention.start - figure.span.end == 1 and figure.doc[figure.span.end].lower_ in ("of", "in")


def _is_listed(naming: Naming) -> bool:
    """*EBITDA came to $17 billion, income to $6 billion and net debt to $58 billion*: a list that tells its verb once."""
    before = naming.mention.start - 1
    while before > naming.figure.sentence.start and naming.doc[before].pos_ in ("ADJ", "DET", "PRON"):
        before -= 1
    if naming.doc[before].lower_ not in (",", "and", ";"):
        return False
    return bool(spans_in(naming.doc, QUANTITIES, naming.figure.sentence.start, before))


def _is_said_to_be(naming: Naming) -> bool:
    """*earnings per share were $1.94*, *net debt stood at $61 million*, *the jobless rate, at 7.9%*: nothing else between."""
    mention, figure = naming.mention, naming.figure
    between = [token.lower_ for token in naming.doc[mention.end : figure.span.start]]
    head = grammar.root_of(naming.doc, mention.start, mention.end)
    if figure.kind == "count" or figure.noun is not None or head.dep_ == "pobj":
        return False
    if between[:2] == [",", "at"] and len(between) == 2:
        return True
    return bool(between) and len(between) <= _EQUALS and between[0] in _STANDS and set(between) <= _STANDS | _STANDS_AT


def _meet_in_the_name(naming: Naming, way: grammar.Path) -> bool:
    """Whether the figure hangs on the name, or on the noun that the name is a part of."""
    if naming.mention.start <= way.meet.i < naming.mention.end:
        return True
    noun = way.meet.pos_ in ("NOUN", "PROPN") and set(way.from_second) <= _PARTS_OF_A_NAME
    return noun and not _is_clause(way.from_first)


def _on_the_name(naming: Naming, way: grammar.Path) -> Tie:
    """The tie of *a margin of 5%*, *sales, which rose to $3 million*: the figure hangs on the name."""
    figure, up_from = naming.figure, way.from_first
    if set(up_from) <= grammar.NOUN_MODIFIERS:
        # A verb says more of a counted thing than its name: "delivered 45 aircraft".
        return (1.05 if figure.kind == "count" else 0.0), "modifies_its_name"
    prepositions = _prepositions(figure.anchor, way.meet)
    if not _is_clause(up_from) and prepositions and prepositions <= _NEAR and "conj" not in up_from:
        direct = len(prepositions) == 1 and "appos" not in up_from
        led = direct and ("of" in prepositions or "at" in prepositions)
        return (0.5 if led else 1.0), "prepositional_object_of_its_name"
    if _is_its_subject(naming.word, figure.anchor):
        return 2.0, "subject_of_its_clause"
    return 2.0 + 0.5 * way.verbs_crossed, "clause_on_its_name"


def _on_the_figure(naming: Naming, way: grammar.Path) -> Tie:
    """The tie of *$3 million in fines*, *a 5% drop in sales*: the name hangs on the figure."""
    prepositions = _prepositions(naming.word, way.meet)
    if set(way.from_second) <= _PHRASE and prepositions <= _IN_A_PHRASE:
        if "in" in prepositions and _has_an_article(naming):
            return 2.4, "circumstance_of_it"  # "valued at $5 billion in a share sale"
        return 0.8, "its_name_in_a_phrase_on_it"
    noun = naming.figure.noun
    if noun is not None and cues.noun_direction(noun) is not None and prepositions <= _HIT:
        return 0.9, "what_its_movement_hits"
    if naming.change and "to" in prepositions:
        return 1.7, "what_its_verb_adds_to"  # "to add 5 cents to earnings per share"
    return 2.6, "its_name_hangs_on_it"


def _through_a_verb(naming: Naming, way: grammar.Path) -> Tie:
    """The tie of *sales rose to $3 million*, *cut its debt by 5%*: name and figure hang from one verb."""
    figure, change, verb = naming.figure, naming.change, way.meet
    top = way.from_second[-1] if way.from_second else ""
    penalty = 0.6 * way.verbs_crossed + 0.2 * max(0, len(way.from_second) - 1)
    if top in grammar.SUBJECTS and figure.kind == "count" and _equates(verb):
        return 0.9 + penalty, "subject_of_its_verb"  # "trading volume was 12 million shares"
    if top in grammar.SUBJECTS:
        return 2.0 + penalty, "subject_of_its_verb"
    if top in ("dobj", "dative") and (verb.lemma_.lower() in verbs().sending if change else _is_put_at(figure, verb)):
        return 0.9 + penalty, "object_of_its_verb"
    if top == "dobj" and not change and _is_brought_to(naming, verb):
        return 1.2 + penalty, "object_of_its_verb"
    if top in ("dobj", "attr", "oprd"):
        return (1.8 if change else 2.2) + penalty, "object_of_its_verb"
    if top == "prep" and change and _prepositions(naming.word, verb) & {"to", "off"}:
        return 1.7 + penalty, "what_its_verb_adds_to"
    if top in ("prep", "agent", "npadvmod", "dative"):
        return 2.8 + penalty, "phrase_of_its_verb"
    return 4.0 + penalty, "other_clause"


def _equates(verb: Token) -> bool:
    """*volume was 12 million shares*, *narrowed to 9,000 lots*: the figure is what the subject came to."""
    return verb.lemma_.lower() in _EQUATING or cues.verb_direction(verb) is not None


def _is_put_at(figure: Figure, verb: Token) -> bool:
    """*puts the crop at 71 million bags*, *pegs spending at $119 billion*: an estimate of what is put there."""
    at = figure.preposition is not None and figure.preposition.lower_ == "at"
    return at and verb.lemma_.lower() in _PUTS


def _is_brought_to(naming: Naming, verb: Token) -> bool:
    """*orders of $3 billion lifted its backlog to $75 billion*: the object is what came there, not the subject."""
    to, word = naming.figure.preposition, naming.word
    acts = naming.figure.verb is not None and naming.figure.verb.i == verb.i  # "added jobs and the rate rose to 4%"
    if to is None or to.lower_ != "to" or not verb.i < word.i < to.i or not acts:
        return False
    return verb.lemma_.lower() in _BRINGING or cues.verb_direction(verb) is not None


def _is_its_subject(word: Token, start: Token) -> bool:
    """*GDP, which we believe will grow by 2%*: the clause's *which* stands for the name."""
    clause = next((child for child in word.children if child.dep_ == "relcl" and grammar.within(start, child)), None)
    verb = grammar.verb_above(start)
    if clause is None or verb is None:
        return False
    return any(child.tag_ == "WDT" and child.dep_ in grammar.SUBJECTS for child in verb.children)


def _has_an_article(naming: Naming) -> bool:
    """*in a share sale*: an article behind the preposition of the name's phrase."""
    between = naming.doc[naming.figure.span.end + 1 : naming.mention.start]
    return len(between) > 0 and between[0].lower_ in ("a", "an", "the")


def _is_clause(labels: Sequence[str]) -> bool:
    """True where a path runs through another clause."""
    return not _CLAUSES.isdisjoint(labels)


def _prepositions(start: Token, top: Token) -> set[str]:
    found = set()
    for token in grammar.up(start):
        if token.i == top.i:
            break
        if token.dep_ == "prep":
            found.add(token.lower_)
    return found
