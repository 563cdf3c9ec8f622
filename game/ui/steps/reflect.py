"""The screen of a reflect step, in parts that come one after the other: what is agreed, a word from each, feedback."""

from collections.abc import Callable
from functools import partial

from game.engine.actions import Action, Amend, Done, Judge, Pass, Turn, Unjudge, Write
from game.engine.definition import END, Commit, Question, Reflect, Step
from game.engine.results import items, picks, results, sheet
from game.engine.state import Item
from game.ui.controls import Button, segments
from game.ui.editing import Document
from game.ui.fieldtext import entries, lacking
from game.ui.forms import Form
from game.ui.look import Box, Look
from game.ui.papers import Sheet
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps import agreed, feedback, lastwords
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.gapwords import gap_sign, gap_words
from game.ui.steps.turns import in_turns, next_seat, seats_lead, to_next_step
from game.ui.steps.view import Areas, StepView
from game.words import _, pgettext

_NOWHERE = Box(0, 0, 0, 0)


class ReflectView(StepView):
    """Shows a reflect step. `stage` is the part that lies on the table: fields, words or questions."""

    def __init__(self, play: Play, step: Step, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.form = Form(play)
        self.stage = self._first_stage()
        self._seat = 0
        self._words: dict[int, Document] = {}
        self._answers: dict[str, Document] = {}

    # What there is

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self.step.questions if isinstance(self.step, Reflect) else ()

    def _stages(self) -> dict[str, str]:
        """The parts that this step has, with what they are called."""
        one = self.play.say(self.play.texts.labels.get("item", self.step.makes).label)
        named = {
            "fields": (_("We agree"), bool(self.step.fields)),
            "words": (_("{one} from each of us").format(one=one), bool(self.step.makes)),
            "questions": (_("Feedback"), bool(self._questions)),
        }
        return {stage: label for stage, (label, has) in named.items() if has}

    def _first_stage(self) -> str:
        """Where the table is: at the first part that still has something to do, else at the last."""
        stages = list(self._stages())
        for stage in stages:
            if not self._finished(stage):
                return stage
        return stages[-1] if stages else ""

    def _finished(self, stage: str) -> bool:
        match stage:
            case "fields":
                own = sheet(self.play.state, self.step.id)
                return own is None or not any(field.need == "core" and not own.fields.get(field.id)
                                              for field in self.step.fields)  # fmt: skip
            case "words":
                return not self.play.run.turn if in_turns(self.play) else all(
                    self._said(seat.number) or seat.number in self.play.run.done for seat in self.play.seats
                )
            case _:
                return all(self._answered(seat.number)[0] for seat in self.play.seats)

    def _said(self, seat: int) -> Item | None:
        """The latest word of a seat, if it can be seen."""
        hidden = self.play.hidden()
        own = [one for one in items(self.play.state, self.step.id, self.step.makes) if one.seat == seat]
        return own[-1] if own and own[-1].id not in hidden else None

    def _answered(self, seat: int) -> tuple[int, int]:
        """How many of the questions with fixed answers a seat has answered, and how many there are."""
        asked = [f"option:{one.id}" for one in self._questions if one.options]
        return sum(1 for thing in asked if thing in picks(self.play.run, seat)), len(asked)

    def _active(self) -> int:
        """The seat that is being asked; 0 when everybody has been."""
        if self.stage == "words" and in_turns(self.play):
            return self.play.run.turn
        here = [seat.number for seat in self.play.seats]
        if self._seat in here:
            return self._seat
        if self.stage == "words":
            return next((seat for seat in here if not self._said(seat) and seat not in self.play.run.done), 0)
        return next((seat for seat in here if not self._answered(seat)[0]), here[0])

    # What is seen

    def layout(self, look: Look, areas: Areas) -> Areas:
        return with_foot(look, areas, self._foot(look))

    def table(self, look: Look, box: Box) -> list[Part]:
        stages = self._stages()
        if self.stage not in stages:
            self.stage = self._first_stage()
        tabs: list[Part] = []
        if len(stages) > 1:
            bar, box = box.cut_top(look.control(), 16)
            options = [(stage, f"{number} {label}") for number, (stage, label) in enumerate(stages.items(), 1)]
            tabs = segments("table.stage", bar, look, options, self.stage, self._to)
        match self.stage:
            case "fields":
                return [*tabs, *self._fields(look, box)]
            case "words":
                return [*tabs, *self._mats(look, box)]
            case "questions":
                return [*tabs, *self._feedback(look, box)]
        return [Sheet("table", box, focusable=False)]

    def _fields(self, look: Look, box: Box) -> list[Part]:
        own = sheet(self.play.state, self.step.id)
        area = ScrollArea("table.form", box.inset(6, 8), self.play.say(self.text.title))
        inner = Box(box.x + 32, box.y + 24, box.w - 64, 0)
        column = agreed.Words(look, inner)
        column.add("table.prompt", self.play.say(self.text.prompt), "lead", gap=24)
        made: list[Part] = []
        end = column.y
        if own is not None:
            shown = entries(self.step.fields, self.text.fields)
            made, end = self.form.grid(look, Box(inner.x, column.y, inner.w, 0), own, shown, gap=26)
        area.content = end + 24 - area.box.y
        return [Sheet("table", box, focusable=False), *area.around([*column.parts, *made])]

    def _mats(self, look: Look, box: Box) -> list[Part]:
        mats = [
            lastwords.Mat(
                seat.number, self.play.seat_name(seat.number), self._document(seat.number),
                said.text if (said := self._said(seat.number)) else "", seat.number in self.play.run.passed,
            )
            for seat in self.play.seats
        ]  # fmt: skip
        hint = _("Write it and press Enter")
        return lastwords.mats(look, box, mats, self._active(), self._press_seat, self._typed, self._enter, hint)

    def _feedback(self, look: Look, box: Box) -> list[Part]:
        texts = {one: self._answer_document(one.id) for one in self._questions if not one.options}
        return feedback.questions(
            look, box, self.play, self.step, self._questions, self._active(), self._answer, texts, self._typed,
            self._add,
        )  # fmt: skip

    def _document(self, seat: int) -> Document:
        """What a seat is writing: at first what it has said already, to be changed, if it can say no more."""
        if seat not in self._words:
            draft = self.play.recording.setting(f"draft.{self.step.id}.word.{seat}")
            self._words[seat] = Document(draft or self._own_text(seat), limit=self.step.limits.chars, lines=False)
        return self._words[seat]

    def _own_text(self, seat: int) -> str:
        said = self._said(seat)
        return said.text if said and self._full(seat) else ""

    def _full(self, seat: int) -> bool:
        """Whether a seat has said all that it can."""
        most = self.step.limits.seat.most
        own = [one for one in items(self.play.state, self.step.id, self.step.makes) if one.seat == seat]
        return most is not None and len(own) >= most

    def _answer_document(self, question: str) -> Document:
        if question not in self._answers:
            draft = self.play.recording.setting(f"draft.{self.step.id}.answer.{question}")
            self._answers[question] = Document(draft, limit=280, lines=False)
        return self._answers[question]

    def rail(self, look: Look, box: Box) -> list[Part]:
        """What the table has agreed to do: what the first actions are chosen from."""
        order = self.play.state.order
        for step in reversed(order[: order.index(self.step.id)] if self.step.id in order else order):
            if isinstance(self.play.game.step[step], Commit) and results(self.play.game, self.play.state, step):
                return agreed.panel(look, box, self.play, step)
        return []

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        return foot_parts(look, box, self._foot(look))

    def _foot(self, look: Look) -> Foot:
        match self.stage:
            case "words":
                return self._words_foot()
            case "questions":
                return self._questions_foot()
        own = sheet(self.play.state, self.step.id)
        gaps = lacking(own, self.step.fields) if own else 0
        return Foot(*gap_words(gaps), (self._onwards(),), lead=gap_sign(gaps))

    def _words_foot(self) -> Foot:
        seat = self._active()
        total = 1 if self.step.limits.seat.most == 1 else 0

        def lead(look: Look, box: Box) -> tuple[list[Part], float]:
            return seats_lead(look, box, self.play, self._press_seat, lambda one: (bool(self._said(one)), total), seat)

        if not seat:
            line = _("A word can still be changed: press the seat.")
            return Foot(_("Everybody has had a turn."), line, (self._onwards(),), lead=lead)
        name = self.play.seat_name(seat)
        after = next_seat(self.play) if in_turns(self.play) else 0
        label = _("Next: {name}").format(name=self.play.seat_name(after)) if after else _("Ready")
        row = (
            Button("dock.pass", _NOWHERE, pgettext("turn", "Pass"), partial(self._pass, seat), kind="quiet"),
            Button("dock.next", _NOWHERE, label, self._enter, kind="primary", arrow=bool(after)),
        )
        line = _("Write what you take with you. It is fine to pass.")
        return Foot(_("{name}, it is your turn").format(name=name), line, row, lead=lead)

    def _questions_foot(self) -> Foot:
        seat = self._active()

        def lead(look: Look, box: Box) -> tuple[list[Part], float]:
            return seats_lead(look, box, self.play, self._press_seat, self._answered, seat)

        asked = [one for one in self._questions if one.options]
        if not asked:
            return Foot(self.play.say(self.text.title), _("Write what was said."), (self._onwards(),))
        line = _("One answer to each question. You may leave any of them out.")
        icon = ""
        if self.step.anonymous:
            line, icon = _("Nobody sees afterwards who answered what."), "lock"
        here = [one.number for one in self.play.seats]
        rest = here[here.index(seat) + 1 :] if seat in here else []
        row: tuple[Button, ...] = (self._onwards(),)
        if rest:
            name = _("Next: {name}").format(name=self.play.seat_name(rest[0]))
            leave = Button("dock.end", _NOWHERE, to_next_step(self.play), self._go_on, kind="quiet")
            row = (leave, Button("dock.next", _NOWHERE, name, partial(self._ask, rest[0]), kind="primary", arrow=True))
        heading = _("{name}, what do you say?").format(name=self.play.seat_name(seat))
        return Foot(heading, line, row, line_icon=icon, lead=lead)

    def _onwards(self) -> Button:
        """The button that leads to the next part, or on from the step."""
        stages = list(self._stages().items())
        place = [stage for stage, _label in stages].index(self.stage) if self.stage in dict(stages) else len(stages)
        if place + 1 < len(stages):
            stage, label = stages[place + 1]
            label = _("Go on: {title}").format(title=label[:1].lower() + label[1:])
            return Button("dock.next", _NOWHERE, label, partial(self._to, stage), kind="primary", arrow=True)
        label = to_next_step(self.play)
        if self.play.next_step() == END:
            label = _("Ready: we look at the plan")
        return Button("dock.next", _NOWHERE, label, self._go_on, kind="primary", arrow=True)

    # What happens

    def _to(self, stage: str) -> Next | None:
        answer = self._flush()
        self.stage, self._seat = stage, 0
        if stage == "words" and self._active():
            self.wanted_focus = f"table.word-{self._active()}"
        return answer

    def _go_on(self) -> Next | None:
        return self._flush() or self.play.go_on()

    def _flush(self) -> Next | None:
        """What is written goes into the session: fields, words, answers."""
        answer = self.form.flush(all_of_them=True)
        for seat in list(self._words):
            answer = self._say(seat) or answer
        for question in list(self._answers):
            answer = self._add(question) or answer
        return answer

    def _say(self, seat: int) -> Next | None:
        """What a seat has written becomes its word, or the new wording of the one that it has."""
        document = self._document(seat)
        text, said = document.value, self._said(seat)
        if not text or document.over or text == self._own_text(seat):
            return None
        actions: list[Action] = [Amend(said.id, "text", text)] if said and self._full(seat) else [Write(seat, text)]
        if self.play.session.refusal(actions[0]) and in_turns(self.play) and self.play.run.turn != seat:
            actions.insert(0, Turn(seat))
        answer = self.play.do(*actions)
        if answer is None:
            del self._words[seat]
            self.play.recording.keep(f"draft.{self.step.id}.word.{seat}", "")
        return answer

    def _enter(self) -> Next | None:
        """The seat that is asked has written: the turn goes on."""
        seat = self._active()
        if not seat or self._document(seat).over:
            return None
        answer = self._say(seat) or self._ready(Done(seat))
        self._seat = 0
        self._focus_on_word()
        return answer

    def _pass(self, seat: int) -> Next | None:
        answer = self._ready(Pass(seat))
        self._words.pop(seat, None)
        self._seat = 0
        self._focus_on_word()
        return answer

    def _ready(self, action: Action) -> Next | None:
        return None if self.play.session.refusal(action) else self.play.do(action)

    def _focus_on_word(self) -> None:
        seat = self._active()
        self.wanted_focus = f"table.word-{seat}" if seat else "dock.next"

    def _press_seat(self, seat: int) -> Callable[[], Next | None]:
        return partial(self._ask, seat)

    def _ask(self, seat: int) -> Next | None:
        """The seat is asked now."""
        answer = self._flush()
        self._seat = seat
        if self.stage != "words":
            return answer
        self.wanted_focus = f"table.word-{seat}"
        turns = in_turns(self.play) and self.play.run.turn != seat
        return answer or (self.play.do(Turn(seat)) if turns else None)

    def _answer(self, question: str, option: str) -> Next | None:
        """The seat that is asked gives an answer; pressed again, it takes it back."""
        seat, thing = self._active(), f"option:{question}"
        if feedback.given(self.play, self.step, seat, question) == option:
            return self.play.do(Unjudge(seat, thing))
        self._seat = seat
        return self.play.do(Judge(seat, thing, option))

    def _add(self, question: str) -> Next | None:
        """An answer in words is kept; nobody is named with it."""
        document = self._answer_document(question)
        if not document.value or document.over:
            return None
        answer = self.play.do(Write(0, document.value, question))
        if answer is None:
            del self._answers[question]
            self.play.recording.keep(f"draft.{self.step.id}.answer.{question}", "")
        return answer

    def _typed(self, _text: str) -> None:
        self.stale = True

    def tick(self, now: float) -> Next | None:
        answer = self.form.flush()
        if self.form.stale:
            self.form.stale, self.stale = False, True
        if self.form.wanted_focus:
            self.wanted_focus, self.form.wanted_focus = self.form.wanted_focus, ""
        return answer

    def drafts(self) -> dict[str, str]:
        words = {f"word.{seat}": one.text for seat, one in self._words.items() if one.value != self._own_text(seat)}
        said = {f"answer.{question}": document.text for question, document in self._answers.items()}
        return {**self.form.drafts(), **words, **said}

    def leave(self) -> Next | None:
        return self.form.flush(all_of_them=True)
