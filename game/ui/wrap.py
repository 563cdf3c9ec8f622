"""Breaking a text into lines: at spaces, then at a compound's joint, then between syllables, at last
anywhere.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.ui import glyphs, hyphens
from game.ui.look import Look, Style

_SHORT_WORD = 4
_SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"


class Lines(NamedTuple):
    """A wrapped text. `width` and `height` are logical pixels; `spans` say which part of the text each
    line shows.
    """

    lines: tuple[str, ...]
    width: float
    height: float
    style: Style
    spans: tuple[tuple[int, int], ...]


class _Span(NamedTuple):
    start: int
    end: int
    hyphen: bool = False


def wrap(look: Look, text: str, style: str | Style, width: float, lang: str | None = None) -> Lines:
    """The lines of `text` set in `style` at most `width` logical pixels wide.

    A newline begins a new line and spaces at a line's end are not shown. Every character of the text is
    in some line; control characters have no picture. A line is wider than `width` only if one letter is.
    """
    style, lang = look.style(style), lang or look.lang
    room = int(width * look.scale + 0.01)
    return look.kept(("wrap", text, style, room, lang), lambda: _wrap(look, text, style, room, lang))


def _wrap(look: Look, text: str, style: Style, room: int, lang: str) -> Lines:
    breaker = _Breaker(look, text, style, max(1, room), lang)
    spans: list[_Span] = []
    start = 0
    for paragraph in text.split("\n"):
        spans += breaker.paragraph(start, start + len(paragraph))
        start += len(paragraph) + 1
    lines = tuple(breaker.shown(span) for span in spans)
    widest = max(glyphs.device_width(look, line, style) for line in lines)
    height = glyphs.device_line(look, style) * len(lines)
    return Lines(
        lines, widest / look.scale, height / look.scale, style, tuple((s.start, s.end) for s in spans)
    )


class _Breaker:
    """Breaks one text for one width."""

    def __init__(self, look: Look, text: str, style: Style, room: int, lang: str) -> None:
        self.look, self.text, self.style, self.room, self.lang = look, text, style, room, lang

    def shown(self, span: _Span) -> str:
        line = glyphs.clean(self.text[span.start : span.end].rstrip(" \t"))
        return line + "-" if span.hyphen else line

    def fits(self, start: int, end: int, hyphen: bool = False) -> bool:
        return glyphs.device_width(self.look, self.shown(_Span(start, end, hyphen)), self.style) <= self.room

    def paragraph(self, start: int, end: int) -> list[_Span]:
        spans: list[_Span] = []
        at = start
        for word_start, word_end in self._words(start, end):
            if self.fits(at, word_end):
                continue
            if word_start > at and self.fits(word_start, word_end):
                spans.append(_Span(at, word_start))
                at = word_start
                continue
            for span in self._broken(at, word_start, word_end):
                spans.append(span)
                at = span.end
        spans.append(_Span(at, end))
        return self._without_lone_word(spans)

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Pieces a line may end after: words with the spaces after them, and halves at a hyphen or a
        dash.
        """
        at = start
        for i in range(start, end):
            ch, after = self.text[i], self.text[i + 1] if i + 1 < end else " "
            at_space = ch in " \t" and after not in " \t"
            at_joint = ch in "-–—/" and i - at >= 2 and after.isalpha()
            if at_space or at_joint or ch == _ZERO_WIDTH_SPACE:
                yield at, i + 1
                at = i + 1
        if at < end:
            yield at, end

    def _broken(self, at: int, word_start: int, word_end: int) -> Iterator[_Span]:
        """Lines that end inside a word wider than a line; `at` is where the first line begins."""
        while not self.fits(at, word_end):
            best = self._hyphenated(at, word_start, word_end)
            if best is not None:
                yield best
                at = word_start = best.end
            elif word_start > at:
                yield _Span(at, word_start)
                at = word_start
            else:
                cut = at + 1
                while cut < word_end and (self.text[cut] in " \t" or self.fits(at, cut + 1)):
                    cut += 1
                yield _Span(at, cut)
                at = word_start = cut

    def _hyphenated(self, at: int, word_start: int, word_end: int) -> _Span | None:
        """The longest line from `at` into the word that fits: to a joint if any does, else to a
        syllable.
        """
        word = self.text[word_start:word_end].rstrip()
        soft = [i + 1 for i, ch in enumerate(word[:-1]) if ch == _SOFT_HYPHEN]
        letters = "".join(ch if ch.isalpha() else " " for ch in word)
        places = [(i, True) for i in soft] or [
            (offset + i, joint)
            for offset, part in _parts(letters)
            for i, joint in hyphens.breaks(part, self.lang)
        ]
        fitting = [(i, joint) for i, joint in places if self.fits(at, word_start + i, hyphen=True)]
        joints = [i for i, joint in fitting if joint]
        if joints:
            return _Span(at, word_start + joints[-1], hyphen=True)
        if word_start == at and fitting:
            return _Span(at, word_start + fitting[-1][0], hyphen=True)
        return None

    def _without_lone_word(self, spans: list[_Span]) -> list[_Span]:
        """A last line of one short word takes the word before it along, if the line before has words to
        spare.
        """
        if len(spans) < 2:
            return spans
        before, last = spans[-2:]
        word = self.text[last.start : last.end].strip()
        if not word or " " in word or sum(ch.isalnum() for ch in word) >= _SHORT_WORD or before.hyphen:
            return spans
        words = list(self._words(before.start, before.end))
        if len(words) < 2 or not self.fits(words[-1][0], last.end):
            return spans
        return [*spans[:-2], _Span(before.start, words[-1][0]), _Span(words[-1][0], last.end)]


def _parts(letters: str) -> Iterator[tuple[int, str]]:
    """The runs of letters in a word, with where they begin."""
    at = 0
    for part in letters.split(" "):
        if part:
            yield at, part
        at += len(part) + 1
