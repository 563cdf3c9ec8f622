"""How the screen looks at one size, in one theme and language: units, colours, type sizes and a store of
finished pictures.

A `Look` never changes. A new window size, theme or language makes a new one, and with it a fresh store,
so nothing stale can be shown. Everything is laid out in logical pixels of a window 1080 high and rounded
only when it meets the screen.
"""

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

import pygame

from game import where

LOGICAL_HEIGHT = 1080
LOGICAL_WIDTH_MIN = 1440
STORE_BYTES = 320_000_000

T = TypeVar("T")

work = 0
"""How many times any store had to make something: render, wrap, scale or load. A still screen adds
nothing.
"""


class Box(NamedTuple):
    """A rectangle in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, dx: float, dy: float | None = None) -> "Box":
        """Smaller by `dx` on the left and right and `dy` above and below; negative grows."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> "Box":
        return self._replace(x=self.x + dx, y=self.y + dy)

    def centred(self, w: float, h: float) -> "Box":
        """A box of this size with the same middle."""
        return Box(self.x + (self.w - w) / 2, self.y + (self.h - h) / 2, w, h)

    def rows(self, n: int, gap: float = 0) -> list["Box"]:
        """`n` equal boxes under each other."""
        h = (self.h - gap * (n - 1)) / n
        return [Box(self.x, self.y + i * (h + gap), self.w, h) for i in range(n)]

    def columns(self, n: int, gap: float = 0) -> list["Box"]:
        """`n` equal boxes beside each other."""
        w = (self.w - gap * (n - 1)) / n
        return [Box(self.x + i * (w + gap), self.y, w, self.h) for i in range(n)]

    def grid(self, columns: int, rows: int, gap: float = 0, row_gap: float | None = None) -> list["Box"]:
        """Equal boxes, row by row."""
        lines = self.rows(rows, gap if row_gap is None else row_gap)
        return [cell for line in lines for cell in line.columns(columns, gap)]

    def cut_top(self, h: float, gap: float = 0) -> tuple["Box", "Box"]:
        """The top `h` and the rest under it."""
        return self._replace(h=h), Box(self.x, self.y + h + gap, self.w, self.h - h - gap)

    def cut_bottom(self, h: float, gap: float = 0) -> tuple["Box", "Box"]:
        """The bottom `h` and the rest above it."""
        return Box(self.x, self.bottom - h, self.w, h), self._replace(h=self.h - h - gap)

    def cut_left(self, w: float, gap: float = 0) -> tuple["Box", "Box"]:
        """The left `w` and the rest beside it."""
        return self._replace(w=w), Box(self.x + w + gap, self.y, self.w - w - gap, self.h)

    def cut_right(self, w: float, gap: float = 0) -> tuple["Box", "Box"]:
        """The right `w` and the rest beside it."""
        return Box(self.right - w, self.y, w, self.h), self._replace(w=self.w - w - gap)


@dataclass(frozen=True, slots=True)
class Style:
    """A way to set text. Sizes in logical pixels before the user's text factor; `tracking` is added after
    each letter.
    """

    size: float
    line: float
    weight: int
    tabular: bool = False
    tracking: float = 0.0
    italic: bool = False

    def sized(self, size: float, line: float | None = None) -> "Style":
        """The same hand at another size; the line grows with it if it is not given."""
        return replace(self, size=size, line=self.line * size / self.size if line is None else line)

    def weighing(self, weight: int) -> "Style":
        return replace(self, weight=weight)


class Tint(NamedTuple):
    """The colours and icon of a deck or of a kind of participation; `rings` are its cell tints, middle
    first.
    """

    fill: pygame.Color
    on: pygame.Color
    icon: str
    rings: tuple[pygame.Color, ...]


class SeatLook(NamedTuple):
    """A seat's piece. Seat 0 is the table itself: it has an icon and no number."""

    number: int
    label: str
    fill: pygame.Color
    on: pygame.Color
    shape: str
    icon: str


class AnswerLook(NamedTuple):
    """An answer token: its shape, the glyph on it and its colours."""

    shape: str
    glyph: str
    role: str
    fill: pygame.Color
    on: pygame.Color
    soft: pygame.Color
    icon: str


_ANSWER_ICONS = {
    "works": "token-works",
    "needs_work": "token-needs-work",
    "unsure": "unsure",
    "support": "vote-support",
    "live_with": "vote-live-with",
    "no": "vote-no",
}


@cache
def tokens() -> dict[str, Any]:
    """The design tokens: the parsed assets/tokens.json."""
    return cast(dict[str, Any], json.loads(where.assets("tokens.json").read_text(encoding="utf-8")))


def mixed(a: pygame.Color, b: pygame.Color, share: float) -> pygame.Color:
    """A colour `share` of the way from a to b."""
    return a.lerp(b, share)


class Look:
    """Everything a drawing function has to know of the window, and the store of what has been drawn
    already.

    Public facts: `size` (device pixels), `theme`, `lang`, `text_factor`, `motion`, `scale` (device pixels
    to a logical one), `W` and `H` (the window in logical pixels), `tokens`. `overflows` gathers every
    text that needed more room than its box; a screen that is right leaves it empty.
    """

    def __init__(
        self,
        size: tuple[int, int],
        theme: str = "light",
        lang: str = "fi",
        text_factor: float = 1.0,
        motion: bool = True,
    ) -> None:
        """Raises KeyError for a theme the tokens do not have."""
        self.size = size
        self.theme = theme
        self.lang = lang
        self.text_factor = text_factor
        self.motion = motion
        self.tokens = tokens()
        self.scale = max(0.05, min(size[1] / LOGICAL_HEIGHT, size[0] / LOGICAL_WIDTH_MIN))
        self.W = size[0] / self.scale
        self.H = size[1] / self.scale
        self.contrast = theme == "contrast"
        self.overflows: list[str] = []
        self._theme: dict[str, Any] = self.tokens["themes"][theme]
        self._roles = {role: pygame.Color(code) for role, code in self._theme["roles"].items()}
        self._strokes: dict[str, float] = dict(self.tokens["stroke"])
        if self.contrast:
            self._strokes.update(self.tokens["stroke"]["contrast_theme"])
        self._store: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._stored_bytes = 0

    # Units

    @property
    def box(self) -> Box:
        """The whole window."""
        return Box(0, 0, self.W, self.H)

    @property
    def target_min(self) -> float:
        """The smallest side of anything that can be pressed, in logical pixels: 44 on the device, at
        least 56 drawn.
        """
        target = self.tokens["target"]
        return max(float(target["small_min"]), float(target["floor_device_px"]) / self.scale)

    def control(self, size: str = "control") -> float:
        """The height of a control in logical pixels ("control", "primary", "icon_button"), never under
        the press floor.
        """
        return max(float(self.tokens["target"][size]), self.target_min)

    def px(self, n: float) -> int:
        """Device pixels for a logical length, rounded; a length above nothing is at least one pixel."""
        return max(1, round(n * self.scale)) if n > 0 else round(n * self.scale)

    def point(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.scale), round(y * self.scale)

    def rect(self, box: Box) -> pygame.Rect:
        """Device pixels of a box. Edges are rounded, not sizes, so that neighbours meet without gaps."""
        left, top = self.point(box.x, box.y)
        right, bottom = self.point(box.right, box.bottom)
        return pygame.Rect(left, top, max(0, right - left), max(0, bottom - top))

    def logical(self, x: float, y: float) -> tuple[float, float]:
        """The logical point under a device pixel."""
        return x / self.scale, y / self.scale

    def stroke(self, name: str) -> float:
        """A line's width in logical pixels: hairline, control, selected, piece, focus, focus_gap, icon
        ...
        """
        return float(self._strokes[name])

    def radius(self, name: str) -> float:
        """A corner's radius in logical pixels: chip, note, control, card, sheet, round."""
        return float(self.tokens["radius"][name])

    def ms(self, name: str) -> int:
        """How long a movement takes; nothing where motion is off."""
        return int(self.tokens["motion_ms"][name]) if self.motion else 0

    # Colours

    def colour(self, role: str | pygame.Color) -> pygame.Color:
        """The colour of a role, or `kind:plan`, `kind:plan:on`, `deck:gains`; a colour comes back as it
        is.
        """
        if isinstance(role, pygame.Color):
            return role
        if ":" in role:
            what, name, *part = role.split(":")
            tint = self.kind(name) if what == "kind" else self.deck(name)
            return tint.on if part == ["on"] else tint.fill
        return self._roles[role]

    def kind(self, kind: str, colour: str | None = None) -> Tint:
        """The look of a kind. One the tokens do not know borrows `colour` (any kind or deck) or one of
        the decks'.
        """
        return self.kept(("kind", kind, colour), lambda: self._tint("kinds", kind, colour))

    def deck(self, deck: str, colour: str | None = None) -> Tint:
        """The look of a deck. One the tokens do not know borrows `colour` (any kind or deck) or one of
        the decks'.
        """
        return self.kept(("deck", deck, colour), lambda: self._tint("decks", deck, colour))

    def _tint(self, group: str, name: str, colour: str | None) -> Tint:
        kinds, decks = self._theme["kinds"], self._theme["decks"]
        first, second = (kinds, decks) if group == "kinds" else (decks, kinds)
        for wanted in (colour, name):
            if wanted in first or wanted in second:
                found = first.get(wanted) or second[wanted]
                break
        else:
            choice = sorted(decks)[zlib.crc32(name.encode()) % len(decks)]
            found = dict(decks[choice], icon="note")
        fill = pygame.Color(found["fill"])
        rings = tuple(pygame.Color(code) for code in found.get("rings", ()))
        if not rings:
            paper = self._roles["surface"]
            shares = (0, 0, 0, 0, 0) if self.contrast else (0.11, 0.16, 0.21, 0.26, 0.32)
            rings = tuple(mixed(paper, fill, share) for share in shares)
        return Tint(fill, pygame.Color(found["on"]), found["icon"], rings)

    def seat(self, number: int) -> SeatLook:
        """The piece of a seat 1..8; 0 is the table. Past eight the shapes come again with their own
        number.
        """
        if number <= 0:
            ink, paper = self._roles["ink"], self._roles["surface"]
            return SeatLook(0, "", paper, ink, "circle", "people")
        seats = self.tokens["seats"]
        seat = seats[(number - 1) % len(seats)]
        return SeatLook(
            number,
            str(number),
            pygame.Color(seat["fill"]),
            pygame.Color(seat["on"]),
            seat["shape"],
            seat["icon"],
        )

    def answer(self, answer: str) -> AnswerLook:
        """The token of an answer; one the tokens do not know is a plain square in the primary colour."""
        known = answer.replace("-", "_")
        found = self.tokens["answers"].get(known)
        if found is None:
            return AnswerLook(
                "square",
                "",
                "primary",
                self._roles["primary"],
                self._roles["on_primary"],
                self._roles["primary_soft"],
                "note",
            )
        role = found.get("role", known)
        return AnswerLook(
            found["shape"],
            found["glyph"],
            role,
            self._roles[role],
            self._roles["on_" + role],
            self._roles[role + "_soft"],
            _ANSWER_ICONS[known],
        )

    # Type

    def style(self, style: str | Style) -> Style:
        """A style of the tokens by name; a style comes back as it is."""
        if isinstance(style, Style):
            return style
        return _style(style)

    def overflowed(self, text: str) -> None:
        """Note a text that had not room enough where it was drawn; each is noted once."""
        if text not in self.overflows:
            self.overflows.append(text)

    # The store

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave the first time this key was asked. Least used things go when the store is
        full.
        """
        global work
        found = self._store.get(key)
        if found is not None:
            self._store.move_to_end(key)
            return cast(T, found[0])
        work += 1
        made = make()
        weight = _weight(made)
        self._store[key] = (made, weight)
        self._stored_bytes += weight
        while self._stored_bytes > STORE_BYTES and len(self._store) > 1:
            _, (_, gone) = self._store.popitem(last=False)
            self._stored_bytes -= gone
        return made


@cache
def _style(name: str) -> Style:
    found = tokens()["type"]["styles"][name]
    return Style(
        size=found["size"],
        line=found["line"],
        weight=found["weight"],
        tabular=found.get("figures") == "tabular",
        tracking=found.get("tracking", 0.0),
    )


def _weight(made: object) -> int:
    """Roughly how many bytes a kept thing holds."""
    if isinstance(made, pygame.Surface):
        return made.get_width() * made.get_height() * made.get_bytesize() + 200
    if isinstance(made, Sequence) and not isinstance(made, str):
        return 200 + sum(_weight(part) for part in _shallow(made))
    return 200


def _shallow(parts: Sequence[object]) -> Iterator[object]:
    return (part for part in parts if isinstance(part, pygame.Surface))
