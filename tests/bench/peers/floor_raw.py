"""A bound, not a product: protocols by hand, hiredis and msgspec; a batch is one MGET, one MSET.

No tasks, routing, order, retries, time-outs or logging: what is left is the bare work.
"""
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN002, ANN201, ANN202

from __future__ import annotations

import asyncio
import os
from collections import deque
from urllib.parse import urlsplit

import hiredis
import msgspec
import talk
import uvloop

CONNECTIONS = 64


class Chat(msgspec.Struct):
    """Where something happened."""

    id: int


class Person(msgspec.Struct):
    """Who did it."""

    first_name: str


class Message(msgspec.Struct):
    """A message."""

    message_id: int
    chat: Chat
    text: str = ""
    sender: Person | None = msgspec.field(default=None, name="from")


class Query(msgspec.Struct):
    """A pressed button."""

    id: str
    message: Message
    data: str
    sender: Person = msgspec.field(name="from")


class Update(msgspec.Struct):
    """One thing that Telegram tells."""

    update_id: int
    message: Message | None = None
    callback_query: Query | None = None


class Updates(msgspec.Struct):
    """An answer to getUpdates."""

    result: list[Update]


decode = msgspec.json.Decoder(Updates).decode
encode = msgspec.json.Encoder().encode


class Redis(asyncio.Protocol):
    """One connection; all commands of one round go out in one write."""

    def __init__(self) -> None:
        self._reader = hiredis.Reader()
        self._waiting = deque()
        self._out = []

    def connection_made(self, transport):
        """Keep the way out."""
        self._transport = transport

    def ask(self, then, *command):
        """Send a command; `then` gets the answer."""
        if not self._out:
            asyncio.get_running_loop().call_soon(self._flush)
        self._out.append(hiredis.pack_command(command))
        self._waiting.append(then)

    def _flush(self):
        self._transport.write(b"".join(self._out))
        self._out.clear()

    def data_received(self, data):
        """Hand out answers in order."""
        self._reader.feed(data)
        while (answer := self._reader.gets()) is not False:
            self._waiting.popleft()(answer)


class Http(asyncio.Protocol):
    """A kept connection, one request at a time."""

    def __init__(self, pool) -> None:
        self._pool = pool
        self._data = b""
        self.then = None

    def connection_made(self, transport):
        """Keep the way out."""
        self.transport = transport

    def connection_lost(self, _):
        """End with the server."""
        os._exit(0)

    def data_received(self, data):
        """Hand over a whole answer and take the next request."""
        data = self._data = self._data + data
        end = data.find(b"\r\n\r\n")
        at = data.find(b"Content-Length: ")
        if end < 0 or len(data) < end + 4 + int(data[at + 16 : data.index(b"\r", at)]):
            return
        self._data, then, self.then = b"", self.then, None
        if then:
            then(data[end + 4 :])
        self._pool.free(self)


class Pool:
    """Connections, and requests that wait for one."""

    def __init__(self) -> None:
        self._idle, self._waiting = [], deque()

    def free(self, connection):
        """Use a connection again."""
        if self._waiting:
            request, connection.then = self._waiting.popleft()
            connection.transport.write(request)
        else:
            self._idle.append(connection)

    def send(self, method, body, then=None):
        """Call a method."""
        request = b"POST /bot%b/%b HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%b" % (
            talk.TOKEN.encode(),
            method,
            len(body),
            body,
        )
        if not self._idle:
            self._waiting.append((request, then))
            return
        connection = self._idle.pop()
        connection.then = then
        connection.transport.write(request)


def chat_of(update):
    """Return whose turn it is."""
    return (update.message or update.callback_query.message).chat.id


def answer(update, kept):
    """Return the key, the new state and the calls that answer an update."""
    query, chat = update.callback_query, chat_of(update)
    source = query or update.message
    said = query.data if query else source.text
    state, words, row = talk.step(talk.load(kept), said, source.sender.first_name)
    parameters = {"chat_id": chat, "text": words}
    if row:
        buttons = [{"text": label, "callback_data": data} for label, data in row]
        parameters["reply_markup"] = {"inline_keyboard": [buttons]}
    if query is None:
        return f"s:{chat}", state.dump(), ((b"sendMessage", parameters),)
    parameters["message_id"] = query.message.message_id
    told = (b"answerCallbackQuery", {"callback_query_id": query.id})
    return f"s:{chat}", state.dump(), (told, (b"editMessageText", parameters))


async def main() -> None:
    """Fetch for ever."""
    loop, api = asyncio.get_running_loop(), urlsplit(talk.API)
    _, kept = await loop.create_connection(Redis, "127.0.0.1", talk.REDIS_PORT)
    calls, fetching = Pool(), Pool()
    for pool, count in ((calls, CONNECTIONS), (fetching, 1)):
        for _ in range(count):
            made = lambda pool=pool: Http(pool)  # noqa: E731 - bound to this pool
            pool.free((await loop.create_connection(made, api.hostname, api.port))[1])

    def fetch(offset):
        body = encode({"offset": offset, "timeout": 10})
        fetching.send(b"getUpdates", body, lambda content: fetched(content, offset))

    def fetched(content, offset):
        updates = decode(content).result
        loop.call_soon(fetch, updates[-1].update_id + 1 if updates else offset)
        if updates:
            keys = [f"s:{chat_of(update)}" for update in updates]
            kept.ask(lambda values: loaded(updates, values), "MGET", *keys)

    def loaded(updates, values):
        done = [answer(*pair) for pair in zip(updates, values, strict=True)]
        changes = [part for key, state, _ in done for part in (key, state)]
        kept.ask(lambda _: sent(done), "MSET", *changes)

    def sent(done):
        for _, _, told in done:
            for method, parameters in told:
                calls.send(method, encode(parameters))

    fetch(0)
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main())
