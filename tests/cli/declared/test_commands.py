import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result

from sakip_rules import __version__
from sakip_rules.cli.declared.commands import main


def test_the_commands_of_this_version() -> None:
    """In the order in which the help shows them."""
    shown = "evaluate explain check test audit rules schema new import batch export serve docs"
    assert list(main.commands) == shown.split()


def test_every_command_takes_rules_and_language() -> None:
    """`--rules` may repeat; `--lang` is id or en."""
    for command in main.commands.values():
        options = {option: param for param in command.params for option in param.opts}
        assert options["--rules"].multiple
        assert "--lang" in options


def test_the_version_is_printed(sakip: Callable[..., Result]) -> None:
    """Name and version, exit code 0."""
    result = sakip("--version")
    assert (result.output, result.exit_code) == (f"sakip {__version__}\n", 0)


def test_without_a_command_the_help_is_shown(sakip: Callable[..., Result]) -> None:
    """On standard error: it is wrong usage."""
    result = sakip()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Cara pakai: sakip [PILIHAN] PERINTAH …")


@pytest.mark.slow
def test_help_imports_nothing_of_the_engine() -> None:
    """`sakip --help` is quick: beside the declarations it needs click, and the rooms at the bottom."""
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from sakip_rules.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith('sakip_rules.')), file=sys.stderr)\n"
        "print(*({'pydantic', 'yaml', 'simpleeval'} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    imported, heavy = done.stderr.splitlines()
    engine = [name for name in imported.split() if not name.startswith("sakip_rules.cli")]
    assert set(engine) == {
        f"sakip_rules.{name}" for name in ("formats", "languages", "version", "vocabulary")
    }
    assert "sakip_rules.cli.work" not in imported.split()
    assert heavy == ""
