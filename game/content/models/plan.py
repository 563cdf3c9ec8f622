"""A game's plan: a file that the rules name."""

# ruff: noqa: RUF012 (pydantic copies the defaults of its models)

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import Code, Id, Language, Shape, Texts


class PlanFieldEntry(Shape):
    """One field of the plan, and where its answer comes from."""

    id: Id
    section: Code
    use: Literal["core", "opt"] = "core"
    asked_by: list[Code] = []
    from_: Annotated[list[Id], Field(alias="from")] = []
    label: Texts
    hint: Texts | None = None


class PlanFile(Shape):
    """The document that a session leaves behind."""

    plan: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    title: Texts
    sections: Annotated[list[Code], Field(min_length=1)]
    fields: Annotated[list[PlanFieldEntry], Field(min_length=1)]
