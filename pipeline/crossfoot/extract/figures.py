"""One figure in its sentence: the word it hangs from, what it modifies, and whether it is a level or a change."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import cues, grammar
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.records import Direction
from crossfoot.values.quantities import Quantity

# A figure behind these is where a movement ended or began, not its size: *rose to 5%*, *down from 7%*.
_LEVEL_PREPOSITIONS = frozenset(
    {"to", "at", "from", "into", "toward", "towards", "against", "versus", "than", "near", "around"}
)
# "fell below $700" says where it ended, "fell more than $70" how far it fell.
_LEVEL_BOUNDS = frozenset({"below", "above", "beneath", "under", "past", "beyond", "short", "shy"})
CHANGE_UNITS = frozenset({"percent", "percentage_point", "basis_point", "point"})
_KINDS = {"percentage_point": "percent", "basis_point": "percent", "number": "count", "apparent_power": "power"}
_MOVERS = frozenset({"rate", "pace", "clip"})  # "at a 5% pace": the size of a movement although `at` stands before it
_BURDENS = frozenset({"weigh", "bog", "load", "drag"})
_HELD = frozenset({"stake", "holding", "interest", "shareholding"})  # "built up a 10% stake"
_PASSING = frozenset(
    {"exceed", "top", "outpace"}
)  # "spending will exceed $3 billion": where it ends, not how far it went
_TAKING = frozenset(
    {"lop", "knock", "shave", "wipe", "take", "slice", "chop", "trim", "cut"}
)  # "knocked 3% off the price"
_RANGES = frozenset({"range", "band"})
_TIMES = frozenset({"year", "quarter", "month", "week"})
# When a market's figure is told of, hung on it as if it were a thing: *slid 5% premarket*, *was up 2% midday*.
_SESSIONS = frozenset({"premarket", "pre-market", "aftermarket", "postmarket", "afterhours", "after-hours", "intraday",
                       "midday", "midafternoon", "midmorning", "overnight"})  # fmt: skip
_BOOKING = frozenset({"book", "record", "recognise", "recognize", "realise", "realize", "post"})
_PICKING = frozenset({"pick", "hand", "give", "bring"})
# "set aside £800 million more": verbs whose sum is paid out or brought in once again.
_PAYING = frozenset(
    """invest spend set put pay raise borrow pledge commit earmark need seek provide inject plough plow lend contribute
    allocate receive get secure offer owe contract order book""".split()
)
# "to a record $75 billion": words of a figure's size between its preposition and it.
_SIZES = frozenset(
    {"record", "combined", "estimated", "total", "whopping", "staggering", "hefty", "massive", "projected"}
)
_A_ROUND = 1e6  # of money that a firm picks up; "the shares picked up $2"
_BENCHMARKS = frozenset(
    {"treasuries", "treasury", "gilts", "bunds", "euribor", "sofr", "sonia", "swaps", "mid-swaps", "libor"}
)
_NORMS = frozenset({"average", "norm", "five-year", "consensus"})  # "4.5% over the average"
_MARKS = frozenset({"what", "where", "level", "levels"})  # "$40 million below what was planned"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in its parsed sentence."""

    quantity: Quantity
    sentence: Span
    span: Span
    anchor: Token
    noun: Token | None
    preposition: Token | None
    verb: Token | None

    @property
    def kind(self) -> str:
        """The quantity's kind in the vocabulary's terms: points of a percentage are percent, a bare number a count."""
        return _KINDS.get(self.quantity.kind, self.quantity.kind)

    @property
    def doc(self) -> Doc:
        return self.span.doc


def figure_of(span: Span, quantity: Quantity) -> Figure:
    """The figure in its tree. `noun`: what it modifies (*an 8% gain*); `preposition`: what it is the object of."""
    doc = span.doc
    inner = doc.char_span(quantity.figure_start, quantity.figure_end)
    anchor = grammar.root_of(doc, max(inner.start, span.start), min(inner.end, span.end))
    noun = anchor.head if _modifies(anchor) and not _is_time(anchor.head, quantity) else None
    if noun is None and quantity.noun is not None:
        noun = next((t for t in doc[span.start : min(span.end + 6, len(doc))] if t.text == quantity.noun), None)
    top = noun if noun is not None else anchor
    while top.head.i != top.i and span.start <= top.head.i < inner.start:  # "below $700", "more than 5%"
        top = top.head
    sentence = doc[span.sent.start : span.sent.end]
    preposition = _preposition_before(span, sentence.start)  # the surface is surer than the tree: "by 10% to 15 cents"
    if preposition is None and top.dep_ in ("pobj", "pcomp") and top.head.pos_ in ("ADP", "SCONJ", "ADV", "PART"):
        preposition = top.head if cues.particle_direction(top.head) is None else None
    return Figure(quantity, sentence, span, anchor, noun, _past_a_range(preposition), grammar.verb_above(top))


def _past_a_range(preposition: Token | None) -> Token | None:
    """The *to* of *raised its guidance to a range of $5 billion to $6 billion*."""
    ranged = preposition is not None and preposition.lower_ == "of" and preposition.head.lower_ in _RANGES
    if preposition is None or not ranged or preposition.head.dep_ != "pobj":
        return preposition
    return preposition.head.head if preposition.head.head.lower_ in ("to", "at", "in", "within") else preposition


def _modifies(anchor: Token) -> bool:
    head = anchor.head
    if head.i == anchor.i or head.pos_ not in ("NOUN", "PROPN"):
        return False
    return anchor.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod") and head.i > anchor.i


def _is_time(noun: Token, quantity: Quantity) -> bool:
    """The *year* of *grew 17% year over year*, *up $2 million year-on-year*, the *premarket* of *slid 5% premarket*."""
    if noun.lower_ in _SESSIONS:
        return True
    if noun.lower_ not in _TIMES:
        return False
    behind = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    return quantity.unit == "percent" or behind in ("-", "over", "on")


def _preposition_before(span: Span, first: int) -> Token | None:
    """The preposition right before a figure, over its approximators (*to about $5 billion*), not before token `first`."""
    before = span.start - 1
    while (
        before >= first
        and (span.doc[before].pos_ in ("ADV", "DET", "PUNCT", "SYM") or span.doc[before].lower_ in _SIZES)
        and span.doc[before].lower_ not in (",", ";", ":", "(", "–", "—", "up", "down")
    ):
        before -= 1
    token = span.doc[before] if before >= first else None
    if token is None or token.pos_ not in ("ADP", "PART", "SCONJ") or cues.particle_direction(token) is not None:
        return None
    return token


def movement(figure: Figure) -> Direction | None:
    """`up`, `down` or `flat` where the figure is the size of a movement, else None: then it is a level."""
    quantity = figure.quantity
    before = figure.doc[figure.span.start - 1] if figure.span.start > figure.sentence.start else None
    if _is_picked_up(figure) or _is_how_strong(figure):
        return None
    if before is not None and (moved := cues.particle_direction(before)) is not None:
        return moved  # "gave up 2%", where `up` says nothing by itself
    if (multiplied := _multiplied(figure)) is not None:
        return multiplied  # before its `to` is taken for a preposition: "plans to double"
    if _raises_money(figure) or _share_of_base(figure) or _is_paid_again(figure) or _is_sunk(figure):
        return None
    if figure.noun is not None and _is_flow(figure, figure.noun) or _is_booked(figure):
        return None
    if before is not None and (
        quantity.unit not in CHANGE_UNITS and cues.is_idle_particle(before) or _makes_up(before)
    ):
        return None
    if before is not None and _is_agent(before):
        return None
    if quantity.change is not None and not _level_by_preposition(figure) and not _is_size_of(figure):
        return quantity.change
    if (
        figure.noun is not None
        and (direction := cues.noun_direction(figure.noun))
        and not _is_flow(figure, figure.noun)
    ):
        return direction
    if figure.preposition is not None and figure.preposition.lower_ == "of":
        head = figure.preposition.head
        if head.pos_ == "NOUN" and (direction := cues.noun_direction(head)) and not _is_flow(figure, head):
            return direction
    if _level_by_preposition(figure):
        return None
    if (paced := _at_a_pace(figure)) is not None:
        return paced
    if not _is_size_of(figure) and (direction := _adverb_before(figure) or _direction_after(figure)) is not None:
        return direction
    verb = figure.verb
    if verb is None or not _adverbial(figure, verb) or _passes(figure, verb):
        return None
    direction = cues.verb_direction(verb)
    return None if direction == "flat" else direction


def _at_a_pace(figure: Figure) -> Direction | None:
    """*grew at a 4.3% annual rate*, *fell at a pace of 2%*: how fast, not where."""
    at, noun = figure.preposition, figure.noun
    if at is None or at.lower_ != "at" or noun is None or noun.lemma_ not in _MOVERS or figure.verb is None:
        return None
    return cues.verb_direction(figure.verb) if grammar.within(at, figure.verb) else None


def _is_agent(by: Token) -> bool:
    """The *by* of *weighed down by $4 billion of debt*: what does it, not how far."""
    burdened = by.nbor(-2).lemma_.lower() in _BURDENS if by.i - by.sent.start >= 2 else False
    return burdened and by.lower_ == "by" and by.nbor(-1).lower_ == "down"


def _is_size_of(figure: Figure) -> bool:
    """*dropped its $2 billion pursuit*: how big a thing is, where *a $2 billion drop* is a movement."""
    noun = figure.noun
    if noun is None or noun.i < figure.span.end or cues.noun_direction(noun) is not None:
        return False
    return figure.kind == "money" or noun.lemma_.lower() in _HELD


def _passes(figure: Figure, verb: Token) -> bool:
    """*may not exceed $35 million*: the mark that is passed, where *exceeded it by 5%* says how far."""
    return verb.lemma_.lower() in _PASSING and figure.preposition is None


def _makes_up(token: Token) -> bool:
    """The *up* of *exports made up 44%*: a share, no rise."""
    return token.lower_ == "up" and token.i > 0 and token.nbor(-1).lemma_.lower() == "make"


def _multiplied(figure: Figure) -> Direction | None:
    """*plans to double its headcount*, *halving its output*: the verb is the figure."""
    word = figure.span.text.lower()
    if word.startswith(("doubl", "tripl", "quadrupl", "treb")):
        return "up"
    return "down" if word.startswith("halv") else None


def _raises_money(figure: Figure) -> bool:
    """*raise $5 million* brings money in; *raise prices by 5%* moves them."""
    verb = figure.verb
    return (
        verb is not None
        and verb.lemma_.lower() == "raise"
        and figure.kind == "money"
        and figure.preposition is None
        and figure.noun is None
    )


def _is_how_strong(figure: Figure) -> bool:
    """*reduce the 1,450-strong workforce*: how large a thing is."""
    behind = figure.doc[figure.span.start : min(figure.span.end + 2, figure.sentence.end)].text
    return figure.kind == "count" and behind.endswith("strong")


def _is_picked_up(figure: Figure) -> bool:
    """*picked up $150 million*, *handed back $3 billion to investors*: what came in or went out, no movement."""
    verb, large = figure.verb, abs(figure.quantity.value.middle or 0.0) >= _A_ROUND
    part = (
        figure.kind == "percent"
        and figure.span.end < figure.sentence.end
        and figure.doc[figure.span.end].lower_ == "of"
    )
    held = figure.quantity.unit == "share" or figure.kind == "money" and large or part
    return verb is not None and verb.lemma_.lower() in _PICKING and held


def _is_sunk(figure: Figure) -> bool:
    """*sank £5 billion into its networks*: invested, not lost."""
    sunk = figure.verb is not None and figure.verb.lemma_.lower() == "sink" and figure.kind == "money"
    return sunk and figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ == "into"


def _is_paid_again(figure: Figure) -> bool:
    """*set aside £800 million more for claims*: a sum beside the ones before, no rise; *costs £8 million more* is one."""
    behind = [token.lower_ for token in figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]]
    verb = figure.verb
    more = behind[:1] == ["more"] and behind[1:] != ["than"]
    return more and figure.kind == "money" and verb is not None and verb.lemma_.lower() in _PAYING


def _share_of_base(figure: Figure) -> bool:
    """*a recovery of 70% of the level of 2015*: a level against a base, whatever noun stands before it."""
    after = figure.doc[figure.span.end : min(figure.span.end + 3, figure.sentence.end)]
    if figure.quantity.unit != "percent" or len(after) < 2 or after[0].lower_ != "of":
        return False
    return after[1].shape_ == "dddd" or after[1].lower_.startswith(("pre-", "pre"))


def _level_by_preposition(figure: Figure) -> bool:
    if figure.span[0].lower_ in _LEVEL_BOUNDS:
        return True
    return (
        figure.preposition is not None
        and figure.preposition.lower_ in _LEVEL_PREPOSITIONS
        and (figure.noun is None or (cues.noun_direction(figure.noun) is None and figure.noun.lemma_ not in _MOVERS))
    )


def _is_flow(figure: Figure, noun: Token) -> bool:
    """A *loss of $40 million* is a result, a *loss of 4%* a movement; an *investment hike of*, a movement."""
    behind = figure.doc[noun.i + 1 : min(noun.i + 4, figure.sentence.end)]
    of_a_day = any(token.lower_ in ("day", "session", "week") for token in behind)  # "a $40 loss on the day"
    return noun.lemma_.lower() == "loss" and figure.quantity.unit not in CHANGE_UNITS and not of_a_day


def _is_booked(figure: Figure) -> bool:
    """*booked a gain of $4 million*: a result."""
    of = figure.preposition
    if figure.kind != "money" or of is None or of.lower_ != "of" or of.head.lemma_.lower() != "gain":
        return False
    verb = grammar.verb_above(of.head)
    return verb is not None and verb.lemma_.lower() in _BOOKING


def _adverb_before(figure: Figure) -> Direction | None:
    """*up 5%*, *down by about a fifth*."""
    doc, index = figure.doc, figure.span.start - 1
    steps = 0
    while index >= figure.sentence.start and steps < 3:
        token = doc[index]
        if token.tag_ == "JJ" and index > 0 and doc[index - 1].lower_ in ("a", "an"):  # "up by a remarkable 8%"
            index -= 1
            continue
        if (moved := cues.particle_direction(token)) is not None:
            return moved  # "gave up 2%"
        if token.lower_ == "off":
            sold = token.dep_ == "prt" or doc[index - 1].pos_ == "VERB" and doc[index - 1].tag_ != "VBG"
            return None if sold or figure.quantity.unit not in CHANGE_UNITS else "down"
        if token.lower_ in ("up", "down", "higher", "lower", "ahead"):
            after = doc[index + 1].lower_ if index + 1 < len(doc) else ""
            return None if after in ("to", "from", "at", "of") else cues.adverb_direction(token)
        if token.lower_ not in (
            "by",
            "some",
            "about",
            "nearly",
            "roughly",
            "around",
            "another",
            "a",
            "an",
            "almost",
            "only",
            "more",
            "than",
            "as",
            "much",
            "just",
            "over",
        ):
            return None
        index, steps = index - 1, steps + 1
    return None


def _direction_after(figure: Figure) -> Direction | None:
    """*19% higher than*, *5 percent more*, *3% below*, *ended 2% firmer*, *lopped 14% off*, *$40 million below what it was*."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 3, figure.sentence.end)]
    if not len(behind):
        return None
    if behind[0].lower_ == "off":
        taken = figure.verb is not None and figure.verb.lemma_.lower() in _TAKING
        return "down" if taken and figure.quantity.unit in CHANGE_UNITS else None
    if behind[0].lower_ in ("above", "over", "below") and behind[-1].lower_ in _BENCHMARKS:
        return None  # "95 basis points above Treasuries"
    if behind[0].lower_ in ("over", "under") and any(token.lower_ in _NORMS for token in behind[1:]):
        return "up" if behind[0].lower_ == "over" else "down"
    marked = any(token.lower_ in _MARKS for token in behind[1:])
    if figure.quantity.unit in CHANGE_UNITS or marked and behind[0].lower_ in ("above", "below"):
        return cues.adverb_direction(behind[0])
    return None


def _adverbial(figure: Figure, verb: Token) -> bool:
    """True where the figure says by how much the verb moved its subject: *rose 5%*, *cut costs by half*, *shed 40 points*."""
    top = figure.noun if figure.noun is not None else figure.anchor
    if figure.preposition is not None:
        return figure.preposition.lower_ == "by" and grammar.within(figure.preposition, verb)
    if figure.noun is not None and figure.quantity.unit not in CHANGE_UNITS and figure.quantity.kind == "count":
        return top.head.i == verb.i and top.dep_ in ("dobj", "npadvmod", "dep")
    if _is_size_of(figure):
        return False
    if (
        top.head.i == verb.i
        and top.i > verb.i
        and top.dep_ in ("npadvmod", "dobj", "advmod", "attr", "dep", "nummod", "oprd", "acomp")
    ):
        return True
    # The parser often lets a percentage behind the verb dangle; nearness decides.
    gap = figure.doc[verb.i + 1 : figure.span.start]
    return figure.span.start > verb.i and len(gap) <= 2 and all(t.pos_ in ("ADV", "DET", "PUNCT", "PART") for t in gap)
