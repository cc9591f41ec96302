from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.desk import account, queue_page
from bot.desk.page import CANNED, HERE, LOCALES, OWN, TITLE
from bot.dialogue.effects import Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.values import ChannelKind, Locale
from bot.service.records import Delivery, Source
from bot.service.staff import Act, Outcome
from tests.desk.support import wording

CALL = re.compile(r"""\bt\('([a-z-]+)'\s*(~)?""")
DASHED = str.maketrans("_", "-")


def family(name: str, values: object) -> set[str]:
    return {f"{name}-{value}".translate(DASHED) for value in values}  # type: ignore[attr-defined]


def needed() -> set[str]:
    """Return every message the templates and pages can ask for."""
    asked = set()
    for template in (HERE / "templates").glob("*.html"):
        asked |= {name for name, joined in CALL.findall(template.read_text()) if not joined}
    asked |= {"sign-in-wrong", "sign-in-wait", "link-used"}
    asked |= family("notice", queue_page.NOTICES) | family("account", account.NOTICES)
    asked |= family("urgency", Urgency) | family("sign", Sign) | family("guidance", Sign)
    asked |= family("delivery", Delivery) | family("from", Source) | family("act", Act)
    asked |= family("channel", ChannelKind) | family("outcome", Outcome)
    asked |= family("wish", ("anyone", "woman", "man", "not_from_my_town", "complaint"))
    asked |= family("danger", ("yes", "no", "unknown")) | family("language", LOCALES)
    return {name if name.startswith(OWN) else f"desk-{name}" for name in asked}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_the_desk_can_show_is_there_and_no_other(locale: Locale) -> None:
    """In each language of the staff; ready replies have a title each."""
    file = Path(HERE.parents[1] / "locales" / locale / "desk.ftl")
    there = set(re.findall(r"^([a-z-]+) =", file.read_text("utf-8"), re.MULTILINE))
    canned = {name for name in there if name.startswith(CANNED)}
    titles = {name for name in canned if name.endswith(TITLE)}
    assert there - canned == needed()
    assert {name.removesuffix(TITLE) for name in titles} == canned - titles
    assert there <= wording().ids(locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_ready_replies_fit_two_segments_of_an_sms(locale: Locale) -> None:
    """An operator answers by SMS with the same words: 134 characters in Cyrillic."""
    words = wording()
    for name in words.ids(locale):
        if name.startswith(CANNED) and not name.endswith(TITLE):
            assert len(words.label(name, locale)) <= 134, name
