from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules.api import Catalogue

SCALE = """
    bands:
      - {category: Baik, code: B, from: 75, up_to: 100, words: "75 - 100"}
      - {category: Kurang, code: K, below: 75}
    domain: {up_to: 100}
"""
TABLE = "keys: [predikat]\nrows: {B: 2, K: 1}\nunit: nilai"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A rule that calls a scale and a table in its formula, in rows, and in the condition of a case."""
    uses = "uses: {skala: contoh/s, bobot: contoh/t}"
    return rules(
        tmp_path,
        {
            "scale s": SCALE,
            "table t": TABLE,
            "index langsung": f"{uses}\ninputs: {{x: {{}}}}\nformula: bobot(skala(x)) * 10",
            "index baris": f"""
                {uses}
                inputs: {{c: {{each: {{inputs: {{x: {{}}}}, steps: {{w: bobot(skala(x))}}}}}}}}
                formula: sum(c.w)
            """,
            "index hitung": """
                uses: {skala: contoh/s}
                inputs: {c: {each: {inputs: {x: {}}}}}
                formula: count(c.x, where=skala(c.x) == B)
            """,
            "index kasus": """
                uses: {skala: contoh/s}
                inputs: {x: {}}
                formula: [{when: skala(x) == B, then: 1}, {otherwise: 2}]
            """,
        },
    )


def test_a_call_says_what_it_was_asked_and_what_it_gave(catalogue: Catalogue) -> None:
    """80 is Baik by the scale, which is 2 by the table; 2 times 10 is 20."""
    told = catalogue.rule("contoh/langsung@1.0.0").evaluate(x=80).explain()
    assert (
        "  angkanya: bobot dari (skala dari (80)) × 10\n"
        "    = bobot dari (Baik) × 10\n"
        "    = 2 × 10\n"
        "  skala: 80 → Baik (skala contoh/s@1.0.0)\n"
        "  bobot: Baik → 2 (tabel contoh/t@1.0.0)\n"
    ) in told


@pytest.mark.parametrize(
    ("rule", "given", "files"),
    [
        ("langsung", {"x": 80}, ["langsung", "s", "t"]),
        ("baris", {"c": [{"x": 80}]}, ["baris", "s", "t"]),
        ("hitung", {"c": [{"x": 80}]}, ["hitung", "s"]),
        ("kasus", {"x": 80}, ["kasus", "s"]),
        ("kasus", {"x": 8}, ["kasus", "s"]),
    ],
)
def test_what_an_alias_calls_is_in_the_legal_basis(
    catalogue: Catalogue, rule: str, given: dict[str, object], files: list[str]
) -> None:
    """Called in the formula, in a step of a row, in an aggregate, in the condition of a case, met or not."""
    told = catalogue.rule(f"contoh/{rule}@1.0.0").evaluate(**given).explain("en")
    basis = told.partition("\nLegal basis\n")[2]
    assert sorted(line.strip() for line in basis.splitlines() if "@" in line) == [
        f"contoh/{name}@1.0.0: Contoh" for name in files
    ]


def test_within_rows_it_is_said_which_file_an_alias_means(catalogue: Catalogue) -> None:
    """What it gave differs from row to row."""
    told = catalogue.rule("contoh/hitung@1.0.0").evaluate(c=[{"x": 80}, {"x": 10}]).explain()
    assert "  skala: skala contoh/s@1.0.0\n" in told


def test_a_case_that_did_not_apply_says_what_the_scale_gave(catalogue: Catalogue) -> None:
    """8 is Kurang, and not B."""
    told = catalogue.rule("contoh/kasus@1.0.0").evaluate(x=8).explain()
    assert "bukan kasus ke-1: skala dari (x (8)) = B tidak benar (Kurang = B)" in told
