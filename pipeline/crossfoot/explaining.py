"""Why a claim says what it says, in words: its parts with the rule behind each, how sure it is, and where it was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crossfoot.notebook import text_html
from crossfoot.records import Claim, Finding, Modality
from crossfoot.values import wording
from crossfoot.values.claim_words import amount
from crossfoot.vocabulary.rules import rules

_QUESTIONS: Final = {"firm": "Whom", "metric": "What", "date": "When", "source": "Who says so"}
_MEANT: Final[dict[Modality, str]] = {
    "asserted": "stated as fact",
    "estimated": "an estimate",
    "projected": "a plan, guidance or forecast",
    "hypothetical": "a condition or possibility",
    "negated": "denied",
}
_BOUNDS: Final = {
    "=": "the text states it so",
    "~": "the text says “about” or the like",
    ">": "the text says “more than” or the like",
    ">=": "the text says “at least” or the like",
    "<": "the text says “less than” or the like",
    "<=": "the text says “up to” or the like",
}
_DOUBTFUL: Final = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a claim: the question that it answers, the answer, the rule behind it, and that rule in words."""

    question: str
    answer: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the reasons for its parts, and the findings that compare it."""

    claim: Claim
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]

    @property
    def sentence(self) -> str:
        """The sentence with the figure in brackets."""
        claim, at = self.claim, self.claim.start - self.claim.sentence_start
        if at < 0 or claim.sentence[at : at + len(claim.quote)] != claim.quote:
            return f"{claim.sentence} [{claim.quote}]"
        end = at + len(claim.quote)
        return f"{claim.sentence[:at]}[{claim.quote}]{claim.sentence[end:]}"

    @property
    def sureness(self) -> str:
        """What the confidence means."""
        if self.claim.kind == "direction":
            return f"{self.claim.confidence:g} of 1, as every movement without a figure"
        right = rules().right_of_100(self.claim.confidence)
        advice = "; read the sentence before you use it" if self.claim.confidence < _DOUBTFUL else ""
        measured = f"{right} of 100 such claims had firm and metric right in the annotated articles that the rules were made on"
        return f"{self.claim.confidence:g} of 1: {measured}{advice}"

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        """What a notebook shows: the explanation, line for line."""
        return text_html(str(self))

    def lines(self) -> Iterator[str]:
        """The explanation as a reader has it, line by line."""
        claim = self.claim
        yield f"Claim {claim.claim_id}: “{claim.quote}”"
        yield f"in {claim.doc_id}, characters {claim.start} to {claim.end}" + _of_day(claim)
        yield ""
        yield f"  {' '.join(self.sentence.split())}"
        yield ""
        for part in self.parts:
            yield (
                f"{part.question}: {part.answer}, because {part.why}" if part.why else f"{part.question}: {part.answer}"
            )
        yield f"How sure: {self.sureness}"
        for finding in self.findings:
            yield ""
            yield f"Compared ({finding.status}, {finding.kind.replace('_', ' ')}, finding {finding.finding_id}):"
            yield f"  {finding.explanation}"


def explain(claim: Claim, findings: Iterable[Finding] = ()) -> Explanation:
    """Why a claim says what it says; of `findings` those that compare it."""
    reasons = dict(rule.partition(":")[::2] for rule in claim.rules)
    answers = {
        "firm": f"{claim.firm} ({claim.ticker})" if claim.firm and claim.ticker else claim.firm or "nobody named",
        "metric": _metric(claim),
        "date": " / ".join(filter(None, (claim.date, claim.period_label))) or "no time given",
        "source": _source(claim),
    }
    parts = [_part(name, answers[name], reasons.get(name, "")) for name in _QUESTIONS]
    parts[2:2] = [Part("How much", amount(claim), claim.bound, _interval(claim))]
    parts.append(_meant(claim, reasons.get("modality", "none")))
    compared = tuple(finding for finding in findings if claim.claim_id in finding.claim_ids)
    return Explanation(claim, tuple(parts), compared)


def _of_day(claim: Claim) -> str:
    return f", of {claim.published[:10]}" if claim.published else ", undated"


def _metric(claim: Claim) -> str:
    limits = [part for part in (claim.scope and f"of {claim.scope}", claim.basis) if part]
    return ", ".join([f"{wording.metric(claim.metric)} ({claim.measure})", *limits])


def _source(claim: Claim) -> str:
    if claim.source and claim.source_person and claim.source_person != claim.source:
        return f"{claim.source_person} of {claim.source}"
    return claim.source or claim.source_person or "the article itself"


def _part(name: str, answer: str, rule: str) -> Part:
    return Part(_QUESTIONS[name], answer, rule, rules().says(name, rule) if rule else "")


def _interval(claim: Claim) -> str:
    """How the text bounds the figure; nothing of a movement without one."""
    if claim.kind == "direction":
        return ""
    vague = claim.value_low is None and claim.value_high is None
    return "the text gives no number" if vague else _BOUNDS[claim.bound]


def _meant(claim: Claim, cue: str) -> Part:
    why = f"of the word “{cue}”" if cue != "none" else "no word makes it less"
    return Part("How it is meant", f"{claim.modality}, {_MEANT[claim.modality]}", cue, why)
