"""The help sheet: which keys do what on the screen at hand, made from the parts themselves, and the keys that always
work.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import paint
from game.ui.bars import head
from game.ui.fonts import draw_line, text_height, width
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.words import _

_HEAD = Style(30, 38, 700)
_READ = Style(24, 32, 400)
_CAP = Style(20, 26, 600)
_GAP = 12.0
_COLUMN = 24.0
_PLUS = 20.0
_APART = 16.0
_LEAST = 200.0
"""The least width of words beside their keys, logical px."""


@dataclass(frozen=True, slots=True)
class Line:
    """Keys, any of which does the same, and what that is. Chords are as parts name them: "ctrl+z", "7"."""

    chords: tuple[str, ...]
    words: str


def of_parts(parts: Sequence[Part]) -> list[Line]:
    """What the keys of these parts do, in reading order; the number keys of a group of alike parts in one line."""
    found: list[Line] = []
    numbers: dict[str, int] = {}
    for part in parts:
        chords = tuple(chord for chord in part.keys if chord != "escape" or len(part.keys) == 1)
        if not chords or not (part.press or part.refusal or part.drag is not None) or not part.label:
            continue
        if part.group and all(chord.isdecimal() for chord in chords):
            if part.group in numbers:
                line = found[numbers[part.group]]
                first = line.chords[0].partition("–")[0]
                found[numbers[part.group]] = Line((f"{first}–{chords[-1]}",), line.words)
                continue
            numbers[part.group] = len(found)
            found.append(Line(chords, _("The seat of that number") if part.group == "seats" else part.label))
            continue
        found.append(Line(chords, part.label))
    return found


def always() -> list[tuple[str, list[Line]]]:
    """The keys that the screen itself understands, by heading."""
    command = "cmd" if sys.platform == "darwin" else "ctrl"
    return [
        (_("Everywhere"), [
            Line(("tab", "shift+tab"), _("To the next part, to the one before")),
            Line(("left", "up", "down", "right"), _("Inside a group: to the one beside; else scroll")),
            Line(("enter", "space"), _("Press; pick up, and put down at another place")),
            Line(("escape",), _("Put back, close, go back")),
            Line(("page up", "page down", "home", "end"), _("Scroll by pages, to the beginning, to the end")),
            Line(("f1",), _("This sheet")),
            Line(("f9",), _("Press the coloured button: on to what comes next")),
            Line(("f11",), _("Fill the screen, or go back to a window")),
        ]),
        (_("While you write"), [
            Line((f"{command}+left", f"{command}+right"), _("Word by word; with Shift, select")),
            Line((f"{command}+a",), _("Select everything")),
            Line((f"{command}+c", f"{command}+x", f"{command}+v"), _("Copy, cut, paste")),
            Line((f"{command}+z", f"{command}+y"), _("Undo and redo what you write")),
            Line((f"{command}+backspace",), _("Erase a word")),
            Line(("shift+enter",), _("A new line, where Enter sends")),
        ]),
    ]  # fmt: skip


_ARROWS = {"left": "chevron-left", "right": "chevron-right", "up": "chevron-up", "down": "chevron-down"}


def cap(name: str) -> str:
    """What stands on a key; on arrow keys an arrow is drawn instead."""
    known = {
        "ctrl": "Ctrl", "cmd": "Cmd", "shift": "Shift", "alt": "Alt", "enter": "Enter", "escape": "Esc", "tab": "Tab",
        "space": _("Space"), "page up": "PgUp", "page down": "PgDn", "home": "Home", "end": "End",
        "backspace": "Backspace", "delete": "Del", "insert": "Ins",
    }  # fmt: skip
    return known.get(name, name if name in _ARROWS else name.upper())


class KeySheet(Scene):
    """The keys of a screen's parts, and beside them those that always work."""

    first_focus = "back"

    def __init__(self, parts: Callable[[], Sequence[Part]]) -> None:
        """`parts` gives those of the screen that is asked about."""
        self.of_screen = parts

    def parts(self, look: Look) -> Sequence[Part]:
        top, above = head(look, _("Keys"), keys=("escape", "f1"))
        columns = Box(40, top, look.W - 80, look.H - top - 24).columns(2 if look.W < 1760 else 3, _COLUMN)
        sections = [(_("On this screen"), of_parts(self.of_screen())), *always()]
        found: list[Part] = [Ground(look), *above]
        for place, box in enumerate(columns):
            here = sections[place : place + 1] if place < len(columns) - 1 else sections[place:]
            found += self._column(look, box, f"column-{place}", here)
        return found

    def _column(self, look: Look, box: Box, name: str, sections: Sequence[tuple[str, list[Line]]]) -> list[Part]:
        area = ScrollArea(name, box.inset(28, 20), sections[0][0])
        found: list[Part] = []
        y = area.box.y
        wide = area.box.w - 16
        for place, (heading, lines) in enumerate(sections):
            y += 24 if place else 0
            high = text_height(look, heading, _HEAD, wide)
            found.append(Words(f"{name}.head-{place}", Box(area.box.x, y, wide, high), heading, style=_HEAD,
                               role="primary", focusable=False))  # fmt: skip
            y += high + 12
            for number, line in enumerate(lines):
                y = self._line(look, found, Box(area.box.x, y, wide, 0), f"{name}.{place}-{number}", line) + _GAP
            if not lines:
                words = _("This screen has no keys of its own.")
                high = text_height(look, words, _READ, wide)
                found.append(Words(f"{name}.none", Box(area.box.x, y, wide, high), words, style=_READ, focusable=False))
                y += high
        area.content = y - area.box.y
        return [Sheet(f"{name}.sheet", box, focusable=False), *area.around(found)]

    @staticmethod
    def _line(look: Look, found: list[Part], box: Box, name: str, line: Line) -> float:
        """Adds what the keys do and, at the right end or under it, the keys; returns where the line ends."""
        keys = [_split(chord) for chord in line.chords]
        high, caps = _cap_height(look), _caps_width(look, keys)
        beside = box.w - caps - 20 >= _LEAST
        room = box.w - caps - 20 if beside else box.w
        text = text_height(look, line.words, _READ, room)
        tall = max(high, text) if beside else text + 6 + high
        place = Box(box.x, box.y + (tall - text) / 2 if beside else box.y, room, text)
        at = Box(box.right - caps, box.y + (tall - high) / 2 if beside else box.y + text + 6, caps, high)
        said = ", ".join("+".join(cap(key) for key in chord) for chord in keys)
        found.append(Words(f"{name}.words", place, line.words, style=_READ, focusable=False))
        found.append(Part(f"{name}.keys", at, said, paint=_caps(keys), focusable=False))
        return box.y + tall

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord in ("escape", "f1") else None


def _split(chord: str) -> list[str]:
    """The keys of a chord: "ctrl+z" is two, "+" is one."""
    return ["+"] if chord == "+" else chord.split("+")


def _cap_height(look: Look) -> float:
    return 40 * max(1.0, look.text_factor)


def _cap_width(look: Look, key: str) -> float:
    return _cap_height(look) if key in _ARROWS else max(_cap_height(look), width(look, cap(key), _CAP) + 22)


def _caps_width(look: Look, keys: Sequence[Sequence[str]]) -> float:
    each = [sum(_cap_width(look, key) for key in chord) + _PLUS * (len(chord) - 1) for chord in keys]
    return sum(each) + _APART * (len(each) - 1)


def _caps(keys: Sequence[Sequence[str]]) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, middle = part.box.x, part.box.centre[1]
        for chord in keys:
            for place, key in enumerate(chord):
                if place:
                    draw_line(surface, look, x + _PLUS / 2, middle, "+", _CAP, "ink_muted", "centre")
                    x += _PLUS
                box = Box(x, part.box.y, _cap_width(look, key), part.box.h)
                paint.plate(surface, look, box, "raised", 8, "edge", look.stroke("control"))
                if key in _ARROWS:
                    draw_icon(surface, look, _ARROWS[key], *box.centre, 24, "ink")
                else:
                    draw_line(surface, look, *box.centre, cap(key), _CAP, align="centre")
                x = box.right
            x += _APART

    return draw
