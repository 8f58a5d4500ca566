"""The rules that come with the library, as a folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import RuleError
from sakip_rules.loader.absent import no_folder

if TYPE_CHECKING:
    import tempfile

PACKAGE: Final = Path(__file__).parent.parent
PROJECT: Final = 'name = "sakip-rules"'
"""A line of the project's own description: only then is the folder around the code this repository."""


@cache
def bundled_folder() -> Path:
    """Gives the folder of the rules that come with the library; raises `RuleError` where there are none.

    Installed they lie inside the package. An editable install leaves them in the repository, their only
    place. Out of an archive they are unpacked for as long as the program runs.
    """
    if not PACKAGE.is_dir():
        return _unpacked()
    inside = PACKAGE / "rules"
    repository = PACKAGE.parent.parent
    folder = inside if inside.is_dir() or not _is_ours(repository) else repository / "rules"
    if not folder.is_dir():
        raise RuleError([no_folder(folder, str(folder))])
    return folder


def _is_ours(repository: Path) -> bool:
    description = repository / "pyproject.toml"
    return description.is_file() and PROJECT in description.read_text("utf-8").splitlines()


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    import tempfile  # noqa: PLC0415 - only an archive is unpacked

    return tempfile.TemporaryDirectory(prefix="sakip-rules-")  # goes when the program ends


def _unpacked() -> Path:
    from importlib import resources  # noqa: PLC0415 - as above

    inside = resources.files("sakip_rules") / "rules"
    folder = Path(_temporary().name)
    for owner in inside.iterdir():
        for name in owner.iterdir():
            (folder / owner.name / name.name).mkdir(parents=True)
            for version in name.iterdir():
                (folder / owner.name / name.name / version.name).write_bytes(version.read_bytes())
    return folder
