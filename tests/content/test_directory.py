from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from bot import bootstrap
from bot.content.compile import compile_book
from bot.content.directory import FRESH, Call, Result, UnknownServiceError, record, stale
from bot.content.fields import Need
from bot.dialogue.book import Book
from bot.dialogue.directory import services
from bot.dialogue.services import Cost, Service
from bot.dialogue.values import ELSEWHERE, ServiceId
from bot.entry.cli import main
from tests.content.conftest import World

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def book() -> Book:
    return compile_book(bootstrap.CONTENT, bootstrap.LOCALES).book


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the directory that a test may write into."""
    return Path(shutil.copytree(bootstrap.CONTENT / "services", tmp_path / "services")).parent


def rows(content: Path, name: str) -> str:
    return (content / "services" / name).read_text("utf-8")


def changed(content: Path, name: str) -> list[str]:
    before = (bootstrap.CONTENT / "services" / name).read_text("utf-8").splitlines()
    return [line.strip() for line in rows(content, name).splitlines() if line not in before]


def test_an_answer_is_written_and_nothing_else_changes(content: Path) -> None:
    """Comments, order, quotes and empty fields stay as they are."""
    file = record(content, "kg-112", Call(TODAY, Result.ANSWERED))
    assert file.name == "kg.yaml"
    assert changed(content, "kg.yaml") == [
        "rung: 2026-11-21",
        "tried: 2026-11-21",
        "result: answered",
    ]
    before = (bootstrap.CONTENT / "services" / "kg.yaml").read_text("utf-8").splitlines()
    kept = [line for line in before if line != "    rung: null"]
    now = iter(rows(content, "kg.yaml").splitlines())
    assert all(line in now for line in kept)


@pytest.mark.parametrize("result", [Result.WRONG, Result.CLOSED])
def test_a_number_that_is_wrong_reaches_nobody(content: Path, result: Result) -> None:
    """The row stays with its note for colleagues, and out of the Book."""
    record(content, "kz-150", Call(TODAY, result, note="a shop"))
    assert "note: a shop" in rows(content, "kz.yaml")
    for name in ("book.yaml", "flows", "words.yaml"):
        place = bootstrap.CONTENT / name
        copy = shutil.copytree if place.is_dir() else shutil.copy
        copy(place, content / name)
    draft = compile_book(content, bootstrap.LOCALES)
    assert "kz-150" in draft.held
    assert "kz-150" not in {row.id for row in draft.book.services}


def test_a_call_that_nobody_took_keeps_the_day_of_the_last_answer(content: Path) -> None:
    """It is written down as tried, and the number is still to be rung."""
    record(content, "kg-112", Call(TODAY - timedelta(days=9), Result.ANSWERED))
    record(content, "kg-112", Call(TODAY, Result.NO_ANSWER))
    assert "rung: 2026-11-12" in rows(content, "kg.yaml")
    assert "tried: 2026-11-21" in rows(content, "kg.yaml")


def test_a_note_goes_with_the_next_call(content: Path) -> None:
    """An old remark must not stand beside a new result."""
    record(content, "kg-112", Call(TODAY, Result.NO_ANSWER, note="engaged"))
    record(content, "kg-112", Call(TODAY, Result.ANSWERED))
    assert "engaged" not in rows(content, "kg.yaml")


def test_a_row_nobody_has_is_an_error(content: Path) -> None:
    """A typing mistake must not look like a recorded call."""
    with pytest.raises(UnknownServiceError):
        record(content, "kg-113", Call(TODAY, Result.ANSWERED))


def test_the_list_of_calls_begins_with_emergency_numbers_never_rung(book: Book) -> None:
    """Then those rung longest ago; a fresh one is not on it."""
    rescue = next(row for row in book.services if "emergency" in row.needs)
    line = next(row for row in book.services if "emergency" not in row.needs)

    def rung(row: Service, name: str, days: int | None) -> Service:
        day = None if days is None else TODAY - timedelta(days=days)
        return replace(row, id=ServiceId(name), rung=day)

    given = (
        rung(line, "line-old", 200),
        rung(line, "line-never", None),
        rung(rescue, "rescue-fresh", FRESH.days),
        rung(rescue, "rescue-old", FRESH.days + 1),
        rung(rescue, "rescue-never", None),
    )
    due = [row.id for row in stale(given, TODAY)]
    assert due == ["rescue-never", "rescue-old", "line-never", "line-old"]


def test_a_number_for_callers_inside_says_so(book: Book) -> None:
    """Only a whole international number can be dialled from abroad."""
    assert [row.id for row in book.services if row.abroad and not row.number.startswith("+")] == []


def test_every_other_country_has_something_to_show(book: Book) -> None:
    """Each place that can be chosen has at least one row."""
    places = {row.country for row in book.services}
    assert {*book.countries, *book.others} <= places
    assert ELSEWHERE not in book.others


def test_the_command_says_what_each_number_is(capsys: pytest.CaptureFixture[str]) -> None:
    """As a caller in that country would see it, and where nothing is known it says so."""
    with pytest.raises(SystemExit) as left:
        main(["directory", "--country", "de", "--at", "2026-11-23T10:00"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert "116 016" in shown
    assert "Not police." in shown
    assert "Not tested yet." in shown
    with pytest.raises(SystemExit):
        main(["directory", "--country", "TH", "--need", "emergency"])
    assert "no number for this is known" in capsys.readouterr().out


def test_the_directory_tells_cost_and_languages_of_confirmed_lines_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the source says, in words of the reader's language."""
    with pytest.raises(SystemExit):
        main(["directory", "--country", "TR", "--locale", "ru"])
    shown = {line.split("\t")[1]: line for line in capsys.readouterr().out.splitlines()}
    assert "Звонок бесплатный. Говорят по-русски." in shown["tr-157"]
    assert "WhatsApp" in shown["tr-157"]
    assert "Говорят" not in shown["tr-183"]
    assert "Звонок" not in shown["tr-183"]
    assert "  " not in shown["tr-183"]


def test_no_source_no_price(book: Book) -> None:
    """A number known only in general promises neither cost nor language."""
    general = [row for row in book.services if row.source.startswith("general knowledge")]
    assert general
    assert {row.cost for row in general} == {Cost.UNKNOWN}
    assert not any(row.languages_confirmed or row.texts for row in general)


def test_a_caller_sees_numbers_of_the_own_country_only(book: Book) -> None:
    """A short code means something else across the border."""
    for country in (*book.countries, *book.others):
        shown = services(book, country, get_args(Need))
        assert {row.country for row in shown} <= {country}


def test_the_command_records_a_call(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says that a closed line is on hold."""
    told = ["directory", "rang", "kz-150", "--result", "closed", "--at", "2026-11-20"]
    with pytest.raises(SystemExit) as left:
        main([*told, "--content", str(content)])
    assert left.value.code == 0
    assert "on hold" in capsys.readouterr().out
    assert "publish: hold" in rows(content, "kz.yaml")
    with pytest.raises(SystemExit) as left:
        main(["directory", "rang", "nobody", "--result", "closed", "--content", str(content)])
    assert left.value.code == 1


def test_the_command_lists_what_to_ring(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 tells a script that there is something to do."""
    with pytest.raises(SystemExit) as left:
        main(["directory", "stale", "--at", "2030-01-01"])
    first = capsys.readouterr().out.splitlines()[0]
    assert left.value.code == 1
    assert first.endswith("emergency")


def test_a_country_nobody_asks_for_in_danger_is_an_issue(world: World) -> None:
    """The Book promises its numbers, so the question must name it; the seventh digit asks it."""
    world.files["book.yaml"]["others"] = ["PL"]
    world.files["services/all.yaml"]["services"]["pl-112"] = {
        "country": "PL", "number": "112", "needs": ["emergency"], "police": "may_come",
        "publish": "ok", "source": "a page", "source_date": "2026-01",
    }  # fmt: skip
    for words in world.words.values():
        words |= {"service-pl-112": " Rescue.", "country-pl": " Poland."}
    asked = {issue.message for issue in world.write().issues() if issue.code == "countries"}
    assert asked == {"danger.which does not ask for PL, XX"}
