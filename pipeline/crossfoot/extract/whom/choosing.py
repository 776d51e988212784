"""Chooses by the grammar of a sentence whom a figure in it is about."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.adjacent import mover_before
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.extract.whom.anothers import of_another
from crossfoot.extract.whom.houses import (
    assessed,
    employs,
    estimate_of,
    is_house,
    is_opinion,
    is_shared_voice,
    only_speaks,
    puts_on,
    reports_itself,
    speaks,
)
from crossfoot.extract.whom.moved import charged, flowed, possessed, sent
from crossfoot.extract.whom.named import Whom, firm_at, firm_inside
from crossfoot.extract.whom.phrase import in_phrase, is_bought, is_substance, is_where_it_sells
from crossfoot.extract.whom.wholes import whole_of
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS
from crossfoot.vocabulary.models import cues as cue_words

_PLACES = frozenset({"country", "region"})


def firm_of(figure: Figure, what: What | None, *, topic: FirmMention | None = None) -> Whom | None:
    """The firm by the grammar of the figure's own sentence, or None."""
    word = what.word if what is not None else None
    tops = [t for t in (figure.noun, figure.anchor) if t is not None]
    if figure.noun is not None and (owner := possessed(figure, figure.noun)) is not None:
        return owner
    if (market := of_another(figure) or sent(figure) or flowed(figure) or estimate_of(figure, topic)) is not None:
        return market
    if (mover := mover_before(figure)) is not None and not only_speaks(mover[0], figure.doc[mover[1]], topic):
        return Whom(mover[0], "subject", 0.9, mover[1])
    own = _own_subject(figure, topic)
    if own is not None and (word is None or not _same_clause(word, figure)):
        return own
    if (placed := _where(figure) or _which(figure) or _at_whom(figure)) is not None:
        return placed
    if word is not None and own is None and (other := _owner_in_its_clause(figure, word, topic)) is not None:
        return other
    substance: Whom | None = None
    for top in [*tops, *([word] if word is not None else [])]:
        found = in_phrase(figure, top)
        if found is not None and (is_opinion(figure, found, topic) or is_where_it_sells(figure, found, what)):
            continue
        if found is not None and (is_substance(figure, found) or is_bought(figure, found, what)):
            substance = found if substance is None else substance
        elif found is not None:
            return found
    if (whole := whole_of(figure, what, topic)) is not None:
        return whole
    last = word if word is not None else tops[-1]
    found = assessed(figure, topic) or charged(figure) or _subject_above(figure, last, topic)
    return found or substance or _before(figure, topic)


def _where(figure: Figure) -> Whom | None:
    """*Acme, where margins widened to 2%*: the one that the clause is told of."""
    verb = figure.verb
    if verb is None or verb.dep_ != "relcl" or all(child.lower_ != "where" for child in verb.children):
        return None
    firm = firm_at(figure.doc, verb.head)
    subject = grammar.own_subject(verb)
    acting = subject is not None and firm_at(figure.doc, subject) is not None  # "in Peru, where Acme has built"
    named = firm is not None and (firm.kind in FIRM_KINDS or firm.kind in _PLACES and not acting) and not firm.house
    return Whom(firm, "subject", 0.88, verb.head.i) if named and firm is not None else None


def _at_whom(figure: Figure) -> Whom | None:
    """*and at Bolt, a rival, volumes were down 1.4%*: where the clause says that it happened."""
    verb = figure.verb
    subject = grammar.own_subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.i > figure.span.start or firm_at(figure.doc, subject) is not None:
        return None
    for preposition in verb.children:
        if preposition.lower_ == "at" and preposition.i < subject.i:
            for thing in preposition.children:
                firm = mention_at(figure.doc, thing.i)
                if firm is not None and firm.kind in FIRM_KINDS and not firm.house and firm.via != "pronoun":
                    return Whom(firm, "possessor_of", 0.88, thing.i)
    return None


def _which(figure: Figure) -> Whom | None:
    """*three groups: Acme, Bolt and Norling, which would pay £9m*: the name right before a *which*, whatever the tree says."""
    verb = figure.verb
    if verb is None or verb.dep_ != "relcl" or verb.i > figure.span.start:
        return None
    which = next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ == "which"), None)
    if which is None or which.i < 3 or which.nbor(-1).text != ",":
        return None
    firm = firm_at(figure.doc, which.nbor(-2))
    head = firm_at(figure.doc, verb.head)
    named = firm is not None and firm.kind in FIRM_KINDS and firm.via not in ("pronoun", "definite") and not firm.house
    apart = firm is not None and (head is None or head.canonical != firm.canonical)
    free = which.nbor(-2).dep_ not in ("pobj", "poss") or which.nbor(-2).i == verb.head.i
    return Whom(firm, "subject", 0.9, which.i - 2) if named and apart and free and firm is not None else None


def _owner_in_its_clause(figure: Figure, word: Token, topic: FirmMention | None) -> Whom | None:
    """*Peru's inflation rose to 2%, while Chile's twelve-month rate was 5%*: who owns the subject of the figure's own clause."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if subject is None or subject.i < word.i or _same_clause(word, figure) or subject.pos_ != "NOUN":
        return None
    owners = [child for child in subject.children if child.dep_ == "poss"]
    firm = firm_at(figure.doc, owners[0]) if owners else None
    if firm is None or firm.via == "pronoun" or is_house(firm) and firm != topic:
        return None
    return Whom(firm, "possessor", 0.9, owners[0].i)


def _subject_above(figure: Figure, word: Token, topic: FirmMention | None) -> Whom | None:
    """The subject of the word's verb, or of one above it, where that does not only speak of the figure."""
    verb = word if grammar.is_verb(word) else grammar.verb_above(word)
    seen: set[int] = set()
    voices: set[str] = set()
    while verb is not None and verb.i not in seen and not _is_parted(figure, verb):
        seen.add(verb.i)
        subject = grammar.subject_of(verb)
        found = in_phrase(figure, subject, rule="subject", own=True) if subject is not None else None
        if found is not None and len(seen) > 1 and found.firm.kind in MARKET_KINDS and _has_its_own(figure, subject):
            return None  # "the peso firmed, while inflation has dropped to 8%"
        if found is not None:
            if (owner := _participle_of(figure, found, verb)) is not None:
                return owner
            expected = subject is not None and subject.dep_ == "nsubjpass"  # "Acme is expected to earn $4 billion"
            attributing = not expected and verb.lemma_.lower() in cue_words().attribution.verbs
            heard = attributing and (len(seen) > 1 or found.firm.house and found.firm != topic)
            heard = heard or only_speaks(found.firm, verb, topic)
            heard = heard or found.firm.canonical in voices or is_shared_voice(found, verb)
            placed = verb.dep_ == "relcl" and found.firm.kind in ("country", "region")
            if not placed and not (heard and speaks(found.firm, topic)):
                return found
            if heard and is_house(found.firm):
                voices.add(found.firm.canonical)
            if verb.i < figure.span.start and reports_itself(found.firm, verb):
                return found
        if found is None and subject is not None and _is_stranger(subject, verb):
            return None
        verb = grammar.verb_above(verb)
    return None


def _has_its_own(figure: Figure, above: Token | None) -> bool:
    """Whether the figure's own clause has a subject, which is nobody, and joins the one above by a *while*."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if subject is None or above is None or subject.i == above.i or figure.verb is None:
        return False
    return any(child.lower_ in ("while", "whereas", "as", "though", "although") for child in figure.verb.children)


def _is_stranger(subject: Token, verb: Token) -> bool:
    """*Acme lent $4 billion, and the investor Norling paid $350 million*: a name that no list has acts in the clause."""
    joined = verb.dep_ == "conj" and subject.head.i == verb.i and subject.dep_ == "nsubj"
    named = subject.pos_ == "PROPN" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in subject.children)
    return joined and named and mention_at(subject.doc, subject.i) is None


def _is_parted(figure: Figure, verb: Token) -> bool:
    """*Acme sees 10%; Bolt is more cautious*: a semicolon stands between the figure and a verb."""
    first, last = sorted((figure.span.start, verb.i))
    return any(token.text == ";" for token in figure.doc[first:last])


def _participle_of(figure: Figure, found: Whom, verb: Token) -> Whom | None:
    """*Acme warned that cocoa would limit growth, having put up prices by 6%*: the participle is of who speaks."""
    alone = verb.dep_ == "advcl" and grammar.own_subject(verb) is None and verb.head.dep_ == "ccomp"
    if not alone or found.firm.kind not in MARKET_KINDS | {"country", "region"}:
        return None
    above = grammar.verb_above(verb.head)
    subject = grammar.subject_of(above) if above is not None else None
    firm = firm_at(figure.doc, subject) if subject is not None else None
    acts = firm is not None and firm.kind in FIRM_KINDS and not firm.house
    return Whom(firm, "subject", 0.8, subject.i) if acts and firm is not None and subject is not None else None


def _own_subject(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """The firm that is itself the subject of the figure's verb: *and the Nikkei is up 11%*."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if subject is None or figure.verb is None:
        return None
    if figure.verb.lemma_.lower() in cue_words().attribution.verbs and not puts_on(figure.verb):
        return None
    firm = firm_at(figure.doc, subject)
    if firm is None or only_speaks(firm, figure.verb, topic):
        return None
    if firm.via == "pronoun" and firm.kind in _PLACES and (there := _there(figure, figure.verb)) is not None:
        return there
    return Whom(firm, "subject", 0.9, subject.i)


def _there(figure: Figure, verb: Token) -> Whom | None:
    """*It edged down in Britain; in Germany it rose to 51*: the place that opens the pronoun's own clause."""
    for preposition in verb.children:
        if preposition.lower_ == "in" and preposition.i < verb.i:
            for thing in preposition.children:
                place = mention_at(figure.doc, thing.i)
                if place is not None and place.kind in _PLACES and not place.adjective:
                    return Whom(place, "subject", 0.88, thing.i)
    return None


def _same_clause(word: Token, figure: Figure) -> bool:
    """Whether a word and the figure hang from one verb."""
    verb = grammar.verb_above(word)
    return verb is None or figure.verb is None or verb.i == figure.verb.i


def _before(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """The nearest firm before the figure in its sentence that is neither a place nor a voice."""
    doc = figure.doc
    for index in range(figure.span.start - 1, figure.sentence.start - 1, -1):
        found = firm_at(doc, doc[index])
        if found is None or found.kind in ("agency", "country", "region", "group") or _is_agent(doc[index]):
            continue
        if found.kind == "commodity" and topic is not None and topic.kind == "company":
            continue  # "excluding sales of bullion, income grew 5%"
        if found != topic and employs(figure, found, index):
            continue
        if found != topic and _in_a_clause_aside(figure, doc[index]):
            continue
        if not found.house or found == topic:
            return Whom(found, "before_it", 0.5, index)
    return None


def _in_a_clause_aside(figure: Figure, token: Token) -> bool:
    """*Acme's sports arm, which includes Bolt, earned $9; parks made $2*: a name inside a relative clause that is over."""
    clause = next((above for above in grammar.up(token) if above.dep_ == "relcl"), None)
    if clause is None or clause.right_edge.i >= figure.span.start or not _bears_a_name(figure, clause.head):
        return False
    return all(above.i != clause.i for above in grammar.up(figure.anchor))


def _bears_a_name(figure: Figure, noun: Token) -> bool:
    return firm_at(figure.doc, noun) is not None or firm_inside(figure.doc, noun) is not None


def _is_agent(token: Token) -> bool:
    """*analysts surveyed by LSEG*: who did it, not whom the figure is about."""
    return token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.pos_ == "VERB"
