"""The rule files and reports of the corpus as cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.hostile.floods import Generated
from tests.hostile.generated_files import many_mistakes, report_files, rule_files
from tests.hostile.skeletons import HERE, SKELETONS
from tests.plain import plain_file

MARK = "«"


@dataclass(frozen=True, eq=False)
class Case:
    """One file, its verdict, and the line that must be named; its bytes are built when they are asked for."""

    name: str
    verdict: str
    build: Callable[[], bytes]
    line: int | None = None

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.build()

    @property
    def codes(self) -> set[str]:
        """The codes of which one must be given; none for a sound file."""
        sound = self.verdict in ("ok", "not_computable") or self.verdict.startswith("not ")
        return set() if sound else set(self.verdict.split(" or "))

    @property
    def forbidden(self) -> str:
        """The code that must not be given."""
        return self.verdict.removeprefix("not ") if self.verdict.startswith("not ") else ""

    def as_rule(self, name: str) -> bytes:
        """The bytes of a rule file of that name; it is as long as the word NAME, for sizes to stay exact."""
        return self.data.replace(b"NAME", name.encode())


def stored(kind: str) -> list[Case]:
    """The cases of the manifest that change one skeleton."""
    entries = plain_file(HERE / "files.yaml")[kind]
    return [edited(kind, number, *entry) for number, entry in enumerate(entries)]


def edited(kind: str, number: int, verdict: str, old: str, new: str) -> Case:
    """A skeleton with one edit; the line of the mark is the line of the diagnostic."""
    skeleton = SKELETONS[kind]
    if kind != "report":
        for name in ("skala", "tabel"):
            skeleton = skeleton.replace(f"contoh/{name}\n", "contoh/NAME\n")
    assert old in skeleton, f"{kind} {number}: {old!r} is not in the skeleton"
    text = skeleton.replace(old, new, 1) if old else new
    before, mark, behind = text.partition(MARK)
    data = (before + behind).encode("utf-8", "surrogatepass")
    shown = f"{kind} {number} {verdict}: {ascii(new)[:50]}"
    return Case(shown, verdict, partial(bytes, data), before.count("\n") + 1 if mark else None)


def from_generated(items: list[Generated]) -> list[Case]:
    """The generated files as cases."""
    return [Case(item.name, item.verdict, item.data, item.line) for item in items]


def as_they_are(kind: str) -> list[Case]:
    """The files that are kept as they are: `<verdict>@<line>.<name>.yaml`, a verdict with `+` for `or`."""
    found = []
    for file in sorted((HERE / "files" / kind).glob("*.yaml")):
        head, name, _ = file.name.split(".")
        verdict, _, line = head.partition("@")
        wanted = verdict.replace("+", " or ")
        found.append(Case(f"{verdict}: {name}", wanted, file.read_bytes, int(line) if line else None))
    return found


RULES = [
    *(case for kind in ("index", "scale", "table", "framework") for case in stored(kind)),
    *from_generated(rule_files()),
    *as_they_are("rule"),
]
REPORTS = [*stored("report"), *from_generated(report_files()), *as_they_are("report")]
MANY_MISTAKES = from_generated(list(many_mistakes()))
EXAMPLES = [*stored("example"), *as_they_are("example")]


def rule_name(number: int) -> str:
    """A name as long as the word NAME that it takes the place of."""
    return f"k{number:03}"


def named(name: str, cases: list[Case]) -> Case:
    """The one case of that name."""
    (case,) = (case for case in cases if case.name == name)
    return case
