"""A robot's voice for a draft: Debian's espeak-ng speaks, opusenc packs what Telegram plays.

Words go in by standard input: the list of processes shows them to nobody.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

from bot.dialogue.values import Locale

SPEAKER, PACKER = "espeak-ng", "opusenc"
VOICES: Mapping[Locale, str] = {
    Locale("ky"): "ky",
    Locale("ru"): "ru",
    Locale("uz-Latn"): "uz",
    Locale("uz-Cyrl"): "uz",
    Locale("en"): "en-gb",
}
"""No voice speaks Tajik."""
READ_FROM = {Locale("uz-Cyrl"): Locale("uz-Latn")}
"""The voice reads Uzbek in Latin letters only; spoken, both are the same."""
SPEED, BITRATE = "135", "24"
"""Words a minute, slower than the 175 it would speak; kbit/s, plenty for one voice."""
PATIENCE = 120.0


class RobotError(RuntimeError):
    """There is no voice, or a program is missing or failed; the message says what to do."""


def speak(words: str, locale: Locale) -> bytes:
    """Return the words as Ogg Opus. Raises `RobotError`."""
    if locale not in VOICES:
        raise RobotError(f"{SPEAKER} has no voice for {locale}: only a person can record it")
    spoken = _run((SPEAKER, "-v", VOICES[locale], "-s", SPEED, "--stdin", "--stdout"), words)
    return _run((PACKER, "--quiet", "--speech", "--bitrate", BITRATE, "-", "-"), spoken)


def _run(command: tuple[str, ...], given: str | bytes) -> bytes:
    data = given.encode() if isinstance(given, str) else given
    try:
        done = subprocess.run(  # noqa: S603 -- fixed programs, no shell
            command, input=data, capture_output=True, timeout=PATIENCE, check=True
        )
    except FileNotFoundError:
        remedy = "apt-get install espeak-ng opus-tools"
        raise RobotError(f"{command[0]} is not installed: {remedy}") from None
    except (OSError, subprocess.SubprocessError):
        raise RobotError(f"{command[0]} failed") from None
    return done.stdout
