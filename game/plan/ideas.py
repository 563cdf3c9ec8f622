"""What was written, all of it: ideas in their groups and outside them, changes, risks."""

from collections.abc import Iterator, Sequence

from game.engine.definition import Group, Ref, Step, Vote, Write
from game.engine.results import run_of
from game.engine.state import Item
from game.plan.document import Block, Cell, Column, Inlines, Paragraph, Table, Text, plain
from game.plan.material import Material


def notes(material: Material, step: Write) -> Iterator[Block]:
    """A table of each kind of note; those that were put into groups are told with their groups."""
    grouped = told_in(material, step) is not step
    for kind in dict.fromkeys((step.makes, *step.kinds)):
        items = material.items(step.id, kind)
        if items and not (grouped and kind == step.makes):
            yield _table(material, items, kind, (material.kinds(kind),))


def told_in(material: Material, step: Step) -> Step:
    """The step that what was made here is told with: the one that put it into groups, or this one."""
    made = {item.at for item in material.items(step.id)}
    for group in material.steps:
        if isinstance(group, Group) and made.intersection(one.ref for one in material.results(group.id)):
            return group
    return step


def anchor(step: Step) -> str:
    """The place in the document that tells of a step."""
    return f"step-{step.id}"


def groups(material: Material, step: Group) -> Iterator[Block]:
    """Each group with all that lies in it, what was chosen first; then what lies in none."""
    _ = material.gettext
    voted = votes_on(material)
    found = sorted(material.results(step.id), key=lambda group: not voted.get(group.ref, False))
    count = _("Notes: {notes}. Groups: {groups}.").format(notes=len(material.about(step)), groups=len(found))
    yield Paragraph((Text(count),))
    for group in found:
        caption = material.name(group)
        if group.ref in voted:
            caption = (*caption, Text(f" ({_('chosen') if voted[group.ref] else _('not chosen')})"))
        yield _table(material, material.parts(group), f"{step.makes}-{group.id}", caption)
    inside = {group.ref for group in found}
    outside = [item for item in material.about(step) if item.at not in inside]
    if outside:
        yield _table(material, outside, f"{step.makes}-outside", (Text(_("Not in any group")),))


def votes_on(material: Material) -> dict[Ref, bool]:
    """What was voted on in any step, and whether the table settled on it; nothing that nobody has answered yet."""
    found: dict[Ref, bool] = {}
    for step in material.steps:
        if isinstance(step, Vote):
            settled = run_of(material.state, step.id).settled
            if settled or material.judgements(step.id):
                found |= {thing: thing in settled for thing in material.things(step)}
    return found


def _table(material: Material, items: Sequence[Item], name: str, caption: Inlines) -> Table:
    """Notes with what they are tied to, the round they came in, who wrote them, and whether they were chosen."""
    _ = material.gettext
    voted = votes_on(material)
    columns = [Column((material.one(items[0].kind),), 8)] if items else [Column(caption, 8)]
    ties = [tied(material, item) for item in items]
    rounds = [round_of(material, item) for item in items]
    writers = [material.seat(item.seat) for item in items]
    cells: list[list[Inlines]] = [[material.name(item) for item in items]]
    for title, width, column in (
        (_("Tied to"), 5, ties),
        (_("Round"), 3, rounds),
        (_("Who"), 3, writers),
    ):
        if any(column):
            columns.append(Column((Text(title),), width))
            cells.append(column)
    if any(item.ref in voted for item in items):
        columns.append(Column((Text(_("Chosen")),), 2))
        cells.append([(Text(_("Yes") if voted.get(item.ref) else _("No")),) for item in items])
    rows = tuple(tuple(Cell(column[at]) for column in cells) for at in range(len(items)))
    return Table(name, caption, tuple(columns), rows)


def tied(material: Material, item: Item) -> Inlines:
    """The names of the cards and the earlier things that an item is tied to, each once."""
    named = {plain(name): name for link in item.links if (name := material.thing(link))}
    return material.listed(list(named.values()))


def round_of(material: Material, item: Item) -> Inlines:
    """The round that an item came in, where its step has several."""
    rounds = material.texts.steps[item.step].rounds
    title = rounds[item.round].title if len(rounds) > 1 and item.round < len(rounds) else None
    return (material.said(title),) if title else ()
