"""The text model against a plain one: a list of graphemes, a caret, and whole copies for undo."""

import random
import unicodedata
from dataclasses import dataclass, field

import pytest

from game.ui.editing import LONGEST, Document, Where, breaks
from game.ui.lines import Line, break_lines, line_of

LETTERS = ["a", "ä", "Ö", "e\u0301", "q\u0323\u0307", "7", "1\u20e3", "_", "日", "한", "नि"]
SPACES = [" ", "\u00a0"]
SIGNS = [".", "-", "!", "👨‍👩‍👧‍👦", "🇫🇮", "👍🏽", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]
GRAPHEMES = [*LETTERS, *SPACES, *SIGNS, "\n"]
WAYS: tuple[Where, ...] = ("left", "right", "word left", "word right", "start", "end")


@dataclass
class Plain:
    """A text as a list of graphemes, as plainly as it can be written."""

    letters: list[str] = field(default_factory=list)
    anchor: int = 0
    caret: int = 0
    undo: list[tuple[list[str], int, int]] = field(default_factory=list)
    redo: list[tuple[list[str], int, int]] = field(default_factory=list)
    latest: str = ""

    def state(self) -> tuple[list[str], int, int]:
        return list(self.letters), self.anchor, self.caret

    def replace(self, new: list[str], kind: str = "", fresh: bool = True) -> None:
        if fresh or kind != self.latest:
            self.undo.append(self.state())
        self.redo.clear()
        start, end = sorted((self.anchor, self.caret))
        self.letters[start:end] = new
        self.anchor = self.caret = start + len(new)
        self.latest = kind

    def type(self, new: list[str]) -> None:
        start, end = sorted((self.anchor, self.caret))
        after_space = start > 0 and self.letters[start - 1].isspace()
        self.replace(new, "type", fresh=start != end or (after_space and not new[0].isspace()))

    def target(self, way: Where) -> int:
        def is_word(i: int) -> bool:
            return self.letters[i] in LETTERS

        at = self.caret
        match way:
            case "left":
                return max(0, at - 1)
            case "right":
                return min(len(self.letters), at + 1)
            case "start":
                return 0
            case "end":
                return len(self.letters)
            case "word left":
                while at > 0 and not is_word(at - 1):
                    at -= 1
                while at > 0 and is_word(at - 1):
                    at -= 1
                return at
            case "word right":
                while at < len(self.letters) and not is_word(at):
                    at += 1
                while at < len(self.letters) and is_word(at):
                    at += 1
                return at

    def move(self, way: Where, select: bool) -> None:
        start, end = sorted((self.anchor, self.caret))
        if not select and start != end and way in ("left", "right"):
            self.caret = start if way == "left" else end
        else:
            self.caret = self.target(way)
        if not select:
            self.anchor = self.caret
        self.latest = ""

    def erase(self, way: Where) -> None:
        if self.anchor != self.caret:
            self.replace([])
            return
        to = self.target(way)
        if to != self.caret:
            kind = "erase" if way in ("left", "right") else ""
            if not kind or self.latest != kind:
                self.undo.append(self.state())
            self.anchor, self.latest = to, kind
            self.replace([], kind, fresh=False)

    def back(self) -> None:
        if self.undo:
            self.redo.append(self.state())
            self.letters, self.anchor, self.caret = self.undo.pop()
            self.latest = ""

    def forth(self) -> None:
        if self.redo:
            self.undo.append(self.state())
            self.letters, self.anchor, self.caret = self.redo.pop()
            self.latest = ""


def some(rng: random.Random, most: int) -> list[str]:
    """A few graphemes. What would join its neighbour, as two flags would not but a Korean letter may, is not in it."""
    return rng.choices(GRAPHEMES, weights=[4] * len(LETTERS) + [5] * len(SPACES) + [1] * (len(SIGNS) + 1), k=most)


def act(rng: random.Random, document: Document, plain: Plain, clipboard: list[str]) -> list[str]:
    """The same random operation on both; returns the clipboard."""
    choice = rng.random()
    start, end = sorted((plain.anchor, plain.caret))
    if choice < 0.34:
        new = some(rng, rng.choice((1, 1, 1, 3)))
        document.type("".join(new))
        plain.type(new)
    elif choice < 0.58:
        way, select = rng.choice(WAYS), rng.random() < 0.5
        document.move(way, select)
        plain.move(way, select)
    elif choice < 0.72:
        way = rng.choice(WAYS[:4])
        document.erase(way)
        plain.erase(way)
    elif choice < 0.78:
        at, select = rng.randint(0, len(plain.letters)), rng.random() < 0.5
        document.place(len("".join(plain.letters[:at])), select)
        plain.caret = at
        plain.anchor = plain.anchor if select else at
        plain.latest = ""
    elif choice < 0.82:
        clipboard = plain.letters[start:end]
        assert document.copy() == "".join(clipboard)
    elif choice < 0.86:
        if start != end:
            clipboard = plain.letters[start:end]
            plain.replace([])
        assert document.cut() == ("".join(clipboard) if start != end else "")
    elif choice < 0.90:
        document.paste("".join(clipboard))
        if clipboard:
            plain.replace(clipboard)
    elif choice < 0.91:
        document.select_all()
        plain.anchor, plain.caret, plain.latest = 0, len(plain.letters), ""
    elif choice < 0.97:
        document.undo()
        plain.back()
    else:
        document.redo()
        plain.forth()
    return clipboard


@pytest.mark.parametrize("block", range(5))
def test_five_hundred_sessions_agree_with_the_plain_model(block: int) -> None:
    for seed in range(block * 100, block * 100 + 100):
        rng = random.Random(seed)
        document, plain = Document(), Plain()
        clipboard: list[str] = []
        for _ in range(200):
            clipboard = act(rng, document, plain, clipboard)
            assert document.text == "".join(plain.letters), seed
            assert document.caret == len("".join(plain.letters[: plain.caret])), seed
            assert document.anchor == len("".join(plain.letters[: plain.anchor])), seed
            assert document.can_undo == bool(plain.undo)
            assert document.can_redo == bool(plain.redo)
        while document.can_undo:
            document.undo()
        assert document.text == ""


MARKS = ["\u0301", "\u200d", "\ufe0f"]
PIECES = ["a", " ", "\n", "🇫", "🇮", "👨", "\u1112", "\u1161", "\u11ab", "\ud800", "\x00", *MARKS]


def disturb(rng: random.Random, document: Document) -> None:
    """One random operation with pieces that make no sense."""
    match rng.randrange(8):
        case 0:
            document.type("".join(rng.choices(PIECES, k=rng.randint(1, 3))))
        case 1:
            document.paste("".join(rng.choices(PIECES, k=rng.randint(1, 5))))
        case 2:
            document.erase(rng.choice(WAYS))
        case 3:
            document.move(rng.choice(WAYS), rng.random() < 0.4)
        case 4:
            document.place(rng.randint(-2, 50), rng.random() < 0.4)
        case 5:
            document.select(*document.word_at(rng.randint(0, 50)))
        case 6:
            document.undo()
        case 7:
            document.redo()


def test_any_garbage_leaves_the_caret_between_graphemes() -> None:
    """Marks without letters, half flags, lone joiners: whatever is put together, nothing is cut and nothing raises."""
    for seed in range(200):
        rng = random.Random(seed)
        document = Document()
        for _ in range(60):
            disturb(rng, document)
            assert document.caret in document.places
            assert document.anchor in document.places
            assert "\ud800" not in document.text
            assert "\x00" not in document.text


@pytest.mark.parametrize("grapheme", GRAPHEMES)
def test_a_grapheme_is_one_step_and_one_erasure(grapheme: str) -> None:
    document = Document("a" + grapheme + "b")
    document.place(1)
    document.move("right")
    assert document.caret == 1 + len(grapheme)
    document.erase("left")
    assert document.text == "ab"


def test_graphemes_by_example() -> None:
    assert breaks("🇫🇮🇸🇪") == [0, 2, 4]
    assert breaks("e\u0301e") == [0, 2, 3]
    assert breaks("한\u11ab한") == [0, 2, 3]
    assert breaks("하\u11ab") == [0, 2]
    assert breaks("\r") == [0, 1]
    assert breaks("") == [0]


def test_undo_takes_back_a_word_at_a_time() -> None:
    document = Document()
    for letter in "yksi kaksi":
        document.type(letter)
    document.undo()
    assert document.text == "yksi "
    document.undo()
    assert document.text == ""
    document.redo()
    document.redo()
    assert document.text == "yksi kaksi"


def test_a_run_of_erasures_is_undone_at_once_and_a_move_ends_it() -> None:
    document = Document("abcdef")
    document.erase("left")
    document.erase("left")
    document.move("start")
    document.erase("right")
    assert document.text == "bcd"
    document.undo()
    assert document.text == "abcd"
    document.undo()
    assert document.text == "abcdef"


def test_typing_past_the_limit_is_never_refused() -> None:
    document = Document("Liian pitkä nimi", limit=12)
    assert (document.count, document.over, document.text[document.overhang :]) == (16, 4, "nimi")
    document.type("!")
    assert document.over == 5
    document.select_all()
    document.type("Nimi")
    assert (document.over, document.overhang) == (0, 4)


def test_space_round_a_text_does_not_count() -> None:
    document = Document("  nimi  ", limit=4)
    assert (document.value, document.over) == ("nimi", 0)


def test_letters_typed_by_dead_keys_are_kept_composed() -> None:
    document = Document("A\u030a")
    assert document.value == "Å"
    assert unicodedata.is_normalized("NFC", document.value)


def test_two_megabytes_are_cut_and_said_to_be() -> None:
    document = Document("alku ")
    document.paste("x" * 2_000_000)
    assert len(document.text) == LONGEST
    assert document.left_out == 2_000_000 - (LONGEST - 5)
    document.type("y")
    assert document.text.endswith("xy")
    assert document.left_out == 0
    document.undo()
    document.undo()
    assert document.text == "alku "


def test_a_cut_paste_does_not_split_a_family() -> None:
    family = "👨‍👩‍👧‍👦"
    document = Document("x" * (LONGEST - 3))
    document.paste(family * 2)
    assert document.text == "x" * (LONGEST - 3)
    assert document.left_out == 2 * len(family)


def test_one_line_stays_one_line() -> None:
    document = Document("a\r\nb\tc", lines=False)
    document.type("\nd")
    assert document.text == "a b c d"


def test_line_ends_of_every_kind_become_one() -> None:
    assert Document("a\r\nb\rc\u2028d\x85e").text == "a\nb\nc\nd\ne"


def test_a_double_press_selects_the_word() -> None:
    document = Document("Omar, nuorisotyö 2027")
    words = [document.word_at(i) for i in (0, 4, 8, 16, 21, 99)]
    assert words == [(0, 4), (4, 5), (6, 16), (16, 17), (17, 21), (17, 21)]
    assert Document().word_at(3) == (0, 0)


def test_an_unfinished_text_is_no_part_of_it() -> None:
    document = Document("ab")
    document.place(1)
    document.compose("にほ", 2)
    assert (document.text, document.preedit, document.preedit_caret) == ("ab", "にほ", 2)
    document.type("日本")
    assert (document.text, document.preedit, document.caret) == ("a日本b", "", 3)
    document.compose("x", 9)
    document.compose("", 0)
    assert (document.text, document.preedit) == ("a日本b", "")


def test_replacing_everything_can_be_undone() -> None:
    document = Document("vanha")
    document.text = "uusi"
    document.text = "uusi"
    document.undo()
    assert document.text == "vanha"
    assert not document.can_undo


def test_lines_hold_every_character_and_none_is_too_wide() -> None:
    for seed in range(300):
        rng = random.Random(seed)
        text = "".join(some(rng, rng.randint(0, 60)))
        places, width = breaks(text), rng.randint(1, 14)

        def measure(piece: str) -> float:
            return float(len(breaks(piece)) - 1)

        lines = break_lines(text, places, width, measure)
        at = 0
        for line in lines:
            assert line.start == at
            assert line.start in places
            assert measure(text[line.start : line.end].rstrip(" ")) <= max(1, width), (seed, line)
            at = line.end if line.soft else line.end + 1
        assert at == len(text) + 1
        assert text.count("\n") == sum(not line.soft for line in lines) - 1
        for place in places:
            line = lines[line_of(lines, place)]
            assert line.start <= place <= line.end


def test_a_word_too_long_for_a_line_is_broken_and_the_rest_goes_on() -> None:
    lines = break_lines("ab cdefghij kl", list(range(15)), 4, lambda piece: float(len(piece)))
    assert lines == [Line(0, 3, True), Line(3, 7, True), Line(7, 12, True), Line(12, 14, False)]
