"""The dock of a step, as high as its words need: beside the buttons where they fit there, else above them."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ui import dock
from game.ui.controls import Button, button_row
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.scene import Next
from game.ui.steps.view import Areas
from game.words import _

Press = Callable[[], Next | None]

_ENOUGH = 320.0
"""Words beside buttons have at least this much room."""
_BESIDE = 40.0
_ROW_GAP = 12.0


@dataclass(frozen=True)
class Foot:
    """What the dock of a step says and offers. `lead` is what stands before the words, as the seats do: it is given
    its box and gives the parts and their right edge.
    """

    heading: str
    line: str = ""
    buttons: tuple[Button, ...] = ()
    icon: str = ""
    line_icon: str = ""
    lead: Callable[[Look, Box], tuple[list[Part], float]] | None = None


def script_button(open_script: Press) -> Button:
    """The button that opens the facilitator's guide, for a dock."""
    return Button("script-open", Box(0, 0, 0, 0), _("Facilitator’s guide"), open_script, kind="quiet",
                  icon="facilitator", keys=("f2",))  # fmt: skip


def with_foot(look: Look, areas: Areas, foot: Foot) -> Areas:
    """The areas with a dock as high as it has to be; the table and the rail become lower by that."""
    more = max(0.0, _height(look, areas.dock, foot) - areas.dock.h)
    rail = areas.rail._replace(h=areas.rail.h - more) if areas.rail is not None else None
    table = areas.table._replace(h=areas.table.h - more)
    return Areas(table, rail, areas.dock._replace(y=areas.dock.y - more, h=areas.dock.h + more))


def foot_parts(look: Look, box: Box, foot: Foot) -> list[Part]:
    """The dock in its box."""
    lead, x = _lead(look, box, foot)
    rows = _rows(look, box.w - 56, foot.buttons)
    if _in_one_row(look, box, foot):
        row, left = dock.buttons(look, box, foot.buttons)
        words = Box(x, box.y, left - x - _BESIDE, box.h)
        return [dock.sheet(box), *lead, *_words(look, words, foot), *row]
    high = _rows_height(look, rows)
    top = box._replace(h=box.h - high - 16)
    lead, x = _lead(look, top, foot)
    placed: list[Part] = []
    y = box.bottom - 16 - high
    for line in rows:
        side = _row_height(look, line)
        placed += button_row(look, box.right - 24, y + side / 2, line)
        y += side + _ROW_GAP
    return [dock.sheet(box), *lead, *_words(look, Box(x, top.y, box.right - 24 - x, top.h), foot), *placed]


def _lead(look: Look, box: Box, foot: Foot) -> tuple[list[Part], float]:
    if foot.lead is None:
        return [], box.x + 32
    parts, right = foot.lead(look, box._replace(h=min(box.h, 124.0 * max(1.0, look.text_factor))))
    return parts, right + 24


def _words(look: Look, box: Box, foot: Foot) -> list[Part]:
    return dock.words(look, box, foot.heading, foot.line, icon=foot.icon, line_icon=foot.line_icon)


def _words_height(look: Look, width: float, foot: Foot) -> float:
    found = _words(look, Box(0, 0, width, 0), foot)
    return sum(part.box.h for part in found if not part.name.endswith("-icon"))


def _in_one_row(look: Look, box: Box, foot: Foot) -> bool:
    x = _lead(look, box, foot)[1]
    wide = sum(_natural(look, button)[0] + 20 for button in foot.buttons)
    room = box.right - 24 - wide - x - _BESIDE
    return room >= _ENOUGH and _words_height(look, room, foot) <= 124 - 12


def _height(look: Look, box: Box, foot: Foot) -> float:
    if _in_one_row(look, box, foot):
        return box.h
    x = _lead(look, box, foot)[1]
    words = max(_words_height(look, box.right - 24 - x, foot) + 20, 108 if foot.lead else 0)
    return words + _rows_height(look, _rows(look, box.w - 56, foot.buttons)) + 16 + 4


def _natural(look: Look, button: Button) -> tuple[float, float]:
    if button.bare:
        side = look.control("icon_button")
        return side, side
    return Button.natural(look, button.label, button.kind, button.icon, button.arrow)


def _rows(look: Look, width: float, buttons: tuple[Button, ...]) -> list[list[Button]]:
    """The buttons in as few rows as hold them, the last row the fullest."""
    rows: list[list[Button]] = [[]]
    room = width
    for button in reversed(buttons):
        wide = _natural(look, button)[0]
        if rows[0] and wide > room:
            rows.insert(0, [])
            room = width
        rows[0].insert(0, button)
        room -= wide + 20
    return rows


def _row_height(look: Look, row: list[Button]) -> float:
    return max((_natural(look, button)[1] for button in row), default=0.0)


def _rows_height(look: Look, rows: list[list[Button]]) -> float:
    return sum(_row_height(look, row) for row in rows) + _ROW_GAP * (len(rows) - 1)
