"""A session at play as the scenes see it: what to say, what may be done, and how much time is left."""

from collections.abc import Callable
from functools import cached_property

from game import words
from game.content.reasons import in_words
from game.content.texts import GameTexts, Source, Text
from game.engine.actions import Action, Extend, GoTo
from game.engine.definition import END, Game, Step
from game.engine.fields import is_date
from game.engine.results import hidden, results, sheet
from game.engine.session import Session
from game.engine.state import Item, Run, Seat, State, Value, item_of
from game.store.recording import Recording
from game.ui.days import day_words
from game.ui.guide import Guide
from game.ui.look import tokens
from game.ui.scene import Next, Tell
from game.ui.timing import Timing
from game.words import _, pgettext


class Play:
    """The session that the scenes play. `timing` is the time of the evening, `guide` what the facilitator keeps.

    Scenes change the session only through `do`, `undo`, `redo` and `return_to`, which write to the file first. Each
    returns what happens next on the screen: nothing, or words that say why not.
    """

    def __init__(self, recording: Recording, texts: GameTexts, minutes: int) -> None:
        """`minutes` is the time that the group set out with for the whole game."""
        self.recording = recording
        self.texts = texts
        self.timing = Timing(recording, minutes)
        self.guide = Guide(recording)

    @property
    def session(self) -> Session:
        """The session and all its lines."""
        return self.recording.session

    @cached_property
    def game(self) -> Game:
        """The rules that are played."""
        return self.recording.session.game

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self.recording.session.state

    @property
    def step(self) -> Step | None:
        """The step in hand; None at the end."""
        return self.game.step.get(self.state.at)

    @property
    def run(self) -> Run:
        """How far the step in hand has come."""
        return self.state.run

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Who sits at the table now."""
        return tuple(seat for seat in self.state.seats if seat.here)

    def hidden(self) -> frozenset[int]:
        """The records that nobody may see yet."""
        return hidden(self.game, self.state)

    # Words

    def say(self, text: Text) -> str:
        """A text of the cards or rules in the language in use."""
        return text.in_(words.used())

    def seat_name(self, number: int) -> str:
        """What a seat is called: its nickname, else its role, else its colour and shape; the table for 0."""
        if number == 0:
            return _("The table")
        for seat in self.state.seats:
            if seat.number == number and (seat.name or seat.role):
                return seat.name or seat.role
        return shape_name(number)

    def item(self, number: int) -> Item | None:
        """The item with this number; None if there is none (any more): undo takes away what was made too."""
        records = self.state.records
        found = records[number] if 0 <= number < len(records) else None
        return found if isinstance(found, Item) else None

    def title(self, item: Item) -> str:
        """An item's own words; without any, those of the card or of the things that it stands for."""
        if item.text:
            return item.text
        for ref in item.links:
            number = item_of(ref)
            if ref.startswith("card:") and ref[5:] in self.texts.cards:
                return self.say(self.texts.cards[ref[5:]].title)
            if number is not None and number < item.id:
                return self.title(self.state.item(number))
        return ""

    def ref_words(self, ref: str) -> str:
        """The name of what a ref points at: a card, an item, a place on the board; other text as it is."""
        number = item_of(ref)
        if number is not None and number < len(self.state.records):
            record = self.state.records[number]
            return self.title(record) if isinstance(record, Item) else ref
        if ref.startswith("card:") and ref[5:] in self.texts.cards:
            return self.say(self.texts.cards[ref[5:]].title)
        if ref.startswith("space:") and self.texts.board:
            space = self.texts.board.spaces.get(ref[6:])
            sector = self.texts.board.sectors.get(space.sector) if space else None
            return self.say(sector.title) if sector else ref[6:]
        if ref.startswith("seat:") and ref[5:].isdecimal():
            return self.seat_name(int(ref[5:]))
        return ref

    def value_words(self, value: Value) -> str:
        """A field's value as people read it: dates as in the language, names for refs and codes."""
        if isinstance(value, tuple):
            return ", ".join(self.ref_words(part) for part in value)
        if isinstance(value, str):
            if is_date(value):
                return day_words(value)
            return _WHEN[value]() if value in _WHEN else self.ref_words(value)
        return str(value)

    def pinned(self) -> tuple[str, str, str]:
        """What stays in sight to the end: the target's name, the question, who decides and when."""
        pin = self.texts.pin
        name = self._pinned(pin.name) if pin.name else ""
        question = self._pinned(pin.question) if pin.question else ""
        return name, question, ", ".join(filter(None, map(self._pinned, pin.decides)))

    def _pinned(self, source: Source) -> str:
        if source.what == "field":
            own = sheet(self.state, source.step)
            return self.value_words(own.fields.get(source.part, "")) if own else ""
        return ", ".join(self.title(item) for item in results(self.game, self.state, source.step))

    # Doing

    def refusal(self, action: Action) -> str:
        """Why the action may not be done now, in words; empty if it may."""
        reason = self.session.refusal(action)
        return in_words(reason, self.texts) if reason else ""

    def do(self, *actions: Action) -> Next | None:
        """Does the actions one after the other; stops at the first that is refused and says why."""
        for action in actions:
            if self.recording.closed_to_change:
                return self._closed()
            reason = self.recording.do(action)
            if reason is not None:
                return Tell(in_words(reason, self.texts), icon="info")
        return None

    def doing(self, *actions: Action) -> Callable[[], Next | None]:
        """What a part's press does: these actions."""
        return lambda: self.do(*actions)

    def undo(self) -> Next | None:
        """Takes the last thing back; cards that were dealt go together with what they were dealt for."""
        if self.recording.closed_to_change:
            return self._closed()
        if not self.recording.undo():
            return Tell(_("There is nothing to undo."), icon="info")
        while self.run.owed and self.recording.undo():
            pass
        return None

    def redo(self) -> Next | None:
        """Does again what was taken back, and deals the same cards again."""
        if self.recording.closed_to_change:
            return self._closed()
        if not self.recording.redo():
            return Tell(_("There is nothing to redo."), icon="info")
        while self.run.owed and self.recording.redo():
            pass
        return None

    def return_to(self, line: int) -> Next | None:
        """Goes on from how things stood after the first `line` lines. Nothing is lost: undo comes back."""
        if self.recording.closed_to_change:
            return self._closed()
        self.recording.return_to(line)
        return Tell(_("You go on from an earlier moment. Nothing is lost."), undo=self.undo)

    def close(self) -> None:
        """Lets go of the session's file, with everything in it."""
        self.guide.keep()
        self.recording.close()

    def _closed(self) -> Next | None:
        closed = self.recording.closed_to_change
        return Tell(f"{closed.what} {closed.remedy}", icon="lock") if closed else None

    # Steps and time

    def next_step(self) -> str:
        """The step after this one in the order of play that is not left out, or the end."""
        order = self.state.order
        place = order.index(self.state.at) + 1 if self.state.at in order else len(order)
        return next((step for step in order[place:] if not self._left_out(step)), END)

    def _left_out(self, step: str) -> bool:
        return step in self.state.skipped

    def go_on(self) -> Next | None:
        """Goes to the next step of the game."""
        return self.do(GoTo(self.next_step()))

    def longer(self) -> Next | None:
        """Gives the step in hand two more minutes."""
        return self.do(Extend(self.state.at, 2)) if self.step else None

    def previous_step(self) -> str:
        """The step before this one in the order of play that is not left out; empty if there is none."""
        order = self.state.order
        place = order.index(self.state.at) if self.state.at in order else len(order)
        return next((step for step in reversed(order[:place]) if not self._left_out(step)), "")

    def minutes_of(self, step: str) -> int:
        """The minutes that a step has: its part of what remains, and what was added."""
        return self.timing.planned(step)

    def spent_on(self, step: str) -> float:
        """The seconds of play that a step has taken so far, on all visits, without pauses."""
        return self.timing.spent(step)

    def time_left(self) -> float:
        """The seconds that the step in hand has left; below zero when it has run over."""
        return self.timing.left()

    def pause(self) -> Next | None:
        """Stops the clock, or lets it go on. Nothing else stops."""
        (self.timing.go_on if self.timing.paused else self.timing.pause)()
        return None


def shape_name(number: int) -> str:
    """A seat's colour and shape in words."""
    for seat in tokens()["seats"]:
        if seat["seat"] == number:
            name: str = seat["name"].get(words.used()) or seat["name"]["en"]
            return name
    return str(number)


_WHEN: dict[str, Callable[[], str]] = {
    "now": lambda: pgettext("when", "now"),
    "soon": lambda: pgettext("when", "soon"),
    "later": lambda: pgettext("when", "later"),
}
