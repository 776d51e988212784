"""Records as DataFrames with the columns of `schemas/` and proper dtypes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pandas as pd

from crossfoot.records import Article, Claim, Finding, Record, Verdict

_STRING = pd.StringDtype(na_value=pd.NA)


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim: strings nullable, offsets Int64, values Float64, closed vocabularies categories."""
    return _frame(claims, Claim)


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding; `claim_ids` holds tuples."""
    return _frame(findings, Finding)


def articles_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """One row an article; `blocks` and `dropped` hold tuples of dicts."""
    return _frame(articles, Article)


def verdicts_frame(verdicts: Iterable[Verdict]) -> pd.DataFrame:
    """One row a verdict; `evidence` holds tuples of dicts."""
    return _frame(verdicts, Verdict)


@cache
def dtypes(model: type[Record]) -> dict[str, Any]:
    """Each column's dtype, in the model's order."""
    return {name: _dtype(field.annotation) for name, field in model.model_fields.items()}


def _frame(records: Iterable[Record], model: type[Record]) -> pd.DataFrame:
    rows = [record.model_dump() for record in records]
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=dtype, name=name) for name, dtype in dtypes(model).items()
    }
    return pd.DataFrame(columns)


def _dtype(annotation: Any) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return pd.CategoricalDtype(list(arguments))
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _dtype(inner)
    if hasattr(annotation, "__metadata__"):
        return _dtype(annotation.__origin__)
    plain: dict[Any, Any] = {str: _STRING, int: pd.Int64Dtype(), float: pd.Float64Dtype()}
    return plain.get(annotation, object)
