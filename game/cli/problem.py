"""What a command cannot do, in words."""


class Problem(Exception):
    """Ends a command: its text goes to stderr, `code` is the exit code (1 a problem was found, 2 wrong use)."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code
