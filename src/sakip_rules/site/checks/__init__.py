"""What is looked over when a site was built: each check gives what it found, page by page."""

from sakip_rules.site.checks.scan import ScannedPage, scan
from sakip_rules.site.checks.site import SiteFinding, findings_of

__all__ = ["ScannedPage", "SiteFinding", "findings_of", "scan"]
