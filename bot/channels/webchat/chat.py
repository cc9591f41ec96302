"""The conversation over HTTP: the page, what a visitor posts, the stream, and leaving."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route

from bot.channels.webchat import requests
from bot.channels.webchat.cookies import Cookie, address, draw, event_key
from bot.channels.webchat.headers import ERASE
from bot.channels.webchat.pages import Pages
from bot.channels.webchat.port import VisitorShell
from bot.channels.webchat.requests import Posted, RequestError
from bot.channels.webchat.stream import Stream, listening, own_id
from bot.channels.webchat.tabs import Tabs
from bot.dialogue.values import Locale
from bot.log import logger
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, ConversationId, Inbound, InboundKind, LogLine

NEUTRAL = "/phrases"
PATIENCE = 3.0
"""Seconds a page waits for a turn under way, so that it shows the reply without JavaScript."""
DATA = re.compile(r"1:(\d{1,12}):([^:]{1,64}):([^:]+)")
"""`Button.data`: format, session version, hash of the screen, choice."""


class Chat:
    """The four endpoints of a conversation, over one shell."""

    def __init__(
        self,
        shell: VisitorShell,
        pages: Pages,
        cookie: Cookie,
        public_url: str,
        closing: asyncio.Event,
    ) -> None:
        self._shell = shell
        self._pages = pages
        self._cookie = cookie
        self._origins = requests.origins(public_url)
        self._closing = closing
        self._tabs = Tabs()

    def routes(self) -> list[BaseRoute]:
        """Return the routes; their names are fixed in the design."""
        return [
            Route("/", self.page),
            Route("/chat/messages", self.post, methods=["POST"]),
            Route("/chat/events", self.events),
            Route("/chat/leave", self.leave, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show this browser's conversation, else the first screen, which starts none."""
        conversation = await self._conversation(self._cookie.token(request))
        if conversation is None:
            return HTMLResponse(self._pages.first(self._pages.accepted(request)))
        lines = await self._lines(conversation)
        return HTMLResponse(self._pages.chat(await self._locale(request, conversation), lines))

    async def post(self, request: Request) -> Response:
        """Keep one message: 202, or 303 for a form. The same id again changes nothing."""
        posted = Posted("")
        form = request.headers.get("content-type", "").lower().startswith(requests.FORM)
        given = self._cookie.token(request)
        token = given or draw()
        try:
            posted = await requests.read(request, self._origins)
            await self._keep(token, posted, settle=form)
        except RequestError as refusal:
            return await self._again(request, refusal, form=form)
        except StoreUnavailable:
            return await self._again(
                request, RequestError(503, "store", posted.text or ""), form=form
            )
        response: Response = RedirectResponse("/", 303)
        if not form:
            response = JSONResponse({"id": posted.id, "new": given is None}, 202)
        if given is None:
            self._cookie.give(response, token)
        return response

    async def events(self, request: Request) -> Response:
        """Stream what follows the last line this tab has."""
        token = self._cookie.token(request)
        query = request.query_params
        stream = Stream(
            self._shell,
            address(token) if token else None,
            await self._conversation(token),
            self._closing,
            self._tabs,
            after=requests.number(request.headers.get("last-event-id") or query.get("after")),
            first=requests.number(query.get("first")),
            locale=self._pages.known(query.get("in")),
        )
        headers = {"x-accel-buffering": "no"}
        return StreamingResponse(stream.frames(), media_type="text/event-stream", headers=headers)

    async def leave(self, request: Request) -> Response:
        """Quick exit: erase in this browser, also when there is nobody to leave any more."""
        if not requests.is_own(request, self._origins):
            return await self._again(request, RequestError(403, "origin"), form=False)
        kind = request.headers.get("content-type", "").lower()
        response: Response = Response(status_code=204)
        if kind.startswith(requests.FORM):
            response = RedirectResponse(NEUTRAL, 303)
        await self._cut(self._cookie.token(request))
        response.headers["clear-site-data"] = ERASE
        self._cookie.take(response)
        return response

    async def _cut(self, token: str | None) -> None:
        try:
            if token:
                await self._shell.leave(address(token))
        except Exception as error:  # noqa: BLE001 - the phone comes first: nothing leads back
            logger(__name__).error("visitor_leave_failed", error=type(error).__name__)

    async def _keep(self, token: str, posted: Posted, *, settle: bool) -> None:
        """Hand the message to the shell; with `settle`, wait a little for the turn it led to."""
        where = address(token)
        before = await self._shell.find(where)
        lines = await self._shell.view(before, 0) if before else ()
        if before and posted.seen:
            await self._shell.delivered(before, posted.seen)
        if posted.text is None and posted.choice is None:
            return
        conversation = await self._shell.receive(_inbound(where, token, posted, lines))
        if settle and conversation:
            last = lines[-1].seq if lines and conversation == before else 0
            await self._turned(conversation, where, posted.id, last)

    async def _turned(
        self, conversation: ConversationId, where: Address, message: str, last: int
    ) -> None:
        """Return when the turn is in the log, the visitor was cut off, or patience is over."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    async with listening(self._shell, conversation, PATIENCE) as news:
                        lines = await self._shell.view(conversation, 0)
                        if any(line.seq > last or own_id(line) == message for line in lines):
                            return
                        if await self._shell.find(where) != conversation:
                            return
                        await news
        except TimeoutError:
            return

    async def _lines(self, conversation: ConversationId) -> tuple[LogLine, ...]:
        """Return the log; an empty one is a first turn under way, so wait a little for it."""
        lines = await self._shell.view(conversation, 0)
        if lines:
            return lines
        async with listening(self._shell, conversation, PATIENCE) as news:
            lines = await self._shell.view(conversation, 0)
            if not lines:
                await news
        return lines or await self._shell.view(conversation, 0)

    async def _conversation(self, token: str | None) -> ConversationId | None:
        return await self._shell.find(address(token)) if token else None

    async def _locale(self, request: Request, conversation: ConversationId) -> Locale:
        chosen = self._pages.known(await self._shell.locale(conversation))
        return chosen or self._pages.accepted(request)

    async def _again(self, request: Request, refusal: RequestError, *, form: bool) -> Response:
        """Say what was wrong and hand back what was typed."""
        locale = self._pages.accepted(request)
        if not form:
            sentence = self._pages.error(refusal.code, locale)
            return JSONResponse({"error": refusal.code, "text": sentence}, refusal.status)
        lines: tuple[LogLine, ...] = ()
        try:
            conversation = await self._conversation(self._cookie.token(request))
            if conversation:
                lines = await self._shell.view(conversation, 0)
                locale = await self._locale(request, conversation)
        except StoreUnavailable:
            pass  # The page then holds only the visitor's words, and the way to send them.
        page = self._pages.chat(locale, lines, error=refusal.code, draft=refusal.draft)
        return HTMLResponse(page, refusal.status)


def _inbound(where: Address, token: str, posted: Posted, lines: Sequence[LogLine]) -> Inbound:
    kind = InboundKind.SAID
    body: dict[str, object] = {"text": posted.text, "hint": posted.hint}
    if posted.choice is not None:
        kind, body = InboundKind.CHOSE, _chosen(posted.choice, lines)
    kept = {name: value for name, value in body.items() if value is not None}
    key = event_key(token, posted.id)
    return Inbound(key, kind, json.dumps(kept), datetime.now(UTC), address=where)


def _chosen(choice: str, lines: Sequence[LogLine]) -> dict[str, object]:
    """Return the event's fields; a bare choice id stands for the newest button of that id.

    What matches nothing goes on as it is: the core answers old and unknown buttons.
    """
    buttons = [button for line in reversed(lines) for button in line.choices]
    data = next((button.data for button in buttons if button.id == choice), choice)
    match = DATA.fullmatch(data)
    if match is None:
        return {"choice": choice, "node": "", "version": 0}
    return {"choice": match[3], "node": match[2], "version": int(match[1])}
