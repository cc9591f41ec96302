"""The channel: a rendered screen becomes one living message in the visitor's chat.

A screen is edited in place while the visitor presses its buttons. After words of the visitor it
comes anew below them, and its older message is deleted.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict, deque
from collections.abc import Sequence

from bot.channels.telegram_buttons import Buttons
from bot.channels.telegram_client import DELETE_REFUSED, EDIT_GONE, Client, Limited, Words
from bot.channels.telegram_voice import Voices
from bot.channels.telegram_wire import LARGEST_DATA, LARGEST_DELETE, pieces
from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.log import logger
from bot.service.failures import NotSent, Refused, SendError
from bot.service.records import Address, Outbound, Receipt

REMEMBERED = 20_000
"""Chats whose newest message is known; of others the screen is edited where it stands."""
NOTHING = "…"
"""What is left of a message that Telegram does not let us delete."""
LIMITED_CHATS = 3
LIMITED_WITHIN = 5.0
"""So many chats refused within so many seconds: it is the bot as a whole that is too fast."""

_log = logger(__name__)


class TelegramChannel:
    """The port `Channel` on any client."""

    kind = ChannelKind.TELEGRAM

    def __init__(self, client: Client, voices: Voices | None = None) -> None:
        self.client = client
        self._voices = voices
        self.buttons = Buttons(client)
        self._newest: OrderedDict[int, int] = OrderedDict()
        self._limited: deque[tuple[float, int]] = deque()

    def noticed(self, chat: int, message: int) -> None:
        """Remember that the visitor's message stands below every screen so far."""
        self._newest[chat] = message
        self._newest.move_to_end(chat)
        if len(self._newest) > REMEMBERED:
            self._newest.popitem(last=False)

    def looking(self, chat: int) -> None:
        """Remember that the visitor pressed a button: they look at the screen, not below it."""
        self._newest.pop(chat, None)

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",  # noqa: ARG002
        doubtful: bool = False,  # noqa: ARG002
    ) -> Receipt:
        """Deliver; return the ids of what now stands in the chat. Raises a `SendError`."""
        chat = int(address.value)
        try:
            if outbound.alert:
                await self.buttons.alert(chat, " ".join(outbound.blocks))
                return Receipt()
            if outbound.wipe:
                return await self._wipe(chat, [int(place) for place in places], outbound)
            return await self._show(chat, outbound, sorted(int(place) for place in places))
        except Limited as error:
            raise NotSent(error.retry_after, everyone=self._too_fast(chat)) from None

    async def typing(self, address: Address) -> None:
        """Show for five seconds that somebody writes; nothing depends on it."""
        with contextlib.suppress(SendError):
            await self.client.call(
                "sendChatAction", {"chat_id": int(address.value), "action": "typing"}
            )

    async def _show(self, chat: int, outbound: Outbound, places: list[int]) -> Receipt:
        messages = _messages(outbound)
        replaced = [] if outbound.slot is Slot.NOTICE else places
        if outbound.audio and self._voices is not None:
            return await self._play(chat, outbound, messages, replaced)
        if replaced and await self._edited(chat, replaced[-1], messages):
            await self._tidy(chat, replaced[:-1])
            return Receipt((str(replaced[-1]),))
        sent = [await self.client.send(chat, words) for words in messages]
        await self._tidy(chat, replaced)
        return Receipt(tuple(str(message) for message in sent))

    async def _play(
        self, chat: int, outbound: Outbound, messages: list[Words], replaced: list[int]
    ) -> Receipt:
        """Send a recording and its screen below it: the next screen then edits the words."""
        assert self._voices is not None  # noqa: S101 -- asked before
        manner = {"quiet": outbound.quiet, "protected": outbound.protected}
        voice = await self._voices.send(self.client, chat, outbound.audio, **manner)
        heard = [] if voice is None else [voice]
        try:
            sent = [await self.client.send(chat, words) for words in messages]
        except SendError:
            # It will be tried again, with a recording of its own.
            await self._tidy(chat, heard)
            raise
        await self._tidy(chat, replaced)
        return Receipt(tuple(str(message) for message in (*heard, *sent)))

    async def _edited(self, chat: int, message: int, messages: list[Words]) -> bool:
        """Replace one message by one; False when it stands too high, or stands no more."""
        if len(messages) != 1 or self._newest.get(chat, 0) > message:
            return False
        try:
            await self.client.edit(chat, message, messages[0])
        except Refused as refusal:
            if refusal.code != EDIT_GONE:
                raise
            return False
        return True

    async def _tidy(self, chat: int, messages: list[int]) -> None:
        """Delete what a newer screen replaces. The answer stands already: no error may undo it."""
        if messages:
            with contextlib.suppress(SendError):
                await self.client.delete(chat, messages)

    async def _wipe(self, chat: int, messages: list[int], outbound: Outbound) -> Receipt:
        """Delete both sides; what cannot be deleted and is ours loses its words."""
        instead = outbound.blocks[0] if outbound.blocks else NOTHING
        for start in range(0, len(messages), LARGEST_DELETE):
            part = messages[start : start + LARGEST_DELETE]
            try:
                await self.client.delete(chat, part)
            except Refused:
                await self._wipe_each(chat, part, Words(instead))
        return Receipt()

    async def _wipe_each(self, chat: int, messages: list[int], instead: Words) -> None:
        left = 0
        for message in messages:
            try:
                await self.client.delete(chat, [message])
            except Refused as refusal:
                gone = refusal.code != DELETE_REFUSED
                left += not gone and not await self._emptied(chat, message, instead)
        if left:
            _log.warning("wipe_incomplete", count=left)

    async def _emptied(self, chat: int, message: int, instead: Words) -> bool:
        try:
            await self.client.edit(chat, message, instead)
        except Refused:
            return False
        return True

    def _too_fast(self, chat: int) -> bool:
        now = asyncio.get_running_loop().time()
        self._limited.append((now, chat))
        while self._limited[0][0] < now - LIMITED_WITHIN:
            self._limited.popleft()
        return len({one for _, one in self._limited}) >= LIMITED_CHATS


def _messages(outbound: Outbound) -> list[Words]:
    """Return the messages of a screen; the buttons stand under the last one."""
    texts = list(pieces("\n\n".join(outbound.blocks))) or [NOTHING]
    # A button that cannot be sent is left out: its digit can still be typed.
    buttons = tuple(
        (button.label, button.data)
        for button in outbound.choices
        if button.label and len(button.data.encode()) <= LARGEST_DATA
    )
    last = len(texts) - 1
    return [
        Words(
            text,
            buttons if index == last else (),
            quiet=outbound.quiet,
            protected=outbound.protected,
        )
        for index, text in enumerate(texts)
    ]
