"""Rule files that change: what is wrong is known again, and only what may have changed is looked at."""

from __future__ import annotations

import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sakip_rules import Catalogue, RuleError, UsageError
from sakip_rules.api import Workspace
from sakip_rules.checker import Checked
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.loader import LoadedRule

HEAD = """\
id: contoh/{name}
version: {version}
title: Contoh
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
"""
RULE = "kind: index\nvalid_from: 2020\nunit: nilai\nexamples: [{title: contoh, given: {}, result: 1}]\n"
LAST = RULE + "inputs: {x: {}}\nformula: x\n"
CALL = RULE + "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/NAME}\nformula: s + x\n"
SCALE = """\
kind: scale
valid_from: 2020
unit: nilai
bands: [{category: Tinggi, from: 50}, {category: Rendah, below: 50}]
examples: [{title: contoh, given: 50, category: Tinggi}]
"""
BODIES = {
    "last": LAST,
    "wrong": RULE + "inputs: {x: {}}\nformula: x + y\n",
    "other unit": LAST.replace("nilai", "persen"),
    "other input": RULE + "inputs: {y: {}}\nformula: y\n",
    "older": LAST.replace("2020", "2019\nvalid_to: 2019"),
    "younger": LAST.replace("2020", "2021"),
    "correction": LAST + "supersedes: contoh/{name}@1.0.0\n",
    "unreadable": "kind: index\n\tx",
    "no rule": "catatan: bukan aturan\n",
    "unknown key": LAST + "warna: merah\n",
    "scale": SCALE,
    "scale with a gap": SCALE.replace("below: 50", "below: 40"),
    **{
        f"calls {name}": CALL.replace("NAME", name) for name in ("a", "b", "c", "tiada", "a@1.0.0", "b@9.0.0")
    },
    "uses scale c": LAST + "scale: contoh/c\n",
}
PATHS = [f"contoh/{name}/{version}.yaml" for name in "abcd" for version in ("1.0.0", "1.0.1")]
PATHS += [f"contoh/{path}" for path in ("d/catatan.yaml", "d/1.0.0.yml", ".d/1.0.0.yaml", "d/catatan.txt")]
PATHS += ["contoh" + "/dalam" * depth + "/1.0.0.yaml" for depth in (7, 8)]


def text_of(path: str, body: str | None) -> str | None:
    """A whole rule file: what its path says, and a body; without a body no file."""
    if body is None:
        return None
    *_, name, file = path.split("/")
    head = HEAD.format(name=name, version=re.sub(r"\.ya?ml$", "", file))
    return head + BODIES[body].replace("{name}", name)


def verdict(checked: Checked) -> list[object]:
    """All that a verdict says: what is wrong, what can be used, and why each rule can or cannot."""
    return [
        checked.diagnostics,
        sorted(checked.unusable),
        [answer(checked, f"contoh/{name}") for name in "abcd"],
    ]


def answer(checked: Checked, rule_id: str) -> object:
    """The newest version of a rule, or the errors that hide it, with those that these come from."""
    try:
        return checked.newest(rule_id).rule.reference
    except RuleError as error:
        return error.diagnostics


changes = st.lists(
    st.tuples(st.sampled_from(PATHS), st.none() | st.sampled_from(sorted(BODIES))), min_size=1, max_size=10
)


def follow(folder: Path, changes: list[tuple[str, str | None]], on_disk: int = 0) -> None:
    """Makes changes one after the other, the first of them on the disk, and compares after each."""
    for path, body in changes[:on_disk]:
        save(folder / path, text_of(path, body))
    workspace = Workspace(folder)
    for path, body in changes[on_disk:]:
        save(folder / path, text_of(path, body))
        workspace.update(folder / path, text_of(path, body))
        assert verdict(workspace.checked) == verdict(Catalogue.load(folder).checked)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes, st.integers(0, 4))
def test_after_any_updates_the_verdict_is_that_of_a_fresh_check(
    changes: list[tuple[str, str | None]], on_disk: int
) -> None:
    """Whatever is changed, added, taken away or broken, in whatever order, from the disk or not."""
    with tempfile.TemporaryDirectory() as folder:
        follow(Path(folder), changes, on_disk)


@pytest.mark.parametrize(
    "changes",
    [
        [("a/1.0.0", "calls tiada"), ("tiadaa/1.0.0", "last"), ("tiadaa/1.0.0", None)],
        [("a/1.0.0", "calls b@9.0.0"), ("b/1.0.0", "unreadable"), ("bb/1.0.0", "last")],
        [("a/1.0.0", "calls b"), ("b/1.0.0", "calls c"), ("c/1.0.0", "calls a"), ("c/1.0.0", "last")],
        [("a/1.0.0", "calls b"), ("b/1.0.0", "last"), ("b/1.0.1", "correction"), ("b/1.0.1", "unreadable")],
    ],
    ids=["what may be meant", "what may be meant by a version", "a circle", "a correction that is broken"],
)
def test_what_a_change_far_away_says(tmp_path: Path, changes: list[tuple[str, str | None]]) -> None:
    """Names that are offered, circles that open, errors that stand in the way."""
    follow(tmp_path, [(f"contoh/{path}.yaml", body) for path, body in changes])


def save(file: Path, text: str | None) -> None:
    """Writes a file, or takes it away."""
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The references of the rules that the checker looked at, since it was last emptied."""
    seen: list[str] = []

    def counting(loaded: LoadedRule, checked: Checked) -> list[Diagnostic]:
        seen.append(loaded.rule.reference)
        return check_rule(loaded, checked)

    monkeypatch.setattr("sakip_rules.checker.check_rule", counting)
    return seen


@pytest.fixture
def chain() -> Workspace:
    """Rule a calls b, b calls c; d stands alone, and e calls what is not there. All of it is text."""
    workspace = Workspace()
    bodies = {"a": "calls b", "b": "calls c", "c": "last", "d": "last", "e": "calls tiada"}
    for name, body in bodies.items():
        path = f"contoh/{name}/1.0.0.yaml"
        workspace.update(path, text_of(path, body))
    return workspace


@pytest.mark.parametrize(
    ("name", "body", "again"),
    [
        ("a", "wrong", ["a"]),
        ("b", "wrong", ["a", "b"]),
        ("c", "other unit", ["a", "b", "c"]),
        ("d", "wrong", ["d"]),
        ("e", "last", ["e"]),
        ("f", "last", ["e", "f"]),  # what e may have meant
        ("tiada", "last", ["e", "tiada"]),
    ],
)
def test_an_update_looks_at_the_file_and_its_dependants(
    chain: Workspace, looked_at: list[str], name: str, body: str, again: list[str]
) -> None:
    """Each once, those that they refer to first; nothing else is checked."""
    path = f"contoh/{name}/1.0.0.yaml"
    told = chain.update(path, text_of(path, body))
    assert sorted(looked_at) == [f"contoh/{rule}@1.0.0" for rule in again]
    assert told == [f"contoh/{rule}/1.0.0.yaml" for rule in again]


def test_dependants_are_known_before_anything_changes(chain: Workspace) -> None:
    """An editor can show who will notice; of a file that is not there, nobody."""
    assert chain.dependants("contoh/b/1.0.0.yaml") == ["contoh/a/1.0.0.yaml", "contoh/b/1.0.0.yaml"]
    assert chain.dependants("contoh/zz/1.0.0.yaml") == []


def test_a_bundled_rule_costs_its_dependants_only(looked_at: list[str]) -> None:
    """253 rules: a change of a rule that none refers to looks at one."""
    workspace = Workspace(Path(__file__).parent.parent.parent / "rules")
    file = workspace.rules.versions["nasional/ipm"][-1].file
    everything = len(workspace.checked.usable)
    assert len(looked_at) == everything
    looked_at.clear()
    told = workspace.update(file, Path(file).read_text(encoding="utf-8") + "# catatan\n")
    assert 1 <= len(looked_at) == len(told) < everything / 10
    assert workspace.diagnostics == []


def test_a_text_stands_in_the_place_of_a_file_until_it_is_taken_away(tmp_path: Path) -> None:
    """As an editor has it that has not saved; then the disk counts again, also if it changed meanwhile."""
    file = tmp_path / "contoh" / "a" / "1.0.0.yaml"
    save(file, text_of("contoh/a/1.0.0.yaml", "last"))
    workspace = Workspace(tmp_path)
    wrong = text_of("contoh/a/1.0.0.yaml", "wrong")
    workspace.update(str(file), wrong)
    assert [found.code for found in workspace.diagnostics] == ["unknown-name"]
    assert dict(workspace.texts) == {str(file): wrong}
    save(file, text_of("contoh/a/1.0.0.yaml", "unknown key"))
    workspace.update(file, None)
    assert [found.code for found in workspace.diagnostics] == ["unknown-key"]
    assert dict(workspace.texts) == {}
    file.unlink()
    assert workspace.update(file, None) == []
    assert (workspace.diagnostics, workspace.rules.loaded) == ([], ())


def test_a_file_has_one_name_however_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative and an absolute path, and one through a link, mean the file that was read."""
    file = tmp_path / "contoh" / "a" / "1.0.0.yaml"
    save(file, text_of("contoh/a/1.0.0.yaml", "last"))
    monkeypatch.chdir(tmp_path)
    workspace = Workspace(tmp_path)
    (tmp_path.parent / "pintas").symlink_to(tmp_path)
    try:
        for name in ("contoh/a/1.0.0.yaml", tmp_path.parent / "pintas" / "contoh" / "a" / "1.0.0.yaml"):
            assert workspace.update(name, text_of("contoh/a/1.0.0.yaml", "wrong")) == [str(file)]
    finally:
        (tmp_path.parent / "pintas").unlink()
    assert len(workspace.rules.loaded) == 1


def test_folders_keep_their_order(tmp_path: Path) -> None:
    """Of one version in two folders the first counts, also if its text came later."""
    first, second = tmp_path / "z", tmp_path / "a"
    path = Path("contoh/a/1.0.0.yaml")
    for folder in (first, second):
        folder.mkdir()
    save(second / path, text_of(str(path), "last"))
    workspace = Workspace(first, second)
    workspace.update(first / path, text_of(str(path), "last"))
    assert [loaded.file for loaded in workspace.rules.loaded] == [str(first / path), str(second / path)]
    save(first / path, text_of(str(path), "last"))
    assert workspace.diagnostics == Catalogue.load(first, second).check()


def test_a_catalogue_of_a_workspace_stays_as_it_was(chain: Workspace) -> None:
    """Later updates are not seen by it; a new one has them."""
    before = Catalogue.of(chain)
    path = "contoh/c/1.0.0.yaml"
    assert before.rule("contoh/c", on=2020).evaluate(x=7).value == 7
    chain.update(path, (text_of(path, "last") or "").replace("formula: x", "formula: x * 2"))
    assert before.rule("contoh/c", on=2020).evaluate(x=7).value == 7
    assert Catalogue.of(chain).rule("contoh/c", on=2020).evaluate(x=7).value == 14
    assert Catalogue.of(chain).rule("contoh/b", on=2020).evaluate(x=7).value == 21


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As in a catalogue; what is no path is refused."""
    missing = tmp_path / "tidak-ada"
    assert [one.key for one in Workspace(missing).diagnostics] == ["no-file.folder"]
    with pytest.raises(UsageError):
        Workspace(7)  # type: ignore[arg-type]  # what programs without types may do
    with pytest.raises(UsageError):
        Workspace().update(7, "")  # type: ignore[arg-type]  # as above
    with pytest.raises(UsageError):
        Workspace().update("a.yaml", b"kind: index")  # type: ignore[arg-type]  # as above


def test_threads_do_not_lose_updates() -> None:
    """Twenty files by five threads: all are there, and the verdict is that of all."""
    workspace = Workspace()

    def write(names: Iterator[str]) -> None:
        for name in names:
            workspace.update(f"contoh/{name}/1.0.0.yaml", text_of(f"contoh/{name}/1.0.0.yaml", "last"))

    names = [[f"r{thread}{place}" for place in range(4)] for thread in range(5)]
    threads = [threading.Thread(target=write, args=(iter(part),)) for part in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(workspace.checked.usable) == 20
    assert workspace.diagnostics == []
