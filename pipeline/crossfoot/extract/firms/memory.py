"""Remembers whom a text has named lately, and how present each still is: the salience that pronouns go by."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.extract.tokens import Doc
from crossfoot.vocabulary.firm_lists import firm_words

PREPOSITIONS = frozenset(
    "in of for at from by with to on against over into via through like than between among".split()
)
PLURALS = frozenset({"NNS", "NNPS"})
_REMEMBERED = 12
_HEADS_A_SECTION = frozenset({"—", "–", ":", "-"})
_TELLING = frozenset({"which", "whose"})
_ASIDE = 12  # words between a name and the clause on it
_BESIDE = 5  # tokens from a noun to the end of the name that is set beside it
_ACCOUNT = 10  # words from "according" to the name
_PRICE_NOUNS = frozenset({"price", "prices", "futures", "contract", "contracts"})


@dataclass(slots=True)
class Known:
    """Somebody the text has named: where last, and whether as a subject, by a pronoun, or as a source.

    `main` where it is the subject of its sentence, and not of a clause within; `since` the sentence that named it first;
    `heads` where its name stands before its paragraph, as in *Acme — The maker of boats fell 3%*.
    """

    mention: FirmMention
    sentence: int
    paragraph: int
    subject: bool
    token: int
    pronoun: bool
    cited: bool
    main: bool = False
    since: int = 0
    heads: bool = False


class Memory:
    """The last dozen firms that a text named, as it is read token by token."""

    def __init__(self, doc: Doc, words: Words, topic: FirmMention | None) -> None:
        self.doc = doc
        self.words = words
        self.topic = topic
        self.known: OrderedDict[str, Known] = OrderedDict()
        self.named_at: dict[int, str] = {}
        self.sentence = self.paragraph = 0
        self.speaker: FirmMention | None = None
        self.officer: str | None = None
        self.plural_seen = False

    def step(self, i: int) -> None:
        """Counts sentences and paragraphs; a paragraph forgets the speaker of the one before it."""
        if self.words.opens[i]:
            self.sentence += 1
            self.plural_seen = False
            self.officer = None
        if "\n" in self.words.words[i]:
            self.paragraph += 1
            self.speaker = None
        if self.words.tags[i] in PLURALS:
            self.plural_seen = True

    def remember(self, place: Found) -> None:
        mention = place.mention
        if mention.kind == "person":
            self.speaker = mention
            self.officer = mention.owner
            return
        if mention.adjective or mention.kind == "group" or not self.words.prose[place.start]:
            return
        if self._names_the_subject(place):
            for known in self.known.values():
                known.subject = known.subject and known.sentence != self.sentence  # "Acme's rival, Bolt, said it"
        earlier = self.known.pop(mention.canonical, None)
        subject = self._is_subject(place)
        if earlier is not None and earlier.sentence == self.sentence:
            subject = subject or earlier.subject
        base = earlier.mention if earlier is not None and mention.via in {"pronoun", "definite"} else mention
        self.known[mention.canonical] = Known(
            base,
            self.sentence,
            self.paragraph,
            subject,
            place.end,
            mention.via == "pronoun",
            self._cited(place, earlier),
            self._is_main(place) or earlier is not None and earlier.sentence == self.sentence and earlier.main,
            earlier.since if earlier is not None else self.sentence,
            self._heads(place) or earlier is not None and earlier.paragraph == self.paragraph and earlier.heads,
        )
        if len(self.known) > _REMEMBERED:
            self.known.popitem(last=False)

    def _is_main(self, place: Found) -> bool:
        """Whether it is, or owns, the subject of the sentence's own verb; in a sentence left unparsed whether it opens it."""
        if not self.words.tags[place.start]:
            return self.words.opens[place.start]
        head = self.doc[place.end - 1]
        if head.dep_ in {"poss", "compound"}:
            head = head.head
        return head.dep_ in {"nsubj", "nsubjpass"} and head.head.dep_ == "ROOT"

    def _heads(self, place: Found) -> bool:
        """Whether a name stands before its paragraph: `Acme — The maker of boats fell 3%`."""
        return self.words.opens[place.start] and self.words.at(place.end) in _HEADS_A_SECTION

    def is_topic(self, known: Known) -> bool:
        """Whether it is whom the article is about."""
        return self.topic is not None and known.mention.canonical == self.topic.canonical

    def _is_subject(self, place: Found) -> bool:
        if self._heads(place):
            return True
        if self.words.tags[place.start]:
            deps = {self._role(k) for k in range(place.start, place.end)}
            if deps & {"nsubj", "nsubjpass", "attr"}:
                return True
            if self._told_of(place.end):
                return True
            last = self.doc[place.end - 1]
            if last.dep_ == "compound" and place.mention.kind in {"commodity", "currency"}:
                return (
                    last.head.dep_ == "nsubj" and last.head.lower_ in _PRICE_NOUNS
                )  # `coffee exports` are a country's
            return last.dep_ in {"poss", "compound"} and last.head.dep_ in {"nsubj", "nsubjpass"}
        before = self.words.at(place.start - 1).lower()
        return before not in PREPOSITIONS and (self.words.opens[place.start] or not self.named_in_sentence())

    def _names_the_subject(self, place: Found) -> bool:
        last = self.doc[place.end - 1]
        return last.dep_ == "appos" and self._role(last.i) in {"nsubj", "nsubjpass"}

    def _role(self, k: int) -> str:
        """What a token is in its sentence; a name set beside a noun is what the noun is: `Its rival, Acme, said`."""
        token = self.doc[k]
        beside = token.dep_ == "appos" and 0 < token.i - token.head.i <= _BESIDE
        return token.head.dep_ if beside else token.dep_

    def _told_of(self, end: int) -> bool:
        """Whether a clause tells of a name: `Acme, which makes boats`, `Acme, the maker of boats, whose shares fell`."""
        if self.words.at(end) != ",":
            return False
        comma = next((k for k in range(end + 1, end + _ASIDE) if self.words.at(k) in {",", "."}), end)
        return any(self.words.at(k) == "," and self.words.at(k + 1) in _TELLING for k in (end, comma))

    def _cited(self, place: Found, earlier: Known | None) -> bool:
        """Whether a house speaks here, or spoke before: `Acme analysts`, `analysts at Acme`, `Acme expects`."""
        named = place.mention.via not in {"pronoun", "definite"}
        if named and self._is_by_account(place.start):
            return True
        if not place.mention.house and place.mention.kind not in {"agency", "media", "broker"}:
            return False
        roles, after = firm_words().person_roles, self.words.at(place.end)
        before = (self.words.at(place.start - 1), self.words.at(place.start - 2))
        now = (
            self._rates(place.end)
            or after in roles
            or after in firm_words().citing_verbs
            or (before[0] in {"at", "from", "of"} and before[1].lower() in roles)
        )
        topic = self.topic is not None and self.topic.canonical == place.mention.canonical
        return now or (earlier is not None and earlier.cited and (not topic or earlier.sentence == self.sentence))

    def _is_by_account(self, start: int) -> bool:
        """`According to deal data on the Acme exchange`: whose data it is, or where they were made known."""
        words = [self.words.at(start - k).lower() for k in range(1, _ACCOUNT)]
        told = next((k for k in range(len(words) - 1) if words[k] == "to" and words[k + 1] == "according"), None)
        return told is not None and "," not in words[:told]

    def _rates(self, end: int) -> bool:
        """`raised its price target`, `cut its rating` behind token `end - 1`."""
        if self.words.at(end) not in firm_words().rating_verbs:
            return False
        return any(self.words.at(end + k) in firm_words().rating_nouns for k in (1, 2, 3, 4))

    def named_in_sentence(self) -> bool:
        return any(known.sentence == self.sentence for known in self.known.values())

    def salience(self, known: Known) -> float:
        """How present somebody is: named lately, as a subject, as the topic; a cited house speaks of others."""
        ago = self.sentence - known.sentence
        score = 3.0 * 0.55**ago
        score += 1.5 if known.subject else 0.0
        score += 0.5 if known.paragraph == self.paragraph else 0.0
        if self.is_topic(known):
            score += 1.2
        return score - 2.0 if known.cited else score
