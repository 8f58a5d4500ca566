"""The same small rule files as the checks have."""

from tests.checker.conftest import check, checked

__all__ = ["check", "checked"]
