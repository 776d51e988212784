"""Chooses among the metrics that a sentence names, and the one that its verb implies, what a figure measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.frames import frame_of
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.moves import thing_moved
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Doc, Token
from crossfoot.extract.what.anothers import (
    has_a_noun_of_its_own,
    is_basis_of_another,
    is_counted_in,
    is_ground_of,
    is_left_out,
    is_of_another_figure,
    is_of_the_one_before,
    is_of_what_was_moved,
    is_told_of_another,
    is_unit,
)
from crossfoot.extract.what.fitting import PRICES, fitting, is_plausible, is_too_much, is_where_it_ended
from crossfoot.extract.what.naming import QUANTITIES, Naming, can_be_purpose
from crossfoot.extract.what.not_measured import (
    is_a_loss_of_price,
    is_basis,
    is_denominator,
    is_no_sale,
    is_no_stake,
    is_no_sum,
    is_number_of,
    is_other_rate,
    is_ranking,
    is_target_for,
    is_taxed_basis,
)
from crossfoot.extract.what.tie import tie
from crossfoot.vocabulary.models import Frame

# A name that passes one of these measures something else, or nothing.
_NOT_MEANT: tuple[Callable[[Naming], bool], ...] = (
    is_unit,
    is_a_loss_of_price,
    is_ranking,
    is_denominator,
    is_number_of,
    is_no_sum,
    is_no_sale,
    is_no_stake,
    is_basis,
    is_taxed_basis,
    is_target_for,
    is_counted_in,
    is_of_the_one_before,
    is_of_what_was_moved,
    is_basis_of_another,
    is_left_out,
    is_other_rate,
)
_OWN_PHRASE = 1.0
_CLAUSE = 2.2
_FARTHEST = 4.6  # a name beyond this is somebody else's: better `other` than the nearest keyword
# What a deal is paid in: "agreed to buy it for $12 billion in cash and stock".
_MEANS = frozenset({"cash", "debt", "share_price", "shares_outstanding", "equity"})
# A metric's name before one of these still names what the figure measures: *revenue growth*, *profit forecast*.
_CARRIERS = frozenset(
    """growth forecast guidance target figure estimate outlook result rate level number plan total projection increase
    decrease gain decline rise fall range scale commitment expectation record volume base sum limit index drop""".split()
)
_IS = frozenset({"be", "stand", "equal", "average", "remain", "total", "reach", "correspond", "amount", "come"})
# What is told as so much of sales or of loans, and is no part of them.
_CHARGES = frozenset(
    """research_and_development capital_expenditure operating_expenses provision other interest_expense stock_compensation
    cost inventory tax debt""".split()
)
_PEOPLE = frozenset({"customers", "users", "employees", "subscribers", "stores"})
_TAKEN_OFF = frozenset({"impairment", "market_cap"})  # "wrote its plant down by $2 billion", "wiped $4 billion off it"
_RAISED = frozenset({"funding", "investment", "ipo_proceeds"})  # "the round, the offering valued it at $3 billion"


@dataclass(frozen=True, slots=True)
class What:
    """A metric, the word that named it, the rule that chose it, and how sure that is (0 to 1)."""

    metric: str
    word: Token | None
    rule: str
    confidence: float
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """A metric that a name gives a figure; the smaller its `level`, then its `distance`, the stronger."""

    level: float
    distance: int
    metric: str
    word: Token
    rule: str


def metric_of(figure: Figure, mentions: Sequence[MetricMention], *, change: bool) -> What | None:
    """The metric by the named evidence of the figure's own sentence, or None."""
    frame = frame_of(figure)
    if frame is not None and is_too_much(figure, frame.metric):
        frame = None  # "ended the quarter with equity at $5 billion" is no price of a share
    if frame is not None and frame.nouns:
        return What(frame.metric, figure.verb, "verb_frame", 0.9, frame)
    ranked = _named(figure, mentions, frame, change=change)
    best = _measured_by_a_whole(figure, ranked) or (ranked[0] if ranked else None)
    if frame is not None and frame.negative and not (best is not None and best.level <= _CLAUSE):
        return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)  # "Acme lost $40 million"
    if frame is not None and change and best is None and frame.metric in _TAKEN_OFF and figure.kind == "money":
        return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)
    if frame is None or change:
        return _what(best) if best is not None else None
    if best is not None and (best.level <= _OWN_PHRASE or _says_more_than_its_verb(best, frame)):
        return _what(best)
    if frame.metric in ("investment", "cost"):
        purpose = next((each for each in ranked if _is_purpose(figure, each)), None)
        if purpose is not None:
            return _what(purpose)
    return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)


def _measured_by_a_whole(figure: Figure, ranked: list[_Named]) -> _Named | None:
    """*Research and development was 12% of sales*: the charge that is told as a part of the whole, None for other parts."""
    if not ranked or ranked[0].rule != "its_name_in_a_phrase_on_it" or figure.kind != "percent":
        return None
    if figure.verb is None or figure.verb.lemma_.lower() not in _IS or figure.verb.i > figure.span.start:
        return None
    return next((each for each in ranked if each.metric in _CHARGES and each.rule == "subject_of_its_verb"), None)


def _named(figure: Figure, mentions: Sequence[MetricMention], frame: Frame | None, *, change: bool) -> list[_Named]:
    """The metrics that names of the sentence give the figure, the strongest first."""
    thing = thing_moved(figure) if change else None
    if thing is not None:  # "a fall in rental costs of $2 million" measures nothing that stands elsewhere
        mentions = [mention for mention in mentions if mention.start in thing]
    found = [each for each in (_by_name(figure, mention, change=change) for mention in mentions) if each is not None]
    near = [each for each in found if each.level <= _FARTHEST or _is_purpose(figure, each)]
    ranked = sorted(near, key=lambda each: (each.level, each.distance))
    ranked = [each for each in ranked if not any(_is_ground(each, other) for other in ranked)]
    if frame is not None:
        ranked = [each for each in ranked if not (each.metric in _MEANS and each.rule == "its_name_in_a_phrase_on_it")]
    if has_a_noun_of_its_own(figure, mentions):
        ranked = [each for each in ranked if each.level <= _OWN_PHRASE]
    return ranked


def _is_ground(named: _Named, other: _Named) -> bool:
    """*a margin on sales*, *lending to households*: what another name is on."""
    return is_ground_of(named.word, other.word, people=named.metric in _PEOPLE)


def _by_name(figure: Figure, mention: MetricMention, *, change: bool) -> _Named | None:
    """What one metric's name gives the figure, None where it is not meant."""
    if not (mention.start >= figure.sentence.start and mention.end <= figure.sentence.end):
        return None
    metric = fitting(figure, mention, change=change)
    if metric is None or not is_plausible(figure, metric) or is_where_it_ended(figure) and metric not in PRICES:
        return None
    naming = Naming(figure, mention, metric, _head_of(figure.doc, mention), change)
    if any(is_other(naming) for is_other in _NOT_MEANT):
        return None
    level, rule = tie(naming)
    if is_told_of_another(naming, rule) or level > _OWN_PHRASE and is_of_another_figure(naming):
        return None
    distance = min(abs(mention.start - figure.span.end), abs(figure.span.start - mention.end))
    return _Named(level + _weakened(naming, level), distance, metric, naming.word, rule)


def _head_of(doc: Doc, mention: MetricMention) -> Token:
    """The word that a name hangs by: the last of a noun phrase, else what the others hang from."""
    word = grammar.root_of(doc, mention.start, mention.end)
    last = doc[mention.end - 1]
    return last if word.i < last.i and last.pos_ in ("NOUN", "PROPN") else word


def _weakened(naming: Naming, level: float) -> float:
    """By how much a name says less than its place: a part of another noun's name, a mere movement."""
    word, less = naming.word, 0.0
    part = word.dep_ in ("compound", "amod", "nmod") and word.head.i >= naming.mention.end
    if part and word.head.lemma_.lower() not in _CARRIERS:
        less += 1.5  # an *investment bank* is no investment
    if cues.noun_direction(word) is not None and level + less <= _OWN_PHRASE:
        less += 1.1  # "a £70 million dent in margins": what is hit says more than the hit
    return less


def _says_more_than_its_verb(best: _Named, frame: Frame) -> bool:
    """*the deal values its bonds at $3 billion*, *cash flow made $2 million*: the subject, where the verb implies something."""
    valued = frame.metric == "valuation" and best.metric not in _RAISED
    return best.rule == "subject_of_its_verb" and (valued or best.metric.endswith("cash_flow"))


def _is_purpose(figure: Figure, named: _Named) -> bool:
    """*set aside $2bn to fund its buyback*: what a sum is for, right behind it and before any other figure."""
    end = figure.span.end
    return can_be_purpose(named.metric, named.word.i - end) and not spans_in(figure.doc, QUANTITIES, end, named.word.i)


def _what(named: _Named) -> What:
    return What(named.metric, named.word, named.rule, max(0.3, 0.95 - 0.12 * named.level))
