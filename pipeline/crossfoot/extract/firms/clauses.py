"""Who acts in the clause of a pronoun or a definite noun: `Bolt overtook it`, `Fitch cut Acme, noting its debt`."""

from __future__ import annotations

from crossfoot.extract.firms.memory import Memory
from crossfoot.extract.firms.mentions import FirmMention, Words
from crossfoot.extract.tokens import Doc, Token
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, firm_words

_TEAMS = frozenset({"team", "desk", "analysts", "analyst", "strategists", "economists", "research", "unit"})
# What one does to one's own: a bidder may price or lead another's round.
_TO_ITS_OWN = frozenset(
    "cut raise lift trim lower hold keep leave reduce increase put slash double expand boost shed hike shrink halve triple".split()
)
_REGRADING = frozenset({"cut", "lower", "raise", "lift"})
_RAISING = frozenset({"raise", "secure", "close", "land", "bag", "collect", "pull", "get", "receive"})
_VALUING = frozenset({"value", "bring", "take"})
_CLAUSE = 6  # steps from an object up to its verb


class Clause:
    """Looks up from a token to the verbs above it, among the names that a text has told so far."""

    def __init__(self, doc: Doc, words: Words, memory: Memory) -> None:
        self.doc = doc
        self.words = words
        self.memory = memory

    def actor(self, i: int) -> str | None:
        """The subject in whose clause token `i` is an object: nobody overtakes himself in `Bolt overtook it`."""
        token = self.doc[i]
        if not self.words.tags[i] or token.dep_ not in {"dobj", "pobj"}:
            return None
        verb = token.head
        for _ in range(_CLAUSE):
            if verb.pos_ in {"VERB", "AUX"} or verb.head.i == verb.i:
                break
            if verb.dep_.startswith("nsubj"):
                return None
            verb = verb.head
        if verb.lemma_.lower() in _VALUING:
            return None  # "It values the company at $4 billion": the round that Acme closed
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if verb.dep_ == "relcl" and any(child.lower_ in {"which", "who", "that"} for child in subjects):
            subjects = [verb.head]
        bearers = (k for child in subjects for k in self._bearers(child))
        return next((self.memory.named_at[k] for k in bearers if k in self.memory.named_at), None)

    def whose_own(self, i: int) -> FirmMention | None:
        """`its own`: of the subject of its clause, whoever the text is about: `Acme paid, as rival Bolt cut its own costs`."""
        token = self.doc[i]
        if not self.words.tags[i]:
            return None
        for _ in range(2 * _CLAUSE):
            if token.head.i == token.i:
                return None
            token = token.head
            subjects = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < i]
            named = [
                self.memory.named_at[k] for child in subjects for k in self._name(child.i) if k in self.memory.named_at
            ]
            if named:
                return next((k.mention for k in self.memory.known.values() if k.mention.canonical == named[-1]), None)
            if subjects:
                return None
        return None

    def own_subject(self, i: int) -> FirmMention | None:
        """The name that does it to its own: `after Acme, the central bank, cut its rate`, whoever the sentence is on."""
        token = self.doc[i]
        if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ != "dobj":
            return None
        if token.head.head.lemma_.lower() not in _TO_ITS_OWN:
            return None
        verb = token.head.head
        subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < i]
        names = (
            [self.memory.named_at[k] for k in self._name(subjects[-1].i) if k in self.memory.named_at]
            if subjects
            else []
        )
        name = names[0] if names else None
        known = self.memory.known.get(name) if name is not None else None
        owns = known is not None and known.mention.kind in FIRM_KINDS | {"agency"}
        return known.mention if known is not None and owns else None

    def judged(self, i: int) -> FirmMention | None:
        """The firm that a house judges in the clause above: `Moody's downgraded Acme, saying its debt was high`."""
        if not self.words.tags[i]:
            return None
        token = self.doc[i]
        for _ in range(2 * _CLAUSE):
            if token.head.i == token.i:
                return None
            token = token.head
            if token.lower_ in firm_words().judging or token.lemma_ in _REGRADING and self._rates(token):
                names = [
                    self.memory.named_at[c.i]
                    for c in token.children
                    if c.dep_ == "dobj" and c.i in self.memory.named_at
                ]
                found = (known.mention for known in self.memory.known.values() if known.mention.canonical in names)
                return next((mention for mention in found if mention.kind in FIRM_KINDS), None)
        return None

    def valued(self, i: int) -> FirmMention | None:
        """Whom a round values: `Acme raised $9 in a round led by Bolt, which put in $5, valuing it at $90`."""
        token = self.doc[i]
        if not self.words.tags[i] or token.dep_ != "dobj" or token.head.lower_ != "valuing":
            return None
        for known in self.memory.known.values():
            mention = known.mention
            if known.sentence == self.memory.sentence and known.subject and mention.kind in FIRM_KINDS:
                verb = self.doc[known.token].head
                if verb.lemma_ in _RAISING and mention.sector != "asset_manager":
                    return mention
        return None

    def _bearers(self, subject: Token) -> list[int]:
        """The tokens by which a subject is named: itself, and the house of *Citi's autos team*."""
        owners = [child.i for child in subject.children if child.dep_ in {"poss", "compound"}]
        return [subject.i, *(owners if subject.lower_ in _TEAMS else ())]

    def _name(self, noun: int) -> list[int]:
        """The tokens that may bear the name of a subject: its noun, and what stands beside it (`rival Acme`)."""
        return [child.i for child in self.doc[noun].children if child.dep_ == "appos"] + [noun]

    def _rates(self, verb: Token) -> bool:
        """Whether a rating house does it: `Fitch cut Acme to CCC+`."""
        subject = next((self.memory.named_at.get(c.i) for c in verb.children if c.dep_ == "nsubj"), None)
        known = self.memory.known.get(subject) if subject is not None else None
        return known is not None and known.mention.sector == "ratings"
