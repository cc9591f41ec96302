"""Cards that are listened to, from the folder of recordings to the visitor's page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.bootstrap import open_library
from bot.channels.webchat import sound
from bot.channels.webchat.app import visitor_app
from bot.content import audio
from bot.content.audio import Shelf
from bot.dialogue.book import Voice
from bot.dialogue.values import CardId, Locale
from bot.entry import recordings
from bot.entry.cli import main
from bot.service.receive import Library
from tests.content.test_audio import SOUND
from tests.safety.whole import VISITORS, Whole, whole

WAGES, EN = CardId("wages"), Locale("en")


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def record(data: Path, library: Library, voice: Voice = Voice.ROBOT) -> Shelf:
    """Put a recording of the wages card into a data directory."""
    words = recordings.words(library.wording, WAGES, EN)
    folder = recordings.folder(data)
    audio.add(folder, card=WAGES, locale=EN, voice=voice, words=words, sound=SOUND)
    return recordings.open_shelf(data)


@pytest.fixture
async def safar(tmp_path: Path, library: Library) -> AsyncIterator[Whole]:
    shelf = record(tmp_path / "data", library)
    heard = recordings.audible(library, shelf)
    async with whole(tmp_path, heard) as made:
        made.visitors = visitor_app(
            made.house.shell,
            heard.wording,
            public_url=VISITORS,
            demo=False,
            extra_routes=(sound.route(shelf),),
        )
        yield made


async def test_a_card_is_heard_on_the_page_after_two_presses(safar: Whole) -> None:
    """Nothing is loaded before, the robot is named, and no address says what is spoken."""
    client = await safar.visitor()
    for words in ("1", "my wages", "1"):
        await safar.writes(client, words)
    page = (await client.get("/")).text
    assert "<audio" not in page
    assert ">Listen<" in page
    await safar.writes(client, "listen")
    page = (await client.get("/")).text
    assert "A robot reads it out" in page
    player = page.partition("<audio")[2].partition(">")[0]
    assert " controls " in player
    assert 'preload="none"' in player
    assert "autoplay" not in player
    place = player.partition('src="')[2].partition('"')[0]
    assert place.startswith("/sound/")
    assert "wages" not in place
    answer = await client.get(place)
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/ogg"
    part = await client.get(place, headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"OggS")
    assert (await client.get("/sound/none.ogg")).status_code == 404
    assert "media-src 'self'" in answer.headers["content-security-policy"]


def test_an_edited_card_is_not_heard(tmp_path: Path, library: Library) -> None:
    """The recording says what the card said before."""
    shelf = record(tmp_path, library)
    assert len(recordings.audible(library, shelf).book.recordings) == 1
    edited = tuple(shelf.fresh(library.book, lambda _card, _locale: "other words"))
    assert edited == ()


def test_a_damaged_manifest_costs_the_sound_only(tmp_path: Path, library: Library) -> None:
    """Safar starts without it."""
    record(tmp_path, library)
    (recordings.folder(tmp_path) / audio.MANIFEST).write_text("{", "utf-8")
    shelf = recordings.open_shelf(tmp_path)
    assert recordings.audible(library, shelf).book.recordings == ()


def test_every_card_can_be_recorded(library: Library) -> None:
    """A card whose words depend on the visitor could not."""
    words = partial(recordings.words, library.wording)
    silent = [
        (c, la) for c in library.book.cards for la in library.book.locales if not words(c, la)
    ]
    assert silent == []


def test_the_command_drafts_with_a_robot_and_lists_what_a_person_must_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tajik has no voice; a robot's draft stays on the list; a person takes its place."""
    here = ["--folder", str(tmp_path)]

    def run(*told: str) -> tuple[int, list[str]]:
        with pytest.raises(SystemExit) as left:
            main(["audio", *told, *here])
        return int(str(left.value.code)), capsys.readouterr().out.splitlines()

    languages = ("--locale", "ky", "--locale", "tg")
    assert run("draft", *languages, "--card", "wages") == (1, ["ky\twages\trobot"])
    code, listed = run("missing", *languages)
    assert code == 1
    assert listed[-1] == "ky\twages\trobot"
    assert "tg\twages\tnone" in listed
    made = tmp_path / "ky" / "wages.ogg"
    assert run("add", str(made), "--card", "wages", "--locale", "ky") == (0, ["ky\twages\thuman"])
    assert not any("ky\twages" in line for line in run("missing", *languages)[1])
    assert run("add", str(made), "--card", "nothing", "--locale", "ky")[0] == 2
    (tmp_path / "notes.txt").write_text("no sound", "utf-8")
    told = ("add", str(tmp_path / "notes.txt"), "--card", "wages", "--locale", "ky")
    assert run(*told)[0] == 1
