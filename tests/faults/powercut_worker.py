"""A real process that takes messages through the store and says on stdout what it promised.

    ack VISITOR N    the message was accepted: from now on it must never be lost
    sent VISITOR N   the answer went out to the visitor

Every run begins with all messages again, as a platform does that got no acknowledgement.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.dialogue.effects import OpenTicket, Urgency
from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    Inbound,
    InboundKind,
    Loaded,
    Outbound,
    Outgoing,
    Settled,
    Source,
)
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OPERATOR = OperatorId("op-1")
VISITORS, MESSAGES = 6, 12


def address_of(visitor: int) -> Address:
    """Return where a visitor writes from."""
    return Address(ChannelKind.TELEGRAM, f"7770{visitor}")


def ticket_of(visitor: int) -> TicketId:
    """Return the ticket a visitor's first message opens."""
    return TicketId(f"ticket-{visitor}")


def tell(*words: object) -> None:
    """Say something that survives whatever happens next."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


def answer(loaded: Loaded) -> Commit:
    """Return the turn for one message: counts it, logs it, answers it."""
    session = loaded.session
    visitor, _, number = loaded.inbound.body.partition(" ")
    spoken = loaded.inbound.kind is InboundKind.SAID
    opened = OpenTicket(ticket_of(int(visitor)), Urgency.HIGH, Locale("ky")) if spoken else None
    return Commit(
        conversation=loaded.conversation,
        inbox=loaded.inbox,
        at=NOW,
        expected=session.version,
        session=replace(session, version=session.version + 1, misses=session.misses + spoken),
        said=(loaded.inbound.body,) if spoken else (),
        shown=True,
        outgoing=(Outgoing(Outbound((loaded.inbound.body,)), Source.BOT),) if spoken else (),
        opened=(opened,) if opened and number == "0" else (),
        designation="quiet poplar",
    )


async def handle(store: SqliteStore, conversation: ConversationId) -> None:
    """Take every turn that waits."""
    while (loaded := await store.load(conversation)) is not None:
        await store.commit(answer(loaded))


async def send(store: SqliteStore) -> bool:
    """Send what is due; tell whether anything was."""
    claimed = await store.claim_sends(NOW, 10)
    for one in claimed:
        tell("sent", *one.outbound.blocks[0].split())
        await store.settle(one, Settled(Delivery.SENT, (f"{one.id}",)))
    return bool(claimed)


async def write(store: SqliteStore, visitor: int) -> None:
    """Send all messages of one visitor, in order."""
    for number in range(MESSAGES):
        body = f"{visitor} {number}"
        address = address_of(visitor)
        inbound = Inbound(body, InboundKind.SAID, body, NOW, address, platform_id=f"{number}")
        woken = await store.accept([inbound])
        tell("ack", body)
        for conversation in woken:
            await handle(store, conversation)
        await send(store)


async def operate(store: SqliteStore, visitor: int) -> None:
    """Take and close the visitor's ticket."""
    await store.claim_ticket(ticket_of(visitor), OPERATOR, NOW)
    await store.close(ticket_of(visitor), OPERATOR, NOW)
    conversation = await store.find(address_of(visitor))
    if conversation is not None:
        await handle(store, conversation)


async def work(store: SqliteStore, *, until_closed: bool) -> None:
    """Finish what an earlier run left, then do everything."""
    for conversation in await store.backlog(100):
        await handle(store, conversation)
    await asyncio.gather(*(write(store, visitor) for visitor in range(VISITORS)))
    while await send(store):
        pass
    for visitor in range(VISITORS):
        await operate(store, visitor)
    if until_closed:
        await store.purge(NOW + timedelta(days=1))
        await store.purge(NOW + timedelta(days=1, hours=1))


def main(home: Path, *options: str) -> None:
    """Run on the installation of `home`; options: close, normal (a weaker sync), plain."""
    vault = Vault.open(home / "keys" / "key", home / "data")
    file = open_sqlite(home / "data", vault, reserve_bytes=0)
    if "plain" in options:
        file.write_now(lambda db: db.execute("PRAGMA wal_autocheckpoint = 0").fetchone())
    store = SqliteStore(file, vault)
    if "normal" in options:
        file._database.conn.execute("PRAGMA synchronous = NORMAL")
    tell("ready")
    asyncio.run(work(store, until_closed="close" in options))
    tell("done")
    if "plain" not in options:
        file.close()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
