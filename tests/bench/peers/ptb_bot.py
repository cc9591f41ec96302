"""python-telegram-bot with ConversationHandler, its state kept in Redis every half second."""
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN002, ANN003, ANN201, ANN202

from __future__ import annotations

import asyncio
import json
import warnings

import talk
import uvloop
from redis import asyncio as redis
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    BasePersistence,
    BaseUpdateProcessor,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PersistenceInput,
)
from telegram.request import HTTPXRequest

LANGUAGE, QUESTION, RESULT, TALK, PERSON = range(5)
FLUSH = 0.5
MANY = 256

Context = ContextTypes.DEFAULT_TYPE


class Kept(BasePersistence):
    """Persons and conversations in Redis, a key each, written as the library hands them over."""

    def __init__(self) -> None:
        kept = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
        super().__init__(store_data=kept, update_interval=FLUSH)
        pool = redis.BlockingConnectionPool(port=talk.REDIS_PORT, max_connections=16, timeout=30)
        self._redis = redis.Redis(connection_pool=pool)

    async def get_user_data(self):
        """Return nothing: every run begins anew."""
        return {}

    get_bot_data = get_chat_data = get_user_data

    async def get_callback_data(self):
        """Return nothing."""
        return

    async def get_conversations(self, name):  # noqa: ARG002
        """Return nothing: every run begins anew."""
        return {}

    async def update_conversation(self, name, key, new_state):
        """Keep where a person stands."""
        await self._redis.hset(f"conv:{name}", json.dumps(key), json.dumps(new_state))

    async def update_user_data(self, user_id, data):
        """Keep the answers."""
        await self._redis.set(f"user:{user_id}", json.dumps(data))

    async def _nothing(self, *_, **__):
        """Keep nothing else."""

    update_bot_data = update_chat_data = update_callback_data = _nothing
    drop_chat_data = drop_user_data = flush = _nothing
    refresh_user_data = refresh_chat_data = refresh_bot_data = _nothing


class InOrder(BaseUpdateProcessor):
    """Many persons at a time, one message of each: without it transitions are lost."""

    def __init__(self) -> None:
        super().__init__(MANY)
        self._locks = {}

    async def initialize(self):
        """Nothing to open."""

    async def shutdown(self):
        """Nothing to close."""

    async def do_process_update(self, update, coroutine):
        """Wait for this person's message before."""
        person = update.effective_user.id
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:
            await coroutine
        if not lock.locked():
            self._locks.pop(person, None)


def keyboard(row: talk.Row) -> InlineKeyboardMarkup:
    """Return buttons side by side."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(a, callback_data=b) for a, b in row]])


async def start(update: Update, context: Context) -> int:
    """Ask for the language."""
    context.user_data.clear()
    words = talk.say("welcome", name=update.effective_user.first_name)
    await update.message.reply_text(words, reply_markup=keyboard(talk.LANGUAGES))
    return LANGUAGE


async def turn(update: Update, words: str, row: talk.Row = ()) -> None:
    """Answer the button and change the screen."""
    await update.callback_query.answer()
    markup = keyboard(row) if row else None
    await update.callback_query.edit_message_text(words, reply_markup=markup)


async def language(update: Update, context: Context) -> int:
    """Ask the first question."""
    context.user_data.update(number=1, score=0)
    await turn(update, talk.say("ask", number=1), talk.yes_or_no())
    return QUESTION


async def answered(update: Update, context: Context) -> int:
    """Ask the next question, or offer the result."""
    data = context.user_data
    data["number"] += 1
    data["score"] += update.callback_query.data == "yes"
    if data["number"] > talk.QUESTIONS:
        words = talk.say("done", name=update.effective_user.first_name)
        await turn(update, words, ((talk.say("show"), "result"),))
        return RESULT
    await turn(update, talk.say("ask", number=data["number"]), talk.yes_or_no())
    return QUESTION


async def result(update: Update, context: Context) -> int:
    """Tell the result."""
    words = talk.say("result", score=context.user_data["score"])
    await turn(update, words, ((talk.say("write"), "talk"),))
    return TALK


async def person(update: Update, _: Context) -> int:
    """Say when a person comes."""
    await turn(update, talk.say("person", minutes=5))
    return PERSON


def main() -> None:
    """Serve for ever."""
    warnings.filterwarnings("ignore")
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    app = (
        Application.builder()
        .token(talk.TOKEN)
        .base_url(f"{talk.API}/bot")
        .request(HTTPXRequest(connection_pool_size=MANY, pool_timeout=30))
        .get_updates_request(HTTPXRequest(connection_pool_size=2))
        .concurrent_updates(InOrder())
        .persistence(Kept())
        .build()
    )
    entry = CommandHandler("start", start)
    states = {
        LANGUAGE: [CallbackQueryHandler(language, pattern=r"^lang:")],
        QUESTION: [CallbackQueryHandler(answered, pattern=r"^(yes|no)$")],
        RESULT: [CallbackQueryHandler(result, pattern=r"^result$")],
        TALK: [CallbackQueryHandler(person, pattern=r"^talk$")],
        PERSON: [],
    }
    app.add_handler(
        ConversationHandler(
            [entry], states, [entry], allow_reentry=True, name="talk", persistent=True
        )
    )
    app.run_polling(timeout=10)


if __name__ == "__main__":
    main()
