"""What the site takes from the package: scripts of calculator and workbench, the engine, how charts look."""

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
CHARTS: Final = "css/charts.css"
ENGINE_FOLDER: Final = "assets/workbench"
_PAGE: Final = ("editor.js", "workbench.js", "worker.mjs")


def tool_files(config: MkDocsConfig, engine: Path | None, reports: Sequence[Path] = ()) -> Iterator[File]:
    """Gives the files: scripts and styles, reports to open, the engine from its folder where it was made."""
    for report in reports:
        yield File.generated(config, f"laporan/{report.name}", abs_src_path=str(report))
    yield File.generated(config, CALCULATOR, content=calculator_script())
    charts = resources.files("sakip_rules.pictures") / "charts.css"
    yield File.generated(config, CHARTS, content=charts.read_text(encoding="utf-8"))
    page = resources.files("sakip_rules.site.workbench") / "page"
    for name in _PAGE:
        yield File.generated(config, f"js/{name}", content=(page / name).read_text(encoding="utf-8"))
    for file in sorted(engine.iterdir()) if engine is not None and engine.is_dir() else ():
        yield File.generated(config, f"{ENGINE_FOLDER}/{file.name}", abs_src_path=str(file))
