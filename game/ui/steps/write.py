"""The screen of a write step: notes on a question, round by round, folded until the reveal or open on the wall."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from game.engine.actions import Action, Call, Done, NextRound, Pass, Restore, Reveal, Turn
from game.engine.actions import Write as WriteNote
from game.engine.definition import Ref, Round, Step, Write
from game.engine.results import about, items
from game.engine.state import Item
from game.ui.controls import Button, Chip, flow
from game.ui.editing import Document
from game.ui.look import Box, Look
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.scroll import ScrollArea
from game.ui.steps import silent, wall
from game.ui.steps.chips import chip_of
from game.ui.steps.editor import Draft, Editor
from game.ui.steps.foot import Foot, foot_parts, script_button, with_foot
from game.ui.steps.opened import OpenNote
from game.ui.steps.slips import paper
from game.ui.steps.turns import seats_lead, to_next_step
from game.ui.steps.view import Areas, StepView
from game.words import _, ngettext

Press = Callable[[], Next | None]

NOWHERE = Box(0, 0, 0, 0)
_SQUEEZE = 30.0
"""So much lower than it wants the card of the round may be, before the rail scrolls."""
_FEW = 6
"""So many things are shown over the wall; more are found in the list of ties."""


class WriteView(StepView):
    """Shows a write step. Whose note is being written, what has been typed and what is hidden are the view's own."""

    def __init__(self, play: Play, step: Step, open_script: Press) -> None:
        super().__init__(play, step, open_script)
        assert isinstance(step, Write)
        self.write = step
        self._writer: int | None = None
        self._set_aside = (-1, -1, -1)
        self._open_for: tuple[int, int, int | None] = (-1, -1, None)
        self._hidden = False
        self._paper_since: float | None = None
        self._now = 0.0
        self._shown_card = ""
        self._editor: Editor | None = None
        self._seen: set[int] | None = None
        self._newest = -1
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
        return self.secret and self._paper_since is not None

    def _draft(self, seat: int) -> Draft:
        key = self.play.run.round, seat
        if key not in self._drafts:
            self._drafts[key] = self._new_draft("")
        return self._drafts[key]

    def _new_draft(self, text: str) -> Draft:
        return Draft(Document(text, limit=self.write.limits.chars))

    def drafts(self) -> dict[str, str]:
        return {_draft_name(*key): draft.document.text for key, draft in self._drafts.items()}

    def _cards(self) -> tuple[str, ...]:
        run = self.play.run
        return run.drawn[run.round] if run.round < len(run.drawn) else ()

    def _card(self) -> str:
        """The card that new notes are tied to: the one shown large, the latest unless another was asked for."""
        cards = self._cards()
        return self._shown_card if self._shown_card in cards else cards[-1] if cards else ""

    def _things(self) -> tuple[Item, ...]:
        return about(self.play.game, self.play.state, self.write)

    def _asked(self) -> str:
        rounds = self.text.rounds
        number = self.play.run.round
        ask = self.play.say(rounds[number].ask) if number < len(rounds) else ""
        return ask or self.play.say(self.text.prompt)

    def _notes(self) -> list[Item]:
        """What may be seen of what was written here, withdrawn notes too."""
        hidden = self.play.hidden()
        return [item for item in items(self.play.state, self.write.id, gone=True) if item.id not in hidden]

    def _folded(self) -> dict[int, int]:
        """How many notes lie folded in front of each seat."""
        folded: dict[int, int] = {}
        for number in self.play.hidden():
            record = self.play.state.records[number]
            if isinstance(record, Item) and record.step == self.write.id and not record.gone:
                folded[record.seat] = folded.get(record.seat, 0) + 1
        return folded

    # What is done

    def _begin(self, seat: int) -> Press:
        """Opens a seat's note; where people take turns, gives it the turn."""

        def press() -> Next | None:
            self._paper_since = None
            if self.round.turns == "round" and seat:
                self._writer = None
                self._set_aside = (-1, -1, -1)
                return self.play.do(Turn(seat)) if self.play.run.turn != seat else None
            self._writer = seat
            return None

        return press

    def _leave(self) -> Next | None:
        """Closes the note; what was typed is kept."""
        run = self.play.run
        self.wanted_focus = f"table.seat-{self._writer}" if self.secret else "dock.write"
        self._set_aside = (run.round, run.lap, run.turn)
        self._writer = None
        return None

    def _send(self) -> Next | None:
        """The note is folded or put on the table, and the next seat is up. In silence an empty note is passed over."""
        writer = self.writer
        if writer is None:
            return None
        draft = self._draft(writer)
        text = draft.document.value
        if text or not self.secret:
            card = self._card()
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
        return None

    def _after(self, seat: int) -> int:
        """The seat that is up after this one."""
        here = [other.number for other in self.play.seats]
        return next((number for number in here if number > seat), here[0]) if seat else 0

    def _hide(self) -> Next | None:
        self._hidden = not self._hidden
        self.wanted_focus = "dock.note"
        return None

    def _choose_way(self, way: str) -> Next | None:
        self._paper_since = self._now if way == "paper" else None
        return None

    def _show_card(self, card: str) -> Press:
        def press() -> Next | None:
            self._shown_card = card
            return None

        return press

    def _open(self, item: Item) -> Press:
        """Opens a note large, or puts a withdrawn one back."""
        if item.gone:
            return self.play.doing(Restore(item.id))
        choices = tuple(thing.ref for thing in self._things())
        return lambda: Push(OpenNote(self.play, item.id, choices, self._link_words(), self.write.limits.chars))

    def _reveal(self) -> Next | None:
        self._paper_since = None
        self._writer = None
        return self.play.do(Reveal())

    def _next_round(self) -> Next | None:
        self._writer = None
        return self.play.do(NextRound())

    def tick(self, now: float) -> Next | None:
        self._now = now
        return None

    # Layout

    def layout(self, look: Look, areas: Areas) -> Areas:
        rail = areas.rail
        self.script_button = "rail"
        if self.secret:
            self.script_button = "own"
        if rail is not None and not self._has_rail():
            self.script_button = "own"
            areas = areas._replace(table=areas.table._replace(w=areas.dock.w), rail=None)
            rail = None
        self._editor = self._new_editor()
        open_for = (self.play.run.round, self.play.run.lap, self.writer)
        if self._editor is not None and open_for != self._open_for:
            self.wanted_focus = "dock.note"
        self._open_for = open_for
        if self._editor is None:
            return with_foot(look, areas, self._foot())
        high = self._editor.height(look, areas.table.w)
        bottom = areas.dock.bottom
        gap = areas.dock.y - areas.table.bottom
        sheet = Box(areas.table.x, bottom - high, areas.table.w, high)
        table = areas.table._replace(h=sheet.y - gap - areas.table.y)
        return Areas(table, rail._replace(h=bottom - rail.y) if rail is not None else None, sheet)

    def _has_rail(self) -> bool:
        return bool(len(self.write.rounds) > 1 or self._cards() or self._things() or self.play.run.owed)

    def table(self, look: Look, box: Box) -> list[Part]:
        if not self.secret:
            return self._wall(look, box)
        self._seen = None
        writing = self.writer is not None
        way = "" if writing else "paper" if self.on_paper else "keys"
        found, y = silent.prompt(look, box, self._asked(), way, None if writing else self._choose_way)
        rest = Box(box.x, y + 20, box.w, box.bottom - y - 20)
        if self.on_paper and self._paper_since is not None:
            return found + silent.thinking(look, rest, self._paper_since)
        return found + silent.mats(
            look, rest, self.play, self._folded(), paper(self.play.run.round), self._begin, self.writer or 0,
            lambda _seat: "",
        )  # fmt: skip

    def _wall(self, look: Look, box: Box) -> list[Part]:
        notes = self._notes()
        arrivals = self._arrivals(look, notes)
        found = self._about_chips(look, box)
        if found:
            box = box.cut_top(max(part.box.bottom for part in found) - box.y, 16)[1]
        return [
            *found,
            *wall.wall(look, box, self.play, self.write, notes, self._open, self.writer, arrivals, self._newest),
        ]

    def _about_chips(self, look: Look, box: Box) -> list[Chip]:
        """The few things that a drawn card is to be tried on; a press begins a note about one of them."""
        things = self._things()
        if self.writer is not None or not self._cards() or not 0 < len(things) <= _FEW:
            return []

        def about_it(ref: Ref) -> Press:
            def press() -> Next | None:
                seat = self.play.run.turn
                self._draft(seat).ties = (ref,)
                return self._begin(seat)()

            return press

        chips = [
            chip_of(self.play, look, f"table.about-{thing.id}", thing.ref, about_it(thing.ref)) for thing in things
        ]
        flow(look, box, chips)
        return chips

    def _arrivals(self, look: Look, notes: Sequence[Item]) -> dict[int, Arrival]:
        """How notes that were not on the wall before come there: at the reveal one after the other, in seat order."""
        new = [] if self._seen is None and not self.play.run.revealed else [
            item for item in notes if self._seen is None or item.id not in self._seen
        ]  # fmt: skip
        revealed = self._seen is None
        self._seen = {item.id for item in notes}
        if not new:
            return {}
        if not revealed:
            self._newest = new[-1].id
            return {item.id: Arrival("unfold") for item in new}
        each = min(look.ms("reveal_each"), look.ms("reveal_max") // len(new))
        in_order = sorted(new, key=lambda item: (item.seat, item.id))
        return {item.id: Arrival("unfold", place * each) for place, item in enumerate(in_order)}

    # The rail

    def rail(self, look: Look, box: Box) -> list[Part]:
        play, cards, things = self.play, self._cards(), self._things()
        many = len(self.write.rounds) > 1 and not self.secret
        if not many and not cards:
            return wall.memory(look, box, play, things) if things else []
        counts = [0] * len(self.write.rounds)
        for item in self._notes():
            counts[item.round] += 0 if item.gone else 1
        roomy, tight = (
            wall.rounds_height(look, play, self.write, counts, box.w, style) + 16 if many else 0.0
            for style in ("read", "small")
        )
        if not cards:
            low = min(roomy if roomy < box.h * 0.45 else tight, box.h * 0.55) if things else box.h
            top, rest = box.cut_top(box.h - low)
            return [*(wall.memory(look, top, play, things) if things else []), *self._rounds(look, rest, counts)]
        another, card = self._another(), self._card()
        least = wall.least_cards_height(look, box.w, play, cards, card, another is not None)
        whole = max(box.h, least + tight - _SQUEEZE)
        low = roomy if least + roomy <= whole else tight
        top, rest = box._replace(h=whole).cut_top(whole - low)
        found, y = wall.round_cards(look, top, play, cards, card, self._show_card, another)
        if many:
            found += self._rounds(look, Box(rest.x, y - 8, rest.w, rest.bottom - y + 8), counts)
        if whole > box.h:
            area = ScrollArea("rail.all", box.inset(-12, -6), self.play.say(self.text.title), content=whole + 12)
            return area.around(found)
        return found

    def _rounds(self, look: Look, box: Box, counts: Sequence[int]) -> list[Part]:
        """The list of rounds, a gap below what stands over it."""
        writer = self.writer
        said = "" if writer is None else _("{name} writes").format(name=self.play.seat_name(writer))
        place = box.cut_top(0, 16)[1] if self._things() or self._cards() else box
        return wall.rounds(look, place, self.play, self.write, self.play.run, counts, said)

    def _another(self) -> Button | None:
        """The button that asks for one more card, where the round has drawn any."""
        if not self.round.draws:
            return None
        call = Call(self.round.draws[0].deck)
        return Button("rail.another", NOWHERE, _("Draw another card"), self.play.doing(call), kind="quiet",
                      icon="step-deal", refusal=self.play.refusal(call))  # fmt: skip

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        if self._editor is not None:
            return self._editor.parts(look, box)
        return foot_parts(look, box, self._foot())

    def _script(self) -> tuple[Button, ...]:
        return (script_button(self.open_script),) if self.script_button == "own" else ()

    def _foot(self) -> Foot:
        if self.on_paper:
            begin = Button("dock.read", NOWHERE, _("Start reading out"), self._reveal, kind="primary", icon="eye")
            return Foot(_("Silence, please"), _("The clock only tells the time. Nothing stops when it runs."),
                        (*self._script(), begin), "pause", "info")  # fmt: skip
        if self.secret:
            return self._silent_foot()
        return self._open_foot()

    def _silent_foot(self) -> Foot:
        count = sum(self._folded().values())
        if count:
            label = ngettext("Reveal {n} note", "Reveal {n} notes", count).format(n=count)
            go = Button("dock.reveal", NOWHERE, label, self._reveal, kind="primary", icon="eye")
        else:
            first = self.play.seats[0].number
            go = Button("dock.begin", NOWHERE, _("Start writing"), self._begin(first), kind="primary", icon="keyboard")
        return Foot(
            _("Press your number and write"), _("Notes are secret until the reveal, in the file too."),
            (*self._script(), go), "keyboard", "lock",
        )  # fmt: skip

    def _open_foot(self) -> Foot:
        run = self.play.run
        turns = self.round.turns
        waiting = turns == "round" and bool(run.turn)
        fresh = not any(item.round == run.round and not item.gone for item in self._notes())
        if waiting:
            heading, line = _("{name} is up").format(name=self.play.seat_name(run.turn)), self._asked()
            begin = run.turn
        elif turns == "round":
            heading, line = _("Everyone has had a turn"), _("Press a seat’s number to add a note.")
            begin = 0
        elif turns == "silent":
            heading, line = _("Read the notes aloud, one at a time"), _("Press a seat’s number to add a note.")
            begin = self.play.seats[0].number
        else:
            heading, line = self._asked(), _("Write for the table, or press a seat’s number.")
            begin = 0
        first = waiting or (fresh and not run.owed)
        note = Button(
            "dock.write", NOWHERE, _("Write a note"), self._begin(begin), kind="primary" if first else "plain",
            icon="edit", refusal="" if not run.owed else _("Cards are being dealt."),
        )  # fmt: skip
        on = self._onward("plain" if first else "primary")
        lead = partial(self._seats, run.turn)
        return Foot(heading, line, (*self._script(), *((on, note) if first else (note, on))), lead=lead)

    def _seats(self, now: int, look: Look, box: Box) -> tuple[list[Part], float]:
        return seats_lead(look, box, self.play, self._begin, now=now)

    def _onward(self, kind: Literal["primary", "plain"]) -> Button:
        """The button to the next round, or after the last one to the next step."""
        number = self.play.run.round + 1
        if number < len(self.write.rounds):
            rounds = self.text.rounds
            title = self.play.say(rounds[number].title) if number < len(rounds) else ""
            label = _("Go on: {title}").format(title=title) if title else _("Next round")
            press = self._next_round
        else:
            label, press = to_next_step(self.play), self.play.go_on
        return Button("dock.next", NOWHERE, label, press, kind=kind, arrow=True)

    def _new_editor(self) -> Editor | None:
        writer = self.writer
        if writer is None:
            return None
        draft = self._draft(writer)
        name = self.play.seat_name(writer)
        heading = _("{name}, write your note").format(name=name) if writer else _("Write for the table")
        turns = self.round.turns
        buttons: list[Button] = []
        if turns == "round" and writer:
            press = self.play.doing(Pass(writer))
            buttons.append(Button("dock.pass", NOWHERE, _("Pass"), press, kind="quiet"))
        label = _("Leave unfinished") if draft.document.value else _("Stop writing")
        buttons.append(Button("dock.leave", NOWHERE, label, self._leave, keys=("escape",)))
        if self.secret:
            label = _("Show the writing") if self._hidden else _("Hide the writing")
            icon = "eye" if self._hidden else "eye-off"
            buttons.append(Button("dock.hide", NOWHERE, label, self._hide, icon=icon, kind="quiet"))
        buttons += self._script()
        send = _("Fold the note") if self.secret else _("Put the note on the table")
        buttons.append(Button("dock.send", NOWHERE, send, self._send, kind="primary", icon="check"))
        card = self._card()
        labels = self.play.texts.labels
        codes = (self.write.makes, *self.write.kinds)
        kinds = tuple((code, self.play.say(labels.get("item", code).label)) for code in codes)
        secret_line = _("Notes are secret until the reveal, in the file too.")
        return Editor(
            self.play, draft, writer, heading, secret_line if self.secret else self._asked(), self._send,
            self._typed, tuple(buttons), paper(self.play.run.round), "lock" if self.secret else "",
            (card,) if card else (), tuple(thing.ref for thing in self._things()), self._link_words(),
            kinds if self.write.kinds else (), self.secret and self._hidden,
            _("Write here, then press Enter"),
        )  # fmt: skip

    def _typed(self) -> None:
        self.stale = True

    def _link_words(self) -> str:
        kinds: set[Ref] = {thing.kind for thing in self._things()}
        if len(kinds) == 1:
            label = self.play.say(self.play.texts.labels.get("item", kinds.pop()).label)
            return _("Tie to: {kind}").format(kind=label[:1].lower() + label[1:])
        return _("Tie to something")


def _draft_name(number: int, seat: int) -> str:
    return f"round-{number}.seat-{seat}"
