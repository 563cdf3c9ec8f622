"""What the table chose or voted on: who picked what and why, how the votes fell, what stays open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.engine.definition import Choose, Ref, Vote
from game.engine.results import ref_of, run_of, spent
from game.engine.state import Item, Judgement
from game.plan import charts
from game.plan.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Inlines,
    Paragraph,
    Series,
    Strong,
    Table,
    Text,
    Tone,
)
from game.plan.material import Material

_TONES: dict[str, Tone] = {"support": "support", "live-with": "live-with", "no": "no", "unsure": "unsure"}


@dataclass(frozen=True, slots=True)
class _Pick:
    """Something that could be chosen: its name, its marks, and who picked it."""

    name: Inlines
    tags: frozenset[str]
    backers: tuple[Judgement, ...]


def picks(material: Material, step: Choose) -> Iterator[Block]:
    """What was chosen with its supporters and their reasons, and what else was suggested."""
    _ = material.gettext
    chosen = [_pick(material, item) for item in material.results(step.id)]
    ids = {item.id for item in material.results(step.id)}
    others = [_pick(material, item) for item in material.items(step.id, step.makes) if item.id not in ids]
    others += _unnamed(material, step)
    if chosen:
        yield _picked(material, step, chosen, step.id, (Text(_("What was chosen, and by whom")),))
    if others:
        yield _picked(material, step, others, f"{step.id}-others", (Text(_("What else was suggested")),))


def _pick(material: Material, item: Item) -> _Pick:
    return _Pick(material.name(item), item.tags, material.supporters(item))


def _unnamed(material: Material, step: Choose) -> Iterator[_Pick]:
    """Picks of things for which no item stands, for example since it was untied from its card."""
    made = [item for item in material.state.records if isinstance(item, Item) and item.step == step.id]
    known = {ref for item in made for ref in (item.ref, ref_of(item))}
    for thing in dict.fromkeys(one.thing for one in material.judgements(step.id)):
        if thing not in known:
            yield _Pick(material.thing(thing), frozenset(), material.answers(step.id, thing))


def _picked(material: Material, step: Choose, found: list[_Pick], name: str, caption: Inlines) -> Table:
    _ = material.gettext
    told = any(one.reason.strip() for pick in found for one in pick.backers)
    columns = [Column((material.one(step.makes),), 7), Column((Text(_("Picked by")),), 5)]
    columns += [Column((material.label("tag", tag),), 3) for tag in step.tags]
    columns += [Column((Text(_("Why")),), 8)] if told else []
    rows = []
    for pick in sorted(found, key=lambda pick: -len(pick.backers)):
        who = () if step.anonymous else material.seats(one.seat for one in pick.backers)
        number = str(len(pick.backers))
        cells = [Cell(pick.name), Cell((Text(f"{number}: "), *who) if who else (Text(number),))]
        cells += [Cell((Text(_("Yes")),) if tag in pick.tags else ()) for tag in step.tags]
        cells += [Cell(reasons(material, pick.backers, step.anonymous))] if told else []
        rows.append(tuple(cells))
    return Table(name, caption, tuple(columns), tuple(rows))


def reasons(material: Material, found: Iterable[Judgement], anonymous: bool) -> Inlines:
    """The reasons that were given, a line each, with whose they are unless that is not to be told."""
    lines: list[Inlines] = []
    for one in found:
        if one.reason.strip():
            who = () if anonymous else material.seats([one.seat])
            lines.append((material.written(one.reason.strip()), *((Text(" ("), *who, Text(")")) if who else ())))
    return material.lines(lines)


def votes(material: Material, step: Vote) -> Iterator[Block]:
    """How the answers fell, what was chosen, and every reason that was given."""
    _ = material.gettext
    settled = run_of(material.state, step.id).settled
    found = answered(material, step)
    asked = list(found)
    if any(found.values()):
        series = [
            Series(
                (material.answer(value),),
                tuple(sum(1 for one in found[thing] if one.value == value) for thing in asked),
                _TONES.get(value, "plain"),
            )
            for value in step.scale
        ]
        title: Inlines = (Text(_("What was voted on")),)
        yield charts.bars(material, "votes", _("Votes"), title, [material.thing(thing) for thing in asked], series)
    chosen = material.listed([material.thing(thing) for thing in settled])
    yield Paragraph((Strong((Text(_("Chosen:")),)), Text(" "), *(chosen or (Text(_("nothing yet")),))))
    left = material.listed([material.thing(thing) for thing in asked if thing not in settled])
    if left:
        yield Paragraph((Strong((Text(_("Not chosen:")),)), Text(" "), *left))
    if step.budget is not None:
        points = spent(material.game, material.state, step, step.budget)
        text = _("Effort: {spent} of {points} points.").format(spent=points, points=step.budget.points)
        yield Paragraph((Text(text),))
    yield from _why(material, step, found)
    yield from _open(material, step, found)


def answered(material: Material, step: Vote) -> dict[Ref, tuple[Judgement, ...]]:
    """The answers on each thing that is voted on, what was chosen first."""
    settled = run_of(material.state, step.id).settled
    asked = sorted(_asked(material, step), key=lambda thing: thing not in settled)
    return {thing: material.answers(step.id, thing) for thing in asked}


def _asked(material: Material, step: Vote) -> tuple[Ref, ...]:
    """What is voted on, and what was voted on before the table put it into a group."""
    judged = (one.thing for one in material.judgements(step.id))
    standing = [thing for thing in judged if not material.is_gone(thing)]
    return tuple(dict.fromkeys((*material.things(step), *standing)))


def _why(material: Material, step: Vote, found: Mapping[Ref, tuple[Judgement, ...]]) -> Iterator[Block]:
    _ = material.gettext
    rows = []
    for thing, given in found.items():
        # In the order of the scale: the order in which a secret ballot was cast would give people away.
        for one in sorted(given, key=lambda one: (step.scale.index(one.value), one.reason)):
            if one.reason.strip():
                row = [material.thing(thing), (material.answer(one.value),), (material.written(one.reason.strip()),)]
                row += [] if step.anonymous else [material.seat(one.seat)]
                rows.append(tuple(map(Cell, row)))
    if not rows:
        return
    columns = [
        Column((Text(_("What was voted on")),), 6),
        Column((Text(_("Answer")),), 4),
        Column((Text(_("Why")),), 9),
    ]
    columns += [] if step.anonymous else [Column((Text(_("Who")),), 3)]
    yield Table("vote-reasons", (Text(_("Reasons for the answers")),), tuple(columns), tuple(rows))


def _open(material: Material, step: Vote, found: Mapping[Ref, tuple[Judgement, ...]]) -> Iterator[Block]:
    """What somebody could not answer yet, and the questions that were written down."""
    lines: list[Inlines] = []
    for thing, given in found.items():
        unsure = sum(1 for one in given if one.value == "unsure")
        if unsure:
            text = material.ngettext("{n} was unsure", "{n} were unsure", unsure).format(n=unsure)
            lines.append((*material.thing(thing), Text(f" ({text})")))
    for kind in step.kinds:
        lines += [material.name(item) for item in material.items(step.id, kind)]
    if lines:
        yield Heading(3, (Text(material.gettext("Open questions")),))
        yield Bullets(tuple(lines))
