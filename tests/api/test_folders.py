"""What is given for a folder of rules, or for a report."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sakip_rules import Catalogue, DataError, RuleError
from sakip_rules.api.folders import folder_of

SMALL = Path(__file__).parent.parent / "small"
RULES = SMALL / "rules"


def told(call: Callable[[], object]) -> tuple[str, str]:
    """The key and the Indonesian hint of the one error that a call gives."""
    with pytest.raises((DataError, RuleError)) as caught:
        call()
    (found,) = caught.value.diagnostics
    return found.key, found.hint()


def test_a_folder_two_levels_too_high_is_one_mistake(tmp_path: Path) -> None:
    """Not one for each rule that lies below."""
    shutil.copytree(RULES, tmp_path / "kinerja" / "rules")
    key, hint = told(lambda: folder_of(tmp_path))
    assert key == "id-path.too-high"
    assert hint.endswith(f"misalnya: `sakip check {tmp_path / 'kinerja' / 'rules'}`")


@pytest.mark.parametrize(
    ("given", "key", "command"),
    [
        (SMALL, "id-path.too-high", f"sakip check {RULES}"),
        (RULES / "contoh", "id-path.too-low", f"sakip check {RULES}"),
        (RULES / "contoh" / "skala", "id-path.too-low", f"sakip check {RULES}"),
        (RULES / "contoh" / "skala" / "1.0.0.yaml", "id-path.rule-file", f"sakip check {RULES}"),
        (SMALL / "report.yaml", "id-path.report-file", f"sakip evaluate {SMALL / 'report.yaml'}"),
        (Path(__file__), "id-path.other-file", "folder aturan"),
        (SMALL / "ruls", "no-file.folder", str(RULES)),
    ],
)
def test_what_is_no_folder_of_rules_is_recognised(given: Path, key: str, command: str) -> None:
    """And the right command is shown."""
    found, hint = told(lambda: folder_of(given))
    assert found == key
    assert command in hint


def test_a_folder_with_a_space_can_be_copied_from_the_command(tmp_path: Path) -> None:
    """It stands between quotes."""
    inner = tmp_path / "aturan kami"
    shutil.copytree(RULES, inner)
    assert f'`sakip check "{inner}"`' in told(lambda: folder_of(tmp_path))[1]


def test_a_folder_of_rules_is_given_back() -> None:
    """As it was written."""
    assert folder_of(str(RULES)) == RULES


@pytest.mark.parametrize("name", ["1.0.0.yaml.txt", "catatan.txt"])
def test_a_folder_without_a_rule_is_an_error_of_check_and_of_test(name: str, tmp_path: Path) -> None:
    """A file with one ending too many is named, at once."""
    file = tmp_path / "kami" / "nilai" / name
    file.parent.mkdir(parents=True)
    file.write_text("", "utf-8")
    if name.startswith("1"):
        assert told(lambda: Catalogue.load(tmp_path))[0] == "id-path.ending"
        return
    catalogue = Catalogue.bundled(tmp_path)
    assert told(catalogue.check)[0] == "id-path.no-rules"
    assert told(catalogue.run_examples)[0] == "id-path.no-rules"


@pytest.mark.parametrize(
    ("name", "begin", "kind"),
    [
        ("a.csv", b"a;b", "CSV"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
    ],
)
def test_a_file_of_another_program_is_no_report(name: str, begin: bytes, kind: str, tmp_path: Path) -> None:
    """It is said what it is, by its first bytes or its name."""
    (tmp_path / name).write_bytes(begin)
    with pytest.raises(DataError) as caught:
        Catalogue.load().evaluate_report(tmp_path / name)
    (found,) = caught.value.diagnostics
    assert found.message() == f"Ini berkas {kind}, bukan laporan."


def test_rules_are_no_report() -> None:
    """A folder of rules, and a rule file, with the command that reads them."""
    file = RULES / "contoh" / "skala" / "1.0.0.yaml"
    key, hint = told(lambda: Catalogue.load().evaluate_report(RULES))
    assert (key, f"`sakip check {RULES}`" in hint) == ("no-report.rules-folder", True)
    key, hint = told(lambda: Catalogue.load().evaluate_report(file))
    assert (key, f"`sakip explain contoh/skala --rules {RULES}`" in hint) == ("no-report.rule-file", True)
