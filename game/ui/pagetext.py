"""Text of a page: inlines broken into lines of runs, each run in one hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.plan.document import Emphasis, Inlines, Link, Missing, Strong, Text
from game.ui.glyphs import width
from game.ui.look import Look, Style
from game.ui.wrap import wrap


class Run(NamedTuple):
    """Some words of a line: how far in they begin, and how they are written."""

    x: float
    text: str
    style: Style
    role: str


class Line(NamedTuple):
    """One line: its runs and how wide it is."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True)
class Hand:
    """How a text is written. Sizes are those of a page; a reader's larger letters do not change a page."""

    size: float
    line: float
    weight: int = 400
    role: str = "paper_ink"
    italic: bool = False

    def style(self, look: Look) -> Style:
        """The style that gives this size whatever size of text the screen has."""
        size = self.size / look.text_factor
        return Style(size, self.line / look.text_factor, self.weight, italic=self.italic)

    def strong(self) -> "Hand":
        return replace(self, weight=max(self.weight, 600))


def lines(look: Look, inlines: Inlines, hand: Hand, room: float, lang: str) -> list[Line]:
    """The inlines in lines at most `room` wide. What is missing is written in the warning colour."""
    pieces = list(_pieces(inlines, hand))
    if len({piece[1] for piece in pieces}) <= 1:
        own = pieces[0][1] if pieces else hand
        style = own.style(look)
        broken = wrap(look, "".join(text for text, _hand in pieces), style, room, lang)
        return [_line(look, text, style, own.role) for text in broken.lines]
    return _mixed(look, pieces, room, lang)


def _pieces(inlines: Inlines, hand: Hand) -> Iterator[tuple[str, Hand]]:
    for inline in inlines:
        match inline:
            case Text():
                yield inline.text, hand
            case Strong():
                yield from _pieces(inline.inlines, hand.strong())
            case Emphasis():
                yield from _pieces(inline.inlines, replace(hand, italic=True))
            case Missing():
                yield from _pieces(inline.inlines, replace(hand.strong(), role="warning"))
            case Link():
                yield from _pieces(inline.inlines, hand)


def _line(look: Look, text: str, style: Style, role: str) -> Line:
    return Line((Run(0.0, text, style, role),), width(look, text, style)) if text else Line((), 0.0)


def _mixed(look: Look, pieces: list[tuple[str, Hand]], room: float, lang: str) -> list[Line]:
    """Words of several hands: each goes into the line if it fits, else begins the next one."""
    done: list[Line] = []
    runs: list[Run] = []
    x = 0.0

    def end() -> None:
        nonlocal runs, x
        done.append(Line(tuple(runs), x))
        runs, x = [], 0.0

    for text, hand in pieces:
        style = hand.style(look)
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                end()
            for word in _words(paragraph):
                wide = width(look, word.rstrip(), style)
                if runs and x + wide > room:
                    end()
                if wide > room:  # one long word: broken as any text is
                    *first, word = wrap(look, word.rstrip(), style, room, lang).lines
                    done += [_line(look, piece, style, hand.role) for piece in first]
                if not runs and not word.strip():
                    continue
                runs.append(Run(x, word, style, hand.role))
                x += width(look, word, style)
    end()
    return done


def _words(text: str) -> Iterator[str]:
    """Words with the spaces that follow them."""
    at = 0
    for place in range(1, len(text)):
        if text[place - 1] == " " and text[place] != " ":
            yield text[at:place]
            at = place
    if at < len(text):
        yield text[at:]
