"""The page of a rule that stands in a test, and what a person sees of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.written import rules as written_rules

from sakip_rules.languages import Language
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.rule.sheet import rule_page
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources

PageOf = Callable[..., MadePage]


@pytest.fixture
def page_of(tmp_path: Path) -> PageOf:
    """Gives the page of the first of some rules, written as `kind name` -> text."""

    def make(rules: dict[str, str], lang: Language = "id") -> MadePage:
        sources = SiteSources(written_rules(tmp_path / "rules", rules).checked)
        wanted = f"contoh/{next(iter(rules)).partition(' ')[2].partition('@')[0]}"
        subject = next(subject for subject in sources.subjects if subject.rule.id == wanted)
        place = PagePlace(subject.path, lang, "files")
        view = RuleView(place, partial(sources.meant, subject.rule), sources.path_of)
        return rule_page(subject, sources, view)

    return make


@pytest.fixture
def blank() -> RuleView:
    """The page of a rule beside which there is none."""
    return view("id")


def view(lang: Language) -> RuleView:
    """A page in a language, on which references mean nothing."""
    place = PagePlace("rumus/contoh/a.md", lang, "files")
    return RuleView(place, lambda _: None, lambda _: None)
