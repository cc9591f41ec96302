from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest

from bot import bootstrap
from bot.content import signatures
from bot.content.compile import compile_book
from bot.content.load import load
from bot.content.signatures import State
from bot.dialogue.values import Country, Locale
from bot.entry import preview
from bot.entry.cli import main
from bot.entry.cli.preview import HOST, is_local, open_server
from bot.entry.preview import Row, Shown
from bot.l10n.wording import Wording
from bot.service.receive import Library
from bot.understanding import Reader
from tests.content.conftest import World, world

__all__ = ["world"]

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
RU, KG = Locale("ru"), Country("KG")


def rows(place: World, only: str = "", *signed: str) -> tuple[Row, ...]:
    """Return the preview of a small tree, some texts of it signed in Russian."""
    place.write()
    draft = compile_book(place.content, place.locales)
    found: tuple[signatures.Signature, ...] = signatures.read(place.content / signatures.FILE)
    for text in signed:
        found = signatures.sign(
            found, draft.book, draft.catalogue,
            text=text, locale=RU, name="A. Person", role="reader", day=date(2026, 11, 21),
        )  # fmt: skip
    signatures.write(place.content / signatures.FILE, found)
    book = load(place.content, place.locales)
    library = Library(book, Wording(place.locales), Reader(book))
    return tuple(preview.rows(library, draft, found, Shown((RU,), KG, only), NOON))


def states(found: tuple[Row, ...]) -> dict[str, State]:
    return {row.node: row.cells[0].state for row in found}


def test_every_screen_of_the_content_is_shown() -> None:
    """Cards, flows, answers to danger and questions, each with something in each form."""
    library = bootstrap.open_library()
    draft = compile_book(bootstrap.CONTENT, bootstrap.LOCALES)
    found = tuple(preview.rows(library, draft, (), Shown((RU,), KG), NOON))
    assert set(library.book.nodes) <= {row.node for row in found}
    assert {row.kind for row in found} == set(preview.KINDS)
    assert all(cell.long and cell.sms for row in found for cell in row.cells)
    asked = {f"assess.{a.id}.{i.id}" for a in library.book.assessments.values() for i in a.items}
    assert asked <= {row.node for row in found}
    assert {row.country for row in found if row.node == "danger.harm"} == {*library.book.countries}


def test_the_cost_is_that_of_what_is_sent() -> None:
    """A Russian text is coded in 16 bits unless it goes in Latin letters."""
    library = bootstrap.open_library()
    draft = compile_book(bootstrap.CONTENT, bootstrap.LOCALES)
    found = preview.rows(library, draft, (), Shown((RU,), KG, "danger.harm"), NOON)
    assert {(cell.segments, cell.coding) for row in found for cell in row.cells} <= {
        (1, "ucs2"),
        (1, "gsm7"),
    }


def test_it_says_what_is_signed_and_what_was_edited_since(world: World) -> None:
    """By the messages of the screen."""
    assert states(rows(world, "card."))["card.papers"] is State.DRAFT
    after = states(rows(world, "card.", "card-papers"))
    assert after == {"card.papers": State.SIGNED, "card.contract": State.DRAFT}
    world.words["ru"]["card-papers"] = " In 2026.\n    .title = A\n    .short = A.\n    .line = A."
    assert states(rows(world, "card."))["card.papers"] is State.REOPENED


def test_a_card_has_its_one_line_and_words_are_no_markup(world: World) -> None:
    """What stands in a message is shown, not obeyed."""
    world.words["ru"]["card-papers"] = (
        " <b>In 2025</b>.\n    .title = T\n    .short = S.\n    .line = L."
    )
    row = next(row for row in rows(world, "card.papers"))
    assert (row.cells[0].line, row.cells[0].sms[:2]) == ("L.", "S.")
    draft = compile_book(world.content, world.locales)
    book = load(world.content, world.locales)
    library = Library(book, Wording(world.locales), Reader(book))
    page = preview.page(library, draft, (), Shown((RU,), KG, "card."), NOON)
    assert "&lt;b&gt;In 2025" in page
    assert "src=" not in page


def test_the_command_writes_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the languages asked for; a country nobody knows is wrong use."""
    out = tmp_path / "preview.html"
    told = ["preview", "--out", str(out), "--only", "danger.harm", "--locale", "ky"]
    with pytest.raises(SystemExit) as left:
        main(told)
    assert left.value.code == 0
    assert capsys.readouterr().out.strip() == str(out)
    page = out.read_text("utf-8")
    assert page.count("danger.harm &middot; ") == 7
    assert 'lang="ru"' not in page
    with pytest.raises(SystemExit) as left:
        main([*told, "--country", "QQ"])
    assert left.value.code == 2


@pytest.fixture
def port() -> Iterator[int]:
    def make(only: str | None) -> str:
        if only == "broken":
            raise ValueError("a <line> is wrong")
        return f"page {only}"

    with open_server(0, make) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "host", "status", "words"),
    [
        ("/", "localhost:1", 200, "page None"),
        ("/?only=card.wages", "127.0.0.1:1", 200, "page card.wages"),
        ("/?only=broken", "localhost:1", 500, "a &lt;line&gt; is wrong"),
        ("/secret", "localhost:1", 404, ""),
        ("/", "elsewhere.example:1", 404, ""),
    ],
)
def test_the_page_is_served_to_this_machine_only(
    port: int, path: str, host: str, status: int, words: str
) -> None:
    """Broken content shows why; another site's name in the request gets nothing."""
    line = HTTPConnection(HOST, port, timeout=10)
    line.request("GET", path, headers={"host": host})
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    assert answer.status == status
    assert words in page
    assert is_local(host) or "page" not in page
