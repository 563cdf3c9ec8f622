"""From a step as a file has it to a step for the rules, and its words."""

from typing import Any

from game.content import models as shapes
from game.content import texts
from game.content.texts import Text, all_of, text_of
from game.engine import definition as engine


def range_of(bounds: int | list[int | None] | None) -> engine.Range:
    """The fewest and the most; one number is both."""
    if bounds is None:
        return engine.Range()
    if isinstance(bounds, int):
        return engine.Range(bounds, bounds)
    return engine.Range(bounds[0] or 0, bounds[1])


def draws_of(given: shapes.Draws | None) -> list[shapes.DrawEntry]:
    """The draws of a step or a round as a list."""
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def about_of(given: list[str | dict[str, str | list[str]]]) -> tuple[engine.About, ...]:
    """What a step is about: `ideas`, or `choose: chosen` with one state or several."""
    found: list[engine.About] = []
    for entry in given:
        if isinstance(entry, str):
            found.append(engine.About(entry))
        else:
            for step, states in entry.items():
                found.append(engine.About(step, (states,) if isinstance(states, str) else tuple(states)))
    return tuple(found)


_CHARS = engine.Limits().chars
_FIELD_CHARS = engine.Field("").chars


def _fields(given: list[shapes.FieldEntry]) -> tuple[engine.Field, ...]:
    return tuple(
        engine.Field(
            entry.id,
            entry.type,
            entry.need,
            tuple(entry.decks) or tuple(option.id for option in entry.options),
            entry.many,
            entry.chars or _FIELD_CHARS,
        )
        for entry in given
    )


def _rounds(entry: shapes.StepEntry) -> tuple[engine.Round, ...]:
    if entry.rounds is not None:
        return tuple(engine.Round(part.id, part.turns, part.laps, _draws(part.draw)) for part in entry.rounds)
    return (engine.Round("main", entry.turns or "together", entry.laps or 1, _draws(entry.draw)),)


def _draws(given: shapes.Draws | None) -> tuple[engine.Draw, ...]:
    return tuple(engine.Draw(draw.deck, draw.cards, draw.to, draw.spread or "") for draw in draws_of(given))


def _budget(entry: shapes.BudgetEntry | None) -> engine.Budget | None:
    return engine.Budget(entry.field, entry.points, entry.over) if entry else None


def step_of(entry: shapes.StepEntry) -> engine.Step:
    """The step as the rules know it."""
    limits = entry.limits or shapes.LimitsEntry()
    shared: dict[str, Any] = {
        "id": entry.id,
        "share": float(entry.share),
        "rounds": _rounds(entry),
        "about": about_of(entry.about),
        "otherwise": about_of(entry.otherwise),
        "decks": tuple(entry.decks),
        "makes": entry.makes or "",
        "kinds": tuple(entry.kinds),
        "limits": engine.Limits(range_of(limits.seat), range_of(limits.table), limits.chars or _CHARS),
        "fields": _fields(entry.fields),
        "item_fields": _fields(entry.item_fields),
        "tags": tuple(entry.tags),
        "secret": entry.secret,
        "anonymous": entry.anonymous,
    }
    match entry:
        case shapes.BriefEntry():
            return engine.Brief(**shared)
        case shapes.ChooseEntry(own=own, settle=settle, budget=budget):
            agreed = None if settle == "all" else range_of(settle)
            return engine.Choose(**shared, own=own, settle=agreed, budget=_budget(budget))
        case shapes.PlaceEntry(tokens=tokens):
            return engine.Place(**shared, tokens=tokens)
        case shapes.DealEntry(keep=keep, swap=swap, blanks=blanks, onto_board=onto):
            return engine.Deal(**shared, keep=range_of(keep), swap=swap, blanks=blanks, onto_board=onto)
        case shapes.WriteEntry():
            return engine.Write(**shared)
        case shapes.GroupEntry():
            return engine.Group(**shared)
        case shapes.VoteEntry(ballot=ballot, scale=scale, dots=dots, settle=settled, budget=budget):
            return engine.Vote(
                **shared, ballot=ballot, scale=tuple(scale), dots=dots, settle=range_of(settled), budget=_budget(budget)
            )
        case shapes.CommitEntry():
            return engine.Commit(**shared)
        case shapes.ReflectEntry(questions=questions):
            asked = tuple(engine.Question(one.id, tuple(option.id for option in one.options)) for one in questions)
            return engine.Reflect(**shared, questions=asked)
        case _:
            raise TypeError(type(entry))


def step_text(entry: shapes.StepEntry, main: str) -> texts.StepText:
    title = text_of(entry.title, main)
    rounds = (
        tuple(texts.RoundText(part.id, text_of(part.title, main), text_of(part.ask, main)) for part in entry.rounds)
        if entry.rounds is not None
        else (texts.RoundText("main"),)
    )
    questions, asking = (
        (entry.questions, entry.questions_title) if isinstance(entry, shapes.ReflectEntry) else ([], None)
    )
    return texts.StepText(
        entry.id,
        title,
        text_of(entry.short_title, main) or title,
        text_of(entry.prompt, main),
        text_of(entry.script, main),
        all_of(entry.do, main),
        {situation: text_of(given, main) for situation, given in entry.help.items()},
        text_of(entry.close, main),
        text_of(entry.gap, main),
        text_of(entry.short_way, main),
        rounds,
        {field.id: _field_text(field, main) for field in entry.fields},
        {field.id: _field_text(field, main) for field in entry.item_fields},
        {one.id: texts.QuestionText(one.id, text_of(one.text, main), _options(one.options, main)) for one in questions},
        text_of(asking, main),
    )


def _field_text(entry: shapes.FieldEntry, main: str) -> texts.FieldText:
    return texts.FieldText(
        entry.id,
        text_of(entry.label, main),
        text_of(entry.hint, main),
        text_of(entry.gap, main),
        _options(entry.options, main),
    )


def _options(given: list[shapes.OptionEntry], main: str) -> dict[str, Text]:
    return {option.id: text_of(option.label, main) for option in given}
