"""Events of the core as JSON bodies of `Inbound`, and back."""

from __future__ import annotations

import json
from typing import Any

from bot.dialogue.events import (
    Departure,
    Event,
    Oddity,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    SendFailed,
    TimerFired,
    TimerKind,
    VisitorChose,
    VisitorSaid,
    VisitorSent,
)
from bot.dialogue.reading import NOTHING, Reading
from bot.dialogue.values import ChoiceId, Locale, TicketId
from bot.service.records import Inbound, InboundKind

MAX_TEXT = 8000
"""Characters of one message that are kept; Telegram allows 4096, an SMS far less."""
DATA_VERSION = "1"


def said(words: str, hint: str | None = None) -> str:
    """Return the body of a free text."""
    return json.dumps({"text": clean(words), "hint": hint}, ensure_ascii=False)


def chose(choice: str, node: str, version: int) -> str:
    """Return the body of a button."""
    return json.dumps({"choice": choice, "node": node, "version": version}, ensure_ascii=False)


def operator_said(ticket: str, message: str, words: str) -> str:
    """Return the body of an operator's words."""
    return json.dumps({"ticket": ticket, "id": message, "text": clean(words)}, ensure_ascii=False)


def clean(words: str) -> str:
    """Drop NUL and lone surrogates, which no file or page can hold, and cut what is too long."""
    kept = words[:MAX_TEXT].replace("\x00", "")
    return kept.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def data(version: int, node: str, choice: str) -> str:
    """Return what a button carries: at most 64 bytes on Telegram."""
    return f"{DATA_VERSION}:{version}:{node}:{choice}"


def chosen(button: str) -> str | None:
    """Return the body for what a button carried; None if it is no button of ours."""
    parts = button.split(":", 3)
    if len(parts) != 4 or parts[0] != DATA_VERSION or not parts[1].isascii():  # noqa: PLR2004
        return None
    return chose(parts[3], parts[2], int(parts[1])) if parts[1].isdigit() else None


def event(inbound: Inbound, reading: Reading = NOTHING) -> Event:
    """Return the event that arrived. Raises ValueError or KeyError on a body that is none."""
    body: dict[str, Any] = json.loads(inbound.body)
    match inbound.kind:
        case InboundKind.SAID:
            hint = body.get("hint")
            return VisitorSaid(str(body["text"]), reading, Locale(hint) if hint else None)
        case InboundKind.CHOSE:
            return VisitorChose(ChoiceId(body["choice"]), body["node"], int(body["version"]))
        case InboundKind.SENT:
            return VisitorSent(Oddity(body["kind"]))
        case InboundKind.CALLED:
            return VisitorSaid("")
        case InboundKind.OPERATOR_JOINED:
            return OperatorJoined(TicketId(body["ticket"]))
        case InboundKind.OPERATOR_SAID:
            return OperatorSaid(TicketId(body["ticket"]), body["id"], str(body["text"]))
        case InboundKind.OPERATOR_LEFT:
            return OperatorLeft(TicketId(body["ticket"]), Departure(body["why"]))
        case InboundKind.TIMER:
            return TimerFired(TimerKind(body["kind"]), body["key"])
        case InboundKind.SEND_FAILED:
            return SendFailed(bool(body["gone"]))


def text(inbound: Inbound) -> str:
    """Return the visitor's own words, "" for anything else."""
    return str(json.loads(inbound.body)["text"]) if inbound.kind is InboundKind.SAID else ""
