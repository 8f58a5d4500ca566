"""Texts of the group "templates": documents of an agency that are filled with a report's figures."""

from typing import Final

from sakip_rules.languages import Pair

TEMPLATES: Final[dict[str, tuple[Pair, Pair]]] = {
    "template-syntax.broken": (
        ("{part} bukan dokumen Word yang utuh.", "{part} is no Word document, or a damaged one."),
        (
            "Buka berkasnya di Word atau LibreOffice, lalu simpan sebagai .docx.",
            "Open the file in Word or LibreOffice and save it as .docx.",
        ),
    ),
    "template-syntax.macros": (
        ("Templat ini memuat makro.", "The template holds macros."),
        (
            "Simpan sebagai .docx (Word Document), yang tidak memuat makro.",
            "Save it as .docx (Word Document), which holds none.",
        ),
    ),
    "template-syntax.no-tags": (
        (
            "Tidak ada kontrol isi bertag dalam templat ini.",
            "The template has no content control with a tag.",
        ),
        (
            "Di Word: Developer, Plain Text Content Control, Properties, lalu tulis Tag, misalnya `capaian`.",
            "In Word: Developer, Plain Text Content Control, Properties, then a Tag such as `capaian`.",
        ),
    ),
    "template-tag.unknown": (
        (
            "Tag {tag} tidak menyebut apa pun dalam laporan ini.",
            "The tag {tag} names nothing in this report.",
        ),
        (
            "{near} Bentuknya `jalur:angka`, `jalur:angka@tahun`, `angka.kategori`, `tingkat[]:angka`.",
            "{near} A tag is `path:figure`, `path:figure@year`, `figure.kategori`, `level[]:figure`.",
        ),
    ),
    "template-tag.row": (
        (
            "Tag {tag} berulang untuk setiap rekaman, tetapi tidak berada dalam baris tabel.",
            "The tag {tag} goes through all records, but stands in no row of a table.",
        ),
        (
            "Letakkan kontrolnya di dalam sel tabel; seluruh barisnya diulang.",
            "Put the control into a cell of a table; its whole row is repeated.",
        ),
    ),
    "template-tag.mixed": (
        (
            "Baris dengan tag {tag} memuat tag lain yang tidak berulang bersamanya.",
            "The row with the tag {tag} has other tags that are not repeated with it.",
        ),
        (
            "Tulis semua tag baris itu dengan tingkat yang sama, misalnya `indikator[]:judul`.",
            "Write all tags of the row with one level, such as `indikator[]:judul`.",
        ),
    ),
    "template-tag.empty": (
        ("Kontrol dengan tag {tag} tidak memuat teks.", "The control with the tag {tag} holds no text."),
        (
            "Ketik satu huruf di dalamnya: teks itu yang diganti, dengan bentuk hurufnya.",
            "Type a letter into it: that text is replaced, and keeps its look.",
        ),
    ),
    "template-tag.too-many": (
        ("Baris dengan tag {tag} menjadi terlalu besar.", "The row with the tag {tag} becomes too large."),
        ("Hapus gambar atau isi lain dari baris itu.", "Take pictures and other content out of the row."),
    ),
}
