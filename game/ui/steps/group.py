"""The screen of a group step: loose notes in a well, groups in trays; notes are dragged together and groups named."""

from collections.abc import Callable
from typing import Literal

from game.engine.actions import Amend, Gather, Merge, Move, Withdraw
from game.engine.definition import Group, Step
from game.engine.placing import groups
from game.engine.results import about, cost, parts
from game.engine.state import Item
from game.ui.controls import Button
from game.ui.editing import Document
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push, Tell
from game.ui.scroll import ScrollArea
from game.ui.steps.effort import cost_field, effort_name
from game.ui.steps.foot import Foot, foot_parts, script_button, with_foot
from game.ui.steps.opened import OpenNote
from game.ui.steps.slips import Roll, rows_of
from game.ui.steps.trays import Drop, Hands, NewGroup, tray, tray_height, well
from game.ui.steps.turns import to_next_step
from game.ui.steps.view import Areas, StepView
from game.words import _, ngettext

Press = Callable[[], Next | None]

NOWHERE = Box(0, 0, 0, 0)
_WELL = 268.0
_TRAY = 470.0
_GAP = 20.0
_ROOM = 14.0


class GroupView(StepView):
    """Shows a group step. Which name is being written and what is being merged or split off are the view's own."""

    script_button = "own"

    def __init__(self, play: Play, step: Step, open_script: Press) -> None:
        super().__init__(play, step, open_script)
        assert isinstance(step, Group)
        self.group = step
        self._naming = -1
        self._name = Document(limit=step.limits.chars, lines=False)
        self._doing: Literal["", "merge", "pick"] = ""
        self._first = -1
        self._picked: frozenset[int] = frozenset()
        self._unfolded: frozenset[int] = frozenset()
        self._field = cost_field(play, step)
        self._effort = effort_name(play, self._field)

    # What is done

    def _move(self, to: str) -> Drop:
        def drop(carried: object) -> Press | None:
            if not isinstance(carried, int) or self._doing or self.play.session.refusal(Move(carried, to)):
                return None
            return lambda: self._keep_name() or self.play.do(Move(carried, to))

        return drop

    def _gather(self, notes: tuple[int, ...]) -> Next | None:
        """Makes a group and opens its name at once."""
        kept = self._keep_name()
        number = len(self.play.state.records)
        refused = kept or self.play.do(Gather(notes))
        if refused is None:
            self._stop()
            self._rename(number)()
        return refused

    def _drop_new(self, carried: object) -> Press | None:
        if not isinstance(carried, int) or self._doing or self.play.session.refusal(Gather((carried,))):
            return None
        return lambda: self._gather((carried,))

    def _rename(self, group: int) -> Press:
        def press() -> Next | None:
            kept = self._keep_name()
            self._naming = group
            draft = self.play.recording.setting(f"draft.{self.group.id}.{_draft_name(group)}")
            text = draft or self.play.state.item(group).text
            self._name = Document(text, limit=self.group.limits.chars, lines=False)
            self._name.select_all()
            self.wanted_focus = "table.name"
            return kept

        return press

    def _keep_name(self) -> Next | None:
        """What was typed as a name becomes the group's; the box is closed unless the name is refused."""
        item, name = self._named(), self._name.value
        if item is None:
            self._naming = -1
            return None
        if name != item.text:
            refused = self.play.do(Amend(item.id, "text", name))
            if refused is not None:
                return refused
        self._naming = -1
        self.play.recording.keep(f"draft.{self.group.id}.{_draft_name(item.id)}", "")
        return None

    def _named(self) -> Item | None:
        """The group that is being named, if there is one and it still stands."""
        item = self.play.item(self._naming)
        return item if item is not None and item.kind == self.group.makes and not item.gone else None

    def _save_name(self) -> Next | None:
        named = self._naming
        refused = self._keep_name()
        if refused is None:
            self.wanted_focus = f"table.rename-{named}"
        return refused

    def _remove(self) -> Next | None:
        """Breaks up the group that is being named; its notes are loose again."""
        group, self._naming = self._naming, -1
        return self.play.do(Withdraw(group))

    def _open(self, item: Item) -> Press:
        chars = self.play.game.step[item.step].limits.chars
        return lambda: self._keep_name() or Push(OpenNote(self.play, item.id, (), "", chars))

    def _unfold(self, group: int) -> Press:
        def press() -> Next | None:
            self._unfolded ^= {group}
            return None

        return press

    def _start(self, what: Literal["merge", "pick"]) -> Press:
        def press() -> Next | None:
            kept = self._keep_name()
            if kept is None:
                self._stop()
                self._doing = what
                standing = groups(self.play.state, self.group)
                if what == "merge" and standing:
                    self.wanted_focus = f"table.tray-{standing[0].id}"
            return kept

        return press

    def _stop(self) -> Next | None:
        self._doing, self._first, self._picked = "", -1, frozenset()
        return None

    def _tray(self, group: int) -> Press | None:
        if self._doing != "merge":
            return None

        def press() -> Next | None:
            if self._first in (-1, group):
                self._first = group if self._first == -1 else -1
                return None
            first = self._first
            self._stop()
            words = _("{name} went into the group {other}.")
            said = Tell(words.format(name=self._called(first), other=self._called(group)), self.play.undo)
            return self.play.do(Merge(first, group)) or said

        return press

    def _called(self, group: int) -> str:
        item = self.play.item(group)
        return (item.text if item is not None else "") or _("A group without a name")

    def _pick(self, note: int) -> Press:
        def press() -> Next | None:
            self._picked ^= {note}
            return None

        return press

    def _change(self, group: Item, points: int) -> tuple[Press, str]:
        """Gives a group so many points, at least one."""
        action = Amend(group.id, self._field, points)
        return self.play.doing(action), self.play.refusal(action) if points >= 1 else _("It takes at least one.")

    def _go_on(self) -> Next | None:
        return self._keep_name() or self.play.go_on()

    def leave(self) -> Next | None:
        return self._keep_name()

    def drafts(self) -> dict[str, str]:
        item = self._named()
        if item is None:
            return {}
        return {_draft_name(item.id): "" if self._name.text == item.text else self._name.text}

    # Layout

    def layout(self, look: Look, areas: Areas) -> Areas:
        wide = areas._replace(table=areas.table._replace(w=areas.dock.w), rail=None)
        return with_foot(look, wide, self._foot())

    def _hands(self) -> Hands:
        play = self.play
        return Hands(
            play, self._move, self._open, self._rename, self._unfold, self._tray,
            self._pick if self._doing == "pick" else None, self._picked, self._naming, self._name, self._save_name,
            self._remove, self._effort,
            lambda item: cost(play.game, play.state, item.ref, self._field),
            self._change if self._field else None,
        )  # fmt: skip

    def table(self, look: Look, box: Box) -> list[Part]:
        if self._named() is None:
            self._naming = -1
        standing = groups(self.play.state, self.group)
        if self._first not in [group.id for group in standing]:
            self._first = -1
        self._picked &= {item.id for item in about(self.play.game, self.play.state, self.group)}
        hands = self._hands()
        inside = {group.ref: parts(self.play.state, group) for group in standing}
        loose = [item for item in about(self.play.game, self.play.state, self.group) if item.at not in inside]
        left, rest = box.cut_left(_WELL, _GAP)
        found, window, high = well(look, left, hands, loose)
        sunk = ScrollArea("table.loose-notes", window, _("Notes that are in no group"), content=high)
        fixed = [part for part in found if not part.name.startswith(("table.note-", "table.open-"))]
        moving = [part for part in found if part not in fixed]
        return [*fixed, *sunk.around(moving), *self._trays(look, rest, hands, standing, inside)]

    def _trays(
        self, look: Look, box: Box, hands: Hands, standing: tuple[Item, ...], inside: dict[str, tuple[Item, ...]]
    ) -> list[Part]:
        columns = max(1, int((box.w + _GAP) / (_TRAY + _GAP)))
        wide = (box.w - _GAP * (columns - 1)) / columns
        least = (box.h - _GAP) / 2
        heights = [
            max(least, tray_height(look, hands, group, inside[group.ref], wide, group.id in self._unfolded))
            for group in standing
        ]
        rows = rows_of([*heights, least], columns)
        found: list[Part] = []
        y = box.y
        for number, group in enumerate(standing):
            row, column = divmod(number, columns)
            y = box.y + sum(rows[:row]) + _GAP * row
            cell = Box(box.x + column * (wide + _GAP), y, wide, heights[number])
            chosen = group.id == self._first
            found += tray(look, cell, hands, group, inside[group.ref], group.id in self._unfolded, chosen)
        row, column = divmod(len(standing), columns)
        y = box.y + sum(rows[:row]) + _GAP * row
        refusal = "" if not standing else self._no_more()
        found.append(
            NewGroup("table.new", Box(box.x + column * (wide + _GAP), y, wide, least), _("New group"),
                     self._start("pick"), drop=self._drop_new, radius=20, refusal=refusal)
        )  # fmt: skip
        area = Roll("table.trays", box.inset(-_ROOM, -_ROOM / 2), _("The groups"),
                    content=sum(rows) + _GAP * (len(rows) - 1) + _ROOM,
                    shows=f"table.tray-{self._naming}" if self._naming >= 0 else "")  # fmt: skip
        return area.around(found)

    def _no_more(self) -> str:
        """Why there can be no further group, if so."""
        some = about(self.play.game, self.play.state, self.group)
        return self.play.refusal(Gather((some[0].id,))) if some else ""

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        return foot_parts(look, box, self._foot())

    def _foot(self) -> Foot:
        cancel = Button("dock.cancel", NOWHERE, _("Cancel"), self._stop, keys=("escape",))
        if self._doing == "merge":
            if self._first < 0:
                heading = _("Press the group that goes into another")
            else:
                heading = _("Press the group that takes in: {name}").format(name=self._called(self._first))
            return Foot(heading, _("The group that takes in the other keeps its name."), (cancel,))
        if self._doing == "pick":
            count = len(self._picked)
            label = ngettext("New group of {n} note", "New group of {n} notes", count).format(n=count)
            make = Button(
                "dock.gather", NOWHERE, label, lambda: self._gather(tuple(sorted(self._picked))), kind="primary",
                icon="check", refusal="" if count else _("Choose at least one note."),
            )  # fmt: skip
            return Foot(_("Press the notes that make a new group"), _("They leave the groups they are in."),
                        (cancel, make))  # fmt: skip
        few = len(groups(self.play.state, self.group)) < 2
        merge = Button("dock.merge", NOWHERE, _("Merge"), self._start("merge"), icon="merge",
                       refusal=_("There are no two groups to merge.") if few else "")  # fmt: skip
        split = Button("dock.split", NOWHERE, _("Split"), self._start("pick"), icon="split")
        on = Button("dock.next", NOWHERE, to_next_step(self.play), self._go_on, kind="primary", arrow=True)
        return Foot(
            _("Drag like to like, and name each group"), _("Notes in no group stay in the plan’s appendix."),
            (script_button(self.open_script), merge, split, on),
        )  # fmt: skip


def _draft_name(group: int) -> str:
    return f"name-{group}"
