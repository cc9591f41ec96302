"""Errands from the command line: one clear line when something is refused."""

from __future__ import annotations

import os
from typing import Any

import click

from bot.content.issues import ContentError
from bot.entry import control
from bot.entry.errands import ErrandError
from bot.service.failures import StoreError
from bot.settings import Settings, SettingsError, read
from bot.store.file import DataError
from bot.vault import VaultError


def settings() -> Settings:
    """Return the settings of the environment."""
    try:
        return read(os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def run(errand: str, **asked: Any) -> dict[str, Any]:
    """Run an errand on the installation of this environment."""
    try:
        return control.run(settings(), errand, **asked)
    except (ErrandError, ContentError, DataError, StoreError, VaultError) as error:
        raise click.ClickException(str(error)) from None
