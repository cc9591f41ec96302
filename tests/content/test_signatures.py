from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.content.compile import compile_book
from bot.content.draft import Draft
from bot.content.issues import ContentError
from bot.content.load import load
from bot.content.signatures import (
    GROUPS,
    Signature,
    State,
    UnknownTextError,
    fingerprint,
    messages,
    read,
    sign,
    state,
    unsigned,
    write,
)
from bot.dialogue.values import Locale
from tests.content.conftest import World

RU, KY = Locale("ru"), Locale("ky")
DAY = date(2026, 11, 21)


def draft(world: World) -> Draft:
    world.write()
    return compile_book(world.content, world.locales)


def signed(found: Draft, text: str, name: str = "A. Person") -> tuple[Signature, ...]:
    return sign(
        (), found.book, found.catalogue, text=text, locale=RU, name=name, role="lawyer", day=DAY
    )


@pytest.mark.parametrize("text", [*GROUPS, "card-papers"])
def test_a_text_is_signed_as_it_stands(world: World, text: str) -> None:
    """In this locale, and in no other."""
    found = draft(world)
    rows = signed(found, text)
    assert state((), found.book, found.catalogue, text, RU) is State.DRAFT
    assert state(rows, found.book, found.catalogue, text, RU) is State.SIGNED
    assert state(rows, found.book, found.catalogue, text, KY) is State.DRAFT


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("danger-harm", " { $rescue } other words, { $line }."),
        ("danger-harm", " { $rescue } rescue. { $line } is not police.\n    .short = New"),
        ("danger-neutral", " Other."),
    ],
)
def test_an_edit_reopens_a_text(world: World, message: str, words: str) -> None:
    """Value, attributes, and what the core says before it."""
    rows = signed(draft(world), "danger")
    world.words["ru"][message] = words
    found = draft(world)
    assert state(rows, found.book, found.catalogue, "danger", RU) is State.REOPENED


def test_words_that_are_gone_are_no_longer_signed(world: World) -> None:
    """The list of open texts must not fail over them."""
    rows = signed(draft(world), "card-papers")
    world.words["ru"].pop("card-papers")
    found = draft(world)
    assert ("card-papers", RU, State.REOPENED) in unsigned(rows, found.book, found.catalogue)


def test_an_edit_elsewhere_reopens_nothing(world: World) -> None:
    """Neither other messages, nor comments, nor the order of a file matter."""
    rows = signed(draft(world), "danger")
    world.words["ru"]["menu"] = " Other."
    world.words["ky"]["danger-harm"] = " { $rescue } { $line }"
    world.raw["locales/ru/z.ftl"] = "# A comment\n"
    found = draft(world)
    assert state(rows, found.book, found.catalogue, "danger", RU) is State.SIGNED


def test_an_edit_of_a_term_reopens_what_names_it(world: World) -> None:
    """The words of a text may stand in several messages."""
    world.words["ru"] |= {"-place": " here", "minor": " You are right { -place }."}
    rows = signed(draft(world), "minors")
    world.words["ru"]["-place"] = " there"
    found = draft(world)
    assert state(rows, found.book, found.catalogue, "minors", RU) is State.REOPENED


def test_signing_again_replaces_the_own_signature_only(world: World) -> None:
    """Two people may answer for one text."""
    found = draft(world)
    rows = (*signed(found, "danger"), *signed(found, "danger", "B. Person"))
    again = sign(
        rows,
        found.book,
        found.catalogue,
        text="danger",
        locale=RU,
        name="A. Person",
        role="lead",
        day=DAY,
    )
    assert sorted((row.name, row.role) for row in again) == [
        ("A. Person", "lead"),
        ("B. Person", "lawyer"),
    ]


def test_nobody_signs_what_is_not_worded(world: World) -> None:
    """Nor without a name."""
    found = draft(world)
    with pytest.raises(UnknownTextError):
        signed(found, "card-nothing")
    with pytest.raises(ValueError, match="name and a role"):
        signed(found, "danger", " ")


def test_groups_cover_screens_and_those_below_them(world: World) -> None:
    """Danger holds every answer to danger."""
    book = draft(world).book
    covered = set(messages(book, "danger"))
    assert {"danger-harm", "danger-suicide-now", "danger-neutral"} <= covered
    assert set(messages(book, "suicide")) == {
        "danger-suicide",
        "danger-suicide-now",
        "danger-suicide-later",
    }


def test_what_is_not_signed_is_listed(world: World) -> None:
    """Each group and each law card, per locale."""
    found = draft(world)
    rows = signed(found, "danger")
    open_texts = unsigned(rows, found.book, found.catalogue)
    assert ("danger", RU, State.SIGNED) not in open_texts
    assert ("danger", KY, State.DRAFT) in open_texts
    assert ("card-papers", RU, State.DRAFT) in open_texts
    assert len(open_texts) == (len(GROUPS) + 1) * 3 - 1


def test_a_language_is_signed_when_every_group_is(world: World) -> None:
    """One edit takes it away again; the Book knows it without being another Book."""
    found = draft(world)
    rows = tuple(row for group in GROUPS for row in signed(found, group))
    write(world.content / "signatures.yaml", rows[1:])
    less = load(world.content, world.locales)
    write(world.content / "signatures.yaml", rows)
    whole = load(world.content, world.locales)
    assert (less.signed, whole.signed) == ((), (RU,))
    assert less.hash == whole.hash
    world.words["ru"]["danger-harm"] = " { $rescue } other words, { $line }."
    world.write()
    assert load(world.content, world.locales).signed == ()


def test_signatures_that_cannot_be_read_are_an_error(world: World) -> None:
    """A damaged file must not pass for an unsigned language, nor for a signed one."""
    world.raw["content/signatures.yaml"] = "- {text: danger, locale: ru}\n"
    world.write()
    with pytest.raises(ContentError, match="signatures"):
        load(world.content, world.locales)


def test_signatures_survive_the_file(world: World, tmp_path: Path) -> None:
    """What was written is read again; a missing file holds none."""
    found = draft(world)
    file = tmp_path / "signatures.yaml"
    assert read(file) == ()
    rows = signed(found, "danger", "Айгүл Ж.")
    write(file, rows)
    assert read(file) == rows
    assert rows[0].hash == fingerprint(found.book, found.catalogue, "danger", RU)
    assert [path.name for path in tmp_path.glob("*signatures*")] == ["signatures.yaml"]


def test_a_damaged_file_is_not_taken_for_signatures(tmp_path: Path) -> None:
    """A row without a hash proves nothing."""
    file = tmp_path / "signatures.yaml"
    file.write_text("- {text: danger, locale: ru}\n", "utf-8")
    with pytest.raises(ValidationError):
        read(file)


def test_signatures_are_no_content(world: World) -> None:
    """They stand beside it, and the check leaves them alone."""
    world.raw["content/signatures.yaml"] = "[]\n"
    assert world.write().issues() == []
