"""The log: whatever is planted in a record, only harmless things come out."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from bot import log

TOKEN = "7770123456:AAcanarycanarycanarycanarycanary00"
PHONE = "+996555001234"
DIGITS = 996555001234
WORDS = "he locked me in"
NAME = "Айгүл"
PLANTED = (TOKEN, PHONE, str(DIGITS), WORDS, "locked", NAME, "Айг")
ROOM = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Return what is logged during a test; the process is as before afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions, warnings.showwarning
    names = (*log.QUIET, *log.SILENT)
    libraries = {
        name: (logging.getLogger(name).level, logging.getLogger(name).propagate) for name in names
    }
    out = io.StringIO()
    log.configure(out, logging.DEBUG)
    yield out
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, logging.raiseExceptions, warnings.showwarning = before
    for name, (level, propagate) in libraries.items():
        logging.getLogger(name).setLevel(level)
        logging.getLogger(name).propagate = propagate


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    """Return all lines; each must be an object of its own, without a trace of what was planted."""
    text = stream.getvalue()
    raw = text.encode().decode("unicode_escape")
    assert [word for word in PLANTED if word in text or word in raw] == []
    return [json.loads(line) for line in text.splitlines()]


def test_an_event_of_ours_keeps_ids_words_and_durations(stream: io.StringIO) -> None:
    """The canonical line of a turn."""
    log.logger("bot.service").info("turn_done", conversation=ROOM, channel="telegram", took_ms=3.5)

    (line,) = lines(stream)

    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "turn_done",
        "level": "info",
        "logger": "bot.service",
        "conversation": ROOM,
        "channel": "telegram",
        "took_ms": 3.5,
    }


@pytest.mark.parametrize("planted", [TOKEN, PHONE, DIGITS, WORDS, NAME, [WORDS], {"a": PHONE}])
@pytest.mark.parametrize("key", ["conversation", "channel", "count", "text", "phone", "reason"])
def test_nothing_personal_comes_out_under_any_key(
    stream: io.StringIO, key: str, planted: object
) -> None:
    """A careless call is harmless: the value is left out and counted."""
    log.logger("bot.service").error("turn_failed", **{key: planted})

    (line,) = lines(stream)

    assert line["withheld"] == 1


def test_an_event_name_with_words_in_it_is_withheld(stream: io.StringIO) -> None:
    """Names of events are fixed; a sentence is no name."""
    log.logger("bot.service").info(f"visitor said {WORDS}")

    assert lines(stream)[0]["event"] == "withheld"


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore.http11", "telegram.ext", "uvicorn.error", "starlette", "x", "bot"]
)
def test_what_a_library_says_is_reduced_to_who_and_how_loud(stream: io.StringIO, name: str) -> None:
    """Their sentences hold URLs with tokens, and whole updates."""
    logging.getLogger(name).error("POST /bot%s/sendMessage %s", TOKEN, {"text": WORDS})

    (line,) = lines(stream)

    assert line.pop("at")
    assert line == {"event": "library", "level": "error", "logger": name}


@pytest.mark.parametrize("name", ["httpx", "httpcore", "telegram", "uvicorn.error", "starlette"])
def test_libraries_are_quiet_below_warnings(stream: io.StringIO, name: str) -> None:
    """The client tells of each request at INFO, python-telegram-bot of each update at DEBUG."""
    logging.getLogger(name).info("HTTP Request: GET /bot%s/getMe", TOKEN)

    assert lines(stream) == []


def test_the_access_log_is_off(stream: io.StringIO) -> None:
    """Addresses of visitors, and paths that are secrets."""
    logging.getLogger("uvicorn.access").critical("%s - GET /telegram/%s", PHONE, TOKEN)

    assert lines(stream) == []


def test_an_exception_gives_its_class_and_places_but_not_its_message(stream: io.StringIO) -> None:
    """Messages of exceptions quote what could not be handled."""
    try:
        try:
            raise KeyError(PHONE)  # noqa: TRY301 - the cause is the point
        except KeyError as error:
            raise ValueError(WORDS) from error
    except ValueError:
        log.logger("bot.service").exception("turn_failed")
        logging.getLogger("httpx").exception("failed for %s", TOKEN)

    ours, theirs = lines(stream)

    assert ours["exception"] == theirs["exception"] == "ValueError"
    assert ours["cause"] == "KeyError"
    assert re.fullmatch(r"test_log\.py:\d+", ours["places"][-1])


def test_a_record_that_cannot_be_formatted_prints_nothing(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    """The standard library would print all arguments of such a record."""
    logging.getLogger("x").error("%d and %d", WORDS)  # noqa: PLE1206 - broken on purpose

    assert len(lines(stream)) == 1
    assert WORDS not in "".join(capsys.readouterr())


def test_line_breaks_and_escapes_in_a_record_make_no_new_line(stream: io.StringIO) -> None:
    """Nobody can forge a line (S-36)."""
    log.logger("bot.service").info("turn_done", reason='a\n{"event":"forged"}\x1b[2J %s {}')
    logging.getLogger("x\nforged").warning("a\nb")

    assert [line["event"] for line in lines(stream)] == ["turn_done", "library"]


def test_a_warning_of_python_goes_the_same_way(stream: io.StringIO) -> None:
    """Warnings quote values too."""
    warnings.simplefilter("always")
    warnings.warn(WORDS, UserWarning, stacklevel=1)

    assert [line["logger"] for line in lines(stream)] == ["py.warnings"]


def test_times_are_no_finer_than_a_minute(stream: io.StringIO) -> None:
    """Finer ones could be laid beside an operator's call records."""
    log.logger("bot").info("started")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ", lines(stream)[0]["at"])


def test_an_uncaught_exception_ends_the_process_without_its_message() -> None:
    """The interpreter's own traceback would show the message on stderr."""
    program = f"from bot import log\nlog.configure()\nlog.hook()\nraise ValueError({WORDS!r})"

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert json.loads(done.stderr)["exception"] == "ValueError"
    assert WORDS not in done.stderr
