"""What the plan answers and what it does not: the gaps, every field, and whose guidance asks for it."""

from collections.abc import Iterator, Sequence

from game.engine.definition import PLAN
from game.plan.document import (
    Block,
    Cell,
    Column,
    Definition,
    Definitions,
    Heading,
    Inlines,
    Missing,
    Paragraph,
    Table,
    Text,
)
from game.plan.fields import Answer, Gap
from game.plan.material import Material

ASKED_BY = "asked-by"
"""The vocabulary of those who ask for a field of the plan."""


def missing(material: Material, gaps: Sequence[Gap]) -> Iterator[Block]:
    """Every gap with its hint, by the step that it belongs to."""
    _ = material.gettext
    if not gaps:
        yield Paragraph((Text(_("Nothing is missing.")),))
        return
    rows: dict[str, list[Inlines]] = {}
    for gap in gaps:
        hint: Inlines = (Text(" ("), *gap.hint, Text(")")) if gap.hint else ()
        rows.setdefault(gap.step, []).append((*gap.question, *hint))
    yield Definitions(tuple(Definition(_where(material, step), tuple(lines)) for step, lines in rows.items()))


def _where(material: Material, step: str) -> Inlines:
    if step == PLAN:
        return (Text(material.gettext("Written in later")),)
    return (material.said(material.texts.steps[step].title),)


def fields(material: Material, answers: Sequence[Answer]) -> Iterator[Block]:
    """Every field of the plan: whether it is answered, by what, and who asks for it."""
    _ = material.gettext
    if not answers:
        return
    states = {"full": _("Filled"), "partly": _("Filled in part"), "empty": _("Missing")}
    rows = []
    for answer in answers:
        state: Inlines = (Text(states[answer.state]),)
        if answer.state != "full" and answer.field.core:
            state = (Missing(state),)
        elif answer.state == "empty":
            state = (Text(_("Not filled, optional")),)
        by = [_where(material, step) for step in answer.by] if answer.parts else []
        if answer.by == (PLAN,) and answer.parts:
            by = [(Text(_("Typed into the plan")),)]
        asked = (Text(", ".join(answer.field.asked_by)),)
        rows.append(tuple(map(Cell, ((material.said(answer.field.label),), state, material.listed(by), asked))))
    columns = tuple(
        Column((Text(title),), width)
        for title, width in ((_("Field"), 6), (_("Is it filled"), 4), (_("By what"), 6), (_("Who asks for it"), 5))
    )
    yield Heading(2, (Text(_("The fields of the plan")),))
    yield Table("fields", (Text(_("What is filled, by what, and who asks for it")),), columns, tuple(rows))
    yield from _frameworks(material, answers)


def _frameworks(material: Material, answers: Sequence[Answer]) -> Iterator[Block]:
    """How much of what each guidance asks for the plan answers, and what not."""
    _ = material.gettext
    codes = material.texts.labels.codes(ASKED_BY) or tuple({code for one in answers for code in one.field.asked_by})
    rows = []
    for code in codes:
        asked = [answer for answer in answers if code in answer.field.asked_by]
        if asked:
            full = sum(1 for answer in asked if answer.state == "full")
            name: Inlines = (Text(f"{code}: "), material.label(ASKED_BY, code))
            count: Inlines = (Text(_("{full} of {all}").format(full=full, all=len(asked))),)
            lacking = [(material.said(answer.field.label),) for answer in asked if answer.state != "full"]
            rows.append((Cell(name), Cell(count, full), Cell(material.listed(lacking))))
    if rows:
        titles = ((_("Guidance"), 6), (_("Filled"), 2), (_("Not filled, or in part"), 8))
        columns = tuple(Column((Text(title),), width) for title, width in titles)
        yield Heading(2, (Text(_("Who asks for what")),))
        yield Table("guidance", (Text(_("How much of each guidance the plan answers")),), columns, tuple(rows))
