"""What readers compute with on the site: the scripts of calculator and workbench, and the engine's files."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File

from sakip_rules.site.calculator.script import calculator_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

CALCULATOR: Final = "js/calculator.js"
ENGINE_FOLDER: Final = "assets/workbench"
_PAGE: Final = ("editor.js", "workbench.js", "worker.mjs")


def tool_files(config: MkDocsConfig, engine: Path | None, reports: Sequence[Path] = ()) -> Iterator[File]:
    """Gives the files: scripts, reports to open, and the engine from its folder where it was made."""
    for report in reports:
        yield File.generated(config, f"laporan/{report.name}", abs_src_path=str(report))
    yield File.generated(config, CALCULATOR, content=calculator_script())
    page = resources.files("sakip_rules.site.workbench") / "page"
    for name in _PAGE:
        yield File.generated(config, f"js/{name}", content=(page / name).read_text(encoding="utf-8"))
    for file in sorted(engine.iterdir()) if engine is not None and engine.is_dir() else ():
        yield File.generated(config, f"{ENGINE_FOLDER}/{file.name}", abs_src_path=str(file))
