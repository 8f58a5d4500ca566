"""The script that sets the project up: what it starts, and when it does nothing."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, on a project of its own that has nothing but requirement files."""
    specification = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    without_ensurepip = SimpleNamespace(util=SimpleNamespace(find_spec=lambda _: None))
    monkeypatch.setattr(module, "importlib", without_ensurepip)  # as on Debian, and much faster
    (tmp_path / "requirements").mkdir()
    for file in ("requirements/run.txt", "requirements/test.txt", "pyproject.toml"):
        (tmp_path / file).write_text(file, encoding="utf-8")
    environment = tmp_path / ".venv"
    places = {"ROOT": tmp_path, "ENVIRONMENT": environment, "MADE_FOR": environment / "made-for"}
    scripts = environment / module.SCRIPTS.name
    for constant, place in {**places, "SCRIPTS": scripts, "PYTHON": scripts / module.PYTHON.name}.items():
        monkeypatch.setattr(module, constant, place)
    return module


class Started:
    """Stands in for `subprocess`: remembers each command, and answers with chosen exit codes."""

    def __init__(self, **codes: int) -> None:
        """`codes`: an argument that a command holds, and the exit code it then gives; others give 0."""
        self.codes = codes
        self.commands: list[list[str]] = []
        self.PIPE = subprocess.PIPE

    def run(self, command: list[str], **_: object) -> SimpleNamespace:
        """Remember the command."""
        self.commands.append(command)
        code = next((code for argument, code in self.codes.items() if argument in command), 0)
        said = "WARNING: nothing\nCollecting x\nERROR: no version of x fits\n" if code else ""
        return SimpleNamespace(returncode=code, stdout="", stderr=said)


@pytest.fixture
def started(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Started:
    """No program is started; what would have been is remembered."""
    programs = Started()
    monkeypatch.setattr(run, "subprocess", programs)
    return programs


def test_the_first_run_installs_and_the_second_does_nothing(run: ModuleType, started: Started) -> None:
    """Setting up twice installs once."""
    run.prepare("test")
    assert [c for c in started.commands if "--require-hashes" in c]
    started.commands.clear()
    run.prepare("test")
    run.prepare("run")
    assert started.commands == []


def test_only_hashed_wheels_and_the_project_itself_are_installed(run: ModuleType, started: Started) -> None:
    """Every installation either checks hashes, or downloads nothing."""
    run.prepare("run")
    installs = [set(command) for command in started.commands if "install" in command]
    assert len(installs) == 2
    assert {"--no-deps", "--require-hashes", "--only-binary", str(run.requirements("run"))} <= installs[0]
    assert {"--no-deps", "--no-index", "--no-build-isolation"} <= installs[1]


@pytest.mark.parametrize(("name", "flags"), [("run", set()), ("test", {"--no-compile"})])
def test_what_a_user_runs_is_compiled_at_once(
    run: ModuleType, started: Started, name: str, flags: set[str]
) -> None:
    """Most of what developers install is never imported, and need not be compiled."""
    run.prepare(name)
    (install, *_) = (set(command) for command in started.commands if "install" in command)
    assert install & {"--no-compile"} == flags


def test_the_small_set_does_not_make_the_large_one_ready(run: ModuleType, started: Started) -> None:
    """After `demo`, `test` still installs what it needs."""
    run.prepare("run")
    assert started.commands
    assert run.is_ready("run")
    assert not run.is_ready("test")


@pytest.mark.parametrize("file", ["requirements/test.txt", "pyproject.toml"])
def test_another_requirement_installs_again(run: ModuleType, started: Started, file: str) -> None:
    """A change of what .venv was made from is noticed."""
    run.prepare("test")
    (run.ROOT / file).write_text("changed", encoding="utf-8")
    assert started.commands
    assert not run.is_ready("test")


def test_an_environment_that_was_moved_is_made_again(run: ModuleType, started: Started) -> None:
    """The programs in .venv hold its path, so a .venv of another folder is of no use."""
    run.prepare("run")
    assert run.is_usable()
    run.MADE_FOR.write_text("elsewhere", encoding="utf-8")
    assert not run.is_usable()
    run.stamp("run").unlink()
    run.prepare("run")
    assert started.commands
    assert run.MADE_FOR.read_text(encoding="utf-8") == str(run.ROOT)


def test_pip_from_outside_serves_an_environment_without_pip(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Python brings no pip (Debian), the pip of the Python that runs the script installs into .venv."""
    monkeypatch.setattr(run, "subprocess", Started(**{str(run.PYTHON): 0}))
    assert run.pip_command() == [str(run.PYTHON), "-m", "pip"]

    def only_outside(command: list[str], **_: object) -> SimpleNamespace:
        return SimpleNamespace(returncode=int(command[0] == str(run.PYTHON)))

    monkeypatch.setattr(run.subprocess, "run", only_outside)
    assert run.pip_command() == [sys.executable, "-m", "pip", "--python", str(run.PYTHON)]


def test_without_any_pip_it_says_what_to_install(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No pip at all is a message and exit code 3, and the next run tries again."""
    monkeypatch.setattr(run, "subprocess", Started(pip=1))
    assert run.main(["setup"]) == 3
    assert "apt install python3-venv" in capsys.readouterr().err
    assert not run.is_usable()


@pytest.mark.parametrize("job", ["install", "check"])
def test_a_failed_installation_is_not_taken_for_done(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], job: str
) -> None:
    """If pip fails, its own reason is said, the exit code is 3 and the next run installs again."""
    monkeypatch.setattr(run, "subprocess", Started(**{job: 1}))
    assert run.main(["setup"]) == 3
    assert not run.is_ready("test")
    said = capsys.readouterr().err
    assert "  ERROR: no version of x fits\n" in said
    assert "WARNING" not in said


def test_a_failure_that_pip_calls_no_error_is_shown_whole(run: ModuleType) -> None:
    """`pip check` says what is missing without the word ERROR."""
    assert run.reason_of("WARNING: old\na needs b\n\n") == "  a needs b"


@pytest.mark.parametrize("code", [0, 1, 5])
def test_the_test_job_forwards_arguments_and_exit_code(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """`run.py test ARGUMENTS` is pytest with these arguments on all cores, and ends as pytest ends."""
    programs = Started(pytest=code)
    monkeypatch.setattr(run, "subprocess", programs)
    assert run.main(["test", "tests/test_x.py", "-q"]) == code
    assert programs.commands[-1] == [
        str(run.PYTHON), "-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder",
        "tests/test_x.py", "-q",
    ]  # fmt: skip


@pytest.mark.parametrize("code", [0, 1])
def test_the_demo_ends_as_its_script_does(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """`run.py demo` runs the demo with the Python of .venv and gives back its exit code."""
    programs = Started(**{run.DEMO: code})
    monkeypatch.setattr(run, "subprocess", programs)
    assert run.main(["demo", "--lang", "en"]) == code
    assert programs.commands[-1] == [str(run.PYTHON), run.DEMO, "--lang", "en"]


@pytest.mark.parametrize("arguments", [[], ["tset"]])
def test_an_unknown_job_is_named_beside_the_jobs(
    run: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Without a known job, the script names the unknown one, lists its jobs and ends with 2."""
    assert run.main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert all(f"run.py {job}" in printed.err for job in run.JOBS)
    assert [f"There is no job {name!r}" in printed.err for name in arguments] == [True] * len(arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_that_was_asked_for_is_no_error(
    run: ModuleType, capsys: pytest.CaptureFixture[str], started: Started, arguments: list[str]
) -> None:
    """It stands on standard output, the exit code is 0, and nothing is set up for it."""
    assert run.main(arguments) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err, started.commands) == (run.USAGE, "", [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "All tests: usually 4 to 12 minutes on two cores (--quick: half a minute to two)."),
        (["--quick"], "half a minute to two on two cores."),
        (["tests/numbers", "-x"], "The chosen tests: tests/numbers -x"),
    ],
)
def test_the_test_job_says_what_it_runs_and_for_how_long(
    run: ModuleType, started: Started, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Whoever starts it knows whether to wait; pytest gets the arguments as they are."""
    assert run.main(["test", *arguments]) == 0
    assert capsys.readouterr().err.splitlines()[-1].endswith(said)
    assert started.commands[-1][-len(arguments) :] == arguments or not arguments


@pytest.mark.slow
def test_an_older_python_gets_a_clear_message() -> None:
    """On Python 3.10 the script says which Python it needs, and nothing else happens."""
    program = f"import sys, runpy; sys.version_info = (3, 10); runpy.run_path({str(ROOT / 'run.py')!r})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Perlu Python 3.11 atau lebih baru. / Python 3.11 or later is needed."
