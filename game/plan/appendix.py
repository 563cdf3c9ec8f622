"""Everything else that was said: nothing that anyone wrote is lost, and nothing here clutters the plan before it."""

from collections.abc import Iterator
from itertools import chain

from game.engine.definition import Choose, Commit, Deal, Group, Place, Reflect, Vote, Write
from game.engine.fields import PARKED, fields_of
from game.engine.results import ref_of
from game.engine.state import Change, Item, Judgement, Value
from game.plan.document import Block, Bullets, Cell, Column, Heading, Inlines, Paragraph, Table, Text, plain
from game.plan.material import Material


def seats(material: Material) -> Iterator[Block]:
    """Who sat at the table."""
    _ = material.gettext
    columns: dict[str, list[Inlines]] = {_("Seat"): [], _("Name"): [], _("Role"): [], _("Remark"): []}
    for seat in material.state.seats:
        number = (Text(_("Seat {number}").format(number=seat.number)),)
        name, role = ((material.written(text.strip()),) if text.strip() else () for text in (seat.name, seat.role))
        left = () if seat.here else (Text(_("Left before the end")),)
        for column, value in zip(columns.values(), (number, name, role, left), strict=True):
            column.append(value)
    used = {title: values for title, values in columns.items() if any(values)}
    rows = tuple(tuple(map(Cell, row)) for row in zip(*used.values(), strict=True))
    yield Table("seats", (Text(_("Who took part")),), tuple(Column((Text(title),)) for title in used), rows)


def everything_else(material: Material) -> Iterator[Block]:
    """Parked thoughts, the cards that came up, earlier wordings and what was withdrawn."""
    _ = material.gettext
    records = [record for record in material.state.records if record.id not in material.hidden]
    items = [record for record in records if isinstance(record, Item)]
    parked = [item for item in items if item.kind == PARKED and not item.gone]
    if parked:
        yield Heading(2, (Text(_("Put aside for later")),))
        yield Bullets(tuple(_by(material, item) for item in parked))
    other = [item for item in items if not item.gone and not _is_told(material, item)]
    lines: list[Inlines] = [(material.one(item.kind), Text(": "), *_by(material, item)) for item in other]
    for item in items:
        reason = material.reason(item)
        if reason and not item.gone and not isinstance(material.game.step.get(item.step), Deal):
            lines.append((*material.name(item), Text(": "), *reason))
    if lines:
        yield Heading(2, (Text(_("Also written")),))
        yield Bullets(tuple(lines))
    yield from _cards(material)
    yield from _wordings(material, items)
    gone = [line for record in records if record.gone and (line := _gone(material, record))]
    if gone:
        yield Heading(2, (Text(_("Withdrawn")),))
        yield Paragraph((Text(_("Taken back at the table. It is not part of the plan.")),), "small")
        yield Bullets(tuple(gone))


def _by(material: Material, item: Item) -> Inlines:
    who = material.seat(item.seat)
    return (*material.name(item), Text(" ("), *who, Text(")")) if who else material.name(item)


def _is_told(material: Material, item: Item) -> bool:
    """Whether the chapters of the plan, or another part of the appendix, tell of an item."""
    step = material.game.step.get(item.step)
    match step:
        case Group() | Commit():
            return item in material.results(item.step) or not item.text.strip()
        case Reflect():
            return item.kind in ("sheet", PARKED, step.makes, *(question.id for question in step.questions))
        case Write() | Vote():
            return item.kind in ("sheet", PARKED, step.makes, *step.kinds)
        case Choose() | Deal():
            return item.kind in ("sheet", PARKED, step.makes)
        case _:
            return item.kind in ("sheet", PARKED)


def _cards(material: Material) -> Iterator[Block]:
    """The cards that were turned for the whole table."""
    _ = material.gettext
    rows = []
    for step in material.steps:
        run = material.state.runs.get(step.id)
        cards = [card for drawn in run.drawn for card in drawn] if run else []
        for card in cards:
            text = material.texts.cards.get(card)
            if text is not None:
                row: tuple[Inlines, ...] = (
                    (material.said(text.title),),
                    (material.said(text.text),) if text.text else (),
                    (material.said(material.texts.steps[step.id].title),),
                )
                rows.append(tuple(map(Cell, row)))
    if rows:
        yield Heading(2, (Text(_("Cards that were turned")),))
        columns = tuple(
            Column((Text(title),), width) for title, width in ((_("Card"), 3), (_("What it says"), 6), (_("Step"), 3))
        )
        yield Table("turned-cards", (Text(_("Cards that were turned for the whole table")),), columns, tuple(rows))


def _wordings(material: Material, items: list[Item]) -> Iterator[Block]:
    """What things were called, and what stood in fields, before the table changed it."""
    _ = material.gettext
    rows = [
        tuple(map(Cell, (label, before, now)))
        for item in items
        if not item.gone
        for change in item.was
        for label, before, now in [_change(material, item, change)]
        if before
    ]
    if rows:
        yield Heading(2, (Text(_("Earlier wordings")),))
        columns = tuple(
            Column((Text(title),), width) for title, width in ((_("What"), 3), (_("Before"), 5), (_("Now"), 5))
        )
        yield Table("wordings", (Text(_("What was changed at the table")),), columns, tuple(rows))


def _change(material: Material, item: Item, change: Change) -> tuple[Inlines, Inlines, Inlines]:
    """What was changed, from what, to what."""
    label, before = _field(material, item, change.field, change.old)
    return label, before, _field(material, item, change.field, item.fields.get(change.field, ""))[1]


def _field(material: Material, item: Item, name: str, value: Value) -> tuple[Inlines, Inlines]:
    """What a field of an item is called, and a value in it in words. Of its own text and reason: what the item is."""
    field = next((field for field in fields_of(material.game, item) if field.id == name), None)
    if field is None:
        return (material.one(item.kind),), (material.written(str(value).strip()),)
    texts = material.texts.steps.get(item.step)
    words = {**texts.fields, **texts.item_fields}.get(name) if texts else None
    plan = material.texts.plan.fields if material.texts.plan else ()
    label = words.label if words else next((one.label for one in plan if one.id == name), None)
    return (material.said(label),) if label else (Text(name),), material.value(field, words, value)


def _reasons_for(material: Material, item: Item) -> list[str]:
    """The reasons that were given for a withdrawn thing; in no order that tells whose they are."""
    refs = {item.ref, ref_of(item)}
    return sorted(
        one.reason
        for step in material.steps
        for one in material.judgements(step.id)
        if one.thing in refs and one.reason.strip()
    )


def _gone(material: Material, record: Item | Judgement) -> Inlines:
    """A withdrawn record in words; nothing for answers, which are changed rather than withdrawn."""
    if isinstance(record, Item):
        rest = [_field(material, record, name, value)[1] for name, value in record.fields.items() if name != "text"]
        rest += [(material.written(reason),) for reason in _reasons_for(material, record)]
        named = (material.one(record.kind), Text(": "), *_by(material, record))
        return (*named, *chain.from_iterable((Text(" – "), *part) for part in rest if plain(part)))
    if not isinstance(material.game.step.get(record.step), Place):
        return ()
    who = material.seat(record.seat)
    reason: Inlines = (Text(". "), material.written(record.reason)) if record.reason.strip() else ()
    told: Inlines = (material.token(record.value), Text(": "), *material.thing(record.thing), *reason)
    return (*told, Text(" ("), *who, Text(")")) if who else told
