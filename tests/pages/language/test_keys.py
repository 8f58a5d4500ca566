"""A page for each key of rule and report files."""

import re

import pytest
from tests.pages.language.places import view
from tests.pages.seen import Page, words

from sakip_rules.diagnostics.texts import TEXTS
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.models.descriptions import DESCRIPTIONS
from sakip_rules.pages.data import read
from sakip_rules.pages.language.keys import INDEX, key_page, key_path, keys_page, known_keys, sample_of
from sakip_rules.pages.language.sample import run_sample
from sakip_rules.pages.language.uses import LanguageUses

CODES = {key.partition(".")[0] for key in TEXTS}


def test_every_described_key_has_a_page() -> None:
    """The keys of the models are those that are described, and no other."""
    assert set(known_keys()) == {key.rpartition(".")[2] for key in DESCRIPTIONS}


@pytest.mark.parametrize("key", known_keys())
def test_the_sample_of_a_key_holds_it(key: str) -> None:
    """Exactly one sample shows it: one in which it is written."""
    assert sum(key in sample["keys"] for sample in read("keys").values()) == 1
    sample = sample_of(key)
    texts = run_sample(sample["rules"], sample.get("report", "")).texts
    assert any(re.search(rf"(?<![\w-]){key}:", text) for text in texts)


def test_samples_speak_of_keys_and_codes_that_there_are() -> None:
    """A key that the models lost, or a misspelt code, would lead nowhere."""
    samples = [*read("keys").values(), read("absent")]
    samples += [form for forms in read("functions").values() for form in forms.values()]
    assert {code for sample in samples for code in sample["codes"]} <= CODES
    assert {key for sample in read("keys").values() for key in sample["keys"]} <= set(known_keys())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", known_keys())
def test_every_page_is_whole(key: str, lang: Language) -> None:
    """Its elements close, and no id stands twice."""
    made = key_page(key, LanguageUses(()), view(key_path(key), lang))
    page = Page(made.body)
    assert len(page.ids) == len(set(page.ids))
    assert made.kind == "key"


def test_a_page_says_what_the_models_know() -> None:
    """Two meanings of `from`, its words and default of `mode`, and what a rule has to have."""
    seen = words(key_page("from", LanguageUses(()), view(key_path("from"), "en")).body)
    assert (
        "a band, the domain of a scale From this number on, the number included. a number or a text no"
        in seen
    )
    assert "exactly 76: Baik" in seen
    seen = words(key_page("mode", LanguageUses(()), view(key_path("mode"))).body)
    assert "half_up atau half_even atau down atau up atau floor atau ceiling tidak half_up" in seen
    assert "2 dari 3, dibulatkan: 66,67" in seen
    seen = words(key_page("valid_from", LanguageUses(()), view(key_path("valid_from"))).body)
    assert "angka atau teks ya" in seen


def test_a_report_shows_what_it_computes() -> None:
    """45 of 60 is 75, of the target 50 that is 150 percent."""
    seen = words(key_page("printed", LanguageUses(()), view(key_path("printed"), "en")).body)
    assert "Keluhan yang selesai: 150.00" in seen


def test_all_keys_are_listed() -> None:
    """Each with a link to its page."""
    made = keys_page(view(INDEX))
    assert set(Page(made.body).links) == {f"{key}.html" for key in known_keys()}
