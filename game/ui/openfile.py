"""Opening a session that was saved: a list of those in the folder, and what is said when one cannot be opened."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from game.content.loading import CannotPlay
from game.store.errors import StoreError
from game.store.recording import Recording
from game.ui.controls import Row
from game.ui.days import moment
from game.ui.dialogs import Answer, Dialog
from game.ui.look import Look
from game.ui.opening import Copies, played, resume, sessions
from game.ui.pages import Column, Page
from game.ui.play import Play
from game.ui.scene import Next, Push, Scene, Swap
from game.ui.settings import Settings
from game.words import _

_LISTED = 40


def scene_of(play: Play, settings: Settings) -> Scene:
    """Where an opened session goes on."""
    from game.ui.table import Table

    return Table(play, settings)


def open_session(path: Path, settings: Settings) -> Next | None:
    """A session is asked for: it goes on where it was, or a dialog says why not and what can be done."""
    try:
        return Push(scene_of(resume(path), settings))
    except CannotPlay as error:
        from game.ui.findings import Findings

        return Push(Findings(error.findings))
    except StoreError as error:
        return Push(*_trouble(path, error, settings))


def _trouble(path: Path, error: StoreError, settings: Settings) -> tuple[Dialog, Callable[[object], Next | None]]:
    answers = [Answer("", _("Go back"))]
    if error.code == "in use":
        answers.append(Answer("look", _("Only look at it"), arrow=True))
    elif error.code == "damaged":
        answers.append(Answer("rescue", _("Open what can be read"), arrow=True))
    dialog = Dialog(_("{name} could not be opened").format(name=path.name), [str(error)], answers)
    return dialog, partial(_second_try, path, settings)


def _second_try(path: Path, settings: Settings, choice: object) -> Next | None:
    copies = Copies()
    ways = {"look": Recording.look, "rescue": Recording.rescue}
    if not isinstance(choice, str) or choice not in ways:
        return None
    try:
        return Push(scene_of(played(ways[choice](path, copies.game_of), copies), settings))
    except CannotPlay as error:
        from game.ui.findings import Findings

        return Push(Findings(error.findings))
    except StoreError as error:
        return Push(Dialog(_("{name} could not be opened").format(name=path.name), [str(error)],
                           [Answer("", _("Go back"))]))  # fmt: skip


class OpenFile(Page):
    """The sessions of a folder, the latest first. A file dropped on the window is opened as well."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings

    def title(self) -> str:
        return _("Open a saved game")

    def fill(self, look: Look, column: Column) -> None:
        found = sessions(self.folder)
        column.words(_("Folder: {folder}").format(folder=self.folder), "read", "ink_muted")
        if not found:
            column.words(_("There are no saved games here yet. You can also drop a session file on this window."))
        for number, path in enumerate(found[:_LISTED]):
            when = moment(datetime.fromtimestamp(path.stat().st_mtime))
            high = max(look.control(), Row.height(look, path.stem, [when], column.w, picture=False))
            column.parts.append(
                Row(f"session-{number}", column.room(high, 12), path.stem, partial(self._open, path), details=(when,),
                    group="sessions")
            )  # fmt: skip

    def _open(self, path: Path) -> Next | None:
        answer = open_session(path, self.settings)
        return Swap(answer.scene) if isinstance(answer, Push) and answer.then is None else answer
