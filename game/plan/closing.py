"""How the table closed: what was agreed last, a word from each, and what people thought of the game."""

from collections import Counter
from collections.abc import Collection, Iterator

from game.engine.definition import Reflect, Step
from game.plan.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Definition,
    Definitions,
    Heading,
    Inlines,
    Missing,
    Paragraph,
    Strong,
    Table,
    Text,
)
from game.plan.material import Material


def sheet(material: Material, step: Step, told: Collection[str] = ()) -> Iterator[Block]:
    """The step's own fields, with what is missing; without those that are told elsewhere."""
    record = material.sheet(step.id)
    if record is None:
        return
    texts = material.texts.steps[step.id].fields
    definitions = []
    for field in step.fields:
        if field.id in told:
            continue
        words = texts[field.id]
        value = material.value(field, words, record.fields.get(field.id, ""))
        if value or field.need != "free":
            hint: Inlines = (Text(": "), material.said(words.gap or words.hint)) if words.gap or words.hint else ()
            missing: Inlines = (Missing((Text(material.gettext("Missing")),)), *hint)
            definitions.append(Definition((material.said(words.label),), (value or missing,)))
    if definitions:
        yield Definitions(tuple(definitions))


def closing(material: Material, step: Reflect) -> Iterator[Block]:
    """The words that people left with."""
    spoken = [material.name(item) for item in material.items(step.id, step.makes)]
    if spoken:
        yield Paragraph((Strong((material.kinds(step.makes), Text(":"))), Text(" "), *material.listed(spoken)))


def feedback(material: Material, step: Reflect) -> Iterator[Block]:
    """The answers about the game, counted; nobody is named."""
    _ = material.gettext
    texts = material.texts.steps[step.id].questions
    rows = []
    said: dict[str, list[Inlines]] = {}
    for question in step.questions:
        found = material.answers(step.id, f"option:{question.id}")
        reasons = sorted(one.reason for one in found if one.reason.strip())
        said[question.id] = [material.name(item) for item in material.items(step.id, question.id)]
        said[question.id] += [(material.written(reason),) for reason in reasons]
        counts = Counter(one.value for one in found)
        given: list[Inlines] = [
            (material.said(texts[question.id].options[option]), Text(f" {counts[option]}"))
            for option in question.options
            if counts[option]
        ]
        if given:
            rows.append((Cell((material.said(texts[question.id].text),)), Cell(material.listed(given))))
    if not rows and not any(said.values()):
        return
    yield Heading(2, (Text(_("Feedback on the game")),))
    if rows:
        columns = (Column((Text(_("Question")),), 1), Column((Text(_("Answers")),), 1))
        yield Table("feedback", (Text(_("Answers, counted")),), columns, tuple(rows))
    for asked, lines in said.items():
        if lines:
            yield Heading(3, (material.said(texts[asked].text),))
            yield Bullets(tuple(lines))
