"""Where pages about the language stand in tests."""

from sakip_rules.languages import Language
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.rule.view import RuleView

HAND_WRITTEN = {"rujukan/bahasa-aturan.md", "galat/outside-domain.md"}


def view(path: str, lang: Language = "id") -> RuleView:
    """A page of a site that has the reference and the page of one code, in Indonesian."""
    return RuleView(
        PagePlace(path, lang, "files", HAND_WRITTEN), lambda _: None, lambda rule: f"rumus/{rule.id}.md"
    )
