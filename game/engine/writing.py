"""What is written and what becomes of it: items, their wording and fields, withdrawals, ties, marks, thoughts for later."""

from datetime import date
from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Amend, Link, Park, Restore, Tag, Withdraw, Write
from game.engine.definition import (
    PLAN,
    Choose,
    Commit,
    Field,
    Game,
    Limits,
    Ref,
    Reflect,
    Step,
)
from game.engine.definition import Deal as DealStep
from game.engine.definition import Group as GroupStep
from game.engine.definition import Place as PlaceStep
from game.engine.definition import Write as WriteStep
from game.engine.flow import may_act, present
from game.engine.placing import room_in
from game.engine.reasons import Reason, because
from game.engine.results import about, card_of, items, sheet, tokens_left
from game.engine.state import Change, Item, Judgement, Record, Run, State, Value, item_of

Writing = Write | Amend | Withdraw | Restore | Link | Tag | Park

PARKED = "parked"
"""The kind of an item that waits for later."""

PLAN_CHARS = 2000
_TEXT_FIELD = Field("text", "text")


def may_write(step: Step, kind: str) -> bool:
    """Whether items of this kind are written in this step."""
    if kind in step.kinds or _in_words(step, kind):
        return True
    if not kind or kind != step.makes:
        return False
    match step:
        case Choose():
            return step.own
        case DealStep():
            return step.blanks > 0
        case WriteStep() | Commit() | Reflect():
            return True
        case _:
            return False


def _in_words(step: Step, kind: str) -> bool:
    """Whether this is a question of the step that is answered in words; the answers are items of its name."""
    return isinstance(step, Reflect) and any(one.id == kind and not one.options for one in step.questions)


def _chars(step: Step, kind: str) -> int:
    """How long a text of this kind may be. The step's limit is for what it makes, not for words about the game."""
    return max(step.limits.chars, Limits().chars) if _in_words(step, kind) else step.limits.chars


def refusal(game: Game, state: State, action: Writing) -> Reason | None:
    """Why this may not be done now, or None."""
    match action:
        case Write():
            return _write_refusal(game, state, action)
        case Park(seat, text):
            if seat and seat not in present(state):
                return because("no-such-seat", seat=seat)
            return _text_refusal(text, Limits().chars)
    number = action.record
    if not 0 <= number < len(state.records):
        return because("no-such-record", record=number)
    record = state.records[number]
    match action:
        case Restore():
            return _restore_refusal(game, state, record)
        case Withdraw():
            if record.gone:
                return because("gone", record=number)
            return because("no-such-record", record=number) if _is_sheet(record) else None
    if record.gone:
        return because("gone", record=number)
    match action:
        case Amend(_, field, value, cause):
            if cause and not _exists(game, state, cause):
                return because("no-such-thing", thing=cause)
            return _amend_refusal(game, record, field, value)
        case Link(_, ref, on):
            if not isinstance(record, Item) or _is_sheet(record):
                return because("no-such-record", record=number)
            if (ref in record.links) == on:
                return because("already-so")
            return None if not on or (_exists(game, state, ref) and ref != record.ref) else because("no-such-thing", thing=ref)
        case Tag(_, tag, on):
            step = game.step.get(record.step)
            if not isinstance(record, Item) or step is None or tag not in step.tags or _is_sheet(record):
                return because("no-such-tag", tag=tag)
            return because("already-so") if (tag in record.tags) == on else None
        case _:
            assert_never(action)


def _write_refusal(game: Game, state: State, action: Write) -> Reason | None:
    step = game.step.get(state.at)
    if step is None:
        return because("ended")
    kind = action.kind or step.makes
    if not may_write(step, kind):
        return because("no-such-kind", kind=kind) if action.kind else because("not-in-this-step")
    reason = may_act(game, state, action.seat) or _text_refusal(action.text, _chars(step, kind))
    if reason:
        return reason
    for ref in action.links:
        if not _exists(game, state, ref):
            return because("no-such-thing", thing=ref)
    fields = {field.id: field for field in step.item_fields}
    for name, value in action.fields:
        if name not in fields:
            return because("no-such-field", field=name)
        if not fits(fields[name], value):
            return because("bad-value", field=name)
    if isinstance(step, DealStep) and kind == step.makes:
        if sum(1 for item in items(state, step.id, kind) if not card_of(item)) >= step.blanks:
            return because("no-blanks", most=step.blanks)
        if not action.at and step.onto_board:
            return because("space-needed")
    if action.at:
        if not action.at.startswith("space:"):
            return because("no-such-space", space=action.at)
        if reason := room_in(game, state, action.at[6:], "card" if isinstance(step, DealStep) else "note"):
            return reason
    return _limit_refusal(state, step, kind, action.seat)


def _limit_refusal(state: State, step: Step, kind: str, seat: int) -> Reason | None:
    """Limits speak of what the step makes; other kinds may always be added."""
    limits = step.limits
    if kind != step.makes:
        return None
    if seat and limits.seat.most is not None:
        mine = len(picks(state.run, seat)) if isinstance(step, Choose) else _written(state, step.id, kind, seat)
        if mine >= limits.seat.most:
            return because("seat-limit", most=limits.seat.most)
    if limits.table.most is not None and _written(state, step.id, kind) >= limits.table.most:
        return because("table-limit", most=limits.table.most)
    return None


def picks(run: Run, seat: int) -> list[Ref]:
    """What a seat has answered on in this run."""
    return [thing for owner, thing in run.marks if owner == seat]


def _written(state: State, step: str, kind: str, seat: int | None = None) -> int:
    return sum(1 for item in items(state, step, kind) if seat is None or item.seat == seat)


def _text_refusal(text: str, chars: int) -> Reason | None:
    if not text.strip():
        return because("empty-text")
    return because("too-long", most=chars) if len(text) > chars else None


def _is_sheet(record: Record) -> bool:
    return isinstance(record, Item) and record.kind == "sheet"


def _exists(game: Game, state: State, ref: Ref) -> bool:
    number = item_of(ref)
    if number is not None:
        return number < len(state.records) and isinstance(state.records[number], Item)
    return (ref.startswith("card:") and ref[5:] in game.cards) or (ref.startswith("space:") and ref[6:] in game.space)


def fields_of(game: Game, record: Item) -> tuple[Field, ...]:
    """The fields that an item may have filled in, beside its text."""
    if record.kind == "sheet":
        return game.plan_fields if record.step == PLAN else game.step[record.step].fields
    step = game.step.get(record.step)
    return step.item_fields if step is not None and record.kind == step.makes else ()


def _amend_refusal(game: Game, record: Record, name: str, value: Value) -> Reason | None:
    step = game.step.get(record.step)
    chars = PLAN_CHARS
    if step is not None:
        chars = _chars(step, record.kind) if isinstance(record, Item) else step.limits.chars
    if isinstance(record, Judgement):
        if name != "reason" or not isinstance(value, str):
            return because("no-such-field", field=name)
        if len(value) > chars:
            return because("too-long", most=chars)
        return because("already-so") if value == record.reason else None
    if name == "text" and record.kind != "sheet":
        if not isinstance(value, str):
            return because("bad-value", field=name)
        named_later = isinstance(step, GroupStep | Commit) or card_of(record)
        if reason := None if named_later and not value.strip() else _text_refusal(value, chars):
            return reason
    elif name == "reason" and record.kind != "sheet":
        if not isinstance(value, str) or len(value) > chars:
            return because("too-long", most=chars)
    else:
        field = next((field for field in fields_of(game, record) if field.id == name), None)
        if field is None:
            return because("no-such-field", field=name)
        if isinstance(value, str) and len(value) > field.chars:
            return because("too-long", most=field.chars)
        if not fits(field, value):
            return because("bad-value", field=name)
    return because("already-so") if record.fields.get(name, "") == value else None


def fits(field: Field, value: Value) -> bool:
    """Whether a value can stand in a field. An empty text always can: it clears the field."""
    if value == "":
        return True
    match field.type:
        case "line" | "text" | "contact" | "seat":
            return isinstance(value, str) and len(value) <= field.chars
        case "number":
            return isinstance(value, int | float) and value == value and abs(value) < 1e15
        case "year":
            return isinstance(value, int) and 1000 <= value <= 9999
        case "date":
            return isinstance(value, str) and is_date(value)
        case "when":
            return isinstance(value, str) and (value in ("now", "soon", "later") or is_date(value))
        case "one-of":
            return value in field.options
        case "yes-no":
            return value in ("yes", "no")
        case "cards" | "items":
            short = isinstance(value, tuple) and all(isinstance(part, str) and len(part) <= field.chars for part in value)
            return short and isinstance(value, tuple) and (field.many or len(value) <= 1)


def is_date(text: str) -> bool:
    """Whether a text is a day as ISO writes it, 2027-03-31."""
    if len(text) != 10 or not text.isascii():
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _restore_refusal(game: Game, state: State, record: Record) -> Reason | None:
    if not record.gone:
        return because("not-gone", record=record.id)
    step = game.step.get(record.step)
    if isinstance(record, Judgement):
        if isinstance(step, PlaceStep):
            if tokens_left(state, step, record.seat).get(record.value, 0) <= 0:
                return because("no-token", value=record.value)
            return room_in(game, state, record.thing[6:], "token")
        run = state.runs[record.step]
        if (record.seat, record.thing) in run.marks:
            return because("answered-again")
        if isinstance(step, Choose) and step.limits.seat.most is not None:
            if len(picks(run, record.seat)) >= step.limits.seat.most:
                return because("seat-limit", most=step.limits.seat.most)
        return None
    card = card_of(record)
    if isinstance(step, DealStep):
        if card and card not in state.runs[record.step].spare:
            return because("card-taken", card=card)
        if not card and sum(1 for item in items(state, step.id, record.kind) if not card_of(item)) >= step.blanks:
            return because("no-blanks", most=step.blanks)
        if record.at:
            return room_in(game, state, record.at[6:], "card")
    if step is None or record.kind != step.makes or isinstance(step, Choose):
        return None
    if record.seat and step.limits.seat.most is not None:
        if _written(state, step.id, record.kind, record.seat) >= step.limits.seat.most:
            return because("seat-limit", most=step.limits.seat.most)
    if step.limits.table.most is not None and _written(state, step.id, record.kind) >= step.limits.table.most:
        return because("table-limit", most=step.limits.table.most)
    return None


def apply(game: Game, state: State, action: Writing) -> State:
    """The state after an action that was not refused."""
    match action:
        case Write(seat, text, kind, links, at, fields):
            step = game.step[state.at]
            kind = kind or step.makes
            number = len(state.records)
            item = Item(number, kind, state.at, seat, state.run.round, {"text": text, **dict(fields)}, links, at)
            state = _added(state, item)
            if isinstance(step, Choose) and seat and kind == step.makes:
                return marked(state, Judgement(number + 1, state.at, seat, item.ref, "pick", "", state.run.round))
            return state
        case Park(seat, text):
            return _added(state, Item(len(state.records), PARKED, state.at, seat, fields={"text": text}))
        case Amend(number, field, value, cause):
            record = state.records[number]
            if isinstance(record, Judgement):
                return _changed(state, record._replace(reason=str(value)))
            old = record.fields.get(field, "")
            was = (*record.was, Change(field, old, cause)) if old != "" else record.was
            return _changed(state, record._replace(fields={**record.fields, field: value}, was=was))
        case Withdraw(number):
            return _withdrawn(game, state, state.records[number])
        case Restore(number):
            return _restored(game, state, state.records[number])
        case Link(number, ref, on):
            item = state.item(number)
            links = (*item.links, ref) if on else tuple(link for link in item.links if link != ref)
            return _changed(state, item._replace(links=links))
        case Tag(number, tag, on):
            item = state.item(number)
            return _changed(state, item._replace(tags=item.tags | {tag} if on else item.tags - {tag}))
        case _:
            assert_never(action)


def marked(state: State, judgement: Judgement) -> State:
    """The state with a new judgement that stands for its seat and thing."""
    state = _added(state, judgement)
    run = state.run
    marks = {**run.marks, (judgement.seat, judgement.thing): judgement.id}
    return _with_run(state, state.at, run._replace(marks=marks))


def _withdrawn(game: Game, state: State, record: Record) -> State:
    state = _changed(state, record._replace(gone=True))
    run = state.runs.get(record.step)
    if run is None:
        return state
    if isinstance(record, Judgement):
        marks = {key: number for key, number in run.marks.items() if number != record.id}
        return _with_run(state, record.step, run._replace(marks=marks))
    card = card_of(record)
    if card and isinstance(game.step[record.step], DealStep):
        state = _with_run(state, record.step, run._replace(spare=(*run.spare, card)))
    elif isinstance(game.step[record.step], GroupStep):
        records = state.records
        for other in state.records:
            if isinstance(other, Item) and other.at == record.ref:
                records = records.changed(other.id, other._replace(at=""))
        state = state._replace(records=records)
    refs = {record.ref, f"card:{card}"} if isinstance(game.step[record.step], Choose) else {record.ref}
    runs = {
        step: run._replace(settled=tuple(ref for ref in run.settled if ref not in refs))
        if refs.intersection(run.settled)
        else run
        for step, run in state.runs.items()
    }
    return state._replace(runs=runs)


def _restored(game: Game, state: State, record: Record) -> State:
    state = _changed(state, record._replace(gone=False))
    run = state.runs.get(record.step)
    if run is None:
        return state
    if isinstance(record, Judgement):
        if isinstance(game.step[record.step], PlaceStep):
            return state
        marks = {**run.marks, (record.seat, record.thing): record.id}
        return _with_run(state, record.step, run._replace(marks=marks))
    card = card_of(record)
    if card and isinstance(game.step[record.step], DealStep):
        return _with_run(state, record.step, run._replace(spare=tuple(other for other in run.spare if other != card)))
    return state


def _added(state: State, record: Record) -> State:
    made = {**state.made, record.step: (*state.made.get(record.step, ()), record.id)}
    return state._replace(records=state.records.added(record), made=made)


def _changed(state: State, record: Record) -> State:
    return state._replace(records=state.records.changed(record.id, record))


def _with_run(state: State, step: str, run: Run) -> State:
    return state._replace(runs={**state.runs, step: run})


def _specimen(game: Game, field: Field) -> Value:
    """A value that stands for any other in what `legal` offers."""
    match field.type:
        case "line" | "text" | "contact" | "seat":
            return TEXT
        case "number":
            return 1
        case "year":
            return 2027
        case "date":
            return "2027-01-31"
        case "when":
            return "soon"
        case "one-of":
            return field.options[0] if field.options else ""
        case "yes-no":
            return "yes"
        case "cards":
            deck = game.decks.get(field.options[0]) if field.options else None
            return (f"card:{deck.cards[0].id}",) if deck and deck.cards else (TEXT,)
        case "items":
            return ("item:0",)


@lru_cache(maxsize=4096)
def _fixed(number: int, field: str) -> tuple[Writing, ...]:
    return (Amend(number, field, TEXT), Withdraw(number))


@lru_cache(maxsize=4096)
def _restore(number: int) -> Restore:
    return Restore(number)


@lru_cache(maxsize=1024)
def _specimens(number: int, filled: tuple[tuple[str, Value], ...]) -> tuple[Amend, ...]:
    return tuple(Amend(number, name, value) for name, value in filled)


@lru_cache(maxsize=4096)
def _ties(number: int, links: tuple[Ref, ...], refs: tuple[Ref, ...]) -> tuple[Link, ...]:
    return (*(Link(number, ref) for ref in refs if ref not in links), *(Link(number, ref, False) for ref in links))


@lru_cache(maxsize=4096)
def _tags(number: int, on: frozenset[str], tags: tuple[str, ...]) -> tuple[Tag, ...]:
    return tuple(Tag(number, tag, tag not in on) for tag in tags)


@lru_cache(maxsize=1024)
def _notes(seat: int, kinds: tuple[str, ...], links: tuple[Ref, ...], at: Ref) -> tuple[Write, ...]:
    return tuple(Write(seat, TEXT, kind, links, at) for kind in kinds)


@lru_cache(maxsize=64)
def _parks(here: tuple[int, ...]) -> tuple[Park, ...]:
    return tuple(Park(seat, TEXT) for seat in (0, *here))


def offers(game: Game, state: State) -> list[Writing]:
    """The writing actions that are open now: new items, and every change to what was made in the step at hand.

    What earlier steps made can be changed as well (see `refusal`); it is not listed, so that the list stays short.
    """
    found: list[Writing] = list(_parks(present(state)))
    step = game.step.get(state.at)
    refs: tuple[Ref, ...] = ()
    if step is not None:
        found += _new(game, state, step)
        found += _on_sheet(game, state, step)
        if isinstance(step, WriteStep):
            refs = tuple(item.ref for item in about(game, state, step))
    for number in state.made.get(state.at, ()):
        record = state.records[number]
        if record.gone:
            if _restore_refusal(game, state, record) is None:
                found.append(_restore(number))
        elif isinstance(record, Judgement):
            found += _fixed(number, "reason")[record.reason == TEXT :]
        elif record.kind != "sheet":
            found += _fixed(number, "text")[record.fields.get("text") == TEXT :]
            found += _ties(number, record.links, tuple(ref for ref in refs if ref != record.ref))
            if step is not None:
                found += _on_item(game, step, record)
    return found


def _on_sheet(game: Game, state: State, step: Step) -> list[Writing]:
    own = sheet(state, step.id)
    if own is None:
        return []
    amends = _specimens(own.id, tuple((field.id, _specimen(game, field)) for field in step.fields))
    return [amend for amend in amends if own.fields.get(amend.field, "") != amend.value]


def _on_item(game: Game, step: Step, item: Item) -> list[Writing]:
    found: list[Writing] = list(_tags(item.id, item.tags, step.tags))
    if item.kind == step.makes and step.item_fields:
        amends = _specimens(item.id, tuple((field.id, _specimen(game, field)) for field in step.item_fields))
        found += [amend for amend in amends if item.fields.get(amend.field, "") != amend.value]
    return found


def _new(game: Game, state: State, step: Step) -> list[Writing]:
    asked = tuple(one.id for one in step.questions) if isinstance(step, Reflect) else ()
    kinds = tuple(kind for kind in (step.makes, *step.kinds, *asked) if kind and may_write(step, kind))
    if not kinds:
        return []
    found: list[Writing] = []
    links: tuple[Ref, ...] = ()
    at = ""
    drawn = state.run.drawn[state.run.round] if state.run.drawn else ()
    if isinstance(step, WriteStep):
        links = tuple(f"card:{card}" for card in drawn)
    for seat in (0, *present(state)):
        if may_act(game, state, seat):
            continue
        open_kinds = kinds
        if step.makes in kinds:
            if isinstance(step, DealStep):
                free = next((space for space in game.card_spaces if room_in(game, state, space, "card") is None), "")
                at = f"space:{free}" if free else ""
            if _write_refusal(game, state, Write(seat, TEXT, step.makes, links, at)):
                open_kinds = tuple(kind for kind in kinds if kind != step.makes)
        for kind in open_kinds:
            found += _notes(seat, (kind,), links, at if kind == step.makes else "")
    return found
