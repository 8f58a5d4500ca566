"""The rules that these tests are about."""

import pytest

from sakip_rules import Catalogue


@pytest.fixture(scope="session")
def rules(bundled: Catalogue) -> Catalogue:
    """The bundled rules."""
    return bundled
