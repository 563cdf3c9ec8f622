"""`check`: what is wrong in decks and games, where, and how to mend it."""

from argparse import Namespace

from game import where, words
from game.content.checkup import as_json, check_paths, report


def run(options: Namespace) -> int:
    """Prints the findings. 1 if there are errors among them; warnings and advice alone are fine."""
    findings = check_paths(options.paths or [where.cards()])
    if options.json:
        print(as_json(findings, words.used()))
    else:
        print(report(findings, words.used()), end="")
    return 1 if any(finding.severity == "error" for finding in findings) else 0
