"""Texts of the group: files. Reading and values fill modules of their own."""

from sakip_rules.diagnostics.texts.identifiers import IDENTIFIERS
from sakip_rules.diagnostics.texts.plans import PLANS
from sakip_rules.diagnostics.texts.reading import READING
from sakip_rules.diagnostics.texts.values import VALUES
from sakip_rules.languages import Pair

FILES: dict[str, tuple[Pair, Pair]] = {
    **READING,
    **VALUES,
    **IDENTIFIERS,
    **PLANS,
    "unknown-key": (
        ("Kunci {name} tidak dikenal di sini.", "The key {name} is unknown here."),
        ("{hint}", "{hint}"),
    ),
    "unknown-key.indicator-only": (
        ("Kunci {name} hanya untuk `kind: indicator`.", "The key {name} is for `kind: indicator` only."),
        ("Hapus kunci ini, atau ubah `kind`.", "Take the key out, or change `kind`."),
    ),
    "duplicate-key": (
        ("Kunci {name} sudah ada di baris {line}.", "The key {name} already stands on line {line}."),
        ("Hapus salah satu, atau beri nama lain.", "Take one out, or give it another name."),
    ),
    "duplicate-key.item": (
        ("Kunci {name} sudah ada di baris {line}.", "The key {name} already stands on line {line}."),
        (
            "Bila di sini mulai butir baru, tulis `- ` di depan kunci pertamanya; bila tidak, hapus satu.",
            "If a new item begins here, write `- ` before its first key; if not, take one of the two out.",
        ),
    ),
    "missing-key": (
        ("Kunci {name} belum ada.", "The key {name} is missing."),
        ("Tambahkan {name}.", "Add {name}."),
    ),
    "missing-key.reason": (
        ("`status: not_computable` memerlukan `reason`.", "`status: not_computable` needs a `reason`."),
        ("Misalnya `reason: division-by-zero`.", "For example `reason: division-by-zero`."),
    ),
    "missing-key.status": (
        ("`reason` memerlukan `status`.", "A `reason` needs a `status`."),
        ("Misalnya `status: not_computable`.", "For example `status: not_computable`."),
    ),
    "missing-key.when": (
        ("Kasus ini belum mempunyai `when`.", "This case has no `when`."),
        ("Tulis `when` dan `then`, atau `otherwise` saja.", "Write `when` and `then`, or `otherwise` alone."),
    ),
    "missing-key.then": (
        ("Kasus ini belum mempunyai `then`.", "This case has no `then`."),
        ("Tulis `when` dan `then`, atau `otherwise` saja.", "Write `when` and `then`, or `otherwise` alone."),
    ),
    "missing-key.choices": (
        ("`type: choice` memerlukan `choices`.", "`type: choice` needs `choices`."),
        (
            "Tulis daftar kodenya, atau id skala atau tabel.",
            "Write the list of its codes, or the id of a scale or table.",
        ),
    ),
    "missing-key.step": (
        (
            "Langkah ini belum mempunyai `formula`, `rule` atau `rows`.",
            "This step has no `formula`, `rule` or `rows`.",
        ),
        ("Tulis tepat satu di antaranya.", "Write exactly one of them."),
    ),
    "missing-key.achievement-input": (
        (
            "Rumus capaian (`kind: achievement`) harus mempunyai masukan {name}.",
            "An achievement (`kind: achievement`) must have an input {name}.",
        ),
        ("Tambahkan {name} di bawah `inputs`.", "Add {name} under `inputs`."),
    ),
    "missing-key.interval": (
        (
            "Batas `above`, `from`, `up_to` atau `below` belum ada.",
            "There is no end `above`, `from`, `up_to` or `below`.",
        ),
        ("Tulis paling sedikit satu batas.", "Write at least one end."),
    ),
    "missing-key.band": (
        ("Rentang ini belum mempunyai batas.", "This band has no ends."),
        (
            "Tulis `above` atau `from`, `up_to` atau `below`; atau `exactly`; atau `status`.",
            "Write `above` or `from`, `up_to` or `below`; or `exactly`; or `status`.",
        ),
    ),
    "missing-key.example-result": (
        (
            "Contoh ini tidak menyatakan hasil yang diharapkan.",
            "This example does not say what must come out.",
        ),
        (
            "Tambahkan `result`, `steps`, `category` atau `status`.",
            "Add `result`, `steps`, `category` or `status`.",
        ),
    ),
    "missing-key.example-category": (
        (
            "Contoh skala menyatakan `category`, atau `status` dengan `reason`: tepat satu.",
            "An example of a scale says `category`, or `status` with `reason`: exactly one.",
        ),
        ("Tulis `category`, atau `status` dengan `reason`.", "Write `category`, or `status` with `reason`."),
    ),
    "missing-key.example-number": (
        (
            "Contoh tabel menyatakan `result`, atau `status` dengan `reason`: tepat satu.",
            "An example of a table says `result`, or `status` with `reason`: exactly one.",
        ),
        ("Tulis `result`, atau `status` dengan `reason`.", "Write `result`, or `status` with `reason`."),
    ),
    "missing-key.printed": (
        (
            "Angka cetak memerlukan `value`, `category`, atau keduanya.",
            "A printed figure needs `value`, `category` or both.",
        ),
        ("Tambahkan `value: …` seperti yang tercetak.", "Add `value: …` as it is printed."),
    ),
    "id-path": (
        (
            "Berkas aturan harus terletak di `pemilik/nama/x.y.z.yaml`.",
            "A rule file must lie at `owner/name/x.y.z.yaml`.",
        ),
        ("Pindahkan berkas ini, atau beri nama lain.", "Move the file, or give it another name."),
    ),
    "id-path.link": (
        (
            "Tautan ini menuju ke luar folder aturan dan tidak diikuti.",
            "This link leads out of the folder of rules and is not followed.",
        ),
        (
            "Salin berkasnya ke sini, atau sebut foldernya dengan `--rules`.",
            "Copy the files here, or name their folder with `--rules`.",
        ),
    ),
    "id-path.left-out": (
        ("Berkas ini dilewati. {reason}", "This file is left out. {reason}"),
        (
            "Bila memuat aturan, perbaiki dan letakkan di `pemilik/nama/x.y.z.yaml`; bila bukan, pindahkan.",
            "If it holds a rule, mend it and put it at `owner/name/x.y.z.yaml`; if not, move it elsewhere.",
        ),
    ),
    "id-path.other-ending": (
        (
            "Berkas ini dilewati: namanya berakhir {ending}.",
            "This file is left out: its name ends in {ending}.",
        ),
        ("Bila memuat aturan, beri nama {name}.", "If it holds a rule, name it {name}."),
    ),
    "id-path.too-low": (
        (
            "Folder ini terlalu dalam: folder aturan memuat `pemilik/nama/x.y.z.yaml`.",
            "This folder lies too low: a folder of rules holds `owner/name/x.y.z.yaml`.",
        ),
        ("Tulis {folder}, misalnya: {command}", "Write {folder}, such as: {command}"),
    ),
    "id-path.too-high": (
        (
            "Folder ini terlalu tinggi: folder aturan memuat `pemilik/nama/x.y.z.yaml`.",
            "This folder lies too high: a folder of rules holds `owner/name/x.y.z.yaml`.",
        ),
        ("Tulis {folder}, misalnya: {command}", "Write {folder}, such as: {command}"),
    ),
    "id-path.no-rules": (
        ("Tidak ada berkas aturan di folder ini.", "There is no rule file in this folder."),
        (
            "Berkas aturan terletak di `pemilik/nama/x.y.z.yaml`.",
            "A rule file lies at `owner/name/x.y.z.yaml`.",
        ),
    ),
    "id-path.ending": (
        (
            "Tidak ada berkas aturan di folder ini; {file} berakhiran lain.",
            "There is no rule file in this folder; {file} has another ending.",
        ),
        ("Ganti namanya menjadi {name}.", "Rename it to {name}."),
    ),
    "id-path.rule-file": (
        ("Ini sebuah berkas aturan, bukan folder.", "This is a rule file, not a folder."),
        ("Tulis folder aturannya: {command}", "Write its folder of rules: {command}"),
    ),
    "id-path.report-file": (
        ("Ini sebuah laporan, bukan folder aturan.", "This is a report, not a folder of rules."),
        ("Laporan dihitung dengan: {command}", "A report is computed by: {command}"),
    ),
    "id-path.other-file": (
        ("Ini sebuah berkas, bukan folder aturan.", "This is a file, not a folder of rules."),
        ("Tulis nama folder aturan.", "Write the name of a folder of rules."),
    ),
    "id-path.extension": (
        ("Berkas aturan berakhiran `.yaml`, bukan `.yml`.", "A rule file ends in `.yaml`, not in `.yml`."),
        ("Ganti akhiran nama berkas ini.", "Change the end of the name of this file."),
    ),
    "id-path.id": (
        (
            "Id {written} tidak sama dengan letak berkasnya, {expected}.",
            "The id {written} is not the path of its file, {expected}.",
        ),
        ("Samakan id dan folder.", "Make id and folder the same."),
    ),
    "id-path.version": (
        (
            "Versi {written} tidak sama dengan nama berkasnya, {expected}.",
            "The version {written} is not the name of its file, {expected}.",
        ),
        ("Samakan versi dan nama berkas.", "Make version and file name the same."),
    ),
    "bad-date.form": (
        ("{written} bukan tahun atau tanggal.", "{written} is no year and no date."),
        ("Tulis `2020` atau `2020-12-31`.", "Write `2020` or `2020-12-31`."),
    ),
    "bad-date.no-such-day": (
        ("Tanggal {written} tidak ada.", "There is no day {written}."),
        (
            "Tanggal ditulis tahun-bulan-hari, misalnya `2020-12-31`.",
            "A date is year-month-day, for example `2020-12-31`.",
        ),
    ),
    "bad-date.year": (
        ("{written} bukan tahun.", "{written} is no year."),
        ("Tahun ditulis dengan empat angka, misalnya `2020`.", "A year has four digits, for example `2020`."),
    ),
    "bad-date.query": (
        ("{written} bukan tahun atau tanggal.", "{written} is no year and no date."),
        (
            "Tulis di alamatnya `?on=2020` atau `?on=2020-12-31`.",
            "Write `?on=2020` or `?on=2020-12-31` in the address.",
        ),
    ),
    "bad-date.order": (
        ("`valid_to` lebih awal daripada `valid_from`.", "`valid_to` is before `valid_from`."),
        ("Tukar kedua tanggal itu, atau perbaiki salah satunya.", "Swap the two dates, or mend one of them."),
    ),
    "translation-missing": (
        ("Teks ini belum ada bahasa Inggrisnya.", "This text has no English."),
        ("Aturan `nasional` ditulis `{{id: …, en: …}}`.", "Rules of `nasional` write `{{id: …, en: …}}`."),
    ),
    "formula-cut": (
        (
            "Koma memotong nilai {name}: yang tersisa {value}, sedangkan {rest} menjadi kunci tanpa nilai.",
            "A comma has cut the value of {name}: {value} is left, and {rest} is a key without a value.",
        ),
        (
            "Di dalam `{{ … }}`, tulis nilai berkoma di antara tanda kutip; desimal memakai titik.",
            "Inside `{{ … }}`, put a value with a comma in quotes; decimals take a point.",
        ),
    ),
    "formula-cut.no-space": (
        ("Sesudah titik dua belum ada spasi.", "There is no space behind the colon."),
        ("Tulis spasi sesudah titik dua: {mend}.", "Write a space behind the colon: {mend}."),
    ),
    "formula-cut.empty": (
        (
            "Kunci {name} tidak mempunyai nilai di dalam `{{ … }}`.",
            "The key {name} has no value inside `{{ … }}`.",
        ),
        (
            "Tulis nilainya, atau `null`; nilai yang memuat koma ditulis di antara tanda kutip.",
            "Write the value, or `null`; put a value that holds a comma in quotes.",
        ),
    ),
}
