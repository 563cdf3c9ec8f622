"""What people write into records: a draft while they type, entered when they press Enter or go elsewhere."""

from collections.abc import Callable

from game.engine.actions import Amend
from game.engine.state import Item, Value
from game.ui.editing import Document
from game.ui.look import Box
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.textbox import TextBox

Key = tuple[int, str]
"""A record and one of its fields; "text" is an item's wording, "reason" a judgement's or a laid card's."""


class Entries:
    """The texts of one step that are open for writing. Each becomes an Amend of its own.

    What is changed from outside meanwhile, by undo for example, is taken over.
    """

    def __init__(self, play: Play, step: str) -> None:
        self.play, self.step = play, step
        self._documents: dict[Key, Document] = {}
        self._seen: dict[Key, str] = {}
        self._boxes: dict[Key, TextBox] = {}
        self._written: frozenset[Key] = frozenset()

    def document(self, record: int, field: str, limit: int, *, lines: bool = True) -> Document:
        """The text of a field, with what was being written before the program was left."""
        key = record, field
        stands = self._stands(key)
        found = self._documents.get(key)
        if found is None:
            draft = self.play.recording.setting(f"draft.{self.step}.{_name(key)}")
            found = self._documents[key] = Document(draft or stands, limit=limit, lines=lines)
        elif self._seen[key] != stands:
            found.text = stands
        self._seen[key] = stands
        return found

    def box(
        self,
        name: str,
        box: Box,
        label: str,
        record: int,
        field: str,
        limit: int,
        *,
        lines: bool = True,
        placeholder: str = "",
        fill: str = "raised",
        style: str = "body",
        on_enter: Callable[[], Next | None] | None = None,
    ) -> TextBox:
        """A box to write the field in. Enter enters the text and then does `on_enter`."""
        document = self.document(record, field, limit, lines=lines)

        def enter() -> Next | None:
            return self.commit() or (on_enter() if on_enter is not None else None)

        part = TextBox(
            name, box, label, document=document, placeholder=placeholder, fill=fill, style=style,
            edge="edge" if fill == "raised" else None, on_enter=enter, enter_sends=True,
        )  # fmt: skip
        self._boxes[record, field] = part
        return part

    def commit(self) -> Next | None:
        """Everything that was written is in the session, but for what is too long. Returns words if one was refused."""
        answer: Next | None = None
        for key in list(self._documents):
            answer = self._commit(key) or answer
        return answer

    def tick(self) -> bool:
        """Enters what is no longer being written; True if that changed the session."""
        here = frozenset(key for key, box in self._boxes.items() if box.state.focused)
        left, self._written = self._written - here, here
        before = len(self.play.session.lines)
        for key in left:
            self._commit(key)
        return len(self.play.session.lines) != before

    def drafts(self) -> dict[str, str]:
        """What is written and not entered yet; empty texts for what has been."""
        return {
            _name(key): "" if document.value == self._stands(key) else document.text
            for key, document in self._documents.items()
        }

    def _commit(self, key: Key) -> Next | None:
        document = self._documents[key]
        value: Value = document.value
        stands = self._stands(key)
        if self._seen.get(key) != stands:  # undone or changed elsewhere since: that stands
            document.text, self._seen[key] = stands, stands
            return None
        if document.over or value == stands or not self._is_there(key):
            return None
        answer = self.play.do(Amend(key[0], key[1], value))
        self._seen[key] = self._stands(key)
        return answer

    def _is_there(self, key: Key) -> bool:
        records = self.play.state.records
        return key[0] < len(records) and not records[key[0]].gone

    def _stands(self, key: Key) -> str:
        """The field as the session has it."""
        if key[0] >= len(self.play.state.records):
            return ""
        record = self.play.state.records[key[0]]
        return str(record.fields.get(key[1], "")) if isinstance(record, Item) else record.reason


def _name(key: Key) -> str:
    return f"{key[1]}-{key[0]}"
