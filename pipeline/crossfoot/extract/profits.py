"""Which profit a text means by a bare *profit*: the one that it names elsewhere."""

from __future__ import annotations

import re

from crossfoot.extract.draft import Draft
from crossfoot.extract.metrics import GROUP
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import Doc
from crossfoot.extract.what import What
from crossfoot.extract.words import text_in, text_of

_BARE = frozenset({"profit", "profits", "loss", "losses"})
_NAMED_SO = frozenset({"first-half", "half-year", "annual", "quarterly", "full-year", "interim", "yearly"})
_A_SHARE = re.compile(r"(\bcents|\$\d+(\.\d+)?) (a|per) share")
_KEPT = "crossfoot_profit"


def bare_profits(draft: Draft) -> None:
    """*Profits rose 14% at the pub chain*, in a text that says further down what its *pre-tax profits* were."""
    what = draft.what
    if what is None or what.metric != "net_income" or what.word is None or what.word.lower_ not in _BARE:
        return
    if any(child.dep_ in ("amod", "compound") and child.lower_ not in _NAMED_SO for child in what.word.children):
        return
    if (named := _profit_of(draft.figure.doc)) is not None:
        draft.what = What(named, what.word, "the_profit_of_the_text", what.confidence)


def _profit_of(doc: Doc) -> str | None:
    """`pretax_income` or `operating_income` where the text names that profit and no net one."""
    if _KEPT not in doc.user_data:
        doc.user_data[_KEPT] = _named_in(doc)
    named: str | None = doc.user_data[_KEPT]
    return named


def _named_in(doc: Doc) -> str | None:
    """*Pre-tax profit was £3 million* anywhere in the text: `pretax_income`; None where it names a net one, or sums a share."""
    found = {(span._.crossfoot_metric.candidates[0], text_in(span).lower()) for span in spans_of(doc, GROUP)}
    if any(metric == "net_income" and not _is_bare(text) for metric, text in found):
        return None
    metrics = {metric for metric, _ in found}
    text = text_of(doc).lower()
    if "eps" in metrics or _A_SHARE.search(text):
        return None  # what is told a share is what is left after tax
    if "pretax_income" in metrics or "before tax" in text:
        return "pretax_income"
    return "operating_income" if "operating_income" in metrics else None


def _is_bare(text: str) -> bool:
    """*profit*, *first-half earnings*: a profit of no kind that is named, where *net profit* and *profit after tax* are."""
    return text.split()[-1] in _BARE | {"earnings", "income"} and not {"net", "attributable", "tax"} & set(text.split())
