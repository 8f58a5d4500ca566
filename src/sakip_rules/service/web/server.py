"""A server for the application: waitress, which needs no other package."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.extras import needed
from sakip_rules.loader import REPORT_LIMITS

if TYPE_CHECKING:
    from sakip_rules.service.web.application import Application

HEADER_BYTES: Final = 32 * 1024
CONNECTIONS: Final = 100
SILENT_SECONDS: Final = 10
"""A connection on which nothing comes for so long is closed."""


def run(application: Application, host: str, port: int, threads: int, begun: Callable[[str], None]) -> None:
    """Serves until the process is stopped; `begun` is told the address.

    Raises `UsageError` without the extra, `OSError` where the port is taken.
    """
    server = make(application, host, port, threads)
    begun(f"http://{server.effective_host}:{server.effective_port}")
    try:
        server.run()
    finally:
        server.close()


def make(application: Application, host: str, port: int, threads: int) -> Any:  # noqa: ANN401 - waitress ships no types
    """Gives a server that listens; with port 0 at a free one. Raises as `run`."""
    waitress = needed("waitress", "serve")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # else a line for each request that waits
    return waitress.create_server(
        application,
        host=host,
        port=port,
        threads=threads,
        ident="sakip-rules",
        connection_limit=CONNECTIONS,
        channel_timeout=SILENT_SECONDS,
        cleanup_interval=SILENT_SECONDS,
        max_request_header_size=HEADER_BYTES,
        max_request_body_size=REPORT_LIMITS.size + HEADER_BYTES,
    )
