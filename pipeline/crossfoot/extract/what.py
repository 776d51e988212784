"""What a figure measures: its own phrase first, then its clause, then what its verb implies, then what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.frames import LIGHT_NOUNS, frame_of
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.moves import thing_moved
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Doc, Token
from crossfoot.vocabulary.models import Frame, metrics

_NEAR = frozenset(
    {
        "of",
        "at",
        "to",
        "for",
        "from",
        "in",
        "as",
        "between",
        "around",
        "above",
        "below",
        "by",
        "with",
        "on",
        "than",
        "near",
        "over",
        "under",
        "per",
    }
)
_CHANGE_KINDS = frozenset({"percent", "points"})
_OWN_PHRASE = 1.0
_CLAUSE = 2.2
# What an allocation is for says more than the allocation: "set aside $2bn for its buyback".
_PURPOSE_REACH = 8
_PURPOSES = frozenset({"share_buyback", "dividend", "capital_expenditure", "research_and_development", "debt"})
# What a deal is paid in: "agreed to buy it for $12 billion in cash and stock".
_MEANS = frozenset({"cash", "debt", "share_price", "shares_outstanding", "equity"})
# A metric's name before one of these still names what the figure measures: *revenue growth*, *profit forecast*.
_CARRIERS = frozenset(
    """growth forecast guidance target figure estimate outlook result rate level number plan total projection increase
    decrease gain decline rise fall range scale commitment expectation record volume base sum limit index drop""".split()
)
_RAISED = frozenset({"funding", "investment"})  # "the round valued it at $3 billion"
_PER_SHARE = frozenset({"eps", "dividend", "share_price", "offer_price", "price_target", "equity"})
MOST_A_SHARE = 1e5
_SMALL_COINS = ("JPY", "KRW", "IDR", "VND", "CLP", "COP", "HUF", "INR")  # shares run to millions of these
_COUNTED_IN = frozenset({"including", "excluding", "with", "plus"})
_ASIDE = 5  # words between the aside's first and what it names
_RATES = frozenset(
    {
        "policy",
        "interest",
        "benchmark",
        "key",
        "bank",
        "cash",
        "base",
        "funds",
        "fund",
        "fed",
        "repo",
        "repurchase",
        "lending",
        "deposit",
        "discount",
        "target",
    }
)
_BUDGETED = frozenset({"deficit", "surplus", "debt", "gap", "shortfall", "budget"})
_PACES = frozenset(
    {"annual", "annualized", "annualised", "yearly", "monthly", "quarterly", "adjusted", "fastest", "slowest"}
)
_EQUATING = frozenset(
    "be reach total average come stand hit rise fall climb drop increase decrease grow number exceed top amount".split()
)
CLOSES = frozenset({"close", "end", "finish", "settle", "open", "trade"})
PRICES = frozenset({"share_price", "index_level", "commodity_price", "exchange_rate", "bond_yield"})
SENDS = frozenset({"send", "drive", "push", "drag", "pull", "propel"})  # "sent the yield down six basis points"
_PUTS = frozenset({"put", "peg", "see", "estimate", "forecast", "reckon", "keep", "leave", "hold", "set", "place"})
_IN_A_PHRASE = frozenset({"of", "in", "as"})
_SIDE_BY_SIDE = 2  # words: "a $3 billion, or 12%, stake" has one name
_FARTHEST = 4.6  # a name beyond this is somebody else's: better `other` than the nearest keyword


@dataclass(frozen=True, slots=True)
class What:
    """A metric, the word that named it, the rule that chose it, and how sure that is (0 to 1)."""

    metric: str
    word: Token | None
    rule: str
    confidence: float
    frame: Frame | None = None


def metric_of(figure: Figure, mentions: Sequence[MetricMention], *, change: bool) -> What | None:
    """The metric by the named evidence of the figure's own sentence, or None."""
    frame = frame_of(figure)
    if frame is not None and _is_too_much(figure, frame.metric):
        frame = None  # "ended the quarter with equity at $5 billion" is no price of a share
    if frame is not None and frame.nouns:
        return What(frame.metric, figure.verb, "verb_frame", 0.9, frame)
    thing = thing_moved(figure) if change else None
    if thing is not None:  # "a fall in rental costs of $2 million" measures nothing that stands elsewhere
        mentions = [mention for mention in mentions if mention.start in thing]
    found = [each for each in (_evidence(figure, mention, change=change) for mention in mentions) if each is not None]
    ranked = sorted((each for each in found if each[0][0] <= _FARTHEST or _is_purpose(figure, each)), key=itemgetter(0))
    ranked = [each for each in ranked if not any(_is_ground_of(each[2], other[2]) for other in ranked)]
    if frame is not None:
        ranked = [each for each in ranked if not (each[1] in _MEANS and each[3] == "its_name_in_a_phrase_on_it")]
    if _names_itself(figure, mentions):
        ranked = [each for each in ranked if each[0][0] <= _OWN_PHRASE]
    if frame is not None and frame.negative and not (ranked and ranked[0][0][0] <= _CLAUSE):
        return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)  # "Acme lost $40 million"
    if frame is None or change:
        return _what(*ranked[0]) if ranked else None
    if ranked and (
        ranked[0][0][0] <= _OWN_PHRASE
        or ranked[0][3] == "subject_of_its_verb"
        and (frame.metric == "valuation" and ranked[0][1] not in _RAISED or ranked[0][1].endswith("cash_flow"))
    ):
        return _what(*ranked[0])
    purpose = next(
        (each for each in ranked if frame.metric in ("investment", "cost") and _is_purpose(figure, each)), None
    )
    if purpose is not None:
        return _what(*purpose)
    return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)


def _is_purpose(figure: Figure, found: tuple[tuple[float, int], str, Token, str]) -> bool:
    """*set aside $2bn to fund its buyback*: what a sum is for, right behind it and before any other figure."""
    _, metric, word, _ = found
    behind = metric in _PURPOSES and 0 <= word.i - figure.span.end <= _PURPOSE_REACH
    return behind and not spans_in(figure.doc, "crossfoot_quantities", figure.span.end, word.i)


def _is_ground_of(word: Token, other: Token) -> bool:
    """*a gross margin on home sales of 23%*: the sales, which the margin is on; not in *a loss of $2m on sales of $9m*."""
    on_it = word.dep_ == "pobj" and word.head.lower_ in ("on", "per") and word.head.head.i == other.i
    return on_it and not spans_in(word.doc, "crossfoot_quantities", other.i, word.i)


def _equates(verb: Token) -> bool:
    """*volume was 12 million shares*, *narrowed to 9,000 lots*: the figure is what the subject came to."""
    return verb.lemma_.lower() in _EQUATING or cues.verb_direction(verb) is not None


def _is_unit(figure: Figure, mention: MetricMention) -> bool:
    """The share of *$2 a share*, the ounce of *$3,000 an ounce* are units; the *19m shares* are another figure's."""
    for span in spans_in(figure.doc, "crossfoot_quantities", figure.sentence.start, figure.sentence.end):
        inside = span.start <= mention.start and mention.end <= span.end
        if inside and (span._.crossfoot_quantity.kind == "money" or span.start != figure.span.start):
            return True
    return False


def _is_of_another_figure(figure: Figure, mention: MetricMention) -> bool:
    """*at €4.20 apiece, an 18% premium*; *at $5.9 billion, net debt of $640 million included*: a name behind the figure
    that measures one of its own."""
    if mention.start < figure.span.end:
        return False
    for span in spans_in(
        figure.doc, "crossfoot_quantities", figure.span.end, min(mention.end + 2, figure.sentence.end)
    ):
        before = span.end == mention.start and span.start - figure.span.end > _SIDE_BY_SIDE
        if before or span.start == mention.end + 1 and figure.doc[mention.end].lower_ == "of":
            return True
    return False


def _names_itself(figure: Figure, mentions: Sequence[MetricMention]) -> bool:
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


def _what(rank: tuple[float, int], metric: str, word: Token, rule: str) -> What:
    return What(metric, word, rule, max(0.3, 0.95 - 0.12 * rank[0]))


def _evidence(
    figure: Figure, mention: MetricMention, *, change: bool
) -> tuple[tuple[float, int], str, Token, str] | None:
    """(rank, metric, word, rule) of one metric name for this figure; lower ranks are stronger."""
    doc = figure.doc
    if not (mention.start >= figure.sentence.start and mention.end <= figure.sentence.end):
        return None
    metric = _fitting(mention, figure.kind, change=change)
    if metric == "index_level" and figure.quantity.unit in ("percentage_point", "basis_point"):
        metric = (
            "policy_rate" if "policy_rate" in mention.candidates else None
        )  # "lowered its benchmark by half a point"
    if metric is None:
        return None
    word = grammar.root_of(doc, mention.start, mention.end)
    if word.i < mention.end - 1 and doc[mention.end - 1].pos_ in ("NOUN", "PROPN"):
        word = doc[mention.end - 1]
    if _is_unit(figure, mention) or figure.kind == "percent" and word.lemma_.lower() == "loss" and figure.noun == word:
        return None  # "the stock saw a 4% loss" is no result
    if is_where_it_ended(figure) and metric not in PRICES:
        return None
    if not _plausible(figure, metric) or _is_ranking(word) or _is_denominator(figure, metric, word):
        return None
    if _is_number_of(doc, mention) and "count" not in metrics()[metric].kinds:
        return None
    if (
        not change
        and figure.quantity.unit == "basis_point"
        and not {"money", "count"}.isdisjoint(metrics()[metric].kinds)
    ):
        return None  # no number of users is so many basis points
    if metric == "units_sold" and (word.lower_ == "unit" or _is_handed_over(word)):
        return None
    if metric == "stake" and doc[mention.start].lower_ in ("shares", "stocks"):
        return None  # "shares of the company rose 4%"
    if _is_basis(doc, mention) or _is_left_out(figure, mention) or metric == "policy_rate" and _is_other_rate(word):
        return None
    level, rule = _relation(figure, word, mention, change=change)
    if _is_told_of_another(figure, mention, rule) or level > _OWN_PHRASE and _is_of_another_figure(figure, mention):
        return None
    if (
        word.dep_ in ("compound", "amod", "nmod")
        and word.head.i >= mention.end
        and word.head.lemma_.lower() not in _CARRIERS
    ):
        level += 1.5  # an *investment bank* is no investment
    if cues.noun_direction(word) is not None and level <= 1.0:
        level += 1.1  # "a £70 million dent in margins": what is hit says more than the hit
    distance = min(abs(mention.start - figure.span.end), abs(figure.span.start - mention.end))
    return (level, distance), metric, word, rule


def _is_handed_over(word: Token) -> bool:
    """*copper for delivery in three months*: when a commodity changes hands, no deliveries. Nor is a business *unit* one sold."""
    return word.lower_ == "delivery" and word.dep_ == "pobj" and word.head.lower_ == "for"


def is_where_it_ended(figure: Figure) -> bool:
    """*wiping $2 billion off its value, before trading 8.9% lower*: a market's verb, and how far off."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in CLOSES or not 0 < figure.span.start - verb.i <= 2:
        return False
    behind = figure.doc[figure.span.end] if figure.span.end < figure.sentence.end else None
    return figure.kind in _CHANGE_KINDS and behind is not None and cues.adverb_direction(behind) is not None


def _is_told_of_another(figure: Figure, mention: MetricMention, rule: str) -> bool:
    """*pays $4 million to the district, and hires 90 at a salary of $80,000*: a name behind the figure, in a clause or
    phrase of its own."""
    behind = figure.doc[figure.span.end : mention.start]
    if len(behind) <= _PURPOSE_REACH and any(name in _PURPOSES for name in mention.candidates):
        return False  # "set aside $2bn to fund its buyback"
    parted = any(token.text in (",", ";", "–", "—") for token in behind)
    return mention.start >= figure.span.end and (rule == "other_clause" or rule == "phrase_of_its_verb" and parted)


def _is_number_of(doc: Doc, mention: MetricMention) -> bool:
    """*the number of transactions*: how many, never what they are worth."""
    return mention.start >= 2 and doc[mention.start - 1].lower_ == "of" and doc[mention.start - 2].lower_ == "number"


def can_be(figure: Figure, metric: str, *, change: bool) -> bool:
    """True where a figure of this kind and size can measure the metric."""
    if change and figure.kind in _CHANGE_KINDS:
        return _can_move(metric, figure.kind)
    return figure.kind in metrics().get(metric, metrics()["revenue"]).kinds and _plausible(figure, metric)


def _plausible(figure: Figure, metric: str) -> bool:
    """A sum a share measures what is counted a share, and nothing a share runs into the tens of millions."""
    if figure.quantity.unit.endswith("/share"):
        return metric in _PER_SHARE or metric == "net_income"  # which a share then is `eps`
    return not _is_too_much(figure, metric)


def _is_too_much(figure: Figure, metric: str) -> bool:
    """True for a sum that no share costs or earns: *equity at $5 billion*."""
    big = max(abs(end) for end in (figure.quantity.value.low, figure.quantity.value.high, 0.0) if end is not None)
    most = 100 * MOST_A_SHARE if figure.quantity.unit.startswith(_SMALL_COINS) else MOST_A_SHARE
    return figure.kind == "money" and metric in _PER_SHARE - {"dividend", "equity"} and big >= most


def _is_denominator(figure: Figure, metric: str, word: Token) -> bool:
    """*a deficit of 5% of GDP*: what the share is of, not what is measured."""
    whole = figure.kind == "percent" and word.dep_ == "pobj" and word.head.lower_ == "of"
    if metric == "gdp" or not whole or word.lower_ not in ("output", "product", "economy"):
        return whole and metric == "gdp"
    return any(token.lemma_.lower() in _BUDGETED for token in figure.sentence)


def _is_basis(doc: Doc, mention: MetricMention) -> bool:
    """*at constant currency*, *pre-tax charges*, *a target for revenue*: how it is measured, not what."""
    before = doc[mention.start - 1].lower_ if mention.start else ""
    first = doc[mention.start].lower_
    if first.startswith("currenc") and before in ("-", "‑") and mention.start > 1:
        before = doc[mention.start - 2].lower_  # "constant-currency growth"
    if first.startswith("currenc") and before in ("constant", "local", "common", "comparable", "foreign"):
        return True
    if first == "note" and doc[mention.start].head.lower_ == "in":
        return True  # "wrote in a note dated Tuesday"
    if first in ("tax", "taxes", "taxation") and before in ("before", "after"):
        return True  # "made $5 billion before tax"
    hyphened = before in ("-", "‑") and mention.start > 1 and doc[mention.start - 2].lower_ in ("pre", "after", "post")
    if hyphened or first.startswith(("pre-tax", "after-tax", "post-tax")) and mention.end - mention.start == 1:
        return True
    if doc[mention.end - 1].lower_ not in ("target", "targets") or mention.end - mention.start > 1:
        return False
    behind = doc[mention.end : mention.end + 2]
    figure = any(
        token.like_num or token.is_currency or token.text[0].isdigit() for token in behind
    )  # "a target of $75"
    figure = figure or bool(
        spans_in(doc, "crossfoot_quantities", max(0, mention.start - 3), mention.start)
    )  # "a $12 target for"
    figure = figure or bool(
        spans_in(doc, "crossfoot_quantities", mention.end, min(mention.end + 3, len(doc)))
    )  # "a target of Rs 760"
    return (
        behind[0].lower_ in ("for", "of") and before not in ("price", "share") and not figure if len(behind) else False
    )


def _is_left_out(figure: Figure, mention: MetricMention) -> bool:
    """*Operating profit, excluding restructuring charges, rose to $4 billion*: an aside says what it is without."""
    doc = figure.doc
    if mention.start == figure.span.end + 1 and doc[figure.span.end].lower_ in _COUNTED_IN:
        return True  # "€6.1 billion including debt"
    if _is_of_the_one_before(figure, mention):
        return True
    if figure.span.start < mention.end or not any(t.text in (",", ")") for t in doc[mention.end : figure.span.start]):
        return False
    for at in range(mention.start - 1, max(mention.start - _ASIDE, figure.sentence.start), -1):
        if doc[at].lower_ in ("excluding", "including", "before") and doc[at - 1].text in (",", "("):
            return True
        if doc[at].text in (",", "("):
            return False
    return False


def _is_of_the_one_before(figure: Figure, mention: MetricMention) -> bool:
    """*€4.9 billion in cash, or €6.1 billion*: the name hangs on the figure right before it."""
    doc, at = figure.doc, mention.start - 2
    if at < figure.sentence.start or mention.end > figure.span.start or doc[at + 1].lower_ != "in":
        return False
    told = spans_in(doc, "crossfoot_quantities", figure.sentence.start, figure.span.start)
    return any(span.start <= at < span.end for span in told)


def _is_other_rate(word: Token) -> bool:
    """*the retention rate*, *an annual rate of*, *the rate at which customers leave*: no central bank's."""
    if word.lower_ not in ("rate", "rates"):
        return False
    if word.i + 2 < len(word.doc) and word.doc[word.i + 2].lower_ == "which":
        return True
    named = [child for child in word.children if child.dep_ in ("compound", "amod", "nmod", "poss")]
    if any(child.lower_ in _PACES for child in named):
        return True
    return any(child.lemma_.lower() not in _RATES for child in named if child.pos_ in ("NOUN", "VERB"))


def is_bare_rate(word: Token) -> bool:
    """*the rate*, *the annual rate*: a rate of nothing that is named."""
    named = [child for child in word.children if child.dep_ in ("compound", "amod", "nmod", "poss", "prep")]
    return word.lower_ == "rate" and all(child.lower_ in _PACES for child in named)


def _is_ranking(word: Token) -> bool:
    """*the largest bank by assets*: what it is ranked by, not what the figure measures."""
    return word.dep_ == "pobj" and word.head.lower_ == "by" and word.head.head.pos_ in ("NOUN", "PROPN")


def _can_move(metric: str, kind: str) -> bool:
    """Whether a metric moves by a percentage, or by points (*the PMI rose 3 points*)."""
    return not {"percent", kind}.isdisjoint(metrics()[metric].kinds)


def _fitting(mention: MetricMention, kind: str, *, change: bool) -> str | None:
    if change and kind in _CHANGE_KINDS:
        movable = [name for name in mention.candidates if name not in ("pe_ratio", "contract_duration")]
        return next((name for name in movable if _can_move(name, kind)), None)
    fitting = mention.fitting(kind)
    if (
        fitting == "index_level" and kind == "percent"
    ):  # "the benchmark stands at 4%": a rate, where "fell 4%" is a market
        fitting = next((name for name in mention.candidates[1:] if kind in metrics()[name].kinds), None)
    return None if fitting == "price_target" and kind == "percent" else fitting  # "an inflation target of 2%"


def _relation(figure: Figure, word: Token, mention: MetricMention, *, change: bool) -> tuple[float, str]:
    """How strongly the tree ties a metric's name to the figure."""
    if mention.start < figure.span.end and mention.end > figure.span.start:
        return 2.1, "inside_the_figure"  # "deliveries rose to 310,000 cars": the subject says more than the unit
    start = figure.anchor
    if _is_right_beside(figure, mention):
        if mention.end <= figure.span.start:
            return 0.45, "prepositional_object_of_its_name"
        return 0.6, "its_name_in_a_phrase_on_it"
    if change and mention.end == figure.span.start and figure.noun is None:
        return 0.6, "modifies_its_name"  # "reported sales 5% higher"
    way = grammar.path(start, word)
    if way is None:
        return 7.0, "same_sentence"
    up_from, down_to = way.from_first, way.from_second
    prepositions = _prepositions(start, way.meet)
    if (
        mention.start <= way.meet.i < mention.end
        or set(down_to) <= {"compound", "amod", "nmod"}
        and way.meet.pos_ in ("NOUN", "PROPN")
        and not is_clause(up_from)
    ):
        if set(up_from) <= grammar.NOUN_MODIFIERS:
            # A verb says more of a counted thing than its name: "delivered 45 aircraft".
            return (1.05 if figure.kind == "count" else 0.0), "modifies_its_name"
        if not is_clause(up_from) and prepositions and prepositions <= _NEAR and "conj" not in up_from:
            direct = len(prepositions) == 1 and "appos" not in up_from
            led = direct and ("of" in prepositions or "at" in prepositions)
            return (0.5 if led else 1.0), "prepositional_object_of_its_name"
        if _is_its_subject(word, start):
            return 2.0, "subject_of_its_clause"
        return 2.0 + 0.5 * way.verbs_crossed, "clause_on_its_name"
    if way.meet.i == start.i and grammar.is_verb(start) and down_to and down_to[-1] in grammar.SUBJECTS:
        return 1.9, "subject_of_its_verb"  # "its backlog will triple with the new contract"
    if way.meet.i == start.i or (figure.noun is not None and way.meet.i == figure.noun.i):
        if _only(down_to, "prep", "pobj", "compound", "amod", "nmod") and _prepositions(word, way.meet) <= _IN_A_PHRASE:
            if doc_word(figure, mention) in ("a", "an", "the") and "in" in _prepositions(word, way.meet):
                return 2.4, "circumstance_of_it"  # "valued at $5 billion in a share sale"
            return 0.8, "its_name_in_a_phrase_on_it"
        if (
            figure.noun is not None
            and cues.noun_direction(figure.noun) is not None
            and _prepositions(word, way.meet) <= {"to", "on", "in", "of", "off", "for"}
        ):
            return 0.9, "what_its_movement_hits"
        if change and "to" in _prepositions(word, way.meet):
            return 1.7, "what_its_verb_adds_to"  # "to add 5 cents to earnings per share"
        return 2.6, "its_name_hangs_on_it"
    if grammar.is_verb(way.meet) or way.meet.pos_ in ("VERB", "AUX"):
        top = down_to[-1] if down_to else ""
        penalty = 0.6 * way.verbs_crossed + 0.2 * max(0, len(down_to) - 1)
        if top in grammar.SUBJECTS and figure.kind == "count" and _equates(way.meet):
            return 0.9 + penalty, "subject_of_its_verb"  # "trading volume was 12 million shares"
        if top in grammar.SUBJECTS:
            return 2.0 + penalty, "subject_of_its_verb"
        if top in ("dobj", "dative") and (way.meet.lemma_.lower() in SENDS if change else _is_put_at(figure, way.meet)):
            return 0.9 + penalty, "object_of_its_verb"
        if top in ("dobj", "attr", "oprd"):
            return (1.8 if change else 2.2) + penalty, "object_of_its_verb"
        if top == "prep" and change and _prepositions(word, way.meet) & {"to", "off"}:
            return 1.7 + penalty, "what_its_verb_adds_to"
        if top in ("prep", "agent", "npadvmod", "dative"):
            return 2.8 + penalty, "phrase_of_its_verb"
        return 4.0 + penalty, "other_clause"
    return 3.5 + 0.5 * way.verbs_crossed + 0.1 * len(down_to), "same_phrase"


def _is_right_beside(figure: Figure, mention: MetricMention) -> bool:
    """*$63 million of cash*, *$2 billion in inventory*, *earnings per share of $0.88*: a preposition alone between them."""
    before, behind = figure.span.start - mention.end, mention.start - figure.span.end
    if figure.noun is not None and figure.noun.i >= figure.span.end:
        return False
    if before == 1 and figure.doc[mention.end].lower_ == "of":
        return True
    return behind == 1 and figure.doc[figure.span.end].lower_ in ("of", "in")


def _is_put_at(figure: Figure, verb: Token) -> bool:
    """*puts the crop at 71 million bags*, *pegs spending at $119 billion*: an estimate of what is put there."""
    at = figure.preposition is not None and figure.preposition.lower_ == "at"
    return at and verb.lemma_.lower() in _PUTS


def _is_its_subject(word: Token, start: Token) -> bool:
    """*GDP, which we believe will grow by 2%*: the clause's *which* stands for the name."""
    clause = next((child for child in word.children if child.dep_ == "relcl" and grammar.within(start, child)), None)
    verb = grammar.verb_above(start)
    if clause is None or verb is None:
        return False
    return any(child.tag_ == "WDT" and child.dep_ in grammar.SUBJECTS for child in verb.children)


def doc_word(figure: Figure, mention: MetricMention) -> str:
    """The word behind the preposition of a metric's phrase."""
    between = figure.doc[figure.span.end + 1 : mention.start]
    return between[0].lower_ if len(between) else ""


def is_clause(labels: Sequence[str]) -> bool:
    """True where a path runs through another clause."""
    return any(label in ("acl", "relcl", "advcl", "ccomp", "xcomp", "parataxis") for label in labels)


def _only(labels: Sequence[str], *allowed: str) -> bool:
    return set(labels) <= set(allowed)


def _prepositions(start: Token, top: Token) -> set[str]:
    found = set()
    for token in grammar.up(start):
        if token.i == top.i:
            break
        if token.dep_ == "prep":
            found.add(token.lower_)
    return found
