from sakip_rules.diagnostics import Diagnostic
from sakip_rules.exporters import Look
from sakip_rules.exporters.checks.text import export
from sakip_rules.exporters.subjects import Checks


def test_text_ends_with_the_count(error: Diagnostic) -> None:
    """Nothing wrong is one line."""
    assert export(Checks([], 12), Look()) == "12 berkas diperiksa: tidak ada yang salah.\n"
    text = export(Checks([error], 1), Look("en"))
    assert text.startswith("rules/a,b.yaml:3:5\nerror[bad-value]: There is no value.\n")
    assert text.endswith("\n\n1 file checked: 1 error, 0 warnings\n")
