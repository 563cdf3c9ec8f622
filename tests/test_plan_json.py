"""Plans for programs: read back they are equal, and they fit their schema."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from game.plan import document as tree
from game.plan import json as renderer
from game.plan.document import Block, Document, Inline, Text
from game.plan.draft import draft
from game.plan.material import Facts
from tests.plan_documents import HOSTILE, anything, filled_with
from tests.plan_sessions import default_game, walk

SCHEMA = json.loads(renderer.schema())
VALID = Draft202012Validator(SCHEMA)
NAMED = {renderer._NAMED[kind]: kind for kind in (*get_args(Block), *get_args(Inline))}


def read(value: Any, kind: Any = Document) -> Any:
    """The part of a document that a value in JSON stands for."""
    if get_origin(kind) in (Union, UnionType):
        if isinstance(value, dict):
            return read(value, NAMED[value["type"]])
        return date.fromisoformat(value) if isinstance(value, str) and date in get_args(kind) else value
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        return tuple(read(part, kinds[0] if kinds[-1] is Ellipsis else kinds[at]) for at, part in enumerate(value))
    if is_dataclass(kind):
        hints = get_type_hints(kind, vars(tree))
        return kind(**{name: read(part, hints[name]) for name, part in value.items() if name in hints})
    return date.fromisoformat(value) if kind is date else value


@settings(max_examples=40, deadline=None)
@given(anything)
def test_what_is_read_back_is_equal(text: str) -> None:
    document = filled_with(text)
    assert read(json.loads(renderer.render(document))) == document


def test_hostile_text_is_valid() -> None:
    for text in HOSTILE:
        VALID.validate(json.loads(renderer.render(filled_with(text))))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_whole_plan_is_equal_and_valid(lang: str) -> None:
    game, texts = default_game()
    *_, session = walk(game, "json", 12)
    document = draft(game, texts, session.state, lang, Facts(date(2026, 11, 12), "fi"))
    value = json.loads(renderer.render(document))
    assert value["$schema"] == SCHEMA["$id"]
    assert read(value) == document
    VALID.validate(value)


def test_the_schema_knows_the_tree_and_nothing_else() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    kinds = {one.__name__.lower(): one for one in vars(tree).values() if isinstance(one, type) and is_dataclass(one)}
    told = {name.replace("-", ""): one for name, one in {**SCHEMA["$defs"], "document": SCHEMA}.items()}
    assert set(kinds) == {name for name, one in told.items() if "properties" in one}
    for name, kind in kinds.items():
        hints = get_type_hints(kind, vars(tree))
        given = {one.name for one in fields(kind)}
        assert set(told[name]["properties"]) - {"type", "$schema"} == given
        optional = {one for one in given if type(None) in get_args(hints[one])}
        assert set(told[name]["required"]) - {"type", "$schema"} == given - optional
        assert told[name]["additionalProperties"] is False
        for field, hint in hints.items():
            if get_origin(hint) is Literal:
                assert told[name]["properties"][field]["enum"] == list(get_args(hint))


def test_what_is_no_plan_is_not_valid() -> None:
    sound = json.loads(renderer.render(filled_with("x")))
    for wrong in ({"lang": None}, {"day": 7}, {"blocks": [{"type": "picture"}]}, {"more": 1}, {"title": "x"}):
        assert not VALID.is_valid({**sound, **wrong})


def test_letters_stand_as_they_are() -> None:
    assert "Lähipuisto 👩‍👩‍👧‍👦".encode() in renderer.render(filled_with("Lähipuisto 👩‍👩‍👧‍👦"))
    assert renderer.render(filled_with("x")).endswith(b"}\n")
    assert renderer.tree(Text("a", "sv")) == {"type": "text", "text": "a", "lang": "sv"}
