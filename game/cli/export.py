"""`export`: the draft plan of a session as files."""

from argparse import Namespace

from game import words
from game.cli.sessions import Opened, formats_of, plan_of, write_plan


def run(options: Namespace) -> int:
    """Writes the files, prints where they are. 1 if the session is damaged, and only part of it could be told."""
    formats = formats_of(options.format)
    opened = Opened.to_read(options.session)
    lang = options.lang or opened.recording.content.language or words.used()
    document = plan_of(opened.recording, opened.loaded, lang)
    for file in write_plan(document, options.out or options.session.parent, formats):
        print(file)
    return 1 if opened.damage else 0
