"""Asking for a folder: to save the session elsewhere, on a memory stick or a shared drive, or to export the plan."""

from collections.abc import Callable, Sequence
from pathlib import Path

from game.store.errors import StoreError
from game.ui.controls import Button, button_row
from game.ui.editing import Document
from game.ui.fonts import text_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Line, Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.textbox import TextBox
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0
_MOST_NAMES = 1000


class AskFolder(Scene):
    """Asks for a folder, which is made if only its last part is not there. Leaves its path, or None."""

    over = True
    first_focus = "folder"

    def __init__(self, title: str, words: str, button: str, start: Path, take: Callable[[Path], str]) -> None:
        """`take` is given the folder; the words that it answers say what is wrong, none if all is well."""
        self.title, self.words, self.button = title, words, button
        self.take = take
        self.folder = Document(str(start), lines=False)
        self.trouble = ""

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control()
        wide = min(1100.0, look.W - 80)
        inner = wide - 2 * _PAD
        title = text_height(look, self.title, _TITLE, inner)
        lead = _("Folder, for example on a memory stick")
        asked = text_height(look, lead, "read", inner)
        said = self.trouble or self.words
        if self.trouble:
            told = Line.height(look, said, inner)
        else:
            told = text_height(look, said, "read", inner)
        row = look.control("primary")
        high = _PAD + title + 14 + asked + 10 + side + 16 + told + 28 + row + _PAD
        sheet = Box((look.W - wide) / 2, max(24.0, (look.H - high) * 0.4), wide, high)
        x, y = sheet.x + _PAD, sheet.y + _PAD
        box = Box(x, y + title + 14 + asked + 10, inner, side)
        under = Box(x, box.bottom + 16, inner, told)
        save = Button("save", sheet, self.button, self._save, kind="primary")
        back = Button("back", sheet, _("Cancel"), lambda: Pop(), keys=("escape",))
        return [
            Sheet("save-sheet", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("save-title", Box(x, y, inner, title), self.title, style=_TITLE, focusable=False),
            Words("save-lead", Box(x, y + title + 14, inner, asked), lead, style="read", focusable=False),
            TextBox("folder", box, _("Folder"), document=self.folder, on_enter=self._save, enter_sends=True,
                    on_change=self._typed, counted=False),
            Line("save-words", under, said, icon="error", role="error", focusable=False)
            if self.trouble
            else Words("save-words", under, said, style="read", role="ink_muted", focusable=False),
            *button_row(look, sheet.right - _PAD, sheet.bottom - _PAD - row / 2, [back, save]),
        ]  # fmt: skip

    def _typed(self, _text: str) -> None:
        if self.trouble:
            self.trouble = ""
            self.changed()

    def _save(self) -> Next | None:
        self.changed()
        folder = Path(self.folder.value).expanduser()
        if not folder.is_absolute():
            self.trouble = _("Write the whole way to the folder, from its beginning.")
            return None
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            self.trouble = _("There is no such folder, or you may not write there. Check the spelling.")
            return None
        self.trouble = self.take(folder)
        return None if self.trouble else Pop(folder)

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


class SaveAs(AskFolder):
    """Saves the session in another folder; after that it is in a new file there and goes on in it."""

    def __init__(self, play: Play) -> None:
        self.play = play
        path = play.recording.path
        self.name = path.name if path else f"{play.game.id}.osp"
        words = _("The file is called {name}.").format(name=self.name)
        super().__init__(_("Save elsewhere"), words, _("Save here"), path.parent if path else Path.home(), self._write)

    def _write(self, folder: Path) -> str:
        """Save it there under its own name, or with a number behind that if there is such a file already."""
        stem, ending = self.name.rpartition(".")[::2]
        names = (self.name, *(f"{stem}-{number}.{ending}" for number in range(2, _MOST_NAMES)))
        path = next((folder / name for name in names if not (folder / name).exists()), folder / self.name)
        try:
            self.play.recording.save_elsewhere(path)
        except StoreError as error:
            return str(error)
        return ""
