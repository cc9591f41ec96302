"""The shape of the gateway file: who carries SMS, at what price, and how much may be spent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.channels.sms.fields import (
    CountryCode,
    Filled,
    Model,
    Name,
    PathSecret,
    Prefix,
    Prices,
    Secret,
    Url,
    acceptable,
)

State = Literal["sent", "delivered", "failed", "expired"]


class Common(Model):
    """What every gateway has."""

    name: Name
    secret: PathSecret
    """The last part of the path it calls; unsigned gateways have nothing else to show."""
    prices: Prices
    """Per segment, by the longest +prefix of the number, else its country, else `*`."""
    long: Literal["joined", "separate"] = "joined"
    """`separate` where the network does not put the parts of a long SMS together again."""
    allow: tuple[Filled, ...] = ()
    """Addresses that may call us; all if none is named. Seen is who connects, not who forwards."""
    callback: Url | None = None
    """Where this gateway reaches us, if not under the public address."""


class AndroidFile(Common):
    """A phone with a local SIM and the app SMS Gateway for Android."""

    kind: Literal["android"]
    url: Filled
    inside_vpn: bool = False
    user: Filled
    password: Secret
    signing_key: Secret
    sim: Annotated[int, Field(ge=1, le=3)] | None = None

    @model_validator(mode="after")
    def _reachable(self) -> AndroidFile:
        acceptable(self.url, inside=self.inside_vpn)
        return self


class KannelFile(Common):
    """Kannel's sendsms port; behind it modems, or an operator's short code over SMPP."""

    kind: Literal["kannel"]
    url: Url
    user: Filled
    password: Secret
    sender: Filled
    smsc: Filled | None = None


class TwilioFile(Common):
    """Twilio, for numbers abroad."""

    kind: Literal["twilio"]
    url: Url = "https://api.twilio.com"
    account: Filled
    token: Secret
    sender: Filled | None = None
    service: Filled | None = None
    stop_and_help: Literal["off", "on", "unknown"] = "unknown"
    """Whether Twilio itself answers STOP and HELP; see `doctor`."""
    calls: bool = False
    """A missed call from a number at home opens a talk with one neutral SMS."""

    @model_validator(mode="after")
    def _one_sender(self) -> TwilioFile:
        if (self.sender is None) == (self.service is None):
            raise ValueError("name either `sender` or `service`")
        return self


class Verdict(Model):
    """A place in the answer and what may stand there; without a path the HTTP status decides."""

    path: str = ""
    equals: tuple[str, ...] = ()


class Digest(Model):
    """A value made of others: many providers sign this way."""

    algorithm: Literal["md5", "sha1", "sha256"]
    of: Filled


class RequestFile(Model):
    """A request with {places} to fill.

    They are to, to_digits, text, key, short_key, time, minutes, and the names in `values`.
    """

    method: Literal["GET", "POST", "PUT"] = "POST"
    url: Url
    headers: dict[str, str] = Field(default_factory=dict)
    body: str = ""
    escape: Literal["json", "xml", "form"] = "json"
    """How what is filled in is written, so that words cannot break out of their place."""
    charset: Literal["utf-8", "windows-1251", "utf-16-be"] = "utf-8"
    answer: Literal["json", "xml", "text"] = "json"


class Pick(Model):
    """Where the parts of an incoming SMS stand."""

    method: Literal["GET", "POST"] = "POST"
    format: Literal["json", "form", "xml", "query"] = "json"
    sender: Filled
    text: Filled
    id: str = ""
    thanks: str = ""


class CallPick(Model):
    """Where a provider that brings missed calls names who rang. Without it none are taken."""

    method: Literal["GET", "POST"] = "POST"
    format: Literal["json", "form", "xml", "query"] = "json"
    sender: Filled
    id: str = ""
    thanks: str = ""


class ReportPick(Model):
    """Where a report names the message, and what its words mean."""

    method: Literal["GET", "POST"] = "POST"
    format: Literal["json", "form", "xml", "query"] = "json"
    id: Filled
    state: Filled
    states: dict[str, State]


class TemplateFile(Common):
    """Any provider that takes an HTTP request, described as data."""

    kind: Literal["template"]
    values: dict[str, Secret] = Field(default_factory=dict)
    computed: dict[str, Digest] = Field(default_factory=dict)
    send: RequestFile
    success: Verdict = Verdict()
    not_sent: Verdict = Verdict()
    """Answers after which the message certainly did not go and may be tried again."""
    id_path: str = ""
    """Where the answer names the message; without it reports name our own `id`."""
    id: Literal["key", "short_key"] = "key"
    ask: RequestFile | None = None
    """Asks what became of `key`, before anything is sent a second time."""
    taken: Verdict = Verdict()
    arrival: Pick | None = None
    report: ReportPick | None = None
    call: CallPick | None = None


GatewayFile = Annotated[
    AndroidFile | KannelFile | TwilioFile | TemplateFile, Field(discriminator="kind")
]


class Money(Model):
    """What may be spent: segments, counted from midnight UTC."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "KGS"
    per_number: Annotated[int, Field(ge=1)] = 60
    per_day: Annotated[int, Field(ge=1)] = 3000
    reserve: Annotated[int, Field(ge=10)] = 300
    """On top of the day, for answers to danger only."""


class SmsFile(Model):
    """The whole file."""

    version: Literal[1]
    home: Prefix = "996"
    """The country prefix of numbers that come in national form."""
    unasked: tuple[CountryCode, ...] = ("KG",)
    """Where we may write when nobody there wrote within the hour."""
    transliterate: bool = True
    most_segments: Annotated[int, Field(ge=1, le=2)] = 1
    """Longer messages come in pages of one segment; some networks never join two."""
    validity_hours: Annotated[int, Field(ge=1, le=10)] = 10
    """Twilio takes no more than ten."""
    never: tuple[Prefix, ...] = ()
    """More prefixes that are never written to, besides the known premium ones."""
    money: Money = Money()
    gateways: tuple[GatewayFile, ...]

    @model_validator(mode="after")
    def _distinct(self) -> SmsFile:
        if not self.gateways:
            raise ValueError("name at least one gateway, or unset SAFAR_SMS_GATEWAYS")
        names = [one.name for one in self.gateways]
        if len(set(names)) < len(names):
            raise ValueError("two gateways have the same name")
        secrets = [one.secret for one in self.gateways]
        if len(set(secrets)) < len(secrets):
            raise ValueError("two gateways have the same secret: each could speak for the other")
        return self
