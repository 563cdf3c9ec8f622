"""A game's board: a file that the rules name."""

# ruff: noqa: RUF012 (pydantic copies the defaults of its models)

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import Code, Id, Language, Part, Shape, Texts


class Sector(Shape):
    """A slice of the board."""

    id: Code
    help: Texts | None = None
    questions: list[Texts] = []


class Sectors(Shape):
    """The slices, and which fact of a card says that it belongs to one."""

    fact: Id
    each: Annotated[list[Sector], Field(min_length=1, max_length=12)]


class Rings(Shape):
    """The rings from the middle outwards, and which fact of a card says that it belongs to one."""

    fact: Id
    each: Annotated[list[Code], Field(min_length=1, max_length=9)]


class Middle(Shape):
    """The middle of the board."""

    title: Texts
    help: Texts | None = None


class TargetLabel(Shape):
    """Where the target's name stands."""

    at: Annotated[list[Part], Field(min_length=2, max_length=2)]
    width: Part


Pair = Annotated[list[Part], Field(min_length=2, max_length=2)]


class LayoutEntry(Shape):
    """Where everything lies, in parts of the board's width."""

    height: Annotated[float, Field(gt=0.1, le=2)]
    sweep: Annotated[list[Annotated[float, Field(ge=-720, le=720)]], Field(min_length=2, max_length=2)]
    target_radius: Annotated[float, Field(gt=0, le=0.5)]
    rings: Pair
    band: Pair
    marks: Part = 0.0
    ring_gap: Part = 0.0
    sector_gap: Part = 0.0
    target_label: TargetLabel


class BoardFile(Shape):
    """A board of sectors and rings around a target."""

    board: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    accepts: Annotated[list[Literal["token", "card", "note"]], Field(min_length=1)] = ["token", "card", "note"]
    target: Middle
    sectors: Sectors
    rings: Rings
    layouts: Annotated[dict[Id, LayoutEntry], Field(min_length=1)]
