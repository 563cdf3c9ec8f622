"""Saving the session in another folder: a memory stick, a shared drive."""

from collections.abc import Sequence
from pathlib import Path

from game.store.errors import StoreError
from game.ui.controls import Button, button_row
from game.ui.editing import Document
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.textbox import TextBox
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0


class SaveAs(Scene):
    """Asks for a folder; after that the session is in a new file there and goes on in it. Leaves the path or None."""

    over = True
    first_focus = "folder"

    def __init__(self, play: Play) -> None:
        self.play = play
        path = play.recording.path
        self.name = path.name if path else "session.osp"
        self.folder = Document(str(path.parent if path else Path.home()), lines=False)
        self.trouble = ""

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control()
        sheet = look.box.centred(min(1100.0, look.W - 80), 2 * _PAD + 44 + 40 + side + 120 + side + 24)
        inner = sheet.inset(_PAD)
        save = Button("save", inner, _("Save here"), self._save, kind="primary")
        back = Button("back", inner, _("Go back"), lambda: Pop(), keys=("escape",))
        row = button_row(look, inner.right, inner.bottom - look.control("primary") / 2, [back, save])
        return [
            Sheet("save-sheet", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("save-title", inner._replace(h=44), _("Save elsewhere"), style=_TITLE, focusable=False),
            Words("save-lead", Box(inner.x, inner.y + 52, inner.w, 34), _("Folder, for example of a memory stick"),
                  style="read", focusable=False),
            TextBox("folder", Box(inner.x, inner.y + 92, inner.w, side), _("Folder"), document=self.folder,
                    on_enter=self._save, enter_sends=True, counted=False),
            Words("save-words", Box(inner.x, inner.y + 104 + side, inner.w, 100),
                  self.trouble or _("The file is called {name}.").format(name=self.name), style="read",
                  role="error" if self.trouble else "ink_muted", focusable=False),
            *row,
        ]  # fmt: skip

    def _save(self) -> Next | None:
        folder = Path(self.folder.text.strip()).expanduser()
        if not folder.is_dir():
            self.trouble = _("There is no such folder. Check the spelling, or make the folder first.")
            self.changed()
            return None
        path = folder / self.name
        try:
            self.play.recording.save_elsewhere(path)
        except StoreError as error:
            self.trouble = str(error)
            self.changed()
            return None
        return Pop(path)

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None
