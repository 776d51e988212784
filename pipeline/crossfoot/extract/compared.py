"""Steps of a reading: figures that lean on one that is measured, as a part of it, a multiple of it, or by how much it is more."""

from __future__ import annotations

from crossfoot.extract import cues, grammar
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.memory import Reading
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What, can_be
from crossfoot.extract.worth import is_set_against
from crossfoot.records import Direction
from crossfoot.vocabulary.models import cues as cue_words
from crossfoot.vocabulary.models import metrics_of

_MORE = frozenset({"more", "less", "higher", "lower", "above", "below", "fewer", "up", "down"})
_UP_OR_DOWN = frozenset({"up", "down"})
_OPENS = frozenset({",", "(", "–", "—", "or", "is", "was", "were", "are"})
_SIZED = frozenset({"money", "count", "mass", "volume", "energy", "power"})
_PLANNED = frozenset({"money", "count", "mass", "volume"})
_OF_IT = frozenset({"it", "them", "that", "this", "those", "these"})
_APPROXIMATE = frozenset(
    {"about", "nearly", "almost", "roughly", "some", "around", "just", "well", "still", "only", "over"}
)
_ALL_OF_IT = frozenset({"market", "viewing", "electricity", "viewership", "shipment", "registration", "listening"})
_WHEN = frozenset({"last", "this", "next", "today", "now", "there"})
_WORLD = frozenset({"world", "global", "worldwide"})
_BEHIND = 9  # tokens in which the whole stands: "70 per cent of the accounting software market"
_OFFERED = frozenset({"offer_price", "deal_value", "premium"})
_PRICED = frozenset({"close", "closing", "trade", "finish", "price", "average"})
_FOR_A_BID = frozenset({"that", "it", "this", "which", "price", "sum", "figure"})
_BIDS = frozenset({"bid", "offer", "proposal", "approach", "package"})
_WATCHERS = frozenset({"analyst", "economist", "investor", "trader", "forecaster", "market"})
_NEAR = 14  # tokens between a pace and the one that was expected
_REACH = 24  # tokens between a sum and how much more it is
_MULTIPLES = frozenset({"pe_ratio", "valuation", "leverage_ratio"})
_HIGHEST_MULTIPLE = 300
_OWN_PHRASE = frozenset({"modifies_its_name", "its_name_in_a_phrase_on_it"})
_ALIKE = 4.5  # times that a plan for a year may lie from the results of a quarter


def beside_a_sum(draft: Draft) -> None:
    """*raised $12 billion, 71% more than in 2024*; *$14 billion, nearly eight times the amount of 2024*.

    What is offered for a share is so much *more than Friday's close* by a premium.
    """
    figure, leader = draft.figure, draft.leader
    if leader is not None and leader.what is not None and _is_times_what_was_expected(figure, leader):
        draft.what = What(leader.what.metric, leader.what.word, "from_the_figure_before", 0.66)
        draft.direction, draft.leans = None, True
        return
    if leader is None or leader.what is None or leader.figure.kind not in _SIZED or leader.direction is not None:
        return
    own = draft.what is not None and not draft.unsure and draft.what.metric != leader.what.metric
    if own or figure.span.start - leader.figure.span.end > _REACH or not _opens_beside(figure):
        return
    if not draft.change and (counted := _so_many_more(figure, leader.figure)) is not None:
        draft.direction = counted
    more = _says_how_much_more(figure, change=draft.change)
    if more and figure.quantity.unit != "percent" and figure.kind != leader.figure.kind:
        return
    if more and leader.what.metric == "offer_price":
        draft.what, draft.direction = What("premium", None, "more_than_the_price_of_its_share", 0.7), None
        draft.leans = True
    elif more or _is_so_many_times(figure):
        draft.what = What(leader.what.metric, leader.what.word, "from_the_figure_before", 0.66)
        draft.leans = True


def premium_of_a_bid(draft: Draft) -> None:
    """*The bid is 28% above where the shares traded*, *That's 31% more than where it closed*: by how much it is more."""
    figure = draft.figure
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if figure.quantity.unit != "percent" or draft.direction != "up" or subject is None:
        return
    above = (
        figure.doc[figure.span.end].lower_ in ("above", "more", "higher")
        if figure.span.end < figure.sentence.end
        else False
    )
    bids = subject.lemma_.lower() in _BIDS or _is_price_offered(draft, subject)
    if above and figure.verb is not None and figure.verb.lemma_.lower() == "be" and bids:
        draft.what, draft.direction = What("premium", None, "more_than_the_price_of_its_share", 0.7), None


def _is_price_offered(draft: Draft, subject: Token) -> bool:
    """*that*, *the price*, behind an offer for a share, and set against where the share closed."""
    offered = draft.memory.offer is not None or any(
        each.what is not None and each.what.metric in _OFFERED for each in draft.memory.sentence
    )
    behind = draft.figure.doc[draft.figure.span.end : draft.figure.sentence.end]
    closed = any(token.lemma_.lower() in _PRICED for token in behind)
    return offered and closed and subject.lower_ in _FOR_A_BID


def came_from(figure: Figure, leader: Figure) -> bool:
    """*set aside $410 million for bad loans, up from $260 million*: the same thing at another time, whatever is named between."""
    if (
        figure.preposition is None
        or figure.preposition.lower_ != "from"
        or figure.quantity.unit != leader.quantity.unit
    ):
        return False
    before = figure.preposition.i - 1
    return (
        before > leader.span.end and figure.doc[before].lower_ in ("up", "down") and figure.doc[before - 1].text == ","
    )


def is_set_beside(figure: Figure) -> bool:
    """*set aside $240 million for bad loans, $35 million less than in May*: right behind the comma, how much more or less."""
    start, end = figure.span.start, figure.span.end
    if start <= figure.sentence.start or end + 1 >= figure.sentence.end or figure.doc[start - 1].text != ",":
        return False
    return figure.doc[end].lower_ in ("more", "less", "fewer") and figure.doc[end + 1].lower_ == "than"


def expected_pace(draft: Draft) -> None:
    """*Sales rose 0.4%, well short of the 1.5% analysts had pencilled in*: a pace set against another."""
    figure, leader = draft.figure, draft.leader
    if leader is None or leader.what is None or leader.direction is None or draft.direction is not None:
        return
    if leader.what.metric == "inflation" or draft.what is not None and draft.what.metric != leader.what.metric:
        return  # the pace of prices is a level by itself
    bare = (
        figure.noun is None or figure.noun.lemma_.lower() in _WATCHERS or _plans(figure.noun)
    )  # "the 1.5% analysts had expected"
    same = figure.quantity.unit == leader.figure.quantity.unit == "percent" and bare
    if same and is_set_against(figure) and figure.span.start - leader.figure.span.end <= _NEAR:
        draft.what = What(leader.what.metric, leader.what.word, "set_against_the_figure_before", 0.66)
        draft.direction, draft.leans = leader.direction, True


def parts_of_it(draft: Draft) -> None:
    """*output rose to 60,500 tonnes, one pit giving more than half of it*: a part of what was told before."""
    figure = draft.figure
    if figure.kind != "percent" or draft.change or not _is_of_it(figure):
        return
    points = figure.quantity.unit == "percentage_point"
    for earlier in reversed(draft.before or draft.memory.sentence):
        whole = earlier.figure.kind in _SIZED and earlier.direction is None and not points
        grown = earlier.figure.quantity.unit == "percent" and earlier.direction is not None
        grown = grown and (points or _is_smaller(figure, earlier.figure))
        if earlier.what is None or not (whole or grown):
            continue
        if figure.preposition is not None and figure.preposition.lower_ == "on":
            draft.what = What("market_share", None, "part_of_a_market", 0.66)  # "with Acme on 28% of it"
        else:
            draft.what = What(earlier.what.metric, earlier.what.word, "part_of_the_figure_before", 0.7)
        draft.direction = earlier.direction if grown else None
        return


def _is_smaller(figure: Figure, whole: Figure) -> bool:
    """*14% over four years, with 5% of it up front*: less than the rise that it is of."""
    part, all_of_it = figure.quantity.value.middle, whole.quantity.value.middle
    return part is not None and all_of_it is not None and abs(part) < abs(all_of_it)


def parts_of_a_market(draft: Draft) -> None:
    """*holds upwards of 70% of the accounting software market*, *provides 0.4% of U.S. electricity*."""
    figure = draft.figure
    if figure.kind != "percent" or figure.quantity.unit != "percent" or draft.change:
        return
    what = draft.what
    named = what is not None and (what.metric in ("market_share", "power_demand") or what.rule in _OWN_PHRASE)
    if named or (whole := _whole(figure)) is None:
        return
    if whole.lemma_.lower() in _ALL_OF_IT or what is None and _is_of_the_world(figure):
        draft.what = What("market_share", whole, "part_of_a_market", 0.7)


def _is_of_the_world(figure: Figure) -> bool:
    """*makes about 90% of the world's most advanced chips*."""
    behind = figure.doc[figure.span.end + 1 : min(figure.span.end + 4, figure.sentence.end)]
    return any(token.lower_ in _WORLD for token in behind)


def multiples_alike(draft: Draft) -> None:
    """*trades at 18 times earnings, compared with a five-year average of 33*: a bare number beside a multiple."""
    figure, leader = draft.figure, draft.leader
    if (
        leader is None
        or leader.what is None
        or leader.what.metric not in _MULTIPLES
        or leader.figure.kind != "multiple"
    ):
        return
    size = abs(figure.quantity.value.middle or 0.0)
    bare = figure.kind == "count" and figure.quantity.noun is None and not figure.quantity.unit
    if bare and size < _HIGHEST_MULTIPLE and figure.preposition is not None:
        draft.what = What(leader.what.metric, leader.what.word, "from_the_figure_before", 0.66)


def of_another_place(draft: Draft) -> None:
    """*The policy rate is 7%. Kenya's stands at 9.25%*; *Latvia will grow 2%. Lithuania should manage 3%*."""
    figure = draft.figure
    if (
        draft.what is not None
        or draft.leader is not None
        or figure.quantity.unit != "percent"
        or figure.noun is not None
    ):
        return
    if not _is_of_a_place(figure):
        return
    for earlier in reversed(draft.memory.sentence):
        if (
            earlier.what is not None
            and earlier.what.metric in metrics_of("economy")
            and earlier.figure.kind == "percent"
        ):
            draft.what = What(earlier.what.metric, None, "goes_on_from_the_sentence_before", 0.5)
            draft.direction = draft.direction or earlier.direction
            return


def planned(draft: Draft) -> None:
    """*has guided to 69 billion yen*, *left her forecast of £188m unchanged*: a plan for what was told in such sums."""
    figure = draft.figure
    size = figure.quantity.value.middle
    if draft.what is not None or draft.change or not size or figure.kind not in _PLANNED or _is_named(figure):
        return
    if not any(_plans(token) for token in figure.sentence):
        return
    told = [each for each in draft.memory.told.get(figure.quantity.unit, ()) if _ratio(figure, each) <= _ALIKE]
    nearest = min(reversed(told), key=lambda each: _ratio(figure, each), default=None)
    if nearest is not None and nearest.what is not None and can_be(figure, nearest.what.metric, change=False):
        draft.what = What(nearest.what.metric, None, "planned_for_what_was_told", 0.5)


def of_the_sales_told(draft: Draft) -> None:
    """*Maruti sold 160,000 cars. Domestic sales inched up 1.3%*: *sales* of a text that counts them, and gives no revenue."""
    what = draft.what
    if what is None or what.metric != "revenue" or what.word is None or what.word.lower_ != "sales":
        return
    if draft.figure.kind != "percent" or not draft.change:
        return
    before = {each.what.metric for each in draft.before if each.what is not None and each.figure.kind != "percent"}
    metrics = before | draft.memory.counted
    if "units_sold" in metrics and "revenue" not in metrics:
        draft.what = What("units_sold", what.word, "sales_are_counted", 0.66)


def multiple_again(draft: Draft) -> None:
    """*Net debt was 3.2 times EBITDA. A year ago the multiple had been 3.9 times*."""
    what = draft.what
    if what is None or what.word is None or what.word.lemma_.lower() != "multiple" or draft.figure.kind != "multiple":
        return
    for earlier in reversed(draft.memory.sentence):
        if earlier.figure.kind == "multiple" and earlier.what is not None:
            draft.what = What(earlier.what.metric, None, "said_again", 0.66)
            return


def market_goes_on(draft: Draft) -> None:
    """*The DAX fell 1.2%. Energy was the worst performer, sliding 3%*: a move among those of markets."""
    figure = draft.figure
    if draft.what is not None or not draft.change or figure.quantity.unit != "percent":
        return
    earlier = next((each for each in reversed(draft.before or draft.memory.sentence) if each.what is not None), None)
    if earlier is not None and earlier.what is not None and earlier.what.metric == "index_level" and earlier.direction:
        draft.what = What("index_level", None, "goes_on_from_the_sentence_before", 0.4)


def _ratio(figure: Figure, earlier: Reading) -> float:
    """How many times the one is the other."""
    size, other = figure.quantity.value.middle, earlier.figure.quantity.value.middle
    return max(abs(size / other), abs(other / size)) if size and other else float("inf")


def _is_named(figure: Figure) -> bool:
    """*a donation of $7 million*, *a $40 million plant*: a noun of its own, where *a forecast of £188m* plans."""
    noun = figure.noun
    if noun is None and figure.preposition is not None and figure.preposition.lower_ == "of":
        noun = figure.preposition.head
    return noun is not None and noun.pos_ == "NOUN" and not _plans(noun)


def _plans(token: Token) -> bool:
    """The *forecast* of *her forecast of £188m*, the *guided* of *has guided to 69 billion yen*."""
    return token.lemma_.lower() in cue_words().forecasts.planned


def _opens_beside(figure: Figure) -> bool:
    """True where a comma, a bracket or *or* stands before the figure and its approximators (*, up nearly 27%*)."""
    at = figure.span.start - 1
    while at > figure.sentence.start and figure.doc[at].lower_ in _APPROXIMATE | _UP_OR_DOWN:
        at -= 1
    return at > figure.sentence.start and figure.doc[at].lower_ in _OPENS


def _says_how_much_more(figure: Figure, *, change: bool) -> bool:
    """*71% more than*, *6 paise lower than*, *a fifth below*, *more than double the*."""
    if not change or figure.quantity.unit != "percent" and figure.kind not in _SIZED:
        return False
    if figure.span.text.lower().rpartition(" ")[2] in ("double", "treble", "triple", "quadruple", "half"):
        return True
    if figure.span.start and figure.doc[figure.span.start - 1].lower_ in _UP_OR_DOWN:
        return True
    end = min(figure.span.end + 1, figure.sentence.end)
    return any(token.lower_ in _MORE for token in figure.doc[figure.span.end : end])


def _so_many_more(figure: Figure, leader: Figure) -> Direction | None:
    """The direction of *12,400 staff, 900 fewer than a year before*."""
    noun = figure.noun.lower_ in _MORE if figure.noun is not None else figure.quantity.noun is None
    bare = figure.kind == leader.kind == "count" and noun
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    if not bare or len(behind) < 2 or behind[1].lower_ != "than":
        return None
    return cues.adverb_direction(behind[0])


def _is_so_many_times(figure: Figure) -> bool:
    """*eight times the amount*, *10 times the daily average*, *5x as much*; not *18 times earnings*."""
    if figure.kind != "multiple" or figure.span.end >= figure.sentence.end:
        return False
    return figure.doc[figure.span.end].lower_ in ("the", "as", "more", "what", "its", "that")


def _is_times_what_was_expected(figure: Figure, leader: Reading) -> bool:
    """*expanded 0.9%, three times what analysts had projected*: so many times the pace before it."""
    behind = figure.doc[figure.span.end].lower_ if figure.span.end < figure.sentence.end else ""
    return figure.kind == "multiple" and leader.figure.quantity.unit == "percent" and behind == "what"


def _is_of_it(figure: Figure) -> bool:
    """*half of it*, *two-thirds of them*, *over half of that audience*."""
    behind = [token.lower_ for token in figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in _OF_IT


def _whole(figure: Figure) -> Token | None:
    """The head of what a percentage is *of*: the market of *70% of the accounting software market there*."""
    behind = figure.doc[figure.span.end : min(figure.span.end + _BEHIND, figure.sentence.end)]
    if not len(behind) or behind[0].lower_ != "of":
        return None
    head = None
    for token in behind[1:]:
        if head is not None and token.lower_ in _WHEN:
            break  # "electricity last year"
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "PART") or token.text in ("-", ".", "'s", "’s"):
            head = token if token.pos_ in ("NOUN", "PROPN") else head
        else:
            break
    return head


def _is_of_a_place(figure: Figure) -> bool:
    """*Kenya's stands at*, *Lithuania should manage*: a country or a region by its name is the subject."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    place = mention_at(figure.doc, subject.i) if subject is not None else None
    if place is None and subject is not None and subject.lower_ in ("'s", "’s"):
        place = mention_at(figure.doc, subject.i - 1)
    return place is not None and place.kind in ("country", "region")
