"""The kinds of field of the gateway file; what they say of a mistake never quotes a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic import StringConstraints as Shape

LARGEST_SECRET = 4096
URL_SAFE = re.compile(r"[A-Za-z0-9_-]{16,128}")
PRICED = re.compile(r"\*|[A-Z]{2}|\+[1-9][0-9]{0,11}")


class Model(BaseModel):
    """Strict and frozen: a misspelt field is a mistake, not a default."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Hide everything: most fields lead to a secret."""
        return iter(())


def _secret(value: Any, info: ValidationInfo) -> Any:
    """A secret stands here, or in the file that `{file: ...}` names."""
    if isinstance(value, dict) and set(value) == {"file"} and isinstance(value["file"], str):
        value = _content(Path((info.context or {}).get("folder", ".")) / value["file"])
    if not isinstance(value, str):
        raise ValueError("write a text, or {file: path}")  # noqa: TRY004 - pydantic's way
    if not value.strip() or len(value) > LARGEST_SECRET:
        raise ValueError("an empty secret lets everybody in")
    return value.strip()


def _content(path: Path) -> str:
    try:
        with path.expanduser().open(encoding="utf-8") as file:
            return file.read(LARGEST_SECRET + 1)
    except (OSError, UnicodeDecodeError):
        raise ValueError("the file of this secret cannot be read") from None


def _safe(value: str) -> str:
    if not URL_SAFE.fullmatch(value):
        raise ValueError("16 to 128 letters, digits, _ or -; `openssl rand -hex 24` makes one")
    return value


def acceptable(url: str, *, inside: bool = False) -> str:
    """Return a URL to a gateway. Raises ValueError where words would travel in the clear.

    `inside` lets http go to private addresses: a phone in the same VPN.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host or parts.username or parts.fragment:
        raise ValueError("write scheme://host/path, without name and password")
    if parts.scheme != "https" and not (parts.scheme == "http" and _near(host, inside=inside)):
        raise ValueError("must begin with https:// (http:// only on loopback)")
    return url


def _near(host: str, *, inside: bool) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_loopback or (inside and address.is_private)


def _priced(prices: dict[str, float]) -> dict[str, float]:
    if not prices:
        raise ValueError("at least one price, by +prefix, country or '*'")
    if not all(PRICED.fullmatch(key) for key in prices):
        raise ValueError("keys are '+99670', 'KG' or '*'")
    return prices


Name = Annotated[str, Shape(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
Secret = Annotated[str, BeforeValidator(_secret)]
PathSecret = Annotated[str, BeforeValidator(_secret), AfterValidator(_safe)]
Url = Annotated[str, AfterValidator(acceptable)]
Filled = Annotated[str, Shape(strip_whitespace=True, min_length=1)]
Price = Annotated[float, Field(ge=0, le=1_000_000)]
Prices = Annotated[dict[str, Price], AfterValidator(_priced)]
CountryCode = Annotated[str, Shape(pattern=r"^[A-Z]{2}$")]
Prefix = Annotated[str, Shape(pattern=r"^[1-9][0-9]{0,3}$")]
