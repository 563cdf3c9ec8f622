"""When the program itself fails: a plain page for the people at the table, a report for those who mend it."""

import platform
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.ui.controls import Button, button_row
from game.ui.fonts import text_height
from game.ui.look import Box, Look
from game.ui.papers import Ground, Picture, Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Quit, Scene
from game.words import _

_WIDTH = 1000.0


def write_report(error: Exception, folder: Path | None) -> Path | None:
    """Write where in the program `error` came up into a new file in `folder`; returns the file, or None if none could
    be written. Neither the error's message nor any value is in it: they may be what somebody wrote.
    """
    if folder is None:
        return None
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        time.strftime("%Y-%m-%d %H:%M:%S"),
        f"Python {sys.version.split()[0]}, pygame-ce {pygame.version.ver}, {platform.platform()}",
        *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
        type(error).__qualname__,
    ]
    file = folder / time.strftime("osallisuuspeli-report-%Y%m%d-%H%M%S.txt")
    try:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return file


class Fault(Scene):
    """What is safe, where the report is, and two ways on."""

    first_focus = "go-on"

    def __init__(self, report: Path | None) -> None:
        self.report = report

    def parts(self, look: Look) -> Sequence[Part]:
        texts = [
            _("Everything up to your last action is saved."),
            _("You can go on, or close the game and open it again."),
        ]
        if self.report is not None:
            texts.append(_("A report without anything you wrote is here: {file}").format(file=self.report))
        inner = _WIDTH - 2 * 56
        heights = [text_height(look, text, "lead", inner - 72) for text in texts]
        high = 56 + 60 + 24 + sum(heights) + 12 * len(texts) + 40 + look.control("primary") + 48
        box = look.box.centred(_WIDTH, high)
        left = box.x + 56 + 72
        title = _("Something went wrong in the program")
        parts: list[Part] = [
            Ground(look),
            Sheet("fault", box),
            Picture("fault.icon", Box(box.x + 56, box.y + 60, 52, 52), icon="error", role="error"),
            Words("fault.title", Box(left, box.y + 56, inner - 72, 60), title, style="heading", valign="middle"),
        ]
        y = box.y + 56 + 60 + 24
        for i, (text, height) in enumerate(zip(texts, heights, strict=True), 1):
            parts.append(Words(f"fault.text-{i}", Box(left, y, inner - 72, height), text, style="lead"))
            y += height + 12
        buttons = [
            Button("quit", look.box, _("Close the game"), _quit, keys=("escape",)),
            Button("go-on", look.box, _("Go on"), _go_on, kind="primary", arrow=True),
        ]
        return [*parts, *button_row(look, box.right - 56, box.bottom - 48 - look.control("primary") / 2, buttons)]


def _go_on() -> Next | None:
    return Pop()


def _quit() -> Next | None:
    return Quit()
