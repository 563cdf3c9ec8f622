"""What is written: new items of a step, and thoughts for later."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Park, Write
from game.engine.definition import TABLE, Choose, Commit, Game, Ref, Reflect, Step
from game.engine.definition import Deal as DealStep
from game.engine.definition import Write as WriteStep
from game.engine.fields import PARKED, PARKED_CHARS, asked_in_words, fits, text_chars
from game.engine.flow import acting, may_act, present
from game.engine.memory import Memory
from game.engine.placing import open_spaces, room_in
from game.engine.reasons import Reason, because
from game.engine.results import blanks_used, picks, results, written
from game.engine.state import Item, Judgement, Run, State, item_of

Writing = Write | Park


def may_write(step: Step, kind: str) -> bool:
    """Whether items of this kind are written in this step."""
    if kind in step.kinds or asked_in_words(step, kind):
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


def refusal(game: Game, state: State, action: Writing) -> Reason | None:
    """Why this may not be done now, or None."""
    match action:
        case Park(seat, text):
            if seat and seat not in present(state):
                return because("no-such-seat", seat=seat)
            return text_refusal(text, PARKED_CHARS)
        case Write(seat, text, kind, links, at, values):
            step = game.step.get(state.at)
            if step is None:
                return because("ended")
            kind = kind or step.makes
            if not may_write(step, kind):
                return because("no-such-kind", kind=kind) if action.kind else because("not-in-this-step")
            held = may_act(game, state, seat, in_turn=not isinstance(step, Choose))
            reason = held or text_refusal(text, text_chars(step, kind))
            if reason:
                return reason
            for ref in links:
                if not exists(game, state, ref):
                    return because("no-such-thing", thing=ref)
            fields = {field.id: field for field in step.item_fields} if kind == step.makes else {}
            for name, value in values:
                if name not in fields:
                    return because("no-such-field", field=name)
                if not fits(fields[name], value):
                    return because("bad-value", field=name)
            if at and not at.startswith("space:"):
                return because("no-such-space", space=at)
            what = "card" if isinstance(step, DealStep) and kind == step.makes else "note"
            if isinstance(step, DealStep) and what == "card" and step.onto_board and not at:
                return because("space-needed")
            full = room_in(game, state, at[6:], what) if at else None
            return full or limit_refusal(game, state, step, kind, seat)
        case _:
            assert_never(action)


def limit_refusal(game: Game, state: State, step: Step, kind: str, seat: int) -> Reason | None:
    """Why a seat (0: the table) may make no more of this kind in the step, or None.

    Limits speak of what the step makes; other kinds may always be added. In a choose step a seat's own suggestion is
    one of its picks, and where the table settles, that is the table's limit.
    """
    if kind != step.makes:
        return None
    if isinstance(step, DealStep) and blanks_used(state, step) >= step.blanks:
        return because("no-blanks", most=step.blanks)
    own, table = step.limits.seat.most, step.limits.table.most
    if isinstance(step, Choose):
        run = state.runs.get(step.id)
        if seat and own is not None and run is not None and len(picks(run, seat)) >= own:
            return because("seat-limit", most=own)
        if table is not None and step.settle is None and len(results(game, state, step.id)) >= table:
            return because("table-limit", most=table)
        return None
    if seat and own is not None and written(state, step.id, kind, seat) >= own:
        return because("seat-limit", most=own)
    if table is not None and written(state, step.id, kind) >= table:
        return because("table-limit", most=table)
    return None


def text_refusal(text: str, chars: int) -> Reason | None:
    """Why a text is none (empty or too long), or None."""
    if not text.strip():
        return because("empty-text")
    return because("too-long", most=chars) if len(text) > chars else None


def exists(game: Game, state: State, ref: Ref) -> bool:
    """Whether a ref points at an item, a card or a space of this session."""
    number = item_of(ref)
    if number is not None:
        return number < len(state.records) and isinstance(state.records[number], Item)
    return (ref.startswith("card:") and ref[5:] in game.cards) or (ref.startswith("space:") and ref[6:] in game.space)


def apply(game: Game, state: State, action: Writing) -> State:
    """The state after an action that was not refused."""
    number = len(state.records)
    match action:
        case Park(seat, text):
            return state.added(Item(number, PARKED, state.at, seat, fields={"text": text}))
        case Write(seat, text, kind, links, at, values):
            step, run = game.step[state.at], state.run
            kind = kind or step.makes
            item = Item(number, kind, step.id, seat, run.round, {"text": text, **dict(values)}, links, at)
            if not isinstance(step, Choose) or kind != step.makes:
                return state.added(item)
            run = run._replace(own=(*run.own, item.ref))
            state = state.added(item, run)
            pick = Judgement(number + 1, step.id, seat, item.ref, "pick", "", run.round)
            return state.added(pick, run.marked(pick)) if seat else state
        case _:
            assert_never(action)


@lru_cache(maxsize=64)
def _parks(here: tuple[int, ...]) -> tuple[Park, ...]:
    return tuple(Park(seat, TEXT) for seat in (TABLE, *here))


@lru_cache(maxsize=1024)
def _notes(seats: tuple[int, ...], kind: str, links: tuple[Ref, ...], at: Ref) -> tuple[Write, ...]:
    return tuple(Write(seat, TEXT, kind, links, at) for seat in seats)


_offers: Memory[list[Sequence[Writing]]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Writing]]:
    """What may be written now, in parts: notes tied to the cards that were drawn for the round, thoughts for later."""
    if step is None or run.owed:
        return (_parks(state.here),)
    blanks = isinstance(step, DealStep)
    limited = blanks or step.limits.seat.most is not None or step.limits.table.most is not None
    given = (
        game, state.here, run.turn, run.done, run.revealed, run.round, run.drawn,
        (run.marks, state.records.items_of(step.id)) if limited else None, state.lying if blanks else None,
    )  # fmt: skip
    return _offers.of(step.id, given, _new_offers, game, state, step)


def _new_offers(game: Game, state: State, step: Step) -> list[Sequence[Writing]]:
    run = state.run
    links = _as_cards(run.drawn[run.round]) if isinstance(step, WriteStep) else ()
    seats = (TABLE, *acting(state, step, run, in_turn=not isinstance(step, Choose)))
    parts: list[Sequence[Writing]] = [_parks(state.here)]
    asked = tuple(one.id for one in step.questions if not one.options) if isinstance(step, Reflect) else ()
    parts += [_notes(seats, kind, links, "") for kind in (*step.kinds, *asked) if kind != step.makes]
    if may_write(step, step.makes):
        at = ""
        if isinstance(step, DealStep) and step.onto_board:
            at = next((f"space:{space}" for space in open_spaces(game, state, "card")), "")
            seats = seats if at else ()
        parts.append(_notes(_unlimited(game, state, step, seats), step.makes, links, at))
    return parts


def _unlimited(game: Game, state: State, step: Step, seats: tuple[int, ...]) -> tuple[int, ...]:
    """The seats that may make one more of what the step makes."""
    most = step.limits.seat.most
    if isinstance(step, Choose) and (step.settle is not None or step.limits.table.most is None):
        marks = state.run.marks
        return seats if most is None else tuple([seat for seat in seats if not seat or len(marks.get(seat, ())) < most])
    if most is None and step.limits.table.most is None and not isinstance(step, DealStep):
        return seats
    return tuple(seat for seat in seats if limit_refusal(game, state, step, step.makes, seat) is None)


@lru_cache(maxsize=256)
def _as_cards(cards: tuple[str, ...]) -> tuple[Ref, ...]:
    return tuple(f"card:{card}" for card in cards)
