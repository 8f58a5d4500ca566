import pytest

from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.names import Field, code_text, field_of, find, needs_its_ends
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression import parse


def found(small: LiveReport, text: str) -> Field | str:
    """Gives what a name means for the first indicator."""
    line = report_groups(small.data, small.years, "id")[1].lines[0]
    return find(parse(text).root, line, None, ())


def test_names_of_a_record(small: LiveReport) -> None:
    """Kinds, what a reader may empty, what holds a decimal; a word that is no name is a CODE."""
    target, realised, code = (found(small, text) for text in ("target", "realisasi", "BUKAN"))
    assert isinstance(target, Field)
    assert isinstance(realised, Field)
    assert (target.kind, target.blank, target.clean) == ("number", True, True)
    assert (realised.blank, realised.clean) == (False, False)
    assert code == "BUKAN"
    kinds = [found(small, text) for text in ("aktif", "arah", "predikat", "year")]
    assert [one.kind for one in kinds if isinstance(one, Field)] == ["truth", "text", "text", "number"]


def test_ranges_have_cells_for_their_ends_alone(small: LiveReport) -> None:
    """A bare range has none; an end of a number is the number."""
    whole, end, plain = (found(small, text) for text in ("batas", "batas.min", "target.max"))
    assert isinstance(whole, Field)
    assert isinstance(end, Field)
    assert isinstance(plain, Field)
    assert needs_its_ends(whole)
    assert (end.key, needs_its_ends(end)) == ("batas.min", False)
    assert plain.key == "target"


def test_other_years(small: LiveReport) -> None:
    """The year before is another line, or none; all years are rows, and no field."""
    last = found(small, "tahun_lalu.target")
    assert isinstance(last, Field)
    assert last.line is not None
    assert last.line.year == 2019
    with pytest.raises(NotAFormulaError, match="type"):
        found(small, "riwayat.target")


def test_what_is_no_field_is_refused(small: LiveReport) -> None:
    """No cell holds a collection."""
    line = report_groups(small.data, small.years, "id")[0].lines[0]
    with pytest.raises(NotAFormulaError):
        field_of(line, ("indikator",), outside=False)


def test_codes_in_words() -> None:
    """Polarities as people say them, others as they are."""
    assert code_text("lower_is_better", "en") == "lower is better"
    assert code_text("BS", "id") == "BS"
