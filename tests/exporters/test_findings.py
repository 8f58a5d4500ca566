from dataclasses import replace

from sakip_rules.audit import Audit, Cause, Finding
from sakip_rules.exporters.findings import audit_dict, audit_markdown, audit_table

CUT = Cause(
    "cut", ("Angkanya dipotong, bukan dibulatkan.", "Cut off instead of rounded."), {"rounding": "down"}
)
PATH = "pmks/penanganan"


def audit() -> Audit:
    """The audit that all tests print."""
    return Audit(
        "LKjIP 2020",
        [
            Finding(".", "capaian", 2020, "Tabel III.9", "Baik Sekali", "Baik Sekali", "same"),
            Finding(PATH, "capaian", 2020, "Tabel III.3", "267.70", "267.71", "cut", CUT),
            Finding(PATH, "pagu", 2020, "a|b", "5085713014", "5085713015", "differs"),
            Finding(PATH, "capaian", 2019, None, "98.80", None, "not_recomputable"),
        ],
    )


def test_every_finding_is_in_the_object() -> None:
    """The keys are those of the contract; `with` holds what would give the printed digits."""
    made = audit_dict(audit(), "en")
    assert list(made) == ["report", "findings", "summary"]
    assert made["summary"] == {"same": 1, "cut": 1, "differs": 1, "not_recomputable": 1}
    assert made["findings"][1] == {
        "path": PATH,
        "figure": "capaian",
        "year": 2020,
        "where": "Tabel III.3",
        "printed": "267.70",
        "recomputed": "267.71",
        "verdict": "cut",
        "cause": {"code": "cut", "message": "Cut off instead of rounded.", "with": {"rounding": "down"}},
    }
    assert made["findings"][3]["recomputed"] is None
    assert made["findings"][3]["cause"] is None


def test_text_shows_what_is_not_the_same() -> None:
    """Counts first, then the worst, both values side by side, the cause, and the place."""
    assert audit_table(audit()) == (
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
    assert audit_table(Audit("LKjIP", findings), "en").splitlines()[3:] == [
        "Differs (3)        printed  recomputed",
        ".",
        "  serapan@2020        0.98       98.05",
        "    cause: factor 100 forgotten",
        "    Tabel 1; Tabel 2",
        "  serapan@2020        0.99       98.05",
        "    cause: factor 100 forgotten",
        "    Tabel 3",
    ]


def test_text_can_show_all() -> None:
    """With `every` the figures that are the same are there, last, and nothing is said to be missing."""
    text = audit_table(audit(), "en", every=True)
    assert text.partition("Same (1)")[2].split() == [
        *("printed", "recomputed", ".", "capaian@2020"),
        *("Baik", "Sekali", "Baik", "Sekali", "Tabel", "III.9"),
    ]
    assert "--all" not in text


def test_text_is_as_narrow_as_the_terminal() -> None:
    """At 40 columns no line is longer and no figure is cut."""
    text = audit_table(audit(), width=40)
    assert max(map(len, text.splitlines())) <= 40
    assert {"5.085.713.014", "5.085.713.015"} <= set(text.split())


def test_markdown_is_one_table() -> None:
    """Every finding has a row; a pipe in a place does not end a cell."""
    lines = audit_markdown(audit()).splitlines()
    assert lines[0] == "# LKjIP 2020"
    assert len(lines) == 10
    assert lines[8] == (
        "| pmks/penanganan | pagu@2020 | 5.085.713.014 | 5.085.713.015 | berbeda | a\\|b |  |"
    )
