"""A bound, not a product: a bare bot on a general HTTP client and redis-py, a task an update.

CLIENT=httpx or aiohttp; MODE=poll or webhook_reply. No routing, order, retries or time-outs.
"""
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN202

from __future__ import annotations

import asyncio
import os

import aiohttp
import httpx
import orjson
import talk
import uvloop
from aiohttp import web
from redis import asyncio as redis

BASE = f"{talk.API}/bot{talk.TOKEN}/"
HEADERS = {"Content-Type": "application/json"}
MANY = 100
pool = redis.BlockingConnectionPool(port=talk.REDIS_PORT, max_connections=MANY, timeout=30)
kept = redis.Redis(connection_pool=pool)


def httpx_caller():
    """Return what calls a method through httpx."""
    limits = httpx.Limits(max_connections=MANY, max_keepalive_connections=MANY)
    client = httpx.AsyncClient(timeout=60, limits=limits)

    async def call(method, parameters):
        answer = await client.post(BASE + method, content=orjson.dumps(parameters), headers=HEADERS)
        return orjson.loads(answer.content)

    return call


def aiohttp_caller():
    """Return what calls a method through aiohttp."""
    client = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=MANY))

    async def call(method, parameters):
        body = orjson.dumps(parameters)
        async with client.post(BASE + method, data=body, headers=HEADERS) as answer:
            return orjson.loads(await answer.read())

    return call


async def handle(update, call):
    """Take a step; return the method that answers it, with its parameters."""
    query = update.get("callback_query")
    message = update.get("message") or query["message"]
    chat = message["chat"]["id"]
    state = talk.load(await kept.get(f"s:{chat}"))
    said = query["data"] if query else message["text"]
    state, words, row = talk.step(state, said, (query or message)["from"]["first_name"])
    await kept.set(f"s:{chat}", state.dump())
    parameters = {"chat_id": chat, "text": words}
    if row:
        buttons = [{"text": label, "callback_data": data} for label, data in row]
        parameters["reply_markup"] = {"inline_keyboard": [buttons]}
    if query is None:
        return "sendMessage", parameters
    await call("answerCallbackQuery", {"callback_query_id": query["id"]})
    return "editMessageText", {**parameters, "message_id": message["message_id"]}


async def poll(call):
    """Fetch for ever."""

    async def one(update):
        await call(*await handle(update, call))

    offset, tasks = 0, set()
    while True:
        answer = await call("getUpdates", {"offset": offset, "timeout": 10})
        for update in answer["result"]:
            offset = update["update_id"] + 1
            task = asyncio.create_task(one(update))
            tasks.add(task)
            task.add_done_callback(tasks.discard)


async def hook(call):
    """Serve for ever, with the answer in the reply."""

    async def one(request):
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != talk.SECRET:
            return web.Response(status=403)
        method, parameters = await handle(orjson.loads(await request.read()), call)
        body = orjson.dumps({"method": method, **parameters})
        return web.Response(body=body, content_type="application/json")

    app = web.Application()
    app.router.add_post("/webhook", one)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", talk.HOOK_PORT).start()
    await asyncio.Event().wait()


async def main() -> None:
    """Serve for ever."""
    call = httpx_caller() if os.environ.get("CLIENT") == "httpx" else aiohttp_caller()
    await (hook(call) if os.environ.get("MODE") == "webhook_reply" else poll(call))


if __name__ == "__main__":
    uvloop.run(main())
