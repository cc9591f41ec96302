"""A preview for authors: every screen as each channel shows it, languages side by side.

What stands here is said by the core and rendered by the shell, as a visitor would get it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.content.draft import Draft
from bot.content.page import template
from bot.content.review import states
from bot.content.signatures import Signature, State
from bot.dialogue import nodes
from bot.dialogue.book import Book, Node
from bot.dialogue.effects import Say
from bot.dialogue.screens import screen, show
from bot.dialogue.session import FRESH, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import (
    SMS,
    WEB,
    Capabilities,
    Country,
    DeskFacts,
    Form,
    Locale,
    Moment,
    NodeId,
)
from bot.l10n import gsm, translit
from bot.service.perform import say
from bot.service.plain import plain
from bot.service.receive import Library
from bot.service.records import Outbound

TEMPLATE = Path(__file__).with_name("preview.html")
DESK = DeskFacts(on_duty=1, open_now=True, place=2, expected_wait=timedelta(minutes=5))
SEED = bytes(32)
KINDS = ("danger", "flow", "card", "assessment")
CARD, ASSESS = "card.", "assess."


@dataclass(frozen=True, slots=True)
class Cell:
    """A screen in one language: three forms, the price of the SMS, and who answers for it."""

    locale: Locale
    long: str
    sms: str
    coding: str
    segments: int
    line: str
    state: State


@dataclass(frozen=True, slots=True)
class Row:
    """A screen in every language, as somebody in `country` sees it."""

    node: str
    kind: str
    country: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show: screens whose name begins with `only`, in these languages, for `country`."""

    locales: tuple[Locale, ...]
    country: Country
    only: str = ""


def page(
    library: Library, draft: Draft, signatures: tuple[Signature, ...], shown: Shown, now: datetime
) -> str:
    """Return the whole preview as one page that loads nothing from anywhere."""
    found = tuple(rows(library, draft, signatures, shown, now))
    cells = [cell for row in found for cell in row.cells]
    text: str = template(TEMPLATE).render(
        kinds={kind: [row for row in found if row.kind == kind] for kind in KINDS},
        locales=shown.locales,
        country=shown.country,
        screens=len(found),
        dear=sum(cell.segments > 1 for cell in cells),
        open=sum(cell.state is not State.SIGNED for cell in cells),
        total=len(cells),
    )
    return text


def rows(
    library: Library, draft: Draft, signatures: tuple[Signature, ...], shown: Shown, now: datetime
) -> Iterator[Row]:
    """Yield every screen; answers to danger for each country, since their numbers differ."""
    known = {locale: states(draft, signatures, locale) for locale in shown.locales}
    for name in names(library.book):
        if not name.startswith(shown.only):
            continue
        in_danger = name.startswith(nodes.DANGER_PREFIX)
        for country in library.book.countries if in_danger else (shown.country,):
            cells = tuple(
                _cell(library, name, replace(FRESH, locale=locale, country=country), known, now)
                for locale in shown.locales
            )
            yield Row(name, kind_of(name), country, cells)


def names(book: Book) -> tuple[NodeId, ...]:
    """Return every screen: those of the content, and those made for questions."""
    asked = tuple(
        name
        for one in book.assessments.values()
        for name in (nodes.intro(one.id), *(nodes.item(one.id, item.id) for item in one.items))
    )
    return tuple(sorted((*book.nodes, *asked), key=lambda name: (KINDS.index(kind_of(name)), name)))


def kind_of(name: str) -> str:
    """Return under which heading a screen stands."""
    if name.startswith(nodes.DANGER_PREFIX):
        return "danger"
    if name.startswith(CARD):
        return "card"
    return "assessment" if name.startswith(ASSESS) else "flow"


def _cell(
    library: Library,
    name: NodeId,
    session: Session,
    known: Mapping[Locale, Mapping[str, State]],
    now: datetime,
) -> Cell:
    locale = session.locale or library.book.locales[0]
    long = _said(library, name, session, WEB, now)
    short = _said(library, name, session, SMS, now)
    sms = translit.spoken(plain(short, separator="\n"), locale)
    node = _node(library, name, session, now)
    return Cell(
        locale=locale,
        long=plain(long),
        sms=sms,
        coding=gsm.coding(sms).value,
        segments=gsm.segments(sms),
        line="\n".join(_lines(library, node, session, now)),
        state=_worst(known[locale], node),
    )


def _scene(library: Library, session: Session, channel: Capabilities, now: datetime) -> Scene:
    moment = Moment(now, channel, SEED, DESK)
    return Scene(library.book, moment, session.locale or library.book.locales[0])


def _node(library: Library, name: NodeId, session: Session, now: datetime) -> Node:
    found = screen(_scene(library, session, WEB, now), session, name)
    if found is None:
        raise LookupError(name)
    return found


def _said(
    library: Library, name: NodeId, session: Session, channel: Capabilities, now: datetime
) -> Outbound:
    turn = show(_scene(library, session, channel, now), Turn(session), name)
    (effect,) = turn.effects
    if not isinstance(effect, Say):
        raise TypeError(name)
    return say(effect, session.version, library.wording).outbound


def _lines(library: Library, node: Node, session: Session, now: datetime) -> Iterator[str]:
    """Yield the one-line forms, where there are any."""
    scene = _scene(library, session, replace(WEB, form=Form.LINE), now)
    (effect,) = show(scene, Turn(session), node.id).effects
    for text in effect.blocks if isinstance(effect, Say) else ():
        if library.wording.has(f"{text.id}.line", scene.locale):
            yield library.wording.render(text, scene.locale, Form.LINE)


def _worst(known: Mapping[str, State], node: Node) -> State:
    """A screen is signed when every message on it is."""
    found = {known.get(message, State.DRAFT) for message in node.say}
    order = (State.REOPENED, State.DRAFT)
    return next((state for state in order if state in found), State.SIGNED)
