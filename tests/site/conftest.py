"""Small sites for the tests of the plugin: a folder of rules of one's own, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

RULE = """\
kind: index
id: dinas/serapan
version: 1.0.0
title: {id: Serapan anggaran, en: Absorbed budget}
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs: {realisasi: {}, pagu: {}}
formula: realisasi / pagu * 100
unit: persen
examples: [{title: separuh, given: {realisasi: 1, pagu: 2}, result: 50}]
"""


class SmallSite:
    """A site in a folder: its documents, its rules, what was built of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built = folder / "site"

    def write(self, pages: Mapping[str, str]) -> None:
        """Writes files below the folder."""
        for path, text in pages.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def build(self, options: Mapping[str, Any] | None = None, **settings: Any) -> None:
        """Builds the site with two lines of settings and an agency's folder of rules."""
        plugin = {"rules": [str(self.folder / "rules")], "bundled": False, **(options or {})}
        config = load_config(
            config_file=str(self.folder / "mkdocs.yml"),
            site_name="Dinas Contoh",
            theme={"name": "sakip"},
            plugins=[{"sakip": plugin}],
            docs_dir=str(self.folder / "docs"),
            site_dir=str(self.built),
            **settings,
        )
        build(config)

    def page(self, path: str) -> str:
        """Gives a built page."""
        return (self.built / path / "index.html").read_text("utf-8")


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """A site with one rule of one's own."""
    site = SmallSite(tmp_path)
    site.write(
        {"rules/dinas/serapan/1.0.0.yaml": RULE, "docs/.gitkeep": "", "mkdocs.yml": "site_name: Dinas\n"}
    )
    return site


@pytest.fixture(scope="session")
def agency(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The same, with a guide of its own, built once."""
    site = SmallSite(tmp_path_factory.mktemp("agency"))
    guide = "# Panduan\n\n## Satu & dua\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"
    site.write(
        {
            "rules/dinas/serapan/1.0.0.yaml": RULE,
            "mkdocs.yml": "site_name: Dinas\n",
            "docs/panduan.md": guide,
            "docs/en/panduan.md": "# Guide\n\n## One & two\n",
        }
    )
    site.build(site_url="https://dinas.example/")
    return site
