"""Whose turn it is, who is next, and the button that leads on: to the next seat, part or step."""

from collections.abc import Callable

import pygame

from game.engine.actions import Done, NextRound, Pass, Reveal
from game.engine.definition import END
from game.engine.rules import apply
from game.ui import dock, paint
from game.ui.controls import Button
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.words import _, pgettext

_NOWHERE = Box(0, 0, 0, 0)


def in_turns(play: Play) -> bool:
    """Whether seats act one after the other in the part of the step at hand."""
    return play.step is not None and play.step.rounds[play.run.round].turns == "round"


def hides(play: Play) -> bool:
    """Whether what seats do now is secret until it is opened."""
    return play.step is not None and play.step.secret and play.session.refusal(Reveal()) is None


def next_seat(play: Play) -> int:
    """The seat whose turn comes after the one whose turn it is; 0 if the round is then over."""
    done = Done(play.run.turn)
    if not play.run.turn or play.session.refusal(done):
        return 0
    return apply(play.game, play.state, done).run.turn


def onward(play: Play, name: str = "dock.next") -> Button:
    """The primary button of a step: what comes next, in words."""
    run, step = play.run, play.step
    if run.turn:
        after = next_seat(play)
        label = _("Next: {name}").format(name=play.seat_name(after)) if after else _("End the round")
        action = Done(run.turn)
        return Button(name, _NOWHERE, label, play.doing(action), kind="primary", arrow=True,
                      refusal=play.refusal(action))  # fmt: skip
    if hides(play):
        return Button(name, _NOWHERE, _("Open the answers"), play.doing(Reveal()), kind="primary", icon="eye")
    if step is not None and play.session.refusal(NextRound()) is None:
        title = play.say(play.texts.steps[step.id].rounds[run.round + 1].title)
        label = _("Go on: {title}").format(title=title) if title else _("Next round")
        return Button(name, _NOWHERE, label, play.doing(NextRound()), kind="primary", arrow=True)
    return Button(name, _NOWHERE, to_next_step(play), play.go_on, kind="primary", arrow=True)


def to_next_step(play: Play) -> str:
    """Words for going on to the step after this one."""
    after = play.next_step()
    if after == END:
        return _("Go on: the plan")
    return _("Go on: {title}").format(title=play.say(play.texts.steps[after].short_title))


def passing(play: Play, name: str = "dock.pass") -> list[Button]:
    """The button with which the seat whose turn it is passes; none when nobody's is."""
    if not play.run.turn:
        return []

    def press() -> Next | None:
        return play.do(Pass(play.run.turn))

    return [Button(name, _NOWHERE, pgettext("turn", "Pass"), press, kind="quiet")]


def count_word(n: int) -> str:
    """A small number as a word, as one says it before cards or things; larger ones in figures."""
    known = {
        1: pgettext("count", "one"),
        2: pgettext("count", "two"),
        3: pgettext("count", "three"),
        4: pgettext("count", "four"),
        5: pgettext("count", "five"),
        6: pgettext("count", "six"),
    }
    return known.get(n, str(n))


def seats_lead(
    look: Look,
    box: Box,
    play: Play,
    press: Callable[[int], Callable[[], Next | None]],
    pips: Callable[[int], tuple[int, int]] | None = None,
    now: int = 0,
) -> tuple[list[Part], float]:
    """The seats at the left end of the dock, a line after them, and where the words begin."""
    found, right = dock.seats(look, box.moved(12, 0), play, press, pips, now)
    line = Part("dock.line", Box(right + 8, box.y + 20, 2, box.h - 40), paint=_line, focusable=False)
    return [*found, line], right + 12


def _line(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.h, upright=True)
