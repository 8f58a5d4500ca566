from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conformance.test_conformance import DATA, read, write_rules
from tests.explainer.facts import kinds, kinds_of, stated, untold
from tests.written import rules as written_rules

from sakip_rules import Catalogue
from sakip_rules.explainer.described import CELLS_SHOWN, describe_rule
from sakip_rules.explainer.lines import render
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.loader import LoadedRule, load_rule
from sakip_rules.models import AnyRule, ScaleRule, TableRule, rule_size


def told(catalogue: Catalogue, reference: str, lang: Language = "id") -> str:
    """A rule in words."""
    item = catalogue.rule(reference).loaded
    versions = catalogue.rules.versions[reference.partition("@")[0]]
    return render(describe_rule(item.rule, [one.rule for one in versions], lang))


def test_a_formula_rule_in_words(catalogue: Catalogue) -> None:
    """Cases with conditions and notes, unit, inputs, legal basis, and the versions by year."""
    assert told(catalogue, "contoh/capaian@2.0.0") == (
        "contoh/capaian@2.0.0 · capaian kinerja\n"
        "Capaian contoh\n"
        "\n"
        "Rumus\n"
        "  bila Yang dituju = 0:\n"
        "    tidak dapat dihitung: pembagian dengan nol (Target nol.)\n"
        "  selain itu:\n"
        "    realisasi / target * 100\n"
        "      Yang dicapai ÷ Yang dituju × 100\n"
        "    Makin tinggi makin baik.\n"
        "  satuan persen\n"
        "  dibulatkan 1 desimal, setengah ke atas; langkah berikutnya memakai angka yang sudah dibulatkan\n"
        "\n"
        "Masukan\n"
        "  realisasi: Yang dicapai (angka)\n"
        "  target: Yang dituju (angka)\n"
        "\n"
        "Dasar hukum\n"
        "  contoh/capaian@2.0.0: Capaian contoh\n"
        "    Pedoman contoh, Bab 2\n"
        "      diingat: umum diketahui, teksnya belum dibaca\n"
        "\n"
        "Versi\n"
        "  1.0.0  2018–2019\n"
        "  2.0.0  sejak 2020"
    )


def test_a_scale_is_told_in_three_ways(catalogue: Catalogue) -> None:
    """Its bands, the number line, and the numbers around each end; test_scaled.py has the details."""
    text = told(catalogue, "contoh/skala@1.0.0", "en")
    headings = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings[2:] == ["Bands", "Number line", "Around the ends", "Legal basis", "Versions"]


def test_a_misprint_of_the_source_is_told(tmp_path: Path) -> None:
    """Where it stands, what is printed, and what it should be."""
    source = Path(__file__).parent.parent / "small" / "rules" / "contoh" / "skala" / "1.0.0.yaml"
    file = tmp_path / "contoh" / "skala" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    errata = "errata:\n  - {where: Tabel 2, printed: 10, corrected: 100, note: Nol hilang.}\n"
    file.write_text(source.read_text(encoding="utf-8") + errata, encoding="utf-8")
    said = "Salah cetak di sumbernya\n  Tabel 2: tercetak 10, seharusnya 100\n    Nol hilang.\n"
    assert said in told(Catalogue.load(tmp_path), "contoh/skala@1.0.0")


def test_a_framework_lists_its_levels(catalogue: Catalogue) -> None:
    """Each level with its inputs and what it computes, rules by name."""
    text = told(catalogue, "contoh/kerangka@1.0.0", "en")
    assert "\nindikator: Indicator\n" in text
    assert "  capaian\n    by rule contoh/capaian\n" in text
    assert "  batas (range)\n" in text


def test_a_check_is_told_by_its_message(catalogue: Catalogue) -> None:
    """What must hold is part of a rule, with the condition below."""
    text = told(catalogue, "contoh/rasio@1.0.0", "en")
    assert "Checks\n  More were served than there are.\n    terlayani <= semua\n" in text


def test_a_table_lists_its_cells(tmp_path: Path) -> None:
    """Keys, unit, and each cell; an undefined one is named so."""
    file = tmp_path / "contoh" / "bobot" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "kind: table\nid: contoh/bobot\nversion: 1.0.0\ntitle: Bobot\nvalid_from: 2020\n"
        "legal_basis: [{document: X, confidence: applied}]\nkeys: [a, b]\nunit: bobot\n"
        "rows:\n  x: {p: 1.15, q: null}\n  y: {p: 1, q: 2}\n"
        "examples: [{title: t, given: {a: x, b: p}, result: 1.15}]\n",
        encoding="utf-8",
    )
    text = told(Catalogue.load(tmp_path), "contoh/bobot@1.0.0")
    assert "  a × b → bobot\n  x, p: 1,15\n  x, q: tidak diisi\n  y, p: 1\n  y, q: 2\n" in text


@pytest.mark.parametrize(
    ("outside", "said"),
    [("", "tidak ada nilainya"), ("outside: hold\n", "nilai ujungnya"), ("outside: extend\n", "diteruskan")],
)
def test_an_interpolation_says_what_is_between_and_beyond(tmp_path: Path, outside: str, said: str) -> None:
    """A straight line between two points; beyond them what the table says."""
    file = tmp_path / "contoh" / "garis" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "kind: table\nid: contoh/garis\nversion: 1.0.0\ntitle: Garis\nvalid_from: 2020\n"
        "legal_basis: [{document: X, confidence: applied}]\nkeys: [a]\nunit: nilai\ninterpolate: linear\n"
        f"{outside}rows: {{0: 0, 100: 120}}\nexamples: [{{title: t, given: 50, result: 60}}]\n",
        encoding="utf-8",
    )
    (line,) = [
        line
        for line in told(Catalogue.load(tmp_path), "contoh/garis@1.0.0").splitlines()
        if "garis lurus" in line
    ]
    assert said in line


def test_inputs_say_what_they_take_and_the_scale_is_shown(tmp_path: Path) -> None:
    """Choices by name or by the scale they come from, units of steps, and the scale as a line."""
    file = tmp_path / "contoh" / "nilai" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "kind: index\nid: contoh/nilai\nversion: 1.0.0\ntitle: Nilai\nvalid_from: 2020\n"
        "legal_basis: [{document: X, confidence: applied}]\n"
        "inputs:\n  a: {type: choice, choices: [X, Y]}\n  b: {type: choice, choices: contoh/skala}\n"
        "steps:\n  c: {formula: 1 if a == X and b == T else 2, unit: nilai}\n"
        "formula: c\nunit: nilai\nexamples: [{title: t, given: {a: X, b: T}, result: 1}]\n",
        encoding="utf-8",
    )
    catalogue = Catalogue.load(tmp_path, Path(__file__).parent.parent / "small" / "rules")
    rule = catalogue.rule("contoh/nilai@1.0.0").loaded.rule
    scale = catalogue.rule("contoh/skala@1.0.0").loaded.rule
    assert isinstance(scale, ScaleRule)
    text = render(describe_rule(rule, [rule], scale=scale))
    assert "  a (pilihan, X | Y)\n  b (pilihan, contoh/skala)\n" in text
    assert "  c (nilai)\n    1 if a == X and b == T else 2\n" in text
    shown = text.partition("Kategori hasilnya\n")[2].partition("\n\nDasar hukum")[0].splitlines()
    assert shown[0] == "  Tinggi (T)     ≥ 100"
    assert shown[-3:-1] == [" " * 36 + "100", "  [ ] angka itu termasuk · ( ) angka itu tidak termasuk"]
    assert shown[-1] == "  contoh/skala@1.0.0"


WHOLE = """\
kind: indicator
id: contoh/lengkap
version: 2.0.0
title: Lengkap
valid_from: 2020
supersedes: contoh/lengkap@1.0.0
legal_basis: [{document: X, confidence: applied}]
polarity: lower_is_better
uses: {huruf: contoh/tingkat}
inputs:
  tingkat: {codes: contoh/tingkat}
  unit_kerja: {each: {inputs: {anggota: {type: count, unit: orang}}}}
  jenis: {type: choice, choices: contoh/tingkat}
formula: sum(unit_kerja.anggota) + huruf(jenis) + tingkat
unit: nilai
scale: contoh/skala
examples: [{title: t, given: {unit_kerja: [{anggota: 1}], jenis: A, tingkat: A}, result: 3}]
"""
LEVELS = """\
kind: table
id: contoh/tingkat
version: 1.0.0
title: Tingkat
valid_from: 2018
legal_basis: [{document: X, confidence: applied}]
keys: [huruf]
unit: nilai
rows: {A: 1, B: 2}
examples: [{title: t, given: A, result: 1}]
"""


def written(folder: Path, **rules: str) -> Catalogue:
    """A catalogue of these rules, by name or by name and version."""
    for name, text in rules.items():
        version = next(line.split()[1] for line in text.splitlines() if line.startswith("version: "))
        file = folder / "contoh" / name.partition("_")[0] / f"{version}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Catalogue.load(folder)


def test_whatever_a_formula_rule_states_is_told(tmp_path: Path) -> None:
    """Scale, polarity, aliases, codes, rows within rows, and which version takes another's place."""
    old = WHOLE.replace("version: 2.0.0", "version: 1.0.0").replace("supersedes: contoh/lengkap@1.0.0\n", "")
    catalogue = written(tmp_path, lengkap_1=old, lengkap_2=WHOLE, tingkat=LEVELS)
    rules = [item.rule for item in catalogue.rules.versions["contoh/lengkap"]]
    text = render(describe_rule(rules[-1], rules))
    for said in (
        "  satuan nilai\n  kategori menurut contoh/skala\n",
        "  makin rendah makin baik\n  huruf = contoh/tingkat\n",
        "  tingkat (angka, kode contoh/tingkat)\n",
        "  unit_kerja (daftar baris)\n    anggota (bilangan bulat, orang)\n",
        "  jenis (pilihan, contoh/tingkat)\n",
    ):
        assert said in text
    assert text.endswith("\n  1.0.0  sejak 2020\n  2.0.0  sejak 2020, menggantikan 1.0.0")


def test_many_cells_are_counted(tmp_path: Path) -> None:
    """Of a table with 43 cells the first 40 are shown."""
    rows = ", ".join(f"K{number}: {number}" for number in range(43))
    catalogue = written(tmp_path, tingkat=LEVELS.replace("A: 1, B: 2", rows).replace("given: A", "given: K1"))
    rule = catalogue.rules.versions["contoh/tingkat"][0].rule
    text = render(describe_rule(rule, [rule], "en"))
    assert "\n  K39: 39\n  and 3 more\n" in text


def described(rule: AnyRule) -> Iterator[str]:
    """A rule in words of both languages, lines as long as they are."""
    return (render(describe_rule(rule, [rule], lang)) for lang in LANGUAGES)


WHAT_NO_OTHER_RULE_STATES = """
    also_called: [SKL, Skala Lain]
    unit: nilai
    domain: {above: 0, below: 100}
    bands: [{category: X, above: 0, below: 100}]
    examples: [{title: t, given: 1, category: X}]
"""


@pytest.fixture(scope="module")
def every_rule(bundled: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> list[AnyRule]:
    """Every version of the bundled rules, every rule of the conformance suite without a mistake, one more."""
    folder = tmp_path_factory.mktemp("rules")
    own = written_rules(folder / "own", {"scale a": WHAT_NO_OTHER_RULE_STATES})
    found = [item.rule for one in (bundled, own) for items in one.rules.versions.values() for item in items]
    for number, file in enumerate(file for file in DATA if not read(file).get("check")):
        for path in sorted(write_rules(file, folder / str(number)).rglob("*.yaml")):
            loaded = load_rule(path)
            assert isinstance(loaded, LoadedRule)
            found.append(loaded.rule)
    return found


@pytest.mark.slow
def test_every_fact_of_every_rule_is_told(every_rule: list[AnyRule]) -> None:
    """Formulas, roundings, checks, defaults, scales, bindings, and whatever else a rule file may state.

    Only of a large table the last cells are counted, not told.
    """
    told = ((rule, untold(rule, described)) for rule in every_rule if not _is_large_table(rule))
    assert [(rule.reference, facts) for rule, facts in told if facts] == []


@pytest.mark.slow
def test_every_key_of_rule_files_is_looked_for(every_rule: list[AnyRule]) -> None:
    """A new key is told, or named as one that is not: some rule here states each."""
    assert kinds() - set().union(*map(kinds_of, every_rule)) == set()


def _is_large_table(rule: AnyRule) -> bool:
    return isinstance(rule, TableRule) and rule_size(rule)[1] > CELLS_SHOWN


def test_the_facts_of_a_rule_are_all_looked_for(catalogue: Catalogue) -> None:
    """What stands in tests/small/rules/contoh/capaian/2.0.0.yaml, counted by hand."""
    facts = stated(catalogue.rule("contoh/capaian@2.0.0").loaded.rule)
    texts = [
        "title",
        "inputs.realisasi.title",
        "inputs.target.title",
        "formula.0.then.note",
        "formula.1.note",
    ]
    assert sorted(facts) == sorted(
        [
            *("kind", "id", "version", "valid_from", "unit", "rounding.places", "rounding.carry"),
            *("legal_basis.0.document", "legal_basis.0.section", "legal_basis.0.confidence"),
            *("inputs.realisasi.key", "inputs.target.key"),
            *("formula.0.when", "formula.0.then.status", "formula.0.then.reason", "formula.1.otherwise"),
            *(f"{text}.{lang}" for text in texts for lang in ("id", "en")),
        ]
    )
