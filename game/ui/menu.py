"""The menu over the table: back to the game, the plan, looks, help, saving elsewhere, the first screen."""

from collections.abc import Callable, Sequence

from game import words
from game.engine.actions import Park, Skip
from game.engine.definition import TABLE, Limits
from game.ui.chance import deal_by_hand, deals_by_hand
from game.ui.chime import ring
from game.ui.controls import Button, icon_button, segments
from game.ui.fonts import line_height, text_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Aside, Fullscreen, Keys, Next, Pop, Push, Quit, Restyle, Scene
from game.ui.settings import Settings
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0

Entry = tuple[str, str, str, Callable[[], Next | None]]
"""One line of the menu: name, icon, words, what it does."""


class Appearance(Scene):
    """Language, colours, size of text, movement, sound."""

    over = True
    first_focus = "close"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control()
        rows = (
            ("language", _("Language"), [(lang, words.languages_name(lang)) for lang in words.LANGUAGES], look.lang,
             self._speak),
            ("theme", _("Colours"), [("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))],
             look.theme, self._colour),
            ("text", _("Size of text"), [("1.0", _("Normal")), ("1.15", _("Large")), ("1.3", _("Largest"))],
             str(look.text_factor), self._size),
            ("motion", _("Movement"), [("on", _("Short movements")), ("off", _("None"))],
             "on" if look.motion else "off", self._move),
            ("chime", _("Sound"), [("off", _("No sound")), ("on", _("A soft sound when the time is up"))],
             "on" if self.settings.chime else "off", self._sound),
        )  # fmt: skip
        wide = 860.0
        small = line_height(look, "small") + 6
        high = 2 * _PAD + side + 24 + len(rows) * (small + side + 26)
        sheet = look.box.centred(wide, high)
        found: list[Part] = [
            Sheet("appearance", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("appearance-title", Box(sheet.x + _PAD, sheet.y + _PAD, wide - 2 * _PAD - side, side), _("Settings"),
                  style=_TITLE, valign="middle", focusable=False),
            icon_button("close", look, sheet.right - _PAD - side, sheet.y + _PAD, "close", _("Close"), lambda: Pop(),
                        keys=("escape",)),
        ]  # fmt: skip
        y = sheet.y + _PAD + side + 24
        for name, caption, options, chosen, choose in rows:
            box = Box(sheet.x + _PAD, y, wide - 2 * _PAD, small)
            found.append(Words(f"{name}-caption", box, caption, style="small", role="ink_muted", focusable=False))
            found += segments(name, Box(box.x, y + small, box.w, side), look, options, chosen, choose)
            y += small + side + 26
        return found

    def _speak(self, lang: str) -> Next | None:
        self.settings.lang = lang
        return self._kept(Restyle(lang=lang))

    def _colour(self, theme: str) -> Next | None:
        self.settings.theme = theme
        return self._kept(Restyle(theme=theme))

    def _size(self, factor: str) -> Next | None:
        self.settings.text_factor = float(factor)
        return self._kept(Restyle(text_factor=float(factor)))

    def _move(self, motion: str) -> Next | None:
        self.settings.motion = motion == "on"
        return self._kept(Restyle(motion=motion == "on"))

    def _sound(self, sound: str) -> Next | None:
        self.settings.chime = sound == "on"
        self.settings.keep()
        if self.settings.chime:  # so that one hears what it is
            ring()
        return None

    def _kept(self, restyle: Restyle) -> Next | None:
        self.settings.keep()
        return restyle

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


class Menu(Scene):
    """What one rarely needs during play."""

    over = True
    first_focus = "menu-back"

    def __init__(self, play: Play, settings: Settings) -> None:
        self.play, self.settings = play, settings

    def parts(self, look: Look) -> Sequence[Part]:
        columns = (self._play_entries(), self._other_entries())
        side = look.control()
        wants = [max(Button.natural(look, label, icon=icon)[0] for _name, icon, label, _press in column)
                 for column in columns]  # fmt: skip
        wide = 2 * _PAD + sum(wants) + 24
        path = self.play.recording.path
        place = _("Saved in {file}").format(file=path.name) if path else _("Not in a file: use Save elsewhere")
        head, low = line_height(look, _TITLE), text_height(look, place, "small", wide - 2 * _PAD)
        high = 2 * _PAD + head + 16 + max(map(len, columns)) * (side + 12) + 4 + low
        sheet = look.box.centred(wide, high)
        title = Box(sheet.x + _PAD, sheet.y + _PAD, wide - 2 * _PAD, head)
        found: list[Part] = [
            Sheet("menu-sheet", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("menu-title", title, _("Menu"), style=_TITLE, focusable=False),
        ]
        x = sheet.x + _PAD
        for column, want in zip(columns, wants, strict=True):
            y = title.bottom + 16
            for name, icon, label, press in column:
                keys = ("escape", "f10") if name == "menu-back" else ()
                box = Box(x, y, want, side)
                found.append(Button(name, box, label, press, icon=icon, spread=True, group="menu", keys=keys))
                y += side + 12
            x += want + 24
        under = Box(sheet.x + _PAD, sheet.bottom - _PAD - low, wide - 2 * _PAD, low)
        found.append(Words("menu-file", under, place, style="small",
                           role="ink_muted", focusable=False))  # fmt: skip
        return found

    def _play_entries(self) -> list[Entry]:
        entries: list[Entry] = [
            ("menu-back", "back", _("Back to the table"), lambda: Pop()),
            ("menu-plan", "document", _("See the plan so far"), self._plan),
            ("menu-history", "trace-back", _("What has been done"), self._history),
            ("menu-steps", "timer", _("Steps and time"), self._steps),
        ]
        if self.play.step is not None:
            entries.append(("menu-skip", "skip", _("Leave this step out"), self._skip))
        deal = _("Let the program deal") if deals_by_hand(self.play) else _("Deal from a paper deck")
        entries += [
            ("menu-deal", "swap", deal, self._deal),
            ("menu-park", "parking", _("A thought for later"), self._park),
        ]
        aside = _("Close the facilitator’s window") if self.aside else _("Open the facilitator’s window")
        return [*entries, ("menu-aside", "second-screen", aside, lambda: Aside())]

    def _other_entries(self) -> list[Entry]:
        return [
            ("menu-help", "help", _("How to play"), self._how),
            ("menu-keys", "keyboard", _("Keys"), lambda: Pop(Keys())),
            ("menu-looks", "settings", _("Settings"), lambda: Push(Appearance(self.settings))),
            ("menu-full", "fullscreen", _("Full screen"), lambda: Fullscreen()),
            ("menu-save", "save", _("Save elsewhere"), self._save),
            ("menu-leave", "home", _("Close and go to the first screen"), self._leave),
            ("menu-quit", "close", _("Quit"), self._quit),
        ]

    def _deal(self) -> Next | None:
        deal_by_hand(self.play, not deals_by_hand(self.play))
        return Pop()

    def _park(self) -> Next | None:
        from game.ui.chooser import Chooser

        chooser = Chooser(_("A thought for later"), (), own=_("Keep it"), chars=Limits().chars)
        return Push(chooser, lambda text: self.play.do(Park(TABLE, text)) or Pop() if isinstance(text, str) else None)

    def _plan(self) -> Next | None:
        from game.ui.review import Review

        return Push(Review(self.play), lambda went: Pop() if went else None)

    def _skip(self) -> Next | None:
        at = self.play.state.at
        answer = self.play.do(Skip(at)) or self.play.go_on()
        return answer or Pop()

    def _history(self) -> Next | None:
        from game.ui.history import History, leaving

        return Push(History(self.play, self.settings), leaving)

    def _steps(self) -> Next | None:
        from game.ui.history import leaving
        from game.ui.stepspage import StepsPage

        return Push(StepsPage(self.play), leaving)

    def _how(self) -> Next | None:
        from game.ui.howto import HowTo

        return Push(HowTo(self.play.texts))

    def _save(self) -> Next | None:
        from game.ui.saveas import SaveAs

        return Push(SaveAs(self.play))

    def _leave(self) -> Next | None:
        return Pop("leave")

    def _quit(self) -> Next | None:
        return Quit()

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None
