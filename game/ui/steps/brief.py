"""The screen of a brief step: the open cards on the table, the card of the step beside them, and who is here."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.engine.actions import Turn
from game.engine.definition import Brief
from game.ui import cards
from game.ui.controls import Button
from game.ui.faces import face_of
from game.ui.fonts import text_height
from game.ui.inputs import Input
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.steps.cardgrid import CardGrid
from game.ui.steps.cardparts import CardPart
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.seatname import SeatName
from game.ui.steps.turns import onward, seats_lead
from game.ui.steps.view import Areas, StepView
from game.words import _

_PROMPT = Style(52, 64, 600)
_RULE = replace(
    cards.GRID, titles=tuple(Style(size, size * 1.2, 700) for size in (38, 34, 30, 27, 24)), title_lines=4, foot_icon=56
)
"""A card that is read from across the table: most have a title alone."""


class BriefView(StepView):
    """Shows a brief step."""

    def __init__(self, play: Play, step: Brief, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.grid = CardGrid(self._changed)

    def layout(self, look: Look, areas: Areas) -> Areas:
        return with_foot(look, areas, self._foot())

    def table(self, look: Look, box: Box) -> list[Part]:
        texts = self.play.texts
        found = [card.id for deck in self.step.decks for card in self.play.game.decks[deck].cards]
        if not found:
            return self._prompt(look, box)
        titles = [texts.card_title(card) for card in found]
        laid = self.grid.lay(look, box, titles)
        return laid.over + [
            CardPart(f"table.{found[i]}", cell, titles[i], face=face_of(texts, found[i]), size=_RULE,
                     focusable=False)
            for i, cell in laid.cells
        ]

    def _prompt(self, look: Look, box: Box) -> list[Part]:
        words = self.play.say(self.text.prompt)
        inner = box.inset(80, 56)
        high = text_height(look, words, _PROMPT, min(inner.w, 1100))
        place = Box(inner.x, inner.y + max(0.0, (inner.h - high) / 2), min(inner.w, 1100), high)
        return [
            Sheet("table", box, focusable=False),
            Words("table.prompt", place, words, style=_PROMPT, focusable=False),
        ]

    def rail(self, look: Look, box: Box) -> list[Part]:
        found: list[Part] = []
        y = box.y
        drawn = self.play.run.drawn[self.play.run.round] if self.play.run.drawn else ()
        for place, card in enumerate(drawn):
            face = face_of(self.play.texts, card)
            high = min(cards.LARGE.size[1], max(0.0, box.bottom - y))
            if high < cards.LARGE.size[1] * 0.7:
                break
            found.append(
                CardPart(f"rail.{card}", Box(box.x, y, box.w, high), face.title, face=face, size=cards.LARGE,
                         focusable=False, arrival=Arrival("rise", delay=90 * place))
            )  # fmt: skip
            y += high + 20
        return found

    def dock(self, look: Look, box: Box) -> list[Part]:
        return foot_parts(look, box, self._foot())

    def on_input(self, given: Input) -> Next | None:
        if name := self.grid.on_input(given):
            self.wanted_focus, self.stale = name, True
        return None

    def _foot(self) -> Foot:
        play = self.play
        turn = play.run.turn
        heading = (
            _("{name}, it is your turn").format(name=play.seat_name(turn)) if turn else play.say(self.text.title)
        )
        buttons: list[Button] = []
        if turn:
            buttons.append(Button("dock.name", Box(0, 0, 0, 0), _("Name and role"), self._name(turn), icon="edit"))
        return Foot(
            heading,
            play.say(self.text.prompt),
            (*buttons, onward(play)),
            lead=lambda look, box: seats_lead(look, box, play, self._seat, now=turn),
        )

    def _seat(self, seat: int) -> Callable[[], Next | None]:
        """The turn goes to a seat; pressed again, its name can be changed."""
        if self.play.run.turn == seat or self.play.session.refusal(Turn(seat)):
            return self._name(seat)
        return self.play.doing(Turn(seat))

    def _name(self, seat: int) -> Callable[[], Next | None]:
        return partial(Push, SeatName(self.play, seat))

    def _changed(self) -> None:
        self.stale = True
