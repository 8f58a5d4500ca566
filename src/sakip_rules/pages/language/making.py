"""All pages about the rule language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.pages.data import read
from sakip_rules.pages.language import absent, functions, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip_rules.pages.language.uses import LanguageUses
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView


def language_pages(uses: LanguageUses, view_of: Callable[[str], RuleView]) -> Iterator[MadePage]:
    """Gives every page about the language, each with its view by its path."""
    yield absent.absent_page(view_of(absent.PATH))
    yield functions.functions_page(view_of(functions.INDEX))
    for name in read("functions"):
        yield functions.function_page(name, uses, view_of(functions.function_path(name)))
    yield keys.keys_page(view_of(keys.INDEX))
    for key in keys.known_keys():
        yield keys.key_page(key, uses, view_of(keys.key_path(key)))
