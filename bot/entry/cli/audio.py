"""`safar audio`: recordings of cards for people who read little."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from bot.content import audio, robot
from bot.content.audio import AudioError, Gap, Shelf
from bot.content.robot import RobotError
from bot.dialogue.book import Voice
from bot.dialogue.values import CardId, Locale
from bot.entry import recordings
from bot.entry.cli import installation, options
from bot.service.receive import Library

NAMES = click.option("--locale", "names", multiple=True, help="Only this language; repeatable.")
FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Where recordings stand; `audio` in the data directory if unset.",
)


@click.group("audio")
def command() -> None:
    """Record cards, or let a robot draft them; restart Safar to play what is new."""


@command.command("missing")
@NAMES
@FOLDER
def missing(names: tuple[str, ...], folder: Path | None) -> int:
    """List what nobody has recorded: none, edited since, gone, or a robot's; exit 1 if any."""
    found = _gaps(options.library(), _shelf(folder), names)
    for gap in found:
        click.echo(f"{gap.locale}\t{gap.card}\t{gap.why}")
    return 1 if found else 0


@command.command("draft")
@NAMES
@FOLDER
@click.option("--card", "cards", multiple=True, help="Only this card; repeatable.")
def draft(names: tuple[str, ...], folder: Path | None, cards: tuple[str, ...]) -> int:
    """Let a robot speak what has no recording; exit 1 if a language has no voice."""
    library, shelf = options.library(), _shelf(folder)
    asked = [gap for gap in _gaps(library, shelf, names) if not cards or gap.card in cards]
    silent = {gap.locale for gap in asked} - set(robot.VOICES)
    for gap in asked:
        if gap.why != Voice.ROBOT.value and gap.locale not in silent:
            _speak(library, shelf.folder, gap)
    for locale in sorted(silent):
        click.echo(f"{locale}: {robot.SPEAKER} has no voice; only a person can record it", err=True)
    return 1 if silent else 0


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--card", required=True, help="The card that was read out.")
@click.option("--locale", "name", required=True, help="The language of the recording.")
@FOLDER
def add(file: Path, card: str, name: str, folder: Path | None) -> None:
    """Keep FILE (Ogg Opus), a person reading the card as it stands now."""
    library = options.library()
    locale = options.known(name, library.book.locales) or Locale(name)
    if CardId(card) not in library.book.cards:
        raise click.BadParameter(f"no card {card!r}")
    _keep(library, _shelf(folder).folder, Gap(CardId(card), locale, ""), file.read_bytes())


def _shelf(folder: Path | None) -> Shelf:
    try:
        return Shelf.open(folder or recordings.folder(installation.settings().data))
    except AudioError as error:
        raise click.ClickException(str(error)) from None


def _gaps(library: Library, shelf: Shelf, names: tuple[str, ...]) -> tuple[Gap, ...]:
    every = library.book.locales
    chosen = tuple(options.known(name, every) for name in names)
    wanted = [one for one in every if not chosen or one in chosen]
    return tuple(
        audio.gaps(shelf, library.book, partial(recordings.words, library.wording), wanted)
    )


def _speak(library: Library, folder: Path, gap: Gap) -> None:
    read = robot.READ_FROM.get(gap.locale, gap.locale)
    try:
        sound = robot.speak(recordings.words(library.wording, gap.card, read), gap.locale)
    except RobotError as error:
        raise click.ClickException(str(error)) from None
    _keep(library, folder, gap, sound, Voice.ROBOT)


def _keep(
    library: Library, folder: Path, gap: Gap, sound: bytes, voice: Voice = Voice.HUMAN
) -> None:
    words = recordings.words(library.wording, gap.card, gap.locale)
    if not words:
        raise click.ClickException(f"{gap.card} differs from visitor to visitor: no recording fits")
    try:
        audio.add(folder, card=gap.card, locale=gap.locale, voice=voice, words=words, sound=sound)
    except (AudioError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{gap.locale}\t{gap.card}\t{voice.value}")
