from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import robot
from bot.content.audio import (
    LARGEST,
    MANIFEST,
    AudioError,
    Entry,
    Gap,
    Shelf,
    add,
    digest,
    gaps,
    read,
)
from bot.content.load import load
from bot.content.robot import RobotError
from bot.dialogue.book import Book, Recording, Voice
from bot.dialogue.values import CardId, Locale
from tests.content.conftest import World

SOUND = b"OggS\x00\x02" + bytes(22) + b"OpusHead" + bytes(64)
PAPERS, CONTRACT, RU, KY = CardId("papers"), CardId("contract"), Locale("ru"), Locale("ky")
SAID = {(PAPERS, RU): "Слова.", (PAPERS, KY): "Сөздөр.", (CONTRACT, RU): "Договор."}


def words(card: CardId, locale: Locale) -> str:
    return SAID.get((card, locale), "")


@pytest.fixture
def book(world: World) -> Book:
    world.write()
    return load(world.content, world.locales)


def keep(folder: Path, said: str = SAID[PAPERS, RU], voice: Voice = Voice.HUMAN) -> Entry:
    return add(folder, card=PAPERS, locale=RU, voice=voice, words=said, sound=SOUND)


def test_a_recording_is_found_by_a_name_that_says_nothing(tmp_path: Path, book: Book) -> None:
    """Its file stands where people look for it."""
    entry = keep(tmp_path)
    shelf = Shelf.open(tmp_path)
    assert shelf.fresh(book, words) == (Recording(PAPERS, RU, Voice.HUMAN, entry.name),)
    assert shelf.file(entry.name) == tmp_path / "ru" / "papers.ogg"
    assert "papers" not in entry.name
    assert shelf.file("../manifest.json") is None


def test_an_edited_text_drops_its_recording(tmp_path: Path, book: Book) -> None:
    """And so does a file that is gone, or a card that is."""
    keep(tmp_path, said="Old words.")
    assert Shelf.open(tmp_path).fresh(book, words) == ()
    entry = keep(tmp_path)
    shelf = Shelf.open(tmp_path)
    assert shelf.fresh(book, words)
    (tmp_path / "ru" / "papers.ogg").unlink()
    assert shelf.fresh(book, words) == ()
    assert shelf.file(entry.name) is None


def test_a_new_recording_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """One voice for a card in a language."""
    keep(tmp_path, voice=Voice.ROBOT)
    keep(tmp_path)
    assert [(one.voice, one.words) for one in read(tmp_path)] == [
        (Voice.HUMAN, digest(SAID[PAPERS, RU]))
    ]
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == [MANIFEST, "papers.ogg"]


def test_what_is_to_be_recorded_is_listed_with_the_reason(tmp_path: Path, book: Book) -> None:
    """A robot's draft comes last: something can be heard already."""
    keep(tmp_path, voice=Voice.ROBOT)
    listed = tuple(gaps(Shelf.open(tmp_path), book, words, (RU, KY)))
    assert listed == (
        Gap(PAPERS, KY, "none"),
        Gap(CONTRACT, RU, "none"),
        Gap(PAPERS, RU, "robot"),
    )
    keep(tmp_path, said="Old words.")
    assert Gap(PAPERS, RU, "edited") in gaps(Shelf.open(tmp_path), book, words, (RU,))
    keep(tmp_path)
    assert tuple(gaps(Shelf.open(tmp_path), book, words, (RU,))) == (Gap(CONTRACT, RU, "none"),)
    (tmp_path / "ru" / "papers.ogg").unlink()
    assert Gap(PAPERS, RU, "gone") in gaps(Shelf.open(tmp_path), book, words, (RU,))


@pytest.mark.parametrize("sound", [b"", b"RIFF" + bytes(200), SOUND + bytes(LARGEST)])
def test_what_telegram_would_not_play_is_refused(tmp_path: Path, sound: bytes) -> None:
    """Nothing is written."""
    with pytest.raises(AudioError):
        add(tmp_path, card=PAPERS, locale=RU, voice=Voice.HUMAN, words="x", sound=sound)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_manifest_is_an_error(tmp_path: Path) -> None:
    """It must not pass for an empty one: the next recording would overwrite it."""
    (tmp_path / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(AudioError):
        Shelf.open(tmp_path)
    with pytest.raises(AudioError):
        keep(tmp_path)


@pytest.mark.parametrize("locale", robot.VOICES)
def test_a_robot_speaks_what_can_be_kept(tmp_path: Path, locale: Locale) -> None:
    """In every language that the speaker has."""
    sound = robot.speak("Да. Yes. Ooba.", locale)
    add(tmp_path, card=PAPERS, locale=locale, voice=Voice.ROBOT, words="x", sound=sound)
    assert len(sound) > len(SOUND)


def test_a_language_without_a_voice_needs_a_person() -> None:
    """Another language's voice would be worse than none."""
    with pytest.raises(RobotError, match="tg"):
        robot.speak("Салом", Locale("tg"))


def test_a_missing_program_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Voice is an extra: nothing else of Safar needs these programs."""
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(RobotError, match="apt-get install espeak-ng opus-tools"):
        robot.speak("Салам", KY)
