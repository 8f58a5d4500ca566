from collections.abc import Callable

from sakip_rules.exporters import Look
from sakip_rules.exporters.mutants.text import export
from sakip_rules.mutation import RuleMutants

Fated = Callable[..., RuleMutants]


def test_a_survivor_is_shown_with_file_line_change_and_example(fated: Fated) -> None:
    """An author can go to the line and copy the example."""
    text = export([fated("killed", "survived")], Look())
    assert "contoh/a/1.0.0.yaml:12\n  comparison: a <= b → a < b\n" in text
    assert "contoh yang akan menangkapnya: given: {a: 1}, result: 1" in text
    assert "50,0 % yang dapat dilihat contoh tertangkap, di 1 aturan." in text
    assert "an example that would catch it" in export([fated("survived")], Look("en"))
