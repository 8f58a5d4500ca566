"""Texts of the group "tables of other programs": files that cannot be read, and cells that lie."""

from typing import Final

from sakip_rules.languages import Pair

SHEETS: Final[dict[str, tuple[Pair, Pair]]] = {
    "missing-extra": (
        ("Paket {package} belum dipasang.", "The package {package} is not installed."),
        ("Pasang dengan {command}.", "Install it with {command}."),
    ),
    "sheet-syntax.broken": (
        ("{part} rusak atau terpotong.", "{part} is damaged or cut off."),
        (
            "Buka berkasnya di Excel atau LibreOffice, lalu simpan kembali; atau ambil salinan yang utuh.",
            "Open the file in Excel or LibreOffice and save it again, or take a copy that is whole.",
        ),
    ),
    "sheet-syntax.encrypted": (
        ("Berkas ini terkunci dengan kata sandi.", "The file is locked with a password."),
        (
            "Buka di Excel, hapus kata sandinya (File, Info, Protect Workbook), lalu simpan kembali.",
            "Open it in Excel, take the password out (File, Info, Protect Workbook) and save it again.",
        ),
    ),
    "sheet-syntax.old-excel": (
        ("Berkas ini berformat Excel 97 (.xls).", "The file is in the format of Excel 97 (.xls)."),
        ("Buka di Excel, lalu simpan sebagai .xlsx.", "Open it in Excel and save it as .xlsx."),
    ),
    "sheet-syntax.binary": (
        ("Berkas ini berformat biner Excel (.xlsb).", "The file is in the binary format of Excel (.xlsb)."),
        ("Buka di Excel, lalu simpan sebagai .xlsx.", "Open it in Excel and save it as .xlsx."),
    ),
    "sheet-syntax.other-kind": (
        ("Isi berkas ini {kind}, bukan tabel.", "The file holds {kind} and is no table."),
        (
            "Salin tabelnya ke Excel atau LibreOffice, lalu simpan sebagai .xlsx, .ods atau .csv.",
            "Copy its table into Excel or LibreOffice and save it as .xlsx, .ods or .csv.",
        ),
    ),
    "sheet-syntax.entities": (
        (
            "{part} memuat DOCTYPE, yang tidak ada dalam buku kerja mana pun.",
            "{part} holds a DOCTYPE, which no workbook has.",
        ),
        (
            "Buka berkasnya di Excel atau LibreOffice, lalu simpan kembali.",
            "Open the file in Excel or LibreOffice and save it again.",
        ),
    ),
    "sheet-syntax.disorder": (
        (
            "Isi lembar ini tidak teratur: {text} tidak mungkin di sini.",
            "The sheet is out of order: {text} cannot stand here.",
        ),
        (
            "Buka berkasnya di Excel atau LibreOffice, lalu simpan kembali.",
            "Open the file in Excel or LibreOffice and save it again.",
        ),
    ),
    "sheet-syntax.encoding": (
        (
            "Teks ini bukan UTF-8 dan bukan Windows-1252.",
            "The text is neither UTF-8 nor Windows-1252.",
        ),
        (
            "Simpan sebagai CSV UTF-8 dari Excel (Save As, CSV UTF-8).",
            "Save it as CSV UTF-8 from Excel (Save As, CSV UTF-8).",
        ),
    ),
    "sheet-syntax.quote": (
        ("Tanda kutip yang dibuka di sini tidak ditutup.", "The quote that opens here is not closed."),
        (
            'Tutup dengan ", atau tulis "" untuk tanda kutip di dalam sel.',
            'Close it with ", or write "" for a quote within a cell.',
        ),
    ),
    "sheet-syntax.no-sheet": (
        ("Lembar {name} tidak ada dalam berkas ini.", "There is no sheet {name} in the file."),
        ("Lembar yang ada: {known}.", "Its sheets: {known}."),
    ),
    "sheet-syntax.which-sheet": (
        ("Berkas ini mempunyai beberapa lembar.", "The file has several sheets."),
        (
            "Sebut lembarnya dengan `--sheet`: {known}.",
            "Name the sheet with `--sheet`: {known}.",
        ),
    ),
    "sheet-syntax.column-type": (
        (
            "Kolom {name} bertipe {kind}, yang tidak dapat berdiri dalam satu sel.",
            "The column {name} is of type {kind}, which does not fit into one cell.",
        ),
        (
            "Ubah menjadi angka, teks, atau ya/tidak sebelum menyimpannya.",
            "Make it numbers, text or truths before it is saved.",
        ),
    ),
    "sheet-syntax.no-report": (
        (
            "Buku kerja ini tidak mempunyai lembar `Laporan`.",
            "The workbook has no sheet `Laporan`.",
        ),
        (
            "Tabel sendiri: `sakip import`. Formulirnya: `sakip new report NAMA --format xlsx`.",
            "A table of your own: `sakip import`. The form: `sakip new report NAME --format xlsx`.",
        ),
    ),
    "sheet-syntax.no-parent": (
        ("Tidak ada rekaman {text} dalam laporan ini.", "There is no record {text} in the report."),
        (
            "Tulis jalurnya, misalnya sasaran-1/indikator-1; kosong untuk laporannya sendiri.",
            "Write its path, such as sasaran-1/indikator-1; nothing for the report itself.",
        ),
    ),
    "sheet-syntax.given-again": (
        ("{name} sudah ada di {cell}.", "{name} is given in {cell} already."),
        ("Hapus salah satu.", "Take one of the two out."),
    ),
    "odd-cell.other-sheet": (
        (
            "Lembar {name} bukan bagian laporan; tidak dibaca.",
            "The sheet {name} is no part of the report; it is not read.",
        ),
        (
            "Untuk lembar sebuah jenjang, tulis `# jenjang` di A1 dan namanya di B1.",
            "For the sheet of a level, write `# jenjang` in A1 and its name in B1.",
        ),
    ),
    "file-too-large.unpacked": (
        (
            "Isi berkas ini lebih dari {limit} byte sesudah dibuka.",
            "The file holds more than {limit} bytes once it is unpacked.",
        ),
        (
            "Hapus gambar dan lembar yang tidak dipakai, atau bagi berkasnya.",
            "Delete pictures and sheets that are not used, or split the file.",
        ),
    ),
    "file-too-large.parts": (
        ("Berkas ini terdiri dari lebih dari {limit} bagian.", "The file has more than {limit} parts."),
        ("Salin tabelnya ke berkas baru.", "Copy the table into a new file."),
    ),
    "file-too-large.sheet": (
        ("Lembar ini berisi lebih dari {limit} sel.", "The sheet holds more than {limit} cells."),
        ("Bagi tabelnya menjadi beberapa berkas.", "Split the table into several files."),
    ),
    "file-too-large.columns": (
        ("Data ini mempunyai lebih dari {limit} kolom.", "The data have more than {limit} columns."),
        (
            "Beri objek di setiap baris nama yang sama; bagi datanya menjadi beberapa berkas.",
            "Give the objects of all lines the same names; split the data into several files.",
        ),
    ),
    "file-too-large.report-rows": (
        ("Satu laporan mempunyai paling banyak {limit} baris.", "One report has at most {limit} rows."),
        (
            "Periksa kolom instansi dan tahunnya: baris-baris ini sama semua.",
            "Look at the columns of agency and year: they are the same in all these rows.",
        ),
    ),
    "file-too-large.record": (
        (
            "Satu baris tabel lebih panjang dari {limit} huruf.",
            "One row of the table has more than {limit} characters.",
        ),
        (
            "Biasanya sebuah tanda kutip tidak ditutup; periksa baris ini.",
            "Most often a quote is not closed; look at this row.",
        ),
    ),
    "bad-cell.error": (
        (
            "Sel ini berisi galat {text}: rumusnya tidak mempunyai hasil.",
            "The cell holds the error {text}: its formula has no result.",
        ),
        (
            "Perbaiki rumusnya. Bila angkanya memang belum ada, tulis `missing` atau `not_due`.",
            "Mend the formula. If the figure is not there yet, write `missing` or `not_due`.",
        ),
    ),
    "bad-cell.date": (
        (
            "Sel ini berisi tanggal. Excel mengubah `1/2` atau `1-2` menjadi tanggal tanpa bertanya.",
            "The cell holds a date. Excel makes dates of `1/2` or `1-2` without asking.",
        ),
        (
            "Format selnya sebagai Text, lalu ketik kembali angkanya.",
            "Format the cell as Text, then type the number again.",
        ),
    ),
    "bad-cell.percent": (
        (
            "Sel ini menampilkan {shown}% tetapi menyimpan {text}, dan {name} tidak mempunyai satuan persen.",
            "The cell shows {shown}% but stores {text}, and {name} does not have the unit persen.",
        ),
        (
            "Tulis satuannya `persen`, atau hapus format persen dan ketik angkanya.",
            "Write `persen` as its unit, or take the percent format away and type the number.",
        ),
    ),
    "bad-cell.formula": (
        (
            "Rumus di sel ini belum mempunyai hasil yang tersimpan.",
            "The formula in this cell has no result that was saved.",
        ),
        (
            "Buka berkasnya di Excel atau LibreOffice, lalu simpan kembali.",
            "Open the file in Excel or LibreOffice and save it again.",
        ),
    ),
    "bad-cell.nested": (
        ("{text} berisi beberapa nilai, bukan satu.", "{text} holds several values, not one."),
        ("Tulis satu nilai di setiap nama.", "Write one value for each name."),
    ),
    "bad-cell.number-none": (
        ("{text} di sel ini bukan angka yang terhingga.", "{text} in this cell is no finite number."),
        ("Ketik kembali angkanya.", "Type the number again."),
    ),
    "bad-cell.number-digits": (
        (
            "{text} lebih panjang dari 15 angka; lembar kerja tidak menyimpan yang di belakangnya.",
            "{text} has more than 15 digits; a sheet does not keep those behind them.",
        ),
        (
            "Format selnya sebagai Text, lalu ketik kembali angkanya.",
            "Format the cell as Text, then type the number again.",
        ),
    ),
    "odd-cell.ending": (
        (
            "Nama berkas ini berakhir dengan {ending}, tetapi isinya {kind}; dibaca menurut isinya.",
            "The file's name ends with {ending}, but it holds {kind}; it is read as what it holds.",
        ),
        ("Beri nama sesuai isinya.", "Name it after what it holds."),
    ),
    "odd-cell.macros": (
        (
            "Berkas ini memuat makro, yang tidak dijalankan; sel dibaca sebagaimana tersimpan.",
            "The file holds macros, which are not run; cells are read as they were saved.",
        ),
        ("Simpan sebagai .xlsx tanpa makro.", "Save it as .xlsx without macros."),
    ),
    "odd-cell.windows-1252": (
        (
            "Teks ini bukan UTF-8; dibaca sebagai Windows-1252.",
            "The text is not UTF-8; it is read as Windows-1252.",
        ),
        (
            "Periksa huruf beraksen dan tanda kutip, atau simpan sebagai CSV UTF-8.",
            "Look at accents and quotes, or save it as CSV UTF-8.",
        ),
    ),
    "odd-cell.hidden-sheet": (
        ("Lembar {name} tersembunyi; dibaca juga.", "The sheet {name} is hidden; it is read, too."),
        ("Tampilkan, atau hapus bila tidak dipakai.", "Show it, or delete it if it is not used."),
    ),
    "odd-cell.hidden-row": (
        ("Baris {row} tersembunyi; dibaca juga{more}.", "Row {row} is hidden; it is read, too{more}."),
        ("Tampilkan, atau hapus bila tidak dipakai.", "Show it, or delete it if it is not used."),
    ),
    "odd-cell.hidden-column": (
        ("Kolom ini tersembunyi; dibaca juga.", "This column is hidden; it is read, too."),
        ("Tampilkan, atau hapus bila tidak dipakai.", "Show it, or delete it if it is not used."),
    ),
    "odd-cell.merged": (
        (
            "Sel-sel digabung di sini; hanya sel pertama yang berisi.",
            "Cells are merged here; only the first of them holds something.",
        ),
        (
            "Pisahkan selnya dan isi setiap sel.",
            "Split them and fill in each cell.",
        ),
    ),
    "odd-cell.shown": (
        (
            "Sel ini menampilkan {shown}, tetapi menyimpan {text}; yang dipakai {text}.",
            "The cell shows {shown} but stores {text}; {text} is used.",
        ),
        (
            "Ketik angka seperti yang dimaksud, atau tampilkan semua desimalnya.",
            "Type the number as it is meant, or show all of its decimals.",
        ),
    ),
}
