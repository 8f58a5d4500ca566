"""A catalogue as the pages of a site, in Markdown: every rule in words, and what was computed with them."""

from sakip_rules.pages.site import make_pages, write_pages

__all__ = ["make_pages", "write_pages"]
