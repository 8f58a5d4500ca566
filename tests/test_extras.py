"""Packages beside the core: what is said where one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip_rules import UsageError
from sakip_rules.extras import needed


def test_a_package_that_is_there_is_given() -> None:
    """As an import would."""
    assert needed("json.decoder", "excel").JSONDecodeError


def test_a_missing_package_is_named_with_its_command() -> None:
    """Whoever reads it can copy the command, in any shell."""
    with pytest.raises(UsageError) as caught:
        needed("tidak_ada.bagian", "excel", prefix="/usr")
    (mistake,) = caught.value.diagnostics
    assert mistake.key == "missing-extra"
    assert "`tidak_ada`" in mistake.message("en")
    assert '`pip install "sakip-rules[excel]"`' in mistake.hint("en")


def test_in_the_environment_of_a_clone_its_own_set_up_brings_the_package() -> None:
    """What pip would install from elsewhere is not this clone."""
    clone = Path(__file__).parent.parent
    with pytest.raises(UsageError, match=r"`python3 run\.py setup`"):
        needed("tidak_ada", "serve", prefix=str(clone / ".venv"))
    with pytest.raises(UsageError, match="pip install"):
        needed("tidak_ada", "serve", prefix=str(clone / "lain" / ".venv"))
