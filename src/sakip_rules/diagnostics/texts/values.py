"""Texts of the group: files, code `bad-value`: a key is right, what stands under it is not."""

from __future__ import annotations

from sakip_rules.languages import Pair

VALUES: dict[str, tuple[Pair, Pair]] = {
    "bad-value": (
        ("Nilai ini tidak cocok dengan kuncinya.", "This value does not fit its key."),
        (
            "Lihat bentuk nilai kunci ini dalam acuan bahasa.",
            "Look up the form of this key in the language reference.",
        ),
    ),
    "bad-value.empty": (
        ("Nilainya kosong.", "There is no value."),
        ("Isi nilainya, atau hapus kunci ini.", "Write the value, or take the key out."),
    ),
    "bad-value.cut": (
        (
            "Teks ini terpotong oleh ` #`: yang terbaca {value}.",
            "This text is cut by ` #`: what is read is {value}.",
        ),
        (
            "Tulis teks itu di antara tanda kutip; catatan dimulai dengan `# `, dengan spasi.",
            "Put the text in quotes; begin a comment with `# `, with a space.",
        ),
    ),
    "bad-value.empty-key": (
        ("Di depan titik dua tidak ada kunci.", "There is no key before the colon."),
        (
            "Tulis kuncinya, atau tulis teks itu di antara tanda kutip.",
            "Write the key, or put the text in quotes.",
        ),
    ),
    "bad-value.file-no-map": (
        ("Berkas harus dimulai dengan kunci dan nilai.", "A file must begin with keys and values."),
        (
            "Misalnya `kind: indicator` untuk aturan, `report: …` untuk laporan.",
            "For example `kind: indicator` for a rule, `report: …` for a report.",
        ),
    ),
    "bad-value.text-expected": (
        (
            "Di sini diperlukan satu teks, bukan daftar atau kunci dan nilai.",
            "One text is needed here, not a list or a map.",
        ),
        (
            (
                "Tulis satu teks di belakang titik dua; teks yang dimulai dengan kurung ditulis di "
                "antara tanda kutip."
            ),
            "Write one text behind the colon; put a text that begins with a bracket in quotes.",
        ),
    ),
    "bad-value.rounding-expected": (
        ("Di sini diperlukan kunci dan nilai.", "Keys and values are needed here."),
        (
            "Tulis banyaknya desimal di bawah `places`: `rounding: {{places: 2}}`.",
            "Write the number of decimals under `places`: `rounding: {{places: 2}}`.",
        ),
    ),
    "bad-value.map-expected": (
        ("Di sini diperlukan kunci dan nilai.", "Keys and values are needed here."),
        (
            "Tulis `kunci: nilai` menjorok di bawahnya, atau `{{}}` bila kosong.",
            "Write `key: value` indented below it, or `{{}}` where there are none.",
        ),
    ),
    "bad-value.list-expected": (
        ("Di sini diperlukan daftar.", "A list is needed here."),
        (
            "Mulai setiap butir dengan `- `, atau tulis `[a, b]`.",
            "Begin every item with `- `, or write `[a, b]`.",
        ),
    ),
    "bad-value.list-empty": (
        ("Di sini diperlukan paling sedikit satu butir.", "At least one item is needed here."),
        (
            "Tulis butirnya, atau hapus kunci ini bila tidak wajib.",
            "Write the items, or take the key out if it is not required.",
        ),
    ),
    "bad-value.word": (
        ("Kata {written} tidak dikenal di sini.", "The word {written} is unknown here."),
        ("{hint}", "{hint}"),
    ),
    "bad-value.number": (
        ("{written} bukan angka.", "{written} is no number."),
        (
            "Tulis angka seperti `29.42`, `29,42` atau `5.085.713.014`.",
            "Write a number such as `29.42`, `29,42` or `5.085.713.014`.",
        ),
    ),
    "bad-value.places": (
        ("{written} bukan jumlah desimal.", "{written} is no number of decimal places."),
        ("Tulis bilangan bulat dari -9 sampai 12.", "Write a whole number from -9 to 12."),
    ),
    "bad-value.color": (
        ("{written} bukan warna.", "{written} is no colour."),
        (
            "Tulis enam angka heksadesimal tanpa `#`, misalnya `1B7F3A`.",
            "Write six hexadecimal digits without `#`, for example `1B7F3A`.",
        ),
    ),
    "bad-value.literal": (
        ("Nilai bawaan tidak boleh berupa daftar.", "A default cannot be a list."),
        ("Tulis satu nilai, misalnya `0`.", "Write one value, for example `0`."),
    ),
    "bad-value.reason": (
        (
            "{written} bukan alasan yang dikenal untuk `not_computable`.",
            "{written} is no known reason of `not_computable`.",
        ),
        ("Alasan yang ada: {reasons}.", "The reasons are: {reasons}."),
    ),
    "bad-value.reason-word": (
        ("Alasan {written} harus satu kata.", "The reason {written} must be one word."),
        (
            "Ganti spasi dengan `-`; kalimat ditulis dalam `note`.",
            "Put `-` in place of spaces; sentences go into `note`.",
        ),
    ),
    "bad-value.category-codes": (
        (
            "Satu kategori mempunyai dua kode: {code} dan {written}.",
            "One category has two codes: {code} and {written}.",
        ),
        (
            "Beri kategori itu satu kode di semua rentangnya, atau beri dua kategori dua nama.",
            "Give the category one code in all its bands, or give two categories two names.",
        ),
    ),
    "bad-value.category-adjacent": (
        (
            "Dua rentang kategori {name} bersambung: tidak ada angka di antaranya.",
            "Two bands of the category {name} meet: no number lies between them.",
        ),
        ("Tulis keduanya sebagai satu rentang.", "Write them as one band."),
    ),
    "bad-value.repeated": (
        ("{written} ditulis dua kali.", "{written} stands here twice."),
        ("Hapus salah satu.", "Take one out."),
    ),
    "bad-value.otherwise-alone": (
        ("`otherwise` berdiri sendiri dalam butirnya.", "`otherwise` stands alone in its item."),
        (
            "Pisahkan menjadi butir terakhir: `- otherwise: …`.",
            "Make it an item of its own, the last: `- otherwise: …`.",
        ),
    ),
    "bad-value.otherwise-last": (
        ("`otherwise` hanya boleh pada butir terakhir.", "`otherwise` may stand in the last item only."),
        ("Pindahkan ke akhir daftar.", "Move it to the end of the list."),
    ),
    "bad-value.each-alone": (
        ("Masukan dengan `each` tidak boleh mempunyai {name}.", "An input with `each` cannot have {name}."),
        (
            "Di samping `each` hanya boleh ada `title`; {name} ditulis pada masukan di dalam `each`.",
            "Only `title` may stand beside `each`; {name} goes to the inputs inside `each`.",
        ),
    ),
    "bad-value.choices-only-choice": (
        ("`choices` hanya untuk `type: choice`.", "`choices` is for `type: choice` only."),
        ("Tambahkan `type: choice`, atau hapus `choices`.", "Add `type: choice`, or take `choices` out."),
    ),
    "bad-value.codes-only-number": (
        (
            "`codes` hanya untuk `type: number` dan `type: range`.",
            "`codes` is for `type: number` and `type: range` only.",
        ),
        ("Hapus `codes`, atau ubah `type`.", "Take `codes` out, or change `type`."),
    ),
    "bad-value.rows-differ": (
        (
            "Semua baris harus mempunyai nama yang sama; yang berbeda: {names}.",
            "All rows must have the same names; these differ: {names}.",
        ),
        (
            "Beri semua baris nama yang sama; isi yang tidak ada dengan `null`.",
            "Give every row the same names; write `null` where there is no value.",
        ),
    ),
    "bad-value.row-empty": (
        ("Baris ini kosong.", "This row is empty."),
        (
            "Tulis paling sedikit satu nama dan rumusnya, atau hapus baris ini.",
            "Write at least one name and its formula, or take the row out.",
        ),
    ),
    "bad-value.step-ways": (
        ("Langkah ini mempunyai {first} dan {second} sekaligus.", "This step has both {first} and {second}."),
        (
            "Tulis tepat satu dari `formula`, `rule` dan `rows`.",
            "Write exactly one of `formula`, `rule` and `rows`.",
        ),
    ),
    "bad-value.with-only-rule": (
        ("`with` hanya untuk langkah dengan `rule`.", "`with` is for a step with `rule` only."),
        ("Hapus `with`, atau tambahkan `rule`.", "Take `with` out, or add a `rule`."),
    ),
    "bad-value.call-outside-step": (
        ("Di sini kasus tidak dapat memanggil aturan.", "Here a case cannot call a rule."),
        (
            "Hitung dengan aturan itu dalam sebuah langkah (`steps`), lalu sebut nama langkahnya di sini.",
            "Compute it by that rule in a step (`steps`), and name the step here.",
        ),
    ),
    "bad-value.not-for-rows": (
        ("Langkah dengan `rows` tidak boleh mempunyai {name}.", "A step with `rows` cannot have {name}."),
        ("Hapus {name}.", "Take {name} out."),
    ),
    "bad-value.from-outside-level": (
        (
            "`from: rule` hanya untuk masukan sebuah jenjang.",
            "`from: rule` is for the inputs of a level only.",
        ),
        ("Hapus `from`.", "Take `from` out."),
    ),
    "bad-value.two-ends": (
        ("{first} dan {second} tidak boleh bersama-sama.", "{first} and {second} cannot stand together."),
        ("Pilih salah satu.", "Choose one."),
    ),
    "bad-value.table-keys": (
        ("Tabel mempunyai satu sampai tiga kunci.", "A table has one to three keys."),
        ("Tulis satu sampai tiga nama di bawah `keys`.", "Write one to three names under `keys`."),
    ),
    "bad-value.table-depth": (
        (
            "Susunan `rows` tidak cocok dengan `keys`: diperlukan tepat {count} tingkat.",
            "`rows` does not fit `keys`: exactly {count} levels are needed.",
        ),
        (
            "Setiap kunci menambah satu tingkat; angka ada di tingkat terdalam.",
            "Every key adds one level; numbers stand in the deepest.",
        ),
    ),
    "bad-value.outside-alone": (
        ("`outside` hanya bersama `interpolate`.", "`outside` stands with `interpolate` only."),
        (
            "Tambahkan `interpolate: linear`, atau hapus `outside`.",
            "Add `interpolate: linear`, or take `outside` out.",
        ),
    ),
    "bad-value.interpolate": (
        (
            "Interpolasi memerlukan tepat satu kunci dan paling sedikit dua titik.",
            "An interpolation needs exactly one key and at least two points.",
        ),
        (
            "Tulis satu nama di bawah `keys`, dan paling sedikit dua titik di bawah `rows`.",
            "Write one name under `keys`, and at least two points under `rows`.",
        ),
    ),
    "bad-value.point": (
        (
            "Titik {written} memerlukan angka sebagai kunci dan sebagai nilai.",
            "The point {written} needs a number as its key and as its value.",
        ),
        ("Tulis titik sebagai `90: 100`.", "Write a point as `90: 100`."),
    ),
}
