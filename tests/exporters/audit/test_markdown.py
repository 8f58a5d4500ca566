from sakip_rules.audit import Audit
from sakip_rules.exporters import Look
from sakip_rules.exporters.audit.markdown import export


def test_markdown_is_one_table(audit: Audit) -> None:
    """Every finding has a row; a pipe in a place does not end a cell."""
    lines = export(audit, Look()).splitlines()
    assert lines[0] == "# LKjIP 2020"
    assert len(lines) == 10
    pagu = "| pmks/penanganan | pagu@2020 | 5.085.713.014 | 5.085.713.015 | berbeda | a\\|b |"
    assert lines[8] == f"{pagu} sebab tidak ditemukan |"
