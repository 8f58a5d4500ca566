"""A report as a workbook to fill in: how it lies there, and how it is read back."""

from sakip_rules.forms.reading import FormDocument, load_form

__all__ = ["FormDocument", "load_form"]
