"""Names that stand in the sentence and measure nothing in it: *5% of GDP*, *at constant currency*, *the largest bank by assets*."""

from __future__ import annotations

from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Token
from crossfoot.extract.what.naming import QUANTITIES, Naming
from crossfoot.vocabulary.models import metrics

_RATES = frozenset(
    """policy interest benchmark key bank cash base funds fund fed repo repurchase lending deposit discount
    target""".split()
)
_TENORS = frozenset({"day", "week", "month", "year", "term"})  # "its one-week repo rate"
_PACES = frozenset(
    {"annual", "annualized", "annualised", "yearly", "monthly", "quarterly", "adjusted", "fastest", "slowest"}
)
_BUDGETED = frozenset({"deficit", "surplus", "debt", "gap", "shortfall", "budget"})
_OUTPUT = frozenset({"output", "product", "economy"})
_CURRENCIES = frozenset({"constant", "local", "common", "comparable", "foreign"})


def is_a_loss_of_price(naming: Naming) -> bool:
    """*the stock saw a 4% loss*: no result."""
    return (
        naming.figure.kind == "percent" and naming.word.lemma_.lower() == "loss" and naming.figure.noun == naming.word
    )


def is_ranking(naming: Naming) -> bool:
    """*the largest bank by assets*: what it is ranked by, not what the figure measures."""
    word = naming.word
    return word.dep_ == "pobj" and word.head.lower_ == "by" and word.head.head.pos_ in ("NOUN", "PROPN")


def is_denominator(naming: Naming) -> bool:
    """*a deficit of 5% of GDP*: what the share is of, not what is measured."""
    word = naming.word
    whole = naming.figure.kind == "percent" and word.dep_ == "pobj" and word.head.lower_ == "of"
    if naming.metric == "gdp" or not whole or word.lower_ not in _OUTPUT:
        return whole and naming.metric == "gdp"
    return any(token.lemma_.lower() in _BUDGETED for token in naming.figure.sentence)


def is_number_of(naming: Naming) -> bool:
    """*the number of transactions*: how many, never what they are worth."""
    doc, start = naming.doc, naming.mention.start
    numbered = start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "number"
    return numbered and "count" not in metrics()[naming.metric].kinds


def is_no_sum(naming: Naming) -> bool:
    """*users*, *revenue*, beside a level in basis points: no number of users is so many of them."""
    level = not naming.change and naming.figure.quantity.unit == "basis_point"
    return level and not {"money", "count"}.isdisjoint(metrics()[naming.metric].kinds)


def is_no_sale(naming: Naming) -> bool:
    """*a business unit*, *copper for delivery in three months*: when a commodity changes hands, nothing that is sold."""
    word = naming.word
    handed_over = word.lower_ == "delivery" and word.dep_ == "pobj" and word.head.lower_ == "for"
    return naming.metric == "units_sold" and (word.lower_ == "unit" or handed_over)


def is_no_stake(naming: Naming) -> bool:
    """*shares of the company rose 4%*."""
    return naming.metric == "stake" and naming.first_word in ("shares", "stocks")


def is_basis(naming: Naming) -> bool:
    """*at constant currency*, *before tax*, *wrote in a note*: how it is measured or told, not what is measured."""
    doc, start, first = naming.doc, naming.mention.start, naming.first_word
    before = doc[start - 1].lower_ if start else ""
    if first == "note" and doc[start].head.lower_ == "in":
        return True  # "wrote in a note dated Tuesday"
    if first in ("tax", "taxes", "taxation") and before in ("before", "after"):
        return True  # "made $5 billion before tax"
    if first.startswith("currenc") and before in ("-", "‑") and start > 1:
        before = doc[start - 2].lower_  # "constant-currency growth"
    return first.startswith("currenc") and before in _CURRENCIES


def is_taxed_basis(naming: Naming) -> bool:
    """*pre-tax charges*, *after-tax*: of what the charges are told."""
    doc, start, first = naming.doc, naming.mention.start, naming.first_word
    before = doc[start - 1].lower_ if start else ""
    hyphened = before in ("-", "‑") and start > 1 and doc[start - 2].lower_ in ("pre", "after", "post")
    return hyphened or first.startswith(("pre-tax", "after-tax", "post-tax")) and naming.mention.end - start == 1


def is_target_for(naming: Naming) -> bool:
    """*a target for revenue*: no price target; *a target of $75*, *a $12 target for* the shares is one."""
    doc, start, end = naming.doc, naming.mention.start, naming.mention.end
    if end - start > 1 or naming.first_word not in ("target", "targets"):
        return False
    behind = doc[end : end + 2]
    if not len(behind) or behind[0].lower_ not in ("for", "of"):
        return False
    figured = any(token.like_num or token.is_currency or token.text[0].isdigit() for token in behind)
    figured = figured or bool(spans_in(doc, QUANTITIES, max(0, start - 3), start))
    figured = figured or bool(spans_in(doc, QUANTITIES, end, min(end + 3, len(doc))))
    return not figured and (not start or doc[start - 1].lower_ not in ("price", "share"))


def is_other_rate(naming: Naming) -> bool:
    """*the retention rate*, *an annual rate of*, *the rate at which customers leave*: no central bank's."""
    word = naming.word
    if naming.metric != "policy_rate" or word.lower_ not in ("rate", "rates"):
        return False
    if word.i + 2 < len(word.doc) and word.doc[word.i + 2].lower_ == "which":
        return True
    named = [child for child in word.children if child.dep_ in ("compound", "amod", "nmod", "poss")]
    if any(child.lower_ in _PACES for child in named):
        return True
    told = _RATES | _TENORS
    return any(child.lemma_.lower() not in told for child in named if child.pos_ in ("NOUN", "VERB"))


def is_bare_rate(word: Token) -> bool:
    """*the rate*, *the annual rate*: a rate of nothing that is named."""
    named = [child for child in word.children if child.dep_ in ("compound", "amod", "nmod", "poss", "prep")]
    return word.lower_ == "rate" and all(child.lower_ in _PACES for child in named)
