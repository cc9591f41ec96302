"""A small whole Book, made by hand, and a visitor who talks to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from bot.dialogue import nodes
from bot.dialogue.book import (
    Act,
    Assessment,
    AssessmentKind,
    Band,
    Book,
    Card,
    Choice,
    Indicator,
    Item,
    Node,
    node_hash,
)
from bot.dialogue.effects import Effect, Say
from bot.dialogue.engine import Turn, advance
from bot.dialogue.events import Event, VisitorChose, VisitorSaid
from bot.dialogue.reading import (
    NOTHING,
    Danger,
    DangerLevel,
    Offer,
    OfferLevel,
    Reading,
    Sign,
    Topic,
)
from bot.dialogue.services import Hours, Police, Publish, Service
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import (
    WEB,
    AssessmentId,
    Capabilities,
    CardId,
    ChoiceId,
    Country,
    DeskFacts,
    ItemId,
    Locale,
    Moment,
    NodeId,
    ServiceId,
)

Kind = TypeVar("Kind")
NOON = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
EN, RU, KY = Locale("en"), Locale("ru"), Locale("ky")
OPEN = DeskFacts(on_duty=1, open_now=True, place=2, expected_wait=timedelta(seconds=150))
CLOSED = DeskFacts(next_open=NOON + timedelta(days=1))


def choice(
    name: str, act: Act | None = None, value: str = "", goto: str | None = None, **more: str
) -> Choice:
    """Make a choice labelled `to-<name>`."""
    target = NodeId(goto) if goto else None
    return Choice(
        ChoiceId(name),
        f"to-{name}",
        goto=target,
        act=act,
        value=value,
        words=more.get("words"),
        key=more.get("key"),
    )


def yes_no(act: Act, *values: str) -> tuple[Choice, ...]:
    """Make choices for values; yes and no also mean their words."""
    return tuple(choice(v, act, v, words=v if v in ("yes", "no") else "") for v in values)


MENU_CHOICES = (
    choice("wages", goto="card.wages"),
    choice("secret", goto="secret"),
    choice("situation", goto="assess.situation"),
    choice("person", Act.PERSON),
    choice("danger", Act.DANGER),
    choice("hide", Act.HIDE),
)
PERSON = choice("person", Act.PERSON)

SCREENS: dict[NodeId, tuple[Choice, ...]] = {
    nodes.START: tuple(choice(name, Act.LANGUAGE, name) for name in ("ky", "ru", "en")),
    nodes.LANGUAGE: tuple(choice(name, Act.LANGUAGE, name) for name in ("ky", "ru", "en", "xx")),
    nodes.PRIVACY: (choice("agree", Act.AGREE), choice("who", goto="who")),
    nodes.MENU: MENU_CHOICES,
    nodes.PRIVATE: yes_no(Act.PRIVATE, "yes", "no"),
    nodes.WHERE: (
        *(choice(code, Act.COUNTRY, code) for code in ("KG", "RU", "XX")),
        choice("silent", Act.SILENT, key="8"),
        choice("leave", Act.LEAVE, key="9"),
    ),
    nodes.HARM: (
        PERSON,
        choice("elsewhere", goto="danger.where"),
        choice("silent", Act.SILENT),
        choice("police", Act.POLICE),
        choice("hide", Act.HIDE),
        choice("leave", Act.LEAVE, key="9"),
    ),
    nodes.SUICIDE: yes_no(Act.TODAY, "yes", "no", "unsaid"),
    nodes.SAFE: yes_no(Act.SAFE, "yes", "no", "unsaid"),
    nodes.AGE: tuple(choice(v, Act.AGE, v) for v in ("minor", "adult", "unsaid")),
    nodes.WISH: tuple(choice(v, Act.WISH, v) for v in ("anyone", "woman")),
    nodes.WAITING: (
        choice("read", goto="menu"),
        choice("urgent", Act.URGENT),
        choice("earlier", Act.EARLIER),
        choice("leave", Act.LEAVE),
    ),
    nodes.NOBODY_HERE: tuple(choice(v, Act.REPLY, v) for v in ("here", "pull")),
    nodes.WITH_PERSON: (choice("leave", Act.LEAVE), choice("hide", Act.HIDE)),
    nodes.HARD: (choice("resume", Act.RESUME), choice("pause", Act.PAUSE), PERSON),
    nodes.PAUSED: (choice("resume", Act.RESUME), choice("menu", Act.MENU)),
    nodes.COMPLAIN: (
        choice("keep", Act.COMPLAIN, "keep"),
        choice("words", Act.COMPLAIN, "words"),
    ),
    nodes.TAKEN_BACK: (choice("again", Act.DANGER),),
    nodes.DISCREET: (choice("peek", Act.PEEK), PERSON),
    nodes.WHO: (
        choice("menu", Act.MENU),
        choice("stop", Act.STOP),
        choice("delete", Act.DELETE),
        choice("earlier", Act.EARLIER),
        choice("reply", Act.REPLY, "here"),
        choice("leave", Act.LEAVE),
        choice("why", Act.WHY),
        choice("record", Act.RECORD),
        choice("nowhere", Act.ASSESS, "nothing"),
        choice("answer", Act.ANSWER, "yes"),
        choice("country", Act.COUNTRY, "KG"),
        choice("back", Act.BACK),
    ),
}


def item(name: str, on: str = "yes", **more: object) -> Item:
    """Make a question."""
    plain = Item(ItemId(name), f"ask-{name}", f"why-{name}", on)
    return replace(plain, **more)  # type: ignore[arg-type]


SITUATION = Assessment(
    AssessmentId("situation"),
    1,
    AssessmentKind.INDICATORS,
    "assess-situation",
    (
        item("lied", indicators=("D1.01", "D1.02")),
        item("locked", indicators=("D5.01",), danger=(Sign.CONFINEMENT,)),
        item("hours", indicators=("D4.01", "D4.02"), hard=True, opens=(CardId("wages"),)),
        item("papers", on="no", indicators=("D4.03",)),
    ),
    (Band("low", 0, "band-low"), Band("some", 1, "band-some")),
    "source",
    "2026",
)
GOING = Assessment(
    AssessmentId("going"),
    1,
    AssessmentKind.CHECKS,
    "assess-going",
    (
        item("fee", check="check-fee", opens=(CardId("wages"),)),
        item("visa", why=None, check="check-visa"),
    ),
    (),
    "source",
    "2026",
)
RIGHTS = Assessment(
    AssessmentId("rights"),
    1,
    AssessmentKind.RIGHTS,
    "assess-rights",
    (item("refuse", on="no", check="check-refuse"), item("pay", check="check-pay")),
    (),
    "source",
    "2026",
)
INDICATORS = {
    name: Indicator(name, name[:2], strength)
    for name, strength in {
        "D1.01": "strong",
        "D1.02": "medium",
        "D2.01": "strong",
        "D2.02": "weak",
        "D4.01": "medium",
        "D4.02": "medium",
        "D4.03": "medium",
        "D4.04": "weak",
        "D5.01": "strong",
        "D5.02": "strong",
    }.items()
}
NIGHT = Hours((0, 1, 2, 3, 4), time(9), time(18), 360)


def service(name: str, number: str, need: str, police: Police, **more: object) -> Service:
    """Make a row of the directory for Kyrgyzstan."""
    plain = Service(
        ServiceId(name), Country("KG"), number, (need,), police, Publish.OK, "source", "2026"
    )
    return replace(plain, **more)  # type: ignore[arg-type]


SERVICES = (
    service("rescue", "112", "emergency", Police.MAY_COME, always=True),
    service("police", "102", "police", Police.POLICE),
    service("maybe", "117", "violence", Police.NOT_POLICE, publish=Publish.TEST_FIRST),
    service("line", "189", "trafficking", Police.NOT_POLICE, hours=NIGHT, rung=date(2026, 11, 1)),
)
WORDS = {
    "yes": ("yes", "да", "ооба"),
    "no": ("no", "нет", "жок"),
    "skip": ("skip",),
    "exit": ("exit", "выход"),
    "hide": ("hide",),
    "delete": ("delete",),
    "stop": ("stop",),
    "start": ("start",),
    "menu": ("menu", "меню"),
    "back": ("back",),
    "language": ("language",),
    "person": ("person", "человек"),
    "help": ("help",),
    "who": ("who are you",),
    "complain": ("complain",),
    "letters": ("alphabet",),
}


def _book() -> Book:
    screens = {
        name: SCREENS.get(name, (PERSON, choice("menu", Act.MENU))) for name in nodes.REQUIRED
    }
    made = {name: Node(name, (f"say-{name}",), offered) for name, offered in screens.items()}
    made[nodes.HARM] = replace(
        made[nodes.HARM], services=("emergency", "violence", "trafficking"), neutral=True
    )
    made[nodes.POLICE] = replace(made[nodes.POLICE], services=("police",))
    made[NodeId("secret")] = Node(NodeId("secret"), ("say-secret",), (PERSON,), door=True)
    made[NodeId("card.wages")] = Node(NodeId("card.wages"), ("card-wages",), (PERSON,))
    made[NodeId("doors")] = Node(
        NodeId("doors"),
        ("say-doors",),
        (choice("going", goto="assess.going"), choice("rights", goto="assess.rights")),
    )
    labels = {one.label: (one.id,) for node in made.values() for one in node.choices}
    assessments = (SITUATION, GOING, RIGHTS)
    return Book(
        hash="small",
        locales=(KY, RU, EN),
        countries=(Country("KG"), Country("RU"), Country("XX")),
        nodes=made,
        cards={
            CardId("wages"): Card(CardId("wages"), "source", "2026", None, date(2027, 1, 1)),
        },
        assessments={one.id: one for one in assessments},
        indicators=INDICATORS,
        services=SERVICES,
        words=WORDS,
        labels={**labels, "to-wages": ("wages", "my wages")},
        desk=NIGHT,
    )


BOOK = _book()


def reading(
    level: DangerLevel = DangerLevel.NONE,
    *signs: Sign,
    topics: tuple[str, ...] = (),
    offer: OfferLevel = OfferLevel.NONE,
    locale: Locale | None = None,
) -> Reading:
    """Make a reading."""
    found = tuple(Topic(CardId(name), 0.9) for name in topics)
    return Reading(locale, Danger(level, signs), found, Offer(offer))


DANGER = reading(DangerLevel.DANGER, Sign.CONFINEMENT)
CONCERN = reading(DangerLevel.CONCERN, Sign.CRY)


@dataclass
class Visitor:
    """Someone who talks to the small Book, and what came of it."""

    session: Session = FRESH
    channel: Capabilities = WEB
    desk: DeskFacts = OPEN
    now: datetime = NOON
    book: Book = BOOK
    effects: tuple[Effect, ...] = ()
    count: int = field(default=0, repr=False)

    def take(self, event: Event) -> Visitor:
        """Let an event happen."""
        self.count += 1
        seed = self.count.to_bytes(32, "big")
        turn: Turn = advance(
            self.book, self.session, event, Moment(self.now, self.channel, seed, self.desk)
        )
        self.session, self.effects = turn.session, turn.effects
        return self

    def say(self, words: str, read: Reading = NOTHING, hint: Locale | None = None) -> Visitor:
        """Type words."""
        return self.take(VisitorSaid(words, read, hint))

    def press(self, name: str, node: NodeId | None = None) -> Visitor:
        """Press a button of the present screen, or of another one."""
        where = node_hash(node or self.session.node or nodes.MENU)
        return self.take(VisitorChose(ChoiceId(name), where, self.session.version))

    def said(self) -> tuple[str, ...]:
        """Return the ids of the messages of the last turn."""
        says = (effect for effect in self.effects if isinstance(effect, Say))
        return tuple(block.id for one in says for block in one.blocks)

    def did(self) -> tuple[str, ...]:
        """Return the names of the effects of the last turn, without `Count`."""
        names = (type(effect).__name__ for effect in self.effects)
        return tuple(name for name in names if name != "Count")

    def only(self, kind: type[Kind]) -> Kind:
        """Return the one effect of this kind."""
        (found,) = (effect for effect in self.effects if isinstance(effect, kind))
        return found


def newcomer() -> Visitor:
    """Return someone in the menu who has read the screen before anything personal."""
    return Visitor(replace(FRESH, locale=EN, told=True, node=nodes.MENU))
