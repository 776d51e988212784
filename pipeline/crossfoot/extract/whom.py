"""Whom a figure is about: possessor of the metric, object of its `of`, subject of the verb, then what stands before."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import cues, grammar
from crossfoot.extract.adjacent import mover_before
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at, mentions_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.what import What
from crossfoot.vocabulary.firm_lists import company_nouns
from crossfoot.vocabulary.models import cues as cue_words

_NOT_SUBJECTS = frozenset({"person", "media", "group"})  # they speak of figures, figures are seldom theirs
_ASSESSING = frozenset({"put", "peg", "value", "see", "assess", "rate", "count", "reckon", "pencil"})
# What a house does with figures on others.
_FORECASTING = frozenset(
    """model pencil look forecast expect predict project estimate anticipate think believe reckon see peg put calculate
    rate""".split()
)
REVISING = frozenset(
    "cut raise trim lift lower keep leave hike increase reduce boost nudge reiterate maintain set have".split()
)
_FORECAST_NOUNS = frozenset({"forecast", "estimate", "target", "rating", "projection", "call", "prediction", "view"})
_POLLS = frozenset({"consensus", "poll", "survey"})
_SENDING = frozenset("send pull push drag lift drive leave knock".split())
_WAYS = frozenset({"down", "up", "lower", "higher", "off"})
_FOR = frozenset({"at", "for", "of", "on"})
_MAKERS = frozenset({"company", "division"})
_HAVING = frozenset("have own operate run use buy order lease rent get receive install deploy add fly secure".split())
_MARKETS = frozenset({"index", "currency", "commodity"})
_ITS = frozenset({"its", "their", "theirs"})
_OPINION = 9  # words from a house's verb to its estimate: "took its sales estimate down to", "has a target of"
_REPORTING = frozenset({"report", "post", "disclose", "reveal", "announce", "declare"})
_SPEAKERS = frozenset(
    {"economist", "economists", "analyst", "analysts", "strategist", "strategists", "trader", "traders"}
)
_OF = frozenset({"of", "for", "at", "in", "on", "by", "with", "from", "to"})


@dataclass(frozen=True, slots=True)
class Whom:
    """A firm, the rule that chose it, and how sure that is (0 to 1)."""

    firm: FirmMention
    rule: str
    confidence: float
    token: int


def firm_of(figure: Figure, what: What | None, *, topic: FirmMention | None = None) -> Whom | None:
    """The firm by the grammar of the figure's own sentence, or None."""
    word = what.word if what is not None else None
    tops = [t for t in (figure.noun, figure.anchor) if t is not None]
    if figure.noun is not None and (owner := _possessed(figure, figure.noun)) is not None:
        return owner
    if (market := _moved_in(figure) or _sent(figure) or _estimate_of(figure, topic)) is not None:
        return market
    if (mover := mover_before(figure)) is not None and not _only_speaks(mover[0], figure.doc[mover[1]], topic):
        return Whom(mover[0], "subject", 0.9, mover[1])
    own = _own_subject(figure, topic)
    if own is not None and (word is None or not _same_clause(word, figure)):
        return own
    substance: Whom | None = None
    for top in [*tops, *([word] if word is not None else [])]:
        found = _in_phrase(figure, top)
        if found is not None and (_is_substance(figure, found) or _is_bought(figure, found, what)):
            substance = found if substance is None else substance
        elif found is not None:
            return found
    last = word if word is not None else tops[-1]
    verb = last if grammar.is_verb(last) else grammar.verb_above(last)
    assessed = _assessed(figure, topic)
    if assessed is not None:
        return assessed
    charged = _charged(figure)
    if charged is not None:
        return charged
    seen: set[int] = set()
    while verb is not None and verb.i not in seen:
        seen.add(verb.i)
        attributing = verb.lemma_.lower() in cue_words().attribution.verbs
        subject = grammar.subject_of(verb)
        if subject is not None:
            found = _in_phrase(figure, subject, rule="subject", own=True)
            heard = attributing and (len(seen) > 1 or found is not None and found.firm.house and found.firm != topic)
            placed = found is not None and verb.dep_ == "relcl" and found.firm.kind in ("country", "region")
            heard = heard or found is not None and _only_speaks(found.firm, verb, topic)
            if found is not None and not placed and not (heard and _speaks(found.firm, topic)):
                return found
            if found is not None and verb.i < figure.span.start and _reports_itself(found.firm, verb):
                return found
        verb = grammar.verb_above(verb)
    return substance or _before(figure, topic)


def _possessed(figure: Figure, noun: Token) -> Whom | None:
    """*weighed down by Acme's 3.8% drop*, *Acme, whose 2.6% decline*: whose movement it is, whoever the clause is on."""
    if cues.noun_direction(noun) is None:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    firm = _about(figure.doc, owner) if owner is not None else None
    return Whom(firm, "possessor", 0.92, owner.i) if firm is not None and owner is not None else None


def _estimate_of(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """*UBS cut its Brent estimate to $75*, *its forecast for profit at Acme*: whom a house's estimate is for."""
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    voice = mention_at(figure.doc, subject.i) if subject is not None else None
    if voice is None or not voice.house or topic is not None and voice.canonical == topic.canonical:
        return None
    estimate = False
    for token in figure.doc[figure.sentence.start + 1 : figure.span.start]:
        at = token.i - 1 if token.lemma_.lower() in _FORECAST_NOUNS else token.i + 1
        estimate = estimate or at < token.i
        firm = mention_at(figure.doc, at) if at < token.i or estimate and token.lower_ in _FOR else None
        if firm is None or firm.via == "pronoun" or firm.canonical == voice.canonical:
            continue
        if firm.kind in _MARKETS or firm.kind in _MAKERS and not firm.house:
            return Whom(firm, "forecast_by_a_house", 0.88, at)
    return None


def _sent(figure: Figure) -> Whom | None:
    """*pulled the S&P/ASX 200 0.9% lower to 8,611*, *sent the pound down 1%*: what a verb moves, not who moves it."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in _SENDING or verb.i > figure.span.start:
        return None
    words = {token.lower_ for token in figure.doc[verb.i : min(figure.span.end + 2, figure.sentence.end)]}
    if words.isdisjoint(_WAYS):
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        if firm is not None:
            moved = firm.kind in _MARKETS or firm.kind in _MAKERS and not firm.house
            return Whom(firm, "sent_by_another", 0.9, at) if moved and firm.via != "pronoun" else None
    return None


def _moved_in(figure: Figure) -> Whom | None:
    """*against a gain of 12% in the S&P 500*, *a 3% drop in copper*: the market right behind the movement's size."""
    noun = figure.noun
    if noun is None and figure.preposition is not None and figure.preposition.lower_ == "of":
        noun = figure.preposition.head
    if noun is None or cues.noun_direction(noun) is None:
        return None
    at = max(figure.span.end, noun.i + 1)
    if at + 1 >= figure.sentence.end or figure.doc[at].lower_ not in ("in", "for", "on"):
        return None
    at += 2 if figure.doc[at + 1].lower_ == "the" else 1
    firm = mention_at(figure.doc, at) if at < figure.sentence.end else None
    return Whom(firm, "possessor_of", 0.9, at) if firm is not None and firm.kind in _MARKETS else None


def _is_substance(figure: Figure, found: Whom) -> bool:
    """*shipped 84 million tonnes of iron ore*, *lost 5,000 US parcels*, *has 9,000 Acme chips*: not who did it."""
    name = figure.doc[found.token]
    if figure.kind == "count" and found.rule == "possessor" and name.dep_ != "poss" and found.firm.kind in _MAKERS:
        has = figure.verb is not None and figure.verb.lemma_.lower() in _HAVING
        return has and figure.noun is not None and name.head.i == figure.noun.i
    if figure.kind == "count" and found.firm.kind == "country" and found.rule == "possessor":
        return figure.noun is not None and figure.doc[found.token].head.i == figure.noun.i
    return figure.kind in ("mass", "volume") and found.firm.kind == "commodity" and found.rule == "possessor_of"


def _is_bought(figure: Figure, found: Whom, what: What | None) -> bool:
    """*pays $35 billion for Acme*: the other party of what the subject does."""
    if found.rule == "possessor_of" and what is not None and what.rule == "verb_frame" and what.metric == "cost":
        return True  # "spent $14 million on Acme"
    if what is not None and what.metric == "stake" and found.rule == "possessor_of" and found.token > figure.span.start:
        return True  # "built a stake of $2 billion in Acme"
    frame = what.frame if what is not None else None
    return frame is not None and bool(frame.for_a) and found.firm.kind in frame.for_a and found.rule == "possessor_of"


def owner_of(figure: Figure) -> Whom | None:
    """The firm that owns the part: *Acme holds 9% of Bolt*."""
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    firm = _about(figure.doc, subject) if subject is not None and subject.i < figure.span.start else None
    part = part_of_firm(figure)
    if firm is None or subject is None or part is None or firm.canonical == part.canonical:
        return None
    return (
        Whom(firm, "owner", 0.85, subject.i)
        if firm.kind in ("company", "division", "broker", "agency", "country")
        else None
    )


def part_of_firm(figure: Figure) -> FirmMention | None:
    """The company of *9.9 per cent of Acme*: a percentage of the firm itself."""
    doc, end = figure.doc, figure.span.end
    if figure.kind != "percent" or end + 1 >= figure.sentence.end or doc[end].lower_ != "of":
        return None
    for at in range(end + 1, min(end + 4, figure.sentence.end)):
        firm = mention_at(doc, at)
        if firm is not None:
            last = at
            while last + 1 < figure.sentence.end and mention_at(doc, last + 1) == firm:
                last += 1
            follows = doc[last + 1] if last + 1 < figure.sentence.end else None
            owns = follows is not None and (
                follows.lower_ in ("'s", "’s", "'", "’") or follows.pos_ in ("NOUN", "PROPN")
            )
            whole = firm.kind in ("company", "division") and not owns and not firm.adjective
            return firm if whole and firm.via != "pronoun" else None
    return None


def assessor(figure: Figure, topic: FirmMention | None) -> tuple[FirmMention, Token] | None:
    """Who assesses in *Citi sees it reaching $80*, with the verb; never the firm that the text is about."""
    verb = figure.verb
    for _ in range(3):
        if verb is None or verb.lemma_.lower() in _ASSESSING:
            break
        verb = grammar.verb_above(verb)
    if verb is None or verb.lemma_.lower() not in _ASSESSING or _puts_on(verb):
        return None
    subject = grammar.subject_of(verb)
    voice = _about(figure.doc, subject) if subject is not None else None
    if voice is None or voice.kind not in ("company", "broker", "agency", "media") or voice == topic:
        return None
    return voice, verb


def _puts_on(verb: Token) -> bool:
    """*put on 3%*, *put up $2 billion*: no assessment, whatever *put* is elsewhere."""
    return verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("on", "up", "down", "in")


def _assessed(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """*Kantar puts Acme's share at 6%*, *Citi sees it reaching $80*: whom a house assesses, not the house."""
    found = assessor(figure, topic)
    if found is None:
        return None
    voice, verb = found
    for index, mention in mentions_in(figure.sentence):
        if index > verb.i and index < figure.span.start and mention != voice and mention.kind not in _NOT_SUBJECTS:
            return Whom(mention, "assessed_by_a_house", 0.8, index)
    return Whom(topic, "assessed_by_a_house", 0.55, -1) if topic is not None and voice.house else None


def _own_subject(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """The firm that is itself the subject of the figure's verb: *and the Nikkei is up 11%*."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if subject is None or figure.verb is None:
        return None
    if figure.verb.lemma_.lower() in cue_words().attribution.verbs and not _puts_on(figure.verb):
        return None
    firm = _about(figure.doc, subject)
    if firm is None or _only_speaks(firm, figure.verb, topic):
        return None
    return Whom(firm, "subject", 0.9, subject.i)


def _only_speaks(firm: FirmMention, verb: Token, topic: FirmMention | None) -> bool:
    """*Citi models $34*, *Citi cut its estimate by 5%*: a house's figures are on those that it follows."""
    if not (firm.house or firm.kind in ("broker", "media")) or topic is not None and firm.canonical == topic.canonical:
        return False
    if verb.lemma_.lower() in _FORECASTING:
        return True
    named = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
    if verb.lemma_.lower() in REVISING and (_FORECAST_NOUNS & named or named & _ITS):
        return True  # "cut its to $65": its target
    behind = (token.lemma_.lower() for token in verb.doc[verb.i + 1 : min(verb.i + _OPINION, verb.sent.end)])
    return firm.kind != "media" and not _FORECAST_NOUNS.isdisjoint(behind)


def _same_clause(word: Token, figure: Figure) -> bool:
    verb = grammar.verb_above(word)
    return verb is None or figure.verb is None or verb.i == figure.verb.i


def _speaks(firm: FirmMention, topic: FirmMention | None) -> bool:
    """True where the subject of *said* is only a voice: a house, a paper, or anybody but the firm the text is about."""
    return (
        firm.house or firm.kind in ("media", "person", "agency") or topic is None or firm.canonical != topic.canonical
    )


def _charged(figure: Figure) -> Whom | None:
    """*tariffs would cost it $300 million*: whom something costs."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() != "cost" or figure.span.start < verb.i:
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        if firm is not None and firm.kind in ("company", "division"):
            return Whom(firm, "charged", 0.85, at)
    return None


def _reports_itself(firm: FirmMention, verb: Token) -> bool:
    """*after Acme reported that profit had tripled*: a company's report is on itself, a house's or a paper's is not."""
    return firm.kind == "company" and not firm.house and verb.lemma_.lower() in _REPORTING


def _in_phrase(figure: Figure, top: Token, *, rule: str = "possessor", own: bool = False) -> Whom | None:
    """A firm that possesses `top`, is compounded with it, is the object of its `of`, or (own) is it."""
    doc = figure.doc
    if own or (mention_at(doc, top.i) is not None and top.i < figure.span.start):
        firm = _about(doc, top)
        if firm is not None:
            return Whom(firm, rule, 0.9, top.i)
    left = [child for child in top.children if child.dep_ in ("poss", "compound", "nmod", "amod", "nummod")]
    for child in sorted(left, key=lambda c: (c.dep_ != "poss", c.i)):
        found = _about(doc, child) or _inner(doc, child)
        if found is not None and not _is_modifier_alone(top, child, found):
            return Whom(found, rule, 0.92, child.i)
    for preposition in (child for child in top.children if child.dep_ == "prep" and child.lower_ in _OF):
        for thing in (child for child in preposition.children if child.dep_ in ("pobj", "pcomp")):
            found = _about(doc, thing)
            if found is not None and (
                preposition.lower_ not in ("by", "with", "from", "to", "on")
                or own is False
                and preposition.lower_ == "on"
            ):
                return Whom(found, f"{rule}_of", 0.85, thing.i)
            if preposition.lower_ in ("of", "on") and (inner := _in_phrase_once(figure, thing)) is not None:
                return Whom(inner, f"{rule}_of", 0.8, thing.i)
    return None


def _is_modifier_alone(top: Token, child: Token, found: FirmMention) -> bool:
    """The *US* of *the US buyout group*, a firm's own; the *new* of *new restaurants*, which are counted."""
    if child.dep_ == "poss":
        return False
    unlisted = top.pos_ == "PROPN" and mention_at(top.doc, top.i) is None
    apposed = (each for each in top.children if each.dep_ == "appos" and each.i == top.i + 1)
    named = unlisted or any(each.pos_ == "PROPN" for each in apposed)  # "the US investor Acme", which no list has
    placed = found.kind in ("country", "region") and (named or top.lower_ in company_nouns() and top.tag_ == "NN")
    polled = top.lower_ in _POLLS and found.kind in ("company", "media", "broker")  # "the FactSet consensus is for $2"
    return placed or polled or found.kind == "group" and mention_at(top.doc, top.i) == found


def _in_phrase_once(figure: Figure, top: Token) -> FirmMention | None:
    for child in top.children:
        if child.dep_ in ("poss", "compound", "nmod") and (found := _about(figure.doc, child)) is not None:
            return found
    return None


def _inner(doc: Doc, token: Token) -> FirmMention | None:
    """The firm inside a nested modifier: *Meta's [data center] capacity*, *[Acme shares] price*."""
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod") and (found := _about(doc, child)) is not None:
            return found
    return None


def _about(doc: Doc, token: Token) -> FirmMention | None:
    """The mention at `token` if figures can be its own; the *Hong Kong* of *Hong Kong dollars* is a unit."""
    if token.lower_ == "whose":  # "the brewer Acme, whose sales fell 4%"
        clause = next((above for above in grammar.up(token) if above.dep_ == "relcl"), None)
        return _about(doc, clause.head) if clause is not None and clause.head.i < token.i else None
    mention = mention_at(doc, token.i)
    if mention is None and token.pos_ in ("NOUN", "ADJ"):  # "its rival Acme": the name stands in apposition
        beside = next((c for c in token.children if c.dep_ == "appos" and c.i - token.i <= 2), None)
        mention = mention_at(doc, beside.i) if beside is not None else None
        if (
            mention is None and token.dep_ == "appos" and token.head.i < token.i
        ):  # "Acme, a lender that earned $5 billion"
            mention = mention_at(doc, token.head.i)
    if mention is None or token.i in figured(doc) or (mention.kind in _NOT_SUBJECTS and mention.sector != "industry"):
        return None
    return mention


def figured(doc: Doc) -> frozenset[int]:
    """The tokens that belong to a figure."""
    held: frozenset[int] | None = doc.user_data.get("crossfoot_figured")
    if held is None:
        spans = spans_of(doc, "crossfoot_quantities")
        held = frozenset(index for span in spans for index in range(span.start, span.end))
        doc.user_data["crossfoot_figured"] = held
    return held


def _before(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """The nearest firm before the figure in its sentence that is neither a place nor a voice."""
    doc = figure.doc
    for index in range(figure.span.start - 1, figure.sentence.start - 1, -1):
        found = _about(doc, doc[index])
        if found is None or found.kind in ("agency", "country", "region", "group") or _is_agent(doc[index]):
            continue
        if found.kind == "commodity" and topic is not None and topic.kind == "company":
            continue  # "excluding sales of bullion, income grew 5%"
        if found != topic and _employs(figure, found, index):
            continue
        if not found.house or found == topic:
            return Whom(found, "before_it", 0.5, index)
    return None


def _employs(figure: Figure, firm: FirmMention, index: int) -> bool:
    """*an economist at Acme expects the rate to end at 6%*: whom somebody speaks for."""
    doc = figure.doc
    while index > figure.sentence.start and mention_at(doc, index - 1) == firm:
        index -= 1
    if index - 2 < figure.sentence.start or doc[index - 1].lower_ not in ("at", "of", "with", "from", "for"):
        return False
    return doc[index - 2].lower_ in _SPEAKERS


def _is_agent(token: Token) -> bool:
    """*analysts surveyed by LSEG*: who did it, not whom the figure is about."""
    return token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.pos_ == "VERB"


def mentions_in(sentence: Span) -> list[tuple[int, FirmMention]]:
    """The mentions of a sentence with their first token, in text order."""
    found, last = [], None
    for index, mention in enumerate(mentions_at(sentence.doc, sentence.start, sentence.end), sentence.start):
        if mention is not None and mention is not last:
            found.append((index, mention))
        last = mention
    return found


def firm_of_word(word: Token, verb: Token) -> FirmMention | None:
    """The firm that a metric's name belongs to where no figure stands: its possessor, its `of`, the verb's subject."""
    doc = word.doc
    for top in (word, grammar.subject_of(verb)):
        if top is None:
            continue
        for child in sorted(top.children, key=lambda c: (c.dep_ != "poss", c.i)):
            if (
                child.dep_ in ("poss", "compound", "nmod")
                and (found := _about(doc, child) or _inner(doc, child)) is not None
            ):
                return found
        for preposition in (c for c in top.children if c.dep_ == "prep" and c.lower_ in ("of", "at", "for", "in")):
            for thing in preposition.children:
                if (found := _about(doc, thing)) is not None:
                    return found
        if (found := _about(doc, top)) is not None:
            return found
    for index in range(verb.i - 1, verb.sent.start - 1, -1):
        found = _about(doc, doc[index])
        if found is not None and found.kind not in ("agency", "country", "region"):
            return found
    return None
