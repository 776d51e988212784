"""Where sentences start: at line breaks and after closing punctuation, by rule, before anything is parsed."""

from __future__ import annotations

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from crossfoot.extract.words import spaces_of, words_of

_CLOSERS = frozenset(".!?…。！？")
_QUOTES = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
_CLOSING_QUOTES = _QUOTES - _OPENERS
# Abbreviations that the tokenizer keeps with their period and that may well end a sentence.
_MAY_END = frozenset("inc. corp. co. ltd. llc. plc. etc. u.s. u.k. e.u. a.m. p.m. jr. sr. bros. s.a. n.v. a.g.".split())
# A capitalised word that opens sentences and hardly ever follows an abbreviation inside one.
_STARTERS = frozenset(
    "the a an it its in on at for but and he she they we this that these those however meanwhile shares analysts "
    "while when after before as according last if there with by from since under revenue sales net".split()
)
_NUMBERED = frozenset({"no", "nos", "fig", "art", "sec", "vol"})  # "No. 5"
_SCALES = frozenset({"m.", "mn.", "bn.", "b.", "k.", "tn.", "p.", "x."})
_MARKS = frozenset("•$€£¥-")


@Language.component("crossfoot_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Sets `is_sent_start` on every token; one pass, whatever the text holds."""
    starts: list[int] = []
    ended, last, before = True, "", ""  # `last`: the token before, closing quotes and spaces passed over
    apart = False
    for text, spaced in zip(words_of(doc), spaces_of(doc), strict=True):
        closed = apart and last[-1:] in _CLOSERS and _is_closed(before.lower(), last, text)
        starts.append(1 if ended or (closed and _opens(text)) else -1)
        blank = text.isspace()
        apart = blank or spaced
        ended = blank and "\n" in text
        if ended:
            last = ""
        elif not blank and not (text in _QUOTES and last):
            before, last = last, text
    if starts:
        rows = np.array(starts, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
        doc.from_array([SENT_START], rows)  # type: ignore[arg-type]  # the stubs ask for 32-bit integers
    return doc


def _is_closed(before: str, last: str, word: str) -> bool:
    """True where a sentence can end with `last`, and `word` begin another."""
    ends = _closes(last, word) or _is_amount(before, last)
    return ends and not (before in _NUMBERED and word[0].isdigit())


def _is_amount(word: str, last: str) -> bool:
    """*£400m.*, where the tokenizer leaves the period on the letter."""
    return word[-1:].isdigit() and last.lower() in _SCALES


def _opens(word: str) -> bool:
    """True for a token that can begin a sentence."""
    first = word[0]
    return first in _OPENERS or first.isupper() or first.isdigit() or first in _MARKS


def _closes(last: str, word: str) -> bool:
    """True where the text up to `last` can be a whole sentence before `word`."""
    if word[0] in _CLOSING_QUOTES:
        return False
    if last in _CLOSERS:
        return True
    if not last.endswith("."):
        return False  # no abbreviation that may end one
    lower = last.lower()
    if any(char.isdigit() for char in lower):
        return True  # the tokenizer leaves the period on "£400m."
    return lower in _MAY_END and word.lower() in _STARTERS
