import io
from pathlib import Path

import pytest

from sakip_rules.cli.work.sources import read_data, report_source
from sakip_rules.diagnostics import DataError, SakipRulesError


class Stdin(io.TextIOWrapper):
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


def given(folder: Path, text: str, name: str = "data.json") -> list[dict[str, object]]:
    """What is read from a file with a text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return [datum.read() for datum in read_data(str(file))]


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ('{"a": "1"}', "data.json", 1),
        ('{\n "a":\n "1"\n}\n', "data.json", 1),
        ('{"a": "1"}\n\n{"a": "2"}\n', "data.json", 2),
        ('{"a": "1"}\r\n{"a": "2"}\r\n', "data.json", 2),
        ('{"a": "1"}\n', "data.jsonl", 1),
        ("", "data.jsonl", 0),
    ],
)
def test_a_file_holds_one_object_or_one_a_line(tmp_path: Path, text: str, name: str, count: int) -> None:
    """A text is in lines where the first is whole and others follow, or where the name says so."""
    assert [datum["a"] for datum in given(tmp_path, text, name)] == ["1", "2"][:count]


def test_numbers_are_exactly_as_they_are_written(tmp_path: Path) -> None:
    """0.10 is a tenth with two places, and 20 digits are 20 digits."""
    (datum,) = given(tmp_path, '{"a": 0.10, "b": [{"c": 12345678901234567890}], "d": null}')
    assert repr(datum) == "{'a': Decimal('0.10'), 'b': [{'c': Decimal('12345678901234567890')}], 'd': None}"


def test_what_is_wrong_is_at_its_line_of_the_file(tmp_path: Path) -> None:
    """Not at line 1 of a text that the reader has never seen."""
    file = tmp_path / "data.jsonl"
    file.write_text('{"a": 1}\n{"a": 1, "a": 2}\n', encoding="utf-8")
    first, second = read_data(str(file))
    assert list(first.read()) == ["a"]
    with pytest.raises(DataError) as raised:
        second.read()
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.place is not None
    assert (diagnostic.code, diagnostic.place.file, diagnostic.line) == ("duplicate-key", str(file), 2)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x80", b" " * (8 * 1024 * 1024 + 1)])
def test_standard_input_has_the_limits_of_a_file(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Not UTF-8, or too large: a diagnostic that calls it by its name."""
    monkeypatch.setattr("sys.stdin", Stdin(data))
    with pytest.raises(SakipRulesError, match="<stdin>"):
        read_data("-")


def test_standard_input_that_is_closed_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program without a console has it."""
    monkeypatch.setattr("sys.stdin", None)
    (datum,) = read_data("-")
    with pytest.raises(DataError):
        datum.read()


def test_a_report_of_standard_input_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is its own path."""
    monkeypatch.setattr("sys.stdin", Stdin(b"report: a"))
    source = report_source("-")
    assert not isinstance(source, str)
    assert (source.read(), source.name) == ("report: a", "<stdin>")
    assert report_source("a.yaml") == "a.yaml"
