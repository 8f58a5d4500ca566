"""Texts of `type-mismatch` and `unit-mismatch`, of the group: formulas."""

from __future__ import annotations

from sakip_rules.languages import Pair

MISMATCHES: dict[str, tuple[Pair, Pair]] = {
    "type-mismatch.number": (
        ("Di sini harus ada bilangan.", "A number is needed here."),
        (
            (
                "Pilihan dan kategori tidak dapat dihitung: pakai tabel yang memberi angkanya, atau "
                "`angka if syarat else angka`."
            ),
            (
                "Choices and categories cannot be computed with: use a table that gives their numbers, or"
                " `number if condition else number`."
            ),
        ),
    ),
    "type-mismatch.truth": (
        ("Di sini harus ada syarat yang benar atau salah.", "A condition, true or false, is needed here."),
        (
            (
                "Bandingkan dengan sesuatu, misalnya `target > 0`; tersedia atau tidaknya suatu nilai: "
                "`given(target)`."
            ),
            "Compare it with something, such as `target > 0`; whether a value is there: `given(target)`.",
        ),
    ),
    "type-mismatch.compare": (
        ("Kedua sisi perbandingan berbeda jenis.", "The two sides of the comparison are of different kinds."),
        (
            "Bandingkan bilangan dengan bilangan, dan pilihan atau kategori dengan salah satu kodenya.",
            "Compare numbers with numbers, and a choice or category with one of its codes.",
        ),
    ),
    "type-mismatch.lists": (
        (
            "Kedua pilihan ini berasal dari daftar yang berbeda.",
            "These two choices are from different lists.",
        ),
        (
            "Hanya nilai dari daftar pilihan yang sama, atau dua kategori skala, dapat dibandingkan.",
            "Only values of the same list of choices, or two categories of scales, can be compared.",
        ),
    ),
    "type-mismatch.branches": (
        (
            "Kedua cabang `if … else` berbeda jenis.",
            "The two branches of `if … else` are of different kinds.",
        ),
        (
            (
                "Kedua cabang harus bilangan, atau keduanya syarat, atau keduanya dari daftar pilihan "
                "yang sama."
            ),
            "Both must be numbers, or both conditions, or both from the same list of choices.",
        ),
    ),
    "type-mismatch.cases": (
        ("Kasus-kasus ini memberi jenis nilai yang berbeda.", "These cases give values of different kinds."),
        (
            "Semua `then` dan `otherwise` harus bilangan, atau semuanya dari daftar pilihan yang sama.",
            "All `then` and `otherwise` must give numbers, or all of them from the same list of choices.",
        ),
    ),
    "type-mismatch.given": (
        (
            "`given` menanyakan satu nama, bukan hitungan atau kode.",
            "`given` asks about one name, not about a computation or a code.",
        ),
        (
            (
                "Tulis `given(target)` atau `given(indikator.capaian)`; untuk hitungan, buat langkah "
                "lebih dahulu."
            ),
            "Write `given(target)` or `given(indikator.capaian)`; make a computation a step first.",
        ),
    ),
    "type-mismatch.degree": (
        (
            "Derajat akar harus bilangan bulat yang tertulis, dari 2 sampai 100.",
            "The degree of a root is a written integer from 2 to 100.",
        ),
        ("Misalnya `root(x, 2)` untuk akar kuadrat.", "Such as `root(x, 2)` for a square root."),
    ),
    "type-mismatch.key": (
        (
            "Tabel ini dicari dengan kode, bukan dengan bilangan.",
            "This table is looked up by codes, not by numbers.",
        ),
        (
            (
                "Beri pilihan atau kategori: sebuah masukan `type: choice`, atau skala yang dipanggil, "
                "`tabel(skala(nilai))`."
            ),
            (
                "Give it a choice or category: an input of `type: choice`, or a scale that is called, "
                "`table(scale(value))`."
            ),
        ),
    ),
    "type-mismatch.any": (
        ("{name} memerlukan nilai, bukan syarat.", "{name} takes a value, not a condition."),
        (
            "Tulis syarat di `where`: `count(baris.nilai, where=baris.nilai > 0)`.",
            "Write the condition into `where`: `count(rows.value, where=rows.value > 0)`.",
        ),
    ),
    "type-mismatch.rows": (
        ("{name} adalah kumpulan baris, bukan satu nilai.", "{name} is a collection of rows, not one value."),
        (
            (
                "Tulis juga kolomnya, `kumpulan.baris.kolom`; banyaknya baris dihitung dengan `count` "
                "pada sebuah langkah di baris di atasnya."
            ),
            (
                "Name a column too, `collection.rows.column`; the number of its rows is a step of the row"
                " above, with `count`."
            ),
        ),
    ),
    "type-mismatch.bound": (
        (
            "Nilai untuk masukan {name} tidak cocok jenisnya.",
            "The value for the input {name} is of another kind.",
        ),
        (
            (
                "Bilangan untuk bilangan atau rentang; pilihan atau kategori hanya bila daftar masukan "
                "itu memuat semua kodenya."
            ),
            (
                "Numbers for numbers or ranges; a choice or category only if the list of that input has "
                "all its codes."
            ),
        ),
    ),
    "type-mismatch.collection": (
        (
            "Masukan {name} dari {rule} adalah kumpulan baris.",
            "The input {name} of {rule} is a collection of rows.",
        ),
        ("Tulis nama sebuah kumpulan saja. {near}", "Write the name of a collection only. {near}"),
    ),
    "type-mismatch.attribute": (
        ("{key} hanya berlaku untuk bilangan.", "{key} is for numbers only."),
        ("Hapus dari langkah ini.", "Take it away from this step."),
    ),
    "type-mismatch.cell": (
        ("Sel ini harus memberi bilangan atau pilihan.", "This cell must give a number or a choice."),
        (
            "Tulis angka, nama masukan atau langkah, rumus yang memberi bilangan, atau kode.",
            "Write a number, the name of an input or step, a formula that gives a number, or a code.",
        ),
    ),
    "type-mismatch.result": (
        ("Hasil aturan harus satu bilangan.", "The result of a rule is one number."),
        (
            "Kategori diberikan oleh `scale:` di samping bilangan itu.",
            "A category is given by `scale:`, beside the number.",
        ),
    ),
    "unit-mismatch": (
        ("Satuan tidak sama: {one} dan {other}.", "The units differ: {one} and {other}."),
        (
            "Samakan satuannya, atau hitung satu dari yang lain pada langkah yang menyebut `unit`.",
            "Give both one unit, or compute one from the other in a step that states its `unit`.",
        ),
    ),
    "unit-mismatch.ratio": (
        ("Rasio bertemu persen: {one} dan {other}.", "A ratio meets a percentage: {one} and {other}."),
        (
            "Kalikan rasio dengan 100 (`* 100`), atau bagi persen dengan 100 (`/ 100`).",
            "Multiply the ratio by 100 (`* 100`), or divide the percentage by 100 (`/ 100`).",
        ),
    ),
    "unit-mismatch.percent": (
        (
            "Rumus memberi {inferred}, tetapi `unit` menyebut {declared}.",
            "The formula gives {inferred}, but `unit` says {declared}.",
        ),
        (
            (
                "Rasio menjadi persen bila dikalikan 100 (`* 100`); persen menjadi rasio bila dibagi 100 "
                "(`/ 100`)."
            ),
            "A ratio times 100 (`* 100`) is a percentage; a percentage over 100 (`/ 100`) is a ratio.",
        ),
    ),
    "unit-mismatch.bound": (
        (
            "Masukan {name} bersatuan {other}, tetapi nilainya bersatuan {one}.",
            "The input {name} has the unit {other}, but its value has {one}.",
        ),
        (
            "Ikat dengan nilai yang bersatuan sama, lewat `with`.",
            "Bind it to a value of the same unit, through `with`.",
        ),
    ),
    "unit-mismatch.scale": (
        (
            "Nilai bersatuan {one}, tetapi skala berlaku untuk {other}.",
            "The value has the unit {one}, but the scale speaks about {other}.",
        ),
        (
            "Pilih skala dengan satuan yang sama, atau perbaiki `unit` nilai itu.",
            "Choose a scale of the same unit, or mend the `unit` of the value.",
        ),
    ),
}
