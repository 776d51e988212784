"""Joins two amounts into a range: $60–70 billion, 6% to 8%, between 15 and 25 percent."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.values.quantities.amounts import Amount, denominated, read_amount
from crossfoot.values.quantities.bounds import bound_before
from crossfoot.values.quantities.directions import changes, governing_word, is_base_form
from crossfoot.values.quantities.home import Country
from crossfoot.values.quantities.lexemes import BREAK, HYPHENS, NUMBER, WORD, Lexemes
from crossfoot.values.quantities.number_vocabulary import small_numbers

_ONCE = frozenset({"previously", "earlier", "before", "initially"})
_LEADS = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "their",
        "previous",
        "prior",
        "current",
        "earlier",
        "initial",
        "about",
        "around",
        "roughly",
        "approximately",
        "up",
        "to",
    ]
)
_FAR = 3.0  # "rose 0.3% to 5%": a move and a level, for the ends of a range lie closer


@dataclass(frozen=True, slots=True)
class Range:
    """Two amounts of one unit, `low` and `high` by value, at lexemes `first` to `stop` (exclusive).

    `split`: they are the ends of a move and no range; `low` then is the first, with what it takes from the other.
    """

    first: int
    stop: int
    low: Amount
    high: Amount
    split: bool = False


def read_range(lex: Lexemes, left: Amount, *, country: Country = None) -> Range | None:
    """The range whose first end is `left`, or None."""
    opened, left_stop = _opening(lex, left), left.stop
    joint = _joint(lex, left, opened)
    if joint is None:
        return None
    right = _amount_at(lex, joint, country)
    if right is None:
        return None
    if left.number.fraction and left.number.words and not right.number.fraction:
        return None  # "fell by half to 1.1 million"
    pair = _share(left, right, falling=opened == "from")
    if pair is None:
        return None
    left, right = pair
    if not right.denominators and (tail := denominated(lex, right)).denominators:
        left, right = left._replace(denominators=tail.denominators), tail
        pair = left, right
    low, high = _value(left), _value(right)
    if left.negative and right.negative and low > high:
        low, high, left, right = high, low, right, left
    if _starts_with_year(lex, pair[0], pair[1]):
        return None
    once = lex.word(pair[1].stop) in _ONCE and low < high  # "to 10%, from 7% to 9% previously": an earlier range
    moved = opened == "from" and lex.word(left.stop) not in HYPHENS and not once
    if moved and (low >= high or _moved(lex, pair[0].first - 2)):
        return Range(pair[0].first, left_stop, pair[0]._replace(stop=left_stop), pair[1], split=True)
    if low >= high or _is_change(lex, pair[0], low, high, opened):
        return None
    first = pair[0].first - 1 if lex.word(pair[0].first - 1) == "between" else pair[0].first
    return Range(first, pair[1].stop, left, right)


def _value(amount: Amount) -> float:
    return -amount.value if amount.negative else amount.value


def _opening(lex: Lexemes, left: Amount) -> str:
    for at in range(left.first - 1, max(left.first - 4, -1), -1):
        word = lex.word(at)
        if word in {"between", "from"}:
            return word
        if word not in _LEADS:
            return ""
    return ""


def _joint(lex: Lexemes, left: Amount, opened: str) -> int | None:
    """The lexeme behind the word or dash that joins two ends."""
    at = left.stop
    word = lex.word(at)
    if opened == "between" and word in {"and", "to", "&"}:
        return at + 1
    if word in {"to", "through"} and lex.word(at + 1) in HYPHENS:
        return at + 2  # 40,000 to-55,000
    if word in {"to", "through"}:
        return at + 1
    if word in HYPHENS and (lex.is_kind(at + 1, WORD) and lex.word(at + 1) in {"to", "through"}):
        at, word = at + 1, "to"
        return at + 2 if lex.word(at + 1) in HYPHENS else at + 1
    if word in HYPHENS and not lex.is_kind(at + 1, BREAK):
        return at + 1
    return None


def _amount_at(lex: Lexemes, first: int, country: Country) -> Amount | None:
    """The amount whose first lexeme, currency included, is `first`; an approximator before it is passed over."""
    small = small_numbers()
    for start in (first, first + 1) if lex.word(first) in {"about", "around", "roughly", "an", "as"} else (first,):
        for at in range(start, min(start + 4, lex.size)):
            if lex.kind[at] == NUMBER or lex.word(at) in small or lex.word(at) in {"half", "a"}:
                right = read_amount(lex, at, floor=start, country=country)
                if right is None:
                    continue
                if right.first == start or at == start:
                    return right
                break
    return None


def _share(left: Amount, right: Amount, *, falling: bool) -> tuple[Amount, Amount] | None:
    """Both ends in one unit and scale, or None where they do not belong together."""
    if left.bare and not right.bare:
        left = left.with_unit(right)
    elif right.bare and not left.bare:
        if left.kind in {"percent", "duration", "age"} and not left.money_sign:
            return None  # "5% to 7": the unit would stand behind the second
        right = right.with_unit(left)
    elif right.denominators and not left.denominators:
        left = left._replace(
            denominators=right.denominators, factor=right.factor if _same_coin(left, right) else left.factor
        )
    if (left.unit, left.factor) != (right.unit, right.factor):
        return None
    if (
        left.scale == 1.0
        and right.scale > 1.0
        and (left.value < 1000 or left.value <= right.number.value)
        and (left.value * right.scale <= right.value or (falling and left.value * right.scale <= 5 * right.value))
    ):
        left = left.with_scale(right.scale)
    denominators = right.denominators or left.denominators
    return left._replace(denominators=denominators), right._replace(denominators=denominators)


def _same_coin(left: Amount, right: Amount) -> bool:
    """True for two figures in dollars, or both in cents: only what they are divided by is said once."""
    return left.unit == right.unit and left.minor == right.minor


def _is_change(lex: Lexemes, left: Amount, low: float, high: float, opened: str) -> bool:
    """rose from 3% to 5%, rose 0.3% to 5%: two figures and no range."""
    if opened or lex.word(left.stop) in HYPHENS:
        return False
    bound = bound_before(lex, left.first)
    if lex.word(left.first - 1) == "by" and low > 0 and high / low > _FAR and left.kind not in {"percent", "multiple"}:
        return True  # "raised its estimate of stocks by 3.9 million tons to 264 million"
    verb = governing_word(lex, bound[1] if bound else left.first)
    if verb is None:
        return False
    coined = left.kind in {"money", "points"} and not is_base_form(verb)  # "rose 5c to 12.5c a share"
    return coined or low <= 0 or high / low > _FAR


def _starts_with_year(lex: Lexemes, left: Amount, right: Amount) -> bool:
    """rose 25% in 2012 to 6.2 million: the year is no lower end."""
    raw = lex.raw[left.number.first]
    if (
        not left.number.plain
        or left.money_sign
        or len(raw) != 4
        or not 1900 <= int(raw) <= 2100
        or lex.word(left.stop) in HYPHENS
    ):
        return False
    return lex.word(left.first - 1) in {"in", "since", "for", "during", "by", "of"} and not (
        right.number.plain and right.scale == 1.0
    )


_OPEN = frozenset({"of", "at", "with"})  # "growth of from 5% to 7%"
_BEING = frozenset(
    {"is", "was", "are", "were", "be", "been", "being"}
)  # "revenue was up from $4 million to $5 million"


def _moved(lex: Lexemes, index: int) -> bool:
    """True where a verb of movement stands within the few words before: "raised its forecast from"."""
    if lex.word(index) in {"up", "down"} and lex.word(index + 1) == "from":
        # "$30 billion, down from the $34 to $36 billion"; but "will go up from 4.3% to 4.5%"
        before = lex.word(index - 1)
        return before in changes().moves or before in changes().carried or before in _BEING
    if lex.word(index) in _OPEN:
        return False
    for at in range(index, max(index - 10, -1), -1):
        if lex.kind[at] == BREAK or lex.word(at) in {".", ";"}:
            return False
        if lex.word(at) in changes().moves or governing_word(lex, at + 1, floor=at) is not None:
            return True
    return False
