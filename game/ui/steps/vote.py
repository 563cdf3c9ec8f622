"""The screen of a vote step: ballots folded one after the other, then the answers, and what the table agrees on."""

from collections.abc import Callable
from functools import partial

from game.engine.actions import Again, Done, Judge, Pass, Resume, Reveal, Turn, Unjudge
from game.engine.actions import Write as WriteNote
from game.engine.definition import Ref, Step, Vote
from game.engine.results import cost, items, parts, picks, spent, things
from game.engine.state import Item, Judgement, item_of
from game.ui.controls import Button
from game.ui.dialogs import Answer, Dialog
from game.ui.editing import Document
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.steps.ballot import Thing, ballot, ballots, ballots_height, things_of
from game.ui.steps.cover import cover
from game.ui.steps.editor import Draft, Editor
from game.ui.steps.effort import effort_name, rack
from game.ui.steps.foot import Foot, foot_parts, script_button, with_foot
from game.ui.steps.opened import Gathered, OpenNote
from game.ui.steps.tally import questions, tally
from game.ui.steps.turns import seats_lead, to_next_step
from game.ui.steps.view import Areas, StepView
from game.words import _, ngettext

Press = Callable[[], Next | None]

NOWHERE = Box(0, 0, 0, 0)
_GAP = 20.0
_LIST = 320.0
"""What the open questions under the budget want at least."""


class VoteView(StepView):
    """Shows a vote step. Whose ballot is open and whether it is covered are the view's own."""

    script_button = "own"

    def __init__(self, play: Play, step: Step, open_script: Press) -> None:
        super().__init__(play, step, open_script)
        assert isinstance(step, Vote)
        self.vote = step
        self._seat = 0
        self._hidden = False
        self._first()
        self._revealed = play.run.revealed
        self._editor: Editor | None = None
        kept = play.recording.setting(f"draft.{step.id}.question")
        self._draft = Draft(Document(kept, limit=step.limits.chars))
        self._asking = False

    # What is going on

    @property
    def closed(self) -> bool:
        """Whether the answers are still secret."""
        return self.vote.secret and not self.play.run.revealed

    @property
    def in_turns(self) -> bool:
        """Whether seats vote one after the other in the open."""
        return self.vote.rounds[self.play.run.round].turns == "round"

    @property
    def voter(self) -> int:
        """The seat whose ballot is open; 0 if none is."""
        run = self.play.run
        if run.owed or (self.vote.secret and run.revealed):
            return 0
        if self.in_turns:
            return 0 if self._seat == 0 else run.turn
        here = [seat.number for seat in self.play.seats]
        return self._seat if self._seat in here and not (self.closed and self._seat in run.done) else 0

    def _first(self) -> None:
        """The first seat that has not voted is up."""
        done = self.play.run.done
        self._open(next((seat.number for seat in self.play.seats if seat.number not in done), 0))

    def _answered(self, seat: int) -> bool:
        return seat in self.play.run.marks

    def _things(self) -> list[Thing]:
        return things_of(self.play, self.vote, things(self.play.game, self.play.state, self.vote))

    def _mine(self, seat: int) -> dict[Ref, str]:
        """A seat's own answers."""
        found: dict[Ref, str] = {}
        for thing, number in picks(self.play.run, seat).items():
            record = self.play.state.records[number]
            if isinstance(record, Judgement):
                found[thing] = record.value
        return found

    # What is done

    def _choose(self, thing: Ref, value: str) -> Press:
        voter = self.voter

        def press() -> Next | None:
            if self._mine(voter).get(thing) == value:
                return self.play.do(Unjudge(voter, thing))
            return self.play.do(Judge(voter, thing, value))

        return press

    def _refusal(self, thing: Ref, value: str) -> str:
        """Why an answer cannot be given: only where answers are shared out do they run out."""
        mine = self._mine(self.voter)
        if self.vote.ballot not in ("dots", "rank") or mine.get(thing) == value:
            return ""
        return self.play.refusal(Judge(self.voter, thing, value))

    def _begin(self, seat: int) -> Press:
        """Opens a seat's ballot. One that is folded is opened again only when its owner says so."""

        def press() -> Next | None:
            if self.vote.secret and self.play.run.revealed:
                return None
            if self.in_turns:
                self._seat = seat
                return self.play.do(Turn(seat)) if self.play.run.turn != seat else None
            if seat in self.play.run.done:
                dialog = Dialog(
                    _("Open the ballot of {name} again?").format(name=self.play.seat_name(seat)),
                    [_("The answers are covered until they are asked for. Only the one who voted should look.")],
                    [Answer(False, _("Keep it folded")), Answer(True, _("Open the ballot"))],
                )
                return Push(dialog, lambda yes: self._resume(seat) if yes else None)
            self._open(seat)
            return None

        return press

    def _open(self, seat: int) -> None:
        """The seat's ballot is open. The keys begin at its first answer, wherever the voter before has been."""
        self._seat = seat
        self.wanted_focus = f"table.cell-0-{self.vote.scale[0]}" if seat else "dock.reveal"
        self._hidden = self.closed and self._answered(seat)

    def _resume(self, seat: int) -> Next | None:
        refused = self.play.do(Resume(seat))
        if refused is None:
            self._open(seat)
        return refused

    def _fold(self, action: type[Done] | type[Pass]) -> Press:
        """The ballot is folded (or left out), and the next one is up."""

        def press() -> Next | None:
            voter = self.voter
            refused = self.play.do(action(voter))
            if refused is None and not self.in_turns:
                here = [seat.number for seat in self.play.seats]
                order = [number for number in here if number > voter] + [number for number in here if number < voter]
                self._open(next((number for number in order if number not in self.play.run.done), 0))
            return refused

        return press

    def _hide(self) -> Next | None:
        self._hidden = not self._hidden
        return None

    def _again(self) -> Next | None:
        refused = self.play.do(Again())
        if refused is None:
            self._first()
            self._revealed = False
        return refused

    def _look(self, ref: Ref) -> Press:
        """Opens what a thing holds, to be read again."""

        def press() -> Next | None:
            number = item_of(ref)
            item = self.play.state.item(number) if number is not None else None
            card = self.play.texts.cards.get(item.card if item is not None else ref.removeprefix("card:"))
            inside = parts(self.play.state, item) if item is not None else ()
            title = self.play.ref_words(ref) or _("Without a name")
            if card is not None and not inside:
                return Push(Gathered(title, [], self.play.say(card.text)))
            return Push(Gathered.of(self.play, title, inside or ((item,) if item is not None else ())))

        return press

    def _ask(self) -> Next | None:
        self._asking = True
        self.wanted_focus = "dock.note"
        return None

    def _leave(self) -> Next | None:
        self._asking = False
        self.wanted_focus = "rail.add"
        return None

    def _send(self) -> Next | None:
        """What is still to be found out is written down, tied to what it concerns."""
        draft = self._draft
        kind = draft.kind or self.vote.kinds[0]
        refused = self.play.do(WriteNote(0, draft.document.value, kind, draft.ties))
        if refused is None:
            self._draft = Draft(Document(limit=self.vote.limits.chars), kind=draft.kind)
            self._leave()
        return refused

    def _asked(self) -> list[Item]:
        return [item for kind in self.vote.kinds for item in items(self.play.state, self.vote.id, kind)]

    def _open_asked(self, item: Item) -> Press:
        refs = things(self.play.game, self.play.state, self.vote)
        return lambda: Push(OpenNote(self.play, item.id, refs, _("What it concerns"), self.vote.limits.chars))

    def leave(self) -> Next | None:
        self.play.recording.keep(f"draft.{self.vote.id}.question", self._draft.document.text)
        return None

    def on_input(self, given: Input) -> Next | None:
        """A seat's number opens its ballot even while the list of ballots is not seen."""
        if isinstance(given, Key) and given.chord.isdecimal() and (self.closed or self.voter):
            if any(given.chord == str(seat.number) for seat in self.play.seats):
                self.stale = True
                return self._begin(int(given.chord))()
        return None

    def drafts(self) -> dict[str, str]:
        return {"question": self._draft.document.text}

    # Layout

    def layout(self, look: Look, areas: Areas) -> Areas:
        if not self._has_rail() and areas.rail is not None:
            areas = Areas(areas.table._replace(w=areas.dock.w), None, areas.dock)
        self._editor = self._new_editor() if self._asking and not self.voter and not self.closed else None
        if self._editor is None:
            return with_foot(look, areas, self._foot())
        high = self._editor.height(look, areas.table.w)
        bottom, gap = areas.dock.bottom, areas.dock.y - areas.table.bottom
        sheet = Box(areas.table.x, bottom - high, areas.table.w, high)
        rail = areas.rail._replace(h=bottom - areas.rail.y) if areas.rail is not None else None
        return Areas(areas.table._replace(h=sheet.y - gap - areas.table.y), rail, sheet)

    def _has_rail(self) -> bool:
        return bool(self.closed or self.vote.budget or self.vote.kinds or self.voter)

    def table(self, look: Look, box: Box) -> list[Part]:
        all_things = self._things()
        voter = self.voter
        if not all_things:
            words = _("There is nothing to answer on yet.")
            return [Sheet("table", box, focusable=False), Words("table.none", box.inset(40), words, style="heading")]
        if voter:
            return ballot(
                look, box, self.play, self.vote, all_things, voter, self._hint(), self._mine(voter), self._hidden,
                self._choose, self._look, self._refusal,
            )  # fmt: skip
        if self.closed:
            return cover(look, box, self.play, self.play.run.done)
        arrives = not self._revealed
        self._revealed = True
        effort = effort_name(self.play, self.vote.budget.field) if self.vote.budget else ""
        return tally(look, box, self.play, self.vote, all_things, self._look, effort, arrives)

    def _hint(self) -> str:
        match self.vote.ballot:
            case "dots":
                used = sum(int(value) for value in self._mine(self.voter).values() if value.isdecimal())
                left = max(self.vote.dots - used, 0)
                return ngettext("{n} dot left to give", "{n} dots left to give", left).format(n=left)
            case "rank":
                return _("each number once")
            case "score":
                return _("a number on each row")
            case _:
                return _("one answer on each row")

    # The rail

    def rail(self, look: Look, box: Box) -> list[Part]:
        found: list[Part] = []
        y = box.y
        budget = self.vote.budget
        if budget is not None:
            used, words = self._budget_words()
            below = ballots_height(look, self.play) if self.voter or self.closed else _LIST * look.text_factor
            if not (self.voter or self.closed or self.vote.kinds):
                below = -_GAP
            name = effort_name(self.play, budget.field)
            found, end = rack(look, box, name, budget, used, words, below + _GAP)
            y = end + _GAP
        rest = Box(box.x, y, box.w, box.bottom - y)
        if self.voter or self.closed:
            return [*found, *ballots(look, rest, self.play, self.voter, self._begin)]
        if not self.vote.kinds:
            return found
        add = Button("rail.add", NOWHERE, self._add_words(), self._ask, icon="plus")
        return [*found, *questions(look, rest, self.play, self._asked(), self._open_asked, add)]

    def _add_words(self) -> str:
        if len(self.vote.kinds) > 1:
            return _("Add")
        label = self.play.say(self.play.texts.labels.get("item", self.vote.kinds[0]).label)
        return _("Add: {kind}").format(kind=label[:1].lower() + label[1:])

    def _budget_words(self) -> tuple[int | None, str]:
        """How much of the budget is used, and what there is to say of it: by one's own ballot, or by the table."""
        budget, play = self.vote.budget, self.play
        assert budget is not None
        if self.voter or self.closed:
            shared = _("All choices share these points.")
            if not self.voter or self._hidden or self.vote.ballot not in ("consent", "yes-no"):
                return None, shared
            best = self.vote.scale[0]
            mine = [thing for thing, value in self._mine(self.voter).items() if value == best]
            used = sum(cost(play.game, play.state, thing, budget.field) for thing in mine)
            said = ngettext("What you support takes {n} point.", "What you support takes {n} points.", used)
            return used, f"{said.format(n=used)} {shared}"
        used = spent(play.game, play.state, self.vote, budget)
        left = budget.points - used
        said = ngettext("What is chosen takes {n} point.", "What is chosen takes {n} points.", used).format(n=used)
        if left < 0:
            return used, said + " " + ngettext("That is {n} too many.", "That is {n} too many.", -left).format(n=-left)
        return used, said + " " + ngettext("{n} is left.", "{n} are left.", left).format(n=left)

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        if self._editor is not None:
            return self._editor.parts(look, box)
        return foot_parts(look, box, self._foot())

    def _foot(self) -> Foot:
        if self.voter:
            return self._voting_foot()
        return self._cover_foot() if self.closed else self._open_foot()

    def _voting_foot(self) -> Foot:
        voter = self.voter
        left = len(things(self.play.game, self.play.state, self.vote)) - len(self._mine(voter))
        if left:
            heading = ngettext(
                "{n} row is still open. It may be left so.", "{n} rows are still open. They may be left so.", left
            ).format(n=left)
        else:
            heading = _("Every row has an answer")
        buttons = [script_button(self.open_script)]
        skip = Button("dock.pass", NOWHERE, _("Pass"), self._fold(Pass), kind="quiet")
        if not self.closed:
            done = Button("dock.fold", NOWHERE, _("Done"), self._fold(Done), kind="primary", icon="check")
            see = Button("dock.see", NOWHERE, _("See the answers"), self._see, icon="eye")
            return Foot(heading, _("Answers are open: everyone sees them."), (*buttons, skip, see, done))
        hide = Button(
            "dock.hide", NOWHERE, _("Show the choices") if self._hidden else _("Hide the choices"), self._hide,
            icon="eye" if self._hidden else "eye-off",
        )  # fmt: skip
        fold = Button("dock.fold", NOWHERE, _("Fold the ballot"), self._fold(Done), kind="primary", arrow=True)
        return Foot(heading, _("Nobody sees a folded ballot before the reveal."), (*buttons, skip, hide, fold),
                    line_icon="lock")  # fmt: skip

    def _see(self) -> Next | None:
        self._seat = 0
        return None

    def _cover_foot(self) -> Foot:
        count = len(self.play.run.done.intersection(seat.number for seat in self.play.seats))
        everyone = count >= len(self.play.seats)
        heading = _("All ballots are folded") if everyone else _("Press the number of the one who votes")
        label = ngettext("Reveal {n} ballot", "Reveal {n} ballots", count).format(n=count)
        go = Button("dock.reveal", NOWHERE, label, self.play.doing(Reveal()), kind="primary", icon="eye",
                    refusal="" if count else _("No ballot has been folded yet."))  # fmt: skip
        line = _("Answers are secret until the reveal, in exports too.")
        return Foot(heading, line, (script_button(self.open_script), go), line_icon="lock")

    def _open_foot(self) -> Foot:
        line = _("Nobody’s name is on an answer. What is not chosen stays in the plan too.")
        if not self.vote.anonymous:
            line = _("What is not chosen stays in the plan too.")
        on = Button("dock.next", NOWHERE, to_next_step(self.play), self.play.go_on, kind="primary", arrow=True)
        script = script_button(self.open_script)
        if not self.vote.secret:
            lead = partial(self._seats, self.play.run.turn)
            return Foot(_("Agree on what goes into the plan"), line, (script, on), lead=lead)
        again = Button("dock.again", NOWHERE, _("Vote again"), self._again, icon="undo",
                       refusal=self.play.refusal(Again()))  # fmt: skip
        return Foot(_("Agree on what goes into the plan"), line, (script, again, on))

    def _seats(self, now: int, look: Look, box: Box) -> tuple[list[Part], float]:
        return seats_lead(look, box, self.play, self._begin, now=now)

    def _new_editor(self) -> Editor:
        labels = self.play.texts.labels
        kinds = tuple((kind, self.play.say(labels.get("item", kind).label)) for kind in self.vote.kinds)
        leave = Button("dock.leave", NOWHERE, _("Leave unfinished"), self._leave, keys=("escape",))
        send = Button("dock.send", NOWHERE, _("Put the note on the table"), self._send, kind="primary", icon="check")
        refs = tuple(ref for ref in things(self.play.game, self.play.state, self.vote))
        return Editor(
            self.play, self._draft, 0, self._add_words(), _("What is unsure, or why does someone say no?"), self._send,
            (leave, send), choices=refs, link_words=_("What it concerns"), kinds=kinds,
            placeholder=_("Write here, then press Enter"),
        )  # fmt: skip
