"""Libraries of others that read one format each: whether they are there, and what becomes of whatever they raise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from crossfoot.errors import ArticleError


def needed(module: str, *, extra: str, what: str) -> ModuleType:
    """A library that one format needs. Raises ArticleError `missing_extra`, which says what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.split(".")[0]
        raise ArticleError(
            "missing_extra", f'reading {what} needs {library}: pip install "crossfoot[{extra}]"'
        ) from error


@contextmanager
def parsing(reason: str, what: str) -> Iterator[None]:
    """Whatever a parser of somebody else's raises over a broken file becomes an ArticleError `reason`.

    Such parsers document no closed list of errors: a file made to break them may raise anything.
    """
    try:
        yield
    except ArticleError:
        raise
    except RecursionError as error:
        raise ArticleError("too_deep", f"{what} is nested too deep to be read") from error
    except MemoryError as error:
        raise ArticleError("too_large", f"{what} needs more memory than there is") from error
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise ArticleError(reason, f"no {what} that can be read: {said}") from error
