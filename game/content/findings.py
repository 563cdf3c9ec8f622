"""What the checker has found: where, how grave, what is wrong and what to write instead, in any of our languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal

from game import words
from game.content.finding_words import NEAR, WORDS

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a file. `line` and `column` count from 1; `details` are the names and numbers of its words.

    Only an error keeps a game from being played.
    """

    code: str
    file: str
    line: int = 1
    column: int = 1
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return WORDS[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, in the language in use."""
        return self.said(words.used())[0]

    @property
    def remedy(self) -> str:
        """How to mend it, in the language in use."""
        return self.said(words.used())[1]

    def said(self, lang: str) -> tuple[str, str]:
        """What is wrong and how to mend it, in a language."""
        found = WORDS[self.code]
        say = words.in_language(lang).gettext
        remedy = NEAR if self.details.get("near") else found.remedy
        details = {name: _in(lang, value) for name, value in self.details.items()}
        return say(found.message).format(**details), say(remedy).format(**details)

    def line_of_text(self, lang: str) -> str:
        """The finding on one line, as a terminal shows it."""
        message, remedy = self.said(lang)
        kind = words.in_language(lang).gettext(_KINDS[self.severity])
        return f"{self.file}:{self.line}:{self.column}: {kind}: {message} {remedy}"

    def as_dict(self, lang: str) -> dict[str, Any]:
        """The finding as plain values for JSON."""
        message, remedy = self.said(lang)
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "message": message,
            "remedy": remedy,
        }


def _in(lang: str, value: object) -> object:
    """A detail in a language, where an author gave it in several."""
    if isinstance(value, Mapping):
        return value.get(lang) or next(iter(value.values()), "")
    return value


_KINDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "advice"}
_ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without repeats: errors first, then by file and place."""
    seen: dict[tuple[str, str, int, int, str], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.file, finding.line, finding.column, repr(sorted(finding.details.items(), key=str)))
        seen.setdefault(key, finding)
    return sorted(seen.values(), key=lambda one: (_ORDER[one.severity], one.file, one.line, one.column, one.code))


def near(word: object, known: Iterable[str]) -> str:
    """The known word that was most likely meant; empty if none comes close."""
    wanted = str(word).lower()
    by_lower = {one.lower(): one for one in known if abs(len(one) - len(str(word))) <= max(1, len(one) // 3)}
    found = get_close_matches(wanted, by_lower, n=1, cutoff=0.66)
    found += [one for one in by_lower if sorted(one) == sorted(wanted)]
    return by_lower[found[0]] if found else ""


def listed(known: Iterable[str], most: int = 12) -> str:
    """The known words for a remedy, shortened where there are many."""
    every = list(known)
    return ", ".join(every[:most]) + (" …" if len(every) > most else "")
