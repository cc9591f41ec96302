"""aiogram 3 with RedisStorage, as its documentation shows it.

MODE=poll or webhook_reply; TUNED=1 adds what an expert may without touching aiogram.
"""
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201

from __future__ import annotations

import asyncio
import gc
import os

import orjson
import talk
import uvloop
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage
from aiogram.methods.base import Response
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

REPLY = os.environ.get("MODE") == "webhook_reply"
TUNED = bool(os.environ.get("TUNED"))
router = Router()


class Place(StatesGroup):
    """Where a person stands."""

    language = State()
    question = State()
    result = State()
    talk = State()
    person = State()


def keyboard(row: talk.Row) -> InlineKeyboardMarkup:
    """Return buttons side by side."""
    buttons = [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
    return InlineKeyboardMarkup(inline_keyboard=[buttons])


async def told(method):
    """Send a method, or hand it back to stand in the reply to the webhook."""
    if REPLY:
        return method
    await method
    return None


@router.message(CommandStart())
async def start(message: Message, state: FSMContext):
    """Ask for the language."""
    await state.clear()
    await state.set_state(Place.language)
    words = talk.say("welcome", name=message.from_user.first_name)
    return await told(message.answer(words, reply_markup=keyboard(talk.LANGUAGES)))


@router.callback_query(Place.language, F.data.startswith("lang:"))
async def language(query: CallbackQuery, state: FSMContext):
    """Ask the first question."""
    await state.update_data(number=1, score=0)
    await state.set_state(Place.question)
    await query.answer()
    words = talk.say("ask", number=1)
    return await told(query.message.edit_text(words, reply_markup=keyboard(talk.yes_or_no())))


@router.callback_query(Place.question, F.data.in_({"yes", "no"}))
async def answered(query: CallbackQuery, state: FSMContext):
    """Ask the next question, or offer the result."""
    data = await state.get_data()
    number, score = data["number"] + 1, data["score"] + (query.data == "yes")
    await state.update_data(number=number, score=score)
    await query.answer()
    if number > talk.QUESTIONS:
        await state.set_state(Place.result)
        words = talk.say("done", name=query.from_user.first_name)
        row = ((talk.say("show"), "result"),)
    else:
        words, row = talk.say("ask", number=number), talk.yes_or_no()
    return await told(query.message.edit_text(words, reply_markup=keyboard(row)))


@router.callback_query(Place.result, F.data == "result")
async def result(query: CallbackQuery, state: FSMContext):
    """Tell the result."""
    data = await state.get_data()
    await state.set_state(Place.talk)
    await query.answer()
    row = ((talk.say("write"), "talk"),)
    words = talk.say("result", score=data["score"])
    return await told(query.message.edit_text(words, reply_markup=keyboard(row)))


@router.callback_query(Place.talk, F.data == "talk")
async def person(query: CallbackQuery, state: FSMContext):
    """Say when a person comes."""
    await state.get_data()
    await state.set_state(Place.person)
    await query.answer()
    return await told(query.message.edit_text(talk.say("person", minutes=5)))


def make() -> tuple[Bot, Dispatcher]:
    """Put the bot together."""
    fast = {"json_loads": orjson.loads, "json_dumps": lambda value: orjson.dumps(value).decode()}
    server = TelegramAPIServer.from_base(talk.API)
    bot = Bot(talk.TOKEN, session=AiohttpSession(api=server, limit=100, **(fast if TUNED else {})))
    storage = RedisStorage.from_url(
        f"redis://127.0.0.1:{talk.REDIS_PORT}/0", connection_kwargs={"max_connections": 1000}
    )
    dispatcher = Dispatcher(storage=storage)
    dispatcher.include_router(router)
    return bot, dispatcher


def tune() -> list[type]:
    """Keep the generic models of answers alive, and the collector off what the start made."""
    methods = (AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage)
    pinned = [Response[method.__returning__] for method in methods]
    gc.collect()
    gc.freeze()
    return pinned


async def main() -> None:
    """Serve for ever."""
    bot, dispatcher = make()
    pinned = tune() if TUNED else []
    if not REPLY:
        await bot.delete_webhook()
        await dispatcher.start_polling(bot, handle_signals=False, polling_timeout=10)
        return
    app = web.Application()
    SimpleRequestHandler(
        dispatcher, bot, handle_in_background=False, secret_token=talk.SECRET
    ).register(app, path="/webhook")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", talk.HOOK_PORT).start()
    await asyncio.Event().wait()
    pinned.clear()


if __name__ == "__main__":
    uvloop.run(main())
