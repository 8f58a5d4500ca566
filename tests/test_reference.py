"""The language reference: its examples are run, and both languages show the same ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.plain import plain

from sakip_rules import Catalogue

ROOT = Path(__file__).parent.parent
PAGES = {
    "id": ROOT / "docs" / "rujukan" / "bahasa-aturan.md",
    "en": ROOT / "docs" / "en" / "rujukan" / "bahasa-aturan.md",
}
DECISIONS = {
    "id": ROOT / "docs" / "rujukan" / "keputusan-bahasa.md",
    "en": ROOT / "docs" / "en" / "rujukan" / "keputusan-bahasa.md",
}
HEAD = """\
kind: {kind}
id: contoh/potongan-{number}
version: 1.0.0
title: {{id: Potongan, en: Part}}
valid_from: 2021
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
unit: nilai
"""
EXAMPLES = "examples: [{title: kosong, given: {}, status: missing}]\n"


def examples(lang: str) -> list[str]:
    """The YAML examples of a page, in order."""
    return re.findall(r"^```yaml\n(.*?)^```$", PAGES[lang].read_text("utf-8"), re.MULTILINE | re.DOTALL)


def rule_text(text: str, number: int) -> str:
    """The text of a whole rule file: of an example that shows a part of one, with what it leaves out."""
    if text.startswith("kind:"):
        return text
    kind = "scale" if text.startswith("bands:") else "index"
    return HEAD.format(kind=kind, number=number) + text + ("" if "examples:" in text else EXAMPLES)


def write(texts: list[str], folder: Path) -> Path:
    """Writes the rules among the examples, and the bundled ones that they refer to, below a folder."""
    bundled = {
        file.relative_to(ROOT / "rules"): file for file in (ROOT / "rules" / "lumajang").rglob("*.yaml")
    }
    files = {str(path): file.read_text("utf-8") for path, file in bundled.items()}
    for number, text in enumerate(texts):
        if not text.startswith("report:"):
            rule = rule_text(text, number)
            found = plain(rule)
            files[f"{found['id']}/{found['version']}.yaml"] = rule
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("lang", PAGES)
def test_the_rules_of_the_reference_are_right(lang: str, tmp_path: Path) -> None:
    """Every rule on the page is without a diagnostic, and its examples come out as they say."""
    rules = Catalogue.load(write(examples(lang), tmp_path))
    assert [str(found) for found in rules.check()] == []
    outcomes = rules.run_examples()
    assert len(outcomes) > 20
    assert [found for outcome in outcomes for found in outcome.diagnostics] == []


@pytest.mark.parametrize("lang", PAGES)
def test_the_report_of_the_reference_is_computed(lang: str, tmp_path: Path) -> None:
    """The report on the page is one, and gives the figures that it prints where it prints them right."""
    (report,) = [text for text in examples(lang) if text.startswith("report:")]
    rules = Catalogue.load(write(examples(lang), tmp_path / "rules"))
    file = tmp_path / "laporan.yaml"
    file.write_text(report, "utf-8")
    computed = rules.evaluate_report(file)
    node = computed.find("kesejahteraan-pmks/penanganan")
    assert node is not None
    figures = {name: node.figure(name) for name in ("realisasi", "capaian", "capaian_akhir")}
    assert {name: figure.text for name, figure in figures.items() if figure is not None} == {
        "realisasi": "78.76",  # 426794 / 541897
        "capaian": "267.71",  # that over 29.42, and not over the rounded 78.76
        "capaian_akhir": "201.12",  # over 39.16
    }


def test_an_ordinal_gives_what_the_text_says(tmp_path: Path) -> None:
    """A target UNGGUL (4) and a realisation B (2) are an achievement of 50."""
    rules = Catalogue.load(write(examples("en"), tmp_path / "rules"))
    file = tmp_path / "laporan.yaml"
    record = (
        "{id: sekolah, codes: contoh/akreditasi, polarity: higher_is_better, target: UNGGUL, realisasi: B}"
    )
    for page in PAGES.values():
        assert record in page.read_text("utf-8")
    file.write_text(
        "report: Contoh\norganization: Contoh\nyear: 2021\nframework: lumajang/kerangka-pengukuran\n"
        f"indikator:\n  - {record}\n",
        "utf-8",
    )
    node = rules.evaluate_report(file).find("sekolah")
    assert node is not None
    figure = node.figure("capaian")
    assert figure is not None
    assert figure.fraction == 50


def test_both_pages_show_the_same_examples() -> None:
    """Indonesian and English pages differ in their prose only."""
    assert examples("id") == examples("en")


def test_both_pages_have_the_same_sections() -> None:
    """Sections have the same numbers in both, so that a number means the same in either."""
    number = re.compile(r"^#+ (\d+(?:\.\d+)?)", re.MULTILINE)
    found = {lang: number.findall(page.read_text("utf-8")) for lang, page in PAGES.items()}
    assert found["id"] == found["en"]


def test_both_pages_name_the_same_code() -> None:
    """Every key, word and code between backticks stands in both pages."""
    said = {
        lang: set(re.findall(r"`([a-z][a-z_0-9-]*)`", page.read_text("utf-8")))
        for lang, page in PAGES.items()
    }
    assert said["id"] ^ said["en"] == set()


def test_every_decision_is_whole() -> None:
    """A decision has a topic with its section, a reading and a reason; both languages have the same ones."""
    topics = {}
    for lang, page in DECISIONS.items():
        rows = re.findall(r"^\| (\d.*) \|$", page.read_text("utf-8"), re.MULTILINE)
        cells = [row.split(" | ") for row in rows]
        assert {len(row) for row in cells} == {3}
        assert all(cell.strip() for row in cells for cell in row)
        topics[lang] = [row[0].partition(" ")[0] for row in cells]
    assert len(topics["id"]) > 50
    assert topics["id"] == topics["en"]
