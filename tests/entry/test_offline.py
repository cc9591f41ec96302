"""Commands that touch no network and no stored data, exactly as design.md fixes them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def safar(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a person or another program does."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Return the JSON objects of the lines of an answer."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_say_answers_each_line_with_one_object() -> None:
    """With the fields other programs rely on."""
    start, chosen = objects(safar("say", given="/start\n3\n"))
    assert set(start) == {"in", "locale", "node", "out", "effects"}
    assert (start["in"], start["node"], start["effects"]) == ("/start", "start", ["Say"])
    assert [choice["id"] for choice in start["out"][0]["choices"]][:3] == ["ky", "ru", "en"]
    assert (chosen["locale"], chosen["node"]) == ("en", "privacy")
    assert "sms" not in chosen["out"][0]


def test_say_counts_what_an_sms_costs() -> None:
    """Only on that channel."""
    (first,) = objects(safar("say", "--channel", "sms", "--locale", "ru", given="помогите\n"))
    assert first["out"][0]["sms"] == {"coding": "ucs2", "segments": 1}
    assert "OpenTicket" in first["effects"]


def test_say_repeats_itself_for_the_same_seed_and_moment() -> None:
    """Ids and codes are drawn from the seed."""
    asked = ("say", "--locale", "en", "--at", "2026-11-21T06:00", "--seed", "00ff")
    lines = "person\n1\n2\n"
    once, again = safar(*asked, given=lines), safar(*asked, given=lines)
    assert once.stdout == again.stdout
    other = safar(*asked[:-1], "0100", given=lines)
    assert once.stdout != other.stdout


def test_a_closed_desk_says_when_it_opens() -> None:
    """Next: the coming working day at nine, in the hot line's own clock."""
    asked = ("say", "--locale", "en", "--desk", "closed", "--at", "2026-11-20T15:00")
    last = objects(safar(*asked, given="person\n1\n2\n"))[-1]
    assert last["node"] == "handoff.nobody-here"
    assert "Monday" in last["out"][0]["text"]
    assert "09:00" in last["out"][0]["text"]


def test_exit_leaves_without_a_word() -> None:
    """And wipes."""
    (left,) = objects(safar("say", "--locale", "en", given="EXIT\n"))
    assert (left["out"], left["effects"]) == ([], ["Wipe", "Forget"])


def test_understand_reads_each_line() -> None:
    """Danger, topics and offers, with their fixed names."""
    danger, wage = objects(safar("understand", given="меня заперли\nмне не платят зарплату\n"))
    assert danger["danger"] == {"level": "danger", "signs": ["confinement"]}
    assert wage["topics"][0]["id"] == "wage-theft"
    assert set(wage) == {"text", "locale", "danger", "topics", "offer"}
    assert set(wage["offer"]) == {"level", "flags"}


def test_assess_scores_indicators_by_the_rule_of_the_list() -> None:
    """One strong sign alone is not enough; with another one it is."""
    tool = ("assess", "--tool", "indicators")
    (alone,) = objects(safar(*tool, given='{"indicators": ["D1.01"]}'))
    (both,) = objects(safar(*tool, given='{"indicators": ["D1.01", "D1.02"]}'))
    assert alone["dimensions"]["D1"] is False
    assert both["dimensions"] == {"D1": True, **{f"D{n}": False for n in range(2, 7)}}
    assert set(both) == {"dimensions", "band", "outcome", "reasons"}


def test_assess_takes_the_answers_of_a_tool() -> None:
    """Before I go has checks and no score."""
    (going,) = objects(safar("assess", "--tool", "before-i-go", given='{"answers": {}}'))
    assert (going["band"], going["reasons"]) == (None, [])
    (situation,) = objects(safar("assess", "--tool", "my-situation", given='{"answers": {}}'))
    assert situation["band"] == "low"


@pytest.mark.parametrize(
    ("arguments", "given", "word"),
    [
        (("assess", "--tool", "nothing"), "{}", "before-i-go"),
        (("assess", "--tool", "indicators"), "no json", "JSON"),
        (("assess", "--tool", "indicators"), '{"indicators": ["D9.99"]}', "D9.99"),
        (("assess", "--tool", "my-situation"), '{"answers": {"x": "yes"}}', "x"),
        (("assess", "--tool", "my-situation"), '{"answers": {"pay": "perhaps"}}', "skip"),
        (("say", "--locale", "xx"), "", "xx"),
        (("say", "--at", "tomorrow"), "", "2026-"),
        (("say", "--seed", "zz"), "", "hexadecimal"),
        (("nonsense",), "", "nonsense"),
    ],
)
def test_wrong_use_is_one_clear_line(arguments: tuple[str, ...], given: str, word: str) -> None:
    """Exit code 2, nothing on standard output."""
    done = safar(*arguments, given=given)
    assert done.returncode == 2
    assert done.stdout == ""
    assert word in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_check_finds_nothing_in_the_content_we_serve() -> None:
    """Zero errors."""
    done = safar("check")
    assert (done.returncode, done.stderr.strip()[:8]) == (0, "0 errors")


def test_check_names_file_line_and_remedy_and_fails(tmp_path: Path) -> None:
    """A broken world is told apart."""
    for folder in ("content", "locales"):
        (tmp_path / folder).mkdir()
    options = ("--content", str(tmp_path / "content"), "--locales", str(tmp_path / "locales"))
    done = safar("check", *options)
    assert done.returncode == 1
    assert "book.yaml" in done.stdout


def test_chat_is_plain_in_a_pipe() -> None:
    """Words and digits, no colours."""
    done = safar("chat", "--locale", "en", given="1\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "1 I am going abroad" in done.stdout


def test_commands_that_only_talk_import_nothing_heavy() -> None:
    """The hot path stays free of YAML readers, schemas and colour."""
    asked = (
        "import sys; sys.modules['rich'] = None;"  # httpx imports it wherever it is installed
        "from bot.bootstrap import open_library; open_library();"
        "open_library(); heavy = {'ruamel', 'pydantic', 'prompt_toolkit', 'webauthn',"
        "'phonenumbers'}; print(sorted(heavy & set(sys.modules)))"
    )
    safar("say", given="/start\n")
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]"
