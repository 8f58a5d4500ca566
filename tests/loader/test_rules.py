"""Rule files: all mistakes of a file in one go, each with code, place and hint."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from tests.loader.smallest import RULE, changed, faults

from sakip_rules.loader import LoadedRule, RuleFile, load_rule, parse_document, read_rule
from sakip_rules.models import FormulaRule

if TYPE_CHECKING:
    from pathlib import Path


def test_a_right_rule() -> None:
    """A rule without mistakes is a model."""
    document, diagnostics = parse_document(RULE, "a.yaml")
    assert document is not None
    rule, more = read_rule(document, document.plain())
    assert (diagnostics, more) == ([], [])
    assert isinstance(rule, FormulaRule)
    assert rule.steps["x"].formula == "a + 1"


def test_all_mistakes_in_one_go() -> None:
    """Mistakes of reading, of keys, of values and of texts come together."""
    text = (
        RULE.replace("nilai\nversion", "nilai\nid: a/b\nversion")
        .replace("1.0.0", "1.0")
        .replace("  a: {}", "  sum: {}")
    )
    assert [fault[0] for fault in faults(text)] == [
        "duplicate-key",
        "bad-value.version",
        "bad-value.name-function",
    ]


@pytest.mark.parametrize("kind", ["", "kind: \n", "kind: [index]\n"])
def test_no_kind(kind: str) -> None:
    """Without its kind nothing else of a file can be judged."""
    assert len(faults(RULE.replace("kind: index\n", kind))) == 1


def test_translations() -> None:
    """Every text of a rule of `nasional` is given in English too; titles of examples are free."""
    text = RULE.replace("contoh/nilai", "nasional/nilai")
    assert faults(text) == []
    without = text.replace("{id: Nilai, en: Value}", "Nilai").replace("  a: {}", "  a: {title: Masukan}")
    assert [fault[:3] for fault in faults(without)] == [
        ("translation-missing", 4, 8),
        ("translation-missing", 8, 14),
    ]
    assert faults(without.replace("nasional/", "contoh/")) == []


def test_steps_and_cells_are_counted() -> None:
    """1,000 steps and 10,000 cells are a rule; one more is too much."""
    steps = "".join(f"  s{number}: a\n" for number in range(999))
    assert changed("  x: a + 1\n", "  x: a + 1\n" + steps) == []
    assert [f[0] for f in changed("  x: a + 1\n", "  x: a + 1\n  y: a\n" + steps)] == ["file-too-large.steps"]
    row = "      - {" + ", ".join(f"c{number}: 1" for number in range(100)) + "}\n"
    assert changed("  x: a + 1\n", "  x: a + 1\n  r:\n    rows:\n" + row * 100) == []
    found = changed("  x: a + 1\n", "  x: a + 1\n  q:\n    rows: [{c: 1}]\n  r:\n    rows:\n" + row * 100)
    assert [fault[0] for fault in found] == ["file-too-large.cells"]


def test_read_far_down_the_stack() -> None:
    """A rule is read where few frames are left."""
    deep = "  a: {each: {inputs: {b: {each: {inputs: {c: {each: {inputs: {d: {}}}}}}}}}}"
    text = RULE.replace("  a: {}", deep)

    def down(frames: int) -> list[tuple[str, int, int, str]]:
        return down(frames - 1) if frames else faults(text)

    assert down(850) == []


# ---------------------------------------------------------------- files


def write(root: Path, path: str, text: str = RULE) -> Path:
    """Writes a file below a folder."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def keys(loaded: RuleFile) -> list[str]:
    """The keys of all that is wrong."""
    return [diagnostic.key for diagnostic in loaded.diagnostics]


def test_load_rule(tmp_path: Path) -> None:
    """A rule at its place is usable; its hash is that of its bytes, its name the path as given."""
    file = write(tmp_path, "contoh/nilai/1.0.0.yaml")
    loaded = load_rule(file, root=tmp_path)
    assert isinstance(loaded, LoadedRule)
    assert loaded.usable
    assert loaded.rule.reference == "contoh/nilai@1.0.0"
    assert loaded.file == str(file)
    assert loaded.document.sha256 == hashlib.sha256(RULE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("contoh/lain/1.0.0.yaml", ["id-path.id"]),
        ("lain/nilai/1.0.0.yaml", ["id-path.id"]),
        ("contoh/nilai/1.0.1.yaml", ["id-path.version"]),
        ("contoh/lain/2.0.0.yaml", ["id-path.id", "id-path.version"]),
        ("nilai/1.0.0.yaml", ["id-path"]),
        ("contoh/nilai/satu.yaml", ["id-path"]),
    ],
)
def test_id_and_path(tmp_path: Path, path: str, expected: list[str]) -> None:
    """Id and version are the path of the file, else it is not used."""
    loaded = load_rule(write(tmp_path, path), root=tmp_path)
    assert keys(loaded) == expected
    assert isinstance(loaded, LoadedRule)
    assert not loaded.usable


def test_id_and_path_of_a_wrong_rule(tmp_path: Path) -> None:
    """The path is compared even where the rule has other mistakes."""
    file = write(tmp_path, "contoh/lain/1.0.0.yaml", RULE.replace("unit: nilai", "unit: "))
    assert keys(load_rule(file, root=tmp_path)) == ["id-path.id", "bad-value.empty"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, bytes that are no text, and no YAML give no rule and no exception."""
    assert keys(load_rule(tmp_path / "a.yaml")) == ["no-file"]
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    assert keys(load_rule(tmp_path / "b.yaml")) == ["yaml-syntax.not-utf-8"]
    assert keys(load_rule(write(tmp_path, "c.yaml", "a: ["))) == ["yaml-syntax.bracket"]


@pytest.mark.parametrize("word", ["jenis: indeks", "tipe: index"])
def test_the_kind_under_another_name_is_told_at_that_name(word: str) -> None:
    """Not as missing, on the first line of the file."""
    ((key, line, column, hint),) = changed("kind: index", f"# catatan\n{word}")
    assert (key, line, column, hint) == ("unknown-key", 2, 1, "Maksud Anda `kind`?")
