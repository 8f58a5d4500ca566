"""What a person sees of HTML: its words, without elements and attributes."""

from html.parser import HTMLParser
from typing import Any

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Page(HTMLParser):
    """A page, read: its words, its ids and where its links lead; it fails on elements that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Keeps the id and the link of an element."""
        stated = dict(attrs)
        self.ids += [stated["id"]] if "id" in stated else []
        self.links += [stated["href"]] if "href" in stated else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Holds an element to the one that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keeps what is shown."""
        if self.open and self.open[-1] not in {"script", "style"}:
            self.words.append(data)


def words(html: str) -> str:
    """The words that a person sees, with single spaces between them."""
    return " ".join(" ".join(Page(html).words).split())
