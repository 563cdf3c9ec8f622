"""The measures: all in one table, along a line of time, and one by one with their gaps and where they come from."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from game.engine.definition import Commit, Field, Step, Vote, Write
from game.engine.results import card_of, trace
from game.engine.state import Item, item_of
from game.plan import charts
from game.plan.document import (
    Block,
    Cell,
    Column,
    Definition,
    Definitions,
    Heading,
    Inlines,
    Link,
    Missing,
    Moment,
    Table,
    Text,
)
from game.plan.material import Material

_ORDER = {"now": "0", "soon": "1", "later": "3"}
"""Where the words for a time stand among days, which begin with 2."""


def measures(material: Material, step: Commit) -> Iterator[Block]:
    """Every measure, thrice: at a glance, in time, and in full."""
    _ = material.gettext
    records = material.results(step.id)
    if not records:
        return
    yield table(material, step, "measures")
    yield from _timeline(material, step, records)
    for item in records:
        yield Heading(3, material.name(item), _anchor(item))
        yield Definitions((*_fields(material, step, item), *_way_back(material, item)))


def table(material: Material, step: Commit, name: str, most: int | None = None) -> Table:
    """The measures with when and who, the `most` urgent or all; each name leads to the measure in full."""
    texts = material.texts.steps[step.id].item_fields
    shown = [*of_type(step, "when", "date")[:1], *of_type(step, "seat", "contact")[:1]]
    columns = [Column((material.one(step.makes),), 5)]
    columns += [Column((material.said(texts[field.id].label),), 2) for field in shown]
    rows = []
    for item in sorted(material.results(step.id), key=lambda item: _time(step, item))[:most]:
        cells = [Cell((Link(material.name(item), _anchor(item)),))]
        cells += [_value(material, step, item, field) for field in shown]
        rows.append(tuple(cells))
    caption = material.gettext("When, and who is responsible")
    more = len(material.results(step.id)) - len(rows)
    if more:
        caption += " (" + material.ngettext("and {n} more", "and {n} more", more).format(n=more) + ")"
    return Table(name, (Text(caption),), tuple(columns), tuple(rows))


def _anchor(item: Item) -> str:
    return f"measure-{item.id}"


def of_type(step: Commit, *types: str) -> list[Field]:
    """The fields of a measure that hold one of these types, such as when or who."""
    return [field for field in step.item_fields if field.type in types]


def value(material: Material, step: Commit, item: Item, field: Field) -> Cell:
    """What stands in a field of a measure, with the day or figure behind it; an empty cell if nothing does."""
    words = material.texts.steps[step.id].item_fields[field.id]
    given = item.fields.get(field.id, "")
    return Cell(material.value(field, words, given), given if isinstance(given, int) else _day(given))


def _value(material: Material, step: Commit, item: Item, field: Field) -> Cell:
    found = value(material, step, item, field)
    return found if found.inlines else Cell((Missing((Text(material.gettext("missing")),)),))


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value[:1].isdigit() and len(value) == 10 else None


def _time(step: Commit, item: Item) -> tuple[str, int]:
    """Where a measure stands in time: now, soon, by its day, later, and last those without."""
    for field in of_type(step, "when", "date"):
        value = str(item.fields.get(field.id, ""))
        if value:
            return _ORDER.get(value, value), item.id
    return "9", item.id


def _timeline(material: Material, step: Commit, records: tuple[Item, ...]) -> Iterator[Block]:
    _ = material.gettext
    texts = material.texts.steps[step.id].item_fields
    times, people = of_type(step, "when", "date")[:1], of_type(step, "seat", "contact")[:1]
    if not times or not any(item.fields.get(times[0].id) for item in records):
        return
    moments = []
    for item in sorted(records, key=lambda item: _time(step, item)):
        when = _value(material, step, item, times[0])
        who = _value(material, step, item, people[0]).inlines if people else ()
        day = when.value if isinstance(when.value, date) else None
        moments.append(Moment(when.inlines, material.name(item), who, day))
    who_title: Inlines = (material.said(texts[people[0].id].label),) if people else (Text(_("Who")),)
    titles = ((material.said(texts[times[0].id].label),), (Text(_("What")),), who_title)
    yield charts.timeline(material, "schedule", _("Schedule"), titles, moments)


def records(material: Material, step: Step) -> Iterator[Block]:
    """The fields of what other steps made, one record after the other; those with none filled in are left out."""
    for item in material.items(step.id, step.makes):
        if any(item.fields.get(field.id, "") not in ("", ()) for field in step.item_fields):
            yield Heading(3, material.name(item))
            yield Definitions(tuple(_fields(material, step, item)))


def _fields(material: Material, step: Step, item: Item) -> Iterator[Definition]:
    """The fields of one record, with what is missing."""
    _ = material.gettext
    texts = material.texts.steps[step.id].item_fields
    for field in step.item_fields:
        words = texts[field.id]
        value = material.value(field, words, item.fields.get(field.id, ""))
        if not value and field.need == "free":
            continue
        hint: Inlines = (Text(": "), material.said(words.hint or words.gap)) if words.hint or words.gap else ()
        missing: Inlines = (Missing((Text(_("Missing")),)), *hint)
        yield Definition((material.said(words.label),), (value or missing,))


def _way_back(material: Material, item: Item) -> Iterator[Definition]:
    """What the table said of what a measure comes from, and where it comes from."""
    _ = material.gettext
    found = tests(material, item)
    if found:
        yield Definition((Text(_("What the check brought")),), found)
    way = origin(material, item)
    if way:
        yield Definition((Text(_("Where it comes from")),), way)


def tests(material: Material, item: Item) -> tuple[Inlines, ...]:
    """Changes and risks that were written about what this measure came from."""
    refs = {item.ref, *item.links}
    return tuple(
        (material.one(note.kind), Text(": "), *material.name(note))
        for step in material.steps
        if isinstance(step, Write)
        for note in material.items(step.id)
        if refs.intersection(note.links)
    )


def origin(material: Material, item: Item) -> tuple[Inlines, ...]:
    """The way back: groups with their votes, notes and methods with their seats and steps, and the other cards."""
    refs = trace(material.state, item)
    numbers = [number for ref in refs if (number := item_of(ref)) is not None and number not in material.hidden]
    sources = [source for number in numbers if not (source := material.state.item(number)).gone]
    lines = [_source(material, source) for source in sources]
    seen = {card_of(source) for source in sources}
    cards = [material.thing(ref) for ref in refs if ref.startswith("card:") and ref[5:] not in seen]
    if cards:
        lines.append((Text(material.gettext("Cards:") + " "), *material.listed(cards)))
    return tuple(lines)


def _source(material: Material, source: Item) -> Inlines:
    step = material.texts.steps.get(source.step)
    notes = [note for note in (material.seat(source.seat), (material.said(step.short_title),) if step else ()) if note]
    votes = _votes(material, source)
    notes += [votes] if votes else []
    told: Inlines = (material.one(source.kind), Text(": "), *material.name(source))
    return (*told, Text(" ("), *material.listed(notes), Text(")")) if notes else told


def _votes(material: Material, source: Item) -> Inlines:
    """How the answers on a thing fell."""
    for step in material.steps:
        if isinstance(step, Vote):
            counts = Counter(one.value for one in material.answers(step.id, source.ref))
            given: list[Inlines] = [
                (material.answer(value), Text(f" {counts[value]}")) for value in step.scale if counts[value]
            ]
            if given:
                return material.listed(given)
    return ()
