"""Finds whom `it`, `its`, `we`, `the company` and `shares` mean: reads a text in order, remembering whom it named."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from crossfoot.extract.definites import Definite, definite_at
from crossfoot.extract.mentions import FirmMention, Found, Words
from crossfoot.extract.topic import ranking
from crossfoot.vocabulary.firm_lists import Kind, firm_words

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "them"})
_WE = frozenset({"we", "our", "us", "ours"})
_PREPOSITIONS = frozenset(
    {
        "in",
        "of",
        "for",
        "at",
        "from",
        "by",
        "with",
        "to",
        "on",
        "against",
        "over",
        "into",
        "via",
        "through",
        "like",
        "than",
        "between",
        "among",
    }
)
_REMEMBERED = 12
# What `it` may be, and how readily: firms before bodies before places.
_IT_KINDS: dict[str, float] = {
    "company": 1.0, "division": 0.9, "index": 0.8, "currency": 0.8, "commodity": 0.8, "broker": 0.7, "agency": 0.7,
    "country": 0.3, "media": 0.4, "region": 0.1,
}  # fmt: skip
_PRICED = frozenset({"currency", "commodity", "index"})
_WEATHER = frozenset(
    {
        "is",
        "was",
        "'s",
        "’s",
        "seems",
        "seemed",
        "appears",
        "remains",
        "takes",
        "took",
        "would",
        "will",
        "may",
        "could",
        "became",
    }
)
_THAT = frozenset({"that", "to", "if", "whether", "unclear", "clear"})


@dataclass(slots=True)
class _Known:
    """Somebody the text has named: where last, and whether as a subject, by a pronoun, or as a source."""

    mention: FirmMention
    sentence: int
    paragraph: int
    subject: bool
    token: int
    pronoun: bool
    cited: bool


@dataclass(frozen=True, slots=True)
class Discourse:
    """A text's mentions in order (`found`, named and resolved ones alike) and the firm it is about (`topic`)."""

    found: tuple[Found, ...]
    topic: FirmMention | None
    ranked: tuple[FirmMention, ...] = ()

    def resolve(self, part: Token | Span) -> FirmMention | None:
        """The mention that covers a token, or the first that touches a span."""
        start, end = (part.i, part.i + 1) if isinstance(part, Token) else (part.start, part.end)
        return next((f.mention for f in self.within(start, end)), None)

    def within(self, start: int, end: int) -> Iterator[Found]:
        """The mentions that touch the tokens from `start` up to `end`."""
        at = max(0, bisect_right(self.found, start, key=lambda f: f.start) - 1)
        while at < len(self.found) and self.found[at].start < end:
            if self.found[at].end > start:
                yield self.found[at]
            at += 1

    def nearest_subject(self, sentence: Span) -> FirmMention | None:
        """The first firm of a sentence that no preposition governs, else its first one, else the topic."""
        places = [
            f for f in self.within(sentence.start, sentence.end) if f.mention.kind not in {"person", "media", "group"}
        ]
        free = [f for f in places if sentence.doc[f.start - 1].lower_ not in _PREPOSITIONS and not f.mention.adjective]
        chosen = free or places
        return chosen[0].mention if chosen else self.topic

    def before(self, token: int, kinds: frozenset[Kind] | None = None) -> FirmMention | None:
        """The last mention (of one of `kinds`) that ends at or before `token`."""
        at = bisect_right(self.found, token, key=lambda f: f.start) - 1
        while at >= 0:
            place = self.found[at]
            if place.end <= token and (kinds is None or place.mention.kind in kinds):
                return place.mention
            at -= 1
        return None


def discourse_of(doc: Doc, words: Words, named: list[Found], *, title: str | None = None) -> Discourse:
    """Resolves the text's pronouns and definite nouns against what it named before them."""
    ranked = ranking(words, named, title=title)
    reader = _Reader(doc, words, named, ranked)
    return Discourse(tuple(reader.read()), ranked[0] if ranked else None, tuple(ranked))


class _Reader:
    """Goes through the tokens once, remembering whom the text named lately."""

    def __init__(self, doc: Doc, words: Words, named: list[Found], ranked: list[FirmMention]) -> None:
        self.doc = doc
        self.words = words
        self.named = {f.start: f for f in named}
        self.topic = ranked[0] if ranked else None
        self.known: OrderedDict[str, _Known] = OrderedDict()
        self.sentence = self.paragraph = 0
        self.speaker: FirmMention | None = None
        self.plural_seen = False
        self.named_at: dict[int, str] = {}
        self.tagged = words.tags

    def read(self) -> Iterator[Found]:
        """Every mention, named or resolved, in order."""
        i, count = 0, len(self.words)
        while i < count:
            self._step(i)
            place = self.named.get(i) or self._resolved(i)
            if place is None:
                i += 1
                continue
            yield place
            self.named_at.update(dict.fromkeys(range(place.start, place.end), place.mention.canonical))
            self._remember(place)
            i = place.end

    def _step(self, i: int) -> None:
        """Counts sentences and paragraphs; a paragraph forgets the speaker of the one before it."""
        if self.words.opens[i]:
            self.sentence += 1
            self.plural_seen = False
        if "\n" in self.words.words[i]:
            self.paragraph += 1
            self.speaker = None
        if self.tagged[i] in {"NNS", "NNPS"}:
            self.plural_seen = True

    def _remember(self, place: Found) -> None:
        mention = place.mention
        if mention.kind == "person":
            self.speaker = mention
            return
        if mention.adjective or mention.kind == "group" or not self.words.prose[place.start]:
            return
        earlier = self.known.pop(mention.canonical, None)
        subject = self._is_subject(place)
        if earlier is not None and earlier.sentence == self.sentence:
            subject = subject or earlier.subject
        base = earlier.mention if earlier is not None and mention.via in {"pronoun", "definite"} else mention
        self.known[mention.canonical] = _Known(
            base,
            self.sentence,
            self.paragraph,
            subject,
            place.end,
            mention.via == "pronoun",
            self._cited(place, earlier),
        )

        if len(self.known) > _REMEMBERED:
            self.known.popitem(last=False)

    def _is_subject(self, place: Found) -> bool:
        if self.tagged[place.start]:
            deps = {self.doc[k].dep_ for k in range(place.start, place.end)}
            if deps & {"nsubj", "nsubjpass", "attr"}:
                return True
            if self.words.at(place.end) == "," and self.words.at(place.end + 1) in {"which", "whose"}:
                return True
            last = self.doc[place.end - 1]
            return last.dep_ in {"poss", "compound"} and last.head.dep_ in {"nsubj", "nsubjpass"}
        before = self.words.at(place.start - 1).lower()
        return before not in _PREPOSITIONS and (self.words.opens[place.start] or not self._named_in_sentence())

    def _cited(self, place: Found, earlier: _Known | None) -> bool:
        """Whether a house speaks here, or spoke before: `Acme analysts`, `analysts at Acme`, `Acme expects`."""
        if not place.mention.house:
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

    def _rates(self, end: int) -> bool:
        """`raised its price target`, `cut its rating` behind token `end - 1`."""
        if self.words.at(end) not in firm_words().rating_verbs:
            return False
        return any(self.words.at(end + k) in firm_words().rating_nouns for k in (1, 2, 3, 4))

    def _named_in_sentence(self) -> bool:
        return any(known.sentence == self.sentence for known in self.known.values())

    def _resolved(self, i: int) -> Found | None:
        """A mention for the pronoun or definite noun that starts at token `i`."""
        low = self.words.words[i].lower()
        if low in _IT:
            return None if low == "it" and self._pleonastic(i) else self._as(i, i + 1, self._for_it(i), "pronoun")
        if low in _THEY:
            return self._as(i, i + 1, self._for_they(i), "pronoun")
        if low in _WE and self.words.words[i] != "US":
            return self._as(i, i + 1, self._for_we(i), "pronoun")
        definite = definite_at(self.words, i)
        if definite is None or (definite.end in self.named and definite.end - i < 2):
            return None
        inside = [self.named[k].mention for k in range(i, definite.end) if k in self.named]
        if any(not m.adjective and m.kind != "region" for m in inside):
            return None
        told = next((m for m in inside if m.adjective), None)
        if told is not None and "country" in definite.noun.kinds:
            return Found(i, definite.end, replace(told, via="definite", confidence=0.85, adjective=False))
        if told is not None:
            definite = replace(definite, country=told.canonical)
        return self._as(i, definite.end, self._for_definite(definite, i), "definite")

    def _as(self, start: int, end: int, chosen: tuple[FirmMention, float] | None, via: str) -> Found | None:
        if chosen is None:
            return None
        mention, sure = chosen
        resolved = replace(mention, via="pronoun" if via == "pronoun" else "definite", confidence=round(sure, 2))
        return Found(start, end, resolved)

    def _pleonastic(self, i: int) -> bool:
        """`it is expected that`, `it would take`: nobody is meant."""
        if self.words.at(i + 1).lower() not in _WEATHER:
            return False
        if self.words.at(i + 2) in {"the", "a", "an"} and self.words.at(i + 1) in {"'s", "’s", "is", "was"}:
            # `It's the third extension`: the event just told.
            return self.words.at(i + 3).endswith(("st", "nd", "rd", "th")) or self.words.at(i + 3) in {
                "latest",
                "most",
                "only",
            }
        return any(self.words.at(i + k) in _THAT for k in (2, 3, 4)) and not any(
            self.words.at(i + k) in {"going", "set", "due", "able", "expected", "planning", "on"} for k in (2, 3)
        )

    def _for_it(self, i: int, *, kinds: set[str] | None = None) -> tuple[FirmMention, float] | None:
        """Whom a singular pronoun means: the subject nearest before it, firms before places."""
        apposed = self._apposed(i) or self._actor(i)
        priced = any(self.words.at(i + k) in firm_words().price_verbs for k in (1, 2, 3))
        best: tuple[float, FirmMention] | None = None
        for known in self.known.values():
            kind = known.mention.kind
            if (kinds is not None and kind not in kinds) or known.mention.canonical == apposed:
                continue
            score = self._salience(known) + 2.0 * _IT_KINDS.get(kind, 0.0)
            if known.subject and known.sentence == self.sentence - 1 and self.words.opens[i]:
                score += 1.0
            if priced and kind in _PRICED:
                score += 1.5
            if known.pronoun and known.sentence == self.sentence:
                score += (
                    1.5  # `In addition to its order of 30 jets it announced`: pronouns of one sentence mean one firm
                )
            if best is None or score >= best[0]:
                best = (score, known.mention)
        return (best[1], 0.7) if best is not None else None

    def _actor(self, i: int) -> str | None:
        """The subject whose object token `i` is: in `Bolt overtook it` nobody overtakes himself."""
        token = self.doc[i]
        if not self.tagged[i] or token.dep_ != "dobj":
            return None
        subjects = (child.i for child in token.head.children if child.dep_ == "nsubj")
        return next((self.named_at[k] for k in subjects if k in self.named_at), None)

    def _for_they(self, i: int) -> tuple[FirmMention, float] | None:
        """A firm for a plural pronoun, as British papers have it: only one that its own sentence named."""
        if self.plural_seen or not self._named_in_sentence():
            return None
        chosen = self._for_it(i, kinds={"company", "division"})
        known = self.known.get(chosen[0].canonical) if chosen is not None else None
        return chosen if known is not None and known.sentence == self.sentence else None

    def _apposed(self, i: int) -> str | None:
        """The name right before `, its`: `Bolt, its largest investor` is not its own investor."""
        if self.words.at(i - 1) != ",":
            return None
        return next(
            (k.mention.canonical for k in self.known.values() if k.token == i - 1 and k.sentence == self.sentence), None
        )

    def _salience(self, known: _Known) -> float:
        """How present somebody is: named lately, as a subject, as the topic; a cited house speaks of others."""
        ago = self.sentence - known.sentence
        score = 3.0 * 0.55**ago
        score += 1.5 if known.subject else 0.0
        score += 0.5 if known.paragraph == self.paragraph else 0.0
        if self.topic is not None and known.mention.canonical == self.topic.canonical:
            score += 1.2
        return score - 2.0 if known.cited else score

    def _for_we(self, i: int) -> tuple[FirmMention, float] | None:
        """Whose words the sentence is: the speaker's employer, else the firm that the text is about."""
        speaker = self._speaker_behind(i) or self.speaker
        if speaker is not None and speaker.owner:
            known = next((k.mention for k in self.known.values() if k.mention.canonical == speaker.owner), None)
            if known is not None:
                return known, 0.75
        if self.topic is not None and self.topic.kind in {"company", "division"}:
            return self.topic, 0.5
        return None

    def _speaker_behind(self, i: int) -> FirmMention | None:
        """A person named behind the sentence's quote, within forty tokens: `"We grew 5%," Anna Weber said.`"""
        for k in range(i, min(i + 60, len(self.words))):
            if "\n" in self.words.words[k]:
                return None
            place = self.named.get(k)
            if place is not None and place.mention.kind == "person":
                return place.mention
        return None

    def _for_definite(self, definite: Definite, i: int) -> tuple[FirmMention, float] | None:
        """Whom a definite noun means: somebody of its kind and sector, by salience, else the topic."""
        best: tuple[float, FirmMention] | None = None
        for known in self.known.values():
            fit = definite.fit(known.mention)
            capital = definite.noun.noun == "city" and known.mention.owner is not None  # Beijing is China's government
            if fit is None or capital:
                continue
            score = self._salience(known) + fit + _house_weight(known, definite)
            if best is None or score >= best[0]:
                best = (score, known.mention)
        if best is not None:
            return best[1], 0.8 if definite.sectors and best[1].sector in definite.sectors else 0.7
        if self.topic is not None and definite.fit(self.topic) is not None:
            return self.topic, 0.55
        return None


def _house_weight(known: _Known, definite: Definite) -> float:
    """`the firm` may well be the house that speaks; `the company` is the one it speaks of."""
    if not known.cited:
        return 0.0
    if definite.noun.noun in {"firm", "brokerage"}:
        return 4.0
    return -2.0
