"""The first page: what rules there are, page by page."""

from __future__ import annotations

from sakip_rules import Catalogue
from sakip_rules.models import AnyRule
from tables.groups import GROUPS, grouped
from tables.wording import confidence_word, confidences, say, table

INTRO = {
    "id": """\
# Aturan yang tersedia

*English: [The rules](../en/rules/index.md). Halaman ini dibuat dari berkas aturan oleh `python tools/tables`.*

* [Semua aturan](daftar.md): versi menurut tahun, dasar hukum, dan seberapa pasti dasarnya: hukum, praktik, ingatan, atau hanya klaim.
* [Contoh hitungan yang diterbitkan](contoh-terbit.md): angka tercetak di samping hasil mesin ini.
* [Satu angka, beberapa pembacaan](pembacaan.md): 90,5 pada skala Permendagri, target nol, dan hal lain yang dibaca berbeda-beda.
* [Yang belum dimuat](belum-dimuat.md): apa yang tidak ada di sini, dan dokumen yang harus dibaca orang untuk itu.

Aturan dipilih menurut tahun kinerja, bukan menurut hari ini: LKjIP 2020 dinilai dengan aturan 2020. Contoh setiap aturan ada di
berkasnya sendiri, `rules/<pemilik>/<nama>/<versi>.yaml`, dan diuji oleh `sakip test`.
""",
    "en": """\
# The rules

*Bahasa Indonesia: [Aturan yang tersedia](../../aturan/index.md). This page is made from the rule files by `python tools/tables`.*

* [All rules](list.md): versions by year, legal basis, and how sure that is: law, practice, memory, or merely claimed.
* [Published worked examples](published.md): printed figures beside what this engine gives.
* [One number, several readings](readings.md): 90.5 on the Permendagri scale, a target of zero, and what else is read differently.
* [Not shipped](not-shipped.md): what is not here, and the documents that a person would have to read for it.

A rule is chosen by the year of performance, not by today: a report on 2020 is scored with the rules of 2020. The examples of a rule
stand in its own file, `rules/<owner>/<name>/<version>.yaml`, and `sakip test` runs them.
""",
}


def page(rules: Catalogue, lang: str) -> str:
    """The overview: each group with its rules, its indicators, and its surest confidences."""
    heads = [
        say(lang, "kelompok", "group"),
        say(lang, "aturan", "rules"),
        say(lang, "versi", "versions"),
        *(confidence_word(one, lang) for one in ("quoted", "applied", "recalled", "claimed")),
    ]
    titles = {group.name: group.title[lang] for group in GROUPS}
    folder = say(lang, "rumus", "formulas")
    found = grouped(rules.rules)
    rows = [
        [f"[{titles[name]}]({folder}/{name}.md)", *_counts(list(known.values()))]
        for name, known in found.items()
    ]
    everything = [known for group in found.values() for known in group.values()]
    return INTRO[lang] + "\n" + table(heads, [*rows, [say(lang, "jumlah", "sum"), *_counts(everything)]])


def _counts(known: list[list[AnyRule]]) -> list[str]:
    surest = [confidences(rules[-1])[0] for rules in known]
    return [
        str(len(known)),
        str(sum(len(rules) for rules in known)),
        *(str(surest.count(one)) for one in ("quoted", "applied", "recalled", "claimed")),
    ]
