"""Which rules use what of the language."""

from pathlib import Path

from tests.written import rules

from sakip_rules.pages.language.uses import LanguageUses

BODY = """
inputs: {k: {each: {inputs: {x: {}}}}, y: {default: 1}}
formula: max(sum(k.x), y)
"""


def test_keys_and_functions_are_found_where_they_stand(tmp_path: Path) -> None:
    """Inside a call, over rows, in an input; a key of the model that no file states is not used."""
    every = {f"index r{number}": BODY for number in range(6)}
    catalogue = rules(tmp_path, every | {"index a": "formula: 1"}).checked.catalogue
    uses = LanguageUses(loaded.rule for loaded in catalogue.whole.values())
    five = [f"contoh/r{number}" for number in range(5)]
    for use in (("rows", "sum"), ("ordinary", "max"), ("Input", "default"), ("Input", "each")):
        assert [rule.id for rule in uses.first([use])] == five
    assert uses.first([("rows", "max"), ("Input", "codes")]) == []
    assert uses.first([("FormulaRule", "formula")])[0].id == "contoh/a"
