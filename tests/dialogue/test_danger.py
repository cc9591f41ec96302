from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import nodes
from bot.dialogue.effects import Alert, OpenTicket, RaiseTicket, Say, SetTimer, Slot, Urgency
from bot.dialogue.events import OperatorJoined, OperatorSaid, TimerFired, TimerKind
from bot.dialogue.reading import DangerLevel, Sign
from bot.dialogue.session import Age, Spell
from bot.dialogue.values import SMS, TELEGRAM, CardId, Country, DeskFacts, TicketId
from tests.dialogue.world import CLOSED, CONCERN, DANGER, OPEN, RU, Visitor, newcomer, reading

NEVER = TimerFired(TimerKind.UNANSWERED, "another spell")


def at_home() -> Visitor:
    """Return someone whose country is known."""
    visitor = newcomer()
    visitor.session = replace(visitor.session, country=Country("KG"))
    return visitor


def test_a_stranger_in_danger_is_answered_before_any_other_screen() -> None:
    """Country first when unknown; help never waits for language or privacy."""
    visitor = Visitor().say("меня заперли", DANGER)
    assert visitor.said() == ("say-danger.where",)
    assert visitor.did()[:2] == ("Say", "OpenTicket")
    assert {"RelayToOperator", "RingOnCall", "SetTimer"} < set(visitor.did())


def test_the_answer_is_urgent_silent_and_first() -> None:
    """Everything unsent of this visitor goes behind it."""
    first = at_home().say("x", DANGER).effects[1]
    assert isinstance(first, Say)
    assert (first.urgent, first.quiet, first.slot) == (True, True, Slot.DANGER)


def test_the_answer_lists_lines_that_are_not_police_and_no_police_only_number() -> None:
    """Police-only numbers come when asked for."""
    visitor = at_home().say("x", DANGER)
    assert visitor.said() == ("danger-neutral", "say-danger.harm", *("service-line",) * 3)
    numbers = [
        dict(b.args)["number"]
        for e in visitor.effects
        if isinstance(e, Say)
        for b in e.blocks
        if b.id == "service-line"
    ]
    assert numbers == ["112", "189", "117"]
    visitor.press("police")
    assert [
        dict(b.args)["number"]
        for e in visitor.effects
        if isinstance(e, Say)
        for b in e.blocks
        if b.id == "service-line"
    ] == ["102"]


def test_the_neutral_line_goes_once_the_phone_is_private() -> None:
    """The visitor said that nobody else reads it."""
    visitor = at_home()
    visitor.session = replace(visitor.session, private=True)
    assert visitor.say("x", DANGER).said()[0] == "say-danger.harm"


def test_an_sms_holds_one_block_only() -> None:
    """One segment: no neutral line before it and no list behind it."""
    visitor = at_home()
    visitor.channel = SMS
    assert visitor.say("x", DANGER).said() == ("say-danger.harm",)


def test_the_country_is_asked_and_then_answered_for() -> None:
    """Seven digits to press, never a guess."""
    visitor = Visitor().say("x", DANGER)
    assert visitor.say("1").session.node == nodes.HARM
    assert visitor.session.country == "KG"
    assert visitor.press("elsewhere").session.node == nodes.WHERE


@pytest.mark.parametrize(
    ("signs", "age", "node"),
    [
        ((Sign.SUICIDE, Sign.VIOLENCE), Age.UNASKED, nodes.SUICIDE),
        ((Sign.OTHER_PERSON, Sign.CONFINEMENT), Age.UNASKED, nodes.OTHER_PERSON),
        ((Sign.MINOR, Sign.VIOLENCE), Age.UNASKED, nodes.CHILD),
        ((Sign.CHILD, Sign.VIOLENCE), Age.UNASKED, nodes.CHILD),
        ((Sign.CHILD, Sign.OTHER_PERSON), Age.UNASKED, nodes.OTHER_PERSON),
        ((Sign.VIOLENCE,), Age.MINOR, nodes.CHILD),
        ((Sign.VIOLENCE,), Age.ADULT, nodes.HARM),
    ],
)
def test_each_kind_of_danger_has_its_own_answer(
    signs: tuple[Sign, ...], age: Age, node: str
) -> None:
    """Violence, suicide, a child, somebody else."""
    visitor = at_home()
    visitor.session = replace(visitor.session, age=age)
    assert visitor.say("x", reading(DangerLevel.DANGER, *signs)).session.node == node


def test_words_about_dying_ring_on_a_yes() -> None:
    """One question first; a yes is an emergency."""
    visitor = at_home().say("x", reading(DangerLevel.DANGER, Sign.SUICIDE))
    assert "RingOnCall" not in visitor.did()
    assert visitor.say("yes").said() == ("say-danger.suicide.now",)
    assert "RingOnCall" in visitor.did()


def test_words_about_dying_that_come_again_ring() -> None:
    """Whoever does not answer the question is not left alone."""
    dying = reading(DangerLevel.DANGER, Sign.SUICIDE)
    assert "RingOnCall" in at_home().say("x", dying).say("y", dying).did()


@pytest.mark.parametrize("typed", ["no", "3"])
def test_no_and_unsaid_keep_the_ticket_without_a_ring(typed: str) -> None:
    """The person stays reachable, the phone stays still."""
    visitor = at_home().say("x", reading(DangerLevel.DANGER, Sign.SUICIDE)).say(typed)
    assert visitor.said() == ("say-danger.suicide.later",)
    assert visitor.session.handoff is not None


def test_a_yes_after_the_ticket_was_closed_opens_another() -> None:
    """Nothing that was pressed before keeps the person away."""
    visitor = at_home().say("x", reading(DangerLevel.CONCERN, Sign.SUICIDE))
    assert visitor.session.node == nodes.SUICIDE
    visitor.session = replace(visitor.session, handoff=None)
    assert "OpenTicket" in visitor.say("1").did()


def test_an_unsure_text_asks_one_question() -> None:
    """Not the emergency answer."""
    visitor = newcomer().say("мне страшно", CONCERN)
    assert visitor.said() == ("say-danger.safe",)
    assert visitor.session.handoff is None
    assert visitor.say("1").said() == ("say-danger.safe.yes",)
    assert visitor.session.spell is None


def test_who_is_safe_is_offered_first_what_the_words_were_about() -> None:
    """The card, then the rest; a cry without a topic has none, nor has a topic without a card."""
    about = reading(DangerLevel.CONCERN, Sign.THREAT, topics=("unknown", "wages"))
    visitor = newcomer().say("они не платят и грозят", about).say("1")
    assert visitor.session.node == nodes.SAFE_TOPIC
    assert [c.id for c in visitor.only(Say).choices][:2] == ["card-wages", "person"]
    assert visitor.say("1").session.node == "card.wages"
    assert visitor.say("0").session.node == nodes.SAFE_TOPIC
    assert visitor.say("x", CONCERN).say("1").session.node == nodes.SAFE_YES


def test_a_card_that_is_served_no_more_leaves_the_plain_screen() -> None:
    """Its digits are those that its own words name."""
    visitor = newcomer()
    visitor.session = replace(visitor.session, node=nodes.SAFE_TOPIC, about=CardId("gone"))
    visitor.press("nothing")
    assert visitor.said() == ("say-danger.safe.yes",)


@pytest.mark.parametrize("typed", ["2", "3", "нет"])
def test_only_a_yes_means_safe(typed: str) -> None:
    """No and cannot say bring the answer and the person."""
    visitor = newcomer().say("x", CONCERN).say(typed)
    assert visitor.said() == ("say-danger.where",)
    assert visitor.only(OpenTicket).urgency is Urgency.EMERGENCY


def test_the_answer_to_the_question_keeps_its_signs_or_none() -> None:
    """What made us ask is what we answer."""
    visitor = newcomer().say("x", reading(DangerLevel.CONCERN, Sign.THREAT)).say("2")
    opened = visitor.only(OpenTicket)
    assert opened.signs == (Sign.THREAT,)
    visitor.session = replace(newcomer().session, node=nodes.SAFE, spell=None)
    assert visitor.say("2").said() == ("say-danger.where",)


def test_help_with_three_marks_is_a_cry() -> None:
    """The word alone is asked about, the cry is answered."""
    assert newcomer().say("help").said() == ("say-danger.safe",)
    assert newcomer().say("help!!!", DANGER).said() == ("say-danger.where",)


def test_the_same_worry_again_is_answered_fully() -> None:
    """Asking twice would be a loop."""
    visitor = newcomer().say("x", CONCERN).say("x", reading(DangerLevel.CONCERN))
    assert visitor.said() == ("say-danger.where",)


def test_an_open_ticket_is_raised_and_never_falls() -> None:
    """A second cry raises, a third changes nothing below."""
    visitor = at_home().say("person").press("adult")
    raised = visitor.say("x", DANGER).only(RaiseTicket)
    assert raised.urgency is Urgency.EMERGENCY
    visitor.session = replace(visitor.session, node=nodes.WAITING)
    assert visitor.press("urgent").only(RaiseTicket) == replace(raised, signs=())


def test_the_answer_leaves_a_screen_that_others_may_see_after_ten_minutes() -> None:
    """And one button shows it again."""
    visitor = at_home()
    visitor.channel = TELEGRAM
    timers = [e for e in visitor.say("x", DANGER).effects if isinstance(e, SetTimer)]
    back = next(timer for timer in timers if timer.kind is TimerKind.TAKE_BACK)
    assert back.at - visitor.now == timedelta(minutes=10)
    assert visitor.take(TimerFired(TimerKind.TAKE_BACK, back.key)).said() == (
        "say-danger.taken-back",
    )
    assert visitor.press("again", nodes.TAKEN_BACK).session.node == nodes.HARM
    assert visitor.take(TimerFired(TimerKind.TAKE_BACK, "older")).did() == ()
    visitor.say("menu").take(TimerFired(TimerKind.TAKE_BACK, back.key))
    assert visitor.session.node == nodes.MENU


def test_a_private_phone_keeps_the_answer() -> None:
    """Nothing is taken back from someone who said that nobody else reads."""
    visitor = at_home()
    visitor.channel = TELEGRAM
    visitor.session = replace(visitor.session, private=True)
    visitor.say("x", DANGER)
    key = visitor.session.spell.key if visitor.session.spell else ""
    assert TimerKind.TAKE_BACK not in [e.kind for e in visitor.effects if isinstance(e, SetTimer)]
    assert visitor.take(TimerFired(TimerKind.TAKE_BACK, key)).did() == ()


def joined() -> Visitor:
    """Return someone who talks to a person."""
    visitor = at_home().say("person").press("adult")
    handoff = visitor.session.handoff
    return visitor.take(OperatorJoined(handoff.ticket if handoff else TicketId("")))


def test_with_a_person_there_danger_is_theirs_for_sixty_seconds() -> None:
    """The operator hears it; silence brings the answer and the phone."""
    visitor = joined().say("он идёт сюда", DANGER)
    assert visitor.did() == ("RaiseTicket", "RelayToOperator", "SetTimer")
    timer = visitor.only(SetTimer)
    assert timer.at - visitor.now == timedelta(seconds=60)
    assert visitor.take(NEVER).did() == ()
    visitor.take(TimerFired(TimerKind.UNANSWERED, timer.key))
    assert visitor.did()[:2] == ("Say", "RingOnCall")


def test_an_answered_danger_does_not_ring() -> None:
    """The operator's reply ends the watch."""
    visitor = joined().say("x", DANGER)
    key = visitor.session.spell.key if visitor.session.spell else ""
    ticket = visitor.session.handoff.ticket if visitor.session.handoff else TicketId("")
    visitor.take(OperatorSaid(ticket, "1", "I am here"))
    assert visitor.take(TimerFired(TimerKind.UNANSWERED, key)).did() == ()


def test_the_button_for_danger_answers_without_any_word() -> None:
    """Somebody who cannot type presses one button."""
    visitor = newcomer().press("danger")
    assert visitor.said() == ("say-danger.where",)
    assert isinstance(visitor.session.spell, Spell)


def test_i_am_sixteen_brings_its_own_screen_once() -> None:
    """Said anywhere; asked for nothing."""
    minor = reading(DangerLevel.NONE, Sign.MINOR)
    visitor = newcomer().say("мне 16", minor)
    assert visitor.said() == ("say-minor",)
    assert visitor.session.age is Age.MINOR
    assert visitor.say("мне 16", minor).said() == ("say-missed",)


def test_the_cry_of_a_stranger_chooses_the_language_of_what_follows() -> None:
    """A digit pressed next is answered in the language of the cry."""
    visitor = Visitor().say("помогите", reading(DangerLevel.DANGER, Sign.CRY, locale=RU)).say("1")
    assert visitor.session.locale == RU
    assert visitor.only(Say).locale == RU


def test_i_am_sixteen_tells_the_operator_who_waits_with_the_ticket() -> None:
    """The open ticket is raised and marked."""
    visitor = at_home().say("person").press("adult")
    visitor.say("мне 16", reading(DangerLevel.NONE, Sign.MINOR))
    raised = [effect for effect in visitor.effects if isinstance(effect, RaiseTicket)]
    assert (raised[0].urgency, raised[1].minor) == (Urgency.HIGH, True)


def test_another_country_leads_back_to_the_same_answer() -> None:
    """With the numbers of that country."""
    visitor = at_home().say("x", reading(DangerLevel.DANGER, Sign.SUICIDE)).say("yes")
    visitor.session = replace(visitor.session, trail=(*visitor.session.trail, nodes.SUICIDE_NOW))
    visitor.session = replace(visitor.session, node=nodes.WHERE)
    assert visitor.press("RU").said() == ("say-danger.suicide.now",)
    asked = Visitor(replace(newcomer().session, node=nodes.WHERE, trail=()))
    assert asked.press("KG").session.node == nodes.HARM


def test_no_person_closes_a_false_alarm() -> None:
    """9 is enough."""
    visitor = at_home().say("x", DANGER).say("9")
    assert visitor.said() == ("say-handoff.no-person",)
    assert visitor.did() == ("CloseTicket", "Say")
    assert visitor.press("leave", nodes.WHO).session.handoff is None


def test_one_shows_it_again() -> None:
    """The digit works, not the button alone."""
    visitor = at_home()
    visitor.channel = TELEGRAM
    visitor.say("x", DANGER)
    key = visitor.session.spell.key if visitor.session.spell else ""
    assert visitor.take(TimerFired(TimerKind.TAKE_BACK, key)).say("1").session.node == nodes.HARM


def test_nobody_on_duty_is_told_in_the_facts() -> None:
    """The screen itself says that nobody is here."""
    visitor = at_home()
    visitor.desk = CLOSED
    say = next(e for e in visitor.say("x", DANGER).effects if isinstance(e, Say))
    facts = dict(say.blocks[1].args)
    assert (facts["duty"], facts["day"], facts["time"]) == ("no", "@day-tomorrow", "12:00")


def test_who_cannot_talk_hears_how_to_write() -> None:
    """By the button and by its digit."""
    assert at_home().say("x", DANGER).press("silent").said() == ("say-danger.silent",)
    assert Visitor().say("x", DANGER).say("8").said() == ("say-danger.silent",)


def watched() -> Visitor:
    """Return someone on Telegram who said that others may read this phone."""
    visitor = at_home()
    visitor.channel = TELEGRAM
    visitor.session = replace(visitor.session, private=False)
    return visitor


def test_on_a_watched_phone_numbers_stand_behind_a_button() -> None:
    """Neutral to the last word; the pop-up never enters the history."""
    visitor = watched().say("x", DANGER)
    assert visitor.said() == ("say-danger.discreet",)
    assert visitor.only(Say).protected
    assert visitor.press("peek").only(Alert).block.id == "danger-peek"


def test_a_second_cry_gets_the_numbers_plainly() -> None:
    """Whoever writes again could not use the button."""
    assert watched().say("x", DANGER).say("y", DANGER).session.node == nodes.HARM


def test_where_no_pop_up_exists_the_button_answers_plainly() -> None:
    """An old button on a page."""
    visitor = at_home().say("x", DANGER)
    assert visitor.press("peek", nodes.DISCREET).session.node == nodes.HARM


@pytest.mark.parametrize("desk", [OPEN, CLOSED])
def test_words_on_a_screen_of_danger_leave_its_digits(desk: DeskFacts) -> None:
    """Whoever writes "be quick" and then presses a digit gets what the screen said it does."""
    visitor = at_home().say("x", DANGER)
    visitor.desk = desk
    visitor.say("please be quick")
    assert visitor.said() == ("say-handoff.relayed",)
    assert visitor.session.node == nodes.HARM
    assert visitor.did() == ("RelayToOperator", "Say")


def test_an_unlisted_country_brings_numbers() -> None:
    """Whoever is asked where and names what we do not list is not sent away with thanks."""
    visitor = newcomer().say("x", DANGER)
    assert visitor.said() == ("say-danger.where",)
    visitor.say("brazil")
    assert visitor.session.country == Country("XX")
    assert visitor.session.node == nodes.HARM
    assert "RelayToOperator" in visitor.did()


def test_what_older_talks_call_a_sign_is_still_read() -> None:
    """A ticket that waits over an update keeps its signs; an unknown name is refused."""
    assert [Sign(name) for name in ("forced", "other_person", "sexual_violence")] == [
        Sign.FORCED_LABOUR,
        Sign.OTHER_PERSON,
        Sign.SEXUAL_VIOLENCE,
    ]
    with pytest.raises(ValueError, match="is not a valid Sign"):
        Sign("tired")
