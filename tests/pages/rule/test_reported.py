"""The examples of a framework on its page."""

from tests.pages.rule.conftest import PageOf
from tests.pages.rule.test_levels import REPORT, RULE, SCALE
from tests.pages.seen import words


def test_each_expected_figure_comes_out_and_the_headline_is_explained(page_of: PageOf) -> None:
    """The mean of 80 and 90 is 85."""
    body = page_of({"framework a": RULE + REPORT, "scale s": SCALE}).body
    seen = words(body)
    assert "<summary>dua indikator</summary>" in body
    assert "rekaman angka hasil p capaian 85,00 p/x capaian 80 Nilai" in seen
    assert "Nilai utamanya, langkah demi langkah capaian = 85,00" in seen


def test_figures_of_the_whole_report_say_so(page_of: PageOf) -> None:
    """Its path is a dot, which tells a reader nothing: (80 + 90) / 2 is 85 of the report, too."""
    whole = REPORT.replace("expect: {", "expect: {.: {capaian: {value: 85}}, ", 1)
    seen = words(page_of({"framework a": RULE + whole, "scale s": SCALE}).body)
    assert "rekaman angka hasil seluruh laporan capaian 85,00 p capaian 85,00" in seen


def test_a_framework_without_examples_has_no_such_section(page_of: PageOf) -> None:
    """They are not required of it."""
    assert 'id="contoh"' not in page_of({"framework a": RULE, "scale s": SCALE}).body
