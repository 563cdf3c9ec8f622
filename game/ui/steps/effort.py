"""What things take of a budget: its name, small blocks beside a thing, the rack of all points."""

from dataclasses import KW_ONLY, dataclass

import pygame

from game.engine.definition import Budget, Step, Vote
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_effort, draw_effort_rack
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.words import _

_BLOCK = 22.0
_GAP = 4.0
_ROW = 5
MOST = 10
"""More than this is said by a figure beside one block."""

_TITLE = Style(26, 32, 600)
_SUM = Style(32, 38, 700, tabular=True)


def effort_name(play: Play, field: str) -> str:
    """What the points of a budget are called: by the author's own word for the field, else effort."""
    for step in play.texts.steps.values():
        if field in step.item_fields:
            return play.say(step.item_fields[field].label)
    for deck in play.texts.decks.values():
        if field in deck.fields and deck.fields[field].title:
            return play.say(deck.fields[field].title)
    return _("Effort")


def cost_field(play: Play, step: Step) -> str:
    """The number among a step's item fields that a vote's budget counts; empty if there is none."""
    counted = {other.budget.field for other in play.game.steps if isinstance(other, Vote) and other.budget}
    return next((field.id for field in step.item_fields if field.type == "number" and field.id in counted), "")


def blocks_size(count: int) -> tuple[float, float]:
    """The width and height of the blocks for so many points."""
    if count > MOST:
        return 90.0, _BLOCK
    columns = min(max(count, 1), _ROW)
    rows = max(1, -(-count // _ROW))
    return columns * (_BLOCK + _GAP) - _GAP, rows * (_BLOCK + _GAP) - _GAP


def draw_blocks(surface: pygame.Surface, look: Look, x: float, y: float, count: int) -> None:
    """Points as blocks in rows of five, (x, y) being their upper left corner."""
    if count > MOST:
        draw_effort(surface, look, x, y, 1, _BLOCK, _GAP)
        words = f"× {count}"
        high = line_height(look, "small")
        place = Box(x + _BLOCK + 8, y + (_BLOCK - high) / 2, width(look, words, "small") + 2, high)
        draw_text(surface, look, place, words, "small")
        return
    for start in range(0, count, _ROW):
        row = min(_ROW, count - start)
        draw_effort(surface, look, x, y + start // _ROW * (_BLOCK + _GAP), row, _BLOCK, _GAP)


@dataclass(eq=False)
class Blocks(Part):
    """The points of one thing, with words after the blocks if there are any."""

    _: KW_ONLY
    count: int = 1
    words: str = ""

    @staticmethod
    def natural(look: Look, count: int, words: str) -> float:
        """The width that the blocks and their words want."""
        return blocks_size(count)[0] + (10 + width(look, words, "small") + 2 if words else 0)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        wide, high = blocks_size(self.count)
        draw_blocks(surface, look, self.box.x, self.box.centre[1] - high / 2, self.count)
        if self.words:
            beside = Box(self.box.x + wide + 10, self.box.y, self.box.w - wide - 10, self.box.h)
            draw_text(surface, look, beside, self.words, "small", valign="middle")


@dataclass(eq=False)
class _Rack(Part):
    _: KW_ONLY
    used: int = 0
    budget: int = 1
    columns: int = 5

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        draw_effort_rack(surface, look, self.box, self.used, self.budget, self.columns)


def rack(
    look: Look, box: Box, name: str, budget: Budget, used: int | None, words: str, below: float = 0.0
) -> tuple[list[Part], float]:
    """The sheet of the budget: how many points are used (None: not shown), all of them as blocks, and words on it; and
    where the sheet ends. If what comes `below` then has no room in the box, the words are left out, and at last the
    blocks stand closer together.
    """
    for said, columns in ((words, 5), ("", 5), ("", 10)):
        found, end = _rack(look, box, name, budget, used, said, columns)
        if box.bottom - end >= below:
            break
    return found, end


def _rack(
    look: Look, box: Box, name: str, budget: Budget, used: int | None, words: str, columns: int
) -> tuple[list[Part], float]:
    inner = Box(box.x + 24, box.y + 16, box.w - 48, 0)
    total = str(budget.points) if used is None else f"{used} / {budget.points}"
    wide = width(look, total, _SUM) + 4
    title = text_height(look, name, _TITLE, inner.w - wide - 12)
    high = max(title, line_height(look, _SUM))
    shown = max(used or 0, budget.points)
    columns = columns if shown <= 20 else 10
    block = float(look.tokens["size"]["effort_block"][1])
    rows = -(-shown // columns)
    low = rows * (block + 8) - 8
    y = inner.y + high + 10
    said = text_height(look, words, "read", inner.w) + 10 if words else 0.0
    end = y + low + said + 16
    label = f"{name}: {total}"
    return [
        Sheet("rail.rack-sheet", box._replace(h=end - box.y), focusable=False),
        Words("rail.rack-name", Box(inner.x, inner.y, inner.w - wide - 12, high), name, style=_TITLE, valign="middle",
              focusable=False),
        Words("rail.rack-sum", Box(inner.right - wide, inner.y, wide, high), total, style=_SUM, align="right",
              valign="middle", focusable=False),
        _Rack("rail.rack", Box(inner.x, y, inner.w, low), label, used=used or 0, budget=budget.points, columns=columns,
              focusable=False),
        *([Words("rail.rack-words", Box(inner.x, y + low + 10, inner.w, said - 10), words, style="read",
                 focusable=False)] if words else []),
    ], end  # fmt: skip
