"""Texts of the group: formulas. Those of types and units fill a module of their own."""

from sakip_rules.diagnostics.texts.mismatches import MISMATCHES
from sakip_rules.languages import Pair

_QUOTE: tuple[Pair, Pair] = (
    (
        "Tanda kutip {character} tidak ada di dalam rumus.",
        "The quote {character} has no place in a formula.",
    ),
    (
        "Tulis nama dan kata pilihan tanpa tanda kutip: `predikat == BB`.",
        "Write names and choices without quotes: `predikat == BB`.",
    ),
)
FORMULAS: dict[str, tuple[Pair, Pair]] = {
    **MISMATCHES,
    "formula-not-allowed.character": (
        ("Tanda {character} tidak ada di dalam rumus.", "The sign {character} has no place in a formula."),
        (
            (
                "Rumus terdiri atas nama, angka, `+ - * / **`, perbandingan, `and or not`, `if … else`, "
                "tanda kurung, dan fungsi. Persen ditulis `/ 100`, pangkat ditulis `**`; catatan ditulis "
                "sebagai komentar YAML di baris lain."
            ),
            (
                "A formula is made of names, numbers, `+ - * / **`, comparisons, `and or not`, `if … "
                "else`, brackets and functions. Percent is written `/ 100`, a power `**`; notes go into a"
                " YAML comment on another line."
            ),
        ),
    ),
    "formula-not-allowed.operator": (
        ("{text} bukan tanda hitung di dalam rumus.", "{text} is no operator of formulas."),
        ("Tulis {plain}.", "Write {plain}."),
    ),
    "formula-not-allowed.form": (
        ("{text} bukan fungsi di dalam rumus.", "{text} is no function of formulas."),
        ("Tulis {form}.", "Write {form}."),
    ),
    "formula-not-allowed.hundred-percent": (
        (
            "`100%` bukan angka di dalam rumus; persentase dihitung dengan `* 100`.",
            "`100%` is no number of a formula; a percentage is computed by `* 100`.",
        ),
        (
            "Tulis `100`, tanpa `%`; satuannya `unit: persen`.",
            "Write `100` without `%`; its unit is `unit: persen`.",
        ),
    ),
    "formula-not-allowed.sheet": (
        ("Rumus tidak dimulai dengan `=`.", "A formula does not begin with `=`."),
        (
            "Hapus `=`, dan tulis nama masukan di tempat sel seperti `B2`.",
            "Remove `=`, and write the name of an input in place of a cell such as `B2`.",
        ),
    ),
    "formula-not-allowed.sign": (
        (
            "Tanda {character} ({code}) tidak ada di dalam rumus.",
            "The sign {character} ({code}) has no place in a formula.",
        ),
        ("{near}", "{near}"),
    ),
    "formula-not-allowed.quote": _QUOTE,
    "formula-not-allowed.point": (
        (
            "Titik ini tidak berada di antara dua nama, dan bukan bagian dari sebuah angka.",
            "This point is neither between two names nor part of a number.",
        ),
        (
            (
                "Tulis angka dengan angka di kedua sisi titik (`0.5`, bukan `.5`), ribuan tanpa titik "
                "(`1000000`), dan nama kolom sebagai `kumpulan.kolom`."
            ),
            (
                "Write numbers with digits on both sides of the point (`0.5`, not `.5`), thousands "
                "without one (`1000000`), and names of columns as `collection.column`."
            ),
        ),
    ),
    "formula-not-allowed.number": (
        ("{text} bukan angka dan bukan nama.", "{text} is neither a number nor a name."),
        (
            (
                "Tulis angka hanya dengan angka dan satu titik desimal: `1000`, `0.5`. Nama dimulai "
                "dengan huruf."
            ),
            (
                "Write numbers with digits and one decimal point only: `1000`, `0.5`. Names begin with a "
                "letter."
            ),
        ),
    ),
    "formula-not-allowed.comma": (
        (
            "Koma ini tidak memisahkan nilai di dalam sebuah fungsi: {text}.",
            "This comma does not separate the arguments of a function: {text}.",
        ),
        (
            "Desimal ditulis dengan titik: `29.42`, bukan `29,42`.",
            "Decimals are written with a point: `29.42`, not `29,42`.",
        ),
    ),
    "formula-not-allowed.empty": (
        ("Rumus ini kosong.", "This formula is empty."),
        (
            "Tulis rumusnya, misalnya `realisasi / target * 100`.",
            "Write the formula, such as `realisasi / target * 100`.",
        ),
    ),
    "formula-not-allowed.syntax": (
        ("Rumus tidak dapat dibaca di tempat ini.", "The formula cannot be read at this place."),
        (
            (
                "Periksa tanda kurung, tanda hitung di antara dua nama, dan `else` sesudah `if`. Sama "
                "dengan ditulis `==`; pembagian `/`; perkalian `*`."
            ),
            (
                "Look at brackets, at the operator between two names, and for the `else` after `if`. "
                "Equal is written `==`, division `/`, multiplication `*`."
            ),
        ),
    ),
    "formula-not-allowed.node": (
        (
            "Bentuk ini bukan bagian dari bahasa rumus: {text}.",
            "This is not part of the formula language: {text}.",
        ),
        (
            (
                "Yang ada: `+ - * / **`, perbandingan, `and or not`, `a if syarat else b`, dan fungsi "
                "dengan namanya. Tidak ada pembagian bulat (`//`), `in`, `is`, `True`, atau `None`."
            ),
            (
                "There are `+ - * / **`, comparisons, `and or not`, `a if condition else b`, and "
                "functions by their names. There is no whole division (`//`), `in`, `is`, `True` or "
                "`None`."
            ),
        ),
    ),
    "formula-not-allowed.exponent": (
        (
            "Pangkat harus bilangan bulat yang tertulis, dari -10 sampai 10, bukan {text}.",
            "An exponent is a written integer from -10 to 10, not {text}.",
        ),
        (
            "Akar ditulis `root(x, 2)`. Pangkat yang dihitung tidak ada di bahasa ini.",
            "A root is written `root(x, 2)`. The language has no computed exponents.",
        ),
    ),
    "formula-not-allowed.keyword": (
        ("{text} tidak dapat ditulis di fungsi ini.", "{text} cannot be written in this function."),
        (
            (
                "Hanya fungsi atas baris (`sum`, `mean`, `count`, …) yang mengenal `where=…`, sekali "
                "saja; `weight=…` hanya untuk `mean`."
            ),
            (
                "Only functions over rows (`sum`, `mean`, `count`, …) know `where=…`, once; `weight=…` is"
                " for `mean` only."
            ),
        ),
    ),
    "formula-too-large.letter": (
        (
            "Huruf atau tanda {character} ({code}) bukan yang biasa, walaupun mungkin tampak serupa.",
            "The letter or sign {character} ({code}) is not a plain one, though it may look like one.",
        ),
        ("{near}", "{near}"),
    ),
    "formula-too-large.quote": _QUOTE,
    "formula-too-large.characters": (
        (
            "Rumus terlalu panjang: {found} karakter, paling banyak {limit}.",
            "The formula is too long: {found} characters, at most {limit}.",
        ),
        ("Bagi menjadi beberapa langkah (`steps`).", "Cut it into several steps (`steps`)."),
    ),
    "formula-too-large.tokens": (
        (
            "Rumus terlalu panjang: {found} nama, angka, dan tanda; paling banyak {limit}.",
            "The formula is too long: {found} names, numbers and signs; at most {limit}.",
        ),
        ("Bagi menjadi beberapa langkah (`steps`).", "Cut it into several steps (`steps`)."),
    ),
    "formula-too-large.brackets": (
        (
            "Tanda kurung bersarang terlalu dalam: {found}, paling dalam {limit}.",
            "The brackets nest too deep: {found}, at most {limit}.",
        ),
        ("Bagi menjadi beberapa langkah (`steps`).", "Cut it into several steps (`steps`)."),
    ),
    "formula-too-large.digits": (
        (
            "Angka ini terlalu panjang: {found} digit, paling banyak {limit}.",
            "This number is too long: {found} digits, at most {limit}.",
        ),
        (
            "Tulis angka seperlunya; perkalian dengan pangkat sepuluh ditulis `* 10 ** 6`.",
            "Write as many digits as are needed; powers of ten are written `* 10 ** 6`.",
        ),
    ),
    "wrong-argument-count": (
        (
            "{name} memerlukan {wanted} nilai, di sini ada {found}.",
            "{name} takes {wanted} arguments, here are {found}.",
        ),
        ("Pisahkan nilai-nilainya dengan koma.", "Arguments are separated by commas."),
    ),
    "wrong-argument-count.aggregate": (
        (
            "{name} memerlukan tepat satu nilai: sebuah hitungan atas baris.",
            "{name} takes exactly one argument: a computation over rows.",
        ),
        (
            "Misalnya `sum(program.pagu)`. Menjumlah dua nilai biasa: `a + b`.",
            "Such as `sum(program.pagu)`. To add two plain values: `a + b`.",
        ),
    ),
    "collection-outside-aggregate": (
        (
            "{name} mewakili banyak baris, sedangkan di sini dibutuhkan satu nilai.",
            "{name} stands for many rows, but one value is needed here.",
        ),
        (
            "Gabungkan barisnya lebih dahulu: `sum(…)`, `mean(…)`, `max(…)`, `last(…)`, `count(…)`.",
            "Fold the rows first: `sum(…)`, `mean(…)`, `max(…)`, `last(…)`, `count(…)`.",
        ),
    ),
    "mixed-collections": (
        (
            "Satu fungsi tidak dapat merangkum dua kumpulan sekaligus: {one} dan {other}.",
            "One function cannot range over two collections: {one} and {other}.",
        ),
        (
            "Rangkum masing-masing sendiri: `sum(a.x) + sum(b.y)`.",
            "Fold each by itself: `sum(a.x) + sum(b.y)`.",
        ),
    ),
    "nested-aggregate": (
        (
            "{name} berada di dalam fungsi lain atas baris.",
            "{name} stands inside another function over rows.",
        ),
        (
            "Jadikan yang di dalam sebuah langkah tersendiri, di barisnya atau di sini.",
            "Make the inner one a step of its own, of the row or of this record.",
        ),
    ),
    "nothing-to-aggregate": (
        ("{name} tidak menyebut baris mana pun.", "{name} names no rows."),
        (
            "Sebut kolom sebuah kumpulan, misalnya `sum(program.pagu)`; satu nilai tidak perlu dirangkum.",
            "Name a column of a collection, such as `sum(program.pagu)`; one value needs no folding.",
        ),
    ),
    "nothing-to-aggregate.two": (
        (
            "{name} dengan satu nilai merangkum baris, tetapi tidak ada baris yang disebut.",
            "{name} with one argument ranges over rows, but none are named.",
        ),
        (
            "Beri dua nilai atau lebih, `max(a, b)`, atau kolom sebuah kumpulan, `max(program.capaian)`.",
            (
                "Give it two or more arguments, `max(a, b)`, or a column of a collection, "
                "`max(program.capaian)`."
            ),
        ),
    ),
    "nothing-to-aggregate.column": (
        (
            "{name} butuh sebuah kolom dari {rows}, bukan kumpulannya.",
            "{name} wants a column of {rows}, not the collection.",
        ),
        (
            "Tulis `kumpulan.kolom`; hanya `count` menerima kumpulan tanpa kolom.",
            "Write `collection.column`; only `count` takes a collection without a column.",
        ),
    ),
    "unreachable-case.constant-true": (
        (
            "Kasus ini tidak pernah dapat dicapai: syarat kasus sebelumnya selalu benar.",
            "This case can never be reached: the condition of an earlier case is always true.",
        ),
        (
            "Perbaiki syarat itu, atau tulis kasus itu sebagai `otherwise` yang terakhir.",
            "Mend that condition, or write that case as the `otherwise` at the end.",
        ),
    ),
    "unreachable-case.constant-false": (
        (
            "Kasus ini tidak pernah dipakai: syaratnya selalu salah.",
            "This case is never used: its condition is always false.",
        ),
        ("Perbaiki syaratnya, atau hapus kasus ini.", "Mend its condition, or remove the case."),
    ),
    "unreachable-case.same": (
        (
            "Kasus ini tidak pernah dapat dicapai: kasus sebelumnya mempunyai syarat yang sama.",
            "This case can never be reached: an earlier case has the same condition.",
        ),
        (
            "Perbaiki salah satu syaratnya, atau hapus kasus ini.",
            "Mend one of the conditions, or remove the case.",
        ),
    ),
}
