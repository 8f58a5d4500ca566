"""A catalogue as the pages of a site: every rule, and what was computed with them."""

from sakip_rules.pages.addresses import AddressStyle
from sakip_rules.pages.making import make_pages, write_pages
from sakip_rules.pages.paper import MADE_BY
from sakip_rules.pages.reports.book import ReportBook

__all__ = ["MADE_BY", "AddressStyle", "ReportBook", "make_pages", "write_pages"]
