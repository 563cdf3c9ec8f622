"""The screen of a choose step: cards that seats pick, what the table agrees on, and what is written about it."""

from collections.abc import Callable
from functools import partial

from game.engine.actions import Judge, Settle, Tag, Unjudge
from game.engine.definition import Choose, Ref
from game.engine.judging import PICK
from game.engine.results import answers, items, picks, ref_of, results, sheet, spent, things
from game.engine.state import Item, Judgement, item_of
from game.ui import cards
from game.ui.cards import CardFace
from game.ui.controls import Button, Chip, flow
from game.ui.faces import face_of, own_face
from game.ui.inputs import Input
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Tell
from game.ui.steps.cardgrid import CardGrid
from game.ui.steps.cardparts import CardPart
from game.ui.steps.chosen import Choice, ChosenRail
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.sheetform import SheetForm
from game.ui.steps.turns import count_word, hides, onward, passing, seats_lead
from game.ui.steps.view import Areas, StepView
from game.words import _, ngettext

_NOWHERE = Box(0, 0, 0, 0)
_LIFT = 8.0
_PLAIN, _WITH_TAGS = 270.0, 312.0
"""How high a card is at least."""


class ChooseView(StepView):
    """Shows a choose step in three ways: each seat picks, the table agrees, and the sheet is filled in."""

    def __init__(self, play: Play, step: Choose, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.step: Choose = step
        self.grid = CardGrid(self._changed)
        self.chosen = ChosenRail(play, step, self._changed)
        self.form = SheetForm(play, step, self._changed)
        self.seat = 0
        """The seat that picks in this turn, chosen by its number; 0: the one whose turn it is."""
        self.agreeing: bool | None = None
        """Whether a press means that the table agrees; None: as the round goes."""
        self.candidate: Ref = ""
        self.writing = self._settled_enough() and bool(step.fields)
        """Whether the sheet lies on the table instead of the cards."""
        self._turn = play.run.turn

    # What is so

    @property
    def who(self) -> int:
        """The seat that a press picks for."""
        here = [seat.number for seat in self.play.seats]
        if self.seat in here and self._turn == self.play.run.turn:
            return self.seat
        return self.play.run.turn or (here[0] if here else 0)

    @property
    def agrees(self) -> bool:
        """Whether the table is agreeing on what it chooses."""
        if self.step.settle is None or self.writing:
            return False
        if self.agreeing is None:
            run = self.play.run
            return self.step.rounds[run.round].turns == "round" and not run.turn
        return self.agreeing

    def _settled_enough(self) -> bool:
        settle = self.step.settle
        return settle is not None and len(self.play.run.settled) >= max(settle.least, 1)

    def _things(self) -> list[Ref]:
        return list(things(self.play.game, self.play.state, self.step))

    def _picks(self, seat: int) -> list[Ref]:
        return list(picks(self.play.run, seat))

    def _supporters(self, thing: Ref) -> list[Judgement]:
        hidden = self.play.hidden()
        return [j for j in answers(self.play.state, self.step.id, thing) if j.id not in hidden]

    def _standing(self, thing: Ref) -> Item | None:
        """The item that a thing is or that stands for a card, if there is one."""
        for item in items(self.play.state, self.step.id, self.step.makes):
            if ref_of(item) == thing:
                return item
        return None

    def _face(self, thing: Ref) -> CardFace:
        texts = self.play.texts
        if thing.startswith("card:"):
            return face_of(texts, thing[5:])
        number = item_of(thing)
        words = self.play.title(self.play.state.item(number)) if number is not None else thing
        return own_face(texts, self.step.decks[0] if self.step.decks else "", words)

    # The table

    def layout(self, look: Look, areas: Areas) -> Areas:
        return with_foot(look, areas, self._foot())

    def table(self, look: Look, box: Box) -> list[Part]:
        own = sheet(self.play.state, self.step.id)
        if self.writing and own is not None:
            chosen = results(self.play.game, self.play.state, self.step.id)
            return self.form.parts(look, box, own, [(item, self._face(ref_of(item))) for item in chosen])
        every = self._things()
        if self.candidate not in every:
            self.candidate = self._most_supported(every) if self.agrees else ""
        faces = [self._face(thing) for thing in every]
        own_card = Button("table.own", _NOWHERE, _("Own suggestion"), self._write, icon="plus")
        laid = self.grid.lay(
            look, box, [self.play.ref_words(thing) for thing in every], [f"{f.title} {f.text}" for f in faces],
            own_card if self.step.own else None, _WITH_TAGS if self.step.tags else _PLAIN,
        )  # fmt: skip
        found = laid.over
        for index, cell in laid.cells:
            found += self._card(look, cell, every[index], faces[index])
        return found

    def _card(self, look: Look, cell: Box, thing: Ref, face: CardFace) -> list[Part]:
        run = self.play.run
        seats = tuple(j.seat for j in self._supporters(thing))
        mine = thing in self._picks(self.who)
        settled = thing in run.settled
        selected = thing == self.candidate if self.agrees else mine or settled
        item = self._standing(thing)
        lifted = bool(seats) or settled
        tags = self.step.tags if item is not None and lifted else ()
        chips = [self._tag(item, tag) for tag in tags if item is not None]
        box = cell.moved(0, -_LIFT) if lifted else cell
        room = flow(look, Box(box.x + 20, 0, box.w - 40, 0), chips) + 20 if chips else 0.0
        card = CardPart(
            f"table.{thing}", box, self.play.ref_words(thing), partial(self._press, thing), face=face, size=cards.GRID,
            seats=seats, selected=selected, up=lifted, group="cards", radius=look.radius("card"), foot_room=room,
            tag=_("Agreed") if settled else "",
        )  # fmt: skip
        for chip in chips:
            chip.box = chip.box.moved(0, box.bottom - room)
        return [card, *chips]

    def _tag(self, item: Item, tag: str) -> Chip:
        on = tag in item.tags
        words = self.play.say(self.play.texts.labels.get("tag", tag).label)
        icon = "check" if on else "plus"
        return Chip(f"table.tag-{tag}-{item.id}", _NOWHERE, words, self.play.doing(Tag(item.id, tag, not on)),
                    kind="filled" if on else "plain", icon=icon, group="tags")  # fmt: skip

    def _press(self, thing: Ref) -> Next | None:
        return self._consider(thing) if self.agrees else self._pick(thing)

    def _pick(self, thing: Ref) -> Next | None:
        """The seat picks, or takes its pick back. Where it has one pick only, a new one takes the old one's place."""
        seat = self.who
        if not seat:
            return Tell(_("Choose first who picks: press a seat."), icon="info")
        mine = self._picks(seat)
        if thing in mine:
            return self.play.do(Unjudge(seat, thing))
        if self.step.limits.seat.most == 1 and mine:
            return self.play.do(Unjudge(seat, mine[0]), Judge(seat, thing, PICK))
        return self.play.do(Judge(seat, thing, PICK))

    def _consider(self, thing: Ref) -> Next | None:
        if thing in self.play.run.settled:
            return self.play.do(Settle(thing, False))
        self.candidate = "" if self.candidate == thing else thing
        return None

    def _most_supported(self, every: list[Ref]) -> Ref:
        open_ones = [thing for thing in every if thing not in self.play.run.settled]
        found = max(open_ones, key=lambda thing: len(self._supporters(thing)), default="")
        return found if found and self._supporters(found) else ""

    # The rail

    def rail(self, look: Look, box: Box) -> list[Part]:
        found = []
        for thing in self._things():
            supporters = self._supporters(thing)
            settled = thing in self.play.run.settled
            if supporters or settled:
                item = self._standing(thing)
                tags = [tag for tag in self.step.tags if item is not None and tag in item.tags]
                marks = [self.play.say(self.play.texts.labels.get("tag", tag).label) for tag in tags]
                if settled:
                    marks.insert(0, _("Agreed"))
                found.append(Choice(thing, self.play.ref_words(thing), supporters, tuple(marks)))
        switch: Button | None = None
        if self.step.settle is not None and not self.writing:
            label = _("Back to each one’s choice") if self.agrees else _("Agree together")
            icon = "" if self.agrees else "people"
            switch = Button("rail.agree", _NOWHERE, label, self._switch(not self.agrees), icon=icon)
        return self.chosen.parts(look, box, found, 0 if self.writing else self.who, self._show, switch)

    def _show(self, thing: Ref) -> Next | None:
        """The page with this card is turned to."""
        every = self._things()
        if thing in every:
            self.writing = False
            self.grid.show(every.index(thing))
            self.wanted_focus = f"table.{thing}"
        return None

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        return foot_parts(look, box, self._foot())

    def _foot(self) -> Foot:
        if self.writing:
            return self._foot_of_form()
        play, who = self.play, self.who
        buttons: list[Button] = []
        if self.agrees:
            heading, line = self._agreeing_words()
            if self.step.fields and self._settled_enough():
                buttons.append(Button("dock.sheet", _NOWHERE, _("Write it down"), self._open_form, icon="edit"))
        else:
            heading, line = self._picking_words(play.seat_name(who)), play.say(self.text.prompt)
            buttons += passing(play)
        secret = hides(play) and not self.agrees
        if secret:
            line = _("Answers are secret until the reveal, in exports too.")
        buttons.append(self._primary())
        return Foot(heading, line, tuple(buttons), line_icon="lock" if secret else "", lead=self._lead)

    def _picking_words(self, name: str) -> str:
        limits = self.step.limits.seat
        if limits.most is None and limits.least > 1:
            return _("{name}, choose at least {count}").format(name=name, count=count_word(limits.least))
        if limits.most is not None and limits.least == limits.most:
            return _("{name}, choose {count}").format(name=name, count=count_word(limits.most))
        if limits.most is not None:
            return _("{name}, choose at most {count}").format(name=name, count=count_word(limits.most))
        return _("{name}, choose").format(name=name)

    def _agreeing_words(self) -> tuple[str, str]:
        settle = self.step.settle
        assert settle is not None
        most = settle.most
        heading = _("Agree together on what goes on")
        if most:
            heading = ngettext("Agree on {count} together", "Agree on at most {count} together", most)
            heading = heading.format(count=count_word(most))
        budget = self.step.budget
        if budget is not None:
            used = spent(self.play.game, self.play.state, self.step, budget)
            return heading, _("{used} of {points} effort points are in use.").format(used=used, points=budget.points)
        return heading, _("Press the card that you agree on.")

    def _primary(self) -> Button:
        if not self.agrees:
            return onward(self.play)
        if not self.candidate and self._settled_enough():
            return onward(self.play)
        refusal = self.play.refusal(Settle(self.candidate)) if self.candidate else _("Press a card first.")
        return Button("dock.next", _NOWHERE, _("Choose this"), self._settle, kind="primary", icon="check",
                      refusal=refusal)  # fmt: skip

    def _settle(self) -> Next | None:
        answer = self.play.do(Settle(self.candidate))
        if answer is None:
            self.candidate = ""
            if self.step.fields and self._settled_enough():
                self._open_form()
        return answer

    def _switch(self, on: bool) -> Callable[[], None]:
        def switch() -> None:
            self.agreeing, self.candidate = on, ""

        return switch

    def _foot_of_form(self) -> Foot:
        back = Button("dock.cards", _NOWHERE, _("Back to the cards"), self._close_form, icon="back")
        heading, line, icon = self.form.words()
        return Foot(heading, line, (back, onward(self.play)), icon=icon)

    def _open_form(self) -> Next | None:
        self.writing = True
        self.wanted_focus = self.form.first_focus()
        return None

    def _close_form(self) -> Next | None:
        self.writing = False
        return self.form.flush()

    def _lead(self, look: Look, box: Box) -> tuple[list[Part], float]:
        return seats_lead(look, box, self.play, self._turn_to, self._pips, 0 if self.agrees else self.who)

    def _pips(self, seat: int) -> tuple[int, int]:
        limits = self.step.limits.seat
        mine = len(self._picks(seat))
        total = max(limits.most or limits.least, mine)
        return (mine, total) if total <= 5 else (0, 0)

    def _turn_to(self, seat: int) -> Callable[[], None]:
        def turn() -> None:
            self.seat, self._turn, self.chosen.about = seat, self.play.run.turn, ""
            if self.agrees:
                self.agreeing = False

        return turn

    def _write(self) -> Next | None:
        self.chosen.begin()
        self.wants_rail = True
        self.wanted_focus = "rail.own"
        return None

    # Time and keys

    def on_input(self, given: Input) -> Next | None:
        if not self.writing and (name := self.grid.on_input(given)):
            self.wanted_focus, self.stale = name, True
        return None

    def tick(self, now: float) -> Next | None:
        if self.chosen.entries.tick():
            self.stale = True
        answer = self.form.tick()
        self.wanted_focus = self.wanted_focus or self.form.wanted_focus()
        return answer

    def drafts(self) -> dict[str, str]:
        return {**self.form.drafts(), **self.chosen.drafts()}

    def leave(self) -> Next | None:
        return self.form.flush() or self.chosen.entries.commit()

    def _changed(self) -> None:
        self.stale = True
