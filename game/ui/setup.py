"""Before the game: who sits at the table, which game, in which language, how long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pygame

from game import words
from game.content.loading import Loaded, folders, list_games, load
from game.engine.state import Seat
from game.store.errors import StoreError
from game.ui import paint
from game.ui.controls import Button, icon_button, segments, segments_width, stepper
from game.ui.days import time_of_day
from game.ui.dialogs import Answer, Dialog
from game.ui.editing import Document
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.opening import begin, new_path
from game.ui.papers import Ground, Line, Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import shape_name
from game.ui.scene import Aside, Next, Pop, Push, Restyle, Scene, Swap
from game.ui.scroll import ScrollArea
from game.ui.settings import Settings
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.view import Areas
from game.ui.textbox import TextBox
from game.ui.timing import shared_out
from game.ui.waiting import Waiting
from game.words import _, ngettext

SEATS = 8
_FEWEST_MINUTES, _MOST_MINUTES, _MINUTES = 45, 180, 15
_NAME_CHARS = 60
_NAME = Style(30, 38, 600)
_SHARES = Style(24, 30, 400)
_LEAST_CARD = 190.0
_SHARE_ROOM = 180.0
"""What a row of the list of steps needs beside the step's title: its number, a bar, the minutes."""

Press = Callable[[], Next | None]


@dataclass
class Place:
    """One place at the table: taken or free, with a name and a role."""

    number: int
    taken: bool = False
    name: Document = field(default_factory=lambda: Document("", limit=_NAME_CHARS, lines=False))
    role: Document = field(default_factory=lambda: Document("", limit=_NAME_CHARS, lines=False))


class Setup(Scene):
    """Seats with a nickname or a role each, the game and the minutes; then the table."""

    def __init__(
        self,
        game_id: str,
        folder: Path,
        settings: Settings,
        cards: Sequence[Path] = (),
        *,
        players: int = 4,
        minutes: int | None = None,
        seed: str = "",
        path: Path | None = None,
    ) -> None:
        self.folder, self.settings, self.cards, self.seed, self.path = folder, settings, tuple(cards), seed, path
        self.places = [Place(number, number <= players) for number in range(1, SEATS + 1)]
        self.editing = 0
        self.loaded: Loaded = load(game_id, folders(*self.cards))
        self.minutes = minutes or (self.loaded.game.minutes if self.loaded.built else 90)
        self._waiting = Waiting(self.loaded.texts if self.loaded.built else None)

    def beside(self) -> Scene | None:
        return self._waiting

    @property
    def taken(self) -> list[Place]:
        """The places that somebody has."""
        return [place for place in self.places if place.taken]

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        langs = [(lang, words.languages_name(lang)) for lang in words.LANGUAGES]
        wide = segments_width(look, [label for _lang, label in langs])
        right = look.W - 40
        title, lead = _("Who is at the table?"), _("Everyone takes a seat. A nickname or a role will do as a name.")
        room = right - side - 12 - wide - 24 - 128
        high = max(side, text_height(look, title, "title", room))
        head = 24 + high
        lowest = Box(40, look.H - 24 - 124, look.W - 80, 124)
        foot = self._foot()
        dock_box = with_foot(look, Areas(Box(40, head, lowest.w, lowest.y - head), None, lowest), foot).dock
        beside = 520.0 if look.W >= 1760 else 440.0
        rail = Box(right - beside, head + 20, beside, dock_box.y - 16 - head - 20)
        wide_left = rail.x - 40 - 40
        low = max(46.0, text_height(look, lead, "lead", wide_left))
        top = head + 20 + low + 18
        left = Box(40, top, wide_left, dock_box.y - 16 - top)
        return [
            Ground(look),
            icon_button("back", look, 40, 24, "back", _("Back"), lambda: Pop(), keys=("escape",)),
            Words("title", Box(128, 24, room, high), title, style="title", valign="middle", focusable=False),
            *segments("language", Box(right - side - 12 - wide, 24, wide, side), look, langs, look.lang, self._speak),
            icon_button("help", look, right - side, 24, "help", _("How to play"), self._how),
            Words("lead", Box(40, head + 20, left.w, low), lead, style="lead", focusable=False),
            *self._seats(look, left),
            *self._rail(look, rail),
            *foot_parts(look, dock_box, foot),
        ]  # fmt: skip

    # Seats

    def _seats(self, look: Look, box: Box) -> list[Part]:
        lines: tuple[tuple[str, str], ...] = (
            ("people", _("4–8 players is a good number. Two may share a seat.")),
            ("lock", _("Names are kept in this file only. A role is enough.")),
            ("keyboard", _("One keyboard is enough for the whole table.")),
        )
        wide = box.inset(28, 0).columns(3, 24)[0].w
        note = max(96.0, max(Line.height(look, text, wide) for _icon, text in lines) + 40)
        cards, below = box.cut_top(box.h - note - 20, 20)
        if cards.h < 2 * _LEAST_CARD * look.text_factor + 20:  # large letters on a small screen: first the seats
            cards, lines = box, ()
        found: list[Part] = []
        for place, cell in zip(self.places, cards.grid(4, 2, 20), strict=True):
            found += self._seat(look, place, cell)
        if lines:
            found.append(Part("notes", below, paint=_well, focusable=False))
        thirds = below.inset(28, 0).columns(3, 24)
        for (icon, text), third in zip(lines, thirds, strict=False):
            high = Line.height(look, text, third.w)
            found.append(Line(f"note-{icon}", Box(third.x, third.centre[1] - high / 2, third.w, high), text, icon=icon,
                              icon_role="primary", focusable=False))  # fmt: skip
        return found

    def _seat(self, look: Look, place: Place, cell: Box) -> list[Part]:
        number = place.number
        name = place.name.text.strip() or place.role.text.strip() or shape_name(number)
        if not place.taken:
            label = _("Free seat {n}").format(n=number)
            return [Part(f"seat-{number}", cell, label, self._taking(place), paint=_free(number), keys=(str(number),),
                         group="seats", radius=16)]  # fmt: skip
        card = Part(f"seat-{number}", cell, f"{number} {name}", self._editing(place), paint=_taken(place, self.editing),
                    keys=(str(number),), group="seats", radius=16)  # fmt: skip
        if self.editing != number:
            return [card]
        inner = cell.inset(20, 0)
        high = max(56.0, look.target_min)
        y = cell.bottom - 2 * high - 28
        card.press, card.keys, card.focusable = None, (), False
        corner = cell.right - look.control("icon_button") - 12
        leave = icon_button(
            f"leave-{number}", look, corner, cell.y + 12, "delete", _("Free this seat"), self._leaving(place)
        )
        return [
            card,
            leave,
            TextBox(f"name-{number}", Box(inner.x, y, inner.w, high), _("Nickname"), document=place.name,
                    placeholder=_("Nickname"), pad=12, on_enter=self._next_box(place, "role"), enter_sends=True),
            TextBox(f"role-{number}", Box(inner.x, y + high + 12, inner.w, high), _("Role"), document=place.role,
                    placeholder=_("Role"), pad=12, on_enter=self._next_box(place, ""), enter_sends=True),
        ]  # fmt: skip

    def _taking(self, place: Place) -> Press:
        def press() -> Next | None:
            place.taken = True
            self.editing = place.number
            self.focus_on(f"name-{place.number}")
            return None

        return press

    def _editing(self, place: Place) -> Press:
        def press() -> Next | None:
            self.editing = place.number
            self.focus_on(f"name-{place.number}")
            return None

        return press

    def _leaving(self, place: Place) -> Press:
        def press() -> Next | None:
            place.taken = False
            self.editing = 0
            self.focus_on(f"seat-{place.number}")
            return None

        return press

    def _next_box(self, place: Place, box: str) -> Press:
        def press() -> Next | None:
            if box:
                self.focus_on(f"{box}-{place.number}")
                return None
            later = [other.number for other in self.places if other.number > place.number]
            self.editing = 0
            self.focus_on(f"seat-{later[0]}" if later else "start")
            return None

        return press

    # Game and time

    def _rail(self, look: Look, box: Box) -> list[Part]:
        inner = box.inset(28, 20)
        small = line_height(look, "small")
        found: list[Part] = [Sheet("game-sheet", box, focusable=False)]
        found.append(Words("game-caption", inner._replace(h=small), _("Game"), style="small", role="ink_muted",
                           focusable=False))  # fmt: skip
        side = look.control()
        title = self.loaded.texts.title.in_(look.lang) if self.loaded.built else self.loaded.id
        row = Box(inner.x, inner.y + small, inner.w, side)
        games = list_games(folders(*self.cards))
        room = inner.w
        if len(games) > 1:
            wide, _high = Button.natural(look, _("Change"))
            found.append(Button("change-game", Box(row.right - wide, row.y, wide, side), _("Change"), self._change))
            room -= wide + 16
        found.append(Words("game", row._replace(w=room), title, style=_NAME, valign="middle", focusable=False))
        y = row.bottom + 16
        found.append(Part("rule", Box(inner.x, y, inner.w, 2), paint=_rule, focusable=False))
        y += 14
        too_little = "" if self.minutes > _FEWEST_MINUTES else _("45 minutes is the least.")
        too_much = "" if self.minutes < _MOST_MINUTES else _("180 minutes is the most.")
        found += stepper(
            "minutes", Box(inner.x, y, inner.w, side + 8), look, _("Time in all"), _("{n} min").format(n=self.minutes),
            (_("Less time"), self._time(-_MINUTES), too_little), (_("More time"), self._time(_MINUTES), too_much),
        )  # fmt: skip
        y += side + 14
        now = datetime.now()
        end = now + timedelta(minutes=self.minutes)
        text = _("Start now at {start}, ready about {end}. The clock cuts nothing off.").format(
            start=time_of_day(now), end=time_of_day(end)
        )
        high = max(2 * small, text_height(look, text, "small", inner.w))
        found.append(Words("when", Box(inner.x, y, inner.w, high), text, style="small", role="ink_muted",
                           focusable=False))  # fmt: skip
        y += high + 14
        area = ScrollArea("shares", Box(inner.x, y, inner.w, inner.bottom - y), _("The steps and their minutes"))
        found += area.around(self._shares(look, area))
        return found

    def _shares(self, look: Look, area: ScrollArea) -> list[Part]:
        if not self.loaded.built:
            return []
        steps = self.loaded.game.steps
        minutes = shared_out(self.minutes, [step.share for step in steps])
        most = max(step.share for step in steps) or 1
        texts = [self.loaded.texts.steps[step.id].short_title.in_(look.lang) for step in steps]
        room = min(max(232.0, *(width(look, text, _SHARES) + 2 for text in texts)), area.box.w - _SHARE_ROOM)
        high = max(text_height(look, text, _SHARES, room) for text in texts)
        pitch = max(area.box.h / len(steps), high + 8)
        area.content = pitch * len(steps)
        found: list[Part] = []
        for number, (step, text) in enumerate(zip(steps, texts, strict=True), 1):
            row = Box(area.box.x, area.box.y + (number - 1) * pitch, area.box.w, pitch)
            own = minutes[number - 1]
            found.append(Part(f"share-{number}", row, f"{number} {text}, {own}", focusable=False,
                              paint=_share(number, text, own, step.share / most, room)))  # fmt: skip
        return found

    def _time(self, change: int) -> Press:
        def press() -> Next | None:
            self.minutes = min(max(self.minutes + change, _FEWEST_MINUTES), _MOST_MINUTES)
            return None

        return press

    def _change(self) -> Next | None:
        games = list_games(folders(*self.cards))
        answers = [Answer("", _("Cancel"))]
        answers += [Answer(name, title.in_(words.used())) for name, title in games.items()]
        return Push(Dialog(_("Which game?"), [_("Every game ends in a document of its own.")], answers), self._changed)

    def _changed(self, name: object) -> Next | None:
        if isinstance(name, str) and name:
            loaded = load(name, folders(*self.cards))
            if loaded.errors:
                from game.ui.findings import Findings

                return Push(Findings(loaded.findings))
            self.loaded, self.minutes = loaded, loaded.game.minutes
            self._waiting = Waiting(loaded.texts)
        return None

    def _speak(self, lang: str) -> Next | None:
        self.settings.lang = lang
        self.settings.keep()
        return Restyle(lang=lang)

    def _how(self) -> Next | None:
        from game.ui.howto import HowTo

        return Push(HowTo(self.loaded.texts)) if self.loaded.built else None

    # Starting

    def _foot(self) -> Foot:
        count = len(self.taken)
        nowhere = Box(0, 0, 0, 0)
        start = Button("start", nowhere, _("Start the game"), self._start, kind="primary", arrow=True,
                       refusal=self._refusal())  # fmt: skip
        label = _("Close the facilitator’s window") if self.aside else _("Open the facilitator’s window")
        aside = Button("aside", nowhere, label, lambda: Aside(), icon="second-screen")
        heading = ngettext("{n} player at the table", "{n} players at the table", count).format(n=count)
        return Foot(heading, _("More can join while you play."), (aside, start), icon="people")

    def _refusal(self) -> str:
        if not self.loaded.built:
            return _("This game has errors and cannot be played.")
        seats, count = self.loaded.game.seats, len(self.taken)
        if count < seats.least:
            return _("This game takes at least {n} players.").format(n=seats.least)
        if seats.most is not None and count > seats.most:
            return _("This game takes at most {n} players.").format(n=seats.most)
        return ""

    def _start(self) -> Next | None:
        from game.ui.table import Table

        seats = [
            Seat(place.number, place.name.text.strip()[:_NAME_CHARS], place.role.text.strip()[:_NAME_CHARS])
            for place in self.taken
        ]
        now = datetime.now()
        try:
            path = self.path or new_path(self.folder, self.loaded.texts.title.in_(words.used()), now)
            play = begin(path, self.loaded, seats, self.minutes, words.used(), self.seed or now.isoformat())
        except OSError as error:
            return Push(_cannot_write(self.folder, str(error.strerror)), self._in_memory)
        except StoreError as error:
            return Push(_cannot_write(self.folder, str(error)), self._in_memory)
        return Swap(Table(play, self.settings))

    def _in_memory(self, yes: object) -> Next | None:
        if not yes:
            return None
        from game.ui.table import Table

        seats = [Seat(place.number, place.name.text.strip(), place.role.text.strip()) for place in self.taken]
        seed = self.seed or datetime.now().isoformat()
        return Swap(Table(begin(None, self.loaded, seats, self.minutes, words.used(), seed), self.settings))

    def on_input(self, given: Input) -> Next | None:
        if isinstance(given, Key) and given.chord == "escape":
            return Pop()
        return None


def _cannot_write(folder: Path, why: str) -> Dialog:
    return Dialog(
        _("The session cannot be saved here"),
        [
            _("Folder: {folder}. {why}").format(folder=folder, why=why),
            _("You can go back and free some room, or play without a file and save elsewhere from the menu."),
        ],
        [Answer(False, _("Go back")), Answer(True, _("Play without a file"), arrow=True)],
    )


def _well(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.well(surface, look, part.box)


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)


def _key_cap(surface: pygame.Surface, look: Look, cell: Box, number: int) -> None:
    cap = Box(cell.right - 24 - 40, cell.y + 24, 40, 40)
    paint.plate(surface, look, cap, "surface", 8, "edge", look.stroke("control"))
    draw_text(surface, look, cap, str(number), "key", "ink", "centre", "middle")


def _piece(
    surface: pygame.Surface, look: Look, cell: Box, number: int, below: float, size: float, empty: bool = False
) -> None:  # fmt: skip
    """The seat's piece in the corner of its card, smaller where the words begin high up."""
    side = min(size, below - cell.y - 32)
    draw_seat(surface, look, number, cell.x + 24 + side / 2, cell.y + 28 + side / 2, side, empty=empty)


def _free(number: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        cell = part.box
        hovered = part.state.hover or part.state.pressed
        paint.dashed(surface, look, cell, 16, fill="sunken" if hovered else None)
        _key_cap(surface, look, cell, number)
        title, hint = _("Free seat"), _("Touch or press {n}").format(n=number)
        room = cell.w - 44
        high, least = text_height(look, title, "read_strong", room), text_height(look, hint, "read", room)
        under = Box(cell.x + 22, cell.bottom - max(80, least + 16), room, least)
        low = under._replace(y=under.y - max(38, high), h=high)
        _piece(surface, look, cell, number, low.y, 92, empty=True)
        draw_text(surface, look, low, title, "read_strong")
        draw_text(surface, look, under, hint, "read", "ink_muted")

    return draw


def _taken(place: Place, editing: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        cell, number = part.box, place.number
        paint.raised(surface, look, cell)
        if editing == number:
            draw_seat(surface, look, number, cell.x + 62, cell.y + 56, 72)
            return
        _key_cap(surface, look, cell, number)
        name, role = place.name.text.strip(), place.role.text.strip()
        small = text_height(look, shape_name(number), "small", cell.w - 44)
        y = cell.bottom - 20 - small
        foot = Box(cell.x + 22, y, cell.w - 44, small)
        draw_text(surface, look, foot, shape_name(number), "small", "ink_muted")
        if role:
            high = line_height(look, "read")
            y -= high + 4
            draw_text(surface, look, foot._replace(y=y, h=high), _one_line(look, role, foot.w), "read")
        high = line_height(look, _NAME)
        y -= high + 2
        _piece(surface, look, cell, number, y, 104)
        shown = name or (role and " ") or _("Name?")
        draw_text(surface, look, foot._replace(y=y, h=high), _one_line(look, shown, foot.w, _NAME), _NAME,
                  "ink" if name else "ink_muted")  # fmt: skip

    return draw


def _one_line(look: Look, text: str, room: float, style: str | Style = "read") -> str:
    """As much of a name as stands in one line; the whole is seen when it is pressed."""
    from game.ui.wrap import wrap

    return wrap(look, text, style, room).lines[0] if text.strip() else ""


def _share(
    number: int, title: str, minutes: int, share: float, room: float
) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        row = part.box
        strong = look.style("small").weighing(700)
        draw_text(surface, look, row._replace(w=32), str(number), strong, "ink", "right", "middle")
        draw_text(surface, look, Box(row.x + 42, row.y, room, row.h), title, _SHARES, valign="middle")
        time = _("{n} min").format(n=minutes)
        wide = width(look, _("{n} min").format(n=88), "small") + 4
        longest = min(90.0, row.right - wide - 12 - row.x - 54 - room)
        bar = Box(row.x + 54 + room, row.centre[1] - 8, max(12, longest * share), 16)
        paint.plate(surface, look, bar, "primary", 4)
        draw_text(surface, look, Box(bar.right + 12, row.y, wide, row.h), time, "small", valign="middle")

    return draw
