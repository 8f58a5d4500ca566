import pytest

from sakip_rules import Catalogue
from sakip_rules.diagnostics import UsageError
from sakip_rules.explainer.described import describe_rule
from sakip_rules.service.asking import ask, describe, is_computable, names_of


def test_each_kind_of_rule_is_asked_with_a_map(small: Catalogue) -> None:
    """A formula by its inputs, a scale by `value`, a table by its keys in any order."""
    rule = small.rule("contoh/capaian", on=2020)
    assert ask(rule, {"realisasi": 1, "target": 4}) == rule.evaluate(realisasi=1, target=4)
    scale = small.rule("contoh/skala", on=2020)
    assert names_of(scale) == ("value",)
    assert ask(scale, {"value": 100}) == scale.classify(100)
    table = Catalogue.bundled().rule("nasional/bobot-sakip", on=2022)
    assert names_of(table) == ("komponen", "dimensi")
    weight = ask(table, {"dimensi": "kualitas", "komponen": "pelaporan"})
    assert weight == table.look_up("pelaporan", "kualitas")


def test_a_name_that_is_none_is_refused(small: Catalogue) -> None:
    """With its place."""
    with pytest.raises(UsageError) as raised:
        ask(small.rule("contoh/skala", on=2020), {"nilai": 1})
    (found,) = raised.value.diagnostics
    assert (found.code, found.path) == ("unknown-name", ("nilai",))


def test_a_framework_is_not_asked(small: Catalogue) -> None:
    """It computes reports."""
    with pytest.raises(UsageError):
        ask(small.rule("contoh/kerangka", on=2020), {})


def test_only_what_cannot_be_computed_is_broken(small: Catalogue) -> None:
    """What is missing is not."""
    rule = small.rule("contoh/capaian", on=2020)
    assert is_computable(ask(rule, {}))
    assert not is_computable(ask(rule, {"realisasi": 1, "target": 0}))
    assert not is_computable(
        ask(small.rule("contoh/skala", on=2020), {"value": {"status": "not_computable", "reason": "no-case"}})
    )


def test_a_rule_is_described_with_its_scale_and_versions(small: Catalogue) -> None:
    """As `sakip explain RULE` says it."""
    rule = small.rule("contoh/capaian", on=2020)
    versions = [small.rule(f"contoh/capaian@{number}.0.0").loaded.rule for number in (1, 2)]
    assert describe(small, rule, "en") == describe_rule(rule.loaded.rule, versions, "en")
    bundled = Catalogue.bundled()
    index = bundled.rule("nasional/skm-indeks", on=2010)
    with_scale = "\n".join(line.text for line in describe(bundled, index, "id"))
    assert "Kategori hasilnya" in with_scale


@pytest.mark.broad
def test_the_data_of_every_rule_have_one_name() -> None:
    """What a rule says that it takes is what it is asked by: an interpolation by its key, too."""
    rules = Catalogue.bundled()
    for found in (*rules.search(kind="table"), *rules.search(kind="scale")):
        rule = rules.rule(found.reference)
        given = dict.fromkeys(names_of(rule))
        assert ask(rule, given).status == "missing"
        assert rule.validate(given) == []
    assert names_of(rules.rule("nasional/konversi-stabil@1.0.0")) == ("capaian",)
