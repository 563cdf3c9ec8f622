"""The fields of the plan: what answers each of them, which step it comes from, and what is still missing.

The review on the screen and the document say the same, because both ask here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.content.texts import FieldText, PlanField, Source
from game.engine import results
from game.engine.definition import PLAN, Brief, Field, Place, Step
from game.engine.state import Item
from game.plan.document import Inlines, Missing, Text
from game.plan.material import Material


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the plan lacks: the question that stands open, a hint, and where it can be filled in.

    `step` is a step, or the plan itself (PLAN). `record` is the item or the sheet whose `field` is empty; it is None
    when a whole step has brought nothing.
    """

    question: Inlines
    hint: Inlines
    step: str
    record: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A field of the plan and what answers it. `by` are the steps that do, or could; PLAN if it was typed in."""

    field: PlanField
    parts: tuple[Inlines, ...]
    by: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def state(self) -> Literal["full", "partly", "empty"]:
        """Whether the field is answered: fully, with something missing, or not at all."""
        if not self.parts:
            return "empty"
        return "partly" if self.gaps else "full"


def answers(material: Material) -> tuple[Answer, ...]:
    """Every field of the plan in its order; none for a game without a plan."""
    plan = material.texts.plan
    return tuple(_answer(material, field) for field in plan.fields) if plan else ()


def _answer(material: Material, field: PlanField) -> Answer:
    typed = material.typed(field.id)
    if typed:
        return Answer(field, ((material.written(typed),),), (PLAN,), ())
    by = tuple(dict.fromkeys(source.step for source in field.sources)) or (PLAN,)
    parts: list[Inlines] = []
    open_gaps: list[Gap] = []
    for source in field.sources:
        if source.step in material.game.step:
            found, lacking = from_source(material, source, named=len(field.sources) > 1)
            parts += found
            open_gaps += lacking
    if not parts:
        sheet = material.sheet(PLAN)
        record = sheet.id if sheet and by == (PLAN,) else None
        open_gaps = [Gap((material.said(field.label),), (material.said(field.hint),), by[0], record, field.id)]
    return Answer(field, tuple(parts), by, tuple(open_gaps))


def from_source(material: Material, source: Source, *, named: bool) -> tuple[list[Inlines], list[Gap]]:
    """What a source gives. `named`: say what it is, since the field has other sources too."""
    step = material.game.step[source.step]
    texts = material.texts.steps[source.step]
    match source.what:
        case "field":
            sheet = material.sheet(step.id)
            field = next(field for field in step.fields if field.id == source.part)
            words = texts.fields[field.id]
            value = material.value(field, words, sheet.fields.get(field.id, "")) if sheet else ()
            if not value:
                return [], [_gap(material, step, words, sheet)]
            return [(material.said(words.label), Text(": "), *value) if named else value], []
        case "item-field":
            return _from_items(material, step, source.part, texts.item_fields[source.part])
        case "fact":
            return list(_from_cards(material, step, source.part)), []
        case "deck":
            cards = (material.thing(f"card:{card}") for card in _shown(material, step, source.part))
            return [name for name in cards if name], []
        case "results" if isinstance(step, Place):
            return list(_from_tokens(material, step)), []
        case "results":
            names = [material.name(item) for item in material.results(step.id)]
            return [material.listed(names)] if names else [], []
        case "tag":
            names = [material.name(item) for item in material.items(step.id) if source.part in item.tags]
            return [material.listed(names)] if names else [], []
        case "kind":
            return [material.name(item) for item in material.items(step.id, source.part)], []
        case "round":
            number = [one.id for one in step.rounds].index(source.part)
            return [material.name(item) for item in material.items(step.id) if item.round == number], []


def _from_items(
    material: Material, step: Step, part: str, words: FieldText
) -> tuple[list[Inlines], list[Gap]]:
    """The values of one field over the records of a step, each with its record's name, and the records without one."""
    field = next(field for field in step.item_fields if field.id == part)
    lines: list[Inlines] = []
    lacking: list[Gap] = []
    answered = False
    for item in material.results(step.id):
        name = material.name(item)
        value = material.value(field, words, item.fields.get(part, ""))
        answered = answered or bool(value)
        if not value:
            lacking.append(_gap(material, step, words, item, name))
            value = (Missing((Text(material.gettext("missing")),)),)
        lines.append((*name, Text(": "), *value))
    return (lines, lacking) if answered else ([], lacking)


def _from_cards(material: Material, step: Step, fact: str) -> Iterator[Inlines]:
    """The values of a card fact over the results of a step, with their promise or how often they come."""
    found = Counter(value for item in material.results(step.id) for value in values_of(material, item, fact))
    codes = material.texts.labels.codes(fact) or tuple(found)
    for code in (code for code in codes if code in found):
        promise = material.texts.labels.get(fact, code).promise
        if promise:
            yield (material.label(fact, code), Text(": "), material.said(promise))
        else:
            yield (material.label(fact, code), Text(f" ({found[code]})"))


def values_of(material: Material, item: Item, fact: str) -> tuple[str, ...]:
    """The values of a fact for an item: those of the space where the table laid it, else those of its card."""
    space = material.game.space.get(item.at.removeprefix("space:")) if item.at.startswith("space:") else None
    if space is not None and fact in space.facts:
        return (str(space.facts[fact]),)
    card = material.game.cards.get(results.card_of(item))
    value = card.facts.get(fact) if card else None
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _from_tokens(material: Material, step: Place) -> Iterator[Inlines]:
    """How many tokens of each value there are, and where most of them lie."""
    board = material.texts.board
    for value in step.tokens:
        tokens = [one for one in material.judgements(step.id) if one.value == value]
        if not tokens:
            continue
        number = len(tokens)
        counted = material.ngettext("{n} token", "{n} tokens", number).format(n=number)
        spaces = [board.spaces.get(one.thing.removeprefix("space:")) for one in tokens] if board else []
        sectors = Counter(space.sector for space in spaces if space is not None).most_common()
        if board and sectors and number > 1 and (len(sectors) == 1 or sectors[0][1] > sectors[1][1]):
            where = board.sectors[sectors[0][0]].title.in_(material.lang)
            counted += " (" + material.gettext("most of them: {where}").format(where=where) + ")"
        yield (material.token(value), Text(f": {counted}"))


def _shown(material: Material, step: Step, deck: str) -> tuple[str, ...]:
    """The cards of a deck that the table saw in a step: those that lie open, or those that were drawn."""
    if not material.begun(step.id):
        return ()
    drawn = {card for cards in material.state.runs[step.id].drawn for card in cards}
    cards = material.game.decks[deck].cards
    return tuple(card.id for card in cards if deck in step.decks or card.id in drawn)


def gaps(material: Material, found: Sequence[Answer]) -> tuple[Gap, ...]:
    """All that is missing, in the order of the steps: what they left open, then the core fields that nothing answers.

    A step that has brought nothing is one gap, however many fields of the plan wait for it.
    """
    open_steps = [gap for step in material.steps for gap in step_gaps(material, step)]
    nothing = {gap.step for gap in open_steps if gap.record is None}
    unanswered = [
        gap
        for answer in found
        if answer.field.core and answer.state == "empty"
        for gap in answer.gaps
        if gap.step not in nothing
    ]
    return (*open_steps, *unanswered)


def step_gaps(material: Material, step: Step) -> tuple[Gap, ...]:
    """What a step has left open: the empty fields of its records, or the whole of it if it has brought nothing."""
    texts = material.texts.steps[step.id]
    if not brought(material, step):
        if material.hides(step.id):
            return ()
        return (Gap((material.said(texts.gap),), (), step.id),) if texts.gap else ()
    found = list(_empty(material, step, material.sheet(step.id), step.fields, texts.fields))
    for item in material.results(step.id):
        if item.step == step.id:
            found += _empty(material, step, item, step.item_fields, texts.item_fields, material.name(item))
    return tuple(found)


def brought(material: Material, step: Step) -> bool:
    """Whether there is anything to tell of a step."""
    sheet = material.sheet(step.id)
    if sheet is not None and any(value not in ("", ()) for value in sheet.fields.values()):
        return True
    if material.items(step.id) or material.judgements(step.id) or material.results(step.id):
        return True
    return isinstance(step, Brief) and material.begun(step.id)


def _empty(
    material: Material,
    step: Step,
    record: Item | None,
    fields: tuple[Field, ...],
    texts: Mapping[str, FieldText],
    name: Inlines = (),
) -> Iterator[Gap]:
    for field in fields:
        if record is not None and field.need != "free" and record.fields.get(field.id, "") in ("", ()):
            yield _gap(material, step, texts[field.id], record, name)


def _gap(material: Material, step: Step, words: FieldText, record: Item | None, name: Inlines = ()) -> Gap:
    asked = material.said(words.gap or words.label)
    begun = Text(asked.text[:1].upper() + asked.text[1:], asked.lang)
    question = (*name, Text(": "), asked) if name else (begun,)
    return Gap(question, (material.said(words.hint),), step.id, record.id if record else None, words.id)
