"""Which rule may have been meant by a reference that names none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sakip_rules import Catalogue, DataError
from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked
from sakip_rules.links.alike import meant_by
from sakip_rules.loader import KnownRule
from sakip_rules.models import Reference
from sakip_rules.vocabulary import RuleKind

Checker = Callable[[Mapping[str, str]], Checked]

KNOWN = [
    KnownRule("nasional/apk-sd", frozenset({"indicator"}), frozenset({"APK", "APK SD"})),
    KnownRule("nasional/apk-smp", frozenset({"indicator"}), frozenset({"APK"})),
    KnownRule("nasional/ipm", frozenset({"index"})),
    KnownRule("nasional/kepuasan", frozenset({"index"}), frozenset({"IKM"})),
    KnownRule("nasional/skm-indeks", frozenset({"index"})),
    KnownRule("nasional/skm-mutu", frozenset({"scale"})),
]
RULE = "inputs: {x: {}}\nformula: x\n"


@pytest.mark.parametrize(
    ("reference", "kinds", "meant"),
    [
        ("nasional/skm", ("indicator", "index"), "Did you mean `nasional/skm-indeks`?"),
        ("nasional/skm", ("scale",), "Did you mean `nasional/skm-mutu`?"),
        ("nasional/skm", (), "Did you mean `nasional/skm-indeks` or `nasional/skm-mutu`?"),
        ("nasional/skm", ("framework",), "No names are known here."),
        ("dinas/ikm", ("index",), "Did you mean `nasional/kepuasan`?"),
        ("dinas/apk-sd", (), "Did you mean `nasional/apk-sd`?"),
        ("dinas/apk", (), "Did you mean `nasional/apk-sd` or `nasional/apk-smp`?"),
        ("nasional/sm-mutu", (), "Did you mean `nasional/skm-mutu`?"),
        ("x/ipm", (), "Did you mean `nasional/ipm`?"),
        ("z/q", ("scale",), "Known here: `nasional/skm-mutu`."),
    ],
)
def test_the_rule_that_fits(reference: str, kinds: tuple[RuleKind, ...], meant: str) -> None:
    """What is called so, or has or begins with that name, or is nearest; always of a kind that fits."""
    parsed = Reference.parse(reference)
    assert parsed is not None
    assert meant_by(parsed, RuleCatalogue((), lambda: KNOWN), kinds)[1] == meant


def test_another_version_is_meant(checked: Checker) -> None:
    """Where the rule is there, whatever else is called so."""
    found = checked({"abc": RULE}).catalogue
    assert meant_by(Reference("contoh/abc", "1.0.1"), found, ())[1] == "Did you mean `contoh/abc@1.0.0`?"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("scale: skm", "nasional/skm-mutu"),
        ("scale: 'skm'", "nasional/skm-mutu"),
        ("uses: {indeks: skm-indeks}", "nasional/skm-indeks"),
        ("steps: {y: {rule: skm}}", "nasional/skm-indeks"),
    ],
)
def test_a_name_without_its_owner_leads_to_the_rule(checked: Checker, line: str, meant: str) -> None:
    """In a rule file as in a report, by the kind that fits under the key."""
    found = checked({"abc": RULE + line + "\n"})
    found.catalogue.listing = lambda: KNOWN
    (said,) = found.diagnostics
    assert (said.code, said.hint("en")) == ("unknown-rule", f"Did you mean `{meant}`?")


def test_a_name_that_nothing_has_is_no_reference(checked: Checker) -> None:
    """There is nothing that it could lead to."""
    (said,) = checked({"abc": RULE + "scale: skala-lain\n"}).diagnostics
    assert said.key == "bad-value.reference"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("framework: lumajang/skala-capaia\n", "lumajang/kerangka-pengukuran"),
        ("indikator: [{id: a, rule: nasional/skm, target: 80}]\n", "nasional/skm-indeks"),
        ("framework: kerangka-pengukuran\n", "lumajang/kerangka-pengukuran"),
        ("indikator: [{id: a, rule: IKM, target: 80}]\n", "nasional/skm-indeks"),
        ("indikator: [{id: a, codes: nasional/huruf-sakip-a, target: 80}]\n", "nasional/nilai-huruf-sakip"),
    ],
)
def test_a_report_is_led_to_what_fits_there(tmp_path: Path, written: str, meant: str) -> None:
    """A framework, an indicator or a table; a scale of a nearer id is never named."""
    head = "report: R\norganization: X\nyear: 2022\n"
    framework = "" if "framework" in written else "framework: lumajang/kerangka-pengukuran\n"
    file = tmp_path / "laporan.yaml"
    file.write_text(head + framework + written, "utf-8")
    with pytest.raises(DataError) as caught:
        Catalogue.bundled().evaluate_report(str(file))
    hint = caught.value.diagnostics[0].hint()
    assert caught.value.diagnostics[0].code == "unknown-rule"
    assert f"`{meant}`" in hint
    assert "skala-" not in hint
