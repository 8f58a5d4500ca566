"""All pages and where they stand, below the folder of a site's documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from sakip_rules.checker import Checked
from sakip_rules.languages import LANGUAGES, Language, say
from sakip_rules.pages import formulas, listing, overview, published, readings
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.listing import FOLDER
from sakip_rules.pages.topics import by_topic

FOLDERS: Final[Mapping[Language, str]] = {"id": "aturan", "en": "en/rules"}
NAMES: Final[Mapping[str, Mapping[Language, str]]] = {
    "overview": {"id": "index.md", "en": "index.md"},
    "listing": {"id": "daftar.md", "en": "list.md"},
    "published": {"id": "contoh-terbit.md", "en": "published.md"},
    "readings": {"id": "pembacaan.md", "en": "readings.md"},
    "not_shipped": {"id": "belum-dimuat.md", "en": "not-shipped.md"},
}
MADE_BY: Final = "`sakip docs`"
"""Stands at the top of every page that is made, and of no other."""


def make_pages(checked: Checked, out: Path | None = None) -> dict[str, str]:
    """Gives every page: its path below the folder `out`, and its text.

    Pages written by hand that stand in `out` already are linked to.
    """
    answers = Answers(checked)
    return {path: text for lang in LANGUAGES for path, text in _pages(checked, answers, lang, out)}


def _pages(checked: Checked, answers: Answers, lang: Language, out: Path | None) -> Iterator[tuple[str, str]]:
    catalogue, folder = checked.catalogue, FOLDERS[lang]
    made: dict[str, str | None] = {
        "listing": listing.page(catalogue, lang),
        "published": published.page(answers, lang),
        "readings": readings.page(answers, lang),
    }
    others = {name for name, text in made.items() if text is not None}
    if out is not None and (out / folder / NAMES["not_shipped"][lang]).is_file():
        others.add("not_shipped")
    made["overview"] = overview.page(catalogue, others, lang)
    for name, text in made.items():
        if text is not None:
            yield f"{folder}/{NAMES[name][lang]}", text
    for topic, rules in by_topic(catalogue):
        path = f"{folder}/{say(FOLDER, lang)}/{topic.name}.md"
        yield path, formulas.page(topic, rules, catalogue, lang)


def write_pages(checked: Checked, out: Path) -> list[str]:
    """Writes every page below a folder, and removes those it once wrote that no rule needs any more.

    Gives their paths. Raises `OSError` where a file cannot be written.
    """
    made = make_pages(checked, out)
    for path in written(out) - made.keys():
        (out / path).unlink()
    for path, text in made.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return sorted(made)


def written(out: Path) -> set[str]:
    """Gives the paths of the pages in a folder that were made, not written by hand."""
    folders = [out / folder for folder in FOLDERS.values()]
    folders += [out / folder / say(FOLDER, lang) for lang, folder in FOLDERS.items()]
    files = (file for folder in folders for file in folder.glob("*.md"))
    return {PurePosixPath(file.relative_to(out)).as_posix() for file in files if _is_made(file)}


def _is_made(file: Path) -> bool:
    """Whether a page says in its first lines who made it."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        return any(MADE_BY in line for _, line in zip(range(5), lines, strict=False))
