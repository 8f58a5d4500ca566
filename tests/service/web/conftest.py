"""The service of the small rules."""

import pytest
from tests.service.web.asking import Ask, client

from sakip_rules import Catalogue
from sakip_rules.service.web.application import Application


@pytest.fixture(scope="session")
def ask(small: Catalogue) -> Ask:
    """Sends it a request; it speaks English unless told otherwise."""
    return client(Application(small, "en"))
