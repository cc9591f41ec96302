"""Logging: one JSON object a line, of event names, ids, words from short lists and durations.

Nothing else can come out. What libraries say is reduced to who said it, how loud, and the
class and place of an exception: their sentences hold URLs with tokens, and updates.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import PurePath
from types import TracebackType
from typing import IO, Any

import structlog
from structlog.typing import EventDict, WrappedLogger

QUIET = ("httpx", "httpcore", "telegram", "uvicorn", "starlette", "asyncio", "redis", "hpack")
"""Loggers of libraries, pinned to warnings: below that they speak of every request."""
SILENT = ("uvicorn.access",)
"""Lines with addresses and paths (the path of a webhook is a secret)."""

EVENT = re.compile(r"[a-z][a-z0-9_.]{0,59}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,79}")
ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
WORD = re.compile(r"[A-Za-z][A-Za-z_.-]{0,39}")
LARGEST = 10_000_000
"""Phone numbers and the ids of people on platforms are larger; our counts are not."""

IDS = frozenset({"conversation", "ticket", "turn", "boot", "operator", "worker"})
WORDS = frozenset(
    """channel kind engine client role mode part phase state delivery outcome reason error
    locale form slot urgency effect timer store verb why""".split()
)
NUMBERS = frozenset(
    """count took_ms wait_ms ms seconds attempt batch size seq port desk_port metrics_port round
    rows pending waiting status version limit effects sends conversations inbox outbox code pid
    restarts""".split()
)
WITHHELD = "withheld"
FRAMES = 12
"""Places of a traceback that are kept, the innermost ones."""


def configure(stream: IO[str] | None = None, level: int = logging.INFO) -> None:
    """Send every record of this process through the one formatter, to `stream` (stderr)."""
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in (*QUIET, *SILENT):
        _pin(name)
    logging.raiseExceptions = False
    # None of these is ever written; not gathering them is the library's own advice for speed.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            redact,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def hook() -> None:
    """Route what would end the process, or a thread, with a printed traceback through the log."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """Return a logger: `logger(__name__).info("turn_done", took_ms=3)`."""
    bound: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return bound


def redact(_logger: WrappedLogger, level: str, event: EventDict) -> EventDict:
    """Keep of an event only what is known to be harmless; count what was left out."""
    name = event.pop("event", "")
    line: dict[str, object] = {
        "event": name if _matches(EVENT, name) else WITHHELD,
        "level": level,
        "logger": _name(event.pop("logger", "")),
    }
    line |= _exception(event.pop("exc_info", None))
    kept = {key: value for key, value in event.items() if _harmless(key, value)}
    if len(kept) < len(event):
        line[WITHHELD] = len(event) - len(kept)
    return {**line, **kept}


class Lines(logging.Formatter):
    """Turns a record, ours or a library's, into one line of JSON."""

    _encode = structlog.processors.JSONRenderer(ensure_ascii=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the message of a foreign record is never even put together."""
        ours = isinstance(record.msg, dict) and hasattr(record, "_logger")
        line = record.msg if ours else _foreign(record)
        line = {
            "at": _minute(int(record.created // 60)),
            **(line if isinstance(line, dict) else {}),
        }
        return str(self._encode(None, "", line))


class _Handler(logging.StreamHandler[IO[str]]):
    """Writes lines, and stays silent about records it cannot format: they may hold anything."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Drop what the standard library would print with all its arguments."""


def _pin(name: str) -> None:
    library = logging.getLogger(name)
    library.handlers.clear()
    library.setLevel(logging.CRITICAL + 1 if name in SILENT else logging.WARNING)
    library.propagate = name not in SILENT


def _foreign(record: logging.LogRecord) -> dict[str, object]:
    line: dict[str, object] = {
        "event": "library",
        "level": record.levelname.lower() if _matches(WORD, record.levelname) else WITHHELD,
        "logger": _name(record.name),
    }
    return line | _exception(record.exc_info)


def _harmless(key: str, value: object) -> bool:
    if key in IDS:
        return _matches(ID, value)
    if key in WORDS:
        return value is None or isinstance(value, bool) or _matches(WORD, value)
    number = isinstance(value, int | float) and -LARGEST < value < LARGEST
    return key in NUMBERS and number


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _name(value: object) -> object:
    return value if _matches(NAME, value) else WITHHELD


def _exception(given: object) -> dict[str, object]:
    """Return class and places of an exception; its message may hold what a visitor wrote."""
    error = _error(given)
    if error is None:
        return {}
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames]
    line: dict[str, object] = {"exception": type(error).__name__, "places": places}
    cause = error.__cause__ or error.__context__
    return line | ({"cause": type(cause).__name__} if cause else {})


def _error(given: object) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple) and len(given) > 1:
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given else None


@lru_cache(maxsize=1)
def _minute(minutes: int) -> str:
    """Name a minute: finer times could be laid beside an operator's call records."""
    return datetime.fromtimestamp(minutes * 60, UTC).strftime("%Y-%m-%dT%H:%MZ")


def _uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    record: Mapping[str, Any] = {"exc_info": (kind, error, trace)}
    logging.getLogger("bot").critical("uncaught", **record)
