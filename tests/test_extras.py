"""Packages beside the core: what is said where one is missing."""

from __future__ import annotations

import pytest

from sakip_rules import UsageError
from sakip_rules.extras import needed


def test_a_package_that_is_there_is_given() -> None:
    """As an import would."""
    assert needed("json.decoder", "excel").JSONDecodeError


def test_a_missing_package_is_named_with_its_command() -> None:
    """Whoever reads it can copy the command."""
    with pytest.raises(UsageError) as caught:
        needed("tidak_ada.bagian", "excel")
    (mistake,) = caught.value.diagnostics
    assert mistake.key == "missing-extra"
    assert "`tidak_ada`" in mistake.message("en")
    assert "`pip install 'sakip-rules[excel]'`" in mistake.hint("en")
