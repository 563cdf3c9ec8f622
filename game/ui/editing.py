"""A text while it is being written: caret, selection, undo, an input method's unfinished text. No pygame in here.

All positions are indices into the text that lie between graphemes: what a reader takes for one letter (a letter with
its marks, a family of joined emoji, a flag) is never entered or cut in two. Typing is never refused; a text longer
than its limit is shown to be so.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from typing import Final, Literal, NamedTuple

LONGEST: Final = 10_000
"""Characters that a paste may fill a text up to. What does not fit is left out and counted in `left_out`."""

_UNDO_STEPS: Final = 200
_JOINER: Final = "\u200d"

Where = Literal["left", "right", "word left", "word right", "start", "end"]
_Kind = Literal["type", "erase", "other"]


def _extends(ch: str) -> bool:
    """Whether a character only changes the one before it: marks, variation selectors, skin tones, tags."""
    if ch < "\u0300":
        return False
    code = ord(ch)
    return (
        unicodedata.category(ch) in ("Mn", "Me", "Mc")
        or ch == _JOINER
        or ch == "\u200c"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def _is_regional(ch: str) -> bool:
    return 0x1F1E6 <= ord(ch) <= 0x1F1FF


def _is_hangul(before: str, ch: str) -> bool:
    """Whether two Korean letters belong to one syllable: a leading consonant, a vowel, a closing consonant."""
    a, b = ord(before), ord(ch)
    if 0x1100 <= a <= 0x115F:
        return 0x1100 <= b <= 0x11A7 or 0xAC00 <= b <= 0xD7A3
    open_syllable = 0xAC00 <= a <= 0xD7A3 and (a - 0xAC00) % 28 == 0
    if 0x1160 <= a <= 0x11A7 or open_syllable:
        return 0x1160 <= b <= 0x11FF
    return (0xAC00 <= a <= 0xD7A3 or 0x11A8 <= a <= 0x11FF) and 0x11A8 <= b <= 0x11FF


def breaks(text: str) -> list[int]:
    """All the places between graphemes, from 0 to the length of the text."""
    if text.isascii():
        return list(range(len(text) + 1))
    places = [0]
    flags = 0  # regional letters directly before: two make one flag
    for i in range(1, len(text)):
        before, ch = text[i - 1], text[i]
        flags = flags + 1 if _is_regional(before) else 0
        joined = (
            (_extends(ch) and before != "\n")
            or (before == _JOINER and ord(ch) > 0x2000)
            or (flags % 2 == 1 and _is_regional(ch))
            or _is_hangul(before, ch)
        )
        if not joined:
            places.append(i)
    if text:
        places.append(len(text))
    return places


def _clean(text: str, lines: bool) -> str:
    """The text as it may stand in a document: "\\n" for line ends, no controls, no halves of surrogate pairs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\x85", "\n").replace("\x0b", "\n").replace("\x0c", "\n").replace("\t", " ")
    if not lines:
        text = text.replace("\n", " ")
    if text.isascii() and text.isprintable():
        return text
    return "".join(ch for ch in text if ch == "\n" or unicodedata.category(ch) not in ("Cc", "Cs"))


def _is_word(ch: str) -> bool:
    return ch == "_" or unicodedata.category(ch)[0] in "LMN" or _extends(ch)


class _Snapshot(NamedTuple):
    text: str
    anchor: int
    caret: int


class Document:
    """A text with a caret. The selection lies between `anchor` and `caret`; they are equal when nothing is selected.

    `limit` is how many characters the text should have at most, 0 for no limit. `lines`: whether it may have more
    than one line.
    """

    def __init__(self, text: str = "", *, limit: int = 0, lines: bool = True) -> None:
        """The caret stands at the end of `text`."""
        self.limit = limit
        self.lines = lines
        self.left_out = 0
        """How many characters the latest paste was too long by; 0 after any other change."""
        self.preedit = ""
        """What an input method is making at the caret; it is no part of the text yet."""
        self.preedit_caret = 0
        self._text = _clean(text, lines)
        self._breaks: list[int] | None = None
        self.anchor = self.caret = len(self._text)
        self._undo: list[_Snapshot] = []
        self._redo: list[_Snapshot] = []
        self._kind: _Kind = "other"

    # What it holds

    @property
    def text(self) -> str:
        """All of the text. Setting it replaces everything in one step that can be undone."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        text = _clean(text, self.lines)
        if text != self._text:
            self._remember()
            self._redo.clear()
            self._set(text, len(text))

    @property
    def value(self) -> str:
        """The text as it is to be kept: letters composed (NFC), no space around it."""
        return unicodedata.normalize("NFC", self._text).strip()

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def selected(self) -> str:
        start, end = self.selection
        return self._text[start:end]

    @property
    def count(self) -> int:
        """How many characters count against the limit."""
        return len(self.value)

    @property
    def over(self) -> int:
        """By how many characters the text is too long."""
        return max(0, self.count - self.limit) if self.limit else 0

    @property
    def overhang(self) -> int:
        """Where in the text that which is too long begins; the text's length if nothing is."""
        if not self.over:
            return len(self._text)
        ahead = len(self._text) - len(self._text.lstrip())
        return self.snap(ahead + self.limit)

    @property
    def places(self) -> list[int]:
        """All the places between graphemes."""
        if self._breaks is None:
            self._breaks = breaks(self._text)
        return self._breaks

    def snap(self, index: int) -> int:
        """The nearest place between graphemes at or before an index."""
        index = min(max(index, 0), len(self._text))
        return self.places[bisect_right(self.places, index) - 1]

    # Moving

    def move(self, where: Where, select: bool = False) -> None:
        """Move the caret. Without `select` a selection is given up; a step to a side then ends at its edge."""
        start, end = self.selection
        if not select and start != end and where in ("left", "right"):
            self._stand(start if where == "left" else end, False)
        else:
            self._stand(self._from_caret(where), select)

    def _from_caret(self, where: Where) -> int:
        match where:
            case "left":
                return self.places[max(0, bisect_left(self.places, self.caret) - 1)]
            case "right":
                return self.places[min(len(self.places) - 1, bisect_right(self.places, self.caret))]
            case "word left":
                return self._word_left(self.caret)
            case "word right":
                return self._word_right(self.caret)
            case "start":
                return 0
            case "end":
                return len(self._text)

    def place(self, index: int, select: bool = False) -> None:
        """Put the caret at an index, or the nearest place before it."""
        self._stand(self.snap(index), select)

    def select(self, start: int, end: int) -> None:
        """Select from one place to another; the caret stands at `end`."""
        self._stand(self.snap(start), False)
        self._stand(self.snap(end), True)

    def select_all(self) -> None:
        self.select(0, len(self._text))

    def word_at(self, index: int) -> tuple[int, int]:
        """The word, the run of spaces or the single sign at an index."""
        if not self._text:
            return 0, 0
        start = self.snap(min(index, len(self._text) - 1))
        same = self._sort(self._text[start])
        end = self.places[bisect_right(self.places, start)]
        if same == "sign":
            return start, end
        while start > 0 and self._sort(self._text[self._before(start)]) == same:
            start = self._before(start)
        while end < len(self._text) and self._sort(self._text[end]) == same:
            end = self.places[bisect_right(self.places, end)]
        return start, end

    def _stand(self, index: int, select: bool) -> None:
        self.caret = index
        if not select:
            self.anchor = index
        self._kind = "other"

    @staticmethod
    def _sort(ch: str) -> str:
        if _is_word(ch):
            return "word"
        return "line" if ch == "\n" else "space" if ch.isspace() else "sign"

    def _before(self, index: int) -> int:
        return self.places[bisect_left(self.places, index) - 1]

    def _word_left(self, index: int) -> int:
        while index > 0 and not _is_word(self._text[self._before(index)]):
            index = self._before(index)
        while index > 0 and _is_word(self._text[self._before(index)]):
            index = self._before(index)
        return index

    def _word_right(self, index: int) -> int:
        end = len(self._text)
        while index < end and not _is_word(self._text[index]):
            index = self.places[bisect_right(self.places, index)]
        while index < end and _is_word(self._text[index]):
            index = self.places[bisect_right(self.places, index)]
        return index

    # Changing

    def type(self, text: str) -> None:
        """Put text in the place of the selection, as from the keyboard."""
        text = _clean(text, self.lines)
        self.preedit = ""
        if text:
            start, end = self.selection
            # A word at a time: what is typed after a space is undone by itself.
            new_word = start > 0 and self._text[start - 1].isspace() and not text[0].isspace()
            self._change(text, "type", fresh=start != end or new_word)

    def paste(self, text: str) -> None:
        """Put text from elsewhere in the place of the selection. What would make the text longer than LONGEST is left
        out, and `left_out` then says how much.
        """
        self.preedit = ""
        start, end = self.selection
        room = max(0, LONGEST - (len(self._text) - (end - start)))
        # Cut before anything else is done: two megabytes need not be read to the end.
        fits = text if len(text) <= room else text[: max(i for i in breaks(text[: room + 1]) if i <= room)]
        cleaned = _clean(fits, self.lines)
        if cleaned:
            self._change(cleaned)
        self.left_out = len(text) - len(fits)

    def copy(self) -> str:
        """The selected text."""
        return self.selected

    def cut(self) -> str:
        """The selected text, which is taken away."""
        text = self.selected
        if text:
            self._change("")
        return text

    def erase(self, where: Where) -> None:
        """Take away the selection, or without one what lies between the caret and where `move` would take it."""
        if self.anchor != self.caret:
            self._change("")
            return
        to = self._from_caret(where)
        if to != self.caret:
            kind: _Kind = "erase" if where in ("left", "right") else "other"
            caret, go_on = self.caret, kind == self._kind == "erase"
            if not go_on:
                self._remember()
            self.anchor, self.caret = caret, to
            self._insert("")
            self._kind = kind

    # Undo

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def undo(self) -> None:
        """Take back the latest change: a word typed, a run of letters erased, a paste."""
        if self._undo:
            self._redo.append(self._snapshot())
            self._restore(self._undo.pop())

    def redo(self) -> None:
        """Do again what was undone."""
        if self._redo:
            self._undo.append(self._snapshot())
            self._restore(self._redo.pop())

    def _snapshot(self) -> _Snapshot:
        return _Snapshot(self._text, self.anchor, self.caret)

    def _restore(self, snapshot: _Snapshot) -> None:
        self._set(snapshot.text, snapshot.caret)
        self.anchor = snapshot.anchor
        self.preedit = ""

    def _change(self, text: str, kind: _Kind = "other", fresh: bool = False) -> None:
        """Put `text` in the place of the selection, as one step of undo, or as more of the latest one of its kind."""
        if fresh or kind == "other" or kind != self._kind:
            self._remember()
        self._insert(text)
        self._kind = kind

    def _remember(self) -> None:
        self._undo.append(self._snapshot())
        del self._undo[:-_UNDO_STEPS]

    def _insert(self, text: str) -> None:
        start, end = self.selection
        self._redo.clear()
        self._set(self._text[:start] + text + self._text[end:], start + len(text))

    def _set(self, text: str, caret: int) -> None:
        self._text = text
        self._breaks = None
        self.left_out = 0
        self._kind = "other"
        # A mark that was put in joins the letter before it, and the caret must not stand between them.
        at = bisect_left(self.places, caret)
        self.anchor = self.caret = self.places[min(at, len(self.places) - 1)]

    # An input method

    def compose(self, text: str, caret: int) -> None:
        """An input method shows `text` at the caret, its own caret at `caret`; "" when it has finished."""
        self.preedit = _clean(text, lines=False)
        self.preedit_caret = min(max(caret, 0), len(self.preedit))
