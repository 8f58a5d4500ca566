"""The same number in each reading: every row computed by the engine with the rule that reads so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sakip_rules import Catalogue
from sakip_rules.explainer.words import REASONS, STATUS
from sakip_rules.numbers import Interval
from tables.wording import LANGUAGES, exact, say, spoken, table, with_places

Given = Mapping[str, object]
TODAY = 2026
PERMENDAGRI = (
    "skala-permendagri-lantai",
    "skala-permendagri-bulat",
    "skala-permendagri-batas-atas",
    "skala-permendagri-tolak",
)
MODES = ("half_up", "half_even", "down", "up", "floor", "ceiling")


@dataclass(frozen=True)
class Reading:
    """What one rule gives for one number: a number, a class, or why there is none."""

    reference: str
    text: str

    def __str__(self) -> str:
        return self.text


def classified(rules: Catalogue, name: str, value: str, lang: str, year: int = TODAY) -> Reading:
    """The class that a scale gives."""
    rule = rules.rule(f"nasional/{name}", on=year)
    found = rule.classify(value)
    return Reading(rule.reference, found.category or _absent(found.status, found.reason, lang))


def evaluated(rules: Catalogue, name: str, given: Given, lang: str, year: int = TODAY) -> Reading:
    """The number that a rule gives, exact."""
    rule = rules.rule(f"nasional/{name}", on=year)
    figure = rule.evaluate_inputs(given).figure
    if figure.absent is not None:
        return Reading(rule.reference, _absent(figure.absent.status, figure.absent.json_reason, lang))
    if not isinstance(figure.exact, Fraction | Interval):
        raise TypeError(f"{rule.reference} gives no number")
    return Reading(rule.reference, exact(figure.exact, lang))


def _absent(status: str, reason: str | None, lang: str) -> str:
    place = LANGUAGES.index(lang)
    word = STATUS.get("not_computable" if status == "error" else status, (status, status))[place]
    return f"*{word}: {REASONS[reason][place]}*" if reason in REASONS else f"*{word}*"


# ---------------------------------------------------------------- the tables


def permendagri(rules: Catalogue, lang: str) -> list[list[str]]:
    """Values in the gaps and above 100, by each reading of the scale ascribed to Permendagri 54/2010 and 86/2017."""
    values = ("90.49", "90.5", "75.5", "65.5", "50.5", "100.5")
    return [
        [spoken(value, lang), *(classified(rules, name, value, lang).text for name in PERMENDAGRI)]
        for value in values
    ]


def service_standards(rules: Catalogue, lang: str) -> list[list[str]]:
    """Values between two printed classes of SPM."""
    return [
        [spoken(value, lang), classified(rules, "spm-kelas", value, lang).text]
        for value in ("100", "99.5", "89.5", "59.5")
    ]


def satisfaction(rules: Catalogue, lang: str) -> list[list[str]]:
    """Values between two printed classes of the satisfaction survey."""
    values = ("64.99", "64.994", "64.995", "65", "76.605", "88.305")
    return [
        [spoken(value, lang), two_places(value, lang), classified(rules, "skm-mutu", value, lang).text]
        for value in values
    ]


def two_places(value: str, lang: str) -> str:
    """A value with two decimals."""
    return spoken(with_places(Fraction(value), 2), lang)


def electronic_government(rules: Catalogue, lang: str) -> list[list[str]]:
    """One index under PermenPANRB 59/2020 and under its successor."""
    return [
        [
            spoken(value, lang),
            classified(rules, "spbe-predikat", value, lang, 2025).text,
            classified(rules, "spbe-predikat", value, lang, 2026).text,
        ]
        for value in ("5.0", "4.2", "4.1", "3.9", "2.55", "1.7")
    ]


def roundings(rules: Catalogue, lang: str) -> list[list[str]]:
    """The two published ties of a budget score, in every rounding mode."""
    rows = []
    for planning, execution in (("18.70", "99.27"), ("84.63", "95.56")):
        rule = rules.rule("nasional/nilai-kinerja-anggaran", on=TODAY)
        number = rule.evaluate(perencanaan=planning, pelaksanaan=execution).exact
        assert number is not None  # noqa: S101 - both inputs are given
        texts = [spoken(with_places(number, 2, mode), lang) for mode in MODES]
        rows.append(
            [f"({spoken(planning, lang)} + {spoken(execution, lang)}) / 2", exact(number, lang), *texts]
        )
    return rows


LOWER = ("capaian-makin-rendah", "capaian-makin-rendah-terbalik", "capaian-makin-rendah-terbalik-nol")


def lower_is_better(rules: Catalogue, lang: str) -> list[list[str]]:
    """Target 10 in each formula for indicators that should fall, and with the floor at 0."""
    rows = []
    for realised in ("8", "12", "20", "25", "0"):
        given = {"target": "10", "realisasi": realised}
        found = [evaluated(rules, name, given, lang).text for name in LOWER]
        plain = rules.rule("nasional/capaian-makin-rendah", on=TODAY).evaluate_inputs(given).exact
        floored = evaluated(rules, "batas-capaian-100", {"capaian": plain}, lang).text
        rows.append([realised, *found, floored])
    return rows


def zeros(rules: Catalogue, lang: str) -> list[list[str]]:
    """Every achievement rule with a target of zero, and with nothing realised."""
    rows = []
    for name in achievement_rules(rules):
        more = {"terburuk": "10"} if name == "capaian-kasus-terburuk" else {}
        cases = (
            {"target": "0", "realisasi": "5"},
            {"target": "0", "realisasi": "0"},
            {"target": "10", "realisasi": "0"},
        )
        found = [evaluated(rules, name, {**given, **more}, lang).text for given in cases]
        rows.append(
            [f"`{rules.rule(f'nasional/{name}', on=TODAY).reference.removeprefix('nasional/')}`", *found]
        )
    return rows


def achievement_rules(rules: Catalogue) -> list[str]:
    """The names of the national rules for achievement that are in force."""
    names = []
    for rule_id in rules.rules.ids():
        newest = rules.rules.versions[rule_id][-1].rule
        if newest is not None and newest.kind == "achievement" and newest.owner == "nasional":
            names.append(rule_id.removeprefix("nasional/"))
    return names


# ---------------------------------------------------------------- the page

INTRO = {
    "id": """\
# Satu angka, beberapa pembacaan

*English: [One number, several readings](../en/rules/readings.md). Halaman ini dibuat dari mesin aturan oleh `python tools/tables`.*

Beberapa aturan dicetak dengan celah, tanpa ujung yang tertutup, atau tanpa kebijakan untuk nol, sehingga instansi membacanya
berbeda-beda. Di sini setiap pembacaan adalah aturan sendiri, dan jawabannya untuk angka yang sama ditulis berdampingan.
Tidak ada pembacaan yang dipilih diam-diam: kerangka pengukuran menyebut aturan yang dipakainya.
""",
    "en": """\
# One number, several readings

*Bahasa Indonesia: [Satu angka, beberapa pembacaan](../../aturan/pembacaan.md). This page is made from the rules engine by
`python tools/tables`.*

Some rules are printed with gaps, without closed ends, or without a policy for zero, and agencies read them differently. Here every
reading is a rule of its own, and their answers for the same number stand side by side. No reading is chosen silently: a framework
names the rule that it uses.
""",
}


def page(rules: Catalogue, lang: str) -> str:
    """The page of readings."""
    return INTRO[lang] + "".join(
        f"\n## {title}\n\n{text}\n\n{table(heads, rows)}"
        for title, text, heads, rows in sections(rules, lang)
    )


def sections(rules: Catalogue, lang: str) -> Sequence[tuple[str, str, list[str], list[list[str]]]]:
    """Title, words, heads and rows of each table."""
    value = say(lang, "nilai", "value")
    return (
        (
            say(lang, "90,5 pada skala Permendagri", "90.5 on the Permendagri scale"),
            say(
                lang,
                "Rentang tercetak 91–100, 76–90, 66–75, 51–65, dan ≤ 50: antara 90 dan 91 tidak ada kelas, dan di atas 100 pun tidak.",
                "The printed ranges are 91–100, 76–90, 66–75, 51–65 and ≤ 50: between 90 and 91 there is no class, nor above 100.",
            ),
            [value, *(f"`{name}`" for name in PERMENDAGRI)],
            permendagri(rules, lang),
        ),
        (
            say(lang, "99,5 pada SPM", "99.5 on the minimum service standards"),
            say(
                lang,
                "Kelas tercetak sebagai bilangan bulat (100; 90–99; 80–89; …). Pembacaan yang ditemukan memakai `≥`: 99,5 belum 100, jadi Tuntas Utama.",
                "The classes are printed as whole numbers (100; 90–99; 80–89; …). The reading that was found uses `≥`: 99.5 is not yet 100, so Tuntas Utama.",
            ),
            [value, "`spm-kelas`"],
            service_standards(rules, lang),
        ),
        (
            say(lang, "64,995 pada IKM", "64.995 on the satisfaction index"),
            say(
                lang,
                "Rentang tercetak dua desimal (sampai 64,99; mulai 65,00). Nilainya dibulatkan ke dua desimal sebelum diberi mutu, sehingga 64,995 menjadi 65,00. Program yang membandingkan nilai yang belum dibulatkan memberi Tidak Baik.",
                "The printed ranges have two decimals (to 64.99; from 65.00). The value is rounded to two decimals before it is graded, so 64.995 becomes 65.00. Programs that compare the unrounded value give Tidak Baik.",
            ),
            [value, say(lang, "dibulatkan", "rounded"), "`skm-mutu@2.0.0`"],
            satisfaction(rules, lang),
        ),
        (
            say(lang, "Tepat 5,0 pada SPBE", "Exactly 5.0 on SPBE"),
            say(
                lang,
                "Ujung atas skala termasuk kelas tertinggi. Sebuah program menulis `< 5.0`, sehingga 5,0 tidak mempunyai predikat. Indeks yang sama dapat berganti predikat pada 2026.",
                "The top of the scale belongs to the highest class. One program writes `< 5.0`, which leaves 5.0 without one. The same index may have another class from 2026.",
            ),
            [say(lang, "indeks", "index"), "59/2020 (2025)", "8/2026 (2026)"],
            electronic_government(rules, lang),
        ),
        (
            say(lang, "58,985 menjadi dua desimal", "58.985 to two places"),
            say(
                lang,
                "Kementerian Keuangan mencetak 58,99 dan 90,10: setengah ke atas. `round()` pada bilangan biner memberi 58,98 dan 90,09.",
                "The Ministry of Finance prints 58.99 and 90.10: half up. `round()` on binary numbers gives 58.98 and 90.09.",
            ),
            [
                say(lang, "hitungan", "sum"),
                say(lang, "tepatnya", "exactly"),
                *(f"`{mode}`" for mode in MODES),
            ],
            roundings(rules, lang),
        ),
        (
            say(lang, "Makin rendah makin baik: 2R > T dan R > 2T", "Lower is better: 2R > T and R > 2T"),
            say(
                lang,
                "Target 10. Kedua rumus hanya sama bila R = T; bila R lebih dari dua kali target, yang pertama menjadi negatif kecuali dibatasi.",
                "Target 10. The two formulas agree only where R = T; where R is more than twice the target, the first turns negative unless it is limited.",
            ),
            [
                "R",
                *(f"`{name}`" for name in LOWER),
                say(lang, "yang pertama, lalu `batas-capaian-100`", "the first, then `batas-capaian-100`"),
            ],
            lower_is_better(rules, lang),
        ),
        (
            say(lang, "Target 0 dan realisasi 0", "Target 0 and realised 0"),
            say(
                lang,
                "Setiap aturan capaian. Tidak ada yang membagi dengan nol diam-diam: bila aturannya tidak menyebut nilai, hasilnya tidak ada dan alasannya ditulis. Pada `capaian-kasus-terburuk` realisasi terburuk adalah 10.",
                "Every rule for achievement. None divides by zero silently: where the rule names no value, there is none, and the reason is said. For `capaian-kasus-terburuk` the worst case is 10.",
            ),
            [say(lang, "aturan", "rule"), "T = 0, R = 5", "T = 0, R = 0", "T = 10, R = 0"],
            zeros(rules, lang),
        ),
    )
