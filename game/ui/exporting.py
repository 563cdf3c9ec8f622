"""An export under way: one format after the other is made, and at last all files are written together."""

from collections.abc import Sequence
from pathlib import Path

from game.plan.document import Document
from game.plan.export import FORMATS, NotExported, write
from game.words import _


class Export:
    """Call `step` once a frame until it is `done`. Then there are `files`, or `trouble` in words."""

    def __init__(self, document: Document, folder: Path, formats: Sequence[str]) -> None:
        self.document, self.folder = document, folder
        self.files: list[Path] = []
        self.trouble = ""
        self.done = False
        self._left = list(formats)
        self._made: dict[str, bytes] = {}

    @property
    def words(self) -> str:
        """What is being done."""
        if self._left:
            return _("Making: {format}").format(format=format_name(self._left[0]))
        return _("Writing the files")

    def step(self) -> None:
        """One more thing is done."""
        if self._left:
            one = self._left.pop(0)
            self._made |= FORMATS[one](self.document)
            return
        try:
            self.files = write(self._made, self.folder, self.document.title.text)
        except NotExported as error:
            self.trouble = str(error)
        self.done = True


def format_name(one: str) -> str:
    """What people call a format."""
    known = {
        "docx": "Word", "md": "Markdown", "pdf": "PDF", "html": _("Web page"), "xlsx": "Excel", "odt": "OpenDocument",
        "json": "JSON", "csv": "CSV",
    }  # fmt: skip
    return known.get(one, one.upper())


def format_icon(one: str) -> str:
    """The icon of a format's button."""
    return {"html": "language", "xlsx": "spreadsheet", "csv": "spreadsheet"}.get(one, "document")
