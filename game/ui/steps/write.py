"""The screen of a write step: notes on a question, round by round, folded until the reveal or open on the wall."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from game.engine.actions import Call, Pass
from game.engine.definition import Ref, Step
from game.engine.state import Item
from game.ui.controls import Button, Chip, flow
from game.ui.look import Box, Look
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps import silent, wall
from game.ui.steps.chips import chip_of
from game.ui.steps.editor import Editor
from game.ui.steps.foot import Foot, foot_parts, script_button, with_foot
from game.ui.steps.slips import paper
from game.ui.steps.turns import seats_lead, to_next_step
from game.ui.steps.view import Areas
from game.ui.steps.writing import Writing
from game.words import _, ngettext

Press = Callable[[], Next | None]

NOWHERE = Box(0, 0, 0, 0)
_SQUEEZE = 30.0
"""So much lower than it wants the card of the round may be, before the rail scrolls."""
_FEW = 6
"""So many things are shown over the wall; more are found in the list of ties."""


class WriteView(Writing):
    """Shows a write step."""

    def __init__(self, play: Play, step: Step, open_script: Press) -> None:
        super().__init__(play, step, open_script)
        self._editor: Editor | None = None
        self._open_for: tuple[int, int, int | None] = (-1, -1, None)
        self._seen = {item.id for item in self.notes()}
        self._was_secret = False
        self._newest = -1

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
        return bool(len(self.write.rounds) > 1 or self.cards() or self.things() or self.play.run.owed)

    def table(self, look: Look, box: Box) -> list[Part]:
        if not self.secret:
            return self._wall(look, box)
        self._was_secret = True
        writing = self.writer is not None
        way = "" if writing else "paper" if self.on_paper else "keys"
        found, y = silent.prompt(look, box, self.asked(), way, None if writing else self.choose_way)
        rest = Box(box.x, y + 20, box.w, box.bottom - y - 20)
        if self.on_paper and self.paper_since is not None:
            return found + silent.thinking(look, rest, self.paper_since)
        return found + silent.mats(
            look, rest, self.play, self.folded(), paper(self.play.run.round), self.begin, self.writer or 0
        )  # fmt: skip

    def _wall(self, look: Look, box: Box) -> list[Part]:
        notes = self.notes()
        arrivals = self._arrivals(look, notes)
        found = self._about_chips(look, box)
        if found:
            box = box.cut_top(max(part.box.bottom for part in found) - box.y, 16)[1]
        return [
            *found,
            *wall.wall(look, box, self.play, self.write, notes, self.open_note, self.writer, arrivals, self._newest),
        ]

    def _about_chips(self, look: Look, box: Box) -> list[Chip]:
        """The few things that a drawn card is to be tried on; a press begins a note about one of them."""
        things = self.things()
        if self.writer is not None or not self.cards() or not 0 < len(things) <= _FEW:
            return []

        def about_it(ref: Ref) -> Press:
            def press() -> Next | None:
                seat = self.play.run.turn
                self.draft(seat).ties = (ref,)
                return self.begin(seat)()

            return press

        chips = [
            chip_of(self.play, look, f"table.about-{thing.id}", thing.ref, about_it(thing.ref)) for thing in things
        ]
        flow(look, box, chips)
        return chips

    def _arrivals(self, look: Look, notes: Sequence[Item]) -> dict[int, Arrival]:
        """How notes that were not on the wall before come there: at the reveal one after the other, in seat order."""
        new = [item for item in notes if item.id not in self._seen]
        self._seen.update(item.id for item in new)
        revealed, self._was_secret = self._was_secret, False
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
        play, cards, things = self.play, self.cards(), self.things()
        many = len(self.write.rounds) > 1 and not self.secret
        if not many and not cards:
            return wall.memory(look, box, play, things) if things else []
        counts = [0] * len(self.write.rounds)
        for item in self.notes():
            counts[item.round] += 0 if item.gone else 1
        roomy, tight = (
            wall.rounds_height(look, play, self.write, counts, box.w, style) + 16 if many else 0.0
            for style in ("read", "small")
        )
        if not cards:
            low = min(roomy if roomy < box.h * 0.45 else tight, box.h * 0.55) if things else box.h
            top, rest = box.cut_top(box.h - low)
            return [*(wall.memory(look, top, play, things) if things else []), *self._rounds(look, rest, counts)]
        another, card = self._another(), self.card()
        least = wall.least_cards_height(look, box.w, play, cards, card, len(another))
        whole = max(box.h, least + tight - _SQUEEZE)
        low = roomy if least + roomy <= whole else tight
        top, rest = box._replace(h=whole).cut_top(whole - low)
        found, y = wall.round_cards(look, top, play, cards, card, self.show_card, another)
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
        place = box.cut_top(0, 16)[1] if self.things() or self.cards() else box
        return wall.rounds(look, place, self.play, self.write, self.play.run, counts, said)

    def _another(self) -> list[Button]:
        """The buttons that ask for one more card, one for each deck that the round draws from."""
        decks = list(dict.fromkeys(draw.deck for draw in self.round.draws))
        found = []
        for deck in decks:
            words = _("Draw another card")
            if len(decks) > 1:
                words = _("Draw another: {deck}").format(deck=self.play.say(self.play.texts.decks[deck].one))
            call = Call(deck)
            found.append(
                Button(f"rail.another-{deck}", NOWHERE, words, self.play.doing(call), kind="quiet", icon="step-deal",
                       refusal=self.play.refusal(call))
            )  # fmt: skip
        return found

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        if self._editor is not None:
            return self._editor.parts(look, box)
        return foot_parts(look, box, self._foot())

    def _script(self) -> tuple[Button, ...]:
        return (script_button(self.open_script),) if self.script_button == "own" else ()

    def _foot(self) -> Foot:
        if self.on_paper:
            begin = Button("dock.read", NOWHERE, _("Start reading out"), self.reveal, kind="primary", icon="eye")
            return Foot(_("Silence, please"), _("The clock only tells the time. Nothing stops when it runs."),
                        (*self._script(), begin), "pause", "info")  # fmt: skip
        if self.secret:
            return self._silent_foot()
        return self._open_foot()

    def _silent_foot(self) -> Foot:
        count = sum(self.folded().values())
        if count:
            label = ngettext("Reveal {n} note", "Reveal {n} notes", count).format(n=count)
            go = Button("dock.reveal", NOWHERE, label, self.reveal, kind="primary", icon="eye")
        else:
            first = self.play.seats[0].number
            go = Button("dock.begin", NOWHERE, _("Start writing"), self.begin(first), kind="primary", icon="keyboard")
        return Foot(
            _("Press your number and write"), _("Notes are secret until the reveal, in exports too."),
            (*self._script(), go), "keyboard", "lock",
        )  # fmt: skip

    def _open_foot(self) -> Foot:
        run = self.play.run
        turns = self.round.turns
        waiting = turns == "round" and bool(run.turn)
        fresh = not any(item.round == run.round and not item.gone for item in self.notes())
        if waiting:
            heading, line = _("{name} is up").format(name=self.play.seat_name(run.turn)), self.asked()
            begin = run.turn
        elif turns == "round":
            heading, line = _("Everyone has had a turn"), _("Press a seat’s number to add a note.")
            begin = 0
        elif turns == "silent":
            heading, line = _("Read the notes aloud, one at a time"), _("Press a seat’s number to add a note.")
            begin = self.play.seats[0].number
        else:
            heading, line = self.asked(), _("Write for the table, or press a seat’s number.")
            begin = 0
        first = waiting or (fresh and not run.owed)
        note = Button(
            "dock.write", NOWHERE, _("Write a note"), self.begin(begin), kind="primary" if first else "plain",
            icon="edit", refusal="" if not run.owed else _("Cards are being dealt."),
        )  # fmt: skip
        on = self._onward("plain" if first else "primary")
        lead = partial(self._seats, run.turn)
        return Foot(heading, line, (*self._script(), *((on, note) if first else (note, on))), lead=lead)

    def _seats(self, now: int, look: Look, box: Box) -> tuple[list[Part], float]:
        return seats_lead(look, box, self.play, self.begin, now=now)

    def _onward(self, kind: Literal["primary", "plain"]) -> Button:
        """The button to the next round, or after the last one to the next step."""
        number = self.play.run.round + 1
        if number < len(self.write.rounds):
            rounds = self.text.rounds
            title = self.play.say(rounds[number].title) if number < len(rounds) else ""
            label = _("Go on: {title}").format(title=title) if title else _("Next round")
            press = self.next_round
        else:
            label, press = to_next_step(self.play), self.play.go_on
        return Button("dock.next", NOWHERE, label, press, kind=kind, arrow=True)

    def _new_editor(self) -> Editor | None:
        writer = self.writer
        if writer is None:
            return None
        draft = self.draft(writer)
        name = self.play.seat_name(writer)
        heading = _("{name}, write your note").format(name=name) if writer else _("Write for the table")
        turns = self.round.turns
        buttons: list[Button] = []
        if turns == "round" and writer:
            press = self.play.doing(Pass(writer))
            buttons.append(Button("dock.pass", NOWHERE, _("Pass"), press, kind="quiet"))
        buttons.append(Button("dock.leave", NOWHERE, _("Leave unfinished"), self.stop, keys=("escape",)))
        if self.secret:
            label = _("Show the writing") if self.hidden else _("Hide the writing")
            icon = "eye" if self.hidden else "eye-off"
            buttons.append(Button("dock.hide", NOWHERE, label, self.hide, icon=icon, kind="quiet"))
        buttons += self._script()
        send = _("Fold the note") if self.secret else _("Put the note on the table")
        buttons.append(Button("dock.send", NOWHERE, send, self.send, kind="primary", icon="check"))
        card, labels = self.card(), self.play.texts.labels
        codes = (self.write.makes, *self.write.kinds) if self.write.kinds else ()
        return Editor(
            self.play, draft, writer, heading,
            _("Notes are secret until the reveal, in exports too.") if self.secret else self.asked(),
            self.send, tuple(buttons), role=paper(self.play.run.round), line_icon="lock" if self.secret else "",
            cards=(card,) if card else (), choices=tuple(thing.ref for thing in self.things()),
            link_words=self.link_words(),
            kinds=tuple((code, self.play.say(labels.get("item", code).label)) for code in codes),
            hidden=self.secret and self.hidden, placeholder=_("Write here, then press Enter"),
        )  # fmt: skip
