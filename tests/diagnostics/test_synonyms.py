"""Words that people know lead to words that the language has."""

import pytest

from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.diagnostics.synonyms import FORMS, SIGNS, SYNONYMS, folded, meant
from sakip_rules.expression import FUNCTION_NAMES
from sakip_rules.expression.faults import FormulaFaultError
from sakip_rules.expression.parse import parse
from sakip_rules.models import Model, reports
from sakip_rules.vocabulary import WORDS

NAMES = {"realisasi", "capaian", "pagu", "indikator", "persen", "level", "index", "input"}
"""Names of the usual records, and words of the language that no list of the code holds."""

LISTS = {
    *("indicator", "achievement", "efficiency", "index", "scale", "table", "framework"),
    *("number", "count", "truth", "choice", "range", "polarity"),
    *("higher_is_better", "lower_is_better", "closer_is_better"),
    *("quoted", "applied", "recalled", "claimed"),
    *("half_up", "half_even", "down", "up", "floor", "ceiling", "exact", "rounded"),
    *("error", "warning", "input", "process", "output", "outcome", "impact"),
}


def keys_of_files() -> set[str]:
    """All keys that any model of a rule file or report has."""
    keys: set[str] = {*reports.RECORD_KEYS, *reports.HEADER_KEYS, *reports.DATUM_KEYS}
    todo: list[type[Model]] = [Model]
    for shape in todo:  # grows meanwhile
        todo += shape.__subclasses__()
        keys.update(field.alias or name for name, field in shape.fields().items())
    return keys


@pytest.mark.parametrize("word", SYNONYMS)
def test_words_lead_to_words_of_the_language(word: str) -> None:
    """Every meaning of the table is a key, a function, a word of a closed list or a usual name."""
    known = keys_of_files() | set(FUNCTION_NAMES) | set(WORDS) | NAMES | LISTS
    assert set(SYNONYMS[word]) <= known
    assert word == folded(word)


WORDS_AND_MEANINGS = """
judul title · satuan unit · rumus formula · bagian section · catatan note · tahun year · kerangka framework
laporan report · organisasi organization · instansi organization · masukan inputs · langkah steps
contoh examples · berlaku_dari valid_from · dasar_hukum legal_basis · dokumen document · nilai value
tercetak printed · angka figure · kategori category · kode code · skala scale · pembulatan rounding
arah polarity · jenjang levels · jumlah sum · rata_rata mean · akar root · AVERAGE mean · SUM sum · MIN min
"""


@pytest.mark.parametrize(
    ("word", "meaning"),
    [tuple(pair.split()) for line in WORDS_AND_MEANINGS.strip().splitlines() for pair in line.split("·")],
)
def test_the_hint_names_the_word_that_is_meant(word: str, meaning: str) -> None:
    """The word is asked for, whatever else is known at the place, and in any spelling."""
    others = ["data", "domain", "sama", "jumbo", "contoh_lain", meaning]
    for spelling in (word, word.upper(), word.replace("_", " ")):
        assert did_you_mean(spelling, others) == (f"Maksud Anda `{meaning}`?", f"Did you mean `{meaning}`?")


def test_a_word_leads_to_nothing_that_is_unknown_there() -> None:
    """A meaning counts only where it is known."""
    assert meant("jumlah", {"sum"}) == "sum"
    assert meant("jumlah", {"value"}) == "value"
    assert meant("jumlah", {"title"}) is None


@pytest.mark.parametrize("form", sorted({form for pair in FORMS.values() for form in pair}))
def test_forms_are_formulas(form: str) -> None:
    """What is offered instead of a function of sheets can be read as it stands."""
    assert parse(form).text == form


@pytest.mark.parametrize("written", SIGNS)
def test_signs_of_sheets_are_said_with_what_to_write(written: str) -> None:
    """A sign or word between two values is refused, and the hint says what stands there instead."""
    with pytest.raises(FormulaFaultError) as refused:
        parse(f"a {written} b")
    fault = refused.value.fault
    texts = dict(fault.texts)
    assert (fault.key, texts["plain"]) == ("formula-not-allowed.operator", f"`{SIGNS[written]}`")
    assert fault.start == 2


def test_the_known_names_that_are_shown_are_the_likeliest() -> None:
    """A list that is cut keeps what is most like the word."""
    many = [f"{letter}{letter}{letter}" for letter in "abcdefghijklmnopqr"] + ["zw"]
    indonesian, _ = did_you_mean("wzwzwzwzwzwz", many)
    assert "`zw`" in indonesian
    assert indonesian.endswith(", ….")
