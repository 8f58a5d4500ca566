"""What all tests share: how Hypothesis runs, and the bundled rules, which are read once."""

import os

import pytest
from hypothesis import settings

from sakip_rules import Catalogue

# Machines differ in speed: no deadline. On CI every run tries the same examples: a failure there is a change.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    """The bundled rules; no test changes them."""
    return Catalogue.bundled()
