from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.values import Locale
from bot.l10n.gsm import Coding, coding, segments
from bot.l10n.translit import language, spoken, to_cyrillic, to_latin

LOCALES = [Locale(name) for name in ("ru", "ky", "tg", "uz-Latn", "uz-Cyrl", "kk")]
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөүғӣқӯҳҷўәұһі"
CYRILLIC = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " ,.1?!\n"), max_size=200)

WRITTEN = [
    ("ru", "Вам нужна помощь? 1 - да, 0 - нет.", "Vam nuzhna pomoshch? 1 - da, 0 - net."),
    ("ru", "Щука, ЩУКА, объезд", "Shchuka, SHCHUKA, obezd"),
    ("ky", "Жардам керекпи? Өлкө, таң, үй", "Jardam kerekpi? Ölkö, tang, üy"),
    ("tg", "Ҷавоб: кӯмак, қарз, ғам, ҳа", "Javob: kumak, qarz, gham, ha"),
    ("uz-Cyrl", "Ўзбекистон, ер, келди, ғам, шаҳар", "O'zbekiston, yer, keldi, g'am, shahar"),
]
READ = [
    ("ru", "pomogite menya zaperli", "помогите меня заперли"),
    ("ru", "moya mama, poyekhali", "моя мама, поехали"),
    ("ky", "jardam kerek, uydon chygarbayt", "жардам керек, уйдон чыгарбайт"),
    ("ky", "zhardam", "жардам"),
    ("tg", "yordam, madad, kumak", "ёрдам, мадад, кумак"),
    ("uz-Latn", "Sizga yordam kerakmi? o‘g‘lim yo'q", "Сизга ёрдам керакми? ўғлим йўқ"),
]


@pytest.mark.parametrize(("locale", "cyrillic", "latin"), WRITTEN)
def test_cyrillic_is_written_as_people_type_it(locale: str, cyrillic: str, latin: str) -> None:
    """One table a language, capitals kept."""
    assert to_latin(cyrillic, Locale(locale)) == latin


@pytest.mark.parametrize(("locale", "latin", "cyrillic"), READ)
def test_latin_spelling_is_read_back(locale: str, latin: str, cyrillic: str) -> None:
    """Longest spellings first, with the apostrophes of any keyboard."""
    assert to_cyrillic(latin, Locale(locale)) == cyrillic


@given(CYRILLIC, st.sampled_from(LOCALES))
def test_nothing_written_leaves_the_small_alphabet(text: str, locale: Locale) -> None:
    """One letter outside GSM-7 would take back all that was saved."""
    assert coding(to_latin(text, locale)) is Coding.GSM7


@given(st.text(max_size=100), st.sampled_from(LOCALES))
def test_reading_back_never_fails(text: str, locale: Locale) -> None:
    """Whatever is typed, some text comes out."""
    assert isinstance(to_cyrillic(text, locale), str)


@pytest.mark.parametrize("text", ["Ўзбекистон шаҳар ғам қиз", "қарз ҳаққи", "болалар ва ўқитувчи"])
def test_uzbek_goes_there_and_back(text: str) -> None:
    """Its law makes the two alphabets one."""
    assert to_cyrillic(to_latin(text, Locale("uz-Cyrl")), Locale("uz-Cyrl")) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ўқиш", "uz"), ("кӯмак", "tg"), ("жаңы", "ky"), ("әке", "kk"), ("помощь", "ru"), ("a", "ru")],
)
def test_a_language_is_known_by_its_letters(text: str, expected: str) -> None:
    """For texts of which nobody knows the locale."""
    assert language(None, text) == expected


def test_a_text_that_fits_keeps_its_script() -> None:
    """Seventy letters cost no more than their spelling."""
    assert spoken("Вы в безопасности?", Locale("ru")) == "Вы в безопасности?"


def test_a_long_text_is_written_in_latin_where_that_saves_a_segment() -> None:
    """Two segments become one."""
    long = "Пока не платите. Найдите агентство в официальном списке. 3 вопросы 4 человек"

    assert segments(long) == 2
    assert segments(spoken(long, Locale("ru"))) == 1
    assert spoken(long, Locale("ru")).startswith("Poka ne platite.")


def test_who_chose_their_own_script_keeps_it() -> None:
    """Not everybody reads Latin letters."""
    long = "Пока не платите. " * 8

    assert spoken(long, Locale("ru"), own=True) == long


def test_a_text_that_latin_letters_do_not_help_keeps_its_script() -> None:
    """An emoji or a foreign script makes it UCS-2 anyway."""
    long = "Пока не платите. 漢 " * 6

    assert spoken(long, Locale("ru")) == long
