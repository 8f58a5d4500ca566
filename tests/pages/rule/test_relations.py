"""What stands around a rule."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

RULES = {
    "index a": "inputs: {x: {}}\nsteps: {s: {rule: contoh/b, with: {x: x}}}\nformula: s\n",
    "index b": "inputs: {x: {}}\nformula: x\n",
}


def test_a_rule_knows_what_it_uses_and_what_uses_it(page_of: PageOf) -> None:
    """Both ways, with links."""
    using = page_of(RULES).body
    assert "Kaitan Memakai Contoh ( contoh/b )" in words(using)
    used = page_of(dict(reversed(RULES.items()))).body
    assert "Kaitan Dipakai oleh Contoh ( contoh/a )" in words(used)
    assert "a.html" in Page(used).links


def test_a_rule_that_no_other_uses_says_so(page_of: PageOf) -> None:
    """Who asks what uses a rule gets an answer; what is not there besides has no heading."""
    alone = words(page_of({"index b": RULES["index b"]}).body)
    assert "Kaitan Tidak ada aturan lain di situs ini yang memakainya." in alone
    assert "Dipakai oleh" not in alone
    assert "yang memakainya" not in words(page_of(dict(reversed(RULES.items()))).body)
