"""Fills a document: texts into its controls, and a row of a table once for each record."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final, Protocol

from sakip_rules.diagnostics.core import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip_rules.exporters.word.controls import ContentControl, Span, TaggedRow

LARGEST: Final = 16 * 1024 * 1024
"""So many bytes may the repeated rows of a table have."""

_OWN_NUMBERS: Final = re.compile(rb'\s[A-Za-z0-9]+:(?:paraId|textId)="[^"]*"')
"""Numbers that Word gives paragraphs and rows: repeated rows go without them."""

Edit = tuple[int, int, bytes]


class TagAnswers(Protocol):
    """What a document is filled with; tags that it does not know are noted and give no text."""

    def text(self, tag: str, record: int | None = None) -> str:
        """Gives the text for a tag; in a repeated row for the record of that number."""

    def collection(self, tag: str) -> str | None:
        """Gives what a tag goes through, such as `indikator[]`; none where it names one figure."""

    def count(self, collection: str) -> int:
        """Gives how many records a collection has."""

    def wrong(self, key: str, tag: str) -> None:
        """Notes what is wrong with the place of a tag."""


def filled(part: bytes, controls: Iterable[ContentControl], answers: TagAnswers) -> bytes:
    """Gives a part with its controls filled; what is wrong with their tags is told to `answers`."""
    edits: list[Edit] = []
    for row, own in _by_row(controls):
        repeated = {answers.collection(control.tag) for control in own} - {None}
        if row is None or not repeated:
            for control in own:
                if answers.collection(control.tag) is not None:
                    answers.wrong("template-tag.row", control.tag)
                else:
                    edits += _edits(control, answers.text(control.tag), answers)
        elif len(repeated) > 1 or row.is_nested or not all(map(answers.collection, _tags(own))):
            answers.wrong("template-tag.mixed", next(filter(answers.collection, _tags(own))))
        else:
            edits.append((*row.whole, _repeated(part, row, answers)))
    return _edited(part, edits)


def _by_row(controls: Iterable[ContentControl]) -> Iterator[tuple[TaggedRow | None, list[ContentControl]]]:
    """Controls of one row together, in the order of the document."""
    for _, group in groupby(controls, key=lambda control: id(control.row)):
        own = list(group)
        yield own[0].row, own


def _tags(controls: Sequence[ContentControl]) -> list[str]:
    return [control.tag for control in controls]


def _repeated(part: bytes, row: TaggedRow, answers: TagAnswers) -> bytes:
    """The row once for each record; without any once with nothing in it: a table must not lose all rows."""
    collection = answers.collection(row.controls[0].tag) or ""
    rows, size = [], 0
    for record in range(answers.count(collection)):
        rows.append(_one_row(part, row, [answers.text(tag, record) for tag in _tags(row.controls)], answers))
        size += len(rows[-1])
        if size > LARGEST:
            answers.wrong("template-tag.too-many", row.controls[0].tag)
            break
    return b"".join(rows) or _one_row(part, row, [""] * len(row.controls), answers)


def _one_row(part: bytes, row: TaggedRow, texts: Sequence[str], answers: TagAnswers) -> bytes:
    edits = [(*span, b"") for span in row.ids]
    for control, text in zip(row.controls, texts, strict=True):
        edits += _edits(control, text, answers)
    moved = [(start - row.start, end - row.start, new) for start, end, new in edits]
    return _OWN_NUMBERS.sub(b"", _edited(part[slice(*row.whole)], moved))


def _edits(control: ContentControl, text: str, answers: TagAnswers) -> list[Edit]:
    """The first text of a control becomes the new one, others go; so do the marks of a placeholder."""
    if not control.texts:
        answers.wrong("template-tag.empty", control.tag)
        return []
    first, *others = control.texts
    return [_text(first, text), *((*span, b"") for span in (*others, *control.marks))]


def _text(span: Span, text: str) -> Edit:
    shown = f'<w:t xml:space="preserve">{escape(clean(text), quote=False)}</w:t>'
    return *span, shown.encode()


def _edited(part: bytes, edits: Iterable[Edit]) -> bytes:
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        pieces += [part[at:start], new]
        at = end
    return b"".join([*pieces, part[at:]])
