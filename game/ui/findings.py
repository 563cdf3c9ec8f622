"""What is wrong with a game's files: every problem, where it is and how to mend it. Only errors keep from playing."""

from collections.abc import Sequence

from game.content.findings import Finding
from game.ui.look import Look
from game.ui.pages import Column, Page
from game.ui.papers import Line
from game.words import _, ngettext

_SHOWN = 60
_ICONS = {"error": "error", "warning": "warning", "advice": "info"}


class Findings(Page):
    """The problems of a game that was asked for, errors first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings

    def title(self) -> str:
        return _("This game cannot be played yet")

    def fill(self, look: Look, column: Column) -> None:
        errors = sum(1 for one in self.findings if one.severity == "error")
        count = ngettext("{n} error must be mended first.", "{n} errors must be mended first.", errors)
        column.words(count.format(n=errors))
        for number, one in enumerate(self.findings[:_SHOWN]):
            words = one.message
            high = Line.height(look, words, column.w, "body")
            role = one.severity if one.severity != "advice" else "ink"
            column.parts.append(
                Line(f"finding-{number}", column.room(high, 4), words, icon=_ICONS[one.severity], style="body",
                     icon_role=role, focusable=False)
            )  # fmt: skip
            place = _("{file}, line {line}, column {column}").format(file=one.file, line=one.line, column=one.column)
            column.words(place, "small", "ink_muted", 4)
            column.words(one.remedy, "read", gap=22)
        left = len(self.findings) - _SHOWN
        if left > 0:
            column.words(ngettext("And {n} more.", "And {n} more.", left).format(n=left), "read", "ink_muted")
