import json
from collections.abc import Callable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest
import yaml
from click.testing import Result

Sakip = Callable[..., Result]
ROOT = Path(__file__).parent.parent.parent.parent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "file"),
    [
        ("rule", "rules/lumajang/capaian-kinerja/1.0.0.yaml"),
        ("rule", "rules/lumajang/kerangka-pengukuran/1.0.0.yaml"),
        ("report", "examples/dinsos-lumajang-2020.yaml"),
    ],
)
def test_files_of_the_repository_fit_their_schema(sakip: Sakip, shape: str, file: str) -> None:
    """An editor that reads the schema marks nothing in them."""
    result = sakip("schema", shape)
    assert result.exit_code == 0
    data = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    as_editors_see_it = json.loads(json.dumps(data, default=str))
    jsonschema.Draft202012Validator(json.loads(result.stdout)).validate(as_editors_see_it)


def test_the_ids_of_the_rules_are_in_it(small: Sakip) -> None:
    """An editor can complete references."""
    assert "contoh/skala" in small("schema").stdout


def test_it_can_go_to_a_file(sakip: Sakip, tmp_path: Path) -> None:
    """Complete, or not at all."""
    file = tmp_path / "schema.json"
    assert sakip("schema", "report", "-o", str(file)).stdout == ""
    assert json.loads(file.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")


def test_the_schemas_of_outputs_are_printed(sakip: Sakip) -> None:
    """One for each JSON output; `evaluate` is checked against what `evaluate` prints."""
    schema = json.loads(sakip("schema", "evaluate").stdout)
    printed = sakip("evaluate", "examples/dinsos-lumajang-2020.yaml", "--format", "json").stdout
    jsonschema.Draft202012Validator(schema).validate(json.loads(printed))
