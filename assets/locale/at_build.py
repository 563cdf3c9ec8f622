"""Build hook: compiles the interface texts, and puts `assets/` and `cards/` into the wheel as `game/data/`."""

import io
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_LEFT_OUT = {".po", ".py", ".pyc", ".mo"}


class AtBuild(BuildHookInterface[Any]):
    """In an editable install the `.mo` files lie beside their `.po`; in a wheel only the `.mo` are there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is "standard" or "editable"."""
        top = Path(self.root)
        catalogues = sorted((top / "assets" / "locale").glob("*/*.po"))
        if version == "editable":
            for po in catalogues:
                po.with_suffix(".mo").write_bytes(_compiled(po))
            return
        self._compiled_in = tempfile.TemporaryDirectory()
        carried: dict[str, str] = build_data["force_include"]
        for number, po in enumerate(catalogues):
            mo = Path(self._compiled_in.name, str(number))
            mo.write_bytes(_compiled(po))
            carried[str(mo)] = f"game/data/{po.with_suffix('.mo').relative_to(top).as_posix()}"
        for folder in ("assets", "cards"):
            for file in sorted((top / folder).rglob("*")):
                if file.is_file() and file.suffix not in _LEFT_OUT:
                    carried[str(file)] = f"game/data/{file.relative_to(top).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called by hatchling when the wheel is written."""
        if version != "editable":
            self._compiled_in.cleanup()


def _compiled(po: Path) -> bytes:
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po.read_bytes())))
    return compiled.getvalue()
