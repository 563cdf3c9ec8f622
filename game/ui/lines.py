"""Breaking a text that is being edited into lines. No pygame in here.

Unlike a finished text it is never hyphenated and no word is taken along to the next line: nothing may jump while one
writes. Every character, spaces and line ends too, belongs to exactly one line.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One line: text[start:end] and perhaps the "\\n" after it. `soft`: the next line goes on with the same one."""

    start: int
    end: int
    soft: bool


def break_lines(text: str, places: Sequence[int], width: float, measure: Callable[[str], float]) -> list[Line]:
    """The lines of `text`, none wider than `width` unless a single grapheme is; spaces at a line's end may hang over.

    `places` are the indices between graphemes, `measure` the width of a piece of text.
    """
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines += _paragraph(text, start, end, places, width, measure)
        start = end + 1
    return lines


def line_of(lines: Sequence[Line], index: int) -> int:
    """The number of the line on which a caret at `index` stands: at a soft break it is the next one."""
    return bisect_right(lines, index, key=lambda line: line.start) - 1


def _paragraph(
    text: str, start: int, end: int, places: Sequence[int], width: float, measure: Callable[[str], float]
) -> Iterator[Line]:
    at = start
    used = 0.0
    for begin, word_end, after in _words(text, start, end):
        wide = measure(text[begin:word_end])
        if used + wide > width and begin > at:
            yield Line(at, begin, True)
            at, used = begin, 0.0
        if wide > width:
            *full, at = _broken(text, begin, word_end, places, width, measure)
            previous = begin
            for cut in [*full, at]:
                if cut > previous:
                    yield Line(previous, cut, True)
                previous = cut
            used, wide = 0.0, measure(text[at:word_end])
        used += wide + measure(text[word_end:after])
    yield Line(at, end, False)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(begin, end of the letters, end of the spaces after them) of each word."""
    at = start
    while at < end:
        stop = at
        while stop < end and text[stop] != " ":
            stop += 1
        after = stop
        while after < end and text[after] == " ":
            after += 1
        yield at, stop, after
        at = after


def _broken(
    text: str, begin: int, end: int, places: Sequence[int], width: float, measure: Callable[[str], float]
) -> list[int]:
    """Where a word that is wider than a line is broken; the last of them begins what remains of it."""
    cuts = [begin]
    first = bisect_right(places, begin)
    last = bisect_right(places, end) - 1
    while measure(text[cuts[-1] : end]) > width:
        # The longest piece that fits, found by halving; at least one grapheme.
        low, high = first, last
        while low < high:
            middle = (low + high + 1) // 2
            if measure(text[cuts[-1] : places[middle]]) <= width:
                low = middle
            else:
                high = middle - 1
        if places[low] >= end:
            break
        cuts.append(places[low])
        first = low + 1
    return cuts
