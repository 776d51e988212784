"""Article, Claim, Finding, Verdict, Rejection, Decision: the records that pass between stages, and the source of `schemas/`."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

Finite = Annotated[float, Field(allow_inf_nan=False)]
BlockKind = Literal["title", "heading", "paragraph", "bullet", "caption", "table", "dateline", "byline"]
Status = Literal["flag", "explain", "agree"]
FindingKind = Literal[
    "value_conflict",
    "direction_conflict",
    "source_divergence",
    "derived_divergence",
    "basis_difference",
    "scope_difference",
    "period_difference",
    "unit_crosswalk",
    "revision",
    "corroboration",
    "derived_agreement",
]
Severity = Literal["high", "medium", "low"]
Bound = Literal["=", "~", ">", ">=", "<", "<="]
Modality = Literal["asserted", "estimated", "projected", "hypothetical", "negated"]
Direction = Literal["up", "down", "flat"]
# The files of a run; a folder that holds the last two is an output folder, and these are no articles.
RUN_FILES: Final = (
    "claims.jsonl",
    "claims.csv",
    "claims.parquet",
    "quarantine.jsonl",
    "articles.parquet",
    "findings.jsonl",
    "report.html",
)
STORE_FILE: Final = "crossfoot-store.json"  # what a folder holds in which a run's tables grow
Label = Literal["supported", "refuted", "not_enough_evidence", "conflicting_evidence"]


class Record(BaseModel):
    """Frozen, and refuses fields that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Block(Record):
    """A run of an article's text that is kept, and what it is. Offsets are characters of `Article.text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: BlockKind = "paragraph"


class Dropped(Record):
    """A run of an article's text that is page furniture, and why it was taken for that."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    reason: str


class Mended(Record):
    """A run of an article's text that is mojibake (`â€™`), and what it reads as (’)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Origin(Record):
    """Where the value of one of an article's fields comes from, and how sure that makes it."""

    field: str
    origin: str = Field(description="record, json-ld, meta, h1, header, text, ...")
    certainty: Finite = Field(ge=0, le=1)


class Article(Record):
    """One article as read. `text` is the original as decoded, nothing removed: every offset points into it.

    That of a page, a PDF or the like is the text that it shows, furniture and all, each block on a line.

    `blocks` and `dropped` are in text order, do not overlap, and together hold every character that is not blank.
    """

    id: str = Field(min_length=1)
    text: str
    title: str | None = None
    published: str | None = Field(
        default=None, description="ISO 8601 date or date-time that the article gives, with its zone where one is given"
    )
    updated: str | None = Field(default=None, description="when it was last changed, as the article says")
    published_estimate: str | None = Field(
        default=None, description="a day that is likely and not stated; no date is resolved on it"
    )
    url: str | None = None
    source: str | None = Field(default=None, description="who published it: an outlet's name or host")
    authors: tuple[str, ...] = ()
    path: str | None = Field(default=None, description="the file's name it came from, for messages")
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    mended: tuple[Mended, ...] = Field(default=(), description="mojibake in the text; what is read is its mended form")
    origins: tuple[Origin, ...] = ()
    syndication: str | None = Field(
        default=None, description="the first id of the group of copies that it is one of; null where it has none"
    )
    notes: tuple[str, ...] = Field(default=(), description="what of the file cannot be used or was read on trust")

    @property
    def published_day(self) -> str | None:
        """`published` as a day, YYYY-MM-DD."""
        return self.published[:10] if self.published else None

    @property
    def masked_text(self) -> str:
        """`text` with every dropped character, newlines apart, made a space: same length, same offsets."""
        pieces, end = [], 0
        for run in self.dropped:
            pieces.append(self.text[end : run.start])
            pieces.append("".join(char if char in "\r\n" else " " for char in self.text[run.start : run.end]))
            end = run.end
        return "".join(pieces) + self.text[end:]


class Claim(Record):
    """One figure (or stated direction) that an article gives about somebody."""

    claim_id: str
    kind: Literal["figure", "direction"] = "figure"
    direction: Direction | None = None
    doc_id: str
    start: int = Field(ge=0, description="offset of the first character of the figure in the original text")
    end: int = Field(ge=0)
    quote: str
    sentence: str
    sentence_start: int = Field(ge=0)
    firm: str | None = Field(default=None, description="whom the figure is about, by canonical name")
    ticker: str | None = None
    metric: str
    measure: Literal["level", "change"] = "level"
    value: Finite | None = None
    value_low: Finite | None = None
    value_high: Finite | None = None
    unit: str | None = Field(default=None, description="numerator and /-separated denominators; null for a direction")
    bound: Bound = "="
    date: str | None = Field(default=None, description="EDTF (ISO 8601-2) day, period or interval")
    period_label: str | None = None
    published: str | None = None
    source: str | None = Field(default=None, description="who is cited: the house where one is named, else the person")
    source_person: str | None = None
    modality: Modality = "asserted"
    counterparty: str | None = None
    basis: str | None = Field(default=None, description="adjusted, gaap, guidance, consensus, ...; null where not said")
    scope: str | None = Field(default=None, description="the segment, region or product that the figure is limited to")
    rules: tuple[str, ...] = Field(default=(), description="the rules that decided firm, metric, date and source")
    confidence: Finite = Field(default=0.5, ge=0, le=1)


class Finding(Record):
    """One comparison across claims."""

    finding_id: str
    status: Status
    kind: FindingKind
    severity: Severity
    firm: str | None
    metric: str
    claim_ids: tuple[str, ...] = Field(min_length=1)
    explanation: str
    witnesses: int = Field(default=1, ge=1, description="independent witnesses behind the figures")
    score: Finite = Field(default=0.0, description="order within the list: greater is more serious")


class Evidence(Record):
    """A claim that a verdict rests on."""

    claim_id: str
    doc_id: str
    start: int
    end: int
    quote: str
    sentence: str = Field(default="", description="the sentence around it")
    published: str | None = Field(default=None, description="the day of the article")


class Verdict(Record):
    """What the articles say of one figure or direction in a summary."""

    verdict_id: str
    kind: Literal["figure", "direction", "number"] = Field(
        default="figure", description="number: one that is no figure (a year, a name's) and that no article prints"
    )
    start: int = Field(description="offset of its first character in the summary's text")
    end: int
    line: int = Field(default=1, ge=1, description="its line in the summary's text")
    quote: str
    label: Label
    differs: str | None = Field(
        default=None, description="at what it fails: value, scale, direction, period, source, ..."
    )
    evidence: tuple[Evidence, ...] = ()
    explanation: str
    correction: str | None = None


class Rejection(Record):
    """An article (or a line of a file) that could not be read, and why; the rest of the run is not touched by it."""

    path: str
    id: str | None = None
    line: int | None = Field(default=None, ge=1)
    reason: str = Field(description="short stable name: not_utf8, bad_json, missing_text, empty, too_large, ...")
    detail: str


class Decision(Record):
    """What an analyst decided of a finding: it is one (`accept`), or none to look at again (`dismiss`)."""

    finding_id: str = Field(min_length=1)
    decision: Literal["accept", "dismiss"]
    about: str | None = Field(default=None, description="the finding in words, for people who read the file")
    run: str | None = Field(default=None, description="the run whose page it was decided on")
    decided: str | None = Field(default=None, description="when, ISO 8601")
    kind: str | None = Field(default=None, description="the finding's kind")
    claim_ids: tuple[str, ...] = Field(default=(), description="the figures that it was decided on")
    added: int = Field(default=0, ge=0, description="figures that the finding has gained since")
