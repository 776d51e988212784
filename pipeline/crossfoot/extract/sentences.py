"""Where sentences start: at line breaks and after closing punctuation, by rule, before anything is parsed."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

_CLOSERS = frozenset(".!?…。！？")
_QUOTES = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
# Abbreviations that the tokenizer keeps with their period and that may well end a sentence.
_MAY_END = frozenset("inc. corp. co. ltd. llc. plc. etc. u.s. u.k. e.u. a.m. p.m. jr. sr. bros. s.a. n.v. a.g.".split())
# A capitalised word that opens sentences and hardly ever follows an abbreviation inside one.
_STARTERS = frozenset(
    "the a an it its in on at for but and he she they we this that these those however meanwhile shares analysts "
    "while when after before as according last if there with by from since under revenue sales net".split()
)
_NEVER_END = frozenset(
    "mr. mrs. ms. dr. st. no. vs. v. e.g. i.e. approx. est. gen. sen. rep. gov. prof. jan. feb. mar. apr. jun. jul. aug. "
    "sep. sept. oct. nov. dec. fig. u.s u.k rs.".split()
)


@Language.component("crossfoot_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Sets `is_sent_start` on every token."""
    ended = True
    for index, token in enumerate(doc):
        token.is_sent_start = ended or (index > 0 and _starts(doc, token))
        ended = token.is_space and "\n" in token.text
    return doc


def _starts(doc: Doc, token: Token) -> bool:
    """True where the text before `token` closed a sentence and `token` can open one."""
    if token.is_space or token.text[0] in _QUOTES - _OPENERS:
        return False
    before = token.i - 1
    while before > 0 and (doc[before].is_space or doc[before].text in _QUOTES):
        # "He said so." The close belongs to the sentence; a straight quote that opens the next one does not.
        if doc[before].text in _OPENERS and not doc[before].whitespace_ and doc[before].text != ")":
            break
        before -= 1
    last = doc[before]
    if not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space:
        return False
    opens = token.text[0] in _OPENERS or token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in "•$€£¥-"
    if last.text in _CLOSERS:
        return opens
    lower = last.lower_
    if not lower.endswith(".") or lower in _NEVER_END or len(lower) == 2:
        return False
    return opens and (lower not in _MAY_END or token.lower_ in _STARTERS) if lower in _MAY_END else False
