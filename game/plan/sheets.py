"""The plan's records as sheets, a row each: measures, ideas, votes, methods and follow-up.

The same session as in the chapters, for formats that sort, count and are filled in: a cell without an answer is
empty here, and most rows begin with the number by which the session knows the record.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count

from game.engine.definition import Commit, Deal, Field, Step, Vote, Write
from game.engine.results import run_of
from game.engine.state import Item
from game.plan import choices, ideas, measures, on_board
from game.plan.document import Cell, Column, Document, Inlines, Table, Text, plain
from game.plan.fields import values_of
from game.plan.material import Material

_LONGEST_TITLE = 14
"""Characters; with a number behind it and in the largest of scripts a spreadsheet's tab has room for it still."""


def sheets(material: Material) -> tuple[Table, ...]:
    """Always all of them, some perhaps without rows. Names stay the same; captions are in the document's language."""
    return _measures(material), _ideas(material), _votes(material), _methods(material), _follow_up(material)


def titles(document: Document) -> dict[str, Table]:
    """The sheets by a title for a tab or a file: letters, digits and hyphens, short, and another for each."""
    found: dict[str, Table] = {}
    for sheet in document.sheets:
        title = "-".join(re.findall(r"\w+", plain(sheet.caption)))[:_LONGEST_TITLE].strip("-") or sheet.name
        others = {other.lower() for other in found}
        numbered = (f"{title}-{number}" for number in count(2))
        found[next(one for one in chain((title,), numbered) if one.lower() not in others)] = sheet
    return found


def _measures(material: Material) -> Table:
    """Every field of every measure, what the check brought, and where the measure comes from."""
    _ = material.gettext
    steps = [step for step in material.steps if isinstance(step, Commit)]
    fields = {field.id: (step, field) for step in reversed(steps) for field in reversed(step.item_fields)}
    asked = [_field(material, step, field) for step, field in reversed(fields.values())]
    told = (_text(_("What the check brought"), 6), _text(_("Where it comes from"), 8))
    columns = (_number(_("Number")), _text(_("Measure"), 6), *asked, *told)
    rows = []
    for step, item in _committed(material):
        values = {field.id: measures.value(material, step, item, field) for field in step.item_fields}
        row = [_id(item), Cell(material.name(item)), *(values.get(name, Cell(())) for name in reversed(fields))]
        row += [Cell(material.lines(lines(material, item))) for lines in (measures.tests, measures.origin)]
        rows.append(row)
    return _sheet("measures", _("Measures"), columns, rows)


def _ideas(material: Material) -> Table:
    """Everything that was written on a note, with the group it lies in and whether that was chosen."""
    _ = material.gettext
    voted = ideas.votes_on(material)
    columns = (
        _number(_("Number")),
        _text(_("What was written"), 8),
        _text(_("What it is"), 2),
        _text(_("Group"), 4),
        _text(_("Tied to"), 5),
        _text(_("Step"), 3),
        _text(_("Round"), 3),
        _text(_("Who"), 2),
        _text(_("Chosen"), 2),
    )
    rows = []
    for step in material.steps:
        for item in material.items(step.id) if isinstance(step, Write | Vote) else ():
            thing = item.ref if item.ref in voted else item.at
            settled: Inlines = (Text(_("Yes") if voted[thing] else _("No")),) if thing in voted else ()
            told = (
                material.name(item),
                (material.one(item.kind),),
                material.thing(item.at),
                ideas.tied(material, item),
                _step(material, step),
                ideas.round_of(material, item),
                material.seat(item.seat),
                settled,
            )
            rows.append([_id(item), *map(Cell, told)])
    return _sheet("ideas", _("Ideas"), columns, rows)


def _votes(material: Material) -> Table:
    """How often each answer was given on each thing, whether it was chosen, and the reasons."""
    _ = material.gettext
    steps = [step for step in material.steps if isinstance(step, Vote)]
    scale = tuple(dict.fromkeys(value for step in steps for value in step.scale))
    answers = (Column((material.answer(value),), 2, "number") for value in scale)
    told = (_text(_("Chosen"), 2), _text(_("Why"), 8), _text(_("Step"), 3))
    columns = (_text(_("What was voted on"), 6), *answers, *told)
    rows = []
    for step in steps:
        settled = run_of(material.state, step.id).settled
        for thing, given in choices.answered(material, step).items():
            if not given and thing not in settled:
                continue
            counts = Counter(one.value for one in given)
            chosen = Text(_("Yes") if thing in settled else _("No"))
            # In the order of the words: the order in which a secret ballot was cast would give people away.
            reasons = choices.reasons(material, sorted(given, key=lambda one: one.reason), step.anonymous)
            row = [Cell(material.thing(thing))]
            row += [Cell((Text(str(counts[value])),), counts[value]) for value in scale]
            rows.append([*row, *map(Cell, ((chosen,), reasons, _step(material, step)))])
    return _sheet("votes", _("Votes"), columns, rows)


def _methods(material: Material) -> Table:
    """The kept cards: what each is, why it suits, where it lies, and which forms of participation by law it serves."""
    _ = material.gettext
    columns = (
        _number(_("Number")),
        _text(_("Method"), 5),
        _text(_("What it is"), 8),
        _text(_("Why it suits us"), 7),
        _text(_("Where on the board"), 6),
        _text(_("Forms in section 22 of the Municipalities Act"), 7),
    )
    rows = []
    for step in material.steps:
        for item in material.results(step.id) if isinstance(step, Deal) else ():
            codes = values_of(material, item, on_board.SECTION_22)
            forms = [(material.label(on_board.SECTION_22, code),) for code in codes]
            told = (material.name(item), on_board.what(material, item), on_board.why(material, item))
            rows.append([_id(item), *map(Cell, (*told, material.thing(item.at), material.listed(forms)))])
    return _sheet("methods", _("Methods"), columns, rows)


def _follow_up(material: Material) -> Table:
    """The measures with when and who, and empty columns for how they went."""
    _ = material.gettext
    stages = (_("Not begun"), _("Under way"), _("Carried out"), _("Dropped"))
    columns = (
        _number(_("Number")),
        _text(_("Measure"), 6),
        Column((Text(_("When")),), 2, "date"),
        _text(_("Who"), 3),
        Column((Text(_("How far it is")),), 3, options=tuple(map(Text, stages))),
        _text(_("What came of it"), 7),
        Column((Text(_("New date")),), 2, "date"),
    )
    rows = []
    for step, item in _committed(material):
        fields = (measures.of_type(step, *types)[:1] for types in (("when", "date"), ("seat", "contact")))
        found = [measures.value(material, step, item, *field) if field else Cell(()) for field in fields]
        rows.append([_id(item), Cell(material.name(item)), *found, *[Cell(())] * 3])
    return _sheet("follow-up", _("Follow-up"), columns, rows)


def _committed(material: Material) -> Iterator[tuple[Commit, Item]]:
    """The measures, each with the step it was agreed in."""
    for step in material.steps:
        if isinstance(step, Commit):
            yield from ((step, item) for item in material.results(step.id))


def _step(material: Material, step: Step) -> Inlines:
    return (material.said(material.texts.steps[step.id].short_title),)


def _id(item: Item) -> Cell:
    return Cell((Text(str(item.id)),), item.id)


def _number(title: str) -> Column:
    return Column((Text(title),), 1, "number")


def _text(title: str, width: int) -> Column:
    return Column((Text(title),), width)


def _field(material: Material, step: Step, field: Field) -> Column:
    title: Inlines = (material.said(material.texts.steps[step.id].item_fields[field.id].label),)
    match field.type:
        case "number" | "year":
            return Column(title, 2, "number")
        case "when" | "date":
            return Column(title, 2, "date")
        case "line" | "text":
            return Column(title, 6)
        case _:
            return Column(title, 4)


def _sheet(name: str, title: str, columns: Iterable[Column], rows: Iterable[Iterable[Cell]]) -> Table:
    return Table(name, (Text(title),), tuple(columns), tuple(map(tuple, rows)))
