"""What goes on in a write step: who writes, what has been typed, what is folded, and what is done about it."""

from collections.abc import Callable

from game.engine.actions import Action, Done, NextRound, Restore, Reveal, Turn
from game.engine.actions import Write as WriteNote
from game.engine.definition import Ref, Round, Step, Write
from game.engine.results import about, items
from game.engine.state import Item
from game.ui.editing import Document
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.steps.editor import Draft
from game.ui.steps.opened import OpenNote
from game.ui.steps.view import StepView
from game.words import _

Press = Callable[[], Next | None]


class Writing(StepView):
    """A write step as it goes on: whose note is being written, what has been typed and is no part of the session yet,
    what is hidden, and what is done about it.
    """

    def __init__(self, play: Play, step: Step, open_script: Press) -> None:
        super().__init__(play, step, open_script)
        assert isinstance(step, Write)
        self.write = step
        self._writer: int | None = None
        self._set_aside = (-1, -1, -1)
        self.hidden = False
        self.paper_since: float | None = None
        self._now = 0.0
        self._shown_card = ""
        self._drafts: dict[tuple[int, int], Draft] = {}
        for number in range(len(step.rounds)):
            for seat in range(9):
                kept = play.recording.setting(f"draft.{step.id}.{_draft_name(number, seat)}")
                if kept:
                    self._drafts[number, seat] = self._new_draft(kept)

    # What is going on

    @property
    def round(self) -> Round:
        """The round at hand."""
        return self.write.rounds[self.play.run.round]

    @property
    def secret(self) -> bool:
        """Whether what is written now stays folded until the reveal."""
        return self.write.secret and self.round.turns == "silent" and not self.play.run.revealed

    @property
    def writer(self) -> int | None:
        """Whose note is open: a seat, 0 for the table's, or None."""
        run = self.play.run
        if run.owed:
            return None
        if self.round.turns != "round":
            return self._writer
        if self._writer == 0:
            return 0
        return run.turn if run.turn and self._set_aside != (run.round, run.lap, run.turn) else None

    @property
    def on_paper(self) -> bool:
        """Whether everybody thinks, and nothing is typed yet."""
        return self.secret and self.paper_since is not None

    def draft(self, seat: int) -> Draft:
        key = self.play.run.round, seat
        if key not in self._drafts:
            self._drafts[key] = self._new_draft("")
        return self._drafts[key]

    def _new_draft(self, text: str) -> Draft:
        return Draft(Document(text, limit=self.write.limits.chars))

    def leave(self) -> Next | None:
        for name, text in self.drafts().items():
            self.play.recording.keep(f"draft.{self.write.id}.{name}", text)
        return None

    def drafts(self) -> dict[str, str]:
        return {_draft_name(*key): draft.document.text for key, draft in self._drafts.items()}

    def cards(self) -> tuple[str, ...]:
        """The cards of the round: the table's, and those of the seat that writes or is up."""
        run = self.play.run
        table = run.drawn[run.round] if run.round < len(run.drawn) else ()
        return (*table, *run.hands.get(self.writer or run.turn, ()))

    def card(self) -> str:
        """The card that new notes are tied to: the one shown large, the latest unless another was asked for."""
        cards = self.cards()
        return self._shown_card if self._shown_card in cards else cards[-1] if cards else ""

    def things(self) -> tuple[Item, ...]:
        return about(self.play.game, self.play.state, self.write)

    def asked(self) -> str:
        rounds = self.text.rounds
        number = self.play.run.round
        ask = self.play.say(rounds[number].ask) if number < len(rounds) else ""
        return ask or self.play.say(self.text.prompt)

    def notes(self) -> list[Item]:
        """What may be seen of what was written here, withdrawn notes too."""
        hidden = self.play.hidden()
        return [item for item in items(self.play.state, self.write.id, gone=True) if item.id not in hidden]

    def folded(self) -> dict[int, int]:
        """How many notes lie folded in front of each seat."""
        folded: dict[int, int] = {}
        for number in self.play.hidden():
            record = self.play.state.records[number]
            if isinstance(record, Item) and record.step == self.write.id and not record.gone:
                folded[record.seat] = folded.get(record.seat, 0) + 1
        return folded

    # What is done

    def begin(self, seat: int) -> Press:
        """Opens a seat's note; where people take turns, gives it the turn."""

        def press() -> Next | None:
            self.paper_since = None
            if self.round.turns == "round" and seat:
                self._writer = None
                self._set_aside = (-1, -1, -1)
                return self.play.do(Turn(seat)) if self.play.run.turn != seat else None
            self._writer = seat
            return None

        return press

    def stop(self) -> Next | None:
        """Closes the note; what was typed is kept."""
        run = self.play.run
        self.wanted_focus = f"table.seat-{self._writer}" if self.secret else "dock.write"
        self._set_aside = (run.round, run.lap, run.turn)
        self._writer = None
        return None

    def send(self) -> Next | None:
        """The note is folded or put on the table, and the next seat is up. In silence an empty note is passed over."""
        writer = self.writer
        if writer is None:
            return None
        draft = self.draft(writer)
        text = draft.document.value
        if text or not self.secret:
            card = self.card()
            links = (*((f"card:{card}",) if card else ()), *draft.ties)
            kind = draft.kind if draft.kind in self.write.kinds else ""
            actions: list[Action] = [WriteNote(writer, text, kind, links)]
            if self.round.turns == "round" and writer:
                actions.append(Done(writer))
            refused = self.play.do(*actions)
            if refused is not None:
                return refused
            self._drafts[self.play.run.round, writer] = self._new_draft("")
        if self.round.turns == "silent":
            self._writer = self._after(writer)
        elif self.round.turns == "round":
            self._writer = None
        self.wanted_focus = "dock.note" if self.writer is not None else "dock.next"
        return None

    def _after(self, seat: int) -> int:
        """The seat that is up after this one."""
        here = [other.number for other in self.play.seats]
        return next((number for number in here if number > seat), here[0]) if seat else 0

    def hide(self) -> Next | None:
        self.hidden = not self.hidden
        self.wanted_focus = "dock.note"
        return None

    def choose_way(self, way: str) -> Next | None:
        self.paper_since = self._now if way == "paper" else None
        return None

    def show_card(self, card: str) -> Press:
        def press() -> Next | None:
            self._shown_card = card
            return None

        return press

    def open_note(self, item: Item) -> Press:
        """Opens a note large, or puts a withdrawn one back."""
        if item.gone:
            return self.play.doing(Restore(item.id))
        choices = tuple(thing.ref for thing in self.things())
        return lambda: Push(OpenNote(self.play, item.id, choices, self.link_words(), self.write.limits.chars))

    def reveal(self) -> Next | None:
        self.paper_since = None
        self._writer = None
        return self.play.do(Reveal())

    def next_round(self) -> Next | None:
        self._writer = None
        return self.play.do(NextRound())

    def tick(self, now: float) -> Next | None:
        self._now = now
        return None

    def link_words(self) -> str:
        kinds: set[Ref] = {thing.kind for thing in self.things()}
        if len(kinds) == 1:
            label = self.play.say(self.play.texts.labels.get("item", kinds.pop()).label)
            return _("Tie to: {kind}").format(kind=label[:1].lower() + label[1:])
        return _("Tie to something")


def _draft_name(number: int, seat: int) -> str:
    return f"round-{number}.seat-{seat}"
