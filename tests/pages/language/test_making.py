"""All pages about the language."""

from tests.pages.language.places import view

from sakip_rules.pages.language.making import language_pages
from sakip_rules.pages.language.uses import LanguageUses


def test_each_page_is_made_once_below_the_reference() -> None:
    """Lists, functions and absent values."""
    paths = [page.path for page in language_pages(LanguageUses(()), view)]
    assert len(paths) == len(set(paths))
    assert {"rujukan/tanpa-nilai.md", "rujukan/fungsi/index.md", "rujukan/fungsi/sum.md"} <= set(paths)
    assert all(path.startswith("rujukan/") for path in paths)
