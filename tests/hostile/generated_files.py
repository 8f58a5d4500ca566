"""Files that are hostile by their size or their bytes: built when they are needed, never stored.

A verdict is `ok`, a diagnostic code (several with `or`), or `not CODE` for the harmless side of a limit.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial

import yaml
from tests.hostile.floods import EMPTY, LARGE, LINE, NO_YAML, RULE_BYTES, Generated, filled, floods
from tests.hostile.skeletons import INDEX, REPORT, TABLE

REPORT_BYTES = 2**23
RULE_LINES, REPORT_LINES = 20_000, 200_000
RULE_NODES, REPORT_NODES = 50_000, 500_000
NESTING = 32


def nodes(text: str) -> int:
    """How many scalars, lists and maps a text has."""
    kinds = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
    return sum(isinstance(event, kinds) for event in yaml.parse(text, Loader=yaml.SafeLoader))


def padded_to_bytes(text: str, size: int) -> str:
    """The text with comments behind it, exactly so many bytes long."""
    line = "#" * 999 + "\n"
    missing = size - len(text.encode())
    text += line * (missing // 1000)
    missing %= 1000
    return text + ("#" * (missing - 1) + "\n" if missing else "")


def padded_to_lines(text: str, lines: int) -> str:
    """The text with empty comments behind it, exactly so many lines long."""
    return text + "#\n" * (lines - text.count("\n"))


def padded_to_nodes(text: str, wanted: int) -> str:
    """The text with a list behind it, exactly so many nodes in all."""
    items = wanted - nodes(text) - 2
    rows = ["a," * 1000] * (items // 1000) + ["a," * (items % 1000)]
    return text + "isian: [\n" + "".join(f"  {row}\n" for row in rows if row) + "  ]\n"


def nested(text: str, depth: int) -> str:
    """The text with lists inside lists behind it, the whole file nested so deep."""
    return text + "isian: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def _limits(text: str, size: int, lines: int, count: int) -> Iterator[Generated]:
    yield Generated("most bytes", "ok", partial(padded_to_bytes, text, size))
    yield Generated("one byte too many", LARGE, partial(padded_to_bytes, text, size + 1))
    yield Generated("most lines", "ok", partial(padded_to_lines, text, lines))
    yield Generated("one line too many", LARGE, partial(padded_to_lines, text, lines + 1))
    yield Generated("most nodes", f"not {LARGE}", partial(padded_to_nodes, text, count))
    yield Generated("one node too many", LARGE, partial(padded_to_nodes, text, count + 1))
    yield Generated("longest line", "ok", text + "#" * LINE + "\n")
    yield Generated("line one too long", LARGE, text + "#" * (LINE + 1) + "\n", text.count("\n") + 1)
    yield Generated("longest line with letters of two bytes", "ok", text + "#" + "é" * (LINE - 1) + "\n")
    yield Generated("deepest nesting", f"not {LARGE}", nested(text, NESTING))
    yield Generated("one level too deep", LARGE, nested(text, NESTING + 1), text.count("\n") + 1)
    yield Generated("1,000 levels", LARGE, nested(text, 1000), text.count("\n") + 1)
    yield Generated("2,000 levels", LARGE, nested(text, 2000), text.count("\n") + 1)
    yield Generated("twice the bytes", LARGE, partial(padded_to_bytes, text, 2 * size))


def _encodings(text: str) -> Iterator[Generated]:
    data = text.encode()
    head, tail = data.split(b"\n", 1)
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7"):
        verdict = "ok" if encoding == "utf-7" else f"{NO_YAML} or control-character"
        yield Generated(encoding, verdict, text.encode(encoding))
    wrong = {
        "latin-1 letter": b"\xe9",
        "windows-1252 quote": b"\x93",
        "overlong NUL": b"\xc0\x80",
        "overlong slash": b"\xc0\xaf",
        "overlong in three": b"\xe0\x80\xaf",
        "overlong in four": b"\xf0\x80\x80\xaf",
        "encoded surrogate": b"\xed\xa0\x80",
        "encoded pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80",
        "beyond Unicode": b"\xf4\x90\x80\x80",
        "five bytes": b"\xf8\x88\x80\x80\x80",
        "lone continuation": b"\x80",
        "cut sequence": b"\xe2\x82",
        "byte FE": b"\xfe",
        "byte FF": b"\xff",
    }
    for name, piece in wrong.items():
        yield Generated(name, NO_YAML, head + b" # " + piece + b"\n" + tail, 1)
        yield Generated(f"{name}, last line", NO_YAML, data + b"# " + piece, data.count(b"\n") + 1)
    yield Generated("byte order mark", "ok", b"\xef\xbb\xbf" + data)
    yield Generated("two byte order marks", "control-character", b"\xef\xbb\xbf" * 2 + data, 1)
    yield Generated(
        "byte order mark in the second line", "control-character", head + b"\n\xef\xbb\xbf" + tail, 2
    )
    yield Generated("byte order mark alone", EMPTY, b"\xef\xbb\xbf")
    yield Generated("half a byte order mark", NO_YAML, b"\xef\xbb" + data, 1)
    yield Generated("Windows line ends", "ok", data.replace(b"\n", b"\r\n"))
    yield Generated("mixed line ends", "ok", head + b"\r\n" + tail)
    yield Generated("old line ends", f"control-character or {NO_YAML}", data.replace(b"\n", b"\r"))
    yield Generated("no last line end", "ok", data.rstrip(b"\n"))
    yield Generated(
        "carriage return in a comment", f"control-character or {NO_YAML}", head + b" # a\rb: c\n" + tail
    )
    yield Generated("next line U+0085 as line end", "control-character", text.replace("\n", "\u0085"))
    yield Generated("line separators as line ends", "control-character", text.replace("\n", "\u2028"))
    yield Generated("U+FFFE", "control-character", text + "# \ufffe\n")
    yield Generated("U+FFFF", "control-character", text + "# \uffff\n")
    for code in (0, 1, 8, 9, 11, 12, 14, 27, 31, 127, 128, 144, 155, 159):
        yield Generated(
            f"control character {code}", "control-character", head + f" # {chr(code)}\n".encode() + tail, 1
        )
    for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        yield Generated(
            f"bidirectional {code:X}", "control-character", head + f" # {chr(code)}\n".encode() + tail, 1
        )


def _magic() -> Iterator[Generated]:
    binary = {
        "gzip": b"\x1f\x8b\x08\x00",
        "zip": b"PK\x03\x04\x14\x00\x08\x00",
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "png": b"\x89PNG\r\n\x1a\n",
        "elf": b"\x7fELF\x02\x01\x01\x00",
        "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "pickle": b"\x80\x04cos\nsystem\n(S'id'\ntR.",
        "zlib bomb": zlib.compress(b"\0" * 10**6),
    }
    for name, data in binary.items():
        yield Generated(
            f"bytes of {name}", f"{NO_YAML} or control-character or sheet-syntax or no-report", data
        )


def _sizes_of_rules() -> Iterator[Generated]:
    def steps(count: int) -> str:
        return INDEX.replace(
            "  bagian: a / b\n", "  bagian: a / b\n" + "".join(f"  s{n}: a\n" for n in range(count - 1))
        )

    def chain(count: int) -> str:
        links = "".join(f"  s{n}: s{n + 1} + 1\n" for n in range(count - 2))
        return INDEX.replace("  bagian: a / b\n", "  bagian: a / b\n" + links + f"  s{count - 2}: a\n")

    def cells(count: int) -> str:
        rows = "".join(f"  K{n}: {n}\n" for n in range(count - 3))
        return TABLE.replace("contoh/tabel", "contoh/NAME").replace(
            "rows: {A: 3, B: 2, C: 1}\n", f"rows:\n  A: 3\n  B: 2\n  C: 1\n{rows}"
        )

    def default(text: str) -> str:
        return INDEX.replace("b: {unit: orang}", f"b: {{default: {text}}}")

    yield Generated("1,000 steps", "ok", steps(1000))
    yield Generated("1,001 steps", LARGE, steps(1001))
    yield Generated("a chain of 1,000 steps", "ok", chain(1000))
    yield Generated("10,000 cells", "ok", cells(10_000))
    yield Generated("10,001 cells", LARGE, cells(10_001))
    yield Generated("400 digits", "ok", default("1" * 400))
    yield Generated("401 digits", "bad-value", default("1" * 401), 10)
    yield Generated("400 digits around the point", "ok", default("0." + "1" * 399))
    yield Generated("401 digits around the point", "bad-value", default("0." + "1" * 400), 10)
    yield Generated("3,000 thousands", "bad-value", default(".".join(["111"] * 1000)), 10)
    yield Generated("3,000 minuses", "bad-value", default("-" * 3000), 10)
    yield Generated("a title of 4,000 letters", "ok", INDEX.replace("Judul", "J" * 4000))
    yield Generated(
        "a year of 4,000 digits", "bad-date or bad-value", INDEX.replace("2020", "9" * 4000, 1), 5
    )
    yield Generated(
        "a version of 4,000 digits", "bad-value or id-path", INDEX.replace("1.0.0", "1" * 4000 + ".0.0"), 3
    )
    yield Generated("4,000 places", "bad-value", INDEX + "rounding: {places: " + "9" * 4000 + "}\n", 16)
    yield Generated("an id of 4,000 letters", "bad-value or id-path", INDEX.replace("NAME", "a" * 4000), 2)
    yield Generated("a key of 1,000 letters", "unknown-key", INDEX + "k" * 1000 + ": 1\n", 16)
    yield Generated("a key of 4,000 letters", f"unknown-key or {NO_YAML}", INDEX + "k" * 4000 + ": 1\n")
    yield Generated("51 unknown keys", "unknown-key", INDEX + "".join(f"kunci{n}: 1\n" for n in range(51)))
    yield Generated(
        "10,000 unknown keys", "unknown-key", INDEX + "".join(f"kunci{n}: 1\n" for n in range(10_000))
    )
    yield Generated(
        "10,000 wrong inputs",
        "bad-value",
        INDEX.replace("  a: {}\n", "  a: {}\n" + "".join(f"  A{n}: {{}}\n" for n in range(10_000))),
    )
    yield Generated(
        "900 unknown names",
        "unknown-name",
        INDEX.replace(
            "  bagian: a / b\n", "  bagian: a / b\n" + "".join(f"  s{n}: bukan{n}\n" for n in range(900))
        ),
    )
    yield Generated("a circle of 900 steps", "reference-cycle", chain(900).replace("s898: a\n", "s898: s0\n"))


def rule_files() -> list[Generated]:
    """All generated rule files; the text `NAME` in one stands for the name of its rule."""
    return [
        *_limits(INDEX, RULE_BYTES, RULE_LINES, RULE_NODES),
        *_encodings(INDEX),
        *floods(),
        *_magic(),
        *_sizes_of_rules(),
    ]


def _history(years: int) -> str:
    lines = "".join(f"      {2020 - n}: {{realisasi: 1, target: 2}}\n" for n in range(years))
    return REPORT.replace("    printed:\n", f"    history:\n{lines}    printed:\n")


def _records(count: int) -> str:
    return REPORT + "".join(f"  - {{id: r{n}, realisasi: 1, target: 2}}\n" for n in range(count))


def many_mistakes() -> Iterator[Generated]:
    """Reports with mistakes in almost every line, most of the nodes that a report may have."""
    lines = {
        "unknown keys": ("unknown-name", "    kunciNUMBER: 1", 150_000),
        "keys twice": ("duplicate-key", "    target: 2", 150_000),
        "escapes": ("control-character", '    kunciNUMBER: "\\e"', 150_000),
        "wrong numbers": ("bad-value", "  - {id: rNUMBER, realisasi: x}", 60_000),
        "wrong rows": ("bad-value", "  - {id: rNUMBER, bulan: [x, x]}", 40_000),
        "records of one id": ("duplicate-id", "  - {id: satu}", 100_000),
    }
    for name, (verdict, line, count) in lines.items():
        yield Generated(f"{count:,} {name}", verdict, partial(_repeated, line, count))


def _repeated(line: str, count: int) -> str:
    """A report whose last record goes on with so many lines, or so many records behind it."""
    sound = REPORT[: REPORT.index("    printed:")]
    return sound + "".join(line.replace("NUMBER", str(number)) + "\n" for number in range(count))


def report_files() -> list[Generated]:
    """All generated reports."""
    number = REPORT.replace("realisasi: 1", "realisasi: 'NUMBER'")
    return [
        *_limits(REPORT, REPORT_BYTES, REPORT_LINES, REPORT_NODES),
        *_encodings(REPORT),
        *_magic(),
        Generated("29 earlier years", "ok", _history(29)),
        Generated("31 earlier years", LARGE, _history(31)),
        Generated("2,000 records", "ok", _records(2000)),
        Generated("2,000 records of one id", "duplicate-id", REPORT + "  - {id: satu}\n" * 2000),
        Generated("8 MiB of brackets", f"{LARGE} or {NO_YAML}", partial(filled, "[", REPORT_BYTES - LINE)),
        Generated("8 MiB of quotes", NO_YAML, partial(filled, '"', REPORT_BYTES - LINE)),
        Generated("8 MiB of letters", EMPTY, partial(filled, "a ", REPORT_BYTES - LINE)),
        Generated("400 digits", "ok", number.replace("NUMBER", "1" * 400)),
        Generated("401 digits", "bad-value", number.replace("NUMBER", "1" * 401), 8),
        Generated("400 digits with thousands", "ok", number.replace("NUMBER", "1" + ".111" * 133)),
        Generated("403 digits with thousands", "bad-value", number.replace("NUMBER", "1" + ".111" * 134), 8),
        Generated("4,000 dots", "bad-value", number.replace("NUMBER", "." * 4000), 8),
        Generated("4,000 commas", "bad-value", number.replace("NUMBER", "," * 4000), 8),
        Generated(
            "10,000 printed figures", "ok", REPORT + "      - {figure: capaian, value: 50.00}\n" * 10_000
        ),
    ]
