"""Nobody can make us pay, and nobody who cries for help goes unanswered for it (S-11, S-43)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from bot import log
from bot.channels.sms.numbers import country, international, payable
from bot.channels.sms.purse import Purse
from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind, Form
from bot.l10n import gsm
from bot.service.failures import NotSent, Refused
from bot.service.records import Address, Outbound
from tests.sms.conftest import Stage
from tests.sms.scene import scene
from tests.sms.support import NUMBER, file, gateway

FOREIGN = "+4915112345678"
NOBODY = [
    *("+88299912345", "+8816123456", "+97912345678", "+78091234567", "4040", "112", "BANK", ""),
    *("+", "+0700111222", "+99670011122233344", "996700111222;+882", "＋９９６"),
]
SMALL = {"per_number": 5, "per_day": 12, "reserve": 10}


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Return what is logged."""
    stream = io.StringIO()
    log.configure(stream)
    yield stream
    log.configure()


async def say(
    stage: Stage, number: str = NUMBER, slot: Slot = Slot.SCREEN, text: str = "hi"
) -> str:
    """Send; return "" or why not."""
    try:
        outbound = Outbound((text,), form=Form.SHORT, slot=slot)
        await stage.channel.send(Address(ChannelKind.SMS, number), outbound, ())
    except Refused as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize("sender", NOBODY)
async def test_tariffs_short_codes_and_names_are_never_answered(sender: str) -> None:
    """They are acknowledged, so that nobody repeats them, and not kept (S-43)."""
    async with scene("twilio") as (stage, [peer]):
        answer = await stage.knock(peer.arrival(sender, "hi", "id-1", stage.clock()))

        assert answer.status_code == 200
        assert stage.door.kept == {}


@pytest.mark.parametrize("slot", [Slot.SCREEN, Slot.DANGER])
@pytest.mark.parametrize("number", ["+88299912345", "+97912345678", "+44871234567"])
async def test_nothing_is_ever_sent_to_a_tariff(number: str, slot: Slot) -> None:
    """Not even where an address stands in the store from before."""
    async with scene("phone") as (stage, [peer]):
        assert await say(stage, number, slot) == "premium"
        assert peer.asked == []


async def test_a_foreign_number_is_answered_only_when_it_wrote() -> None:
    """What is unasked goes to the listed countries only (S-43)."""
    async with scene("phone") as (stage, [peer]):
        before = await say(stage, FOREIGN)
        await stage.knock(peer.arrival(FOREIGN, "hello", "id-1", stage.clock()))
        asked = await say(stage, FOREIGN)
        stage.clock.move(hours=2)
        after = await say(stage, FOREIGN)
        home = await say(stage, NUMBER)

        assert (before, asked, after, home) == ("country", "", "country", "")
        assert [number for number, _ in peer.sent] == [FOREIGN, NUMBER]


async def test_a_cry_for_help_from_an_unlisted_country_is_answered() -> None:
    """Even by a gateway that has no price for it (safety.md 1.6)."""
    async with scene("phone") as (stage, [peer]):
        stage.channel.carrier._tariffs = (("phone", {"KG": 1}),)

        assert await say(stage, FOREIGN) == "country"
        assert await say(stage, FOREIGN, Slot.DANGER) == ""
        assert [number for number, _ in peer.sent] == [FOREIGN]


async def test_one_number_cannot_spend_it_all(logged: io.StringIO) -> None:
    """Its cap ends what is ordinary, with one alert (S-43)."""
    async with scene("phone", money=SMALL) as (stage, [peer]):
        said = [await say(stage) for _ in range(8)]

        assert said == [""] * 5 + ["number_cap"] * 3
        assert len(peer.sent) == 5
        assert await say(stage, "+996555111222") == ""
    alerts = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [one["reason"] for one in alerts if one["event"] == "sms_cap_reached"] == ["number_cap"]
    assert NUMBER[1:] not in logged.getvalue()


async def test_the_day_has_a_cap_and_danger_a_reserve() -> None:
    """What is kept for danger, nothing else can spend (S-43)."""
    async with scene("phone", money=SMALL) as (stage, [peer]):
        ordinary = [await say(stage, f"+99670000{n:04}") for n in range(15)]
        help_ = [await say(stage, f"+99655000{n:04}", Slot.DANGER) for n in range(20)]

        assert ordinary == [""] * 12 + ["day_cap"] * 3
        assert help_ == [""] * 20
        assert len(peer.sent) == 32


async def test_danger_is_answered_once_an_hour_whatever_was_spent() -> None:
    """Beyond its reserve only so often (safety.md 1.6)."""
    async with scene("phone", money=SMALL) as (stage, _):
        for _ in range(5):
            await say(stage)
        first, second = [await say(stage, slot=Slot.DANGER) for _ in range(2)]
        stage.clock.move(minutes=60)
        third = await say(stage, slot=Slot.DANGER)

        assert (first, second, third) == ("", "number_cap", "")


async def test_within_the_hour_danger_draws_on_the_reserve_and_nothing_else_does() -> None:
    """Ten segments of it, for one number that goes on crying (S-43)."""
    async with scene("phone", money=SMALL | {"per_number": 50}) as (stage, _):
        for _ in range(12):
            await say(stage)
        help_ = [await say(stage, slot=Slot.DANGER) for _ in range(12)]

        assert help_ == [""] * 10 + ["day_cap"] * 2
        assert await say(stage) == "day_cap"


async def test_the_on_call_phone_rings_whatever_was_spent() -> None:
    """An attack on the purse must not keep a person from coming (safety.md 7)."""
    async with scene("phone", money=SMALL) as (stage, _):
        stage.channel.purse.trust(FOREIGN)
        for number in range(12):
            await say(stage, f"+99670000{number:04}")

        assert await say(stage) == "day_cap"
        assert [await say(stage, FOREIGN) for _ in range(9)] == [""] * 9


async def restarted(stage: Stage, **money: int) -> Stage:
    """Return a new process over the same store and gateways."""
    purse = Purse(file(gateway(), money=money), stage.clock)
    purse.serve(stage.states)
    stage.channel.purse = purse
    return stage


async def test_a_restart_gives_nothing_back(logged: io.StringIO) -> None:
    """Neither the cap of a number nor the day, the reserve or the one alert (S-43)."""
    async with scene("phone", money=SMALL) as (stage, [peer]):
        before = [await say(stage) for _ in range(6)]
        await restarted(stage, **SMALL)
        number = await say(stage)
        others = [await say(stage, f"+99670000{n:04}") for n in range(8)]
        await restarted(stage, **SMALL)
        day = await say(stage, "+996700009999")
        crying = "+996555111222"
        help_ = [await say(stage, crying, Slot.DANGER) for _ in range(6)]
        await restarted(stage, **SMALL)
        help_ += [await say(stage, crying, Slot.DANGER) for _ in range(3)]
        ordinary = await say(stage, "+996700009999")

        assert before == [""] * 5 + ["number_cap"]
        assert number == "number_cap"
        assert others == [""] * 7 + ["day_cap"]
        assert day == "day_cap"
        # Its own cap ends it at five; after a restart one cry more is answered, never one less.
        assert help_ == [""] * 5 + ["number_cap", "", "number_cap", "number_cap"]
        assert ordinary == "day_cap"
        assert len(peer.sent) == 5 + 7 + 5 + 1
    events = [json.loads(line)["event"] for line in logged.getvalue().splitlines()]
    assert events.count("sms_cap_reached") == 1


async def test_who_wrote_before_a_restart_is_answered_after_it() -> None:
    """A foreign number waits for its answer; two hours later nothing goes there unasked (S-43)."""
    async with scene("phone") as (stage, [peer]):
        await stage.knock(peer.arrival(FOREIGN, "hello", "id-1", stage.clock()))
        await restarted(stage)
        soon = await say(stage, FOREIGN)
        stage.clock.move(hours=2)

        assert (soon, await say(stage, FOREIGN)) == ("", "country")


async def test_nothing_goes_out_while_the_figures_are_out_of_reach() -> None:
    """It goes later: certainly not sent, and nothing was spent."""
    async with scene("phone", money=SMALL) as (stage, [peer]):
        stage.states.down = True
        with pytest.raises(NotSent):
            await say(stage)
        stage.states.down = False

        assert await say(stage) == ""
        assert len(peer.sent) == 1


async def test_caps_end_with_the_day() -> None:
    """Midnight UTC."""
    async with scene("phone", money=SMALL) as (stage, _):
        spent = [await say(stage) for _ in range(6)][-1]
        stage.clock.move(hours=15)

        assert (spent, await say(stage)) == ("number_cap", "")


async def test_what_was_not_sent_is_not_counted() -> None:
    """A gateway that is down does not use up the day."""
    async with scene("phone", money=SMALL) as (stage, [peer]):
        await peer.stop()
        for _ in range(9):
            with pytest.raises(Exception, match="not sent"):
                await say(stage)
        await peer.server.start()

        assert [await say(stage) for _ in range(6)] == [""] * 5 + ["number_cap"]


@pytest.mark.parametrize("text", ["a " * 400, "Слово " * 80, "Өлкө ң ү " * 60])
async def test_no_sms_is_longer_than_one_segment(text: str) -> None:
    """Nobody has agreed to anything yet when the first one comes (S-11)."""
    async with scene("phone") as (stage, [peer]):
        await say(stage, text=text)
        for n in range(4):
            await stage.knock(peer.arrival(NUMBER, "1", f"{n}", stage.clock()))

        assert {gsm.segments(sent) for _, sent in peer.sent} == {1}
        assert len(peer.sent) > 1


async def test_no_word_of_the_visitor_is_sent_back() -> None:
    """Pages hold our own words only (S-11)."""
    async with scene("phone") as (stage, [peer]):
        await say(stage, text="a " * 400)
        await stage.knock(peer.arrival(NUMBER, "CNRY help", "id", stage.clock()))

        assert "CNRY" not in "".join(text for _, text in peer.sent)


def test_a_number_is_written_in_one_way() -> None:
    """However a gateway writes it."""
    forms = ["+996700111222", "996700111222", "00996700111222", "0700111222", "+996 (700) 11-12-22"]

    assert {international(form, "996") for form in forms} == {NUMBER}


@pytest.mark.parametrize(
    ("number", "expected"),
    [(NUMBER, "KG"), ("+77011234567", "KZ"), ("+79161234567", "RU"), ("+999", "XX")],
)
def test_a_country_is_known_by_the_longest_prefix(number: str, expected: str) -> None:
    """Kazakhstan and Russia share a seven."""
    assert country(number) == expected
    assert payable(number)
