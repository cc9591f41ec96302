from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot import bootstrap
from bot.content import signatures
from bot.content.compile import compile_book
from bot.content.draft import Draft
from bot.content.review import parts, sheet, write
from bot.content.signatures import Signature, State
from bot.dialogue.values import Locale
from bot.entry.cli import main
from tests.content.conftest import World

RU = Locale("ru")


def draft(world: World) -> Draft:
    world.write()
    return compile_book(world.content, world.locales)


def signed(found: Draft, text: str) -> tuple[Signature, ...]:
    return signatures.sign(
        (),
        found.book,
        found.catalogue,
        text=text,
        locale=RU,
        name="A. Person",
        role="reader",
        day=date(2026, 11, 21),
    )


def states(found: Draft, rows: tuple[Signature, ...]) -> dict[str, State]:
    return {row.id: row.state for part in parts(found, rows, RU) for row in part.rows}


def test_a_sheet_has_every_message_beside_its_source(world: World) -> None:
    """Every form of it: long, SMS, one line and label."""
    world.words["ru"]["card-papers"] = (
        " Длинно.\n    .title = Имя\n    .short = Коротко.\n    .line = Строка."
    )
    found = draft(world)
    page = sheet(found, (), RU)
    for words in ("Длинно.", "Имя", "Коротко.", "Строка.", "Short Papers."):
        assert f">{words}</td>" in page
    missing = [name for name in found.catalogue.entries[RU] if f'id="{name}"' not in page]
    assert missing == []


def test_a_group_signs_each_of_its_messages(world: World) -> None:
    """A message shows what was signed for it, and nothing else is touched."""
    found = draft(world)
    assert set(states(found, ()).values()) == {State.DRAFT}
    after = states(found, signed(found, "danger"))
    assert after["danger-harm"] is State.SIGNED
    assert after["card-papers"] is State.DRAFT


def test_an_edit_shows_as_reopened(world: World) -> None:
    """Whoever signed must read it again."""
    rows = signed(draft(world), "card-papers")
    world.words["ru"]["card-papers"] = " Иначе.\n    .title = A\n    .short = A.\n    .line = A."
    assert states(draft(world), rows)["card-papers"] is State.REOPENED


def test_words_cannot_become_markup(world: World) -> None:
    """What stands in a message is shown, not obeyed, and the page loads nothing."""
    world.words["ru"]["menu"] = " <script>x</script> & more."
    page = sheet(draft(world), (), RU)
    assert "&lt;script&gt;x&lt;/script&gt; &amp; more." in page
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.extend([tag, *(name for name, _ in attrs)])

    Reader().feed(page)
    assert not {"script", "src", "href", "link"} & set(seen)


def test_a_sheet_is_written_for_each_locale(world: World, tmp_path: Path) -> None:
    """Into a folder that is made when it is missing."""
    files = write(draft(world), (), tmp_path / "a" / "b")
    assert {file.name for file in files} == {f"review-{name}.html" for name in ("en", "ru", "ky")}
    assert all("<table" in file.read_text("utf-8") for file in files)


def test_a_sheet_names_its_language(tmp_path: Path) -> None:
    """As its readers do, and for each language of the Book."""
    found = compile_book(bootstrap.CONTENT, bootstrap.LOCALES)
    pages = {file.stem: file.read_text("utf-8") for file in write(found, (), tmp_path)}
    assert set(pages) == {f"review-{name}" for name in found.locales}
    assert "<h1>O&#39;zbekcha (uz-Latn)</h1>" in pages["review-uz-Latn"]


def test_the_command_writes_the_sheets(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And names each file."""
    world.write()
    folders = ["--content", str(world.content), "--locales", str(world.locales)]
    with pytest.raises(SystemExit) as left:
        main(["check", *folders, "--review", str(tmp_path / "out")])
    assert left.value.code == 0
    assert len(capsys.readouterr().out.split()) == len(list((tmp_path / "out").iterdir()))
