"""Finds whom `it`, `its`, `we`, `the company` and `shares` mean: reads a text in order, remembering whom it named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extract.firms.appositions import firm_noun
from crossfoot.extract.firms.clauses import Clause
from crossfoot.extract.firms.definites import DEFINING, Definite, definite_at, definite_behind
from crossfoot.extract.firms.memory import PLURALS, Known, Memory
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.extract.tokens import Doc
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS, firm_words

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "them"})
_WE = frozenset({"we", "our", "us", "ours"})
# What `it` may be, and how readily: firms before bodies before places.
_IT_KINDS: dict[str, float] = {
    "company": 1.0, "division": 0.9, "index": 0.8, "currency": 0.8, "commodity": 0.8, "broker": 0.7, "agency": 0.7,
    "country": 0.3, "media": 0.4, "region": 0.1,
}  # fmt: skip
_AGAIN = frozenset({"again", "now", "still", "already", "also", "then", "once"})
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "became", "become", "remains", "remained", "as", "being"})
_GREATEST = frozenset({"biggest", "largest", "leading", "top", "oldest", "smallest", "best", "most", "No"})
_OFFICERS = frozenset({"CEO", "CFO", "COO", "CTO", "Chairman", "Chairwoman", "Officer", "Executive", "Founder"}) | {
    "chairman", "chairwoman", "chief", "boss", "founder", "co-founder", "officer", "executive",
}  # fmt: skip
_TOPIC = 2.0  # `the company` is more often the article's own than `it` is
_PAPERS = frozenset({"stock", "scrip", "share"})
_HELD = frozenset({"company", "stock", "scrip"})  # what an investor is not called, nor has
_HOLDERS = frozenset({"asset_manager"})
_BARE = 2  # words of a definite noun that says no more
_GOES_ON = 1.5  # "Bolt reports on Friday. The Berlin bank": whom the sentence before was on
_HEADING = frozenset({"—", "–", ":", "-"})
_OWNING = frozenset({"parent", "owner", "operator", "backer"})
_NEAR = 3  # words from a sentence's beginning
_FRESH = 3.0  # "Last came Norling. The pump maker": a name just given is said what it is
_KNOWN = 1.5  # how well a firm known to be of a noun's trade fits it
_OWN = 4.0  # who acts for a firm speaks of "the company"
_HOUSE_NOUNS = frozenset({"bank", "lender", "broker"})  # a house that speaks may be called so
_WEATHER = frozenset({"is", "was", "'s", "’s", "would", "will", "may", "could"}) | {
    "seems", "seemed", "appears", "remains", "takes", "took", "became",
}  # fmt: skip
_POINTING = _IT | _THEY | _WE | DEFINING
_THAT = frozenset({"that", "to", "if", "whether", "unclear", "clear"})


class Antecedents:
    """Goes through a text's tokens once and gives every mention, named or resolved."""

    def __init__(self, doc: Doc, words: Words, named: list[Found], topic: FirmMention | None) -> None:
        self.doc = doc
        self.words = words
        self.named = {f.start: f for f in named}
        self.topic = topic
        self.memory = Memory(doc, words, topic)
        self.clause = Clause(doc, words, self.memory)

    def read(self) -> Iterator[Found]:
        """Every mention, named or resolved, in order."""
        done = 0
        for i in self._telling():
            if i < done:
                continue
            self.memory.step(i)
            named = self.named.get(i)
            place = self._resolved(i) if named is None else self._called(i, named) or named
            if place is not None and place.mention.kind == "person" and place.mention.owner is None:
                place = self._employed(place)
            if place is None:
                continue
            yield place
            self.memory.named_at.update(dict.fromkeys(range(place.start, place.end), place.mention.canonical))
            self.memory.remember(place)
            done = place.end

    def _telling(self) -> list[int]:
        """The tokens at which a mention can begin, or what is remembered changes: one in four."""
        words = self.words
        return [
            i
            for i, (word, opens, tag) in enumerate(zip(words.words, words.opens, words.tags, strict=True))
            if opens or i in self.named or word.lower() in _POINTING or tag in PLURALS or "\n" in word
        ]

    def _called(self, i: int, place: Found) -> Found | None:
        """`Britain's biggest mortgage lender`: a country's or region's greatest is a firm that the text has named."""
        if place.mention.kind not in {"country", "region"} or place.mention.adjective:
            return None
        if self.words.at(place.end) not in {"'s", "’s"}:
            return None
        ranked = any(self.words.at(place.end + k) in _GREATEST for k in (1, 2, 3))
        definite = definite_behind(self.words, place.end) if ranked else None
        if definite is None or self.words.at(definite.end) == "," and definite.end + 1 in self.named:
            return None  # `Japan's biggest lender, Acme`, whose name says it better
        if self.words.at(i - 1) in {",", "(", "—", "–"} or self.words.at(i - 1) in _BEING:
            return None
        return self._as(i, definite.end, self._for_definite(definite), "definite")

    def _employed(self, place: Found) -> Found:
        """An officer without a named firm: of `its CEO, Anna Weber` whoever `its` is, of `CEO Anna Weber` the topic."""
        words = self.words.words
        officer = any(w in _OFFICERS for w in words[place.start : place.end])
        for k in range(place.start - 1, max(-1, place.start - 6), -1):
            if k in self.memory.named_at and officer:
                return Found(place.start, place.end, replace(place.mention, owner=self.memory.named_at[k]))
            if words[k] in {".", ";"} or k in self.memory.named_at:
                break
            officer = officer or words[k] in _OFFICERS
        if officer and self.topic is not None and self.topic.kind == "company":
            return Found(place.start, place.end, replace(place.mention, owner=self.topic.canonical))
        return place

    def _resolved(self, i: int) -> Found | None:
        """A mention for the pronoun or definite noun that starts at token `i`."""
        low = self.words.words[i].lower()
        if self.words.words[i] == "IT" and not self.words.headline[i]:
            return None  # "IT stocks"
        if low in _IT | _THEY and self.words.at(i + 1) == "own" and (owner := self.clause.whose_own(i)) is not None:
            return self._as(i, i + 1, (owner, 0.85), "pronoun")
        if low in _IT:
            return None if low == "it" and self._pleonastic(i) else self._as(i, i + 1, self._for_it(i), "pronoun")
        if low in _THEY:
            return self._as(i, i + 1, self._for_they(i), "pronoun")
        if low in _WE and self.words.words[i] != "US":
            return self._as(i, i + 1, self._for_we(i), "pronoun")
        if low not in DEFINING:
            return None
        before = self.words.at(i - 1)
        if before in _BEING or before in _AGAIN and not _BEING.isdisjoint(self.words.words[max(0, i - 3) : i]):
            return None  # `it is the largest producer` says what somebody is
        if (headed := self._headed(i)) is not None:
            return self._as(i, i + 2, (headed, 0.85), "definite")
        if (named_by := self._owner_of_a_name(i)) is not None:
            return self._as(i, named_by[1], (named_by[0], 0.85), "definite")
        definite = definite_at(self.words, i)
        if definite is None or (definite.end in self.named and definite.end - i < 2):
            return None
        if self._is_issuer(definite, i):
            return self._as(i, definite.end, (self.topic, 0.85), "definite") if self.topic else None
        inside = [self.named[k].mention for k in range(i, definite.end) if k in self.named]
        told_by = {"region", "index"} if "company" in definite.noun.kinds else {"region"}  # `the FTSE 250 group`
        if any(not m.adjective and m.kind not in told_by for m in inside):
            return None
        told = next((m for m in inside if m.adjective), None)
        if told is not None and "country" in definite.noun.kinds:
            return Found(i, definite.end, replace(told, via="definite", confidence=0.85, adjective=False))
        if told is not None:
            definite = replace(definite, country=told.canonical)
        apposed = (
            next((k.mention for k in self.memory.known.values() if k.token == i - 1), None) if before == "," else None
        )
        if apposed is not None and definite.fit(apposed) is not None:
            return self._as(i, definite.end, (apposed, 0.9), "definite")  # `Acme, the largest brewer`
        if apposed is not None and apposed.kind == "country" and "company" in definite.noun.kinds:
            return None  # `the country, the world's biggest grower`
        if (judged := self.clause.judged(definite.end - 1)) is not None and definite.fit(judged) is not None:
            return self._as(i, definite.end, (judged, 0.8), "definite")  # "Fitch cut Acme, noting the group's debt"
        return self._as(i, definite.end, self._for_definite(definite), "definite")

    def _headed(self, i: int) -> FirmMention | None:
        """Whose part of a list it is: *Acme — The parent of Bolt added 7%*."""
        after = self.words.at(i + 1)
        if (
            self.words.at(i - 1) not in _HEADING
            or self.words.at(i + 2) != "of"
            or not (after in _OWNING or firm_noun(after))
        ):
            return None
        heads = (k.mention for k in self.memory.known.values() if k.heads and k.token == i - 1)
        return next(heads, None)

    def _owner_of_a_name(self, i: int) -> tuple[FirmMention, int] | None:
        """`The Instagram owner`, `the Google parent`: whose the name is, where the text has named him."""
        place = self.named.get(i + 1)
        if place is None or self.words.at(place.end) not in _OWNING or place.mention.owner is None:
            return None
        known = self.memory.known.get(place.mention.owner)
        return (known.mention, place.end + 1) if known is not None else None

    def _is_issuer(self, definite: Definite, i: int) -> bool:
        """`the Company`, `the Group` in capitals: a release's word for whoever issues it."""
        noun = self.words.at(i + 1)
        defined = noun[:1].isupper() and not noun.isupper() and not self.words.headline[i]
        capital = definite.end == i + 2 and defined
        return (
            capital
            and self.words.words[i].lower() == "the"
            and self.topic is not None
            and (self.topic.kind == "company" and definite.fit(self.topic) is not None)
        )

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
        if self.words.at(i + 1) in {"'s", "’s"} and self.words.at(i + 2) in {"a", "an"}:
            return True  # "It's a relief rally"
        if self.words.at(i + 2) in {"the", "a", "an"} and self.words.at(i + 1) in {"'s", "’s", "is", "was"}:
            # `It's the second delay`: the event just told.
            return self.words.at(i + 3).endswith(("st", "nd", "rd", "th")) or self.words.at(i + 3) in {
                "latest",
                "most",
                "only",
            }
        return any(self.words.at(i + k) in _THAT for k in (2, 3, 4)) and not any(
            self.words.at(i + k) in {"going", "set", "due", "able", "expected", "planning", "on"} for k in (2, 3)
        )

    def _for_it(self, i: int, *, kinds: frozenset[str] | None = None) -> tuple[FirmMention, float] | None:
        """Whom a singular pronoun means: the subject nearest before it, firms before places."""
        if kinds is None and (judged := self.clause.judged(i)) is not None:
            return judged, 0.8
        if kinds is None and (raised := self.clause.valued(i) or self.clause.own_subject(i)) is not None:
            return raised, 0.8
        apposed = self._apposed(i) or self.clause.actor(i)
        priced = any(self.words.at(i + k) in firm_words().price_verbs for k in (1, 2, 3))
        opening = self._opens(i)
        best: tuple[float, FirmMention] | None = None
        for known in self.memory.known.values():
            kind = known.mention.kind
            if (kinds is not None and kind not in kinds) or known.mention.canonical == apposed:
                continue
            score = self.memory.salience(known) + 2.0 * _IT_KINDS.get(kind, 0.0)
            if known.subject and known.sentence == self.memory.sentence - 1 and opening:
                score += 2.0
            if priced and kind in MARKET_KINDS:
                score += 1.5
            if known.pronoun and known.sentence == self.memory.sentence and not self._overtaken(known):
                score += 1.5  # `besides its first plant it will open two`: pronouns of one sentence mean one firm
            if best is None or score >= best[0]:
                best = (score, known.mention)
        return (best[1], 0.7) if best is not None else None

    def _opens(self, i: int) -> bool:
        """Whether a pronoun is what its sentence begins with, or is of that: *It grew*, *Traffic on its roads grew*."""
        if self.words.opens[i]:
            return True
        near = any(self.words.opens[k] for k in range(max(0, i - _NEAR), i))
        return near and self.words.words[i].lower() == "its" and not self.memory.named_in_sentence()

    def _overtaken(self, known: Known) -> bool:
        """Whether the sentence has named another subject since: `Acme doubles its plant; Bolt said it had two`."""
        return any(
            other.subject and other.sentence == known.sentence and other.token > known.token
            for other in self.memory.known.values()
        )

    def _for_they(self, i: int) -> tuple[FirmMention, float] | None:
        """A firm for a plural pronoun, as British papers have it: only one that its own sentence named."""
        if self.memory.plural_seen or not self.memory.named_in_sentence():
            return None
        chosen = self._for_it(i, kinds=FIRM_KINDS)
        known = self.memory.known.get(chosen[0].canonical) if chosen is not None else None
        return chosen if known is not None and known.sentence == self.memory.sentence else None

    def _apposed(self, i: int) -> str | None:
        """The name right before `, its`: `Bolt, its largest investor` is not its own investor."""
        if self.words.at(i - 1) != ",":
            return None
        return next(
            (
                k.mention.canonical
                for k in self.memory.known.values()
                if k.token == i - 1 and k.sentence == self.memory.sentence
            ),
            None,
        )

    def _for_we(self, i: int) -> tuple[FirmMention, float] | None:
        """Whose words the sentence is: the speaker's employer, else the firm that the text is about."""
        speaker = self._speaker_behind(i) or self.memory.speaker
        if speaker is not None and speaker.owner:
            known = next((k.mention for k in self.memory.known.values() if k.mention.canonical == speaker.owner), None)
            if known is not None:
                return known, 0.75
        if self.topic is not None and self.topic.kind in FIRM_KINDS:
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

    def _for_definite(self, definite: Definite) -> tuple[FirmMention, float] | None:
        """Whom a definite noun means: somebody of its kind and sector, by salience, else the topic."""
        best: tuple[float, FirmMention] | None = None
        actor = self.clause.actor(definite.end - 1)
        of_topic = definite.fit(self.topic) if self.topic is not None else None
        about_such = of_topic is not None
        officer = self.memory.officer if not definite.sectors else None
        describes = definite.end - definite.start > _BARE and self.words.opens[definite.start]
        tells = describes and (of_topic is None or of_topic < _KNOWN)
        others = any(
            k.mention.kind == "company" and k.mention.sector not in _HOLDERS for k in self.memory.known.values()
        )
        plain = not definite.sectors and not any(self._rivals(known, definite) for known in self.memory.known.values())
        for known in self.memory.known.values():
            if known.mention.canonical == actor:
                continue
            fit = definite.fit(known.mention)
            capital = definite.noun.noun == "city" and known.mention.owner is not None  # Beijing is China's government
            if fit is None or capital:
                continue
            if definite.noun.noun in _HELD and known.mention.sector in _HOLDERS and others:
                continue  # "The fund wants the company to sell a unit"
            score = self.memory.salience(known) + fit + _house_weight(known, definite)
            if known.cited and known.mention.house and not about_such and definite.noun.noun in _HOUSE_NOUNS:
                score += _OWN + 2.0  # "Rabobank said ... The bank has lifted its estimate", in a text on no bank
            if plain and self.memory.is_topic(known):
                score += _TOPIC
            if definite.noun.noun in _PAPERS and known.mention.sector == "exchange":
                score -= _OWN  # "On the BSE, the scrip settled at Rs 1,287"
            if known.heads and known.paragraph == self.memory.paragraph:
                score += _OWN
            if (
                describes
                and fit >= _KNOWN
                and known.main
                and known.paragraph == self.memory.paragraph
                and self._was_last(known)
            ):
                score += _GOES_ON
            if tells and known.since == known.sentence and self._was_last(known):
                score += _FRESH
            if officer is not None and known.mention.canonical == officer:
                score += _OWN
            if best is None or score >= best[0]:
                best = (score, known.mention)
        if best is not None:
            return best[1], 0.8 if definite.sectors and best[1].sector in definite.sectors else 0.7
        if self.topic is not None and definite.fit(self.topic) is not None:
            return self.topic, 0.55
        return None

    def _was_last(self, known: Known) -> bool:
        """Whether the sentence before named somebody, and not as the one who speaks."""
        return known.sentence == self.memory.sentence - 1 and not known.cited

    def _rivals(self, known: Known, definite: Definite) -> bool:
        """Whether somebody else is as near: named in this sentence, or what the one before was about."""
        if self.memory.is_topic(known) or definite.fit(known.mention) is None or known.cited:
            return False
        here = self.memory.sentence - known.sentence
        return here == 0 or here == 1 and known.main


def _house_weight(known: Known, definite: Definite) -> float:
    """`the firm` may well be the house that speaks; `the company` is the one it speaks of."""
    if not known.cited:
        return 0.0
    if definite.noun.noun in {"firm", "brokerage"}:
        return 4.0
    return -2.0
