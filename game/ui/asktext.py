"""A box over the scene to write one text in: a name, a measure of one's own, a field of the plan."""

from collections.abc import Sequence

from game.ui.controls import Button, button_row
from game.ui.editing import Document
from game.ui.fonts import line_height, text_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.ui.textbox import TextBox
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0
_WIDTH = 900.0
_LINES = 9


class AskText(Scene):
    """Leaves what was written, without space round it; None if it is closed, `other`'s name if that was pressed."""

    over = True
    first_focus = "written"

    def __init__(
        self, title: str, text: str = "", *, hint: str = "", save: str = "", chars: int = 280, lines: bool = False,
        may_be_empty: bool = False, other: tuple[str, str, str] | None = None,
    ) -> None:  # fmt: skip
        """`lines`: it may have several. `other` is one more button: what it leaves, its words and its icon."""
        self.title, self.hint, self.save = title, hint, save or _("Save")
        self.document = Document(text, limit=chars, lines=lines)
        self.may_be_empty, self.other = may_be_empty, other

    def parts(self, look: Look) -> Sequence[Part]:
        wide = min(_WIDTH, look.W - 80)
        inner = wide - 2 * _PAD
        title = text_height(look, self.title, _TITLE, inner)
        hint = text_height(look, self.hint, "read", inner) + 8 if self.hint else 0.0
        written = look.control()
        if self.document.lines:
            most = _LINES * line_height(look, "body") + 36
            written = max(3 * line_height(look, "body") + 36, min(TextBox.natural(look, self.document, inner), most))
        box = TextBox(
            "written", Box(0, 0, inner, written), self.title, document=self.document, on_change=self._changed,
            on_enter=self._save,
        )  # fmt: skip
        under = max(box.room_under(look), 34.0)
        row = look.control("primary")
        high = _PAD + title + 12 + hint + written + under + 20 + row + _PAD
        sheet = Box((look.W - wide) / 2, max(24.0, (look.H - high) * 0.38), wide, high)
        x, y = sheet.x + _PAD, sheet.y + _PAD
        found: list[Part] = [
            Sheet("ask", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("ask.title", Box(x, y, inner, title), self.title, style=_TITLE, focusable=False),
        ]
        y += title + 12
        if self.hint:
            found.append(Words("ask.hint", Box(x, y, inner, hint), self.hint, style="read", focusable=False))
            y += hint
        box.box = Box(x, y, inner, written)
        buttons = [
            Button("ask.close", look.box, _("Cancel"), lambda: Pop(), keys=("escape",)),
            Button("ask.save", look.box, self.save, self._save, kind="primary", refusal=self._refusal()),
        ]
        if self.other is not None:
            _value, label, icon = self.other
            buttons.insert(0, Button("ask.other", look.box, label, self._other, kind="quiet", icon=icon))
        return [*found, box, *button_row(look, sheet.right - _PAD, sheet.bottom - _PAD - row / 2, buttons)]

    def _refusal(self) -> str:
        if self.document.over:
            return _("The text is too long. Make it shorter first.")
        return "" if self.document.value or self.may_be_empty else _("Write something first.")

    def _changed(self, _text: str) -> None:
        self.changed()

    def _save(self) -> Next | None:
        return None if self._refusal() else Pop(self.document.value)

    def _other(self) -> Next | None:
        return Pop(self.other[0]) if self.other is not None else None

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None
