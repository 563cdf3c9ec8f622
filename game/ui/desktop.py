"""Opening a folder in the desktop's own file browser."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


class Opening:
    """A folder that is being opened. `failed` tells whether that did not work, as soon as that is known."""

    def __init__(self, folder: Path) -> None:
        self.failed = False
        self._process: subprocess.Popen[bytes] | None = None
        try:
            if sys.platform == "win32":
                os.startfile(folder)
                return
            browser = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
            if browser is None:
                self.failed = True
                return
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen([browser, str(folder)], stdin=quiet, stdout=quiet, stderr=quiet)
        except OSError:
            self.failed = True

    def poll(self) -> bool:
        """Whether it is settled how it went."""
        if self._process is None:
            return True
        code = self._process.poll()
        if code is not None:
            self.failed = code != 0
            self._process = None
        return code is not None
