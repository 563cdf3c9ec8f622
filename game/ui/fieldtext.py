"""A field's value as text in a box, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.texts import FieldText
from game.engine.definition import Field
from game.engine.state import Item, Value
from game.ui.days import day_words, from_words

TYPED = ("line", "text", "number", "year", "date", "seat", "contact")
"""The types of field that are written in a box."""


@dataclass(frozen=True)
class Entry:
    """One field with what is said beside it."""

    field: Field
    text: FieldText


def entries(fields: Sequence[Field], texts: Mapping[str, FieldText]) -> list[Entry]:
    """The fields with their words."""
    return [Entry(field, texts[field.id]) for field in fields if field.id in texts]


def empty(value: Value) -> bool:
    """Whether a field with this value holds nothing."""
    return value in ("", ())


def filled(item: Item, fields: Sequence[Field]) -> int:
    """How many of the fields hold something."""
    return sum(1 for field in fields if not empty(item.fields.get(field.id, "")))


def lacking(item: Item, fields: Sequence[Field]) -> int:
    """How many of the fields are gaps in the plan."""
    return sum(1 for field in fields if field.need != "free" and empty(item.fields.get(field.id, "")))


def shown(field: Field, value: Value) -> str:
    """A value as it stands in its box; empty for what no box can show."""
    if isinstance(value, tuple):
        return ""
    text = str(value)
    return day_words(text) if field.type == "date" and text else text


def read(field: Field, text: str) -> Value | None:
    """What was written, as the field keeps it; None if it cannot be read as that."""
    if not text:
        return ""
    match field.type:
        case "date":
            return from_words(text)
        case "number":
            return _number(text)
        case "year":
            return int(text) if text.isdecimal() and text.isascii() and len(text) == 4 and text >= "1000" else None
        case _:
            return text


def _number(text: str) -> int | float | None:
    try:
        number = float(text.replace(",", ".").replace(" ", "").replace("\u00a0", "").replace("\u2212", "-"))
    except ValueError:
        return None
    if number != number or abs(number) >= 1e15:
        return None
    return int(number) if number.is_integer() else number
