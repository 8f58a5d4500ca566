"""All generated pages and where they stand."""

from __future__ import annotations

from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.languages import Language
from tables import formulas, listing, overview, published, readings

FOLDERS: dict[Language, tuple[str, str]] = {"id": ("aturan", "rumus"), "en": ("en/rules", "formulas")}
NAMES = {
    "id": {"overview": "index", "published": "contoh-terbit", "listing": "daftar", "readings": "pembacaan"},
    "en": {"overview": "index", "published": "published", "listing": "list", "readings": "readings"},
}


def pages(root: Path) -> dict[str, str]:
    """Every generated page: its path below the repository, and its text."""
    rules = Catalogue.load(root / "rules")
    made: dict[str, str] = {}
    for lang, (folder, below) in FOLDERS.items():
        for module in (overview, published, listing, readings):
            name = NAMES[lang][module.__name__.rpartition(".")[2]]
            made[f"docs/{folder}/{name}.md"] = module.page(rules, lang)
        for name, text in formulas.pages(rules, lang).items():
            made[f"docs/{folder}/{below}/{name}"] = text
    return made


def write(root: Path) -> list[str]:
    """Writes every page; a formula page of a group that is gone is removed."""
    made = pages(root)
    for path in _extra(root, made):
        (root / path).unlink()
    for path, text in made.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return sorted(made)


def stale(root: Path) -> list[str]:
    """The committed pages that are not what would be written, or that nothing writes."""
    made = pages(root)
    differing = [path for path, text in made.items() if _committed(root / path) != text]
    return sorted([*differing, *_extra(root, made)])


def _committed(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _extra(root: Path, made: dict[str, str]) -> list[str]:
    there = [
        file for folder, below in FOLDERS.values() for file in (root / "docs" / folder / below).glob("*.md")
    ]
    return [path for file in there if (path := file.relative_to(root).as_posix()) not in made]
