from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules.explainer.described import describe_rule
from sakip_rules.explainer.lines import render
from sakip_rules.languages import Language

TABLE = {"table tingkat": "keys: [huruf]\nrows: {A: 1, B: 2}"}


def told(folder: Path, bodies: dict[str, str], name: str, lang: Language = "id") -> list[str]:
    """The lines that describe one of these rules."""
    rule = rules(folder, bodies).rule(f"contoh/{name}@1.0.0").loaded.rule
    return render(describe_rule(rule, [rule], lang)).splitlines()


def below(lines: list[str], head: str) -> list[str]:
    """The lines that stand deeper than the one that begins with `head`, right behind it."""
    place = next(number for number, line in enumerate(lines) if line.strip().startswith(head))
    depth = len(lines[place]) - len(lines[place].lstrip())
    found = []
    for line in lines[place + 1 :]:
        if len(line) - len(line.lstrip()) <= depth:
            break
        found.append(line[depth + 2 :])
    return found


OUTPUTS = """\
inputs:
  output:
    title: {id: Keluaran, en: Outputs}
    each:
      inputs:
        pagu: {title: {id: Pagu, en: Budget}, unit: rupiah}
        volume: {default: 1}
        kegiatan: {each: {inputs: {biaya: {}}, steps: {dua: biaya * 2}}}
      steps:
        capaian:
          title: {id: Capaian, en: Achievement}
          unit: rupiah
          formula: min(pagu * volume, 120)
          rounding: {places: 2, carry: rounded}
          scale: contoh/skala
        jumlah:
          - when: volume == 0
            then: {status: not_due, reason: nanti, note: {id: Tunggu., en: Wait.}}
          - otherwise: sum(kegiatan.dua)
            note: {id: Biasanya., en: Mostly.}
      checks:
        - {expect: pagu >= 0, message: {id: Pagu negatif., en: Negative budget.}}
        - {expect: volume >= 0, message: {id: Volume negatif., en: Negative volume.}, severity: warning}
formula: sum(output.capaian) + sum(output.jumlah)
unit: rupiah
"""
SCALE = {"scale skala": "bands: [{category: X, code: X, from: 0}, {category: Y, below: 0}]\nunit: rupiah"}


def test_the_rows_of_a_collection_are_told_whole(tmp_path: Path) -> None:
    """What each row is given, computes, with its rounding and scale, and what is checked in it."""
    assert below(told(tmp_path, SCALE | {"index a": OUTPUTS}, "a"), "output: Keluaran (daftar baris)") == [
        "pagu: Pagu (angka, rupiah)",
        "volume (angka, bila tidak diisi: 1)",
        "kegiatan (daftar baris)",
        "  biaya (angka)",
        "  dihitung di setiap baris:",
        "    dua",
        "      biaya * 2",
        "        biaya × 2",
        "dihitung di setiap baris:",
        "  capaian: Capaian (rupiah)",
        "    min(pagu * volume, 120)",
        "      yang terkecil dari (Pagu × volume; 120)",
        "    dibulatkan 2 desimal, setengah ke atas; langkah berikutnya memakai angka yang sudah dibulatkan",
        "    kategori menurut contoh/skala",
        "  jumlah",
        "    bila volume = 0:",
        "      belum waktunya: nanti (Tunggu.)",
        "    selain itu:",
        "      sum(kegiatan.dua)",
        "        jumlah kegiatan.dua",
        "      Biasanya.",
        "diperiksa di setiap baris:",
        "  Pagu negatif.",
        "    pagu >= 0",
        "  Volume negatif.",
        "    volume >= 0",
        "    bila tidak dipenuhi: hanya peringatan",
    ]


def test_the_rows_of_a_collection_in_english(tmp_path: Path) -> None:
    """The same facts, in the other language."""
    lines = below(told(tmp_path, SCALE | {"index a": OUTPUTS}, "a", "en"), "output: Outputs (list of rows)")
    assert lines[1] == "volume (number, if not given: 1)"
    assert lines[8:14] == [
        "computed in each row:",
        "  capaian: Achievement (rupiah)",
        "    min(pagu * volume, 120)",
        "      the smallest of (Budget × volume; 120)",
        "    rounded to 2 places, half up; later steps use the rounded number",
        "    category by contoh/skala",
    ]
    assert lines[15:17] == ["    when volume = 0:", "      not due yet: nanti (Wait.)"]
    assert lines[21:] == [
        "checked in each row:",
        "  Negative budget.",
        "    pagu >= 0",
        "  Negative volume.",
        "    volume >= 0",
        "    if it does not hold: a warning only",
    ]


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("{default: 1234.5}", "angka, bila tidak diisi: 1.234,5"),
        ("{type: count, default: 12}", "bilangan bulat, bila tidak diisi: 12"),
        ("{type: truth, default: no}", "ya atau tidak, bila tidak diisi: tidak"),
        ("{type: choice, choices: [P, Q], default: Q}", "pilihan, P | Q, bila tidak diisi: Q"),
        (
            "{type: polarity, default: lower_is_better}",
            "arah indikator, bila tidak diisi: makin rendah makin baik",
        ),
        ("{type: range, default: {min: 40, max: 50.5}}", "rentang, bila tidak diisi: 40 sampai 50,5"),
        ("{default: {status: not_due, note: Nanti.}}", "angka, bila tidak diisi: belum waktunya (Nanti.)"),
        ("{codes: contoh/tingkat, default: A}", "angka, kode contoh/tingkat, bila tidak diisi: A"),
        ("{codes: contoh/tingkat, default: 3}", "angka, kode contoh/tingkat, bila tidak diisi: 3"),
    ],
)
def test_a_default_is_told_as_data_of_its_type(tmp_path: Path, declared: str, said: str) -> None:
    """What holds when the data gives nothing is said in words, whatever its type."""
    body = f"inputs:\n  x: {declared}\nformula: 1 if given(x) else 0"
    assert f"  x ({said})" in told(tmp_path, TABLE | {"index a": body}, "a")


def test_the_bindings_of_a_called_rule_are_told(tmp_path: Path) -> None:
    """Each input that is named has its formula, in words too; of cases, each."""
    called = "inputs: {x: {}, y: {}}\nformula: x + y"
    calling = """
        inputs: {asal: {title: {id: Nilai asal, en: Source}}}
        steps:
          jumlah:
            rule: contoh/b
            with:
              x: asal * 2
              y:
                - {when: asal > 0, then: asal}
                - {otherwise: 0}
        formula: 1 * jumlah
    """
    assert below(told(tmp_path, {"index a": calling, "index b": called}, "a"), "jumlah") == [
        "dengan aturan contoh/b",
        "  x diisi dengan asal * 2",
        "    Nilai asal × 2",
        "  y diisi dengan",
        "    bila Nilai asal > 0:",
        "      asal",
        "        Nilai asal",
        "    selain itu:",
        "      0",
    ]


def test_fixed_rows_are_told_with_their_cells(tmp_path: Path) -> None:
    """A row of formulas is one line; with cases in it, each cell has its own."""
    body = """
        inputs: {x: {}}
        steps:
          komponen:
            rows:
              mutu: {nilai: x, bobot: 40}
              biaya: {nilai: [{when: x > 1, then: x * 2}, {otherwise: 0}], bobot: 60}
          lain:
            rows:
              - {nilai: [{when: x > 1, then: 1}, {otherwise: 0}]}
        formula: mean(komponen.nilai, weight=komponen.bobot) + sum(lain.nilai)
        checks: [{expect: sum(komponen.bobot) == 100, message: Bobot.}]
    """
    lines = told(tmp_path, {"index a": body}, "a")
    assert below(lines, "komponen") == [
        "mutu: nilai = x, bobot = 40",
        "biaya:",
        "  nilai =",
        "    bila x > 1:",
        "      x * 2",
        "        x × 2",
        "    selain itu:",
        "      0",
        "  bobot = 60",
    ]
    assert below(lines, "lain") == [
        "baris:",
        "  nilai =",
        "    bila x > 1:",
        "      1",
        "    selain itu:",
        "      0",
    ]


def test_a_level_says_where_it_stands_and_what_is_checked(tmp_path: Path) -> None:
    """The levels above, the headline value, what the indicator rule gives, roundings, scales and checks."""
    framework = """
        rounding: {places: 1}
        uses: {predikat: contoh/skala}
        levels:
          dinas: {steps: {capaian: mean(sasaran.nilai)}}
          sasaran:
            under: dinas
            result: nilai
            title: {id: Sasaran, en: Objective}
            steps: {nilai: mean(indikator.realisasi)}
          indikator:
            under: [sasaran, dinas]
            result: realisasi
            inputs: {realisasi: {from: rule, unit: rupiah}}
            steps:
              beda: {formula: "1 if predikat(realisasi) == X else 0", rounding: {places: 0, mode: down}}
            checks: [{expect: realisasi >= 0, message: {id: Negatif., en: Negative.}}]
    """
    lines = told(tmp_path, SCALE | {"framework a": framework}, "a", "en")
    assert lines[2:7] == [
        "",
        "All levels",
        "  rounded to 1 places, half up; later steps use the number before rounding",
        "  predikat = contoh/skala",
        "",
    ]
    assert below(lines, "sasaran: Objective")[:2] == ["stands under dinas", "its headline value is nilai"]
    assert below(lines, "indikator") == [
        "stands under sasaran or dinas",
        "its headline value is realisasi",
        "realisasi (number, rupiah, from its indicator rule)",
        "beda",
        "  1 if predikat(realisasi) == X else 0",
        "    if predikat of (realisasi) = X then 1 otherwise 0",
        "  rounded to 0 places, cut off; later steps use the number before rounding",
        "checked:",
        "  Negative.",
        "    realisasi >= 0",
    ]
