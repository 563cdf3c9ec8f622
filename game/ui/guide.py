"""What the facilitator keeps beside the session: own notes, which acts of the script are done, and what the group's
screen is allowed to do. The notes lie in the session's file as a setting: never in what was done, nor in the plan.
"""

from game.store.recording import Recording
from game.ui.editing import Document

NOTES = "facilitator.notes"
_DONE = "facilitator.done."


class Guide:
    """`dark`: the group's screen shows nothing. `locked`: it takes no presses and no keys. `curtain`: what does that
    lies there already. None of this outlives the facilitator's window.
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self.dark = False
        self.locked = False
        self.curtain = False
        self.notes = Document(recording.setting(NOTES))

    def keep(self) -> None:
        """The notes are in the session's file as they stand now."""
        self._recording.keep(NOTES, self.notes.value)

    def done(self, step: str) -> frozenset[int]:
        """The acts of a step's script that are ticked, counted from 1."""
        kept = self._recording.setting(_DONE + step).split()
        return frozenset(int(number) for number in kept if number.isdecimal())

    def tick(self, step: str, act: int) -> None:
        """An act is done, or is not done after all."""
        done = self.done(step) ^ {act}
        self._recording.keep(_DONE + step, " ".join(map(str, sorted(done))))
