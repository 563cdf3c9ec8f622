"""`log`: what was done in a session, as JSON Lines. What is secret still, or for good, is not in it.

A line says when (`at`, and `clock` in seconds of play) and what (`do`, and what belongs to it). Of a secret thing it
says that something was done, with `hidden`; what it was comes out with the reveal. Answers that are anonymous stay
hidden even then: the line of the reveal has them all, sorted, without the seats.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from game.cli.problem import Problem
from game.cli.sessions import Opened
from game.engine import results
from game.engine.actions import Action, Judge, Reveal, Unjudge
from game.engine.results import picks
from game.engine.session import Act, Session
from game.engine.state import Item, Judgement, Record, State
from game.store.errors import StoreError
from game.store.salvage import salvage
from game.store.stored import Line, to_json


def run(options: Namespace) -> int:
    """Prints the lines. 1 if the session is damaged; then all that can be read is printed."""
    opened = Opened.to_read(options.session)
    lines: Sequence[Line] = opened.recording.content.lines
    if opened.damage:
        try:
            lines = salvage(options.session).lines
        except StoreError as error:
            raise Problem(str(error)) from error
    for row in rows(lines, opened.recording.session):
        print(to_json(row))
    return 1 if opened.damage else 0


def rows(lines: Sequence[Line], session: Session) -> Iterator[dict[str, Any]]:
    """The lines as anyone may see them. Of those that `session` has not played, answers are left out."""
    concealed = results.hidden(session.game, session.state)
    for line in lines:
        row: dict[str, Any] = {"seq": line.seq, "at": line.at, "clock": line.clock}
        done = line.content if line.kind == "act" else {"do": line.kind.capitalize(), **line.content}
        played = session.lines[line.seq - 1] if line.seq <= len(session.lines) else None
        if isinstance(played, Act):
            hidden = _is_secret(session, line.seq - 1, played.action, concealed)
        else:
            hidden = done.get("do") in ("Judge", "Unjudge")
        if hidden:
            row |= {"do": done.get("do"), **({"seat": done["seat"]} if "seat" in done else {}), "hidden": True}
        else:
            row |= done
        if isinstance(played, Act) and isinstance(played.action, Reveal):
            row |= _revealed(session, session.after(line.seq))
        yield row


def _is_secret(session: Session, before: int, action: Action, concealed: frozenset[int]) -> bool:
    """Whether what the action did may not be told: it is hidden still, was never opened, or is anonymous."""
    old, new = session.after(before), session.after(before + 1)
    touched = {*range(len(old.records), len(new.records))}
    if isinstance(action, Judge | Unjudge):
        mine = (picks(run, action.seat) for run in (old.run, new.run))
        touched |= {own[action.thing] for own in mine if action.thing in own}
    record = getattr(action, "record", None)
    if isinstance(record, int):
        touched.add(record)
    once = results.hidden(session.game, old) | results.hidden(session.game, new)
    for number in touched:
        made = new.records[number]
        step = session.game.step.get(made.step)
        if step is not None and step.anonymous and isinstance(made, Judgement):
            return True
        if number in once and (number in concealed or not _was_opened(session.state, made)):
            return True
    return False


def _was_opened(state: State, made: Record) -> bool:
    """Whether the record stands in the session as it was made or amended then, rather than taken back unseen."""
    now = state.records[made.id] if made.id < len(state.records) else None
    match made, now:
        case Item(), Item():
            wordings = [now.text, *(str(change.old) for change in now.was if change.field == "text")]
            return (made.step, made.seat) == (now.step, now.seat) and made.text in wordings
        case Judgement(), Judgement():
            return made._replace(reason="", gone=False) == now._replace(reason="", gone=False)
        case _:
            return False


def _revealed(session: Session, state: State) -> dict[str, Any]:
    """All answers of an anonymous step, when they are opened."""
    step = session.game.step.get(state.at)
    if step is None or not step.anonymous:
        return {}
    return {"answers": sorted([one.thing, one.value, one.reason] for one in results.judgements(state, step.id))}
