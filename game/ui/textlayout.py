"""Where each letter of a text that is being edited is shown."""

from typing import Final

from game.ui.editing import Document, breaks
from game.ui.fonts import width
from game.ui.lines import Line, break_lines
from game.ui.look import Look, Style

DOT: Final = "•"


class Layout:
    """The text as it is shown at one width: an input method's text put in, or dots in place of letters."""

    def __init__(self, look: Look, document: Document, style: Style, wide: float, hidden: bool) -> None:
        self.look, self.style, self.wide = look, style, wide
        caret, preedit = document.caret, document.preedit
        shown = document.text[:caret] + preedit + document.text[caret:]
        if hidden:
            shown = "".join("\n" if ch == "\n" else DOT for ch in shown)
        self.text = shown
        self.caret = caret
        self.inserted = len(preedit)
        places = document.places if not preedit and not hidden else breaks(shown)
        if document.lines:
            self.lines = break_lines(shown, places, wide, lambda piece: width(look, piece, style))
        else:
            self.lines = [Line(0, len(shown), False)]
        self.places = places

    def shown(self, index: int) -> int:
        """Where an index of the document is in the shown text."""
        return index if index <= self.caret else index + self.inserted

    def meant(self, index: int) -> int:
        """The document's index for one of the shown text."""
        return index if index <= self.caret else max(self.caret, index - self.inserted)

    def x(self, number: int, index: int) -> float:
        """How far right of its line's beginning an index is shown."""
        start = self.lines[number].start
        return width(self.look, self.text[start:index], self.style) if index > start else 0.0

    def at(self, number: int, x: float) -> int:
        """The place on a line that is nearest to x."""
        row = self.lines[number]
        places = [p for p in self.places if row.start <= p <= self.last(number)]
        low, high = 0, len(places) - 1
        while low < high:
            middle = (low + high) // 2
            between = (self.x(number, places[middle]) + self.x(number, places[middle + 1])) / 2
            if x < between:
                high = middle
            else:
                low = middle + 1
        return places[low] if places else row.start

    def last(self, number: int) -> int:
        """The last place of a line for a caret: before the space at which it was broken."""
        row = self.lines[number]
        if not row.soft:
            return row.end
        return max((p for p in self.places if row.start <= p < row.end), default=row.start)
