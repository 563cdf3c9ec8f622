"""How the evening goes, in words: whether the group is on time, when it will be ready, what each step takes."""

from datetime import datetime, timedelta

from game.engine.definition import END
from game.ui.days import time_of_day
from game.ui.play import Play
from game.words import _, ngettext

_ON_TIME = 3
"""How many minutes one may be before or behind and still be on time."""


def state_of(play: Play, step: str) -> str:
    """What the bead of a step shows: now, done, skipped or to_come."""
    if step == play.state.at:
        return "now"
    if step in play.state.skipped:
        return "skipped"
    return "done" if play.timing.been(step) else "to_come"


def minutes_words(play: Play, step: str) -> str:
    """What a step has taken of what it had, or what it has."""
    planned = play.minutes_of(step)
    if state_of(play, step) == "done":
        return _("{spent} / {n} min").format(spent=round(play.spent_on(step) / 60), n=planned)
    return _("{n} min").format(n=planned)


def on_time(play: Play, now: datetime) -> str:
    """Whether the group is on time, and when it will be ready."""
    if play.state.at == END:
        return _("The game is over.")
    end = time_of_day(now + timedelta(seconds=play.timing.to_end()))
    ready = _("Ready about {time}.").format(time=end)
    late, shorter = play.timing.late(), play.timing.shorter()
    if late >= _ON_TIME:
        how = ngettext("You are {n} minute late.", "You are {n} minutes late.", late).format(n=late)
        return f"{how} {ready} {_('Leave a step out, or make the evening longer.')}"
    if shorter >= _ON_TIME:
        how = ngettext(
            "The steps to come are {n} minute shorter.", "The steps to come are {n} minutes shorter.", shorter
        ).format(n=shorter)
    elif shorter <= -_ON_TIME:
        how = ngettext(
            "You have {n} minute more for the steps to come.", "You have {n} minutes more for the steps to come.",
            -shorter,
        ).format(n=-shorter)  # fmt: skip
    else:
        how = _("You are on time.")
    return f"{how} {ready}"
