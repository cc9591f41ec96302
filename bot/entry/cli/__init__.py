"""The command `safar`. Exit codes: 0 good, 1 problems found, 2 wrong use."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Any

import click

COMMANDS = {
    "run": "bot.entry.cli.run",
    "chat": "bot.entry.cli.chat",
    "say": "bot.entry.cli.say",
    "understand": "bot.entry.cli.understand",
    "assess": "bot.entry.cli.assess",
    "check": "bot.entry.cli.check",
    "sign": "bot.entry.cli.sign",
    "schema": "bot.entry.cli.schema",
    "preview": "bot.entry.cli.preview",
    "audio": "bot.entry.cli.audio",
    "directory": "bot.entry.cli.directory",
    "doctor": "bot.entry.cli.doctor",
    "operators": "bot.entry.cli.operators",
    "audit": "bot.entry.cli.audit",
    "keys": "bot.entry.cli.keys",
    "purge": "bot.entry.cli.purge",
    "move": "bot.entry.cli.move",
    "backup": "bot.entry.cli.backup",
    "restore": "bot.entry.cli.restore",
    "telegram": "bot.entry.cli.telegram",
    "stats": "bot.entry.cli.stats",
}
"""Each in a module of its own, imported when it is asked for: `safar say` starts fast."""


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return _imported(COMMANDS[cmd_name])


def _imported(module: str) -> click.Command:
    """Import a command. What an import makes stays, so nobody looks for garbage meanwhile."""
    gc.disable()
    try:
        command: click.Command = importlib.import_module(module).command
    finally:
        gc.enable()
    return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Safe migration, recruitment red flags, rights, and a person to talk to."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; an error is one clear line on standard error."""
    try:
        code: Any = cli.main(args=arguments, prog_name="safar", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"safar: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt, BrokenPipeError):
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
