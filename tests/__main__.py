"""`python3 tests` in a checkout: sets up what the tests need, where it is missing, and gives pytest the arguments."""

import os
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)

from game.__main__ import TOP, run, set_up  # noqa: E402

if __name__ == "__main__":
    try:
        set_up("test")
    except KeyboardInterrupt:
        sys.exit(130)
    os.chdir(str(TOP))
    run(["-m", "pytest", *sys.argv[1:]])
