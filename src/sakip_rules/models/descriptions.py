"""What the keys of files mean, in both languages: `Model.key`, or `key` where it means one thing."""

from typing import Final

from sakip_rules.languages import Pair

DESCRIPTIONS: Final[dict[str, Pair]] = {
    # every rule
    "Rule.kind": (
        "Jenis aturan: indicator, achievement, efficiency, index, scale, table atau framework.",
        "The kind of rule: indicator, achievement, efficiency, index, scale, table or framework.",
    ),
    "kind": ("Jenis aturan.", "The kind of rule."),
    "id": (
        "Id aturan, pemilik/nama; sama dengan letak berkasnya.",
        "The id of the rule, owner/name; it is the path of its file.",
    ),
    "version": (
        "Versi x.y.z; sama dengan nama berkasnya.",
        "The version, x.y.z; it is the name of the file.",
    ),
    "title": (
        "Judul bagi pembaca: satu teks, atau {id: …, en: …}.",
        "The title for readers: one text, or {id: …, en: …}.",
    ),
    "also_called": (
        "Singkatan dan nama yang biasa dipakai, agar aturan ini mudah ditemukan.",
        "Abbreviations and names in use, so that the rule is found.",
    ),
    "description": ("Penjelasan bagi pembaca.", "An explanation for readers."),
    "valid_from": (
        "Tahun kinerja (atau tanggal) pertama berlakunya.",
        "The first year of performance (or day) that it holds for.",
    ),
    "valid_to": (
        "Tahun kinerja (atau tanggal) terakhir berlakunya, termasuk hari itu.",
        "The last year of performance (or day) that it holds for, that day included.",
    ),
    "supersedes": (
        "Versi aturan yang sama yang digantikan: pemilik/nama@x.y.z.",
        "The version of the same rule that it takes the place of: owner/name@x.y.z.",
    ),
    "gap": (
        "Mengapa tidak ada versi untuk waktu di antara versi sebelumnya dan versi ini.",
        "Why there is no version for the time between the version before and this one.",
    ),
    "legal_basis": (
        "Dasar hukum atau sumber, paling sedikit satu.",
        "The legal basis or source, at least one.",
    ),
    "errata": (
        "Salah cetak dalam sumber; tidak dipakai menghitung.",
        "Misprints in the source; never used in computing.",
    ),
    "examples": (
        "Contoh yang dihitung dan dibandingkan tepat; dijalankan oleh `sakip test`.",
        "Examples that are computed and compared exactly; `sakip test` runs them.",
    ),
    "LegalBasis.document": ("Nama peraturan atau dokumen.", "The name of the regulation or document."),
    "LegalBasis.section": ("Pasal, bab, tabel atau halaman.", "The article, chapter, table or page."),
    "LegalBasis.confidence": (
        (
            "quoted: kata-katanya dibaca; applied: diterapkan laporan atau program; recalled: umum"
            " diketahui, tidak dibaca; claimed: dikutip orang, tetapi tidak ditemukan."
        ),
        (
            "quoted: its words were read; applied: reports or programs apply it; recalled: widely"
            " known, not read; claimed: cited by people, but not found."
        ),
    ),
    "LegalBasis.quote": ("Kutipan kata demi kata.", "The quotation, word for word."),
    "LegalBasis.url": ("Alamat dokumen.", "The address of the document."),
    "note": ("Catatan bagi pembaca.", "A note for readers."),
    "Erratum.where": ("Letak salah cetak.", "Where the misprint stands."),
    "Erratum.printed": ("Yang tercetak.", "What is printed."),
    "Erratum.corrected": ("Yang benar.", "What is right."),
    # record
    "inputs": (
        "Masukan: nilai atau daftar baris yang diberikan data.",
        "Inputs: values or lists of rows that the data gives.",
    ),
    "steps": ("Langkah: nilai bernama yang dihitung aturan.", "Steps: named values that the rule computes."),
    "checks": ("Syarat atas nilai, dengan pesan.", "Checks of values, with their messages."),
    "Input.type": (
        "number (bawaan), count, truth, choice, polarity atau range.",
        "number (the default), count, truth, choice, polarity or range.",
    ),
    "unit": ("Satuan, misalnya persen, orang, rupiah.", "The unit, such as persen, orang, rupiah."),
    "Input.choices": (
        "Daftar kode, atau id skala atau tabel yang kodenya dipakai.",
        "A list of codes, or the id of a scale or table whose codes are used.",
    ),
    "codes": (
        "Id tabel satu kunci yang mengubah kode menjadi angka.",
        "The id of a table of one key that turns codes into numbers.",
    ),
    "Input.default": (
        "Nilai bila data tidak memberi apa-apa; tanpa ini: missing.",
        "The value where the data gives none; without it: missing.",
    ),
    "Input.each": (
        "Masukan ini kumpulan baris; di sini isi setiap barisnya.",
        "This input is a collection of rows; here stands what each row holds.",
    ),
    "Input.from": (
        "rule: nilainya dari aturan indikator yang disebut rekaman (hanya dalam jenjang).",
        "rule: its value comes from the indicator rule that the record names (only in a level).",
    ),
    "formula": (
        "Rumus, atau daftar kasus when/then dengan otherwise di akhir.",
        "A formula, or a list of cases when/then with otherwise at the end.",
    ),
    "Step.rule": (
        "Aturan lain yang menghitung nilai ini dari rekaman yang sama.",
        "Another rule that computes this value from the same record.",
    ),
    "CaseCall.rule": (
        "Aturan yang menghitung nilai kasus ini; hanya dijalankan bila kasusnya berlaku.",
        "The rule that computes the value of this case; it runs only where the case applies.",
    ),
    "CaseCall.with": (
        "Masukan aturan itu -> rumus di sini; yang tidak disebut diambil dari nama yang sama.",
        "Input of that rule -> a formula here; what is not named is taken from the same name.",
    ),
    "Step.with": (
        "Masukan aturan itu -> rumus di sini; yang tidak disebut diambil dari nama yang sama.",
        "Input of that rule -> a formula here; what is not named is taken from the same name.",
    ),
    "Step.rows": (
        "Baris tetap: daftar, atau peta dari id baris; setiap sel adalah rumus.",
        "Fixed rows: a list, or a map of ids of rows; every cell is a formula.",
    ),
    "rounding": ("Pembulatan: places, mode, carry.", "The rounding: places, mode, carry."),
    "scale": (
        "Skala yang memberi kategori kepada nilai ini.",
        "The scale that gives this value its category.",
    ),
    "places": (
        "Jumlah desimal, -9 sampai 12; negatif membulatkan ke puluhan, ratusan, dan seterusnya.",
        "The number of decimals, -9 to 12; below zero rounds to tens, hundreds, and so on.",
    ),
    "mode": (
        "half_up (bawaan), half_even, down (dipotong), up, floor atau ceiling.",
        "half_up (the default), half_even, down (cut off), up, floor or ceiling.",
    ),
    "carry": (
        "Yang dipakai langkah berikutnya: exact (bawaan) atau rounded.",
        "What later steps use: exact (the default) or rounded.",
    ),
    "Check.expect": ("Rumus kebenaran yang harus terpenuhi.", "A formula of a truth that must hold."),
    "Check.message": ("Pesan bila tidak terpenuhi.", "The message where it does not hold."),
    "Check.severity": (
        "error (bawaan): nilainya gugur; warning: hanya peringatan.",
        "error (the default): the value falls away; warning: a warning only.",
    ),
    "Case.when": ("Syarat kasus ini.", "The condition of this case."),
    "Case.then": (
        "Rumus, nilai tidak ada, atau (dalam langkah) {rule: …, with: …}, bila syaratnya benar.",
        "A formula, an absent value, or (in a step) {rule: …, with: …}, where its condition is true.",
    ),
    "Case.otherwise": (
        "Seperti `then`, bila tidak ada syarat yang benar; butir terakhir.",
        "Like `then`, where no condition is true; the last item.",
    ),
    "Text.id": ("Teks bahasa Indonesia.", "The Indonesian text."),
    "Text.en": ("Teks bahasa Inggris.", "The English text."),
    # kinds
    "uses": (
        "Nama singkat -> skala atau tabel, yang lalu dipanggil seperti fungsi.",
        "A short name -> a scale or table, which is then called like a function.",
    ),
    "polarity": (
        "Arah indikator: higher_is_better, lower_is_better atau closer_is_better.",
        "The direction of the indicator: higher_is_better, lower_is_better or closer_is_better.",
    ),
    "measures": (
        "Yang diukur: input, process, output, outcome atau impact.",
        "What is measured: input, process, output, outcome or impact.",
    ),
    "bands": (
        "Rentang dan kategorinya; setiap angka mendapat tepat satu.",
        "The bands and their categories; every number gets exactly one.",
    ),
    "domain": (
        "Angka yang dicakup skala; bawaan: semua.",
        "The numbers that the scale covers; by default all.",
    ),
    "gaps": (
        "Nilai dalam lubang di antara dua rentang: lower, upper atau refuse.",
        "Values in a hole between two bands: lower, upper or refuse.",
    ),
    "category": ("Nama kategori.", "The name of the category."),
    "code": ("Kode kategori, tanpa spasi.", "The code of the category, without spaces."),
    "words": ("Rentang seperti tercetak dalam peraturan.", "The band as the regulation prints it."),
    "color": ("Warna, enam angka heksadesimal tanpa #.", "The colour, six hexadecimal digits without #."),
    "above": ("Di atas angka ini, tidak termasuk angkanya.", "Above this number, the number not included."),
    "from": ("Mulai angka ini, termasuk angkanya.", "From this number on, the number included."),
    "up_to": ("Sampai angka ini, termasuk angkanya.", "Up to this number, the number included."),
    "below": ("Di bawah angka ini, tidak termasuk angkanya.", "Below this number, the number not included."),
    "exactly": ("Tepat angka ini.", "Exactly this number."),
    "status": (
        "missing, not_applicable, not_due atau not_computable.",
        "missing, not_applicable, not_due or not_computable.",
    ),
    "reason": (
        "Alasan nilai tidak ada, misalnya division-by-zero.",
        "Why there is no value, such as division-by-zero.",
    ),
    "keys": (
        "Nama setiap kunci tabel, satu sampai tiga.",
        "The name of each key of the table, one to three.",
    ),
    "TableRule.rows": (
        "Kode -> angka atau null, bersarang satu tingkat untuk setiap kunci.",
        "Code -> a number or null, nested one level for each key.",
    ),
    "interpolate": (
        "linear: nilai di antara dua titik dihitung pada garis lurus.",
        "linear: a value between two points is computed on the straight line.",
    ),
    "outside": (
        "Di luar titik ujung: refuse (bawaan), hold atau extend.",
        "Beyond the outermost points: refuse (the default), hold or extend.",
    ),
    "levels": (
        "Jenjang kerangka: nama -> isi rekamannya.",
        "The levels of the framework: name -> what its records hold.",
    ),
    "Level.under": (
        "Jenjang tempat rekaman ini berada; tepat satu jenjang, akarnya, tidak mempunyainya.",
        "The level below which this record stands; exactly one level, the root, has none.",
    ),
    "Level.result": (
        "Nilai utama rekaman; bawaan: capaian.",
        "The main value of the record; by default capaian.",
    ),
    # examples
    "given": ("Yang diberikan kepada aturan.", "What is given to the rule."),
    "result": ("Hasil yang diharapkan, tepat.", "The result that is expected, exactly."),
    "FormulaExample.steps": ("Nilai langkah yang diharapkan.", "The values of steps that are expected."),
    "FrameworkExample.report": ("Laporan kecil yang dihitung.", "A small report that is computed."),
    "FrameworkExample.expect": (
        "Jalur -> angka -> nilai yang diharapkan.",
        "Path -> figure -> the value that is expected.",
    ),
    # report
    "ReportHeader.report": ("Judul laporan.", "The title of the report."),
    "organization": ("Instansi yang melapor.", "The agency that reports."),
    "period": (
        "Bagian tahun yang dilaporkan, untuk ditampilkan: `Triwulan II`, `Semester I`.",
        "The part of the year that is reported, for show: `Triwulan II`, `Semester I`.",
    ),
    "year": ("Tahun, empat angka.", "The year, four digits."),
    "framework": ("Kerangka pengukuran yang dipakai.", "The framework that is used."),
    "Record.id": (
        "Id rekaman, tersendiri di antara saudaranya.",
        "The id of the record, its own among its siblings.",
    ),
    "Record.title": ("Judul rekaman.", "The title of the record."),
    "Record.note": ("Catatan.", "A note."),
    "Record.unit": (
        "Satuan untuk ditampilkan, bila tidak ada aturan yang memberinya.",
        "The unit to show, where no rule gives one.",
    ),
    "Record.rule": (
        "Aturan indikator yang menghitung realisasi dari data.",
        "The indicator rule that computes the actual value from data.",
    ),
    "Record.data": ("Masukan aturan indikator itu.", "The inputs of that indicator rule."),
    "Record.codes": (
        "Tabel yang mengubah kode menjadi angka bagi masukan rekaman ini.",
        "The table that turns codes into numbers for the inputs of this record.",
    ),
    "Record.history": (
        "Tahun sebelumnya -> masukan atau hasilnya.",
        "An earlier year -> its inputs or results.",
    ),
    "Record.printed": ("Angka seperti tercetak dalam laporan.", "Figures as the report prints them."),
    "Printed.figure": (
        "Nama masukan atau langkah rekaman ini.",
        "The name of an input or a step of this record.",
    ),
    "Printed.value": (
        "Angka seperti tercetak; jumlah desimalnya diperhatikan.",
        "The figure as printed; its number of decimals counts.",
    ),
    "Printed.where": ("Tabel atau halaman.", "The table or page."),
}


def description(model: str, key: str) -> Pair:
    """Gives what a key of a model means; raises `KeyError` for one that is not described."""
    own = DESCRIPTIONS.get(f"{model}.{key}")
    return DESCRIPTIONS[key] if own is None else own
