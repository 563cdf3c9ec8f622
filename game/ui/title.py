"""The first screen: go on with the latest session, begin a new one, open another; language, theme, quit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game import words
from game.ui import paint
from game.ui.controls import Button, icon_button, segments, segments_width
from game.ui.days import moment
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.papers import Ground, Words
from game.ui.part import Arrival, Part
from game.ui.pieces import draw_seat
from game.ui.scene import Fullscreen, Next, Push, Quit, Restyle, Scene
from game.words import _, ngettext

if TYPE_CHECKING:  # the first frame is shown before the cards are read
    from game.content.loading import Loaded
    from game.ui.opening import Saved
    from game.ui.settings import Settings

_SUBTITLE = Style(38, 46, 400)
_PRIMARY = Style(30, 36, 600)
_WAYS = 424.0
_THEMES = ("light", "dark", "contrast")
_PIECES = ((1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 2), (7, 1), (8, 3))
"""Which seat's piece stands on which sector of the board, in which ring."""
_RINGS = (4, 3, 4, 3, 4, 2, 5, 5)


class Title(Scene):
    """The first screen. The cards and the latest session are read after it has been shown once."""

    first_focus = "new"

    def __init__(
        self,
        game_id: str,
        folder: Path,
        settings: Settings,
        cards: Sequence[Path] = (),
        *,
        session: Path | None = None,
        players: int | None = None,
        minutes: int | None = None,
        seed: str = "",
    ) -> None:
        """`folder` is where sessions are kept; `cards` are folders of one's own cards and games.

        `session` is opened, or begun, as soon as the screen has been shown; the rest is what a new game begins with.
        """
        self.game_id, self.folder, self.settings, self.cards = game_id, folder, settings, tuple(cards)
        self.session, self.players, self.minutes, self.seed = session, players, minutes, seed
        self.loaded: Loaded | None = None
        self.saved: Saved | None = None
        self._ticks = 0
        self._beside: Scene | None = None

    def beside(self) -> Scene | None:
        if self._beside is None:
            from game.ui.waiting import Waiting

            self._beside = Waiting()
        return self._beside

    def tick(self, now: float) -> Next | None:
        self._ticks += 1
        if self._ticks != 2:
            return None
        self._read()
        if self.session is None:
            return None
        path, self.session = self.session, None
        return self._opened(path) if path.exists() else self._set_up(path)

    def _read(self) -> None:
        from game.content.loading import folders, load
        from game.ui.opening import look_at, sessions

        self.loaded = load(self.game_id, folders(*self.cards))
        self.saved = next((saved for path in sessions(self.folder)[:5] if (saved := look_at(path))), None)
        self.changed()

    def parts(self, look: Look) -> Sequence[Part]:
        return [
            Ground(look),
            *self._board(look),
            *self._corner(look),
            *self._names(look),
            *self._ways(look),
            *self._about(look),
        ]

    def _names(self, look: Look) -> list[Part]:
        """The name and what it is, standing on the upper edge of the ways in; the name gives way to large letters."""
        name, subtitle = _("Osallisuuspeli"), _("A board game that leaves a plan behind.")
        size = _("4–8 players, 90 minutes, one screen")
        room = look.W - 200
        low = text_height(look, size, "read", room)
        middle = text_height(look, subtitle, _SUBTITLE, room)
        foot = Box(126, _WAYS - 78, room, max(32.0, low))
        under = Box(126, foot.y - 4 - max(50.0, middle), room, max(50.0, middle))
        top = 40 + look.control("icon_button") + 16
        styles = [look.style("display").sized(letters) for letters in (132, 112, 92, 72, 56)]
        style = next((one for one in styles if under.y - 14 - line_height(look, one) >= top), styles[-1])
        high = max(150.0 if style == styles[0] else 0.0, text_height(look, name, style, room))
        return [
            Words("name", Box(124, under.y - 14 - high, room, high), name, style=style, focusable=False),
            Words("subtitle", under, subtitle, style=_SUBTITLE, focusable=False),
            Words("size", foot, size, style="read", role="ink_muted", focusable=False),
        ]

    def _about(self, look: Look) -> list[Part]:
        words = _("An independent digital game in the spirit of Osallisuuspeli. Its texts are its own.")
        high = max(60.0, text_height(look, words, "small", 460))
        place = Box(126, look.H - 52 - high, 460, high)
        return [Words("about", place, words, style="small", role="ink_muted", focusable=False)]

    def _ways(self, look: Look) -> list[Part]:
        box = Box(126, _WAYS, 440, max(88, look.control("primary")))
        found: list[Part] = [
            Button("new", box, _("Start a new game"), self._new, kind="primary", arrow=True, spread=True, group="ways")
        ]
        y = box.bottom + 28
        if self.saved is not None:
            card = Box(126, y, 440, 126)
            found.append(Part("continue", card, self._continue_words(), self._continue, paint=_saved(self.saved),
                              group="ways", radius=16, arrival=Arrival("rise")))  # fmt: skip
            y = card.bottom + 24
        high = look.control()
        rows = (
            ("open", "folder", _("Open a saved game"), self._open),
            ("how", "help", _("How to play"), self._how),
            ("quit", "close", _("Quit"), lambda: Quit()),
        )
        for name, icon, label, press in rows:
            row = Box(126, y, max(440.0, width(look, label, "button") + 94), high)
            found.append(Part(name, row, label, press, paint=_way(icon), group="ways"))
            y += high + 12
        return found

    def _corner(self, look: Look) -> list[Part]:
        side = look.control("icon_button")
        names = [(lang, words.languages_name(lang)) for lang in words.LANGUAGES]
        right = look.W - 40
        found: list[Part] = []
        buttons = (
            ("theme", "contrast", _("Colours: light, dark, high contrast"), self._next_theme),
            ("settings", "settings", _("Settings"), self._settings),
            ("fullscreen", "fullscreen", _("Full screen"), lambda: Fullscreen()),
        )
        left = right - len(buttons) * side - (len(buttons) - 1) * 12
        for place, (name, icon, label, press) in enumerate(buttons):
            found.append(icon_button(name, look, left + place * (side + 12), 40, icon, label, press, group="corner"))
        wide = segments_width(look, [label for _lang, label in names])
        box = Box(left - 12 - wide, 40, wide, look.control())
        return [*segments("language", box, look, names, look.lang, self._speak), *found]

    def _board(self, look: Look) -> list[Part]:
        if self.loaded is None or self.loaded.built is None or self.loaded.texts.board is None:
            return []
        from game.ui.board import Board
        from game.ui.boardof import figure_of, names_of

        board = self.loaded.texts.board
        figure = replace(figure_of(board), marks=())
        wide = min(1240.0, look.W - 680)
        names = names_of(board, _("What do we improve?"))
        drawn = Board(look, figure, names, look.W - wide - 40, look.H - 24 - wide / 2, wide)
        rings = sorted({place.ring for place in figure.places})
        sectors = [sector.kind for sector in figure.sectors]

        def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
            drawn.draw_paper(surface, 24, 60)
            drawn.draw(surface)
            for (seat, at), ring in zip(_PIECES, _RINGS, strict=True):
                if at < len(sectors) and ring <= len(rings):
                    space = next(p.id for p in figure.places if p.kind == sectors[at] and p.ring == rings[ring - 1])
                    x, y = drawn.middle(space)
                    draw_seat(surface, look, seat, x, y, 56)

        box = Box(drawn.box.x, drawn.box.y, wide, wide / 2)
        return [Part("board", box, _("The board"), paint=draw, focusable=False, arrival=Arrival("rise"))]

    # What one can do

    def _new(self) -> Next | None:
        return self._set_up(None)

    def _set_up(self, path: Path | None) -> Next | None:
        from game.ui.findings import Findings
        from game.ui.setup import Setup

        if self.loaded is None:
            self._read()
        if self.loaded is not None and self.loaded.errors:
            return Push(Findings(self.loaded.findings))
        setup = Setup(
            self.game_id, self.folder, self.settings, self.cards,
            players=self.players or 4, minutes=self.minutes, seed=self.seed, path=path,
        )  # fmt: skip
        return Push(setup, self._returned)

    def _continue(self) -> Next | None:
        return self._opened(self.saved.path) if self.saved else None

    def _opened(self, path: Path) -> Next | None:
        from game.ui.openfile import open_session

        answer = open_session(path, self.settings)
        return replace(answer, then=self._returned) if isinstance(answer, Push) and answer.then is None else answer

    def _continue_words(self) -> str:
        return _("Continue: {name}").format(name=self.saved.name) if self.saved else ""

    def _open(self) -> Next | None:
        from game.ui.openfile import OpenFile

        return Push(OpenFile(self.folder, self.settings), self._returned)

    def _how(self) -> Next | None:
        from game.ui.howto import HowTo

        if self.loaded is None:
            self._read()
        return Push(HowTo(self.loaded.texts)) if self.loaded and self.loaded.built else None

    def _returned(self, _value: object) -> Next | None:
        """Back from a session: it is the latest now."""
        self._read()
        return None

    def _speak(self, lang: str) -> Next | None:
        self.settings.lang = lang
        self.settings.keep()
        return Restyle(lang=lang)

    def _next_theme(self) -> Next | None:
        themes = _THEMES
        self.settings.theme = themes[(themes.index(self.settings.theme) + 1) % len(themes)]
        self.settings.keep()
        return Restyle(theme=self.settings.theme)

    def _settings(self) -> Next | None:
        from game.ui.menu import Appearance

        return Push(Appearance(self.settings))


def _way(icon: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        if part.state.hover or part.state.pressed:
            paint.plate(surface, look, part.box, "sunken", part.radius)
        y = part.box.centre[1]
        draw_icon(surface, look, icon, part.box.x + 40, y, 30)
        beside = Box(part.box.x + 76, part.box.y, part.box.w - 92, part.box.h)
        draw_text(surface, look, beside, part.label, "button", valign="middle")

    return draw


def _saved(saved: Saved) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        hovered = part.state.hover or part.state.pressed
        paint.raised(surface, look, part.box, fill="sunken" if hovered else "raised")
        draw_icon(surface, look, "play", part.box.x + 44, part.box.centre[1], 34)
        beside = Box(part.box.x + 82, part.box.y + 18, part.box.w - 100, 34)
        draw_text(surface, look, beside, shortened(look, part.label, beside.w), "read_strong")
        place = _("Step {n}/{all}").format(n=saved.step, all=saved.steps)
        people = ngettext("{n} player", "{n} players", saved.seats).format(n=saved.seats)
        draw_text(surface, look, beside.moved(0, 34), f"{place}, {people}", "small")
        draw_text(surface, look, beside.moved(0, 60), moment(saved.when), "small")

    return draw


def shortened(look: Look, text: str, room: float) -> str:
    """As many whole words of a name as stand in one line."""
    kept = text.split()
    while len(kept) > 1 and width(look, " ".join(kept), "read_strong") > room:
        kept.pop()
    return " ".join(kept)
