"""What the program remembers between sessions: how things look."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Settings:
    """How things look, kept in a small file beside the sessions."""

    folder: Path
    lang: str = ""
    theme: str = "light"
    text_factor: float = 1.0
    motion: bool = True

    @classmethod
    def of(cls, folder: Path) -> "Settings":
        """The settings as they were kept; anything missing or unreadable is as when new."""
        found = cls(folder)
        try:
            kept = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return found
        if isinstance(kept, dict):
            if kept.get("lang") in ("fi", "sv", "en"):
                found.lang = kept["lang"]
            if kept.get("theme") in ("light", "dark", "contrast"):
                found.theme = kept["theme"]
            if kept.get("text_factor") in (1.0, 1.15, 1.3):
                found.text_factor = kept["text_factor"]
            found.motion = kept.get("motion") is not False
        return found

    def keep(self) -> None:
        """Remembers the settings; without a place to write they last until the program is closed."""
        kept = {"lang": self.lang, "theme": self.theme, "text_factor": self.text_factor, "motion": self.motion}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            return
