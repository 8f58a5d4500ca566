"""The pages of the bundled rules, made once, and those of an agency's own rules."""

from pathlib import Path

import pytest
from tests.written import rules as written_rules

from sakip_rules import Catalogue
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.sources import SiteSources


@pytest.fixture(scope="session")
def answers(bundled: Catalogue) -> Answers:
    """The bundled rules, ready to be asked."""
    return Answers(bundled.checked)


@pytest.fixture(scope="session")
def bundled_sources(bundled: Catalogue) -> SiteSources:
    """The bundled rules as pages ask them."""
    return SiteSources(bundled.checked)


@pytest.fixture
def own(tmp_path: Path) -> Catalogue:
    """The rules of an agency, with names that could spoil a page."""
    stated = "title: {id: Serapan <b>, en: Absorption | of A}\nformula: 1\n"
    versions = {"serapan": "valid_to: 2019\n", "serapan@2.0.0": "valid_from: 2020\n"}
    return written_rules(
        tmp_path / "rules", {f"index {name}": stated + years for name, years in versions.items()}
    )
