"""A page for each function of formulas."""

import pytest
from tests.pages.language.places import view
from tests.pages.seen import Page, words

from sakip_rules.expression import parse
from sakip_rules.expression.functions import AGGREGATES, FUNCTION_NAMES, ORDINARY
from sakip_rules.expression.tree import Aggregate, Call
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.pages.data import read
from sakip_rules.pages.language.functions import INDEX, function_page, function_path, functions_page
from sakip_rules.pages.language.uses import LanguageUses
from sakip_rules.pages.sources import SiteSources


def test_every_form_of_every_function_has_its_text() -> None:
    """No function of the engine is without one, and the data speak of no other."""
    stated = read("functions")
    assert set(stated) == FUNCTION_NAMES
    assert {name for name, forms in stated.items() if "ordinary" in forms} == ORDINARY.keys()
    assert {name for name, forms in stated.items() if "rows" in forms} == AGGREGATES.keys()


@pytest.mark.parametrize("name", sorted(FUNCTION_NAMES))
def test_its_call_is_of_its_form(name: str) -> None:
    """How it is written is a formula that the engine reads as that form of it."""
    for form, stated in read("functions")[name].items():
        root = parse(stated["call"]).root
        assert isinstance(root, Call if form == "ordinary" else Aggregate)
        assert root.function == name


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(FUNCTION_NAMES))
def test_every_page_is_whole(name: str, lang: Language) -> None:
    """Its rules run, its elements close, and no id stands twice."""
    made = function_page(name, LanguageUses(()), view(function_path(name), lang))
    page = Page(made.body)
    assert len(page.ids) == len(set(page.ids))
    assert made.kind == "function"


def test_a_page_says_what_the_table_of_functions_knows() -> None:
    """What `clamp` takes, its unit, how it is read, what came out, and where more stands."""
    made = function_page("clamp", LanguageUses(()), view(function_path("clamp")))
    seen = words(made.body)
    assert "dibaca x dibatasi dari low sampai high" in seen
    assert "menerima angka; angka; angka memberi angka satuan semua isinya bersatuan sama" in seen
    assert "di antara keduanya: 64,00 terlalu tinggi: 100,00 terlalu rendah: 0,00" in seen
    assert {"../bahasa-aturan.html#35-fungsi", "../../galat/outside-domain.html"} <= set(
        Page(made.body).links
    )


def test_absent_results_are_told_in_words() -> None:
    """Zero has no logarithm."""
    seen = words(function_page("ln", LanguageUses(()), view(function_path("ln"), "en")).body)
    assert "logarithm of 1: 0.0000" in seen
    assert "logarithm of 2 to base ten, four decimals: 0.3010" in seen
    assert "of zero: not computable: out of range" in seen


def test_the_first_rules_that_use_it_are_named(bundled_sources: SiteSources) -> None:
    """Five of the bundled rules that sum over rows, by id."""
    made = function_page("sum", bundled_sources.language_uses, view(function_path("sum")))
    named = [target for target in Page(made.body).links if target.startswith("../../rumus/")]
    assert len(named) == 5
    assert named == sorted(named)


def test_all_functions_are_listed() -> None:
    """Each form with a link to its page."""
    made = functions_page(view(INDEX))
    assert set(Page(made.body).links) == {f"{name}.html" for name in FUNCTION_NAMES}
    assert "clamp(x, low, high) Membatasi angka pertama" in words(made.body)
