"""Texts of the group "reports and inputs": what is written is not the number that was asked for."""

from typing import Final

from sakip_rules.languages import Pair

NUMERALS: Final[dict[str, tuple[Pair, Pair]]] = {
    "ambiguous-number": (
        (
            "{text} untuk {name} dapat berarti ribuan atau pecahan.",
            "{text} for {name} may mean thousands or a fraction.",
        ),
        (
            "Bila ribuan, tulis `{plain}`; bila pecahan, tulis `{decimal}`.",
            "Write `{plain}` if thousands are meant, `{decimal}` if a fraction is.",
        ),
    ),
    "ambiguous-number.count": (
        (
            "{text} untuk {name} dapat berarti ribuan atau pecahan; {name} bilangan bulat.",
            "{text} for {name} may mean thousands or a fraction; {name} is a whole number.",
        ),
        (
            "Bila ribuan, tulis `{plain}`; pecahan tidak diterima di sini.",
            "Write `{plain}` if thousands are meant; a fraction is not accepted here.",
        ),
    ),
    "ambiguous-number.column": (
        (
            "{text} untuk {name} dapat berarti ribuan atau pecahan; kolomnya tidak menunjukkan yang mana.",
            "{text} for {name} may mean thousands or a fraction, and its column does not tell which.",
        ),
        (
            "Sebut tanda desimal datanya: `--decimal ,` atau `--decimal .`.",
            "Say the decimal sign of the data: `--decimal ,` or `--decimal .`.",
        ),
    ),
    "ambiguous-number.formula": (
        (
            "{text} di dalam rumus dapat berarti ribuan atau pecahan.",
            "{text} in a formula may mean thousands or a fraction.",
        ),
        (
            "Bila ribuan, tulis `{plain}`; bila pecahan, tulis `{decimal}`.",
            "Write `{plain}` if thousands are meant, `{decimal}` if a fraction is.",
        ),
    ),
    "ambiguous-number.comma": (
        (
            "{text} di dalam rumus dapat berarti satu pecahan atau dua angka.",
            "{text} in a formula may mean one fraction or two numbers.",
        ),
        (
            "Bila pecahan, tulis `{decimal}`; bila dua angka, beri spasi sesudah koma: `{two}`.",
            "Write `{decimal}` if a fraction is meant; for two numbers put a space after the comma: `{two}`.",
        ),
    ),
    "which-absent": (
        (
            "{text} untuk {name} bukan angka, dan tidak jelas mengapa nilainya tidak ada.",
            "{text} for {name} is no number, and it is not clear why there is no value.",
        ),
        (
            (
                "Tulis `missing` (ada tetapi belum diketahui), `not_applicable` (tidak berlaku) "
                "atau `not_due` (belum waktunya); nol ditulis `0`."
            ),
            (
                "Write `missing` (exists but is not known), `not_applicable` (does not exist here) "
                "or `not_due` (not due yet); zero is written `0`."
            ),
        ),
    ),
    "float-given": (
        (
            "{name} diberi bilangan biner {text}, yang bukan persis angka yang ditulis.",
            "{name} was given the binary float {text}, which is not exactly the number written.",
        ),
        (
            (
                "`0.1` sebagai float bukan tepat sepersepuluh: beri teks, int, Decimal atau Fraction, "
                "atau buka katalog dengan `floats='shortest'`."
            ),
            (
                "`0.1` as a float is not exactly one tenth: give text, int, Decimal or Fraction, "
                "or open the catalogue with `floats='shortest'`."
            ),
        ),
    ),
    "bad-value.count": (
        (
            "{text} untuk {name} bukan jumlah: bilangan bulat nol atau lebih.",
            "{text} for {name} is no count: a whole number, zero or more.",
        ),
        (
            "Tulis bilangan bulat tanpa tanda, misalnya `426794`.",
            "Write a whole number without a sign, such as `426794`.",
        ),
    ),
    "bad-value.number-data": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Tulis angka seperti `29.42`, `29,42` atau `5.085.713.014`.",
            "Write a number such as `29.42`, `29,42` or `5.085.713.014`.",
        ),
    ),
    "bad-value.number-percent": (
        (
            "{text} untuk {name}: satuannya {unit}, bukan persen.",
            "{text} for {name}: its unit is {unit}, not percent.",
        ),
        (
            "Hapus tanda `%`, atau ganti satuannya menjadi `persen`.",
            "Leave out the `%`, or make the unit `persen`.",
        ),
    ),
    "bad-value.number-magnitude": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Tulis angkanya lengkap, misalnya `2500000`, atau pilih satuan `juta rupiah` dan tulis `2,5`.",
            "Write the number out, such as `2500000`, or choose the unit `juta rupiah` and write `2.5`.",
        ),
    ),
    "bad-value.number-unit-beside": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Tulis angkanya saja; satuannya ditulis di bawah `unit`.",
            "Write the number alone; its unit goes under `unit`.",
        ),
    ),
    "bad-value.number-footnote": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Hapus tanda catatan kaki; catatannya ditulis di bawah `note`.",
            "Leave out the footnote mark; what it says goes under `note`.",
        ),
    ),
    "bad-value.number-compared": (
        (
            "{text} untuk {name} adalah batas, bukan satu angka.",
            "{text} for {name} is a bound, not one number.",
        ),
        (
            "Tulis angkanya saja; apakah lebih tinggi atau lebih rendah yang baik dikatakan `polarity`.",
            "Write the number alone; whether more or less of it is better is said by `polarity`.",
        ),
    ),
    "bad-value.number-date": (
        ("{text} untuk {name} adalah tanggal, bukan angka.", "{text} for {name} is a date, not a number."),
        (
            "Excel mengubah isian seperti `1/2` menjadi tanggal: tulis angkanya, misalnya `0,5`.",
            "Excel makes a date of an entry such as `1/2`: write the number, such as `0.5`.",
        ),
    ),
    "bad-value.number-divided": (
        (
            "{text} untuk {name} adalah dua angka, bukan satu.",
            "{text} for {name} is two numbers, not one.",
        ),
        (
            "Tulis satu angka, misalnya `0,5`; pembagian ditulis di dalam rumus aturan.",
            "Write one number, such as `0.5`; a division is written in the formula of a rule.",
        ),
    ),
    "bad-value.number-exponent": (
        ("{text} untuk {name} ditulis dengan eksponen.", "{text} for {name} is written with an exponent."),
        (
            "Tulis semua digitnya, misalnya `2500000`; di Excel, pilih format sel Angka.",
            "Write all its digits, such as `2500000`; in Excel, choose the cell format Number.",
        ),
    ),
    "bad-value.number-word": (
        ("{text} untuk {name} adalah kata, bukan angka.", "{text} for {name} is a word, not a number."),
        (
            (
                "Tulis angka seperti `29,42`, atau `missing` bila belum diketahui; "
                "kata seperti `BB` hanya untuk masukan bertipe `choice` atau yang memiliki `codes`."
            ),
            (
                "Write a number such as `29.42`, or `missing` if it is not known; "
                "a word such as `BB` goes with inputs of type `choice`, or with `codes`, alone."
            ),
        ),
    ),
    "bad-value.number-one": (
        (
            "{text} untuk {name} adalah rentang; di sini dibutuhkan satu angka.",
            "{text} for {name} is a range; one number is needed here.",
        ),
        (
            "Tulis batas yang dipakai rumusnya; rentang hanya untuk masukan bertipe `range`.",
            "Write the end that the formula uses; a range goes with inputs of type `range` alone.",
        ),
    ),
    "bad-value.number-range": (
        (
            "{text} untuk {name} adalah rentang, bukan satu angka.",
            "{text} for {name} is a range, not one number.",
        ),
        (
            "Tulis `{{min: {low}, max: {high}}}`.",
            "Write `{{min: {low}, max: {high}}}`.",
        ),
    ),
    "bad-value.number-brackets": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Angka negatif ditulis dengan tanda minus: `-5085`, bukan dalam kurung.",
            "Write a negative number with a minus sign: `-5085`, not in brackets.",
        ),
    ),
    "bad-value.number-currency": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "`Rp` dan `,-` hanya untuk satuan `rupiah`: tulis angkanya saja, atau `unit: rupiah`.",
            "`Rp` and `,-` go with the unit `rupiah` alone: write just the number, or `unit: rupiah`.",
        ),
    ),
    "bad-value.number-swapped": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Titik dan komanya tertukar: tulis `1234.56` atau `1.234,56`.",
            "Point and comma are the other way round: write `1234.56` or `1.234,56`.",
        ),
    ),
    "bad-value.number-spaced": (
        ("{text} untuk {name} bukan angka.", "{text} for {name} is no number."),
        (
            "Tulis tanpa spasi di dalam angka, misalnya `1250000` atau `-0,68`.",
            "Write it without spaces inside, such as `1250000` or `-0.68`.",
        ),
    ),
    "bad-value.unit-sign": (
        ("{written} adalah tanda, bukan nama satuan.", "{written} is a sign, not the name of a unit."),
        (
            "Tulis {word}.",
            "Write {word}.",
        ),
    ),
    "bad-value.digits": (
        (
            "Angka untuk {name} lebih panjang dari 400 digit.",
            "The number for {name} is longer than 400 digits.",
        ),
        ("Periksa apakah tanda pemisah hilang.", "Look whether a separator is missing."),
    ),
}
