"""A report as it is given."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sakip_rules.loader.reports import load_data, load_open, load_report, read_text

YAML, JSON = "a: 1.50\n", '{"a": 1.50}'


def plain(loaded: tuple[object, object]) -> object:
    """What was read, which is right."""
    document, diagnostics = loaded
    assert diagnostics == []
    return document.plain()  # type: ignore[attr-defined]  # a document


def test_text_is_json_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    """What is named YAML is YAML, whatever it looks like."""
    for name, text in (
        ("a.yaml", YAML),
        ("a.json", JSON),
        ("a.txt", JSON),
        ("b.txt", YAML),
        ("b.yaml", "{a: 1.50}"),
    ):
        (tmp_path / name).write_text(text)
        assert plain(load_report(tmp_path / name)) == {"a": "1.50"}
    (tmp_path / "c.yaml").write_text('{"a": 1.50, # catatan\n}')
    assert plain(load_report(tmp_path / "c.yaml")) == {"a": "1.50"}
    (tmp_path / "c.json").write_text(YAML)
    assert [one.code for one in load_report(tmp_path / "c.json")[1]] == ["json-syntax"]
    document, _ = load_report(tmp_path / "a.json")
    assert document is not None
    assert len(document.sha256) == 64


def test_an_open_file_is_read_from_where_it_stands(tmp_path: Path) -> None:
    """Of text or of bytes; it is called by its name."""
    assert plain(load_open(io.StringIO(JSON))) == plain(load_open(io.BytesIO(YAML.encode()))) == {"a": "1.50"}
    (tmp_path / "a.json").write_text(JSON)
    with (tmp_path / "a.json").open() as file:
        document, _ = load_open(file)
    assert document is not None
    assert document.file == str(tmp_path / "a.json")
    assert plain(load_data({"a": 1})) == {"a": "1"}


class Broken:
    """A file that cannot be read."""

    def read(self, size: int = -1, /) -> str:
        """Fails."""
        raise OSError(size)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """Says why, and no error leaves."""
    (tmp_path / "a.txt").write_bytes(b"a: \xff")
    with (tmp_path / "a.txt").open(encoding="utf-8") as file:
        assert [one.key for one in load_open(file)[1]] == ["yaml-syntax.not-utf-8"]
        file.close()
        assert [one.key for one in load_open(file)[1]] == ["unreadable"]
    assert [one.key for one in load_open(Broken())[1]] == ["unreadable"]
    assert [one.key for one in load_open(io.BytesIO(b"\xff\xfea"))[1]] == ["yaml-syntax.utf-16"]
    assert [one.key for one in load_open(io.StringIO("x" * (8 * 1024 * 1024 + 1)))[1]] == [
        "file-too-large.size"
    ]
    assert [one.key for one in load_report(tmp_path / "tiada.json")[1]] == ["no-file"]


@pytest.mark.parametrize("text", ["", "\n", "#"])
def test_nothing_at_all(text: str) -> None:
    """An empty file is empty YAML."""
    assert [one.key for one in read_text(text, "a.yaml")[1]] == ["yaml-syntax.empty"]
