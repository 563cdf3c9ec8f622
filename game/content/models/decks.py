"""Decks (`cards/decks/ID.yaml`) and the words for codes (`cards/labels.yaml`)."""

# ruff: noqa: RUF012 (pydantic copies the defaults of its models)

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from game.content.models.base import Code, FileName, Id, Language, Shape, Texts


class Back(Shape):
    """How the cards look from behind: a role in the colours, and an icon."""

    colour: Id
    icon: Id | None = None


FieldType = Literal["text", "code", "codes", "number", "range", "yes-no"]


class CardField(Shape):
    """What the cards of a deck have beside a title and a text."""

    type: FieldType
    title: Texts | None = None
    unit: Texts | None = None


class Card(Shape):
    """One card. Beside these it has what its deck says under `fields`."""

    model_config = ConfigDict(extra="allow")

    id: Id
    title: Texts
    text: Texts | None = None
    picture: FileName | None = None


class DeckFile(Shape):
    """A deck of cards."""

    deck: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    title: Texts
    one: Texts | None = None
    back: Back
    size: Literal["small", "large"] = "small"
    fields: dict[Id, FieldType | CardField] = {}
    foot: list[Id] = []
    cards: Annotated[list[Card], Field(min_length=1)]


class Label(Shape):
    """The words for a code."""

    label: Texts
    short: Texts | None = None
    many: Texts | None = None
    promise: Texts | None = None


class Never(Shape):
    """Values that no card may have together, and why."""

    model_config = ConfigDict(extra="forbid")

    where: Annotated[dict[Id, Code], Field(min_length=1)]
    except_: Annotated[list[Id], Field(alias="except")] = []
    because: Texts


class LabelsFile(Shape):
    """The words for all codes."""

    labels: Literal[1]
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    words: dict[Id, dict[Code, Label]]
    never: list[Never] = []
