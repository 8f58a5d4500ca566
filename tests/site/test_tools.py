"""The files that readers compute with, in a built site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

FRAMEWORK = """\
kind: framework
id: dinas/kerangka
version: 1.0.0
title: Kerangka
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
levels:
  dinas:
    result: serapan
    inputs: {serapan: {unit: persen}}
examples:
  - {title: kosong, report: {}, expect: {.: {serapan: missing}}}
"""
REPORT = """\
report: Laporan kecil
organization: Dinas
year: 2020
framework: dinas/kerangka
serapan: "62,55"
"""


def test_pages_with_a_calculator_load_its_script_and_others_do_not(agency: Any) -> None:
    """A page weighs what it needs."""
    assert "js/calculator.js" in agency.page("rumus/dinas/serapan")
    assert "js/calculator.js" not in agency.page("panduan")
    assert (agency.built / "js" / "calculator.js").is_file()


@pytest.mark.slow
def test_the_engine_of_the_workbench_is_copied_from_its_folder(small_site: Any) -> None:
    """Without the folder the rest of the site is whole."""
    small_site.build({"workbench": "mesin"})
    assert not (small_site.built / "assets" / "workbench").exists()
    small_site.write({"mesin/engine.zip": "mesin"})
    small_site.build({"workbench": "mesin"})
    assert (small_site.built / "assets" / "workbench" / "engine.zip").read_text("utf-8") == "mesin"


def test_a_page_with_a_workbench_loads_its_scripts(small_site: Any) -> None:
    """Any page may hold one."""
    small_site.write({"docs/coba.md": '# Coba\n\n<div class="workbench" data-assets="../assets/"></div>\n'})
    small_site.build()
    page = small_site.page("coba")
    assert "js/workbench.js" in page
    assert "js/calculator.js" not in page


@pytest.mark.slow
def test_a_report_gets_pages_and_can_be_opened(small_site: Any, tmp_path: Path) -> None:
    """Its tables, and the file itself for the workbench; one with errors stops the build with its message."""
    small_site.write({"rules/dinas/kerangka/1.0.0.yaml": FRAMEWORK, "kecil.yaml": REPORT})
    report = str(tmp_path / "kecil.yaml")
    small_site.build({"reports": [report]})
    assert "62,55" in small_site.page("laporan/kecil")
    assert (small_site.built / "laporan" / "kecil.yaml").read_text("utf-8") == REPORT
    small_site.write({"kecil.yaml": REPORT.replace("serapan", "serapn")})
    with pytest.raises(Abort):
        small_site.build({"reports": [report]})
