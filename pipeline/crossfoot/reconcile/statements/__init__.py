"""Compares two bare statements: by figures, days and directions, and by the words around them where no firm is named."""

from __future__ import annotations

from crossfoot.reconcile.statements.statement import Statement, read
from crossfoot.reconcile.statements.verdict import Label, Related, relate

__all__ = ["Label", "Related", "Statement", "read", "relate"]
