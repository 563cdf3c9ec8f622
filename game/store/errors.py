"""What can go wrong with a session file, in words: what, where, and how to mend it."""

from pathlib import Path
from typing import Literal, assert_never

from game.words import _

Code = Literal[
    "missing", "exists", "no folder", "empty", "foreign", "damaged", "newer",
    "in use", "read only", "full", "gone", "failed", "parted",
]  # fmt: skip


class StoreError(Exception):
    """A session file could not be read or written. Its words come in the language in use when they are asked for.

    `parted`: the file and the session in memory no longer have the same beginning.
    """

    def __init__(self, code: Code, path: Path, detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail

    @property
    def what(self) -> str:
        """What happened, one sentence."""
        match self.code:
            case "missing":
                return _("There is no session file here.")
            case "exists":
                return _("There is already a file with this name.")
            case "no folder":
                return _("No session can be saved in this folder.")
            case "empty":
                return _("The session file is empty.")
            case "foreign":
                return _("This is not a session file of Osallisuuspeli.")
            case "damaged":
                return _("The session file is damaged.")
            case "newer":
                return _("The session was made with a newer version of the program.")
            case "in use":
                return _("Another program has this session open.")
            case "read only":
                return _("The session file can be read but not written to.")
            case "full":
                return _("The disk is full.")
            case "gone":
                return _("The session file is no longer where it was.")
            case "failed":
                return _("The session file could not be read or written.")
            case "parted":
                return _("Somebody else has gone on with this session file.")
            case _:
                assert_never(self.code)

    @property
    def remedy(self) -> str:
        """What to do about it, one or two sentences."""
        match self.code:
            case "missing":
                return _("Check the name and the folder.")
            case "exists":
                return _("Choose another name, or open the session that is there.")
            case "no folder":
                return _("Choose a folder that exists and that you may write to.")
            case "empty":
                return _("Nothing was saved in it. Begin a new session; this file can be deleted.")
            case "foreign":
                return _("Choose a file that ends in .osp.")
            case "damaged":
                return _("What can be read from it can still be exported, and saved as a new session.")
            case "newer":
                return _("It can be looked at and exported. To go on with it, update the program.")
            case "in use":
                return _("Close it there first, or look at it here without changing anything.")
            case "read only":
                return _("Save the session in another folder, or allow writing to this one.")
            case "full":
                return _("Free some space and try again, or save the session on another disk.")
            case "gone":
                return _("Put the disk or folder back and try again, or save the session elsewhere.")
            case "failed":
                return _("Try again, or save the session in another folder or on another disk.")
            case "parted":
                return _("Save this session under another name, so that both are kept.")
            case _:
                assert_never(self.code)

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.path}: {self.what}{detail} {self.remedy}"
