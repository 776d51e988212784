"""Which way a word moves a figure: direction verbs, nouns and adverbs."""

from __future__ import annotations

from functools import cache

from crossfoot.extract.tokens import AnyDoc, AnySpan, Token
from crossfoot.extract.words import lower_in, lower_of
from crossfoot.records import Direction
from crossfoot.vocabulary.models import verbs

_IRREGULAR = {  # forms by which an untagged sentence shows a direction verb
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "sank": "sink",
    "sunk": "sink", "lost": "lose", "slid": "slide", "shrank": "shrink", "shrunk": "shrink", "leapt": "leap",
    "held": "hold", "dove": "dive", "shot": "shoot",
}  # fmt: skip

_ADVERB_REACH = 3  # "was 21%, 50 basis points higher": an adverb farther off belongs to another figure
_TURNERS = frozenset({"up", "down", "higher", "lower", "flat", "unchanged", "steady"})


@cache
def _verb_forms() -> frozenset[str]:
    """Inflected forms of the direction verbs, for sentences that are not tagged yet."""
    forms = set(_IRREGULAR)
    for words in verbs().directions.values():
        for verb in words.verbs:
            stem = verb.removesuffix("e")
            forms |= {verb, verb + "s", verb + "es", stem + "ed", stem + "ing"}
            forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
            if verb.endswith("y"):
                forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return frozenset(forms)


@cache
def _moving() -> frozenset[str]:
    """Every word that can state a movement in a sentence that is not tagged yet."""
    nouns = (words.nouns for words in verbs().directions.values())
    return _verb_forms().union(*nouns, ("up", "down"))


def has_direction_cue(sentence: AnySpan | AnyDoc) -> bool:
    """True where a sentence, tagged or not, holds a direction verb, or an adverb or noun that can state a movement."""
    low = lower_of(sentence) if isinstance(sentence, AnyDoc) else lower_in(sentence)
    return not _moving().isdisjoint(low)


def verb_direction(token: Token) -> Direction | None:
    """`up`, `down` or `flat` for a direction verb (its particle or adverb first: *edged down*), else None."""
    words = verbs().directions
    lemma = _IRREGULAR.get(token.lower_) or token.lemma_.lower()
    if token.i + 1 < len(token.doc) and (moved := particle_direction(token.doc[token.i + 1])) is not None:
        return moved
    for child in token.children:
        if child.dep_ in ("prt", "advmod", "acomp", "oprd", "prep") and 0 < child.i - token.i <= _ADVERB_REACH:
            for name, turned in words.items():
                if child.lower_ in turned.adverbs & _TURNERS and (
                    lemma in verbs().neutral_verbs or child.lower_ in ("higher", "lower")
                ):
                    return name
    return next((name for name, moved in words.items() if lemma in moved.verbs), None)


def particle_direction(token: Token) -> Direction | None:
    """The direction of a verb and its particle, for the particle: the *on* of *put on 4%*, the *up* of *gave up 2%*."""
    if token.i == 0:
        return None
    pair = f"{token.doc[token.i - 1].lemma_.lower()} {token.lower_}"
    return next((name for name, pairs in verbs().particle_verbs.items() if pair in pairs), None)


def is_idle_particle(token: Token) -> bool:
    """The *up* of *coughed up $2 million*, the *down* of *put down a deposit*: it belongs to its verb and moves nothing."""
    idle = token.dep_ == "prt" and token.head.lemma_.lower() not in verbs().neutral_verbs
    return idle and verb_direction(token.head) is None


def noun_direction(token: Token) -> Direction | None:
    """`up` or `down` for a noun that is a movement (*a 3% drop*), else None."""
    lemma = token.lemma_.lower() or token.lower_
    for name, words in verbs().directions.items():
        if lemma in words.nouns or token.lower_ in words.nouns:
            return name
    return None


def adverb_direction(token: Token) -> Direction | None:
    """`up`, `down`, `flat` for *up 5%*, *lower by 3%*, else None."""
    for name, words in verbs().directions.items():
        if token.lower_ in words.adverbs:
            return name
    return None
