from collections.abc import Callable

import pytest
from click.testing import Result

from sakip_rules.cli.declared.bilingual import language
from sakip_rules.cli.declared.commands import main


@pytest.mark.parametrize(
    ("arguments", "variable", "lang"),
    [
        ([], "", "id"),
        ([], "en", "en"),
        ([], "en_US.UTF-8", "en"),
        ([], "fr", "id"),
        (["--lang", "en"], "id", "en"),
        (["evaluate", "x", "--lang=en"], "", "en"),
        (["--lang", "fr"], "en", "en"),
        (["--lang"], "", "id"),
    ],
)
def test_the_language_is_asked_for_or_set(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], variable: str, lang: str
) -> None:
    """Arguments before SAKIP_LANG before Indonesian."""
    monkeypatch.setenv("SAKIP_LANG", variable)
    assert language(arguments) == lang


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
def test_every_help_is_in_the_language_asked_for(sakip: Callable[..., Result], command: list[str]) -> None:
    """Headings, texts and options, by argument and by variable; no line is wider than 80 columns."""
    indonesian = sakip(*command, "--help")
    english = sakip(*command, "--help", "--lang", "en")
    assert sakip(*command, "--help", SAKIP_LANG="en").output == english.output
    assert (indonesian.exit_code, english.exit_code) == (0, 0)
    assert indonesian.output.startswith("Cara pakai: sakip")
    assert english.output.startswith("Usage: sakip")
    for heading in ("Pilihan:", "Bahasa; juga lewat SAKIP_LANG."):
        assert heading in indonesian.output
        assert heading not in english.output
    assert max(len(line) for line in (indonesian.output + english.output).splitlines()) <= 80
