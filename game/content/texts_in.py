"""Every text of a file with its place, found by walking the models: for judging, counting and translating."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from game.content import models
from game.content.building import field_types
from game.content.models import Given
from game.content.parts import Sheet
from game.content.reading import Path


def texts_in(sheet: Sheet[models.Shape]) -> Iterator[tuple[Path, Given]]:
    """The texts of a file in its order, each with the way to it."""
    yield from _in_model(sheet.value, ())
    if isinstance(sheet.value, models.DeckFile):
        types = field_types(sheet.value)
        for number, card in enumerate(sheet.value.cards):
            for name, value in (card.model_extra or {}).items():
                if types.get(name) == "text" and _is_given(value):
                    yield ("cards", number, name), value


def _is_given(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(text, str) for text in value.values())
    return isinstance(value, str)


def _in_model(model: BaseModel, path: Path) -> Iterator[tuple[Path, Given]]:
    for attribute, key, shape in _plan(type(model)):
        value = getattr(model, attribute)
        if value is None:
            continue
        here = (*path, key)
        if shape == "text":
            yield here, value
        elif shape == "texts" and isinstance(value, list):
            yield from (((*here, number), one) for number, one in enumerate(value))
        elif shape == "texts":
            yield from (((*here, name), one) for name, one in value.items())
        else:
            yield from _in_any(value, here)


def _in_any(value: Any, path: Path) -> Iterator[tuple[Path, Given]]:
    if isinstance(value, BaseModel):
        yield from _in_model(value, path)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _in_any(one, (*path, number))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _in_any(one, (*path, name))


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a model that hold texts or further models: attribute, key in the file, and how it holds them."""
    found = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        if models.TEXTS in field.metadata or _is_text(field.annotation):
            found.append((name, key, "text"))
        elif get_origin(field.annotation) in (list, dict) and _is_text(get_args(field.annotation)[-1]):
            found.append((name, key, "texts"))
        elif _has_model(field.annotation):
            found.append((name, key, "parts"))
    return tuple(found)


def _is_text(annotation: Any) -> bool:
    marks = getattr(annotation, "__metadata__", ())
    if models.TEXTS in marks:
        return True
    return get_origin(annotation) not in (list, dict) and any(_is_text(part) for part in get_args(annotation))


def _has_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_model(part) for part in get_args(annotation))
