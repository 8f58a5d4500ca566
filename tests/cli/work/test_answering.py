import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Sakip = Callable[..., Result]
WEIGHT = "nasional/bobot-sakip@1.0.0"


def test_a_formula_is_asked_by_words(small: Sakip) -> None:
    """1 of 3 is a third, rounded as the rule says."""
    result = small("evaluate", "contoh/capaian", "realisasi=1", "target=3", "--on", "2020")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "contoh/capaian@2.0.0  Capaian contoh\n  33,3 %\n"


def test_a_scale_is_asked_by_a_number_and_a_table_by_codes(sakip: Sakip, small: Sakip) -> None:
    """As people write numbers; as JSON for programs."""
    made = json.loads(small("evaluate", "contoh/skala@1.0.0", "99,99", "--format", "json").stdout)
    assert (made["category"], made["code"]) == ("Rendah", "R")
    made = json.loads(sakip("evaluate", WEIGHT, "pelaporan", "kualitas", "--format", "json").stdout)
    assert (made["value"], made["unit"]) == ("4.5", "nilai")


def test_what_is_not_computable_is_1(small: Sakip, sakip: Sakip) -> None:
    """The answer is printed all the same."""
    result = small("evaluate", "contoh/capaian@2.0.0", "realisasi=1", "target=0")
    assert result.exit_code == 1
    assert "tidak dapat dihitung" in result.stdout
    assert sakip("evaluate", WEIGHT, "pelaporan", "warna").exit_code == 1


def test_inputs_that_are_missing_are_named(small: Sakip) -> None:
    """Whoever forgot one sees which."""
    result = small("evaluate", "contoh/capaian@2.0.0", "realisasi=1")
    assert result.stdout.splitlines()[1:] == ["  belum ada: target"]


def test_each_line_of_data_is_answered_in_its_place(small: Sakip, tmp_path: Path) -> None:
    """3: some of them are wrong; JSON has their errors, a person is told where they are."""
    file = tmp_path / "data.jsonl"
    lines = [
        '{"realisasi": "1", "target": 3}',
        '{"realisasi": x}',
        '{"target": 0, "realisasi": 1}',
        '{"b": 1}',
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = small("evaluate", "contoh/capaian@2.0.0", "--data", str(file), "--format", "json")
    assert result.exit_code == 3
    good, syntax, broken, unknown = map(json.loads, result.stdout.splitlines())
    assert (good["value"], broken["reason"]) == ("33.3", "division-by-zero")
    assert [(error["code"], error["line"]) for error in syntax["errors"]] == [("json-syntax", 2)]
    assert [(error["code"], error["pointer"]) for error in unknown["errors"]] == [("unknown-name", "/b")]
    assert f"{file}:4\ngalat[unknown-name]" in result.stderr
    assert result.stderr.count(f"{file}:2") == 1


def test_data_of_scales_and_tables_have_names(sakip: Sakip, small: Sakip, tmp_path: Path) -> None:
    """`value`, and the keys of the table."""
    file = tmp_path / "data.json"
    file.write_text('{"value": 100}', encoding="utf-8")
    result = small("evaluate", "contoh/skala@1.0.0", "--data", str(file), "--format", "json")
    assert json.loads(result.stdout)["category"] == "Tinggi"
    assert result.stdout.count("\n") == 1
    file.write_text('{"dimensi": "kualitas", "komponen": "pelaporan"}', encoding="utf-8")
    result = sakip("evaluate", WEIGHT, "--data", str(file), "--format", "json")
    assert json.loads(result.stdout)["value"] == "4.5"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["contoh/capaian", "realisasi=1"], 2, "galat[missing-key]"),
        (["contoh/capaian@2.0.0", "realisasi"], 2, "Masukan ditulis nama=nilai"),
        (["contoh/capaian@2.0.0", "realisasi=x"], 3, "galat[bad-value]"),
        (["contoh/capaian@2.0.0", "realisasi=1", "--data", "a.json"], 2, "tidak keduanya"),
        (["contoh/capaian@2.0.0", "--data", "tidak-ada.json"], 3, "galat[no-file]"),
        (["contoh/capaian@2.0.0", "--format", "csv"], 2, "Bentuk csv hanya untuk laporan."),
        (["contoh/skala@1.0.0"], 2, "Skala memerlukan satu bilangan"),
        (["contoh/skala@1.0.0", "1", "2"], 2, "Skala memerlukan satu bilangan"),
        (["contoh/kerangka@1.0.0"], 2, "adalah kerangka"),
        (["contoh/tidak-ada@1.0.0"], 3, "galat[unknown-rule]"),
        (["capaian", "realisasi=1"], 2, "Tulis aturan dengan pemiliknya: `sakip evaluate contoh/capaian`."),
    ],
)
def test_what_cannot_be_asked_says_why(small: Sakip, arguments: list[str], code: int, said: str) -> None:
    """2 for the words, 3 for the data; nothing on standard output."""
    result = small("evaluate", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in " ".join(result.stderr.split())


def test_a_negative_number_is_a_value_and_no_option(small: Sakip) -> None:
    """Of a scale and among words, in help texts not; what is an option is one still."""
    result = small("evaluate", "contoh/skala@1.0.0", "-5", "--format", "json")
    assert json.loads(result.stdout)["category"] == "Rendah"
    told = small("evaluate", "contoh/capaian@2.0.0", "realisasi=1", "-5,5%")
    assert (told.exit_code, "bukan `-5,5%`" in told.stderr) == (2, True)
    for wrong in ("--forma", "-x", "-5x", "-"):
        assert small("evaluate", "contoh/skala@1.0.0", wrong).exit_code in (2, 3)
    assert "tahun (2020)" in small("evaluate", "contoh/skala", "90", "--on", "-7").stderr
    assert "Terlalu banyak argumen: -5." in small("check", "x", "-5").stderr


def test_the_data_of_scales_and_tables_may_be_named(small: Sakip, sakip: Sakip) -> None:
    """As in JSON; another name leads to the right one."""
    named = small("evaluate", "contoh/skala@1.0.0", "value=99,99")
    assert named.stdout == small("evaluate", "contoh/skala@1.0.0", "99,99").stdout
    named = sakip("evaluate", WEIGHT, "dimensi=kualitas", "komponen=pelaporan")
    assert named.stdout == sakip("evaluate", WEIGHT, "pelaporan", "kualitas").stdout
    assert "`komponen`?" in sakip("evaluate", WEIGHT, "dimensi=kualitas", "komponenn=x").stderr


def test_what_a_scale_or_table_cannot_read_leads_to_what_it_reads(small: Sakip, sakip: Sakip) -> None:
    """2 for the number of words, 3 for a word that is none, 1 for a code that the table does not have."""
    assert small("evaluate", "contoh/skala@1.0.0").exit_code == 2
    told = small("evaluate", "contoh/skala@1.0.0", "baik")
    assert (told.exit_code, "`29,42`" in told.stderr) == (3, True)
    told = sakip("evaluate", WEIGHT, "pelaporan")
    assert (told.exit_code, f"sakip evaluate {WEIGHT} KOMPONEN DIMENSI" in told.stderr) == (2, True)
    told = sakip("evaluate", WEIGHT, "pelaporan", "kwalitas")
    assert told.exit_code == 1
    assert told.stderr == "`kwalitas` bukan kode `dimensi`. Maksud Anda `kualitas`?\n"


def test_a_table_given_as_data_leads_to_batch(small: Sakip, tmp_path: Path) -> None:
    """One that is not there is told as that."""
    file = tmp_path / "t.csv"
    assert "no-file" in small("evaluate", "contoh/capaian@2.0.0", "--data", str(file)).stderr
    file.write_text("realisasi;target\n1;3\n", encoding="utf-8")
    told = small("evaluate", "contoh/capaian@2.0.0", "--data", str(file))
    assert (told.exit_code, f"sakip batch contoh/capaian {file} -o hasil.csv" in told.stderr) == (2, True)
