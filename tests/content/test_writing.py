"""What docs/writing.md tells authors to write is what Safar reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from bot import bootstrap
from bot.content.schema import KINDS
from bot.entry.cli import COMMANDS, cli

PAGE = (bootstrap.ROOT / "docs" / "writing.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    found = re.findall(rf"^( *)```{kind}\n(.*?)^\1```", PAGE, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"(?m)^{indent}", "", words) for indent, words in found]


def example(kind: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    trees = [yaml.load(words) for words in blocks("yaml")]
    return {"cards": trees[0], "services": trees[1], "story": trees[2]}[kind]


@pytest.mark.parametrize("kind", ["cards", "services"])
def test_its_examples_have_the_shape_of_content(kind: str) -> None:
    """Whoever copies one gets no error."""
    KINDS[kind].model_validate({kind: example(kind)})


def test_its_story_has_what_a_conversation_needs() -> None:
    """The head, and steps that say or press."""
    story = example("story")
    assert {"about", "rules", "channel", "locale", "desk", "steps"} == set(story)
    assert [next(iter(step)) for step in story["steps"]] == ["say", "press"]


def test_its_codes_are_those_of_the_check() -> None:
    """A code that an author looks up exists."""
    table = PAGE.partition("| code |")[2].partition("\n\n")[0]
    named = re.findall(r"`([a-z-]+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))
    root = Path(str(bootstrap.ROOT)) / "bot"
    files = (*root.glob("content/**/*.py"), root / "entry" / "cli" / "check.py")
    sources = "".join(file.read_text("utf-8") for file in files)
    assert len(named) > 20
    assert [code for code in named if f'"{code}"' not in sources] == []


def test_its_commands_exist_with_their_options() -> None:
    """Also those below another command."""
    context = click.Context(cli)
    lines = re.findall(r"^safar (.+?)(?:  |$)|`safar ([a-z]+[^`]*)`", PAGE, re.MULTILINE)
    told = [(first or second).split() for first, second in lines]
    assert {words[0] for words in told} <= set(COMMANDS)
    for words in told:
        command = cli.get_command(context, words[0])
        if isinstance(command, click.Group) and len(words) > 1 and words[1] in command.commands:
            command = command.commands[words[1]]
        assert command is not None
        known = {name for option in command.params for name in option.opts}
        assert {word for word in words if word.startswith("--")} <= known, words


def test_its_settings_for_an_editor_name_schemas() -> None:
    """Each of them is a file of the repository."""
    (settings,) = blocks("json")
    for schema in json.loads("{" + settings + "}")["yaml.schemas"]:
        assert (bootstrap.ROOT / schema).is_file()
