"""Every text of the interface is there in Finnish and in Swedish, with the same places to fill in."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from game import words
from game.content import finding_words, findings

TOP = Path(__file__).parent.parent
LANGUAGES = ("fi", "sv")

CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2}
"""The functions that look texts up, and how many of their arguments are texts (a context first, for pgettext)."""

FROM_TABLES = {"game/words.py", "game/content/findings.py", "game/plan/material.py"}
"""Files that look up texts kept elsewhere; `in_tables` finds those."""

Msgid = tuple[str, ...]
"""(text), (one, many), or (context, text) with the context marked by an ending colon."""


def in_code() -> Iterator[tuple[str, Msgid]]:
    """Every text that the program looks up, and where."""
    for file in sorted((TOP / "game").rglob("*.py")):
        name = file.relative_to(TOP).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in CALLS:
                where = f"{name}:{node.lineno}"
                texts = [text.value for text in node.args[: CALLS[called]] if isinstance(text, ast.Constant)]
                if len(texts) == CALLS[called]:
                    yield where, (texts[0] + ":", texts[1]) if called == "pgettext" else tuple(texts)
                else:
                    assert name in FROM_TABLES, f"{where}: a text that is looked up must stand there"


def in_tables() -> Iterator[tuple[str, Msgid]]:
    """The texts that stand in tables of data rather than where they are looked up."""
    for code, said in finding_words.WORDS.items():
        yield f"finding {code}", (said.message,)
        yield f"finding {code}", (said.remedy,)
    yield "finding", (finding_words.NEAR,)
    for kind in findings._KINDS.values():
        yield "finding", (kind,)


def catalogues(lang: str) -> Iterator[tuple[str, Message]]:
    for po in sorted((TOP / "assets" / "locale" / lang).glob("*.po")):
        with po.open("rb") as file:
            yield from ((po.name, message) for message in read_po(file) if message.id)


def id_of(message: Message) -> Msgid:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    return (message.context + ":", *ids) if message.context else ids


def places(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def used() -> dict[Msgid, str]:
    return {msgid: where for where, msgid in (*in_code(), *in_tables())}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_translated(lang: str, used: dict[Msgid, str]) -> None:
    there = {id_of(message) for _, message in catalogues(lang) if not message.fuzzy and all(_strings(message))}
    missing = [f"{where}: {msgid}" for msgid, where in used.items() if msgid not in there]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_translation_is_left_over(lang: str, used: dict[Msgid, str]) -> None:
    """Those marked `#. argparse` are looked up by argparse, which speaks through the same catalogues."""
    over = [
        f"{name}: {id_of(message)}"
        for name, message in catalogues(lang)
        if id_of(message) not in used and "argparse" not in message.auto_comments
    ]
    assert not over, "\n".join(over)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translations_have_the_places_of_the_text(lang: str) -> None:
    for name, message in catalogues(lang):
        if "argparse" in message.auto_comments:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        wanted = places(ids[-1])
        for form, text in enumerate(_strings(message)):
            one = len(ids) == 2 and form == 0  # "one note" needs no number
            assert places(text) <= wanted if one else places(text) == wanted, f"{name}: {text}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_text_has_one_translation(lang: str) -> None:
    found: dict[Msgid, object] = {}
    for name, message in catalogues(lang):
        assert found.setdefault(id_of(message), message.string) == message.string, f"{name}: {id_of(message)}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_program_does_not_shout(lang: str) -> None:
    for name, message in catalogues(lang):
        for text in _strings(message):
            assert "!" not in text, f"{name}: {text}"
            assert text.strip(" .") not in ("OK", "Submit"), f"{name}: {text}"


def test_the_language_in_use_can_be_changed() -> None:
    text = "The disk is full."
    before = words.used()
    try:
        spoken = []
        for lang in ("fi", "sv", "en", "xx", "../../fi"):
            words.use(lang)
            spoken.append(words._(text))
    finally:
        words.use(before)
    assert spoken == ["Levy on täynnä.", "Disken är full.", text, text, text]


@pytest.mark.parametrize(
    ("machine", "lang"),
    [
        ("fi_FI.UTF-8", "fi"), ("sv_FI", "sv"), ("sv-FI", "sv"), ("en_GB.UTF-8", "en"), ("de_DE@euro", "en"),
        ("C.UTF-8", "fi"), ("POSIX", "fi"), ("Swedish_Finland.1252", "sv"), ("Finnish_Finland.1252", "fi"), ("", "fi"),
    ],
)  # fmt: skip
def test_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch, machine: str, lang: str) -> None:
    assert words.of_locale(machine) == lang
    for key in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", machine)
    assert words.of_machine() == lang


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)
