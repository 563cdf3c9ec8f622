"""The end: the whole journey on one screen, and the ways on: feedback, the plan, a picture, the first screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import pygame

from game.engine.actions import GoTo
from game.engine.definition import END, Reflect
from game.engine.results import items, sheet
from game.plan.export import file_name
from game.ui import endboard, endcards, header
from game.ui.controls import Button, icon_button
from game.ui.days import day_words
from game.ui.endtickets import commit_steps, tickets
from game.ui.fonts import draw_line, width
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_numbered
from game.ui.menu import Menu
from game.ui.pages import Column, Page
from game.ui.papers import Ground, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.review import Review, export_folder
from game.ui.saveas import AskFolder
from game.ui.scene import Keys, Next, Pop, Push, Scene, Swap, Tell
from game.ui.scroll import ScrollArea
from game.ui.settings import Settings
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.view import Areas
from game.words import _, ngettext

_TITLE = Style(52, 60, 600)
_HEAD = Style(26, 32, 600)
_SIDE = 372.0
_GAP = 20.0
_TICKETS = 262.0
_SEAT = 44.0
_NOWHERE = Box(0, 0, 0, 0)


class End(Scene):
    """Shows what the table has done. Goes back to the table when the session goes back to a step."""

    first_focus = "dock.plan"

    def __init__(self, play: Play, settings: Settings) -> None:
        self.play, self.settings = play, settings
        self._look: Look | None = None
        self._dock = 0.0
        self._picture_above = False

    # What is seen

    def parts(self, look: Look) -> Sequence[Part]:
        self._look = look
        side = look.control("icon_button")
        above = self._header(look, Box(40 + side + 24, 24, look.W - 80 - side - 24, side))
        ribbon = header.ribbon(look, self.play)
        top = ribbon[0].box.bottom + 16 if ribbon else 24 + side + 16
        dock = Box(40, look.H - 24 - 124, look.W - 80, 124)
        foot = self._foot()
        areas = with_foot(look, Areas(Box(40, top, look.W - 80, dock.y - 16 - top), None, dock), foot)
        self._dock = areas.dock.y
        return [
            Ground(look),
            icon_button("menu", look, 40, 24, "menu", _("Menu"), self._menu, keys=("f10",)),
            *above,
            *ribbon,
            *self._journey(look, areas.table),
            *foot_parts(look, areas.dock, foot),
        ]

    def _header(self, look: Look, box: Box) -> list[Part]:
        """What this is; who sat at the table; when and how long; and the way out where there is room for it."""
        told = self._when()
        seats = [seat.number for seat in self.play.state.seats]
        needs = len(seats) * (_SEAT + 18) + 12 + width(look, told, "read")
        who = ", ".join(self.play.seat_name(seat) for seat in seats)
        place = Box(box.right - needs, box.y, needs, box.h)
        title = _("This is what we did together")
        leave = Button("end.leave", _NOWHERE, _("Close the game"), self._leave, kind="quiet", icon="home")
        picture = self._picture_button()
        picture.kind = "quiet"
        wants = {one.name: Button.natural(look, one.label, "quiet", one.icon) for one in (picture, leave)}
        room = place.x - 24 - box.x
        beside = sum(wide + 12 for wide, _high in wants.values()) + 20
        sizes = [style for size in (52, 44, 36, 30) if (style := _TITLE.sized(size)).line * look.text_factor <= box.h]
        roomy = [style for style in sizes if width(look, title, style) + beside <= room and style.size > 30]
        fitting = [style for style in sizes if width(look, title, style) <= room]
        style = next(iter((*roomy, *fitting)), _TITLE.sized(26))
        found: list[Part] = [
            Words("end.title", box._replace(w=room), title, style=style, valign="middle", focusable=False),
            Part("end.seats", place, f"{who}. {told}", paint=_seats(seats, told), focusable=False),
        ]
        x = place.x - 24
        for button in (picture, leave):
            wide, high = wants[button.name]
            if x - wide < box.x + width(look, title, style) + 20:
                break
            button.box = Box(x - wide, box.centre[1] - high / 2, wide, high)
            x -= wide + 12
            found.append(button)
        self._picture_above = len(found) > 2
        return found

    def _picture_button(self) -> Button:
        return Button("end.picture", _NOWHERE, _("Save a picture"), self._save_picture, icon="save")

    def _when(self) -> str:
        """The day and how long it took, as the lines of the session tell."""
        content = self.play.recording.content
        moment = content.lines[-1].at if content.lines else content.created
        try:
            day = datetime.fromisoformat(moment).astimezone().date()
        except ValueError:
            day = datetime.now().date()
        minutes = round((content.lines[-1].clock if content.lines else 0) / 60)
        took = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        return f"{day_words(day.isoformat())}, {took}" if minutes else day_words(day.isoformat())

    def _journey(self, look: Look, box: Box) -> list[Part]:
        """The board in the middle with the tickets under it, and the other steps left and right of it."""
        play = self.play
        first = commit_steps(play)[:1]
        middle = {step.id for step in endboard.on_board(play)} | set(first)
        large = "" if play.texts.board else endboard.largest(play)
        last = self._closing()
        rest = [step for step in play.state.order if step not in middle and step not in (large, last)]
        half = -(-len(rest) // 2)
        side = _SIDE if box.w >= 1600 else 300.0
        centre = box.inset(side + _GAP, 0)
        found = self._column(look, box._replace(w=side), rest[:half], "left")
        if first:
            below, above = centre.cut_bottom(_TICKETS, 12)
            found += self._board(look, above, large)
            found += self._tickets(look, below, first[0])
        else:
            found += self._board(look, centre, large)
        return [*found, *self._column(look, box.cut_right(side)[0], rest[half:], "right")]

    def _board(self, look: Look, box: Box, large: str) -> list[Part]:
        if self.play.texts.board is not None:
            return [endboard.EndBoard(look, self.play, box).part()]
        return [endboard.large_results(look, self.play, box, large)]

    def _tickets(self, look: Look, box: Box, step: str) -> list[Part]:
        head, rest = box.cut_top(40, 12)
        number = self.play.state.order.index(step) + 1
        title = self.play.say(self.play.texts.steps[step].short_title)
        heading = Part("end.commit", head, title, paint=_heading(number, title), focusable=False)
        return [heading, *tickets(look, self.play, rest, step, self._open(step))]

    def _column(self, look: Look, box: Box, steps: Sequence[str], name: str) -> list[Part]:
        cards = [endcards.told(look, self.play, step, box.w - 36) for step in steps]
        placed = endcards.fitted(look, cards, box.w, box.h)
        area = ScrollArea(f"end.{name}", box.inset(-10, -10), _("The steps"))
        y = box.y
        found: list[Part] = []
        for card, shown, high in placed:
            place = Box(box.x, y, box.w, high)
            found.append(endcards.card_part(look, card, shown, place, self._open(card.step)))
            y += high + 16
        area.content = max(0.0, y - 16 - box.y) + 20
        return area.around(found)

    # The dock

    def _closing(self) -> str:
        """The last reflect step in the order of play; empty if there is none."""
        steps = [step for step in self.play.state.order if isinstance(self.play.game.step[step], Reflect)]
        return steps[-1] if steps else ""

    def _foot(self) -> Foot:
        """The day of review and the words that people left with; and the ways on."""
        closing = self._closing()
        row = [
            Button("dock.plan", _NOWHERE, _("Export the plan"), lambda: Push(Review(self.play)), kind="primary",
                   icon="export"),
        ]  # fmt: skip
        back = closing or self.play.state.order[-1]
        label = _("Give feedback on the game") if self._asks(closing) else self._back_words(back)
        refusal = self.play.refusal(GoTo(back))
        row.insert(0, Button("dock.back", _NOWHERE, label, self.play.doing(GoTo(back)), icon="edit", refusal=refusal))
        if not self._picture_above:
            row.insert(0, self._picture_button())
        heading, line = self._last_words(closing)
        return Foot(heading, line, tuple(row), lead=partial(self._lead, closing))

    def _asks(self, step: str) -> bool:
        found = self.play.game.step.get(step)
        return isinstance(found, Reflect) and bool(found.questions)

    def _back_words(self, step: str) -> str:
        return _("Back to: {step}").format(step=self.play.say(self.play.texts.steps[step].short_title))

    def _last_words(self, step: str) -> tuple[str, str]:
        """The day of review, or that it is missing; and the words, quoted."""
        if not step:
            return _("The game is over."), _("The plan is ready to be read.")
        play, hidden = self.play, self.play.hidden()
        own, texts = sheet(play.state, step), play.texts.steps[step].fields
        day = next((field for field in play.game.step[step].fields if field.type == "date"), None)
        heading = play.say(play.texts.steps[step].title)
        if own is not None and day is not None and day.id in texts:
            value = own.fields.get(day.id, "")
            said = texts[day.id]
            if value:
                heading = f"{play.say(said.label)}: {play.value_words(value)}"
            else:
                heading = _("Missing: {what}").format(what=play.say(said.gap or said.label))
        makes = play.game.step[step].makes
        found = [play.title(item) for item in items(play.state, step, makes) if item.id not in hidden] if makes else []
        return heading, f"”{', '.join(found)}”" if found else _("The plan is ready to be read.")

    def _lead(self, step: str, look: Look, box: Box) -> tuple[list[Part], float]:
        number = self.play.state.order.index(step) + 1 if step else 0
        place = Box(box.x + 24, box.centre[1] - 24, 120 if number else 52, 48)
        return [Part("dock-icon", place, paint=_calendar(number), focusable=False)], place.right

    # What happens

    def _open(self, step: str) -> Callable[[], Next | None]:
        return lambda: Push(StepPage(self.play, step))

    def _menu(self) -> Next | None:
        return Push(Menu(self.play, self.settings), self._left_menu)

    def _left_menu(self, choice: object) -> Next | None:
        if isinstance(choice, Keys | Tell):
            return choice
        return self._leave() if choice == "leave" else None

    def _leave(self) -> Next | None:
        self.play.close()
        return Pop()

    def _save_picture(self) -> Next | None:
        """Saves this screen as a picture beside the plan; asks for a folder if the session has no file."""
        folder = export_folder(self.play)
        if folder is None:
            return self._ask(_("A picture of this screen is written into this folder."))
        return self._write_picture(folder)

    def _ask(self, told: str) -> Next | None:
        ask = AskFolder(_("Where shall the picture go?"), told, _("Save here"), Path.home(), lambda folder: "")
        return Push(ask, lambda folder: self._write_picture(folder) if isinstance(folder, Path) else None)

    def _write_picture(self, folder: Path) -> Next | None:
        path = folder / f"{file_name(self.play.pinned()[0] or folder.name)}.png"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.picture(), path)
        except (OSError, pygame.error):
            return self._ask(_("The picture could not be written into {folder}.").format(folder=folder))
        return Tell(_("The picture is in {file}").format(file=path))

    def picture(self) -> pygame.Surface:
        """The screen without its buttons, as it was last seen."""
        assert self._look is not None, "a picture is taken of what has been shown"
        picture = pygame.Surface(self._look.size)
        for part in self.parts(self._look):
            if not isinstance(part, Button):
                picture.set_clip(self._look.rect(part.clip) if part.clip is not None else None)
                part.draw(picture, self._look)
        return picture

    def closed(self) -> None:
        self.play.close()

    def tick(self, now: float) -> Next | None:
        if self.play.state.at == END:
            return None
        from game.ui.table import Table  # the table leads here, and back again

        return Swap(Table(self.play, self.settings))

    def notice_bottom(self, look: Look) -> float:
        return self._dock - 16

    def on_input(self, given: Input) -> Next | None:
        return self._menu() if isinstance(given, Key) and given.chord == "escape" else None


class StepPage(Page):
    """All that one step has brought."""

    def __init__(self, play: Play, step: str) -> None:
        self.play, self.step = play, step

    def title(self) -> str:
        number = self.play.state.order.index(self.step) + 1
        return f"{number}\u00a0 {self.play.say(self.play.texts.steps[self.step].title)}"

    def fill(self, look: Look, column: Column) -> None:
        column.words(self.play.say(self.play.texts.steps[self.step].prompt), "read", "ink_muted")
        rows = list(endcards.told(look, self.play, self.step, column.w).rows)
        said = {row.words for row in rows}
        hidden = self.play.hidden()
        made = [self.play.title(item) for item in items(self.play.state, self.step) if item.id not in hidden]
        rows += [endcards.listed(look, title, column.w) for title in made if title and title not in said]
        for place, row in enumerate(rows):
            box = column.room(row.height, 8)
            column.parts.append(Part(f"row-{place}", box, row.words, paint=_row(row), focusable=False))


def _row(row: endcards.Row) -> Callable[[pygame.Surface, Look, Part], None]:
    return lambda surface, look, part: row.draw(surface, look, part.box)


def _seats(seats: Sequence[int], told: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        y = part.box.centre[1]
        for place, seat in enumerate(seats):
            draw_seat(surface, look, seat, part.box.x + _SEAT / 2 + place * (_SEAT + 18), y, _SEAT)
        draw_line(surface, look, part.box.right, y, told, "read", align="right")

    return draw


def _heading(number: int, title: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.x, part.box.centre[1]
        draw_numbered(surface, look, str(number), x + 22, y)
        draw_line(surface, look, x + 56, y, title, _HEAD)

    return draw


def _calendar(number: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.x, part.box.centre[1]
        if number:
            draw_numbered(surface, look, str(number), x + 22, y)
            x += 70
        draw_icon(surface, look, "calendar", x + 24, y, 46, "primary")

    return draw
