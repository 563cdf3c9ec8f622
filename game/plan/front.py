"""The first page: what it is about, what was agreed, and how much is still missing."""

from collections.abc import Iterator, Sequence

from game.content.texts import Source
from game.engine.definition import Choose, Commit, Deal, Place, Reflect, Step, Vote, Write
from game.plan import measures
from game.plan.document import Block, Definition, Definitions, Inlines, Link, Missing, Note, Paragraph, Text
from game.plan.fields import Answer, Gap, from_source
from game.plan.ideas import anchor, told_in
from game.plan.material import Material

GAPS = "gaps"
"""The anchor of the chapter that tells what is missing."""

_NAMES, _MEASURES, _GAPS = 8, 6, 3
"""How many names stand in one row of the first page, and how many measures and gaps stand there."""


def question(material: Material) -> Inlines:
    """The question that the table answers, or that it is missing."""
    found = pinned(material, material.texts.pin.question)
    return found or (Missing((Text(material.gettext("The question is missing")),)),)


def pinned(material: Material, source: Source | None) -> Inlines:
    """What stands in one of the places that the game keeps in sight."""
    if source is None or source.step not in material.game.step:
        return ()
    parts, _ = from_source(material, source, named=False)
    return material.listed(parts)


def summary(material: Material, answers: Sequence[Answer], gaps: Sequence[Gap]) -> Iterator[Block]:
    """The plan on a page."""
    _ = material.gettext
    rows = [Definition((Text(_("At the table")),), (_table(material),))]
    decides = [pinned(material, source) for source in material.texts.pin.decides]
    if any(decides):
        rows.append(Definition((Text(_("Decision")),), (material.listed([one for one in decides if one]),)))
    for step in material.steps:
        rows += _rows(material, step)
    yield Definitions(tuple(rows))
    for step in material.steps:
        if isinstance(step, Commit) and material.results(step.id):
            yield measures.table(material, step, "measures-at-a-glance", most=_MEASURES)
    yield from _missing(material, answers, gaps)


def _table(material: Material) -> Inlines:
    """Who sat there, by nickname and role."""
    found: list[Inlines] = []
    for seat in material.state.seats:
        name, role = seat.name.strip(), seat.role.strip()
        both = name and role
        found.append((material.written(f"{name} ({role})"),) if both else material.seat(seat.number))
    return material.listed(found)


def _rows(material: Material, step: Step) -> Iterator[Definition]:
    """What a step brought, in a line or two; nothing if it brought nothing."""
    _ = material.gettext
    found = material.results(step.id)
    match step:
        case Choose() | Deal() if found:
            names = _some(material, [material.name(item) for item in found])
            yield Definition((material.kinds(step.makes, len(found)),), (names,))
            for tag in step.tags:
                marked = [material.name(item) for item in found if tag in item.tags]
                if marked:
                    yield Definition((material.label("tag", tag),), (_some(material, marked),))
        case Place() if material.judgements(step.id):
            parts, _gaps = from_source(material, Source(step.id, "results"), named=False)
            yield Definition((material.said(material.texts.steps[step.id].title),), (material.listed(parts),))
        case Write() if found and _leads_on(material, step):
            count: Inlines = (Link((Text(str(len(found))),), anchor(told_in(material, step))),)
            yield Definition((material.kinds(step.makes),), (count,))
        case Vote() if found:
            yield Definition((Text(_("Chosen")),), (_some(material, [material.name(item) for item in found]),))
        case Reflect():
            sheet = material.sheet(step.id)
            for field in step.fields:
                words = material.texts.steps[step.id].fields[field.id]
                value = material.value(field, words, sheet.fields.get(field.id, "")) if sheet else ()
                if value or field.need == "core":
                    yield Definition((material.said(words.label),), (value or (Missing((Text(_("Missing")),)),),))


def _leads_on(material: Material, step: Step) -> bool:
    return any(source.step == step.id for later in material.steps for source in (*later.about, *later.otherwise))


def _some(material: Material, names: Sequence[Inlines]) -> Inlines:
    more = len(names) - _NAMES
    if more <= 0:
        return material.listed(names)
    text = material.ngettext("and {n} more", "and {n} more", more).format(n=more)
    return (*material.listed(names[:_NAMES]), Text(" " + text))


def _missing(material: Material, answers: Sequence[Answer], gaps: Sequence[Gap]) -> Iterator[Block]:
    """How much of the core is answered, and the first gaps."""
    _ = material.gettext
    core = [answer for answer in answers if answer.field.core]
    if core:
        full = sum(1 for answer in core if answer.state == "full")
        text = _("{full} of the {all} core fields of the plan are filled.").format(full=full, all=len(core))
        yield Paragraph((Text(text),))
    if gaps:
        title = material.ngettext("{n} thing is still missing", "{n} things are still missing", len(gaps))
        lines: list[Inlines] = [gap.question for gap in gaps[:_GAPS]]
        if len(gaps) > _GAPS:
            lines.append((Link((Text(_("All that is missing")),), GAPS),))
        yield Note("gap", (Text(title.format(n=len(gaps))),), tuple(lines))
