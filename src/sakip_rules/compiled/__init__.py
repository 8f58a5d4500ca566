"""Compiles plans into functions over integers: they give what the reference gives, or leave a call to it."""


class UncoveredError(Exception):
    """A rule has what is left to the reference; `reason` is the key of its words (`compiled.speed`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DeclineError(Exception):
    """This call is left to the reference: no mistake."""


__all__ = ["DeclineError", "UncoveredError"]
