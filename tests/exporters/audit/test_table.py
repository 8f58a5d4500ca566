from dataclasses import replace

from sakip_rules.audit import Audit, Cause, Finding
from sakip_rules.exporters import Look
from sakip_rules.exporters.audit.table import export


def test_text_shows_what_is_not_the_same(audit: Audit) -> None:
    """Counts first, then the worst, both values side by side, the cause, and the place."""
    assert export(audit, Look()) == (
        "LKjIP 2020\n"
        "4 angka tercetak: 1 sama, 1 dipotong, 1 berbeda, 1 tidak dapat dihitung ulang\n"
        "\n"
        "Berbeda (1)          tercetak       dihitung\n"
        "pmks/penanganan\n"
        "  pagu@2020     5.085.713.014  5.085.713.015\n"
        "    sebab tidak ditemukan\n"
        "    a|b\n"
        "\n"
        "Tidak dapat dihitung ulang (1)\n"
        "                     tercetak       dihitung\n"
        "pmks/penanganan\n"
        "  capaian@2019          98,80              –\n"
        "\n"
        "Dipotong, bukan dibulatkan (1)\n"
        "                     tercetak       dihitung\n"
        "pmks/penanganan\n"
        "  capaian@2020         267,70         267,71\n"
        "    Tabel III.3\n"
        "\n"
        "Yang sama tidak ditampilkan; --all menampilkan semuanya.\n"
    )


def test_what_is_printed_alike_is_told_once() -> None:
    """With all its places; another value, year or cause is another entry."""
    cause = Cause("factor", ("perkalian 100 terlewat", "factor 100 forgotten"), {"factor": "0.01"})
    one = Finding(".", "serapan", 2020, "Tabel 1", "0.98", "98.05", "differs", cause)
    findings = [one, replace(one, where="Tabel 2"), replace(one, printed="0.99", where="Tabel 3")]
    assert export(Audit("LKjIP", findings), Look("en")).splitlines()[3:] == [
        "Differs (3)        printed  recomputed",
        ".",
        "  serapan@2020        0.98       98.05",
        "    cause: factor 100 forgotten",
        "    Tabel 1; Tabel 2",
        "  serapan@2020        0.99       98.05",
        "    cause: factor 100 forgotten",
        "    Tabel 3",
    ]


def test_text_can_show_all(audit: Audit) -> None:
    """With `every` the figures that are the same are there, last, and nothing is said to be missing."""
    text = export(audit, Look("en", every=True))
    assert text.partition("Same (1)")[2].split() == [
        *("printed", "recomputed", ".", "capaian@2020"),
        *("Baik", "Sekali", "Baik", "Sekali", "Tabel", "III.9"),
    ]
    assert "--all" not in text


def test_text_is_as_narrow_as_the_terminal(audit: Audit) -> None:
    """At 40 columns no line is longer and no figure is cut."""
    text = export(audit, Look(width=40))
    assert max(map(len, text.splitlines())) <= 40
    assert {"5.085.713.014", "5.085.713.015"} <= set(text.split())


def test_a_long_category_stands_below_its_figure() -> None:
    """Where a quarter of the line is too narrow for it, with the side that it is on."""
    long = "Sangat Tinggi dan Berkelanjutan"
    shown = export(
        Audit("LKjIP", [Finding(".", "capaian", 2020, None, "Baik", long, "differs")]), Look(width=40)
    )
    assert shown.splitlines()[5:] == [
        "  capaian@2020       Baik",
        "    dihitung Sangat Tinggi dan",
        "      Berkelanjutan",
        "    sebab tidak ditemukan",
    ]


def test_a_report_without_printed_figures_says_where_they_are_written() -> None:
    """Nothing was compared: that is not the same as nothing being wrong."""
    assert export(Audit("LKjIP", []), Look()) == (
        "LKjIP\n"
        "0 angka tercetak\n"
        "Tulis angka yang tercetak di bawah `printed` di laporannya; itulah yang\n"
        "  dibandingkan.\n"
    )
