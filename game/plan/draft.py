"""The draft plan: where a session stands, told as a document. Made at any moment, from the first step on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from game.content.texts import GameTexts
from game.engine.definition import PLAN, Brief, Choose, Commit, Deal, Game, Group, Place, Reflect, Step, Vote, Write
from game.engine.state import State
from game.plan import appendix, choices, closing, coverage, figures, front, ideas, measures, on_board
from game.plan.document import (
    Block,
    Contents,
    Definition,
    Definitions,
    Document,
    Heading,
    Inlines,
    Link,
    Missing,
    Note,
    PageBreak,
    Paragraph,
    Text,
    numbered,
    plain,
)
from game.plan.fields import Answer, answers, brought, gaps
from game.plan.material import Facts, Material
from game.plan.sheets import sheets

TITLE = "f-title"
"""The field of the plan that names the document."""


def draft(game: Game, texts: GameTexts, state: State, lang: str, facts: Facts) -> Document:
    """The plan as far as the session has come, in `lang`: cards and labels in that language, what people wrote as
    they wrote it. What is hidden still is not in it; what is missing is named."""
    return document(Material(game, texts, state, lang, facts))


def document(material: Material) -> Document:
    """The plan from the material at hand."""
    _ = material.gettext
    kind = material.texts.plan.title if material.texts.plan else material.texts.title
    name = kind.in_(material.lang)
    day = figures.day(material.facts.day, material.lang)
    typed, target = material.typed(TITLE), front.pinned(material, material.texts.pin.name)
    title = material.written(typed) if typed else next(iter(target), Text(name))
    return Document(
        title=title if isinstance(title, Text) else Text(plain(target)),
        kind=Text(_("{document}, draft {day}").format(document=name, day=day)),
        about=Text(plain(front.question(material))),
        lang=material.lang,
        day=material.facts.day,
        blocks=numbered(tuple(_blocks(material))),
        sheets=sheets(material),
    )


def _blocks(material: Material) -> Iterator[Block]:
    _ = material.gettext
    found = answers(material)
    missing = gaps(material, found)
    told = _sections(material, found)
    yield Paragraph(front.question(material), "lead")
    yield from _languages(material)
    yield _chapter(_("Summary"), "summary", counted=False)
    yield from front.summary(material, found, missing)
    yield Contents((Text(_("Contents")),))
    if material.texts.use:
        yield Paragraph((material.said(material.texts.use),), "small")
    for section, steps in told.items():
        yield Heading(1, (material.label("section", section),), f"section-{section}")
        yield from _fields(material, [answer for answer in found if answer.field.section == section], steps)
        for step in steps:
            yield from _step(material, step, found)
    rest = [step for step in material.steps if step not in [one for steps in told.values() for one in steps]]
    rest = [step for step in rest if not isinstance(step, Brief) or step.fields or step.makes]
    if rest:
        yield _chapter(_("Ideas and choices"), "ideas-and-choices")
        for step in rest:
            yield from _step(material, step, found)
    yield _chapter(_("What is missing"), front.GAPS)
    yield from coverage.missing(material, missing)
    yield from coverage.fields(material, found)
    yield PageBreak()
    yield _chapter(_("Appendix: everything else"), "appendix", counted=False)
    yield from appendix.seats(material)
    for step in material.steps:
        if isinstance(step, Reflect):
            yield from closing.feedback(material, step)
    yield from appendix.everything_else(material)
    if material.texts.about:
        yield Heading(2, (Text(_("About the game")),))
        yield Paragraph((material.said(material.texts.about),), "small")


def _chapter(title: str, anchor: str, counted: bool = True) -> Heading:
    return Heading(1, (Text(title),), anchor, counted=counted)


def _languages(material: Material) -> Iterator[Block]:
    """A word on languages, where the table wrote in another one."""
    if material.facts.written_in not in ("", material.lang):
        _ = material.gettext
        named = {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English")}
        language = named.get(material.facts.written_in, material.facts.written_in)
        text = _("What people wrote stands as they wrote it, in {language}.").format(language=language)
        yield Paragraph((Text(text),), "small")


def _sections(material: Material, found: Sequence[Answer]) -> dict[str, list[Step]]:
    """The sections of the plan, each with the steps that answer most of its fields; what will be done comes first."""
    plan = material.texts.plan
    told: dict[str, list[Step]] = {section: [] for section in plan.sections} if plan else {}
    for step in sorted(material.steps, key=lambda step: not isinstance(step, Commit)):
        counts = Counter(
            answer.field.section
            for answer in found
            for source in answer.field.sources
            if source.step == step.id and answer.field.section in told
        )
        if counts:
            told[counts.most_common(1)[0][0]].append(step)
    return told


def _fields(material: Material, found: Sequence[Answer], below: Sequence[Step]) -> Iterator[Block]:
    """The fields of a section. What the measures `below` tell one by one is not told twice."""
    _ = material.gettext
    rows = []
    for answer in found:
        label: Inlines = (material.said(answer.field.label),)
        if answer.field.id == TITLE:
            continue
        if answer.parts:
            rows.append(Definition(label, _below(material, answer, below) or answer.parts))
        elif answer.field.core:
            missing: Inlines = (Missing((Text(_("Missing")),)), Text(": "), material.said(answer.field.hint))
            rows.append(Definition(label, (missing,)))
    if rows:
        yield Definitions(tuple(rows))
    empty = [answer for answer in found if not answer.parts and not answer.field.core]
    if empty:
        names = material.listed([(material.said(answer.field.label),) for answer in empty])
        yield Paragraph((Text(_("Could be added:") + " "), *names), "small")


def _below(material: Material, answer: Answer, steps: Sequence[Step]) -> tuple[Inlines, ...]:
    """A link in place of an answer that is spread over the measures of a step told below."""
    _ = material.gettext
    for step in steps:
        if isinstance(step, Commit) and answer.by == (step.id,):
            words: Inlines = (Link((Text(_("Told for each measure below")),), ideas.anchor(step)),)
            return ((*words, Text(". "), Missing((Text(_("Something is missing")),))) if answer.gaps else words,)
    return ()


def _step(material: Material, step: Step, found: Sequence[Answer]) -> Iterator[Block]:
    """What one step brought, under a heading of its own; or that it brought nothing."""
    _ = material.gettext
    texts = material.texts.steps[step.id]
    told: list[Block] = []
    if brought(material, step):
        # What answers a field of the plan stands there already, unless something else was typed over it.
        sources = [source for answer in found if answer.by != (PLAN,) for source in answer.field.sources]
        sources += [source for source in (material.texts.pin.question, *material.texts.pin.decides) if source]
        elsewhere = {source.part for source in sources if source.step == step.id}
        told += [*_told(material, step), *closing.sheet(material, step, elsewhere)]
        if not isinstance(step, Commit):
            told += measures.records(material, step)
    if not told and (isinstance(step, Brief) or ideas.told_in(material, step) is not step):
        return
    named = not (step.kinds or isinstance(step, Reflect)) and material.texts.labels.has("item", step.makes)
    only_one = isinstance(step, Choose) and step.settle is not None and step.settle.most == 1
    title = material.kinds(step.makes, 1 if only_one else 2) if named else material.said(texts.title)
    yield Heading(2, (title,), ideas.anchor(step))
    yield from told
    if material.hides(step.id):
        text = _("What was answered or written here is hidden until the table opens it.")
        yield Note("remark", (Text(_("Still secret")),), ((Text(text),),))
    elif not told:
        yield Note("gap", (Text(_("Missing")),), ((material.said(texts.gap),),) if texts.gap else ())


def _told(material: Material, step: Step) -> Iterable[Block]:
    match step:
        case Choose():
            return choices.picks(material, step)
        case Place():
            return on_board.tokens(material, step)
        case Deal():
            return on_board.methods(material, step)
        case Write():
            return ideas.notes(material, step)
        case Group():
            return ideas.groups(material, step)
        case Vote():
            return choices.votes(material, step)
        case Commit():
            return measures.measures(material, step)
        case Reflect():
            return closing.closing(material, step)
        case Brief():
            return ()
