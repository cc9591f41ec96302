from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.checks.sms import cost
from bot.content.issues import Severity
from bot.l10n.gsm import normalise, segments
from tests.content.conftest import World

Break = Callable[[World], object]
LONG = " " + "long words " * 20
ISOLATE, ZERO_WIDTH = "\u2068", "\u200b"


def card(world: World) -> dict[str, Any]:
    found: dict[str, Any] = world.files["cards/all.yaml"]["cards"]["papers"]
    return found


def tool(world: World) -> dict[str, Any]:
    found: dict[str, Any] = world.files["assessments/check.yaml"]
    return found


def service(world: World) -> dict[str, Any]:
    found: dict[str, Any] = world.files["services/all.yaml"]["services"]["kg-117"]
    return found


def menu(world: World) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = world.nodes["menu"]["choices"]
    return found


def without(world: World, node: str, *ids: str) -> None:
    screen = world.nodes[node]
    screen["choices"] = [choice for choice in screen["choices"] if choice["id"] not in ids]


def add(world: World, node: str, **choice: str) -> None:
    world.nodes[node]["choices"].append({"id": "new", "label": "menu-label", **choice})


def lonely(world: World) -> None:
    """Add a screen that no way leads to."""
    world.nodes["lonely"] = {"say": "menu", "choices": menu(world)[:1]}


def flow_into_itself(world: World) -> None:
    """Let the only choice of a screen lead to the screen itself."""
    world.nodes["who"]["choices"] = [{"id": "again", "label": "menu-label", "goto": "who"}]


def many_long_cards(world: World) -> None:
    """Let both cards take two SMS."""
    for name in ("papers", "contract"):
        long = "Words in a card. " * 11
        world.reword(f"card-{name}", f" In 2025.\n    .title = {name}\n    .short = {long}")


def inner_argument(world: World) -> None:
    """Name a message that takes an unknown argument."""
    world.reword("menu", " { inner.note }.")
    world.reword("inner", "\n    .note = { $x }")


def three_sms(world: World) -> None:
    """Let one card take three SMS."""
    long = "Words in a card. " * 20
    world.reword("card-papers", f" In 2025.\n    .title = T\n    .short = {long}\n    .line = L")


CASES: dict[str, tuple[str, Break]] = {
    "a file that is not YAML": ("yaml", lambda w: w.raw.update({"content/words.yaml": "a: [1"})),
    "a key twice in YAML": (
        "yaml",
        lambda w: w.raw.update({"content/words.yaml": "yes: {}\nyes: {}\n"}),
    ),
    "a file of no kind": ("unknown-file", lambda w: w.raw.update({"content/x/y.yaml": "a: 1"})),
    "a file with a broken entry": ("junk", lambda w: w.raw.update({"locales/en/x.ftl": "a = { $"})),
    "no book": ("no-book", lambda w: w.files.pop("book.yaml")),
    "an unknown field": ("schema", lambda w: card(w).update(colour="red")),
    "a need nobody serves": ("schema", lambda w: w.nodes["menu"].update(services=["magic"])),
    "an unknown act": ("schema", lambda w: menu(w)[0].update(act="dance")),
    "a number that is not quoted": ("schema", lambda w: service(w).update(number=117)),
    "a service that ends before it opens": (
        "schema",
        lambda w: service(w).update(
            hours={"days": "0-4", "opens": "18:00", "closes": "09:00", "offset_minutes": 360}
        ),
    ),
    "a claim without a source": ("schema", lambda w: card(w).pop("source")),
    "a claim without a date": ("schema", lambda w: card(w).pop("source_date")),
    "a claim without review": ("schema", lambda w: card(w).pop("review_by")),
    "a choice that does nothing": ("schema", lambda w: menu(w)[0].pop("act")),
    "a floor that is no number": ("schema", lambda w: tool(w)["bands"][0].update(floor="low")),
    "a screen of a card in a flow": (
        "reserved-id",
        lambda w: w.nodes.update({"card.x": {"say": "menu"}}),
    ),
    "a node twice": (
        "duplicate-id",
        lambda w: w.files.update(
            {"flows/more.yaml": {"version": 1, "nodes": {"menu": w.nodes["menu"]}}}
        ),
    ),
    "broken Fluent": ("junk", lambda w: w.reword("menu", " { $place")),
    "a message twice": (
        "duplicate-message",
        lambda w: w.raw.update({"locales/ru/more.ftl": "menu = Again\n"}),
    ),
    "a message missing in one locale": ("missing-message", lambda w: w.words["ky"].pop("menu")),
    "a message only in one locale": ("obsolete-message", lambda w: w.words["ky"].update(old=" a")),
    "a locale without a folder": (
        "no-locale",
        lambda w: w.files["book.yaml"]["locales"].append("tg"),
    ),
    "an attribute missing": (
        "missing-attribute",
        lambda w: w.words["ky"].update({"card-papers": " In 2025.\n    .title = T"}),
    ),
    "an attribute too many": (
        "obsolete-attribute",
        lambda w: w.words["ky"].update({"menu": " Menu.\n    .short = M"}),
    ),
    "an argument only in one locale": (
        "unknown-argument",
        lambda w: w.words["ru"].update({"menu": " Menu { $place }."}),
    ),
    "an argument left out": (
        "missing-argument",
        lambda w: w.words["en"].update({"menu": " Menu { $place }."}),
    ),
    "a reference to nowhere": ("no-reference", lambda w: w.reword("menu", " { -safar }")),
    "a reference to an attribute that is none": (
        "no-reference",
        lambda w: w.reword("menu", " { card-papers.tilte }"),
    ),
    "an argument that is no fact, within another message": (
        "unknown-fact",
        inner_argument,
    ),
    "an argument that is no fact": ("unknown-fact", lambda w: w.reword("menu", " { $plaec }.")),
    "an argument of services on a screen": (
        "unknown-fact",
        lambda w: w.reword("menu", " { $checked }."),
    ),
    "a label that nobody worded": ("unworded", lambda w: menu(w)[0].update(label="no-such")),
    "a message of the core unworded": (
        "unworded",
        lambda w: [words.pop("back-label") for words in w.words.values()],
    ),
    "a plural that cannot count": (
        "plural",
        lambda w: w.reword("menu", " { $count ->\n [one] a\n *[other] b\n }"),
    ),
    "a screen of ten choices": (
        "many-choices",
        lambda w: w.nodes["menu"].update(choices=menu(w)[:1] * 10),
    ),
    "a way to nowhere": ("no-target", lambda w: add(w, "menu", goto="nowhere")),
    "an assessment that is none": (
        "no-target",
        lambda w: add(w, "menu", act="assess", value="nothing"),
    ),
    "a screen of the core missing": ("missing-node", lambda w: w.nodes.pop("handoff.kept")),
    "a screen nobody reaches": ("unreachable", lonely),
    "a screen without a way on": ("dead-end", lambda w: w.nodes["who"].pop("choices")),
    "a screen that leads to itself": ("dead-end", flow_into_itself),
    "a choice id twice": ("double-id", lambda w: menu(w)[0].update(id="papers")),
    "a digit twice": (
        "double-digit",
        lambda w: [choice.update(key="5") for choice in menu(w)],
    ),
    "a word list twice": ("double-words", lambda w: [c.update(words="yes") for c in menu(w)]),
    "labels that read alike": ("label-clash", lambda w: w.reword("assess-check-title", " PAPERS!")),
    "an unknown word list": ("unknown-words", lambda w: menu(w)[0].update(words="maybe")),
    "a word list missing": ("no-word-list", lambda w: w.files["words.yaml"].pop("skip")),
    "a word that means yes and no": (
        "word-clash",
        lambda w: w.files["words.yaml"]["no"].update(ky=["Yes!"]),
    ),
    "an act of the core": ("core-act", lambda w: menu(w)[0].update(act="answer", value="yes")),
    "a value nobody knows": ("unknown-value", lambda w: menu(w)[0].update(value="soon")),
    "a language nobody speaks": (
        "unknown-value",
        lambda w: menu(w)[0].update(act="language", value="fr"),
    ),
    "bands without a ground": ("bands-gap", lambda w: tool(w)["bands"][0].update(floor=1)),
    "bands that overlap": ("bands-overlap", lambda w: tool(w)["bands"][1].update(floor=0)),
    "bands out of order": ("bands-order", lambda w: tool(w)["bands"].reverse()),
    "bands where nothing is scored": ("bands-unscored", lambda w: tool(w).update(kind="rights")),
    "an unknown indicator": (
        "unknown-indicator",
        lambda w: tool(w)["items"][0].update(indicators=["D9.99"]),
    ),
    "an indicator lost": (
        "indicator-count",
        lambda w: w.files["indicators.yaml"]["indicators"].popitem(),
    ),
    "a question that opens no card": (
        "unknown-card",
        lambda w: tool(w)["items"][0].update(opens=["nothing"]),
    ),
    "a scored question without a reason": ("no-why", lambda w: tool(w)["items"][0].pop("why")),
    "a right without its answer": ("no-check", lambda w: tool(w).update(kind="rights", bands=[])),
    "a question twice": ("duplicate-item", lambda w: tool(w)["items"][1].update(id="locked")),
    "a hard question last": ("hard-last", lambda w: tool(w)["items"].reverse()),
    "a question named like a screen": (
        "duplicate-item",
        lambda w: tool(w)["items"][1].update(id="more"),
    ),
    "a short door that is not first": ("short-first", lambda w: tool(w).update(short=["paid"])),
    "a short door that is all": (
        "short-first",
        lambda w: tool(w).update(short=["locked", "paid"]),
    ),
    "a short door that ends hard": ("hard-last", lambda w: tool(w).update(short=["locked"])),
    "a short door without words for finishing": (
        "no-early",
        lambda w: tool(w).update(short=["locked"]),
    ),
    "a danger answer of two SMS": (
        "sms-danger",
        lambda w: w.reword("danger-harm", " { $rescue } { $line }" + LONG),
    ),
    "a danger answer of two SMS for one country": (
        "sms-danger",
        lambda w: service(w).update(number="1" * 150),
    ),
    "a Cyrillic danger answer over 70": (
        "sms-danger",
        lambda w: w.words["ru"].update({"danger-silent": " " + "Слова тут. " * 7}),
    ),
    "too many long cards": ("sms-share", many_long_cards),
    "a card of three SMS": ("sms-card", three_sms),
    "a card without short form": (
        "no-short",
        lambda w: w.reword("card-papers", " In 2025.\n    .title = T"),
    ),
    "a title that fits no button": (
        "too-long",
        lambda w: w.reword("card-papers", f" In 2025.\n    .title = {LONG}\n    .short = S"),
    ),
    "an isolate": ("code-point", lambda w: w.reword("menu", f" M{ISOLATE}enu.")),
    "a zero width space in a phrase": (
        "code-point",
        lambda w: w.files["understanding/danger.yaml"]["phrases"].update(
            cry={"en": [f"help{ZERO_WIDTH}me"]}
        ),
    ),
    "a Latin letter in a Cyrillic word": (
        "look-alike",
        lambda w: w.words["ru"].update({"menu": " Сл\u006fво."}),
    ),
    "a Latin word of one letter": (
        "look-alike",
        lambda w: w.words["ru"].update({"menu": " Слово c нами."}),
    ),
    "a number on hold": ("held-number", lambda w: w.reword("menu", " Call 0312-555-666.")),
    "digits to call": ("digits", lambda w: w.reword("menu", " Call 4711.")),
    "a known number in words": ("digits", lambda w: w.reword("menu", " Call 112.")),
    "a review that is due": ("review-due", lambda w: card(w).update(review_by="2026-11-20")),
    "a review in the future": ("review-date", lambda w: card(w).update(reviewed="2026-12-01")),
    "a source without a day": ("undated", lambda w: card(w).update(source_date="undated")),
    "a number long not rung": ("not-rung", lambda w: service(w).update(rung="2026-01-01")),
    "a law without a year": (
        "law-undated",
        lambda w: w.reword("card-papers", " Papers.\n    .title = T\n    .short = S"),
    ),
    "a loud first line": ("loud", lambda w: w.reword("menu", " Trafficking? Write.")),
    "a loud Russian first line": (
        "loud",
        lambda w: w.words["ru"].update({"menu": " Горячая линия."}),
    ),
    "a loud title": (
        "loud",
        lambda w: w.reword("card-papers", " In 2025.\n    .title = Police\n    .short = S"),
    ),
    "a loud preview": (
        "loud",
        lambda w: w.reword("danger-safe", " Safe?\n    .short = Abuse at home? 1 yes"),
    ),
    "a victim anywhere": ("victim", lambda w: w.reword("why-locked", " So that victims know.")),
    "danger without a person": ("danger-lacks", lambda w: without(w, "danger.harm", "person")),
    "danger without hide": ("danger-lacks", lambda w: without(w, "danger.child", "hide")),
    "danger without silence": ("danger-lacks", lambda w: without(w, "danger.harm", "silent")),
    "danger without another country": (
        "danger-lacks",
        lambda w: without(w, "danger.harm", "where"),
    ),
    "wanting to die without the question": (
        "danger-lacks",
        lambda w: without(w, "danger.suicide", "unsaid"),
    ),
    "services before the question": (
        "services-before",
        lambda w: w.nodes["danger.suicide"].update(services=["emergency"]),
    ),
    "police nobody asked for": (
        "police-unasked",
        lambda w: w.nodes["danger.child"].update(services=["police"]),
    ),
    "harm that is not neutral": (
        "not-neutral",
        lambda w: w.nodes["danger.harm"].update(neutral=False),
    ),
    "harm with police only": ("only-police", lambda w: w.reword("danger-harm", " { $police }.")),
    "a country too few": ("countries", lambda w: without(w, "danger.where", "kz")),
    "a fourth answer to are you safe": (
        "safe-three",
        lambda w: add(w, "danger.safe", act="person"),
    ),
    "a doubt taken for a private phone": (
        "doubt-private",
        lambda w: add(w, "private", act="private", value="yes", words="unsaid"),
    ),
    "no warning before the operator": (
        "no-warning",
        lambda w: w.words["ky"].update({"handoff-joined": " Салам."}),
    ),
    "sentences without end": ("long-sentence", lambda w: w.reword("menu", " and so on" * 12)),
    "an endless word": ("long-word", lambda w: w.reword("menu", f" {'a' * 25}")),
    "long words": ("long-words", lambda w: w.reword("menu", " information" * 12 + ".")),
    "too many paragraphs": (
        "paragraphs",
        lambda w: w.reword(
            "card-papers",
            "\n    In 2025.\n\n    B.\n\n    C.\n\n    D.\n    .title = T\n    .short = S",
        ),
    ),
    "a phrase for an unknown sign": (
        "unknown-phrase",
        lambda w: w.files["understanding/danger.yaml"]["phrases"].update(rain={"en": ["wet"]}),
    ),
    "a phrase in an unknown language": (
        "phrase-locale",
        lambda w: w.files["understanding/danger.yaml"]["phrases"].update(cry={"fr": ["aide"]}),
    ),
    "a service in an unknown country": ("country", lambda w: service(w).update(country="DE")),
}


def test_the_good_world_has_no_issue(world: World) -> None:
    """Without this every case below would prove nothing."""
    assert [str(issue) for issue in world.write().issues()] == []


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_found(world: World, case: str) -> None:
    """One break, one code, with a line and a remedy."""
    code, break_it = CASES[case]
    break_it(world)
    found = world.write().codes()
    assert code in found
    issue = found[code]
    assert issue.line > 0
    assert issue.remedy.endswith(".")
    assert (world.root / issue.file).exists() or code == "no-book"


@pytest.mark.parametrize("path", ["locales/ru/odd.ftl", "content/cards/odd.yaml"])
def test_a_file_of_another_encoding_is_an_issue(world: World, path: str) -> None:
    """An editor that saves Windows-1251 breaks neither the check nor the rest of the tree."""
    world.write()
    (world.root / path).write_bytes("menu = Меню".encode("cp1251"))
    found = world.codes()["encoding"]
    assert found.file == path


def test_a_fault_names_its_line(world: World) -> None:
    """The line is that of the choice, not of the file."""
    menu(world)[1]["goto"] = "nowhere"
    issue = world.write().codes()["no-target"]
    lines = (world.root / issue.file).read_text("utf-8").splitlines()
    assert '"papers"' in lines[issue.line] or '"papers"' in lines[issue.line - 1]
    assert issue.severity is Severity.ERROR


def test_all_faults_of_a_file_are_reported_at_once(world: World) -> None:
    """Nobody should have to run the check once a fault."""
    card(world).pop("source")
    card(world)["review_by"] = "soon"
    issues = [issue for issue in world.write().issues() if issue.code == "schema"]
    assert len(issues) == 2


@pytest.mark.parametrize(
    "words",
    [
        " From 2018-2019 on, 24 hours a day, under 18.",
        " It costs 500 or 1000 a day.",
        " Article 171 of the law.",
        " SMSти, WhatsAppта, e-mail.",
        " /start a chat",
    ],
)
def test_ordinary_words_are_left_alone(world: World, words: str) -> None:
    """Years, sums, articles and borrowed names are no faults."""
    world.reword("why-locked", words)
    assert world.write().issues() == []


def test_words_for_operators_need_not_stand_in_every_locale(world: World) -> None:
    """The desk is worded for those who work there; a locale without it lacks nothing."""
    for locale in ("en", "ru"):
        world.raw[f"locales/{locale}/desk.ftl"] = "desk-queue = Queue\n"
    assert world.write().issues() == []
    world.raw["locales/ky/desk.ftl"] = "desk-other = Other\n"
    assert "missing-message" in world.write().codes()


def test_plurals_of_each_language_are_left_alone(world: World) -> None:
    """Russian counts in three forms, English and Kyrgyz in two."""
    two = " { $count ->\n [0] none\n [one] a\n *[other] b\n }"
    world.reword("why-locked", two)
    world.words["ru"]["why-locked"] = " { $count ->\n [one] a\n [few] b\n *[many] c\n }"
    assert world.write().issues() == []


@given(st.text(st.sampled_from("aж’«[{… \n€"), max_size=400))
def test_room_is_never_counted_too_small(text: str) -> None:
    """What the check lets pass as one SMS is one after the sender's normalising."""
    assert cost(text) >= segments(normalise(text)) or segments(normalise(text)) > 2


def test_what_is_sent_in_latin_letters_is_measured_in_them(world: World) -> None:
    """uz-Cyrl is uz-Latn letter by letter, and the sender writes it so where that is shorter."""
    world.files["book.yaml"]["locales"] += ["uz-Latn", "uz-Cyrl"]
    warning = "Hech kim pul, seks yoki uchrashuv so'ramaydi."
    for locale, word, said in (
        ("uz-Latn", "yo'l ", warning),
        ("uz-Cyrl", "йўл ", "Ҳеч ким пул, секс ёки учрашув сўрамайди."),
    ):
        world.words[locale] = {**world.words["en"], "handoff-joined": f" {said}"}
        world.words[locale]["danger-silent"] = f" {word * 20}"
    assert [str(issue) for issue in world.write().issues()] == []
    for locale in ("uz-Latn", "uz-Cyrl"):
        world.words[locale]["danger-silent"] = f" {'yo`l ' * 40}"
    assert "sms-danger" in world.write().codes()


def test_a_card_may_use_facts_in_its_short_form(world: World) -> None:
    """It is tried with those of every country."""
    card = " In 2025.\n    .title = T\n    .short = { $rescue }\n    .line = L"
    world.reword("card-papers", card)
    assert world.write().issues() == []


def test_police_may_stand_beside_its_number(world: World) -> None:
    """What a number is must be said with it (safety.md 1.1)."""
    world.reword("danger-child", " { $rescue } rescue, police may come. { $child } no police.")
    assert world.write().issues() == []
