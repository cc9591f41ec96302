"""The process under test of `tests.faults`, on which these checks look too."""

from __future__ import annotations

from tests.faults.conftest import nursery, site

__all__ = ["nursery", "site"]
