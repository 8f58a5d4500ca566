"""`sakip serve`: answer requests of other programs, over standard input or over HTTP."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write, write_error
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.diagnostics import quoted
from sakip_rules.languages import Language, say
from sakip_rules.service.worker import serve

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue
    from sakip_rules.languages import Pair

PORTS: Final = range(65536)
THREADS: Final = range(1, 65)

_HOW: Final[Pair] = (
    "Tulis --stdio atau --http, salah satu.",
    "Write --stdio or --http, one of them.",
)
_PORT: Final[Pair] = (
    "--port memerlukan bilangan 0 sampai 65535, bukan {given}.",
    "--port needs a number from 0 to 65535, not {given}.",
)
_THREADS: Final[Pair] = (
    "--threads memerlukan bilangan 1 sampai 64, bukan {given}.",
    "--threads needs a number from 1 to 64, not {given}.",
)
_BEGUN: Final[Pair] = (
    "Melayani di {address} (berhenti: Ctrl-C)",
    "Serving at {address} (stop: Ctrl-C)",
)
_TAKEN: Final[Pair] = (
    "Tidak dapat melayani di {host}:{port}: {reason}",
    "Cannot serve at {host}:{port}: {reason}",
)


def run(  # noqa: PLR0913 - one for each option
    *, stdio: bool, http: bool, host: str, port: str, threads: str, rules: NamedRules, lang: Language
) -> int:
    """Answers until standard input ends, or until the process is stopped."""
    if stdio == http:
        raise WrongUsageError(_HOW)
    catalogue = open_rules(rules)
    if http:
        numbers = _number(port, PORTS, _PORT), _number(threads, THREADS, _THREADS)
        return _over_http(catalogue, host, *numbers, lang)
    if sys.stdin is not None:
        serve(catalogue, sys.stdin.buffer, write, lang)
    return 0


def _number(text: str, allowed: range, words: Pair) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) in allowed:  # noqa: PLR2004 - digits enough
        return int(text)
    raise WrongUsageError((words[0].format(given=quoted(text)), words[1].format(given=quoted(text))))


def _over_http(catalogue: Catalogue, host: str, port: int, threads: int, lang: Language) -> int:
    from sakip_rules.service.web.application import Application  # noqa: PLC0415 - the worker does not wait for it
    from sakip_rules.service.web.server import run as serve_http  # noqa: PLC0415 - as above

    def begun(address: str) -> None:
        write_error(say(_BEGUN, lang).format(address=address) + "\n")

    try:
        serve_http(Application(catalogue, lang), host, port, threads, begun)
    except (OSError, ValueError) as error:  # a port that is taken, a host that is none
        reason = getattr(error, "strerror", None) or str(error)
        texts = {"host": host, "port": port, "reason": reason}
        raise WrongUsageError((_TAKEN[0].format(**texts), _TAKEN[1].format(**texts))) from error
    return 0
