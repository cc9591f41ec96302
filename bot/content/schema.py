"""The shape of each kind of file in `content/`; unknown fields are errors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StrictStr,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from bot.content.fields import (
    ChoiceName,
    Clock,
    CountryCode,
    Dated,
    Digits,
    Filled,
    MessageId,
    Messages,
    Name,
    Need,
    Needs,
    NodeName,
    Target,
    Version,
    Words,
    days,
    digit,
)
from bot.dialogue.book import Act, AssessmentKind
from bot.dialogue.reading import Sign
from bot.dialogue.services import Cost, Police


class Model(BaseModel):
    """Frozen, and closed to fields nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HoursEntry(Model):
    """When a line answers, in its own fixed offset from UTC."""

    days: Annotated[
        tuple[Annotated[int, Field(ge=0, le=6)], ...],
        BeforeValidator(days, json_schema_input_type=str | int | list[int]),
        Field(min_length=1),
    ]
    opens: Clock
    closes: Clock
    offset_minutes: Annotated[int, Field(ge=-720, le=840)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("opens must be before closes; use always for day and night")
        return self


class DeskEntry(HoursEntry):
    """When a person of the hot line usually answers; `confirmed` once the hot line said so."""

    confirmed: bool = False


class BookFile(Model):
    """`content/book.yaml`."""

    locales: Annotated[tuple[Name, ...], Field(min_length=1)]
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1, max_length=9)]
    others: tuple[CountryCode, ...] = ()
    desk: DeskEntry | None = None


class ChoiceEntry(Model):
    """A way on from a screen."""

    id: ChoiceName
    label: MessageId
    goto: Target | None = None
    act: Act | None = None
    value: Annotated[str, BeforeValidator(digit, json_schema_input_type=str | int)] = ""
    words: Name | None = None
    key: Digits | None = None

    @model_validator(mode="after")
    def _leads_on(self) -> Self:
        if self.goto is None and self.act is None:
            raise ValueError("a choice needs goto, act, or both")
        return self


class NodeEntry(Model):
    """A screen."""

    say: Messages
    choices: tuple[ChoiceEntry, ...] = ()
    services: Needs = ()
    door: bool = False
    neutral: bool = False


class FlowFile(Model):
    """`content/flows/*.yaml`."""

    version: Literal[1]
    nodes: dict[NodeName, NodeEntry]


class CardEntry(Model):
    """A piece of knowledge; its words are the message `card-<id>`."""

    source: Filled
    source_date: Dated
    reviewed: date | None = None
    review_by: date
    audience: Filled = "any"
    country: CountryCode | None = None
    law: bool = False
    next: tuple[Target, ...] = ()


class CardFile(Model):
    """`content/cards/*.yaml`."""

    version: Literal[1] = 1
    cards: dict[NodeName, CardEntry]


class ItemEntry(Model):
    """A question of an assessment."""

    id: ChoiceName
    ask: MessageId
    why: MessageId | None = None
    on: Literal["yes", "no"] = "yes"
    indicators: tuple[Name, ...] = ()
    flags: tuple[Annotated[str, StringConstraints(pattern=r"^RF\d\d$")], ...] = ()
    danger: tuple[Sign, ...] = ()
    opens: tuple[NodeName, ...] = ()
    check: MessageId | None = None
    hard: bool = False


class BandEntry(Model):
    """What is offered from a number of present dimensions on."""

    id: Name
    floor: Annotated[int, Field(ge=0, le=6)]
    say: MessageId
    early: MessageId | None = None


class AssessmentFile(Model):
    """`content/assessments/*.yaml`."""

    id: NodeName
    version: Version
    kind: AssessmentKind
    intro: MessageId
    source: Filled
    source_date: Dated
    items: Annotated[tuple[ItemEntry, ...], Field(min_length=1)]
    bands: tuple[BandEntry, ...] = ()
    short: Annotated[tuple[ChoiceName, ...], Field(max_length=5)] = ()


class ServiceEntry(Model):
    """A row of the directory; its name is the message `service-<id>`.

    `rung` is the day somebody last answered; `tried` the last call, `result` and `note`
    what came of it. `cost`, `texts` and confirmed languages are what the source itself says.
    """

    country: CountryCode
    number: Annotated[StrictStr, StringConstraints(pattern=r"^\+?[\d*#][\d *#()-]*$")]
    needs: Annotated[tuple[Need, ...], Field(min_length=1)]
    police: Police
    publish: Literal["ok", "test_first", "hold"]
    source: Filled
    source_date: Dated
    always: bool = False
    hours: HoursEntry | None = None
    languages: tuple[Name, ...] = ()
    abroad: bool = False
    rung: date | None = None
    tried: date | None = None
    result: Literal["answered", "no_answer", "wrong", "closed"] | None = None
    note: Filled | None = None
    cost: Cost = Cost.UNKNOWN
    languages_confirmed: bool = False
    texts: tuple[Literal["sms", "whatsapp", "telegram", "web"], ...] = ()

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.languages_confirmed and not self.languages:
            raise ValueError("languages_confirmed needs languages")
        return self

    @model_validator(mode="after")
    def _dialled(self) -> Self:
        if self.abroad and not self.number.startswith("+"):
            raise ValueError("only a number that begins with + can be dialled from abroad")
        return self


class ServiceFile(Model):
    """`content/services/*.yaml`."""

    version: Literal[1] = 1
    services: dict[NodeName, ServiceEntry]


class WordFile(Model):
    """`content/words.yaml`: lists of what people type, by locale."""

    version: Literal[1] = 1
    lists: dict[Name, dict[Name, tuple[Words, ...]]]

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the file as it is written, the lists at its top."""
        found = handler.resolve_ref_schema(handler(schema))
        lists = found["properties"].pop("lists")
        (found["additionalProperties"],) = lists["patternProperties"].values()
        found["required"] = []
        return found

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        """The lists stand at the top of the file, next to an optional version."""
        if not isinstance(value, dict) or "lists" in value:
            return value
        lists = {name: words for name, words in value.items() if name != "version"}
        return {"version": value.get("version", 1), "lists": lists}


class PhraseEntry(Model):
    """A phrase with its own strength."""

    text: Words
    strength: Annotated[float, Field(gt=0, le=1)] = 1.0


def _phrased(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Phrased = Annotated[
    PhraseEntry, BeforeValidator(_phrased, json_schema_input_type=str | PhraseEntry)
]


class BankFile(Model):
    """`content/understanding/*.yaml`."""

    version: Literal[1] = 1
    bank: Name
    phrases: dict[Name, dict[Name, tuple[Phrased, ...]]]


class IndicatorEntry(Model):
    """One sign of the adult labour list."""

    dimension: Annotated[str, StringConstraints(pattern=r"^D[1-6]$")]
    strength: Literal["strong", "medium", "weak"]
    label: Filled


class IndicatorFile(Model):
    """`content/indicators.yaml`."""

    version: Literal[1] = 1
    source: Filled
    source_date: Dated | None = None
    indicators: dict[Name, IndicatorEntry]


KINDS: Mapping[str, type[Model]] = MappingProxyType(
    {
        "book": BookFile,
        "words": WordFile,
        "indicators": IndicatorFile,
        "flows": FlowFile,
        "cards": CardFile,
        "assessments": AssessmentFile,
        "services": ServiceFile,
        "understanding": BankFile,
    }
)
"""Every kind of file: a file of that name at the top, or any file of the folder."""
SINGLE = frozenset({"book", "words", "indicators"})


def kind_of(path: str) -> type[Model] | None:
    """Return the model of a file by its path inside `content/`; None if no kind is known."""
    folder, _, rest = path.partition("/")
    name = folder.removesuffix(".yaml")
    single = not rest and folder.endswith(".yaml")
    return KINDS.get(name) if single == (name in SINGLE) else None
