import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sakip_rules.portable import read_plans

Sakip = Callable[..., Result]


def test_a_rule_is_exported_with_all_that_it_refers_to(sakip: Sakip) -> None:
    """The version in force, as JSON of the format."""
    result = sakip("export", "lumajang/kerangka-pengukuran", "--on", "2020", "--format", "plan")
    assert (result.exit_code, result.stderr) == (0, "")
    (plan,) = read_plans(result.stdout)
    assert plan.source.reference == "lumajang/kerangka-pengukuran@1.0.0"
    names = [rule["source"]["id"] for rule in json.loads(result.stdout)["rules"]]
    assert {"lumajang/skala-capaian", "lumajang/capaian-kinerja"} < set(names)
    assert names[-1] == "lumajang/kerangka-pengukuran"


def test_several_rules_stand_in_one_file(sakip: Sakip, tmp_path: Path) -> None:
    """Without a year, the newest versions; the name of the file says the format."""
    file = tmp_path / "aturan.json"
    result = sakip("export", "lumajang/skala-capaian", "lumajang/ketepatan-sasaran@1.0.0", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    roots = json.loads(file.read_text(encoding="utf-8"))["roots"]
    assert roots == ["lumajang/skala-capaian@1.0.0", "lumajang/ketepatan-sasaran@1.0.0"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, ""),
        (["skala"], 2, "galat: `skala` bukan acuan aturan. Maksud Anda `lumajang/skala-capaian`, "),
        (["lumajang/skala-capaian", "--on", "kemarin"], 2, "galat: --on memerlukan tahun"),
        (["lumajang/tidak-ada"], 3, "galat[unknown-rule]"),
        (["lumajang/skala-capaian", "-o", "a.yaml"], 2, "galat: "),
    ],
)
def test_wrong_usage_is_2_and_a_rule_that_is_not_there_3(
    sakip: Sakip, words: list[str], code: int, said: str
) -> None:
    """Nothing is printed but what is wrong."""
    result = sakip("export", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(said)
