"""Times at which a figure was told, forecast or awaited, and not the time that it is for: *said on Friday that*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.modality import modality_of
from crossfoot.extract.periods import GROUP
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Token
from crossfoot.extract.when.own_phrase import relative_on
from crossfoot.extract.when.pairing import Pairing, is_day, is_month_or_day
from crossfoot.extract.when.timing import PERIODIC, STATISTICS, TRADED
from crossfoot.vocabulary.models import cues

_REPORTING = frozenset(
    "report post announce declare log notch book unveil release say disclose publish deliver record swing".split()
)
# A firm's profit is of a quarter or year, whatever else is told of a day.
_NEVER_OF_A_DAY = PERIODIC - {"revenue", "bookings", "same_store_sales"}
SIGNALLING = frozenset({"point", "signal", "flag", "hint", "suggest", "indicate", "promise", "eye", "pledge"})
_HEAD = 4  # tokens
_GIVING = frozenset({"cite", "give", "issue"})


def is_when_forecast(pair: Pairing) -> bool:
    """*rather than the 3.4% that it pencilled in three months ago*: when the forecast was made, not what it was for."""
    verb = relative_on(pair)
    told = verb is not None and verb.lemma_.lower() in cues().forecasts.foretelling | _GIVING
    if not told or not is_month_or_day(pair.period):
        return False
    between = pair.behind_figure
    return between[-1].lower_ != "for" and not any(token.text in grammar.CLAUSE_MARKS for token in between)


def is_when_given(pair: Pairing) -> bool:
    """*a January forecast of $6*, *In July it withdrew an outlook that called for $5*: the forecast's day, not what it is for."""
    if not is_month_or_day(pair.period) or pair.period.last is None or pair.metric == "price_target":
        return False
    published = pair.doc._.crossfoot_published
    if published is not None and pair.period.last > published:
        return False
    return _names_the_forecast(pair) or _is_of_the_giving(pair) or _had_it_been_signalled(pair)


def _had_it_been_signalled(pair: Pairing) -> bool:
    """*In May it had pointed to growth of 14 per cent*: when it said what was to come."""
    verb = pair.figure.verb
    if verb is None or verb.lemma_.lower() not in SIGNALLING or not grammar.is_past_perfect(verb):
        return False
    own = pair.time_verb
    return own is not None and own.i == verb.i and pair.span.end <= verb.i


def _names_the_forecast(pair: Pairing) -> bool:
    """*a January forecast of*, *April's projection of*: the time of the noun that the figure is of."""
    doc, at = pair.doc, pair.span.end
    if pair.span.end > pair.figure.span.start or at >= len(doc):
        return False
    owned = doc[at].tag_ == "POS" or doc[at - 1].tag_ == "POS"
    at += doc[at].tag_ == "POS"
    named = cues().forecasts.nouns - ({"estimate"} if owned else set())
    return at < len(doc) and doc[at].lemma_.lower() in named and doc[at].pos_ == "NOUN"


def _is_of_the_giving(pair: Pairing) -> bool:
    """*In July it withdrew an outlook that called for $5*: the time of a verb whose object the figure's forecast is."""
    verb = pair.time_verb
    if verb is None or verb.lemma_.lower() not in cues().forecasts.giving | cues().forecasts.revising:
        return False
    if _word_before(pair) == "for":
        return False
    nouns = cues().forecasts.nouns
    if _was_changed_then(pair, verb):
        return True
    given = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in nouns)
    return any(grammar.within(pair.figure.anchor, noun) for noun in given)


def _was_changed_then(pair: Pairing, verb: Token) -> bool:
    """*having cut that goal in August from 150,000*: when the aim was changed."""
    direct = _word_before(pair) in ("in", "on") and pair.doc[pair.span.start - 1].head.i == verb.i
    own = pair.figure.verb
    changed = verb.lemma_.lower() in cues().forecasts.revising and own is not None and own.i == verb.i
    if not direct or not changed:
        return False
    return any(child.dep_ == "dobj" and child.lemma_.lower() in cues().forecasts.foreseen for child in verb.children)


def turns_to(pair: Pairing) -> bool:
    """*Looking ahead to 2026, it expects*, *Turning to the fourth quarter, it sees*: what the forecast behind it is for."""
    verb = pair.time_verb
    if verb is None or verb.tag_ != "VBG" or verb.lemma_.lower() not in cues().forecasts.turning:
        return False
    leads = verb.i - pair.figure.sentence.start < _HEAD and pair.span.end < pair.figure.span.start
    passed = any(other.end <= pair.figure.span.start for other in pair.others if other.start >= pair.span.end)
    to = any(t.lower_ in ("to", "into", "towards", "toward", "at") for t in pair.doc[verb.i : pair.span.start])
    what = pair.what.word if pair.what is not None else None
    return leads and to and not passed and modality_of(pair.doc, pair.figure.anchor, what)[0] == "projected"


def is_of_the_forecast(pair: Pairing) -> bool:
    """*raised its call for 2023 growth to 3%*, *narrows its annual forecast to 350,000 ounces*: what the forecast is for."""
    verb, doc = pair.figure.verb, pair.doc
    if verb is None or verb.lemma_.lower() not in cues().forecasts.revising or pair.older:
        return False
    if not verb.i < pair.span.start or pair.span.end > pair.figure.span.start or is_day(pair.period):
        return False
    held = cues().forecasts.held
    if any(token.lemma_.lower() in held for token in doc[verb.i : pair.span.start]):
        passed = doc[verb.i : pair.figure.span.start]
    else:
        passed = doc[pair.span.end : pair.figure.span.start]
    named = any(token.lemma_.lower() in held for token in passed)
    return named and not any(token.text in (";", ":") or token.tag_ == "VBD" for token in passed[1:])


def is_results_day(pair: Pairing) -> bool:
    """*on Tuesday posted a profit of $3 million*: the day of the report, not the period that it is on."""
    if not is_day(pair.period):
        return _is_results_month(pair)
    if pair.metric in STATISTICS | _NEVER_OF_A_DAY:
        return True  # "Figures on Tuesday showed": no rate of joblessness is of a day
    verb = pair.time_verb if pair.metric in PERIODIC else None
    return verb is not None and verb.lemma_.lower() in _REPORTING


def _is_results_month(pair: Pairing) -> bool:
    """*Last month it reported growth of 21% for the quarter ended March*: the month of the report, beside its quarter."""
    verb = pair.time_verb
    told = verb is not None and verb.lemma_.lower() in _REPORTING and pair.metric in PERIODIC
    if not told or not is_month_or_day(pair.period) or pair.period.certainty == "explicit":
        return False
    sentence = pair.figure.sentence
    beside = (span._.crossfoot_period for span in spans_in(pair.doc, GROUP, sentence.start, sentence.end))
    return any(each.edtf and each.role == "period" and not is_month_or_day(each) for each in beside)


def is_to_come(pair: Pairing) -> bool:
    """*Acme, which reports next week, was down 2%*: no market moved on a day that is still to come."""
    published, verb, first = pair.doc._.crossfoot_published, pair.figure.verb, pair.period.first
    if pair.metric not in TRADED or published is None or first is None or verb is None:
        return False
    return first > published and verb.tag_ in ("VBD", "VBN")


def is_of_plans(pair: Pairing) -> bool:
    """*Acme, which makes a third of its sales abroad, is to report next week*: another verb's time, still to come."""
    figure, published, verb = pair.figure, pair.doc._.crossfoot_published, pair.figure.verb
    begins = pair.period.first or pair.period.last
    if published is None or begins is None or begins <= published or verb is None:
        return False
    standing = verb.lemma_.lower() == "stand" and verb.tag_ == "VBZ"  # "stands at 1.5%"
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not (standing or pair.hang_from_two_verbs):
        return False
    if figure.noun is not None and grammar.within(pair.time_root, figure.noun):
        return False  # "drivers who had heard that they would leave on May 3"
    return modality_of(figure.doc, figure.anchor, pair.what.word if pair.what is not None else None)[0] == "asserted"


def is_reporting_day(pair: Pairing) -> bool:
    """*said on Friday that ...*: when it was said, not when it was so."""
    root, verb, own = pair.time_root, pair.time_verb, pair.figure.verb
    if verb is None or own is None:
        return False
    if verb.i == own.i:
        return _was_guided(pair, verb)
    lemma = verb.lemma_.lower()
    if own.lemma_.lower() not in _REPORTING and lemma in _REPORTING and _is_told_after(verb, pair.figure):
        return is_day(pair.period)
    if lemma in cues().forecasts.foretelling and not is_day(pair.period):
        return False  # "For the second quarter, Acme expects to earn $2 a share"
    if _word_before(pair) == "for" and not is_month_or_day(pair.period):
        return False  # "For fiscal 2024, Acme said it now expects revenue of $2 billion"
    direct = root.head.i == verb.i or root.head.dep_ == "prep" and root.head.head.i == verb.i
    return direct and lemma in cues().attribution.verbs and grammar.within(pair.figure.anchor, verb)


def _was_guided(pair: Pairing, verb: Token) -> bool:
    """*In November it had guided to 3%*: when the outlook was given, not what it was for."""
    after = verb.tag_ == "VBG" and verb.head.lower_ == "after"  # "after forecasting 4% in July"
    if verb.lemma_.lower() not in cues().forecasts.verbs or not (after or verb.tag_ in ("VBD", "VBN")):
        return False
    return is_month_or_day(pair.period) and _word_before(pair) != "for"


def _is_told_after(verb: Token, figure: Figure) -> bool:
    """*reported on Thursday and said that it would cut*: the figure hangs from a verb joined to the report's."""
    return any(child.dep_ == "conj" and grammar.within(figure.anchor, child) for child in verb.children)


def _word_before(pair: Pairing) -> str:
    """The word right before the time."""
    return pair.doc[pair.span.start - 1].lower_ if pair.span.start else ""
