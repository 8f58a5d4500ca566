"""A printed category that is not the one of the figure's scale."""

from __future__ import annotations

from sakip_rules.audit.digits import PrintedNumber, exact_text
from sakip_rules.audit.findings import Cause
from sakip_rules.languages import Pair
from sakip_rules.plans import ScalePlan, band_of
from sakip_rules.scales import Band, Span
from sakip_rules.values import Category
from sakip_rules.wording.values import number_pair


def same_category(printed: str, category: Category) -> bool:
    """Whether a printed category means a band: its label or its code, whatever the case and spaces."""
    return _plain(printed) in {_plain(name) for name in (category.label, category.code) if name is not None}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def category_cause(
    name: str, printed: str, beside: PrintedNumber | None, category: Category, scale: ScalePlan | None
) -> Cause | None:
    """Gives why another category is printed: that of the number beside it, or none that follows.

    A category that the scale does not have follows from no number: it has no cause.
    """
    if scale is None:
        return None
    if beside is not None:
        of_beside = band_of(scale, beside.number)
        if isinstance(of_beside, Category) and same_category(printed, of_beside):
            said = number_pair(beside.text)
            message = (
                f"kategori dari angka yang tercetak di sampingnya, {said[0]}",
                f"the category of the number printed beside it, {said[1]}",
            )
            return Cause("category-of-printed", message, {name: beside.text})
    for band in scale.scale.bands:
        if band.span is not None and same_category(printed, Category(band.category, band.code)):
            return _does_not_follow(name, band, band.span, category, scale)
    return None


def _does_not_follow(name: str, band: Band, span: Span, category: Category, scale: ScalePlan) -> Cause:
    words = _span_words(span)
    meant = (f"{band.category} berlaku untuk {words[0]}", f"{band.category} is for {words[1]}")
    by = scale.source.reference
    message = (
        f"kategori tidak sesuai angkanya: {meant[0]} ({by}), angka ini {category.label}",
        f"the category does not follow from the figure: {meant[1]} ({by}), this figure is {category.label}",
    )
    return Cause("category", message, {name: words[1]})


def _span_words(span: Span) -> Pair:
    """The numbers of a band in words; another band has the figure's number, so this one has not all."""
    indonesian, english = [], []
    for end, closed, words in (
        (span.low, span.low_closed, (("mulai", "from"), ("di atas", "above"))),
        (span.high, span.high_closed, (("sampai", "up to"), ("di bawah", "below"))),
    ):
        if end is not None:
            said = number_pair(exact_text(end))
            pair = words[0] if closed else words[1]
            indonesian.append(f"{pair[0]} {said[0]}")
            english.append(f"{pair[1]} {said[1]}")
    return " ".join(indonesian), " ".join(english)
