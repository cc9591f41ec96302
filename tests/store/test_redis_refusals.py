from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot.service.failures import StoreUnavailable
from bot.service.records import Delivery, Purged, Settled
from bot.store.redis import RedisStore, checks, open_redis
from bot.store.redis import link as links
from bot.store.redis.checks import examine
from bot.store.redis.engine import InstallationError
from bot.store.redis.server import RedisUrlError, Server, server_of
from bot.store.redis_wakes import RedisWakes
from bot.vault import KeyFileError, Vault
from tests.store.redis_server import SAFE, RedisServer
from tests.store.scene import AISHA, NOW, bot, drain, said, take_turn, turn, waiting


@pytest.fixture
async def own(tmp_path: Path) -> AsyncIterator[RedisServer]:
    """Return a Redis that a test may break."""
    server = RedisServer(tmp_path / "r").start()
    yield server
    if server.process is not None:
        server.process.send_signal(signal.SIGCONT)
    server.kill()


@pytest.fixture
async def store(own: RedisServer, tmp_path: Path) -> AsyncIterator[RedisStore]:
    """Return the engine on it, which remembers beside its keys that it was begun."""
    opened = await open_redis(own.url, Vault.throwaway(), record=tmp_path / "keys" / "redis")
    yield opened
    await opened.aclose()


async def reached(store: RedisStore) -> None:
    """Wait until Redis answers again."""
    while True:
        try:
            await store.find(AISHA)
        except StoreUnavailable:
            await asyncio.sleep(0.05)
        else:
            return


WRONG = (
    ("appendonly", "no"),
    ("appendfsync", "everysec"),
    ("no-appendfsync-on-rewrite", "yes"),
    ("maxmemory-policy", "allkeys-lru"),
)


@pytest.mark.parametrize(("name", "value"), WRONG)
async def test_settings_that_lose_words_are_refused(
    own: RedisServer, name: str, value: str
) -> None:
    """The message names the setting; with the right ones the same Redis is taken."""
    own.ask("CONFIG", "SET", name, value)
    with pytest.raises(InstallationError, match=name):
        await open_redis(own.url, Vault.throwaway())
    assert own.ask("DBSIZE") == b":0\r\n"
    right = {"appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction"}
    own.ask("CONFIG", "SET", name, right.get(name, "no"))
    await (await open_redis(own.url, Vault.throwaway())).aclose()


async def test_doctor_is_told_of_lesser_faults(own: RedisServer) -> None:
    """Without a memory limit Safar runs, but it is said; with one nothing is said."""
    assert [fault.name for fault in await examine(server_of(own.url))] == ["maxmemory"]
    own.ask("CONFIG", "SET", "maxmemory", "100mb")
    assert await examine(server_of(own.url)) == ()
    own.ask("CONFIG", "SET", "maxmemory", "1mb")
    assert [fault.name for fault in await examine(server_of(own.url))] == ["memory"]


async def test_doctor_is_told_of_clocks_and_of_what_it_may_not_see(
    own: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leases are counted on both clocks; a setting that is hidden is not taken on trust."""
    own.ask("CONFIG", "SET", "maxmemory", "100mb")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 60)
    assert [fault.name for fault in await examine(server_of(own.url))] == ["clock"]
    monkeypatch.undo()
    own.ask("ACL", "SETUSER", "default", "-config")
    hidden = await examine(server_of(own.url))
    assert [fault.name for fault in hidden] == list(checks.WANTED)
    assert all(fault.grave for fault in hidden)


async def test_a_replica_is_refused(own: RedisServer) -> None:
    """Whoever writes to a replica writes nothing."""
    own.ask("REPLICAOF", "127.0.0.1", "1")
    with pytest.raises(InstallationError, match="replica"):
        await open_redis(own.url, Vault.throwaway())


async def test_an_emptied_redis_is_refused_at_start(own: RedisServer, tmp_path: Path) -> None:
    """Starting in it would silently forget everybody; with its data it is taken again."""
    record, vault = tmp_path / "redis", Vault.throwaway()
    await (await open_redis(own.url, vault, record=record)).aclose()
    await (await open_redis(own.url, vault, record=record)).aclose()
    own.ask("FLUSHALL")
    with pytest.raises(InstallationError, match="is empty"):
        await open_redis(own.url, vault, record=record)
    record.unlink()
    await (await open_redis(own.url, vault, record=record)).aclose()


async def test_an_emptied_redis_is_refused_by_who_runs(store: RedisStore, own: RedisServer) -> None:
    """Nothing is acknowledged and nothing written into it."""
    await store.accept([said()])
    own.ask("FLUSHALL")
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="is empty"):
            await store.accept([said()])
    assert own.ask("DBSIZE") == b":0\r\n"


async def test_somebody_elses_redis_is_refused(own: RedisServer, tmp_path: Path) -> None:
    """Neither a cache of something else nor another installation is written to."""
    own.ask("SET", "cache", "1")
    with pytest.raises(InstallationError, match="belongs to something else"):
        await open_redis(own.url, Vault.throwaway())
    own.ask("FLUSHALL")
    await (await open_redis(own.url, Vault.throwaway())).aclose()
    (tmp_path / "redis").write_text("0" * 32)
    with pytest.raises(InstallationError, match="belongs to something else"):
        await open_redis(own.url, Vault.throwaway(), record=tmp_path / "redis")
    with pytest.raises(KeyFileError):
        await open_redis(own.url, Vault.throwaway())


async def test_out_of_reach_acknowledges_nothing_and_comes_back(
    store: RedisStore, own: RedisServer
) -> None:
    """After kill -9 everything that was acknowledged is there, and work goes on by itself."""
    await store.accept([said("before")])
    own.kill()
    for _ in range(3):
        with pytest.raises(StoreUnavailable):
            await store.accept([said("lost")])
    own.start()
    await reached(store)
    await store.accept([said("after")])
    conversation = await store.find(AISHA)
    assert conversation is not None
    assert [i.body for i in await drain(store, conversation)] == ["before", "after"]
    assert store.engine.fenced == 0


async def test_a_silent_redis_is_given_up_quickly(
    store: RedisStore, own: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody piles up behind it: who comes later is refused without trying."""
    monkeypatch.setattr(links, "REPLY_TIMEOUT", 0.1)
    assert own.process is not None
    own.process.send_signal(signal.SIGSTOP)
    waiting_ = [asyncio.ensure_future(store.find(AISHA)) for _ in range(100)]
    outcomes = await asyncio.gather(*waiting_, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} <= {StoreUnavailable, links.Away}
    os.kill(own.process.pid, signal.SIGCONT)
    await reached(store)


async def test_a_full_redis_takes_nothing_but_lets_go(store: RedisStore, own: RedisServer) -> None:
    """Without room nothing is acknowledged; what sends, closes and deletes still runs."""
    loaded = await waiting(store, said())
    await store.commit(turn(loaded, outgoing=(bot("1"), bot("2"))))
    own.ask("CONFIG", "SET", "maxmemory", "1mb")
    with pytest.raises(StoreUnavailable, match="OOM"):
        await store.accept([said()])
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.SENT, ("1",)))
    later = NOW + timedelta(days=2)
    await store.purge(later)
    assert await store.purge(later + timedelta(hours=1)) == Purged(conversations=1, outbox=1)
    own.ask("CONFIG", "SET", "maxmemory", "0")
    assert len(await store.accept([said()])) == 1


async def test_delete_works_when_redis_is_full(store: RedisStore, own: RedisServer) -> None:
    """A visitor's wish to be forgotten does not wait for memory."""
    loaded = await waiting(store, said("delete"))
    own.ask("CONFIG", "SET", "maxmemory", "1mb")
    await store.commit(turn(loaded, forget=True))
    assert await store.find(AISHA) is None


async def test_scripts_that_redis_forgot_are_brought_again(
    store: RedisStore, own: RedisServer
) -> None:
    """Redis keeps scripts only until it is told to drop them."""
    own.ask("SCRIPT", "FLUSH")
    await take_turn(store, said(), said=("hi",))
    conversation = await store.find(AISHA)
    assert conversation is not None
    assert len(await store.messages(conversation)) == 1


async def test_wakes_reach_other_processes_and_survive_a_restart(own: RedisServer) -> None:
    """One's own hint is heard at once, another one's through Redis."""
    first, second = RedisWakes(server_of(own.url)), RedisWakes(server_of(own.url))
    await first.open()
    await second.open()
    try:
        heard = asyncio.ensure_future(second.wait("a" * 32, 10))
        other = asyncio.ensure_future(second.wait("b" * 32, 10))
        await asyncio.sleep(0)
        first.wake("a" * 32)
        assert await heard
        own.kill()
        first.wake("b" * 32)
        own.start()
        second.heard.clear()
        await second.heard.wait()
        while not other.done():
            first.wake("b" * 32)
            await asyncio.sleep(0.05)
        assert await other
    finally:
        await first.aclose()
        await second.aclose()


async def test_a_connection_can_be_sealed_and_needs_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TLS with a certificate that is checked; a wrong password and a stranger's are refused."""
    port = _certified(tmp_path)
    files = ("--tls-cert-file", str(tmp_path / "c"), "--tls-key-file", str(tmp_path / "k"))
    tls = ("--tls-port", str(port), *files, "--tls-auth-clients", "no")
    server = RedisServer(tmp_path / "r", (*SAFE, *tls)).start()
    server.ask("CONFIG", "SET", "requirepass", "pw")
    url = f"rediss://:pw@localhost:{port}/2"
    try:
        with pytest.raises(StoreUnavailable):
            await open_redis(url, Vault.throwaway())
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "c"))
        with pytest.raises(StoreUnavailable, match="WRONGPASS"):
            await open_redis(url.replace("pw", "no"), Vault.throwaway())
        store = await open_redis(url, Vault.throwaway())
        assert len(await store.accept([said()])) == 1
        await store.aclose()
    finally:
        server.kill()


def _certified(folder: Path) -> int:
    """Write a certificate for localhost and its key; return a free port."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    (folder / "c").write_bytes(built.public_bytes(Encoding.PEM))
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "k").write_bytes(plain)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_urls_name_servers_sockets_and_sentinels() -> None:
    """A wrong one is refused without being repeated: it may hold a password."""
    assert server_of("redis://:pw@h:7/3") == Server("h", 7, "", 3, "", "pw")
    assert server_of("rediss://u:p%20w@h").tls
    assert server_of("unix:///run/r.sock?db=2").path == "/run/r.sock"
    named = server_of("sentinel://:pw@a:1,b/safar/2")
    assert (named.sentinels, named.service) == ((("a", 1), ("b", 26379)), "safar")
    assert (named.database, named.password) == (2, "pw")
    for wrong in ("http://secret", "sentinel://:secret@host", "redis://h:secret"):
        with pytest.raises(RedisUrlError) as refusal:
            server_of(wrong)
        assert "secret" not in str(refusal.value)
    assert "pw" not in repr(server_of("redis://:pw@h"))
