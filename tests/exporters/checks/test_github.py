from sakip_rules.diagnostics import Diagnostic, Place
from sakip_rules.exporters import Look
from sakip_rules.exporters.checks.github import export
from sakip_rules.exporters.subjects import Checks


def test_github_reads_places_and_words(error: Diagnostic, placeless: Diagnostic) -> None:
    """Commas in a file name are escaped, and an error without a place has only its title."""
    lines = export(Checks([error, placeless], 1), Look("en")).splitlines()
    assert lines[0].startswith("::error title=bad-value::There is no value.")
    assert lines[1].startswith(
        "::error file=rules/a%2Cb.yaml,line=3,col=5,endColumn=8,title=bad-value::There"
    )


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    """A line end in a message is escaped, so that each diagnostic stays one line."""
    found = Diagnostic("bad-value.empty", Place("a\n::error::b.yaml"), "error")
    assert len(export(Checks([found], 1), Look()).splitlines()) == 1


def test_a_cell_is_named_beside_the_code() -> None:
    """GitHub shows lines of texts: those of a sheet are none."""
    found = Diagnostic("bad-value.empty", Place("isian.xlsx", 12, 2, sheet="Capaian"), "error")
    (line,) = export(Checks([found], 1), Look("en")).splitlines()
    assert line.startswith("::error file=isian.xlsx,title=bad-value Capaian!B12::There is no value.")
