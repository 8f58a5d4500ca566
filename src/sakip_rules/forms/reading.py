"""A filled-in workbook -> the document of a report, each of whose values has the place of its cell."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as Items
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.diagnostics import DataError, Diagnostic, Path, Place, diagnose, quoted, warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.forms.layout import (
    COMMENT,
    DATA,
    DATUM_COLUMNS,
    LEVEL_MARK,
    NAME,
    OWN_SHEETS,
    PARENT,
    PATH,
    PRINTED,
    PRINTED_COLUMNS,
    RECORD_COLUMNS,
    REPORT,
    ROOT_PATHS,
    UNIT_MARK,
    YEAR,
)
from sakip_rules.loader import Document, Mapping, Scalar, Sequence, YamlNode
from sakip_rules.loader.nodes import NUMERAL
from sakip_rules.numbers import read_plain
from sakip_rules.sheets import Sheet, SheetRow, open_book
from sakip_rules.sheets.book import oddities
from sakip_rules.sheets.digits import exact_number
from sakip_rules.vocabulary import DATA_WORDS
from sakip_rules.wording.terms import POLARITY_WORDS

_CHOSEN: Final = {word: key for key, words in POLARITY_WORDS.items() for word in words}
"""What the lists of a form offer in words; any other text is read as a report file has it."""

PERCENTS: Final = ("persen", "poin persen")


class FormDocument(Document):
    """A report that stands in a workbook: the `line` of a node says which of its places it has."""

    def __init__(self, file: str, root: Mapping, places: Items[Place]) -> None:
        super().__init__(file, root, ())
        self._places = places

    def place_in(self, path: Items[str | int], offset: int, width: int = 1) -> Place:
        """Gives the cell of the text at a path: a stretch of it is not shown."""
        del offset, width
        return self.place(path)

    def _node_place(self, node: YamlNode, path: Path) -> Place:
        return dataclasses.replace(self._places[node.line], path=path)


def load_form(path: str | os.PathLike[str]) -> tuple[FormDocument | None, list[Diagnostic]]:
    """Reads a report out of a workbook; gives nothing instead of the document where that cannot be done."""
    file = os.fspath(path)
    try:
        with open_book(file) as book:
            sheets = book.whole()
            notes = list(book.notes)
    except DataError as error:
        return None, list(error.diagnostics)
    reader = _FormReader(file)
    root = reader.read(sheets)
    if root is None:
        return None, [diagnose("sheet-syntax.no-report", whole(file))]
    return FormDocument(file, root, reader.places), [*notes, *reader.diagnostics]


@dataclass(slots=True)
class _Columns:
    """The columns of a sheet: key -> column, and the unit of each that has one."""

    at: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)


class _FormReader:
    """Reads the sheets of one workbook into nodes."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: list[Place] = []
        self.diagnostics: list[Diagnostic] = []
        self.year = ""
        self._records: dict[str, Mapping] = {}

    def read(self, sheets: list[Sheet]) -> Mapping | None:
        """Gives the root of the report; nothing where no sheet is one of a report."""
        named = {sheet.name: sheet for sheet in sheets}
        if REPORT not in named:
            return None
        root = self._root(named[REPORT])
        self._records = dict.fromkeys(ROOT_PATHS, root)
        waiting = [
            (sheet, level, row, columns)
            for sheet in sheets
            if sheet.name not in OWN_SHEETS
            for level, row, columns in self._level_rows(sheet)
        ]
        while waiting:  # a record may stand in a sheet before that of the one it is below
            left = [entry for entry in waiting if not self._record(*entry)]
            if len(left) == len(waiting):
                for sheet, _, row, columns in left:
                    self._refuse("sheet-syntax.no-parent", sheet, row, columns.at.get(PARENT, 1))
                break
            waiting = left
        for name, read in ((DATA, self._datum), (PRINTED, self._printed)):
            if name in named:
                keys = DATUM_COLUMNS if name == DATA else PRINTED_COLUMNS
                for row, columns in self._rows(named[name], keys):
                    read(named[name], row, columns)
        for sheet in sheets:
            self.diagnostics += oddities(sheet)
            self._say_merged(sheet)
        return root

    # the sheets

    def _root(self, sheet: Sheet) -> Mapping:
        """The report's own keys: a key in the first column, its value in the second."""
        root = Mapping(self._at(Place(self.file, 1, 1, sheet=sheet.name)), 1)
        for row in sheet.rows:
            key = row.text(1)
            if not key or key.startswith(COMMENT) or not row.text(2):
                continue
            unit = row.text(3)
            value = self._value(sheet, row, 2, unit)
            if value is not None:
                root.pairs[key] = (self._key(sheet, row, 1, key), value)
        year = root.get("year")
        self.year = year.text if isinstance(year, Scalar) else ""
        return root

    def _level_rows(self, sheet: Sheet) -> list[tuple[str, SheetRow, _Columns]]:
        """The rows of a level's sheet, each with the level's name."""
        first = sheet.rows[0] if sheet.rows else None
        if first is None or first.text(1) != LEVEL_MARK:
            if sheet.rows:
                place = sheet.place(sheet.rows[0], min(sheet.rows[0].cells))
                self.diagnostics.append(warn("odd-cell.other-sheet", place, name=quoted(sheet.name)))
            return []
        return [(first.text(2), row, columns) for row, columns in self._rows(sheet, RECORD_COLUMNS)]

    def _rows(self, sheet: Sheet, keys: tuple[str, ...]) -> list[tuple[SheetRow, _Columns]]:
        """The rows below the row of keys, without those for people."""
        columns = _Columns()
        rows: list[tuple[SheetRow, _Columns]] = []
        for row in sheet.rows:
            first = row.text(1)
            if not columns.at:
                if first == keys[0]:
                    self._name_columns(sheet, row, columns)
            elif first == UNIT_MARK:
                columns.units = {key: row.text(at) for key, at in columns.at.items() if row.text(at)}
            elif not first.startswith(COMMENT) and any(row.text(at) for at in columns.at.values()):
                rows.append((row, columns))
        return rows

    def _name_columns(self, sheet: Sheet, row: SheetRow, columns: _Columns) -> None:
        """The row of keys; a key that stands there twice is a mistake."""
        for at in sorted(row.cells):
            key = row.text(at)
            if key in columns.at:
                other = sheet.place(row, columns.at[key]).within
                texts = {"name": quoted(key), "cell": quoted(other)}
                self.diagnostics.append(diagnose("sheet-syntax.given-again", sheet.place(row, at), **texts))
            elif key and not key.startswith(COMMENT):
                columns.at[key] = at

    def _record(self, sheet: Sheet, level: str, row: SheetRow, columns: _Columns) -> bool:
        """Puts a row into its record, or into a year of it; says whether what it is below was there."""
        parent = self._records.get(row.text(columns.at.get(PARENT, 0)))
        if parent is None:
            return False
        record_id = row.text(columns.at.get("id", 0))
        above = row.text(columns.at[PARENT])
        path = record_id if above in ROOT_PATHS else f"{above}/{record_id}"
        year = row.text(columns.at.get(YEAR, 0))
        record = self._records.get(path) if year and year != self.year else None
        if record is None:
            record = Mapping(self._at(sheet.place(row, columns.at.get("id", 1))), 1)
            listed = self._list(parent, level, sheet, row)
            listed.items.append(record)
            self._records.setdefault(path, record)
        into = self._of_year(record, year, sheet, row, columns.at.get(YEAR, 1))
        own_unit = row.text(columns.at.get("unit", 0))
        for key, column in columns.at.items():
            if key in (PARENT, YEAR) or column not in row.cells or (into is not record and key == "id"):
                continue
            value = self._value(sheet, row, column, columns.units.get(key, "") or own_unit)
            if value is not None:
                self._put(into, key, value, self._key(sheet, row, column, key))
        return True

    def _of_year(self, record: Mapping, year: str, sheet: Sheet, row: SheetRow, column: int) -> Mapping:
        """The map of a year: the record itself for the report's, else one of its `history`."""
        if not year or year == self.year:
            return record
        history = self._map(record, "history", sheet, row, column)
        return self._map(history, year, sheet, row, column)

    def _datum(self, sheet: Sheet, row: SheetRow, columns: _Columns) -> None:
        """Puts a datum where its path, year and name say: `target`, `data.pagu`, `triwulan.tw1.target`."""
        record = self._of_path(sheet, row, columns)
        if record is None:
            return
        year_at = columns.at.get(YEAR, 1)
        into = self._of_year(record, row.text(columns.at.get(YEAR, 0)), sheet, row, year_at)
        *above, name = row.text(columns.at.get(NAME, 0)).split(".")
        at = columns.at.get(NAME, 1)
        for part in above:
            into = self._map(into, part, sheet, row, at)
        column = columns.at.get("value", 0)
        value = self._value(sheet, row, column, "") if column in row.cells else None
        beside = {
            key: node
            for key in ("document", "year", "reason", "note")
            if (node := self._beside(sheet, row, columns, key)) is not None
        }
        self._put(into, name, self._with(value, beside, sheet, row, at), self._key(sheet, row, at, name))

    def _beside(self, sheet: Sheet, row: SheetRow, columns: _Columns, key: str) -> YamlNode | None:
        column = columns.at.get(key)
        return self._value(sheet, row, column, "") if column is not None and column in row.cells else None

    def _with(
        self, value: YamlNode | None, beside: AnyMapping[str, YamlNode], sheet: Sheet, row: SheetRow, at: int
    ) -> YamlNode:
        """A datum with what stands beside it; a word with a reason or a remark is an absent value."""
        place = self._at(sheet.place(row, at))
        if value is None:
            value = Scalar("", place, 1, place, 1)
        if not beside:
            return value
        is_word = isinstance(value, Scalar) and value.text in DATA_WORDS and "document" not in beside
        made = Mapping(place, 1)
        made.pairs["status" if is_word else "value"] = (Scalar("value", place, 1, place, 1), value)
        for key, node in beside.items():
            made.pairs[key] = (Scalar(key, place, 1, place, 1), node)
        return made

    def _printed(self, sheet: Sheet, row: SheetRow, columns: _Columns) -> None:
        """Adds a printed figure to its record; a number is what its cell shows."""
        record = self._of_path(sheet, row, columns)
        if record is None:
            return
        listed = self._list(record, "printed", sheet, row)
        entry = Mapping(self._at(sheet.place(row, columns.at.get("figure", 1))), 1)
        for key, column in columns.at.items():
            cell = row.cells.get(column)
            if cell is None or key == PATH:
                continue
            name = "year" if key == YEAR else key
            node = self._text(sheet, row, column, cell.shown or cell.text) if not cell.refusal else None
            value = node or self._value(sheet, row, column, "")
            if value is not None:
                entry.pairs[name] = (self._key(sheet, row, column, name), value)
        listed.items.append(entry)

    def _of_path(self, sheet: Sheet, row: SheetRow, columns: _Columns) -> Mapping | None:
        record = self._records.get(row.text(columns.at[PATH]))
        if record is None:
            self._refuse("sheet-syntax.no-parent", sheet, row, columns.at[PATH])
        return record

    # nodes

    def _value(self, sheet: Sheet, row: SheetRow, column: int, unit: str) -> YamlNode | None:
        """A cell as a value; nothing where it is blank, or cannot be one, and then it is said."""
        cell = row.cells[column]
        if cell.refusal:
            self._refuse(cell.refusal, sheet, row, column)
            return None
        if cell.kind != "number":
            text = cell.text.strip()
            return self._text(sheet, row, column, _CHOSEN.get(text.lower(), text)) if text else None
        if cell.percent and unit not in PERCENTS:
            texts = {"shown": cell.shown, "text": quoted(cell.text), "name": quoted(unit or "-")}
            self.diagnostics.append(diagnose("bad-cell.percent", sheet.place(row, column), **texts))
            return None
        text = exact_number(cell)
        if text != cell.shown and read_plain(text) != read_plain(cell.shown):
            texts = {"shown": quoted(cell.shown), "text": quoted(text)}
            self.diagnostics.append(warn("odd-cell.shown", sheet.place(row, column), **texts))
        at = self._at(sheet.place(row, column))
        return Scalar(text, at, 1, at, 1, NUMERAL)

    def _text(self, sheet: Sheet, row: SheetRow, column: int, text: str) -> Scalar:
        at = self._at(sheet.place(row, column))
        return Scalar(text, at, 1, at, 1)

    def _key(self, sheet: Sheet, row: SheetRow, column: int, key: str) -> Scalar:
        return self._text(sheet, row, column, key)

    def _put(self, into: Mapping, key: str, value: YamlNode, written: Scalar) -> None:
        """Sets a key: `target.min` is an end of a range; a key that is there already is a mistake."""
        name, dot, end = key.partition(".")
        if dot and end in ("min", "max"):
            standing = into.get(name)
            held = standing if isinstance(standing, Mapping) else Mapping(written.line, 1)
            into.pairs[name] = (written, held)
            into, key = held, end
        if key in into.pairs:
            place = self.places[written.line]
            other = into.pairs[key][0]
            texts = {"name": quoted(key), "cell": quoted(self.places[other.line].within)}
            self.diagnostics.append(diagnose("sheet-syntax.given-again", place, **texts))
            return
        into.pairs[key] = (written, value)

    def _map(self, into: Mapping, key: str, sheet: Sheet, row: SheetRow, column: int) -> Mapping:
        standing = into.get(key)
        if isinstance(standing, Mapping):
            return standing
        made = Mapping(self._at(sheet.place(row, column)), 1)
        into.pairs[key] = (self._key(sheet, row, column, key), made)
        return made

    def _list(self, into: Mapping, key: str, sheet: Sheet, row: SheetRow) -> Sequence:
        standing = into.get(key)
        if isinstance(standing, Sequence):
            return standing
        made = Sequence(self._at(sheet.place(row, 1)), 1)
        into.pairs[key] = (self._key(sheet, row, 1, key), made)
        return made

    def _at(self, place: Place) -> int:
        """Keeps a place; its number is what a node has for a line."""
        self.places.append(place)
        return len(self.places) - 1

    def _refuse(self, key: str, sheet: Sheet, row: SheetRow, column: int) -> None:
        text = quoted(row.text(column))
        self.diagnostics.append(diagnose(key, sheet.place(row, column), text=text))

    def _say_merged(self, sheet: Sheet) -> None:
        if sheet.name in OWN_SHEETS[:1] or not sheet.merged:
            return
        top, left = sheet.merged[0][:2]
        place = Place(self.file, top, left, sheet=sheet.name)
        self.diagnostics.append(warn("odd-cell.merged", place))
