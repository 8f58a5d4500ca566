"""Figures made of many records in another way."""

from pathlib import Path

import pytest
from tests.audit.invented import cause, finding
from tests.written import report, rules


@pytest.mark.parametrize(
    ("path", "entry", "code", "with_"),
    [
        # (76.63 + 0) / 2 = 38.315
        ("dua", "figure: rasio, value: 38.32", "absent-as-zero", {"dua/d:rasio": "0"}),
        # 80 alone, without the 0 of f
        ("tiga", "figure: rasio, value: 80.00", "zero-as-absent", {"tiga/f:rasio": "not_applicable"}),
        # (107.15 + 75 + 76.63 + 0 + 80) / 5, without e, which stands under the agency itself
        (".", "figure: rasio, value: 67.76", "another-mean", {"mean(ukuran.rasio)": "67.756"}),
        # (91.075 + 76.63 + 40) / 3 = 69.235
        (
            ".",
            "figure: rasio_semua, value: 69.24",
            "mean-of-means",
            {
                "satu:mean(ukuran.rasio)": "91.075",
                "dua:mean(ukuran.rasio)": "76.63",
                "tiga:mean(ukuran.rasio)": "40",
            },
        ),
        # 145 / 175 × 100 = 82.857…, where the mean of 80 and 90 is 85
        (
            "satu",
            "figure: serapan_rata, value: 82.86",
            "ratio-of-sums",
            {"sum(belanja)": "145000000", "sum(biaya)": "175000000"},
        ),
        # 105 + 60, where 170 is given
        ("satu", "figure: pegawai, value: 165", "sum-of-parts", {"sum(ukuran.pegawai)": "165"}),
        # 175000000 + 20000000
        (".", "figure: biaya, value: 195000000", "part-left-out", {"tiga:biaya": "not_applicable"}),
    ],
)
def test_the_way_of_adding_is_named(
    tmp_path: Path, path: str, entry: str, code: str, with_: dict[str, str]
) -> None:
    """Rows left out, absent rows taken for zero, other means and sums are named."""
    assert cause(tmp_path, path, entry) == (code, with_)


def test_no_subset_of_rows_is_searched(tmp_path: Path) -> None:
    """Two rows left out explain nothing: 107.15, 75 and 76.63 have the mean 86.26."""
    assert cause(tmp_path, ".", "figure: rasio_semua, value: 86.26") is None


@pytest.mark.parametrize(
    ("path", "entry", "expected"),
    [
        ("satu", "figure: rasio, value: 60.72", None),  # (107.15 + 75 + 0)/3, but nothing is absent
        ("dua", "figure: rasio, value: 25.54", None),  # 76.63 / 3, but only two records stand there
        ("satu", "figure: serapan_rata, value: 170", None),  # 80 + 90 of `serapan`, of another name
        # 107.15 + 75
        ("satu", "figure: rasio, value: 182.15", ("sum-of-parts", {"sum(ukuran.rasio)": "182.15"})),
    ],
)
def test_what_is_near_to_a_way_of_adding(
    tmp_path: Path, path: str, entry: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    """Nothing is made zero that is not absent, nothing is left out twice, and no other figure is summed."""
    assert cause(tmp_path, path, entry) == expected


def test_a_mean_of_means_is_no_ratio_of_sums(tmp_path: Path) -> None:
    """91.08 + 76.63 + 40: what rows are themselves made of below them is not summed over the rows."""
    found = cause(tmp_path, ".", "figure: rasio, value: 207.71")
    assert found == ("sum-of-parts", {"sum(tujuan.rasio)": "207.71"})


def test_the_first_row_is_no_ratio_of_sums(tmp_path: Path) -> None:
    """91.08 of satu for the mean of all three: what that is made of stands below it, and is not summed."""
    assert cause(tmp_path, ".", "figure: rasio, value: 91.08") is None


ROWS = """
levels:
  opd: {result: y, steps: {y: "FORMULA"}}
  i: {under: opd, result: x, inputs: {x: {}, w: {}}}
  j: {under: i, result: x, inputs: {x: {}}}
"""


def cause_of(folder: Path, formula: str, printed: str, rows: str) -> tuple[str, dict[str, str]] | None:
    """The cause of y, printed otherwise in a report with some records."""
    bodies = {"framework k": ROWS.replace("FORMULA", formula)}
    body = f"printed: [{{figure: y, value: '{printed}'}}]\ni:\n{rows}"
    (found,) = rules(folder / "rules", bodies).audit_report(report(folder, body)).findings
    assert found.verdict == "differs"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


@pytest.mark.parametrize(("records", "explained"), [(30, True), (31, False)])
def test_among_more_than_thirty_records_none_is_left_out(
    tmp_path: Path, records: int, explained: bool
) -> None:
    """A sum of thirty without one of them is explained; of thirty-one it would be by chance."""
    rows = "".join(f"  - {{id: r{n}, x: {1000 + n * n}}}\n" for n in range(records))
    total = sum(1000 + n * n for n in range(records))
    printed = str(total - 1000 - 17 * 17)
    expected = ("part-left-out", {"r17:x": "not_applicable"}) if explained else None
    assert cause_of(tmp_path, "sum(i.x)", printed, rows) == expected


def test_the_only_part_is_not_left_out(tmp_path: Path) -> None:
    """Without its only record a count is 0: that is no part left out."""
    assert cause_of(tmp_path, "count(i.x) + 0.5", "0.50", "  - {id: a, x: 3}\n") is None


def test_a_level_without_numbers_has_no_mean(tmp_path: Path) -> None:
    """The records of j have no x: of their level there is neither mean nor sum."""
    rows = "  - {id: a, x: 30, j: [{id: b}]}\n  - {id: c, x: 50}\n"
    assert cause_of(tmp_path, "mean(i.x)", "41.37", rows) is None


@pytest.mark.parametrize(
    ("formula", "printed", "expected"),
    [
        # i has 30 and 70; j has 10, 20 below the first, 90 below the second
        ("mean(i.x)", "52.50", None),  # it takes no records of j
        ("mean(i.j.x)", "52.50", ("mean-of-means", {"a:mean(j.x)": "15", "c:mean(j.x)": "90"})),
        ("sum(i.j.x)", "52.50", None),  # a sum is no mean of means
        ("mean(i.x)", "47.31", None),
        ("sum(i.j.x)", "40.00", ("another-mean", {"mean(j.x)": "40"})),
        ("sum(i.x)", "50.00", ("another-mean", {"mean(i.x)": "50"})),
        ("sum(i.j.x)", "80.00", None),
        ("mean(i.j.x * 2)", "105.00", None),  # no single figure that is averaged
    ],
)
def test_means_of_levels(
    tmp_path: Path, formula: str, printed: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    """A mean of means is one of what the formula takes, first in each record below."""
    rows = (
        "  - {id: a, x: 30, j: [{id: d, x: 10}, {id: e, x: 20}]}\n  - {id: c, x: 70, j: [{id: f, x: 90}]}\n"
    )
    assert cause_of(tmp_path, formula, printed, rows) == expected


def test_absent_rows_count_as_zero_only_where_they_are_read(tmp_path: Path) -> None:
    """C has no x: 30/2 = 15. Its absent w, which the formula does not read, is not named."""
    rows = "  - {id: a, x: 30, w: 1}\n  - {id: c}\n"
    found = cause_of(tmp_path, "mean(i.x, where=given(i.x))", "15", rows)
    assert found == ("absent-as-zero", {"c:x": "0"})


def test_zeros_left_out_are_named(tmp_path: Path) -> None:
    """(30 + 60)/2 = 45 for (30 + 0 + 60 + 0)/4 = 22.5: both zeros, and nothing else."""
    rows = "".join(f"  - {{id: {name}, x: {x}}}\n" for name, x in zip("abcd", (30, 0, 60, 0), strict=True))
    found = cause_of(tmp_path, "mean(i.x)", "45", rows)
    assert found == ("zero-as-absent", {"b:x": "not_applicable", "d:x": "not_applicable"})


def test_the_ratio_of_the_sums_of_measured_rows_only(tmp_path: Path) -> None:
    """1/2 and 3/4 have the mean 0.625; summed, 4/6. C has p, but no q: it is in neither."""
    bodies = {
        "framework k": """
            levels:
              opd: {result: y, steps: {y: "mean(i.z, where=given(i.z) and i.w > 0)"}}
              i: {under: opd, result: z, inputs: {p: {}, q: {}, w: {}}, steps: {z: p / q}}
        """
    }
    body = """
        printed: [{figure: y, value: '0.6667'}]
        i: [{id: a, p: 1, q: 2, w: 1}, {id: b, p: 3, q: 4, w: 1}, {id: c, p: 50, w: 1}]
    """
    (found,) = rules(tmp_path / "rules", bodies).audit_report(report(tmp_path, body)).findings
    assert found.cause is not None
    assert (found.cause.code, dict(found.cause.with_)) == ("ratio-of-sums", {"sum(p)": "4", "sum(q)": "6"})
    assert found.cause.message == (
        "z dihitung dari jumlah, bukan rata-rata z",
        "z computed from sums, not the mean of z",
    )


def test_a_polarity_is_not_summed(tmp_path: Path) -> None:
    """By the polarity of a: (42.86 + 12.5) / (40 + 10) × 100 = 110.72."""
    found = cause(tmp_path, "satu", "figure: rasio, value: 110.72")
    assert found == ("ratio-of-sums", {"sum(nilai)": "55.36", "sum(patokan)": "50"})


@pytest.mark.parametrize(
    ("path", "entry", "said"),
    [
        (
            "dua",
            "figure: rasio, value: 38.32",
            (
                "yang tidak ada dihitung sebagai nol: dua/d:rasio = 0",
                "absent figures counted as zero: dua/d:rasio = 0",
            ),
        ),
        (
            "tiga",
            "figure: rasio, value: 80.00",
            ("baris bernilai nol tidak ikut dihitung", "rows with zero were left out"),
        ),
        (
            ".",
            "figure: rasio, value: 67.76",
            ("rata-rata rasio dari semua ukuran (5)", "mean of rasio over every ukuran (5)"),
        ),
        (
            ".",
            "figure: rasio_semua, value: 69.24",
            ("rata-rata dari rata-rata rasio per tujuan", "mean of the means of rasio by tujuan"),
        ),
        (
            "satu",
            "figure: pegawai, value: 165",
            ("jumlah pegawai dari semua ukuran", "sum of pegawai over every ukuran"),
        ),
        (
            ".",
            "figure: biaya, value: 195000000",
            ("tiga tidak ikut dihitung", "tiga was left out"),
        ),
    ],
)
def test_both_languages_say_how_it_was_added(
    tmp_path: Path, path: str, entry: str, said: tuple[str, str]
) -> None:
    """The records and figures are named as the report and its rules name them."""
    found = finding(tmp_path, path, entry).cause
    assert found is not None
    assert found.message == said
