import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Sakip = Callable[..., Result]
GOLDEN = Path(__file__).parent.parent / "golden"
REPORT = "tests/small/report.yaml"


def test_a_figure_of_a_report(small: Sakip) -> None:
    """The whole explanation; tests/cli/golden holds it."""
    result = small("explain", REPORT, "a")
    assert result.exit_code == 0
    assert result.stdout == (GOLDEN / "explain-report.txt").read_text(encoding="utf-8")


def test_a_rule_with_inputs(small: Sakip) -> None:
    """The whole explanation, in English; tests/cli/golden holds it."""
    result = small("explain", "contoh/capaian", "realisasi=1", "target=3", "--on", "2020", "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout == (GOLDEN / "explain-rule.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "first"),
    [
        (".", ". · capaian · 2020"),
        ("a", "a · capaian · 2020"),
        ("a:akar", "a · akar · 2020"),
        ("a:capaian@2019", "a · capaian · 2019"),
        ("a@2019", "a · capaian · 2019"),
        (":capaian", ". · capaian · 2020"),
    ],
)
def test_a_path_may_name_figure_and_year(small: Sakip, target: str, first: str) -> None:
    """Without a figure the headline, without a year the report's."""
    result = small("explain", REPORT, target)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, first)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["aa"], "Tidak ada `aa` dalam laporan ini. Maksud Anda `a`?"),
        (["zzz"], "Tidak ada `zzz` dalam laporan ini. Jalurnya antara lain: `.`, `a`, `b`, `c`."),
        (["a:serapan"], "`a` tidak mempunyai angka `serapan`. Yang dikenal di sini: `"),
        (["a:realisai"], "`a` tidak mempunyai angka `realisai`. Maksud Anda `realisasi`?"),
        (["a@2010"], "Tahun 2010 tidak diberikan untuk `a`. Yang ada: 2019, 2020."),
        (["a", "b"], "Untuk laporan cukup satu JALUR."),
        (["a", "--on", "2020"], "--on hanya untuk aturan"),
    ],
)
def test_a_wrong_path_is_2_and_says_what_there_is(small: Sakip, words: list[str], said: str) -> None:
    """With the nearest one, or with what can be named."""
    result = small("explain", REPORT, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"galat: {said}")


def test_a_record_called_by_its_id_or_its_title_is_the_one_that_is_meant(
    sakip: Sakip, tmp_path: Path
) -> None:
    """Where only one is called so; of several the nearest path, or some of them."""
    file = tmp_path / "laporan.yaml"
    file.write_text(
        "report: R\norganization: Dinas\nyear: 2024\nframework: nasional/kerangka-lkjip\nsasaran:\n"
        "  - {id: produksi, title: Produksi naik, indikator: [{id: izin, title: Kapal berizin}, {id: b}]}\n"
        "  - {id: warga, title: Warga sejahtera, indikator: [{id: ntn, title: Nilai tukar}, {id: b}]}\n",
        encoding="utf-8",
    )
    for name, path in (("izin", "produksi/izin"), ("nilai Tukar", "warga/ntn"), ("Warga sejahtera", "warga")):
        said = f"galat: Tidak ada `{name}` dalam laporan ini. Maksud Anda `{path}`?\n"
        assert sakip("explain", str(file), name).stderr.endswith(said)
    assert "Jalurnya antara lain: " in sakip("explain", str(file), "b").stderr


@pytest.mark.parametrize(
    ("subject", "words", "shown"),
    [
        ("contoh/capaian", [], "contoh/capaian@2.0.0"),
        ("contoh/capaian", ["--on", "2019"], "contoh/capaian@1.0.0"),
        ("contoh/capaian", ["--on", "2019-06-30"], "contoh/capaian@1.0.0"),
        ("contoh/capaian@1.0.0", [], "contoh/capaian@1.0.0"),
    ],
)
@pytest.mark.parametrize("inputs", [[], ["realisasi=1", "target=3"]])
def test_the_version_of_a_rule(
    small: Sakip, subject: str, words: list[str], shown: str, inputs: list[str]
) -> None:
    """Pinned, of a year or a day, else the newest; with inputs and without."""
    result = small("explain", subject, *inputs, *words)
    assert result.exit_code == 0
    assert result.stdout.startswith(shown)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["contoh/tidak-ada"], 3),
        (["contoh/capaian@9.9.9"], 3),
        (["contoh/capaian", "--on", "2010"], 3),
        (["no/such/report.yaml"], 3),
        (["contoh/capaian", "realisasi=1", "--on", "kemarin"], 2),
        (["contoh/capaian", "--on", "2020-13-01"], 2),
        (["contoh/capaian", "realisasi"], 2),
        (["contoh/capaian", "realisasi=1", "realisasi=2"], 2),
        (["contoh/capaian", "realisasi=[1"], 3),
        (["contoh/capaian", 'realisasi={"a": 1, "a": 2}'], 3),
        (["contoh/capaian", "realisasi=[NaN]"], 3),
        (["contoh/capaian", "realisasi=" + "[" * 100_000], 3),
        (["contoh/capaian", "realisasi=abc"], 3),
        (["contoh/skala", "nilai=1"], 2),
    ],
)
def test_what_cannot_be_explained_has_its_code(small: Sakip, arguments: list[str], code: int) -> None:
    """2 for a wrong call, 3 for rules and data that are not there or wrong; never a traceback."""
    result = small("explain", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_a_collection_is_json_text(tmp_path: Path, sakip: Sakip) -> None:
    """Its numbers are read from their text: 0.1 is one tenth. (0.1 + 0.2) * 10 is 3."""
    file = tmp_path / "contoh" / "jumlah" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "kind: index\nid: contoh/jumlah\nversion: 1.0.0\ntitle: Jumlah\nvalid_from: 2020\nunit: nilai\n"
        "legal_basis: [{document: X, confidence: applied}]\n"
        "inputs: {baris: {each: {inputs: {x: {}}}}}\nformula: sum(baris.x) * 10\n"
        "examples: [{title: t, given: {baris: [{x: 1}]}, result: 10}]\n",
        encoding="utf-8",
    )
    value = 'baris=[{"x": 0.1}, {"x": 0.2}]'
    result = sakip("explain", "contoh/jumlah", value, "--rules", str(tmp_path))
    assert result.exit_code == 0
    assert "result = 3,00 nilai" in result.stdout
    assert "sum(baris.x): 2 baris dihitung, jumlahnya 0,3" in result.stdout


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_an_explanation_fits_the_terminal(sakip: Sakip, columns: int) -> None:
    """No line of the Lumajang report's explanation is wider; an address stays whole, to be opened."""
    result = sakip(
        "explain", "examples/dinsos-lumajang-2020.yaml", "kesejahteraan-pmks/penanganan", COLUMNS=str(columns)
    )
    wide = [line for line in result.stdout.splitlines() if len(line) > columns]
    assert [line for line in wide if not re.fullmatch(r" +https://\S+", line)] == []
    assert "angkanya: 78,76 ÷ 29,42 × 100" in result.stdout


def test_a_rule_is_described_with_the_scale_of_its_result(sakip: Sakip) -> None:
    """The scale in force on the rule's day, drawn as a line."""
    shown = sakip("explain", "nasional/nilai-sakip@2.0.0").stdout
    assert "Kategori hasilnya\n" in shown
    (line,) = [line for line in shown.splitlines() if "─" in line]
    assert line.strip().replace("─", "") == "[](](](](](](]"


def test_a_record_that_only_holds_others_has_no_headline(
    tmp_path: Path, sakip: Callable[..., Result]
) -> None:
    """It is no mistake of the report: the answer names what stands below it."""
    rule = tmp_path / "rules/contoh/kerangka/1.0.0.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        "kind: framework\nid: contoh/kerangka\nversion: 1.0.0\ntitle: Contoh\nvalid_from: 2020\n"
        "legal_basis: [{document: Contoh, confidence: applied}]\n"
        "levels:\n  opd: {}\n  s: {under: opd, inputs: {capaian: {}}}\n"
    )
    report = tmp_path / "laporan.yaml"
    report.write_text(
        "report: R\norganization: O\nyear: 2020\nframework: contoh/kerangka\ns: [{id: a, capaian: 1}]\n"
    )
    result = sakip("explain", str(report), "--rules", str(tmp_path / "rules"))
    assert result.exit_code == 2
    assert "Di bawahnya: `a`" in result.output


def test_a_rule_without_its_owner_is_recognised(sakip: Callable[..., Result]) -> None:
    """The right command is shown."""
    result = sakip("explain", "ketepatan-sasaran")
    assert result.exit_code == 2
    assert "sakip explain lumajang/ketepatan-sasaran" in result.stderr


def test_speed_says_whether_a_rule_is_compiled(small: Sakip) -> None:
    """In the language asked for; of one rule, without values."""
    result = small("explain", "contoh/capaian", "--on", "2020", "--speed", "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("contoh/capaian@")
    said = " ".join(result.stdout.split())
    assert "Compiled: from a program's call number 20 on" in said
    assert said.endswith("Tables of data (`evaluate_table`) are computed column by column.")
    for words in ([REPORT], ["contoh/capaian", "realisasi=1"]):
        wrong = small("explain", *words, "--speed")
        assert wrong.exit_code == 2
        assert "--speed hanya untuk satu ATURAN." in wrong.stderr


def test_speed_without_the_packages_for_tables(small: Sakip, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be asked is said."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    result = small("explain", "contoh/capaian", "--on", "2020", "--speed", "--lang", "en")
    assert "need the extra `columns`, which is not installed." in " ".join(result.stdout.split())


def test_a_scale_with_a_number_leads_to_evaluate(small: Sakip) -> None:
    """And the negative number is no option."""
    told = small("explain", "contoh/skala", "-5")
    assert (told.exit_code, "`sakip evaluate contoh/skala@1.0.0 -5`" in told.stderr) == (2, True)
