"""The files that readers compute with, in a built site."""

from __future__ import annotations

from typing import Any


def test_pages_with_a_calculator_load_its_script_and_others_do_not(agency: Any) -> None:
    """A page weighs what it needs."""
    assert "js/calculator.js" in agency.page("rumus/dinas/serapan")
    assert "js/calculator.js" not in agency.page("panduan")
    assert (agency.built / "js" / "calculator.js").is_file()


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
