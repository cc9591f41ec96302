"""`safar doctor`: is this installation fit for people in danger, and what is the remedy."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import click

from bot import bootstrap
from bot.content.check import check
from bot.content.issues import Severity
from bot.entry.cli import installation
from bot.entry.readiness import lacking
from bot.service.failures import StoreError, StoreUnavailable
from bot.settings import Settings
from bot.store import driver


@click.command("doctor")
def command() -> int:
    """Look at settings, keys, content, signatures and numbers; exit 1 if a trial is all it is."""
    settings = installation.settings()
    found = [*_machine(settings), *_redis(settings), *_sms(settings), *_content(settings)]
    for line in found:
        click.echo(line)
    if settings.pilot:
        click.echo("SAFAR_PILOT=yes: this is a trial; tell everybody who works with it.")
    if not found:
        click.echo("Nothing is missing.")
    return 1 if found else 0


def _machine(settings: Settings) -> Iterator[str]:
    for name in settings.exposed:
        yield f"{name} stands in a plain variable; put it into a file and set {name}_FILE."
    if settings.telegram is None and settings.sms_gateways is None:
        yield "Only the web chat is on; set SAFAR_TELEGRAM_TOKEN_FILE for Telegram."
    if not settings.public_url:
        yield "SAFAR_PUBLIC_URL is not set; visitors reach the web chat on this machine only."
    if not settings.key_file.expanduser().exists():
        yield f"{settings.key_file} does not exist yet; `safar keys new` makes it."
    try:
        driver.refuse_unfit()
    except driver.WrongDriverError as error:
        yield str(error)


def _redis(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with Redis, where conversations stand in one."""
    if not settings.redis_url:
        return
    # Imported here: an installation without Redis pays for none of it.
    from bot.store.redis import record_of  # noqa: PLC0415
    from bot.store.redis.checks import examine  # noqa: PLC0415
    from bot.store.redis.opening import AWAY  # noqa: PLC0415
    from bot.store.redis.server import server_of  # noqa: PLC0415

    try:
        server = server_of(settings.redis_url)
        found = asyncio.run(examine(server, record_of(settings.key_file)))
    except StoreUnavailable as error:
        yield f"{error} {AWAY}"
    except StoreError as error:
        yield str(error)
    else:
        yield from (fault.remedy for fault in found)


def _sms(settings: Settings) -> Iterator[str]:
    if settings.sms_gateways is None:
        return
    # Imported here: an installation without SMS pays for none of it.
    from bot.channels.sms.file import GatewayFileError, read, warnings  # noqa: PLC0415

    try:
        yield from warnings(settings.sms_gateways, read(settings.sms_gateways))
    except GatewayFileError as error:
        yield from error.problems


def _content(settings: Settings) -> Iterator[str]:
    book = bootstrap.open_library().book
    today = bootstrap.clock().date()
    issues = check(bootstrap.CONTENT, bootstrap.LOCALES, today)
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    if errors:
        yield f"The content has {errors} errors: `safar check` lists them."
    yield from lacking(settings, book, today)
