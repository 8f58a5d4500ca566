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
        (["contoh/capaian@2.0.0", "--data", "tidak-ada.json"], 3, "tidak-ada.json:1:1"),
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
