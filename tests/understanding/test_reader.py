"""What a text means: danger first, then language, topics and offers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.book import Phrase
from bot.dialogue.reading import NOTHING, DangerLevel, OfferLevel, Sign
from bot.dialogue.values import Locale
from bot.understanding import Reader
from bot.understanding.utterance import LIMIT, cut, hear
from tests.understanding import figures
from tests.understanding.banks import LOCALES, book, texts

READER = Reader(book())
FLOORS = {
    "danger: recall": 0.95,
    "danger: concern": 0.9,
    "danger: no false alarm": 0.95,
    "danger: no question": 0.9,
    "second: recall": 0.9,
    "second: concern": 0.8,
    "second: no false alarm": 0.85,
    "ordinary: no false alarm": 0.95,
    "language": 0.9,
    "topic": 0.8,
    "offer: flags": 0.85,
    "offer: level": 0.85,
    "unseen: noticed": 0.94,
    "unseen: danger": 0.87,
    "unseen: suicide noticed": 0.92,
    "unseen: suicide named": 0.75,
    "unseen: child noticed": 0.93,
    "unseen: child named": 0.75,
    "unseen: signs found": 0.7,
    "unseen: signs right": 0.75,
    "unseen: no alarm": 0.97,
    "unseen: no question": 0.87,
    "unseen: near": 0.9,
    "unseen: language": 0.95,
    "unseen: offer": 0.9,
    "unseen: offer level": 0.85,
    "unseen: offer flags": 0.6,
    "unseen: offer flags right": 0.75,
}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_development_sets_hold_their_floors(reader: Reader, locale: Locale) -> None:
    """No change of the banks may make the reader deafer or more alarmed than this."""
    measured = {name: tally.share for name, tally in figures.measure(reader, locale)}
    assert {name: floor for name, floor in FLOORS.items() if measured[name] < floor} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sets_are_large_enough(locale: Locale) -> None:
    """A floor over a handful of sentences would hold nothing."""
    assert sum(map(len, texts("danger", locale).values())) >= 60
    assert len(texts("language", locale)) >= 40
    assert sum(map(len, texts("topics", locale).values())) >= 40
    assert len(texts("offers", locale)) >= 20
    assert sum(map(len, texts("held-out.danger", locale).values())) >= 30


@pytest.mark.parametrize(
    "text", ["I am 16", "мне 15 лет", "мен 16 жаштамын", "im 15", "mne 15 let", "ман 16 солаам"]
)
def test_an_age_alone_is_a_sign_and_no_danger(reader: Reader, text: str) -> None:
    """A child who only says so gets the child's answer, not the emergency answer."""
    danger = reader.read(text).danger
    assert (danger.level, danger.signs) == (DangerLevel.NONE, (Sign.MINOR,))


@pytest.mark.parametrize(
    "text", ["I am 25", "мне 30 лет", "мен 20 жаштамын", "ман 30 солаам", "мне 15 дней не платят"]
)
def test_a_grown_person_is_no_minor(reader: Reader, text: str) -> None:
    """Other ages, and other things that are counted, are no sign."""
    assert Sign.MINOR not in reader.read(text).danger.signs


def test_a_minor_in_danger_is_in_danger(reader: Reader) -> None:
    """Both signs stand together."""
    danger = reader.read("мне 15 лет, меня бьют").danger
    assert danger.level is DangerLevel.DANGER
    assert set(danger.signs) == {Sign.CHILD, Sign.MINOR, Sign.VIOLENCE}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("my sister is locked in", True),
        ("мою сестру заперли", True),
        ("эжемди камап коюшту", True),
        ("my brother locked me in", False),
        ("муж запер меня", False),
        ("күйөөм мени сабайт", False),
        ("хоҳарамро қулф карданд", True),
        ("шавҳарам маро мезанад", False),
    ],
)
def test_danger_to_somebody_else_is_told_apart(
    reader: Reader,
    text: str,
    other: bool,  # noqa: FBT001 -- a table of cases
) -> None:
    """Relatives may be the ones in danger, or the danger."""
    danger = reader.read(text).danger
    assert danger.level is DangerLevel.DANGER
    assert (Sign.OTHER_PERSON in danger.signs) is other


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("help", DangerLevel.CONCERN),
        ("help!!!", DangerLevel.DANGER),
        ("help me please they have a knife", DangerLevel.DANGER),
        ("жардам", DangerLevel.CONCERN),
        ("памагите", DangerLevel.DANGER),
        ("sos", DangerLevel.DANGER),
        ("menu kutkar", DangerLevel.DANGER),
        ("cannot talk", DangerLevel.CONCERN),
        ("кӯмак", DangerLevel.CONCERN),
        ("кӯмак кунед", DangerLevel.DANGER),
        ("maro najot dihed", DangerLevel.DANGER),
    ],
)
def test_bare_cries_are_heard(reader: Reader, text: str, level: DangerLevel) -> None:
    """One word by SMS can be all there is time for."""
    danger = reader.read(text).danger
    assert danger.level is level
    assert Sign.CRY in danger.signs


@pytest.mark.parametrize(
    "text",
    [
        "clients pay less without condoms",
        "the house takes half of the price",
        "police raid at our flat yesterday",
        "клиент не заплатил",
        "хозяйка берет процент, вчера была облава",
        "кардар презервативсиз каалайт",
        "мизоҷ пул надод, салон нисфи пулро мегирад",
    ],
)
def test_ordinary_talk_about_sex_work_is_no_danger(reader: Reader, text: str) -> None:
    """A false alarm harms too (safety.md 1.8)."""
    assert reader.read(text).danger.level is DangerLevel.NONE


def test_suicide_is_its_own_sign(reader: Reader) -> None:
    """It gets an answer of its own."""
    assert reader.read("я не хочу жить").danger.signs == (Sign.SUICIDE,)


def test_one_short_word_never_switches_language(reader: Reader) -> None:
    """The language a visitor has stays until a whole sentence says otherwise."""
    ky = Locale("ky")
    assert reader.read("ok", prior=ky).locale == ky
    assert reader.read("привет", prior=ky).locale == ky
    assert reader.read("здравствуйте, мне нужна помощь с визой", prior=ky).locale == "ru"


def test_a_command_or_a_word_of_everywhere_tells_no_language(reader: Reader) -> None:
    """What the platform says of the phone counts then."""
    for text in ("/start", "/start abc", "ok", "SOS"):
        assert reader.read(text).locale is None
    assert reader.read("/start", prior=Locale("tg")).locale == "tg"


def test_no_words_mean_nothing(reader: Reader) -> None:
    """Empty and wordless texts keep the language and say nothing else."""
    assert reader.read("") == NOTHING
    assert reader.read("... 🙂 !!", prior=Locale("ru")).locale == "ru"


def test_only_cards_of_the_book_are_topics() -> None:
    """A card that is not there cannot be suggested."""
    reading = Reader(book(cards=("contract",))).read("visa and contract")
    assert [topic.id for topic in reading.topics] == ["contract"]


def test_a_relative_alone_is_never_a_warning(reader: Reader) -> None:
    """RF08 is how most people find work."""
    assert reader.read("my aunt found me a job").offer.level is OfferLevel.NONE


def test_another_language_comes_by_data_alone() -> None:
    """A phrase in Uzbek Latin is understood in Cyrillic too, with no line of code."""
    phrase = Phrase("danger", "confinement", Locale("uz-Latn"), "qamab qoʻyishdi")
    reader = Reader(book(phrase))
    assert reader.read("meni qamab qo'yishdi").danger.level is DangerLevel.DANGER
    cyrillic = Phrase("danger", "confinement", Locale("uz-Cyrl"), "қамаб қўйишди")
    assert Reader(book(cyrillic)).read("мени камаб куйишди").danger.level is DangerLevel.DANGER


def test_a_long_text_keeps_head_and_tail(reader: Reader) -> None:
    """A cry at either end of a long paste is heard; what is read has a limit."""
    filling = "виза " * 20_000
    assert reader.read(f"меня заперли. {filling}").danger.level is DangerLevel.DANGER
    assert reader.read(f"{filling}. меня заперли").danger.level is DangerLevel.DANGER
    assert len(cut(filling)) == LIMIT


def test_the_work_is_bounded_by_the_limit() -> None:
    """However long the text, no more words are looked at than fit the limit."""
    words = [len(hear("ай " * times).words) for times in (1_000, 10_000, 100_000)]
    assert words[0] <= words[1] == words[2] <= LIMIT


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300), st.sampled_from([None, *LOCALES]))
def test_any_text_can_be_read(text: str, prior: Locale | None) -> None:
    """No string raises, and the same string means the same."""
    assert READER.read(text, prior) == READER.read(text, prior)


WORDS = sorted({word.strip("~=+*{}") for phrase in book().phrases for word in phrase.text.split()})


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_mixture_of_known_words_can_be_read(text: str) -> None:
    """Words of all banks and languages in any order do no harm."""
    reading = READER.read(text)
    assert tuple(sorted(reading.danger.signs)) == reading.danger.signs
    assert all(0 <= topic.score <= 1 for topic in reading.topics)


@pytest.mark.parametrize(
    "text",
    [
        "I am 15 and my boyfriend brings me men",
        "they keep us locked in the cellar, six of us, hurry",
    ],
)
def test_whoever_is_used_or_hurries_us_does_not_want_to_die(reader: Reader, text: str) -> None:
    """A guess at suicide would take the numbers away (safety.md 1.4)."""
    danger = reader.read(text).danger
    assert danger.level is DangerLevel.DANGER
    assert Sign.SUICIDE not in danger.signs


@pytest.mark.parametrize("text", ["i am 15 he forces me", "мне 14 меня заставляют"])
def test_an_age_before_what_happens_is_heard(reader: Reader, text: str) -> None:
    """In one breath, without "years old": the answer is that for a child."""
    assert {Sign.MINOR, Sign.FORCED_LABOUR} <= set(reader.read(text).danger.signs)


@pytest.mark.parametrize(
    "text", ["I am dying of laughter", "у меня умерла бабушка", "муж пьет и бьет посуду"]
)
def test_where_nothing_is_wrong_no_kind_of_danger_is_named(reader: Reader, text: str) -> None:
    """A sign without its danger would choose an answer that nobody asked for."""
    assert reader.read(text).danger == NOTHING.danger
