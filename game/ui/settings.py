"""What the program remembers between sessions: how things look and sound."""

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from game.ui.look import Look


@dataclass
class Settings:
    """How things look in one window, kept in a small file beside the sessions. `chime`: a sound when time is up."""

    folder: Path
    lang: str = ""
    theme: str = "light"
    text_factor: float = 1.0
    motion: bool = True
    chime: bool = False
    name: str = "settings"

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The settings as they were kept; anything missing or unreadable is as when new."""
        return cls(folder)._read()

    @cached_property
    def aside(self) -> "Settings":
        """Those of the facilitator's window: its own where they were kept, else as these."""
        return replace(self, name="facilitator")._read()

    @property
    def chimes(self) -> bool:
        """Whether a sound is wanted in either window."""
        return self.chime or self.aside.chime

    def look(self, size: tuple[int, int]) -> Look:
        """The look of a window of this size in device px."""
        return Look(size, self.theme, self.lang or "fi", self.text_factor, self.motion)

    def _read(self) -> Self:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self
        if isinstance(kept, dict):
            if kept.get("lang") in ("fi", "sv", "en"):
                self.lang = kept["lang"]
            if kept.get("theme") in ("light", "dark", "contrast"):
                self.theme = kept["theme"]
            if kept.get("text_factor") in (1.0, 1.15, 1.3):
                self.text_factor = kept["text_factor"]
            self.motion = kept.get("motion") is not False
            self.chime = kept.get("chime") is True
        return self

    @property
    def _file(self) -> Path:
        return self.folder / f"{self.name}.json"

    def keep(self) -> None:
        """Remembers the settings; without a place to write they last until the program is closed."""
        names = ("lang", "theme", "text_factor", "motion", "chime")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({name: getattr(self, name) for name in names}), encoding="utf-8")
        except OSError:
            return
