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


def wrap(
    look: Look,
    text: str,
    style: str | Style,
    width: float,
    lang: str | None = None,
    beside: tuple[int, float] = (0, 0.0),
) -> Lines:
    """The lines of `text` set in `style` at most `width` logical pixels wide.

    A newline begins a new line and spaces at a line's end are not shown. Every character of the text is
    in some line; control characters have no picture. A line is wider than `width` only if one letter is.
    `beside` is how many of the first lines have something beside them, and how much narrower they are for
    it.
    """
    style, lang = look.style(style), lang or look.lang
    room, narrow = max(1, int(width * look.scale + 0.01)), int((width - beside[1]) * look.scale + 0.01)
    rooms = (beside[0], max(1, narrow), room)
    return look.kept(("wrap", text, style, rooms, lang), lambda: _wrap(look, text, style, rooms, lang))


def _wrap(look: Look, text: str, style: Style, rooms: tuple[int, int, int], lang: str) -> Lines:
    breaker = _Breaker(look, text, style, rooms, lang)
    start = 0
    for paragraph in text.split("\n"):
        breaker.paragraph(start, start + len(paragraph))
        start += len(paragraph) + 1
    spans = breaker.spans
    lines = tuple(breaker.shown(span) for span in spans)
    widest = max(glyphs.device_width(look, line, style) for line in lines)
    height = glyphs.device_line(look, style) * len(lines)
    places = tuple((span.start, span.end) for span in spans)
    return Lines(lines, widest / look.scale, height / look.scale, style, places)


class _Breaker:
    """Breaks one text; `spans` are the lines found so far. The first of them may be narrower than the
    rest.
    """

    def __init__(self, look: Look, text: str, style: Style, rooms: tuple[int, int, int], lang: str) -> None:
        self.look, self.text, self.style, self.rooms, self.lang = look, text, style, rooms, lang
        self.spans: list[_Span] = []

    def shown(self, span: _Span) -> str:
        line = glyphs.clean(self.text[span.start : span.end].rstrip(" \t"))
        return line + "-" if span.hyphen else line

    def fits(self, start: int, end: int, hyphen: bool = False) -> bool:
        """Whether this would go into the line that comes next."""
        narrow_lines, narrow, wide = self.rooms
        room = narrow if len(self.spans) < narrow_lines else wide
        return glyphs.device_width(self.look, self.shown(_Span(start, end, hyphen)), self.style) <= room

    def paragraph(self, start: int, end: int) -> None:
        """Add the lines of one paragraph."""
        first, at = len(self.spans), start
        for word_start, word_end in self._words(start, end):
            if self.fits(at, word_end):
                continue
            if word_start > at and not self._too_wide(word_start, word_end):
                self.spans.append(_Span(at, word_start))
                at = word_start
                if self.fits(at, word_end):
                    continue
            for span in self._broken(at, word_start, word_end):
                self.spans.append(span)
                at = span.end
        self.spans.append(_Span(at, end))
        self._keep_last_word_company(first)

    def _too_wide(self, start: int, end: int) -> bool:
        """Whether a word does not go into a whole line."""
        return glyphs.device_width(self.look, self.shown(_Span(start, end)), self.style) > self.rooms[2]

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
            (offset + i, joint) for offset, part in _parts(letters) for i, joint in hyphens.breaks(part, self.lang)
        ]
        fitting = [(i, joint) for i, joint in places if self.fits(at, word_start + i, hyphen=True)]
        joints = [i for i, joint in fitting if joint]
        if joints:
            return _Span(at, word_start + joints[-1], hyphen=True)
        if word_start == at and fitting:
            return _Span(at, word_start + fitting[-1][0], hyphen=True)
        return None

    def _keep_last_word_company(self, first: int) -> None:
        """A last line of one short word takes the word before it along, if the line before has words to
        spare.
        """
        if len(self.spans) - first < 2:
            return
        before, last = self.spans[-2:]
        word = self.text[last.start : last.end].strip()
        if not word or " " in word or sum(ch.isalnum() for ch in word) >= _SHORT_WORD or before.hyphen:
            return
        words = list(self._words(before.start, before.end))
        if len(words) < 2:
            return
        del self.spans[-2:]
        self.spans.append(_Span(before.start, words[-1][0]))
        if self.fits(words[-1][0], last.end):
            self.spans.append(_Span(words[-1][0], last.end))
        else:
            self.spans[-1:] = [before, last]


def _parts(letters: str) -> Iterator[tuple[int, str]]:
    """The runs of letters in a word, with where they begin."""
    at = 0
    for part in letters.split(" "):
        if part:
            yield at, part
        at += len(part) + 1
