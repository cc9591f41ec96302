"""Settings: defaults, secrets from files, and one error that names every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Client, Mode, Settings, SettingsError, read

TOKEN = "123456:AAsecretsecret"
WEBHOOK = {
    "SAFAR_TELEGRAM_TOKEN": TOKEN,
    "SAFAR_TELEGRAM_MODE": "webhook",
    "SAFAR_TELEGRAM_PATH_SECRET": "path-secret",
    "SAFAR_TELEGRAM_HEADER_SECRET": "header-secret",
    "SAFAR_PUBLIC_URL": "https://example.org",
}


def problems(environ: dict[str, str]) -> str:
    """Return the whole error of an environment that must be refused."""
    with pytest.raises(SettingsError) as caught:
        read({"HOME": "/nowhere", **environ})
    return str(caught.value)


def good(environ: dict[str, str]) -> Settings:
    """Return the settings of an environment that must be accepted."""
    return read({"HOME": "/nowhere", **environ})


def test_an_empty_environment_is_a_complete_one() -> None:
    """Safar starts with nothing set; every channel but the web is off."""
    settings = good({})

    assert settings.data == Path("/nowhere/.local/share/safar")
    assert settings.key_file == Path("/nowhere/.config/safar/key")
    assert len({settings.port, settings.desk_port, settings.metrics_port}) == 3
    assert settings.telegram is None
    assert settings.sms_gateways is None
    assert not settings.pilot


def test_a_token_alone_turns_telegram_on() -> None:
    """Polling needs no more than the token."""
    telegram = good({"SAFAR_TELEGRAM_TOKEN": TOKEN}).telegram

    assert telegram
    assert telegram.token == TOKEN
    assert telegram.mode is Mode.POLLING
    assert telegram.client is Client.AUTO
    assert telegram.api == "https://api.telegram.org"


def test_webhooks_are_complete_with_both_secrets_and_a_public_address() -> None:
    """The whole set is accepted."""
    settings = good(WEBHOOK)

    assert settings.telegram
    assert settings.telegram.mode is Mode.WEBHOOK
    assert settings.telegram.path_secret == "path-secret"


@pytest.mark.parametrize(
    "missing",
    [
        "SAFAR_TELEGRAM_TOKEN",
        "SAFAR_TELEGRAM_PATH_SECRET",
        "SAFAR_TELEGRAM_HEADER_SECRET",
        "SAFAR_PUBLIC_URL",
    ],
)
def test_a_half_set_webhook_is_refused_and_the_missing_part_is_named(missing: str) -> None:
    """A channel that seems to be on and is not would leave people without an answer."""
    error = problems({name: value for name, value in WEBHOOK.items() if name != missing})

    assert "half set" in error
    assert missing in error


@pytest.mark.parametrize("name", sorted(WEBHOOK))
def test_an_empty_value_is_refused(name: str) -> None:
    """An empty secret would let everybody in (S-46)."""
    assert f"{name} is empty" in problems({**WEBHOOK, name: " "})


def test_a_secret_comes_from_a_file_without_its_line_end(tmp_path: Path) -> None:
    """Files keep secrets out of process lists."""
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")

    settings = good({"SAFAR_TELEGRAM_TOKEN_FILE": str(file)})

    assert settings.telegram
    assert settings.telegram.token == TOKEN
    assert settings.exposed == ()


def test_a_secret_in_a_plain_variable_is_named_for_doctor() -> None:
    """Only its name, so that the warning can be printed."""
    assert good({"SAFAR_TELEGRAM_TOKEN": TOKEN}).exposed == ("SAFAR_TELEGRAM_TOKEN",)


def test_a_secret_that_is_given_twice_is_refused(tmp_path: Path) -> None:
    """Nobody could tell which one holds."""
    file = tmp_path / "token"
    file.write_text(TOKEN, encoding="utf-8")

    error = problems({"SAFAR_TELEGRAM_TOKEN": TOKEN, "SAFAR_TELEGRAM_TOKEN_FILE": str(file)})

    assert "both set" in error


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"x" * 5000])
def test_a_useless_secret_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """Empty, no text, or far too long."""
    file = tmp_path / "token"
    file.write_bytes(content)

    assert "SAFAR_TELEGRAM_TOKEN_FILE" in problems({"SAFAR_TELEGRAM_TOKEN_FILE": str(file)})


def test_all_mistakes_are_told_at_once_and_no_value_of_a_secret(tmp_path: Path) -> None:
    """One round of mending is enough, and the message may be pasted anywhere."""
    environ = {
        "SAFAR_TELEGRAM_TOKEN": "hidden token",
        "SAFAR_TELEGRAM_HEADER_SECRET": "hidden header",
        "SAFAR_REDIS_URL": "hidden redis",
        "SAFAR_PORT": "x",
        "SAFAR_PILOT": "maybe",
        "SAFAR_SMS_GATEWAYS": str(tmp_path / "none"),
        "SAFAR_TELEGRAM_MODE": "push",
        "SAFAR_TELEGRAM_API": "http://example.org",
    }

    error = problems(environ)

    assert [name for name in environ if name not in error] == []
    assert "hidden" not in error


def test_the_key_may_not_lie_beside_the_data(tmp_path: Path) -> None:
    """Who carries the data away must not carry the key with it."""
    error = problems({"SAFAR_DATA": str(tmp_path), "SAFAR_KEY_FILE": str(tmp_path / "a" / "key")})

    assert "SAFAR_KEY_FILE must not be inside SAFAR_DATA" in error


def test_visitors_and_staff_never_share_a_port() -> None:
    """The two sides are apart."""
    assert "must differ" in problems({"SAFAR_PORT": "9000", "SAFAR_DESK_PORT": "9000"})
    assert good({"SAFAR_PORT": "0", "SAFAR_DESK_PORT": "0"}).port == 0


@pytest.mark.parametrize("url", ["http://127.0.0.1:8081", "http://localhost:1", "http://[::1]:1"])
def test_an_unencrypted_address_is_accepted_on_loopback_only(url: str) -> None:
    """A fake server in tests, or a gateway on the same machine."""
    telegram = good({"SAFAR_TELEGRAM_TOKEN": TOKEN, "SAFAR_TELEGRAM_API": url}).telegram

    assert telegram
    assert telegram.api == url


@pytest.mark.parametrize(
    "url",
    ["http://192.0.2.1", "ftp://example.org", "https://a@example.org", "https://", "http://[x"],
)
def test_other_addresses_are_refused(url: str) -> None:
    """No plain text over a network, no password in an address."""
    assert "SAFAR_PUBLIC_URL must begin" in problems({"SAFAR_PUBLIC_URL": url})


def test_no_secret_shows_in_a_repr() -> None:
    """A settings object that is printed by mistake gives nothing away."""
    shown = repr(good({**WEBHOOK, "SAFAR_REDIS_URL": "redis://:pass-word@127.0.0.1"}))

    assert not [
        word for word in (TOKEN, "path-secret", "header-secret", "pass-word") if word in shown
    ]
