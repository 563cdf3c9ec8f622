"""The help sheet: which keys do what on the screen at hand, made from the parts themselves, and the keys that always
work.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import paint
from game.ui.controls import icon_button
from game.ui.fonts import draw_line, text_height, width
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
_GAP = 10.0
_COLUMN = 24.0


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


def cap(name: str) -> str:
    """What stands on a key."""
    known = {
        "ctrl": "Ctrl", "cmd": "Cmd", "shift": "Shift", "alt": "Alt", "enter": "Enter", "escape": "Esc", "tab": "Tab",
        "space": _("Space"), "left": "←", "right": "→", "up": "↑", "down": "↓", "page up": "PgUp",
        "page down": "PgDn", "home": "Home", "end": "End", "backspace": "⌫", "delete": "Del", "insert": "Ins",
    }  # fmt: skip
    return known.get(name, name.upper())


class KeySheet(Scene):
    """The keys of a screen's parts, and beside them those that always work."""

    first_focus = "back"

    def __init__(self, parts: Callable[[], Sequence[Part]]) -> None:
        """`parts` gives those of the screen that is asked about."""
        self.of_screen = parts

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        top = 24 + side + 20
        columns = Box(40, top, look.W - 80, look.H - top - 24).columns(2 if look.W < 1760 else 3, _COLUMN)
        sections = [(_("On this screen"), of_parts(self.of_screen())), *always()]
        found: list[Part] = [
            Ground(look),
            icon_button("back", look, 40, 24, "back", _("Back"), lambda: Pop(), keys=("escape", "f1")),
            Words("title", Box(40 + side + 24, 24, look.W - side - 104, side), _("Keys"), style="title",
                  valign="middle", focusable=False),
        ]  # fmt: skip
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
        """Adds the keys and, beside or under them, what they do; returns where the line ends."""
        keys = [[cap(part) for part in _split(chord)] for chord in line.chords]
        high = _cap_height(look)
        caps = _caps_width(look, keys)
        beside = caps + 20 + 220 <= box.w
        x = box.x + max(caps + 20, min(190.0, box.w * 0.36)) if beside else box.x + 20
        room = box.right - x
        text = text_height(look, line.words, _READ, room)
        if beside:
            tall = max(high, text)
            place = Box(x, box.y + (tall - text) / 2, room, text)
            end = box.y + tall
        else:
            tall = high
            place = Box(x, box.y + high + 4, room, text)
            end = place.bottom
        said = ", ".join("+".join(parts) for parts in keys)
        found.append(Part(f"{name}.keys", Box(box.x, box.y, caps, tall), said, paint=_caps(keys), focusable=False))
        found.append(Words(f"{name}.words", place, line.words, style=_READ, focusable=False))
        return end

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord in ("escape", "f1") else None


def _split(chord: str) -> list[str]:
    """The keys of a chord: "ctrl+z" is two, "+" is one."""
    return ["+"] if chord == "+" else chord.split("+")


def _cap_height(look: Look) -> float:
    return 40 * max(1.0, look.text_factor)


def _cap_width(look: Look, name: str) -> float:
    return max(_cap_height(look), width(look, name, _CAP) + 22)


def _caps_width(look: Look, keys: Sequence[Sequence[str]]) -> float:
    each = [sum(_cap_width(look, name) for name in chord) + 6 * (len(chord) - 1) for chord in keys]
    return sum(each) + 12 * (len(each) - 1)


def _caps(keys: Sequence[Sequence[str]]) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, high = part.box.x, _cap_height(look)
        y = part.box.y + (part.box.h - high) / 2
        for chord in keys:
            for name in chord:
                key = Box(x, y, _cap_width(look, name), high)
                paint.plate(surface, look, key, "raised", 8, "edge", look.stroke("control"))
                draw_line(surface, look, *key.centre, name, _CAP, align="centre")
                x = key.right + 6
            x += 6

    return draw
