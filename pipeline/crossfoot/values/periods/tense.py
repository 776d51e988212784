"""Whether a phrase of time lies behind or ahead, by a cheap look at the verbs beside it."""

from __future__ import annotations

from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.periods.lexemes import Lexed, lexicon, word_set
from crossfoot.vocabulary.loader import load

# SINCE is a past that a preposition makes sure, PLANNED a future that only a noun suggests.
SINCE, PAST, UNKNOWN, FUTURE, PLANNED = -2, -1, 0, 1, 2
_REACH_LEFT, _REACH_RIGHT, _NEAR = 24, 14, 3


class TenseWords(BaseModel):
    """`vocabulary/tenses.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ahead: tuple[str, ...]
    planned: tuple[str, ...]
    behind: tuple[str, ...]
    reporting: tuple[str, ...]
    no_verbs: tuple[str, ...]


@cache
def _cues() -> tuple[dict[str, int], frozenset[str], frozenset[str]]:
    words = load("tenses.yaml", TenseWords)
    cues = dict.fromkeys(words.behind, PAST) | dict.fromkeys(words.ahead, FUTURE)
    cues |= dict.fromkeys(words.planned, PLANNED)
    return cues, frozenset(words.reporting), frozenset(words.no_verbs)


def tense_of(lexed: Lexed, first: int, last: int) -> int:
    """PAST, FUTURE or UNKNOWN for the phrase at lexemes `first` to `last`.

    The nearest verb to the left in the clause decides, then the nearest to the right; a verb of saying only where
    it stands next to the phrase or where there is no other.
    """
    if last < len(lexed.lexemes) and lexed.lexemes[last].text.lower() in word_set("contracts"):
        return FUTURE
    if _names_a_close(lexed, last) or _names_a_forecast(lexed, first, last):
        return SINCE
    if _preposition(lexed, first) != UNKNOWN:
        return SINCE
    if _is_of_a_sum_between_commas(lexed, first, last) or _is_when_a_base_was_foretold(lexed, first):
        return PAST
    if _is_what_a_forecast_is_for(lexed, first):
        return FUTURE
    left, said = _look_left(lexed, first)
    beside = said is not None and first - said <= _NEAR and not _names_results(lexed, first, last)
    if beside and said and lexed.lexemes[said - 1].text.lower() not in ("be", "being", "to", "will", "and"):
        return PAST  # "will spend more than the $21 billion that it announced in March"
    if left != UNKNOWN:
        return left
    if beside:
        return PAST
    right = _look_right(lexed, last, said_counts=not _names_results(lexed, first, last))
    if right != UNKNOWN:
        return right
    before = lexed.lexemes[first - 1].text.lower() if first else ""
    if before in ("by", "until", "before"):
        return PLANNED
    return PAST if said is not None else UNKNOWN


_CLOSES = frozenset(("close", "closing", "finish", "settlement"))


def _names_a_close(lexed: Lexed, last: int) -> bool:
    """`a premium to Monday's close`: a close lies behind, whatever the verb."""
    behind = [lexeme.text.lower() for lexeme in lexed.lexemes[last : last + 4]]
    return any(word.strip("'’s ") == "" or word in ("'s", "’s", "'", "’") for word in behind[:1]) and bool(
        _CLOSES.intersection(behind)
    )


def _names_a_forecast(lexed: Lexed, first: int, last: int) -> bool:
    """`up from its August projection`: a forecast has been made, whatever it is of."""
    behind = lexed.lexemes[last].text.lower() if last < len(lexed.lexemes) else ""
    month = last - first == 1 and lexed.codes[first] in (lexicon().codes["MONTH"], lexicon().codes["ABBR"])
    return month and behind in word_set("foretold")


_FORECASTS = frozenset(("forecast", "forecasts", "guidance", "outlook"))
_MET = frozenset(
    ("beat", "beating", "missed", "missing", "met", "topped", "topping", "exceeded", "surpassed", "trailed")
)


def _is_what_a_forecast_is_for(lexed: Lexed, first: int) -> bool:
    """`jumped after its forecast for second-quarter sales`: what is foreseen lies ahead; not `beat the forecast for it`."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(first - 5, 0) : first]]
    while words and words[-1] in _MODIFIERS | {"its"}:
        words.pop()
    return words[-1:] == ["for"] and words[-2:-1] != [] and words[-2] in _FORECASTS and _MET.isdisjoint(words[:-3])


_SUM_REACH = 9  # lexemes
_FORETOLD = frozenset(
    ("projected", "forecast", "forecasted", "guided", "predicted", "estimated", "foreseen", "targeted")
)
_AGAINST = frozenset(("against", "from", "than", "versus", "vs", "compared"))
_ENDS = frozenset(("end", "close"))


def _is_of_a_sum_between_commas(lexed: Lexed, first: int, last: int) -> bool:
    """`Its net debt, $6 million at the end of September, equals`: how much it was then, whatever is told of now."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(first - _SUM_REACH, 0) : first]]
    if last >= len(lexed.lexemes) or lexed.lexemes[last].text != "," or "," not in words:
        return False
    if not _ENDS.intersection(lexeme.text.lower() for lexeme in lexed.lexemes[first:last]):
        return False
    inside = words[len(words) - words[::-1].index(",") :]
    figure = bool(inside) and any(word[0].isdigit() for word in inside[:3])
    return figure and not any(verb_cue(word) is not None for word in inside)


def _is_when_a_base_was_foretold(lexed: Lexed, first: int) -> bool:
    """`sees growth of 4-5% against 3-4% projected in July`: when the older aim was set."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(first - _SUM_REACH, 0) : first]]
    return words[-1:] == ["in"] and words[-2:-1] != [] and words[-2] in _FORETOLD and not _AGAINST.isdisjoint(words)


_NOT = ("'t", "’t")
_MODIFIERS = frozenset(("early", "late", "mid", "-", "the", "at", "least"))


def _preposition(lexed: Lexed, first: int) -> int:
    """`since January` and `as of June 30` look back."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(first - 4, 0) : first]]
    while words and words[-1] in _MODIFIERS:
        words.pop()
    if words and (words[-1] == "since" or words[-2:] == ["as", "of"]):
        return PAST
    return UNKNOWN


def _look_left(lexed: Lexed, first: int) -> tuple[int, int | None]:
    stops = _stops()
    said: int | None = None
    planned = UNKNOWN
    for place in range(first - 1, max(first - 1 - _REACH_LEFT, -1), -1):
        if lexed.codes[place] in stops and not is_abbreviation(lexed, place):
            break
        cue = _cue_at(lexed, place)
        if cue == PLANNED and not _before_infinitive(lexed, place):
            planned = PLANNED
        elif cue == PAST and planned == PLANNED and lexed.lexemes[place].text.lower() in word_set("revising"):
            return FUTURE, said  # "lowered its estimate for the fourth quarter"
        elif cue is not None:
            return (FUTURE if cue == PLANNED else cue), said
        if said is None and lexed.lexemes[place].text.lower() in _cues()[1]:
            said = place
    return planned, said


def _before_infinitive(lexed: Lexed, place: int) -> bool:
    """`plans to open`: a verb, or as good as one."""
    return _next_word(lexed, place) == "to"


def _next_word(lexed: Lexed, place: int) -> str:
    return lexed.lexemes[place + 1].text.lower() if place + 1 < len(lexed.lexemes) else ""


def _names_results(lexed: Lexed, first: int, last: int) -> bool:
    """True for a quarter or half, which tells what is spoken of (`said third-quarter sales will`) and not when."""
    codes = lexicon().codes
    return any(codes[name] in lexed.codes[first:last] for name in ("QTR", "HALF", "QCODE"))


def _look_right(lexed: Lexed, last: int, *, said_counts: bool) -> int:
    stops = _stops()
    for place in range(last, min(last + _REACH_RIGHT, len(lexed.lexemes))):
        if lexed.codes[place] in stops and not is_abbreviation(lexed, place):
            break
        cue = _cue_at(lexed, place)
        if (
            cue == FUTURE
            and place == last
            and lexed.lexemes[place].text.endswith("ed")
            and _is_of_a_subject(lexed, last)
        ):
            return PAST  # "The regulator in July proposed"
        if cue is not None:
            return cue
        if said_counts and is_reporting(lexed.lexemes[place].text):
            # `On Friday, the bank said it will cut jobs`: what is said to come does not place the saying.
            break
    return UNKNOWN


_AFTER_A_TIME = frozenset(("a", "an", "the", "its", "to", "that", "new", "their", "his", "her"))


def _is_of_a_subject(lexed: Lexed, last: int) -> bool:
    """Whether a participle has an object, and so is a verb in the past: `proposed an allowed return`."""
    return _next_word(lexed, last) in _AFTER_A_TIME


def _cue_at(lexed: Lexed, place: int) -> int | None:
    """`verb_cue`, but none for a noun (`bets on a hit in August`), and ahead for `to be paid`."""
    cue = verb_cue(lexed.lexemes[place].text)
    if cue in (FUTURE, PLANNED) and _was_expected(lexed, place):
        return UNKNOWN if _before_infinitive(lexed, place) else None
    word = lexed.lexemes[place].text.lower()
    if word == "set" and not (_before_infinitive(lexed, place) or _next_word(lexed, place) == "for"):
        return PAST  # "set aside $1 billion in May", as against "is set to fall"
    if word in word_set("pledging") and _next_word(lexed, place) in _THEN:
        return PAST  # "proposed on Tuesday to double the duty"
    if word in word_set("resolving") and _before_infinitive(lexed, place):
        return UNKNOWN  # "agreed to raise output in December": what is resolved is still to come, or is done
    if word == "won" and "".join(x.text for x in lexed.lexemes[place + 1 : place + 3]) in _NOT:
        return FUTURE
    if cue == PAST and place:
        before = lexed.lexemes[place - 1].text.lower()
        if before in ("a", "an", "the", "this", "its", "to", "more", "another", "further", "first", "next", "second"):
            return None
        if verb_cue(before) == FUTURE:
            return FUTURE
        if before == "be" or (before.endswith("ly") and place > 1 and lexed.lexemes[place - 2].text.lower() == "be"):
            return FUTURE
    return cue


_THEN = frozenset(("on", "in", "last", "earlier"))


def _was_expected(lexed: Lexed, place: int) -> bool:
    """`more than expected in July`, `what analysts had projected`, `had been due to open in July`: a hope of before."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(place - 2, 0) : place]]
    return bool(words) and (words[-1] in ("than", "as", "had") or words == ["had", "been"])


@cache
def _stops() -> frozenset[str]:
    codes = lexicon().codes
    return frozenset((codes["BREAK"], codes["STOP"]))


def is_abbreviation(lexed: Lexed, place: int) -> bool:
    """True for the full stop of `Corp.` or `Sept.`, after which the sentence goes on."""
    mark = lexed.lexemes[place]
    if mark.text != "." or place == 0 or lexed.lexemes[place - 1].end != mark.start:
        return False
    if lexed.lexemes[place - 1].text.lower() in word_set("abbreviations"):
        return True
    return place + 1 < len(lexed.lexemes) and lexed.lexemes[place + 1].text[0].islower()


def is_reporting(word: str) -> bool:
    """True for a verb of saying."""
    return word.lower() in _cues()[1]


@lru_cache(maxsize=8192)
def verb_cue(word: str) -> int | None:
    """PAST, FUTURE or PLANNED where the word says so, else None."""
    cues, reporting, no_verbs = _cues()
    low = word.lower()
    found = cues.get(low)
    if found is not None:
        return found
    if len(low) > 4 and low.endswith("ed") and word == low and low not in no_verbs and low not in reporting:
        return PAST
    return None
