from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.service.texts import check_text

SMALL = Path(__file__).parent.parent / "small" / "rules"
SCALE = (SMALL / "contoh" / "skala" / "1.0.0.yaml").read_text(encoding="utf-8")


def test_a_rule_that_is_right_has_nothing_wrong(small: Catalogue) -> None:
    """Beside the rules that it refers to."""
    text = (SMALL / "contoh" / "kerangka" / "1.0.0.yaml").read_text(encoding="utf-8")
    assert check_text(small, text.replace("contoh/kerangka", "contoh/kerangka-lain")).diagnostics == []


@pytest.mark.parametrize(
    ("text", "code", "file", "line"),
    [
        (f"{SCALE}warna: merah\n", "unknown-key", "contoh/skala/1.0.0.yaml", SCALE.count("\n") + 1),
        ("id: a/b\n  x", "missing-key", "a/b/1.0.0.yaml", 1),
        ("{" * 1000, "file-too-large", "saya/aturan/1.0.0.yaml", 1),
    ],
)
def test_what_is_wrong_names_the_file_of_the_rule(
    small: Catalogue, text: str, code: str, file: str, line: int
) -> None:
    """As its author knows it, and no folder of this machine."""
    found = check_text(small, text).diagnostics[0]
    assert found.place is not None
    assert (found.code, found.place.file, found.line) == (code, file, line)


def test_nothing_is_left_behind(small: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that the text was laid in is gone."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    check_text(small, SCALE)
    assert list(tmp_path.iterdir()) == []


def test_a_bundled_rule_may_be_worked_on() -> None:
    """It is not said of it that it stands before the bundled one."""
    bundled = Catalogue.bundled()
    file = bundled.rule("nasional/skala-lan", on=2012).loaded.file
    assert check_text(bundled, Path(file).read_text(encoding="utf-8")).diagnostics == []
