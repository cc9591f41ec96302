"""Where the Redis of an installation is: a URL, also one that names Sentinels, as an address.

redis://[name:password@]host[:port][/database]            rediss:// the same with TLS
unix://[name:password@]/path/to/socket[?db=1]
sentinel://[name:password@]host[:port][,host[:port]...]/service[/database]
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from redis.asyncio.connection import parse_url
from redis.asyncio.sentinel import Sentinel
from redis.exceptions import RedisError

from bot.service.failures import StoreError, StoreUnavailable

PORT, SENTINEL_PORT = 6379, 26379
CONNECT_TIMEOUT = 1.0


class RedisUrlError(StoreError):
    """The URL cannot be used; the message does not repeat it, it may hold a password."""


@dataclass(frozen=True, slots=True)
class Server:
    """One database on one server, or on whichever server the Sentinels call master."""

    host: str = "127.0.0.1"
    port: int = PORT
    path: str = ""
    database: int = 0
    name: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False
    sentinels: tuple[tuple[str, int], ...] = ()
    service: str = ""

    async def connect(self, make: Any) -> tuple[asyncio.Transport, Any]:
        """Open a connection with the protocol that `make` returns."""
        loop = asyncio.get_running_loop()
        if self.path:
            transport, protocol = await loop.create_unix_connection(make, self.path)
            return transport, protocol
        host, port = await self._master()
        tls = ssl.create_default_context() if self.tls else None
        return await loop.create_connection(make, host, port, ssl=tls)

    async def _master(self) -> tuple[str, int]:
        if not self.sentinels:
            return self.host, self.port
        sentinel = Sentinel(list(self.sentinels), socket_timeout=CONNECT_TIMEOUT)  # type: ignore[no-untyped-call]
        try:
            host, port = await sentinel.discover_master(self.service)
        except RedisError as error:
            raise StoreUnavailable("No Sentinel names a master.") from error
        finally:
            for client in sentinel.sentinels:
                await client.aclose()
        return str(host), int(port)


def server_of(url: str) -> Server:
    """Return what a URL names. Raises `RedisUrlError`."""
    try:
        return _of_sentinels(url) if url.startswith("sentinel://") else _of_one(url)
    except (ValueError, KeyError) as error:
        raise RedisUrlError(
            "SAFAR_REDIS_URL must look like redis://host:port/0, rediss://, unix:///path or "
            "sentinel://host:port,host:port/service."
        ) from error


def _of_one(url: str) -> Server:
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError
    parts: dict[str, Any] = dict(parse_url(url))
    return Server(
        host=parts.get("host", "127.0.0.1"),
        port=int(parts.get("port", PORT)),
        path=parts.get("path", "") if url.startswith("unix://") else "",
        database=int(parts.get("db", 0)),
        name=parts.get("username") or "",
        password=parts.get("password") or "",
        tls=url.startswith("rediss://"),
    )


def _of_sentinels(url: str) -> Server:
    parts = urlsplit(url)
    login, _, hosts = parts.netloc.rpartition("@")
    name, _, password = login.rpartition(":")
    service, _, database = parts.path.strip("/").partition("/")
    if not service or not hosts:
        raise ValueError
    return Server(
        database=int(database or 0),
        name=unquote(name),
        password=unquote(password),
        sentinels=tuple(_pair(host) for host in hosts.split(",")),
        service=service,
    )


def _pair(host: str) -> tuple[str, int]:
    name, _, port = host.rpartition(":")
    return (name, int(port)) if name else (host, SENTINEL_PORT)
