"""Texts of requests to the worker and over HTTP: what is asked for, and how it is sent."""

from __future__ import annotations

from typing import Final

from sakip_rules.languages import Pair

REQUESTS: Final[dict[str, tuple[Pair, Pair]]] = {
    "bad-request.call": (
        ("{name} bukan panggilan yang dikenal.", "{name} is no call that is known."),
        ("{near}", "{near}"),
    ),
    "bad-request.no-call": (
        (
            "Permintaan ini tidak menyebut panggilannya, `call`.",
            "This request does not name its call, `call`.",
        ),
        ('Tambahkan `"call"`: {known}.', 'Add `"call"`: {known}.'),
    ),
    "bad-request.no-object": (
        ("Permintaan ini bukan objek JSON.", "This request is no JSON object."),
        ("Tulis {sample}.", "Write {sample}."),
    ),
    "bad-request.missing": (
        ("Permintaan ini memerlukan {name}.", "This request needs {name}."),
        ("Tambahkan {sample}.", "Add {sample}."),
    ),
    "bad-request.type": (
        ("{name} harus berupa {wanted}.", "{name} must be {wanted}."),
        ("Misalnya {sample}.", "For example {sample}."),
    ),
    "bad-request.on": (
        ("Tahun kinerja belum disebut.", "The performance year is not given."),
        (
            "Tambahkan `?on=2020` di alamatnya, atau sebut versinya: `{path}@1.0.0`.",
            "Add `?on=2020` to the address, or name the version: `{path}@1.0.0`.",
        ),
    ),
    "bad-request.wrapped": (
        ("Data ini dibungkus dalam {name}.", "These data are wrapped in {name}."),
        ("Kirim isinya saja: {sample}.", "Send what is in it: {sample}."),
    ),
    "bad-request.malformed": (
        ("Ini bukan permintaan HTTP yang benar.", "This is no proper HTTP request."),
        (
            "Periksa baris pertamanya, kepalanya, dan panjang isinya.",
            "Look at its first line, its headers, and the length of its body.",
        ),
    ),
    "bad-request.headers": (
        ("Kepala permintaan ini lebih dari {limit} bita.", "The headers have more than {limit} bytes."),
        ("Kirim lebih sedikit kepala dan cookie.", "Send fewer headers and cookies."),
    ),
    "bad-request.word": (
        ("{text} tidak dikenal untuk {name}.", "{text} is unknown for {name}."),
        ("{near}", "{near}"),
    ),
    "bad-request.too-large": (
        ("Permintaan ini lebih dari {limit} bita.", "This request has more than {limit} bytes."),
        ("Kirim lebih sedikit data sekaligus.", "Send fewer data at once."),
    ),
    "bad-request.path": (
        ("Tidak ada {name} di layanan ini.", "There is no {name} in this service."),
        ("Semua alamat tertulis di `/openapi.json`.", "All addresses stand in `/openapi.json`."),
    ),
    "bad-request.method": (
        ("{name} tidak menerima {method}.", "{name} does not take {method}."),
        ("Pakai {known}.", "Use {known}."),
    ),
    "bad-request.media": (
        ("Isi permintaan bukan {wanted}.", "The body of the request is no {wanted}."),
        (
            "Kirim kepala `Content-Type` yang berisi {wanted}.",
            "Send the header `Content-Type` with {wanted}.",
        ),
    ),
    "bad-request.cut-off": (
        ("Isi permintaan terpotong.", "The body of the request is cut off."),
        ("Kirim lagi seluruhnya.", "Send all of it again."),
    ),
    "bad-request.encoding": (
        ("Isi permintaan bukan UTF-8.", "The body of the request is not UTF-8."),
        ("Kirim teksnya sebagai UTF-8.", "Send the text as UTF-8."),
    ),
    "bad-request.query": (
        ("Permintaan ini memuat terlalu banyak parameter.", "This request has too many parameters."),
        ("Hapus yang tidak diperlukan.", "Take out those that are not needed."),
    ),
    "bad-request.twice": (
        ("Parameter {name} ditulis dua kali.", "The parameter {name} is written twice."),
        ("Hapus salah satunya.", "Take one of them out."),
    ),
    "bad-request.decimal": (
        (
            "{text} adalah bilangan JSON; pengirimnya mungkin menghitung dengan bilangan biner.",
            "{text} is a number of JSON; whoever sends it may have computed with binary floats.",
        ),
        ('Kirim sebagai teks: `"{text}"`.', 'Send it as text: `"{text}"`.'),
    ),
    "bad-request.version": (
        (
            "{used}, yang berlaku pada hari itu, menerima data lain daripada {newest}.",
            "{used}, which is in force on that day, takes other data than {newest}.",
        ),
        ("Kirim data versi itu ke {path}.", "Send the data of that version to {path}."),
    ),
    "bad-request.busy": (
        ("Layanan ini sedang sibuk.", "This service is busy."),
        ("Coba lagi sebentar lagi.", "Try again in a moment."),
    ),
}
