"""The lines above a table: whose report it is, what it is called, and the group of its first rows."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from sakip_rules.importer.rows import stated_level
from sakip_rules.sheets import SheetRow

_AGENCY: Final = re.compile(
    r"\b(?:dinas|badan|kantor|kecamatan|kementerian|sekretariat|inspektorat|rumah sakit|rsud|direktorat|balai"
    r"|puskesmas|kelurahan|(?<!instansi )pemerintah|pemerintah (?=kab|kota|prov)|bagian)\b",
    re.IGNORECASE,
)

_TITLE: Final = re.compile(
    r"(?:tabel|laporan|capaian|pengukuran|realisasi|rencana|perjanjian|target|kinerja|indikator|program|sasaran"
    r"|kegiatan|evaluasi|lampiran|daftar|lkjip|lakip)\b",
    re.IGNORECASE,
)
"""What a title begins with that names the agency, too: `CAPAIAN KINERJA DINAS SOSIAL TAHUN 2023`."""

_NUMBERED: Final = re.compile(r"(?:tabel|table|lampiran|formulir)\.?\s*[\w.-]*", re.IGNORECASE)
"""A line that only numbers the table."""

_YEAR: Final = re.compile(r"\b(?:tahun|thn|ta|triwulan|semester|(?:19|20)\d\d)\b", re.IGNORECASE)


def parted(
    above: Sequence[SheetRow], levels: Container[str | None]
) -> tuple[Sequence[SheetRow], SheetRow | None]:
    """Gives the lines above a table, and the last of them where it names the group of the first rows."""
    if not above or stated_level(_line(above[-1])) not in levels or _is_title(_line(above[-1])):
        return above, None
    return above[:-1], above[-1]


def names_group(row: SheetRow) -> bool:
    """Whether a line above a table says what it names: `Sasaran: …`. It is no agency and no title."""
    line = _line(row)
    return ":" in line and stated_level(line) is not None


def _is_title(line: str) -> bool:
    """Whether a line only begins as a group does: `Program dan Kegiatan Tahun 2023`."""
    return ":" not in line and _YEAR.search(line) is not None


def titles_of(above: Sequence[SheetRow]) -> tuple[str, str]:
    """Gives the agency and the title that the lines say; empty where they do not."""
    lines = [_line(row).lstrip("# ") for row in above if not names_group(row)]
    named = next((line for line in lines if _AGENCY.search(line)), "")
    begun = _TITLE.match(named) and _AGENCY.search(named)
    if begun:
        return _YEAR.split(named[begun.start() :])[0].strip(" ,;–-"), named
    agency = _YEAR.split(named)[0].strip(" ,;–-") or named
    others = [line for line in lines if line != named]
    return agency, next(
        (line for line in others if not _NUMBERED.fullmatch(line)), others[0] if others else ""
    )


def _line(row: SheetRow) -> str:
    return " ".join(row.text(at) for at in sorted(row.cells))
