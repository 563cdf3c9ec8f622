"""The lines of a session as people read them: what each did, who, when, in which step, and whether it still stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from game.engine.actions import GoTo
from game.engine.session import Act, Line, Redo, Return, Undo
from game.ui.play import Play
from game.ui.telling import is_secret, nameless, seat_of, words_of
from game.words import _


@dataclass(frozen=True, slots=True)
class Told:
    """One line. `number` counts from 1; `seat` is whose piece stands beside it, 0 for none."""

    number: int
    words: str
    seat: int
    step: str
    when: datetime
    stands: bool
    plain: bool
    """Whether it is something done at the table; else it is an undo, a redo or a return."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of lines: `standing` are the numbers of those whose effect is in the present state, `about` finds
    for an undo or a redo the line that it was about, and `now` is the latest line of the present state (0: none).
    """

    standing: frozenset[int]
    about: dict[int, int]
    now: int


def fates(lines: Sequence[Line]) -> Fates:
    """What became of the lines of a session."""
    walk, undone = [0], list[int]()  # as undo and redo walk
    parent: dict[int, int] = {}
    led_to = [0]  # the latest act of the state after each line
    about: dict[int, int] = {}
    for number, line in enumerate(lines, 1):
        match line:
            case Act():
                parent[number] = led_to[-1]
                led_to.append(number)
                walk.append(number)
                undone.clear()
            case Undo():
                about[number] = walk.pop()
                undone.append(about[number])
                led_to.append(led_to[walk[-1]])
            case Redo():
                about[number] = undone.pop()
                walk.append(about[number])
                led_to.append(led_to[about[number]])
            case Return(to):
                led_to.append(led_to[to])
                walk.append(number)
                undone.clear()
    standing = set[int]()
    here = led_to[-1]
    while here:
        standing.add(here)
        here = parent[here]
    return Fates(frozenset(standing), about, led_to[-1])


def told(play: Play) -> list[Told]:
    """All lines of the session in the language in use."""
    session = play.session
    fate = fates(session.lines)
    stored = play.recording.content.lines
    found: list[Told] = []
    for number, line in enumerate(session.lines, 1):
        before, after = session.after(number - 1), session.after(number)
        stands = number in fate.standing
        seat, plain = 0, False
        match line:
            case Act(action):
                words = _line_words(play, number, stands)
                seat = 0 if nameless(action, play, before) else seat_of(action)
                plain = True
            case Undo():
                words = _("Undone: {what}").format(what=_line_words(play, fate.about[number], False))
            case Redo():
                words = _("Done again: {what}").format(what=_line_words(play, fate.about[number], False))
            case Return(to):
                words = _("Gone back to: {what}").format(what=_line_words(play, to, to in fate.standing))
        step = after.at if isinstance(line, Act) and isinstance(line.action, GoTo) else before.at
        when = datetime.fromisoformat(stored[number - 1].at).astimezone()
        found.append(Told(number, words, seat, step, when, stands, plain))
    return found


def _line_words(play: Play, number: int, stands: bool, short: bool = False) -> str:
    """What one line did; the beginning of the game for 0."""
    session = play.session
    if number == 0:
        return _("the beginning")
    line = session.lines[number - 1]
    match line:
        case Act(action):
            before, after = session.after(number - 1), session.after(number)
            secret = is_secret(play, action, before, after, stands)
            return words_of(action, play, before, secret=secret, short=short)
        case Undo():
            return _("an undo")
        case Redo():
            return _("a redo")
        case Return():
            return _("going back to an earlier moment")


def undo_words(play: Play) -> str:
    """What an undo would take back, in a few words; empty if there is nothing."""
    return _latest(play, play.session.to_undo())


def redo_words(play: Play) -> str:
    """What a redo would do again, in a few words; empty if there is nothing."""
    return _latest(play, play.session.to_redo())


def undo_label(play: Play) -> str:
    """What a button that undoes is called: with what it takes back, if there is anything."""
    words = undo_words(play)
    return _("Undo: {what}").format(what=words) if words else _("Undo")


def redo_label(play: Play) -> str:
    """What a button that redoes is called: with what it does again, if there is anything."""
    words = redo_words(play)
    return _("Redo: {what}").format(what=words) if words else _("Redo")


def in_short(play: Play, number: int) -> str:
    """What one line did, in a few words; the beginning of the game for 0."""
    return _line_words(play, number, number in fates(play.session.lines).standing, short=True)


def _latest(play: Play, line: Line | None) -> str:
    """The words of a line that undo or redo is about; lines are told apart as things, since alike ones are equal."""
    if line is None:
        return ""
    lines = play.session.lines
    return in_short(play, next(number for number in range(len(lines), 0, -1) if lines[number - 1] is line))
