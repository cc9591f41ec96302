from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.dialogue.values import Form, Locale, Text, text
from bot.l10n.wording import Wording, WordingError

EN, RU, KY = Locale("en"), Locale("ru"), Locale("ky")
FILES = {
    "en/a.ftl": """
greeting = Hello
wait =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
card-passport = Long words.
    .title = Papers
    .short = Short
    .line = Line
call = Call { $rescue-name } on { $rescue }.
service-rescue = Rescue
only-english = English
duty = { $duty ->
    [yes] A person is here.
   *[no] Nobody is here.
 }
""",
    "ru/a.ftl": """
greeting = Привет
wait =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
only-russian = По-русски
""",
    "ky/a.ftl": "greeting = Салам\n",
}


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    for name, source in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(source, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("form", "expected"),
    [(Form.LONG, "Long words."), (Form.SHORT, "Short"), (Form.LINE, "Line")],
)
def test_the_form_chooses_the_attribute(locales: Path, form: Form, expected: str) -> None:
    """Long is the value; short and line are attributes."""
    assert Wording(locales, strict=True).render(Text("card-passport"), EN, form) == expected


def test_a_message_without_the_form_gives_its_value(locales: Path) -> None:
    """Most messages are short enough as they are."""
    assert Wording(locales, strict=True).render(Text("greeting"), KY, Form.SHORT) == "Салам"


def test_an_attribute_can_be_named(locales: Path) -> None:
    """Menu labels of cards are attributes."""
    assert Wording(locales, strict=True).label("card-passport.title", EN) == "Papers"


@pytest.mark.parametrize(
    ("minutes", "expected"), [(1, "1 минута"), (3, "3 минуты"), (1000, "1000 минут")]
)
def test_numbers_follow_the_plurals_and_are_not_grouped(
    locales: Path, minutes: int, expected: str
) -> None:
    """Grouping would put a no-break space into an SMS."""
    assert Wording(locales, strict=True).render(text("wait", minutes=minutes), RU) == expected


def test_an_argument_can_name_a_message(locales: Path) -> None:
    """`@service-rescue` is worded too, and nothing is wrapped in isolates."""
    message = Text("call", (("rescue-name", "@service-rescue"), ("rescue", "112")))
    assert Wording(locales, strict=True).render(message, EN) == "Call Rescue on 112."


def test_a_named_message_gets_the_plain_arguments(locales: Path) -> None:
    """Opening hours stand in a message of their own."""
    (locales / "en" / "b.ftl").write_text("open = Opens { $at }\nline = { $state }.\n", "utf-8")
    message = text("line", state="@open", at="09:00")
    assert Wording(locales, strict=True).render(message, EN) == "Opens 09:00."


def test_arguments_reach_messages_within_messages(locales: Path) -> None:
    """What a referred message or attribute needs is given to it too."""
    source = "outer = { inner } { inner.short } { outer2 }\nouter2 = { inner }\n"
    source += "inner = a { $place }\n    .short = b { $wait }\n"
    (locales / "en" / "b.ftl").write_text(source, "utf-8")
    message = text("outer", place=3, wait=15, unused="@no-such-message")
    assert Wording(locales, strict=True).render(message, EN) == "a 3 b 15 a 3"


def test_text_arguments_select_variants_and_none_is_empty(locales: Path) -> None:
    """The core passes yes and no as words."""
    wording = Wording(locales, strict=True)
    assert wording.render(text("duty", duty="yes"), EN) == "A person is here."
    assert wording.render(text("duty", duty=None), EN) == "Nobody is here."


def test_strict_raises_on_what_is_missing(locales: Path) -> None:
    """In tests no fault passes silently."""
    wording = Wording(locales, strict=True)
    with pytest.raises(WordingError):
        wording.render(Text("only-russian"), KY)
    with pytest.raises(WordingError):
        wording.render(text("call", rescue="112"), EN)


def test_the_chain_is_followed_and_counted(locales: Path) -> None:
    """Kyrgyz falls back to Russian, then to English."""
    wording = Wording(locales)
    assert wording.render(Text("only-russian"), KY) == "По-русски"
    assert wording.render(Text("only-english"), KY) == "English"
    assert wording.faults == {"ky:only-russian": 1, "ky:only-english": 1, "ru:only-english": 1}


def test_neither_an_id_nor_a_hole_is_shown(locales: Path) -> None:
    """Unknown messages are empty; an ungiven argument leaves nothing behind."""
    wording = Wording(locales)
    assert wording.render(Text("no-such-message"), RU) == ""
    assert wording.render(Text("no-such-message"), Locale("xx")) == ""
    assert wording.render(text("call", rescue="112"), EN) == "Call  on 112."


def test_a_raw_time_is_a_fault(locales: Path) -> None:
    """Times are worded by the core, because Fluent would print them in UTC."""
    message = text("call", rescue=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(WordingError):
        Wording(locales, strict=True).render(message, EN)


def test_a_message_that_names_itself_ends(locales: Path) -> None:
    """A named message gets plain arguments only, so there is no circle."""
    assert Wording(locales).render(text("call", rescue="@call"), EN) == "Call  on Call  on .."


def test_plain_gives_exactly_this_locale(locales: Path) -> None:
    """Labels are compared per language, without fallback."""
    wording = Wording(locales, strict=True)
    assert wording.plain("greeting", RU) == "Привет"
    assert wording.plain("only-russian", EN) == ""
    assert wording.plain("wait", EN) == ""


def test_it_tells_what_a_locale_has(locales: Path) -> None:
    """Messages, attributes, and the ids of a locale."""
    wording = Wording(locales, strict=True)
    assert wording.has("card-passport.short", EN)
    assert not wording.has("card-passport.sms", EN)
    assert not wording.has("card-passport", RU)
    assert wording.ids(KY) == {"greeting"}
    assert set(wording.locales) == {EN, RU, KY}


def test_a_broken_file_is_a_fault(locales: Path) -> None:
    """Fluent would skip the entry without a word."""
    (locales / "en" / "b.ftl").write_text("broken = { $\n", "utf-8")
    with pytest.raises(WordingError):
        Wording(locales, strict=True)
    lenient = Wording(locales)
    lenient.ids(Locale("en"))
    assert lenient.faults == {"en:b.ftl": 1}
