"""The plan as it stands: its pages, how far it has come, what is missing, and the way into files."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pygame

from game import words
from game.plan.document import Document, Heading, plain
from game.plan.draft import document
from game.plan.export import FORMATS
from game.plan.fields import Answer, Gap, answers, gaps
from game.plan.material import Facts, Material
from game.ui import header, paint, reviewstate
from game.ui.chooser import Choice, Chooser
from game.ui.controls import Button, icon_button
from game.ui.desktop import Opening
from game.ui.exporting import Export, format_icon, format_name
from game.ui.fonts import text_height
from game.ui.gapbox import WENT, GapBox
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.pageset import HEIGHT, WIDTH, Book, book
from game.ui.pageview import PagePart, PageView
from game.ui.papers import Ground, Line, Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.saveas import AskFolder
from game.ui.scene import Next, Pop, Push, Scene
from game.words import _

_TITLE = Style(40, 48, 600)
_COLUMN, _COLUMN_MOST = 548.0, 760.0
_GAP = 20.0
_LEAST_PAGE = 560.0
_NOWHERE = Box(0, 0, 0, 0)
_COMMON = ("docx", "pdf", "html", "xlsx")
"""The formats that are asked for most, first."""
_BUTTONS = 4


class _Draft(NamedTuple):
    """The plan of one moment: the document, its pages, and what is filled and missing."""

    document: Document
    book: Book
    answers: tuple[Answer, ...]
    gaps: tuple[Gap, ...]


class Review(Scene):
    """Shows the plan. Leaves WENT if the table has gone to a step from here, else None."""

    first_focus = "back"

    def __init__(self, play: Play) -> None:
        self.play = play
        self.at = 0
        self.export: Export | None = None
        self.opening: Opening | None = None
        self._shown = False
        self._made: tuple[tuple[object, ...], _Draft] | None = None
        self._beside = 2

    def draft(self, look: Look) -> _Draft:
        """The plan as it is now; made anew when something was done since."""
        key = (look, len(self.play.session.lines), words.used())
        if self._made is None or self._made[0] != key:
            material = material_of(self.play)
            made, found = document(material), answers(material)
            self._made = (key, _Draft(made, book(look, made), found, gaps(material, found)))
        return self._made[1]

    # What is seen

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        ribbon = header.ribbon(look, self.play)
        top = ribbon[0].box.bottom + 16 if ribbon else 24 + side + 16
        area = Box(40, top, look.W - 80, look.H - 24 - top)
        wide = min(WIDTH * area.h / HEIGHT, area.w - _COLUMN - _GAP)
        half = (area.w - _COLUMN) / 2 - _GAP
        self._beside = 2 if half >= _LEAST_PAGE else 1
        wide = min(wide, half) if self._beside == 2 else wide
        pages = self._beside * (wide + _GAP) - _GAP
        column = area.cut_right(min(area.w - pages - _GAP, _COLUMN_MOST))[0]
        kind = self.draft(look).document.kind.text
        found: list[Part] = [
            Ground(look),
            icon_button("back", look, 40, 24, "back", _("Back"), lambda: Pop(), keys=("escape",)),
            Words("title", Box(40 + side + 24, 24, look.W - 104 - side - 24, side), kind, style=_TITLE, valign="middle",
                  focusable=False),
            *ribbon,
            *self._pages(look, area, wide),
        ]  # fmt: skip
        below = self._files(look, column)
        state = column._replace(h=below[0].box.y - 16 - column.y)
        draft = self.draft(look)
        rows = reviewstate.sections(self.play, draft.answers)
        return [*found, *reviewstate.panel(look, state, rows, draft.gaps, self._open), *below]

    def _pages(self, look: Look, box: Box, wide: float) -> list[Part]:
        """Two pages side by side, or one where there is no room for two; at their feet the way to others."""
        made = self.draft(look).book
        count = len(made.pages)
        self.at = min(self.at, count - 1)
        self.at -= self.at % self._beside
        found: list[Part] = []
        high = wide * HEIGHT / WIDTH
        for place in range(self._beside):
            number = self.at + place
            if number < count:
                cell = Box(box.x + place * (wide + _GAP), box.y, wide, high)
                label = _("Page {n} of {all}: press to read it larger").format(n=number + 1, all=count)
                found.append(PagePart(f"page-{number + 1}", cell, label, partial(self._enlarge, number), radius=0,
                                      page=made.pages[number], number=number + 1, count=count))  # fmt: skip
        side = look.control("icon_button")
        y = box.y + high - side - 6
        right = box.x + self._beside * (wide + _GAP) - _GAP - side - 6
        first = _("This is the first page.") if self.at == 0 else ""
        last = _("This is the last page.") if self.at + self._beside >= count else ""
        contents = _("Contents")
        room = Button.natural(look, contents)[0]
        bare = room > wide / 2 - side - 60
        feet = [
            icon_button("earlier", look, box.x + 6, y, "back", _("Back a page"), partial(self._turn, -1), first,
                        ("page up",)),
            Button("contents", Box(box.x + side + 14, y, side if bare else room, side), contents, self._contents,
                   icon="search" if bare else "", bare=bare),
            icon_button("later", look, right, y, "next", _("On a page"), partial(self._turn, 1), last, ("page down",)),
        ]  # fmt: skip
        for foot in feet:
            found += [Part(f"{foot.name}-under", foot.box, paint=_under, focusable=False), foot]
        return found

    def _files(self, look: Look, column: Box) -> list[Part]:
        """The sheet of exports at the foot of the column: what has come of one, a button a format, and all at once."""
        inner = column.inset(24, 0)
        told = self._told(look, inner.w)
        side = look.control()
        busy = _("Wait until the files are ready.") if self.export is not None and not self.export.done else ""
        shown, rest = _shown_formats()
        made = [
            Button(f"files.{one}", _NOWHERE, format_name(one), partial(self._begin, [one]), refusal=busy,
                   icon=format_icon(one), group="files")
            for one in shown
        ]  # fmt: skip
        if rest:
            made.append(Button("files.other", _NOWHERE, _("Other formats"), partial(self._choose, rest), refusal=busy,
                               group="files"))  # fmt: skip
        widest = max(Button.natural(look, one.label, icon=one.icon)[0] for one in made)
        columns = 2 if widest <= (inner.w - 12) / 2 else 1
        rows = -(-len(made) // columns)
        primary = look.control("primary")
        high = 20 + sum(part.box.h + 12 for part in told) + rows * (side + 12) + primary + 20
        box = Box(column.x, column.bottom - high, column.w, high)
        y = box.y + 20
        for part in told:
            part.box = part.box._replace(x=inner.x, y=y, w=inner.w)
            y += part.box.h + 12
        for row in range(rows):
            places = Box(inner.x, y, inner.w, side).columns(columns, 12)
            for place, button in zip(places, made[columns * row : columns * (row + 1)], strict=False):
                button.box = place
            y += side + 12
        every = Button("files.all", Box(inner.x, y, inner.w, primary), _("Export all into a folder"),
                       partial(self._begin, list(FORMATS)), kind="primary", icon="export", refusal=busy)  # fmt: skip
        return [Sheet("files", box, focusable=False), *told, *made, every]

    def _told(self, look: Look, wide: float) -> list[Part]:
        """What the latest export is doing or has brought."""
        export = self.export
        if export is None:
            return []
        if not export.done:
            return [self._line(look, "files.words", export.words, wide, "timer", "ink")]
        if export.trouble:
            again = Button("files.elsewhere", Box(0, 0, wide, look.control()), _("Choose another folder"), self._ask,
                           icon="folder")  # fmt: skip
            return [self._line(look, "files.words", export.trouble, wide, "error", "error"), again]
        names = ", ".join(dict.fromkeys(format_name(file.suffix[1:]) for file in export.files))
        said = _("Ready: {names}").format(names=names)
        where = str(export.folder)
        place = Words("files.where", Box(0, 0, wide, text_height(look, where, "small", wide)), where, style="small",
                      role="ink_muted", focusable=False)  # fmt: skip
        found = [self._line(look, "files.words", said, wide, "check", "primary"), place]
        if self.opening is not None and self.opening.failed:
            sorry = _("The folder could not be opened from here. Find it in your file browser.")
            found.append(self._line(look, "files.sorry", sorry, wide, "info", "ink"))
        else:
            found.append(Button("files.open", Box(0, 0, wide, look.control()), _("Open the folder"), self._open_folder,
                                icon="folder"))  # fmt: skip
        return found

    @staticmethod
    def _line(look: Look, name: str, said: str, wide: float, icon: str, role: str) -> Part:
        high = Line.height(look, said, wide)
        return Line(name, Box(0, 0, wide, high), said, icon=icon, icon_role=role, focusable=False)

    # What happens

    def _turn(self, pages: int) -> Next | None:
        self.at = max(0, self.at + pages * self._beside)
        self.changed()
        return None

    def _contents(self) -> Next | None:
        """Asks for a chapter and turns to its page."""
        made = self._made
        assert made is not None, "a button is pressed after the plan was made"
        pages = made[1].book.anchors
        headings = [one for one in made[1].document.blocks if isinstance(one, Heading) and one.anchor and one.level < 3]
        choices = [
            Choice(one.anchor, _("{title}, page {n}").format(title=_heading(one), n=pages[one.anchor] + 1))
            for one in headings
        ]

        def chosen(anchor: object) -> Next | None:
            if isinstance(anchor, str):
                self.at = pages.get(anchor, self.at)
            return None

        return Push(Chooser(_("Contents"), choices), chosen)

    def _enlarge(self, number: int) -> Next | None:
        made = self._made
        assert made is not None, "a page is pressed after it was made"

        def turned(at: object) -> Next | None:
            if isinstance(at, int):
                self.at = at
            return None

        return Push(PageView(made[1].book.pages, number), turned)

    def _open(self, gap: Gap) -> Callable[[], Next | None]:
        return lambda: Push(GapBox(self.play, gap), self._filled)

    def _filled(self, value: object) -> Next | None:
        return Pop(WENT) if value == WENT else None

    def _choose(self, formats: Sequence[str]) -> Next | None:
        """Asks for one of the formats that have no button of their own."""
        choices = [Choice(one, format_name(one), format_icon(one)) for one in formats]

        def chosen(one: object) -> Next | None:
            return self._begin([one]) if isinstance(one, str) else None

        return Push(Chooser(_("Other formats"), choices), chosen)

    def _begin(self, formats: list[str]) -> Next | None:
        """Begins an export, into the folder beside the session; asks for one if the session has no file."""
        made = self._made
        assert made is not None, "a button is pressed after the plan was made"
        folder = export_folder(self.play)
        if folder is None:
            return self._ask(formats)
        self._export(made[1].document, folder, formats)
        return None

    def _export(self, made: Document, folder: Path, formats: list[str]) -> None:
        self.export, self.opening, self._shown = Export(made, folder, formats), None, False
        self.changed()

    def _ask(self, formats: Sequence[str] = ()) -> Next | None:
        """Asks for a folder and exports into it."""

        def taken(folder: object) -> Next | None:
            if isinstance(folder, Path) and self._made is not None:
                self._export(self._made[1].document, folder, list(formats or FORMATS))
            return None

        start = export_folder(self.play)
        told = _("The plan is written into this folder.")
        ask = AskFolder(_("Where shall the plan go?"), told, _("Export here"), start.parent if start else Path.home(),
                        lambda folder: "")  # fmt: skip
        return Push(ask, taken)

    def _open_folder(self) -> Next | None:
        if self.export is not None:
            self.opening = Opening(self.export.folder)
        return None

    def tick(self, now: float) -> Next | None:
        export = self.export
        if export is not None and not export.done:
            if self._shown:  # the words for what comes now have been seen
                export.step()
            self._shown = True
            self.changed()
        if self.opening is not None and not self.opening.failed and self.opening.poll() and self.opening.failed:
            self.changed()
        return None

    def notice_bottom(self, look: Look) -> float:
        return look.H - 24

    def on_input(self, given: Input) -> Next | None:
        match given:
            case Key(name="escape"):
                return Pop()
            case Key(name="left"):
                return self._turn(-1)
            case Key(name="right"):
                return self._turn(1)
        return None


def material_of(play: Play) -> Material:
    """What the plan is made from now, in the language in use."""
    content = play.recording.content
    last = content.lines[-1].at if content.lines else content.created
    return Material(play.game, play.texts, play.state, words.used(), Facts(_day(last), content.language))


def export_folder(play: Play) -> Path | None:
    """The folder beside the session's file that is named after it; None if the session has no file."""
    path = play.recording.path
    if path is None:
        return None
    return path.with_suffix("") if path.suffix else path.with_name(f"{path.name}-plan")


def _day(moment: str) -> date:
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except ValueError:
        return date.today()


def _shown_formats() -> tuple[list[str], list[str]]:
    """The formats with a button of their own, and the others."""
    ordered = [one for one in _COMMON if one in FORMATS] + [one for one in FORMATS if one not in _COMMON]
    most = _BUTTONS if len(ordered) <= _BUTTONS else _BUTTONS - 1
    return ordered[:most], ordered[most:]


def _heading(heading: Heading) -> str:
    return f"{heading.number} {plain(heading.inlines)}".strip()


def _under(surface: pygame.Surface, look: Look, part: Part) -> None:
    """What lies under a button on paper, so that it looks as it does on the table."""
    paint.plate(surface, look, part.box, "surface", look.radius("control"))
