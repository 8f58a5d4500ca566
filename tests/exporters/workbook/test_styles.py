from typing import Any, get_args

from sakip_rules.exporters.workbook.styles import (
    LOOKS,
    MOST_LINES,
    Style,
    Styles,
    breaks,
    height,
    nearly_one_page,
    number_format,
)


class Book:
    """Keeps what formats it was asked for."""

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []

    def add_format(self, look: dict[str, Any]) -> int:
        """Gives the number of a format."""
        self.made.append(look)
        return len(self.made)


def test_every_style_has_a_look() -> None:
    """And no look lacks a style."""
    assert LOOKS.keys() == set(get_args(Style))


def test_a_format_is_made_once() -> None:
    """With another number format or indentation it is another one."""
    book = Book()
    styles = Styles(book)
    looks = [styles.get("cell"), styles.get("cell"), styles.get("cell", "0"), styles.get("cell", "0", 1)]
    assert looks == [1, 1, 2, 3]
    assert book.made[1]["num_format"] == "0"


def test_what_stands_in_has_a_side() -> None:
    """Spreadsheets move in nothing that is aligned by what it is."""
    book = Book()
    Styles(book).get("cell", indent=2)
    assert (book.made[0]["indent"], book.made[0]["align"]) == (2, "left")


def test_only_inputs_are_unlocked() -> None:
    """A protected sheet takes nothing else."""
    assert [style for style, look in LOOKS.items() if look.get("locked") is False] == ["given"]


def test_numbers_and_heights() -> None:
    """Long texts take more lines, within reason."""
    assert [number_format(places) for places in (0, 2)] == ["#,##0", "#,##0.00"]
    assert height([("0" * 9, 10)]) < height([("0" * 11, 10)]) == height([("", 5), ("0" * 18, 10)])
    assert height([("0" * 9, 10)], bold=True) > height([("0" * 9, 10)])
    assert height([("a" * 9_000, 1)]) == height([("a" * MOST_LINES, 1)])
    assert height([]) > 0


class Page:
    """Keeps how a sheet is printed."""

    scale = 0
    rows: list[int]

    def set_print_scale(self, scale: int) -> None:
        """Keeps the scale."""
        self.scale = scale

    repeated: tuple[int, ...] = ()

    def repeat_rows(self, *rows: int) -> None:
        """Keeps the rows that are repeated."""
        self.repeated = rows

    def set_h_pagebreaks(self, rows: list[int]) -> None:
        """Keeps the breaks."""
        self.rows = rows


def test_a_table_that_would_not_end_on_its_page_begins_the_next() -> None:
    """One that is longer than a page flows on; narrow sheets are not enlarged."""
    page = Page()
    breaks(page, [60, 15], [(3, 200), (20, 200), (40, 100), (60, 2_000), (200, 10)])
    assert page.scale == 100
    assert page.rows == [20, 60]
    breaks(page, [200, 60], [(3, 200), (20, 400)])
    assert page.scale == 46
    assert page.rows == []


def test_a_table_hardly_longer_than_a_page_is_pressed_into_it() -> None:
    """A longer one keeps its size; its heads are repeated where nothing follows it."""
    page = Page()
    breaks(page, [60, 15], [(3, 480)], (4, 4))
    assert 80 <= page.scale < 90
    assert (page.rows, page.repeated) == ([], ())
    breaks(page, [60, 15], [(3, 100), (20, 900)], (21, 22))
    assert (page.scale, page.rows, page.repeated) == (100, [20], (21, 22))
    page = Page()
    breaks(page, [60, 15], [(3, 900), (90, 100)], (91, 91))
    assert page.repeated == ()


def test_a_little_more_than_a_page_is_pressed_into_one() -> None:
    """Not less than a page, which needs no help, and not much more."""
    assert [nearly_one_page(tall, [60, 15]) for tall in (300, 340, 390, 500)] == [False, True, True, False]
