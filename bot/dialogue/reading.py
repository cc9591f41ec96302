"""What a free text means: the result of `bot.understanding`, an argument of the core."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.values import CardId, Locale


class DangerLevel(StrEnum):
    """`danger` brings the emergency answer, `concern` one question, `none` nothing."""

    NONE = "none"
    CONCERN = "concern"
    DANGER = "danger"


class Sign(StrEnum):
    """Kinds of danger; the emergency answer is chosen by them (safety.md 1.4)."""

    CONFINEMENT = "confinement"
    VIOLENCE = "violence"
    THREAT = "threat"
    WEAPON = "weapon"
    SEXUAL_VIOLENCE = "sexual-violence"
    FORCED_SEX = "forced-sex"
    """Made to take clients, or not free to refuse one."""
    FORCED_LABOUR = "forced-labour"
    """Made to work, to stay at work, or to do a crime."""
    DOCUMENTS_HELD = "documents-held"
    DEBT = "debt"
    """A debt that must be worked off, or for which somebody is held."""
    SUICIDE = "suicide"
    CHILD = "child"
    """Somebody under 18 is concerned: the writer or another."""
    OTHER_PERSON = "other-person"
    """It is about somebody else: a sister, a friend, a child."""
    IMMEDIATE = "immediate"
    """Now, tonight, at the door."""
    MEDICAL = "medical"
    CRY = "cry"
    """A bare cry for help: "help me", "save me"."""
    MINOR = "minor"
    """The writer says to be under 18."""

    @classmethod
    def _missing_(cls, value: object) -> Sign | None:
        """Read the names that talks and tickets of an older Safar still hold."""
        return cls(RETIRED[value]) if isinstance(value, str) and value in RETIRED else None


RETIRED: dict[str, str] = {
    "sexual_violence": "sexual-violence",
    "other_person": "other-person",
    "forced": "forced-labour",
}


class OfferLevel(StrEnum):
    """How many signs a job offer shows; advice, never a verdict."""

    NONE = "none"
    CAUTION = "caution"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Danger:
    """Level and signs of danger, signs sorted by name."""

    level: DangerLevel = DangerLevel.NONE
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A card a text seems to ask about; `score` from 0 to 1."""

    id: CardId
    score: float


@dataclass(frozen=True, slots=True)
class Offer:
    """Recruitment signs (RF01..RF26) found in a text that describes an offer."""

    level: OfferLevel = OfferLevel.NONE
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Language (None when unsure), danger, topics best first, and offer flags."""

    locale: Locale | None = None
    danger: Danger = Danger()
    topics: tuple[Topic, ...] = ()
    offer: Offer = Offer()


NOTHING = Reading()
