"""Which articles have which runs of words, as numbers: an inverted index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Runs:
    """A row for each article, by its place in `ids`, and run of words in it; sorted by run, then by article."""

    ids: Sequence[str]
    run: Numbers
    article: Numbers

    @property
    def sizes(self) -> npt.NDArray[np.int64]:
        """How many runs each article has."""
        return np.bincount(self.article, minlength=len(self.ids))
