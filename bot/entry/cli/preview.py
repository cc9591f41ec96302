"""`safar preview`: every card, screen and answer to danger, in each form and language."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click

from bot import bootstrap
from bot.content import signatures
from bot.content.compile import compile_book
from bot.content.issues import ContentError
from bot.dialogue.values import Country
from bot.entry import preview
from bot.entry.cli import options
from bot.entry.preview import Shown

HOST = "127.0.0.1"
"""Texts that nobody has signed are for this machine only."""
HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": "no-store",
}


@click.command("preview")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write one file.")
@click.option("--port", type=click.IntRange(0, 65535), default=8095, show_default=True)
@click.option("--country", default="KG", show_default=True, help="Where the reader is.")
@click.option("--locale", "names", multiple=True, help="Only this language; may be repeated.")
@click.option("--only", default="", help="Only screens that begin so: card.wages, danger.")
def command(out: Path | None, port: int, country: str, names: tuple[str, ...], only: str) -> None:
    """Show the content as visitors get it: on this machine, anew at each reload.

    With --out it becomes one file to send to a reader.
    """
    book = options.library().book
    if country.upper() not in book.countries:
        raise click.BadParameter(f"no country {country!r}; there are {', '.join(book.countries)}")
    chosen = tuple(options.known(name, book.locales) for name in names)
    wanted = tuple(one for one in book.locales if not chosen or one in chosen)
    shown = Shown(wanted, Country(country.upper()), only)
    if out is None:
        serve(port, partial(render, shown))
        return
    out.write_text(render(shown), "utf-8")
    click.echo(str(out))


def render(shown: Shown, only: str | None = None) -> str:
    """Read everything anew, so that a reload shows what was just written."""
    library = bootstrap.open_library()
    draft = compile_book(bootstrap.CONTENT, bootstrap.LOCALES)
    rows = signatures.read(bootstrap.CONTENT / signatures.FILE)
    wanted = shown if only is None else replace(shown, only=only)
    return preview.page(library, draft, rows, wanted, bootstrap.clock())


def serve(port: int, make: Callable[[str | None], str]) -> None:
    """Serve the page on this machine until interrupted."""
    with open_server(port, make) as server:
        click.echo(f"http://{HOST}:{server.server_address[1]}/  (?only=danger shows a part)")
        server.serve_forever()


def open_server(port: int, make: Callable[[str | None], str]) -> ThreadingHTTPServer:
    """Return a server of the page; `make` renders it, or the part that a reader asks for."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path != "/" or not is_local(self.headers.get("host", "")):
                self.send_error(404)
                return
            self.answer(*made(partial(make, parse_qs(parts.query).get("only", [None])[0])))

        def answer(self, status: int, page: str) -> None:
            body = page.encode()
            self.send_response(status)
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    try:
        return ThreadingHTTPServer((HOST, port), Page)
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; choose --port") from None


def is_local(host: str) -> bool:
    """Tell whether a Host header names this machine: no other site may read along."""
    return host.rpartition(":")[0] in (HOST, "localhost")


def made(make: Callable[[], str]) -> tuple[int, str]:
    """Return the page, or what keeps the content from being shown, line by line."""
    try:
        return 200, make()
    except (ContentError, ValueError, OSError) as error:
        return 500, f"<!doctype html><title>Preview</title><pre>{html.escape(str(error))}</pre>"
