"""A service at a free port of this machine, for as long as a test needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sakip_rules import Catalogue
from sakip_rules.service.web import server
from sakip_rules.service.web.application import Application


@contextmanager
def served(catalogue: Catalogue) -> Iterator[str]:
    """Gives its address; in the end it has stopped."""
    made = server.make(Application(catalogue), "127.0.0.1", 0, 2)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.effective_port}"
    made.close()
    thread.join(10)
    assert not thread.is_alive()
