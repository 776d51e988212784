"""Every error that crossfoot raises on purpose, as one tree.

CrossfootError
├── UsageError          it could not run: a path that is not there, an output that cannot be written (exit 2)
│   └── TableError      a claim table that lacks a column or holds a value that none of its kind may have (exit 2)
├── ArticleError        one article cannot be read; it goes to quarantine with this reason, the rest is done
├── VocabularyError     a YAML entry is malformed, or two entries contradict each other
└── ModelError          no English model is installed, or it is of another version
"""


class CrossfootError(Exception):
    """Base of all errors that crossfoot raises on purpose; its text is one clear line."""


class UsageError(CrossfootError):
    """The command cannot run with what it was given."""


class TableError(UsageError):
    """A claim table does not have the columns or values that `schemas/claim.schema.json` asks for."""


class ArticleError(CrossfootError):
    """One article cannot be read. `reason` is a short stable name, `detail` says it in words."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class VocabularyError(CrossfootError):
    """A vocabulary file is malformed; names the file and the entry."""


class ModelError(CrossfootError):
    """The English model is missing or does not fit."""
