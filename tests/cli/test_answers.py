"""RuleAnswers to what people type, paste and print who do this work: each mistake leads to its mend."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

Sakip = Callable[..., Result]

FOLDER = Path(__file__).parent.parent / "answers"
ANSWERS = yaml.safe_load((FOLDER / "answers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("answer", ANSWERS, ids=[answer["call"] for answer in ANSWERS])
def test_an_answer_leads_to_the_mend(
    sakip: Sakip, monkeypatch: pytest.MonkeyPatch, answer: Mapping[str, Any]
) -> None:
    """The words that help are there, with the exit code; those that misled are not."""
    monkeypatch.chdir(FOLDER)
    result = sakip(*answer["call"].split())
    told = " ".join(result.output.split())
    assert result.exit_code == answer["code"], told
    for words in answer["says"]:
        assert words in told
    for words in answer.get("never", ()):
        assert words not in told
