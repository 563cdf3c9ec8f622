"""What becomes of records: another wording, a withdrawal and back again, ties, marks. Open at any time, in any step."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from game.engine import judging
from game.engine.actions import TEXT, Amend, Link, Restore, Tag, Withdraw
from game.engine.definition import Choose, Deal, Game, Group, Place, Ref, Step, Write
from game.engine.fields import fits, needs_text, specimen, written_in
from game.engine.memory import Made, Memory
from game.engine.placing import put, room_in
from game.engine.reasons import Reason, because
from game.engine.results import about_refs, run_of, tokens_left
from game.engine.state import Change, Item, Judgement, Record, Run, Shelf, State, Value
from game.engine.writing import exists, limit_refusal

Amending = Amend | Withdraw | Restore | Link | Tag


def refusal(game: Game, state: State, action: Amending) -> Reason | None:
    """Why this may not be done now, or None."""
    number = action.record
    if not 0 <= number < len(state.records):
        return because("no-such-record", record=number)
    record = state.records[number]
    is_sheet = isinstance(record, Item) and record.kind == "sheet"
    if isinstance(action, Restore):
        return _restore_refusal(game, state, record)
    if record.gone:
        return because("gone", record=number)
    match action:
        case Withdraw():
            if isinstance(record, Judgement):
                return _not_a_token(game, record)
            return because("no-such-record", record=number) if is_sheet else None
        case Amend(_, field, value, cause):
            if cause and not exists(game, state, cause):
                return because("no-such-thing", thing=cause)
            return _amend_refusal(game, record, field, value)
        case Link(_, ref, on):
            if not isinstance(record, Item) or is_sheet:
                return because("no-such-record", record=number)
            if (ref in record.links) == on:
                return because("already-so")
            if record.card and ref == f"card:{record.card}":
                return because("not-in-this-step")
            known = not on or (exists(game, state, ref) and ref != record.ref)
            return None if known else because("no-such-thing", thing=ref)
        case Tag(_, tag, on):
            step = game.step.get(record.step)
            if not isinstance(record, Item) or step is None or tag not in step.tags or is_sheet:
                return because("no-such-tag", tag=tag)
            return because("already-so") if (tag in record.tags) == on else None
        case _:
            assert_never(action)


def _not_a_token(game: Game, judgement: Judgement) -> Reason | None:
    """Tokens are withdrawn and put back; any other answer is its seat's own, to be taken back or given again."""
    return None if isinstance(game.step[judgement.step], Place) else because("not-in-this-step")


def _amend_refusal(game: Game, record: Record, name: str, value: Value) -> Reason | None:
    field = next((field for field in written_in(game, record) if field.id == name), None)
    if field is None:
        return because("no-such-field", field=name)
    if isinstance(value, str) and len(value) > field.chars:
        return because("too-long", most=field.chars)
    if not fits(field, value):
        return because("bad-value", field=name)
    if isinstance(record, Item) and name == "text" and needs_text(game, record) and not str(value).strip():
        return because("empty-text")
    return because("already-so") if _value(record, name) == value else None


def _value(record: Record, name: str) -> Value:
    return record.reason if isinstance(record, Judgement) else record.fields.get(name, "")


def _restore_refusal(game: Game, state: State, record: Record) -> Reason | None:
    if not record.gone:
        return because("not-gone", record=record.id)
    step = game.step.get(record.step)
    if isinstance(record, Judgement):
        if not isinstance(step, Place):
            return _not_a_token(game, record)
        if tokens_left(state, step, record.seat).get(record.value, 0) <= 0:
            return because("no-token", value=record.value)
        return room_in(game, state, record.thing[6:], "token")
    if step is None:
        return None
    if isinstance(step, Deal) and record.card:
        if record.card not in run_of(state, step.id).spare:
            return because("card-taken", card=record.card)
    elif reason := limit_refusal(game, state, step, record.kind, 0 if isinstance(step, Choose) else record.seat):
        return reason
    if record.at.startswith("space:"):
        return room_in(game, state, record.at[6:], "card" if isinstance(step, Deal) else "note")
    return None


def apply(game: Game, state: State, action: Amending) -> State:
    """The state after an action that was not refused."""
    record = state.records[action.record]
    match action:
        case Amend(_, field, value, cause):
            if isinstance(record, Judgement):
                return state.changed(record._replace(reason=str(value)))
            old = record.fields.get(field, "")
            was = (*record.was, Change(field, old, cause)) if old != "" else record.was
            return state.changed(record._replace(fields={**record.fields, field: value}, was=was))
        case Withdraw():
            if isinstance(record, Item):
                return _withdrawn(game, state, record)
            return state.changed(record._replace(gone=True))
        case Restore():
            if isinstance(record, Item):
                return _restored(game, state, record)
            return state.changed(record._replace(gone=False))
        case Link(number, ref, on):
            item = state.item(number)
            links = (*item.links, ref) if on else tuple(link for link in item.links if link != ref)
            return state.changed(item._replace(links=links))
        case Tag(number, tag, on):
            item = state.item(number)
            return state.changed(item._replace(tags=item.tags | {tag} if on else item.tags - {tag}))
        case _:
            assert_never(action)


def _withdrawn(game: Game, state: State, item: Item) -> State:
    """The state without the item, and without the answers on it: nobody answers on what is not there."""
    state = state.changed(item._replace(gone=True))
    step = game.step.get(item.step)
    if isinstance(step, Deal) and item.card:
        run = state.runs[step.id]
        state = state.with_run(run._replace(spare=(*run.spare, item.card)), step.id)
    elif isinstance(step, Group):
        held = state.lying.get(item.ref, ())
        state = put(state.changed(item._replace(gone=True, held=held)), held, "")
    elif isinstance(step, Choose) and not item.card:
        run = state.runs[step.id]
        state = state.with_run(run._replace(own=tuple(ref for ref in run.own if ref != item.ref)), step.id)
    state = judging.forgotten(state, item, item.ref, tuple(state.runs))
    if isinstance(step, Choose) and item.card:
        state = judging.forgotten(state, item, f"card:{item.card}", (step.id,))
    return state


def _restored(game: Game, state: State, item: Item) -> State:
    """The state with the item again, and with those answers that went with it and are still possible."""
    state = state.changed(item._replace(gone=False))
    step = game.step.get(item.step)
    if isinstance(step, Deal) and item.card:
        run = state.runs[step.id]
        state = state.with_run(run._replace(spare=tuple(card for card in run.spare if card != item.card)), step.id)
    elif isinstance(step, Choose) and item.kind == step.makes and not item.card:
        run = state.runs[step.id]
        state = state.with_run(run._replace(own=(*run.own, item.ref)), step.id)
    elif isinstance(step, Group):
        free = tuple(part for part in item.held if not state.item(part).gone and not state.item(part).at)
        state = put(state.changed(item._replace(gone=False, held=())), free, item.ref)
    return judging.remembered(game, state, item)


_amend: Made[tuple[int, str, Value], Amend] = Made(Amend)
_reason: Made[int, Amend] = Made(lambda number: Amend(number, "reason", TEXT))
_withdraw: Made[int, Withdraw] = Made(Withdraw)
_token: Made[int, tuple[Amending, ...]] = Made(lambda number: (_reason[number], _withdraw[number]))
_restore: Made[int, Restore] = Made(Restore)
_link: Made[tuple[int, Ref, bool], Link] = Made(Link)
_tag: Made[tuple[int, str, bool], Tag] = Made(Tag)

_Parts = tuple[list[Amending], list[Record]]
_to_shelf: Memory[_Parts] = Memory()
_to_rows: Memory[_Parts] = Memory()
_to_item: Memory[list[Amending]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Amending]]:
    """The changes that are open to what was made in the step at hand, its sheet included, in parts.

    What earlier steps made can be changed as well (see `refusal`); it is not listed, so that the list stays short.
    """
    at, records = state.at, state.records
    ties = about_refs(game, state, step) if isinstance(step, Write) else ()
    items, judgements = records.items_of(at), records.judgements_of(at)
    found, gone = _to_shelf.of((at, 0), (game, ties, items), _changes, game, step, ties, items, (at, 0))
    parts = [found]
    if judgements.size:
        more, back = _to_shelf.of((at, 1), (game, judgements), _changes, game, step, (), judgements, (at, 1))
        parts.append(more)
        gone = [*gone, *back] if back else gone
    if gone:
        parts.append([_restore[one.id] for one in gone if _restore_refusal(game, state, one) is None])
    return parts


def _changes(
    game: Game,
    step: Step | None,
    ties: tuple[Ref, ...],
    shelf: Shelf[Item] | Shelf[Judgement],
    key: tuple[str, int],
) -> _Parts:
    """The changes that are open to the standing records on a shelf, and those records that were withdrawn.

    Most of the time all but the tail is the same as before.
    """
    more, withdrawn = _in_rows(game, step, ties, (shelf.tail,))
    if shelf.rows is None:
        return more, withdrawn
    before, gone = _to_rows.of(key, (game, ties, shelf.rows), _in_rows, game, step, ties, shelf.rows)
    return before + more, gone + withdrawn


def _in_rows(game: Game, step: Step | None, ties: tuple[Ref, ...], rows: Iterable[Sequence[Record]]) -> _Parts:
    found: list[Amending] = []
    gone: list[Record] = []
    tokens = isinstance(step, Place)
    for row in rows:
        for record in row:
            if isinstance(record, Item):
                if record.gone:
                    gone.append(record)
                else:
                    found += _to_item.of(record.id, (record, game, ties), _item_changes, game, step, ties, record)
            elif tokens:
                if record.gone:
                    gone.append(record)
                else:
                    found += (_withdraw[record.id],) if record.reason == TEXT else _token[record.id]
            elif record.reason != TEXT and not record.gone:
                found.append(_reason[record.id])
    return found, gone


def _item_changes(game: Game, step: Step | None, ties: tuple[Ref, ...], item: Item) -> list[Amending]:
    number, links = item.id, item.links
    fields = item.fields
    found: list[Amending] = [
        _amend[number, name, value]
        for name, value in _specimens.of((item.step, item.kind), (game,), _specimens_in, game, item)
        if fields.get(name, "") != value
    ]
    if item.kind == "sheet":
        return found
    found.append(_withdraw[number])
    if ties:
        found += [_link[number, ref, True] for ref in ties if ref not in links and ref != item.ref]
    if len(links) > bool(item.card):
        own = f"card:{item.card}"
        found += [_link[number, ref, False] for ref in links if ref != own]
    if step is not None and step.tags:
        found += [_tag[number, tag, tag not in item.tags] for tag in step.tags]
    return found


_specimens: Memory[tuple[tuple[str, Value], ...]] = Memory()


def _specimens_in(game: Game, item: Item) -> tuple[tuple[str, Value], ...]:
    """For everything that can be amended in an item a value that stands for any other."""
    return tuple((field.id, specimen(game, field)) for field in written_in(game, item))
