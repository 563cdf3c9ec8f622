"""YAML in: one pass over PyYAML's C events gives the values of a file and the place of every key and entry.

Plain PyYAML would read `no` as false and `12:30` as 750, keep the last of two equal keys, and follow aliases that grow
without bound. Here a file means what it looks like: the words of YAML 1.2, every key once, nothing hidden.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.content.findings import Finding

MOST_BYTES = 2_000_000
MOST_DEPTH = 24

Path = tuple[str | int, ...]
"""The way to a value in a document: keys of mappings and numbers of list entries."""


class Spot(NamedTuple):
    """A line and a column, both counted from 1. Columns count characters."""

    line: int
    column: int


START = Spot(1, 1)


class Document:
    """What one file says. `value` is made of dict, list, str, int, float, bool and None; keys are always text."""

    __slots__ = ("_keys", "_values", "file", "text", "value")

    def __init__(self, file: str, text: str, value: Any, keys: Mapping[int, Any], values: Mapping[int, Any]) -> None:
        self.file = file
        self.text = text
        self.value = value
        self._keys = keys
        self._values = values

    def at(self, path: Path, *, key: bool = False) -> Spot:
        """Where the value at `path` begins, or its key. A path that leads nowhere gives the last place on the way."""
        here: Any = self.value
        marks: Any = None
        for step in path:
            if isinstance(here, dict) and step in here:
                marks = self._keys[id(here)][step], self._values[id(here)][step]
            elif isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
                mark = self._values[id(here)][step]
                marks = mark, mark
            else:
                break
            here = here[step]
        if marks is None:
            return START
        mark = marks[0 if key else 1]
        return Spot(mark.line + 1, mark.column + 1)

    def find(self, path: Path) -> Any:
        """The value at `path`; None if the path leads nowhere."""
        here: Any = self.value
        for step in path:
            if not leads(here, step):
                return None
            here = here[step]
        return here


def leads(here: Any, step: str | int) -> bool:
    """Whether a value of a document has something at this key or number."""
    if isinstance(here, list):
        return isinstance(step, int) and 0 <= step < len(here)
    return isinstance(here, dict) and step in here


def read(file: str, data: bytes) -> tuple[Document | None, list[Finding]]:
    """The document in `data`, and what is wrong with it as YAML. No document: nothing could be made of it.

    `file` is the name that findings show. Never raises for anything in `data`.
    """
    if len(data) > MOST_BYTES:
        return None, [_finding("file-too-large", file, START, size=len(data) // 1000, most=MOST_BYTES // 1000)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_bad_bytes(file, data, error.start)]
    if not text.strip():
        return None, [_finding("file-empty", file, START)]
    findings: list[Finding] = []
    try:
        document = _build(file, text, findings)
    except yaml.YAMLError as error:
        return None, [*findings, _syntax(file, text, error)]
    except _Stop as stop:
        return None, [*findings, stop.finding]
    if document.value is None:
        return None, [*findings, _finding("file-empty", file, START)]
    return document, findings


class _Stop(Exception):
    """Reading cannot go on past this finding."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def _finding(code: str, file: str, spot: Spot, **details: object) -> Finding:
    return Finding(code, file, spot.line, spot.column, details)


_NUMBER = re.compile(r"[-+]?[0-9]+\Z")
_FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: Mapping[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_MAY_BE_NUMBER = frozenset("-+.0123456789")
_MOST_DIGITS = 15


def _plain(text: str) -> Any:
    """What a scalar without quotes means in YAML 1.2: a number, true, false, nothing, or else its text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _MAY_BE_NUMBER and len(text) <= _MOST_DIGITS:
        if _NUMBER.match(text):
            return int(text)
        if _FRACTION.match(text):
            return float(text)
    return text


def _build(file: str, text: str, findings: list[Finding]) -> Document:
    """The document; adds what can be said without stopping, raises YAMLError or _Stop where reading ends."""
    get_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
    root: list[Any] = []
    keys: dict[int, Any] = {}
    values: dict[int, Any] = {}
    # `here` is the container being filled: a list, or a dict with `key` waiting for its value (None: a key comes next).
    here: Any = root
    key: str | None = None
    here_keys: Any = None
    here_values: Any = []
    stack: list[Any] = []
    documents = 0
    while True:
        event = get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                raise _Stop(_unwanted(file, event))
            value = event.value
            if here_keys is None:
                here.append(value if event.style else _plain(value))
                here_values.append(event.start_mark)
            elif key is None:
                key = value
                if key in here:
                    findings.append(_duplicate(file, key, event.start_mark, here_keys[key]))
                here_keys[key] = event.start_mark
            else:
                here[key] = value if event.style else _plain(value)
                here_values[key] = event.start_mark
                key = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                raise _Stop(_unwanted(file, event))
            mark = event.start_mark
            if here_keys is not None and key is None:
                raise _Stop(_finding("key-not-text", file, _spot(mark)))
            if len(stack) >= MOST_DEPTH:
                raise _Stop(_finding("too-deep", file, _spot(mark), most=MOST_DEPTH))
            inner: Any = {} if kind is MappingStartEvent else []
            if here_keys is None:
                here.append(inner)
                here_values.append(mark)
            else:
                here[key] = inner
                here_values[key] = mark
                key = None
            stack.append((here, here_keys, here_values))
            here = inner
            if kind is MappingStartEvent:
                keys[id(inner)] = here_keys = {}
                values[id(inner)] = here_values = {}
            else:
                here_keys = None
                values[id(inner)] = here_values = []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, here_keys, here_values = stack.pop()
        elif kind is AliasEvent:
            raise _Stop(_finding("alias", file, _spot(event.start_mark), name=event.anchor))
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _Stop(_finding("two-documents", file, _spot(event.start_mark)))
        elif kind is StreamEndEvent:
            return Document(file, text, root[0] if root else None, keys, values)


def _spot(mark: Any) -> Spot:
    return Spot(mark.line + 1, mark.column + 1)


def _unwanted(file: str, event: Any) -> Finding:
    """The finding for an anchor (`&name`) or a tag (`!name`)."""
    if event.anchor is not None:
        return _finding("anchor", file, _spot(event.start_mark), name=event.anchor)
    return _finding("tag", file, _spot(event.start_mark), name=event.tag)


def _duplicate(file: str, key: str, again: Any, first: Any) -> Finding:
    return _finding("duplicate-key", file, _spot(again), key=key, first=first.line + 1, first_column=first.column + 1)


def _bad_bytes(file: str, data: bytes, start: int) -> Finding:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _finding("not-utf-8", file, START)
    before = data[:start].decode("utf-8-sig")
    return _finding("not-utf-8", file, _place(before, len(before)))


def _place(text: str, index: int) -> Spot:
    """The line and column of a letter."""
    line_start = text.rfind("\n", 0, index) + 1
    return Spot(text.count("\n", 0, index) + 1, index - line_start + 1)


# From here on: what a syntax error of the C parser most likely means to somebody who has never seen YAML.

_NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:- )?[a-z][a-z0-9-]*:[^\s:]")
_COLON_IN_TEXT = re.compile(r"""\s*(?:- )*[\w-]+:\s+[^\s"'|>\[{].*:(?:\s|$)""")
_COLON_IN_FLOW = re.compile(r"""[{,]\s*[\w-]+:\s+[^\s"'\[{,][^,"'}]*:\s""")
_CLOSERS = {"[": "]", "{": "}"}


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Finding:
    """The finding that says in a beginner's words why the parser stopped."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _unreadable(file, text)
    context = getattr(error, "context_mark", None)
    problem = getattr(error, "problem", "") or ""
    what = getattr(error, "context", "") or ""
    lines = text.splitlines() or [""]
    spot = _spot(mark)
    if "quoted scalar" in what:
        return _finding("quote-open", file, _spot(context or mark))
    for number in dict.fromkeys((spot.line, *([context.line + 1] if context else ()), spot.line - 1)):
        if not 1 <= number <= len(lines):
            continue
        found = _trap(file, lines[number - 1], number)
        if found is not None:
            return found
    if "flow" in what and context is not None:
        start = _opener(text, context.index)
        if start is not None:
            bracket = text[start]
            return _finding("bracket-open", file, _place(text, start), bracket=bracket, closer=_CLOSERS[bracket])
    if "cannot start any token" in problem:
        here = lines[spot.line - 1] if spot.line <= len(lines) else ""
        letter = here[spot.column - 1 : spot.column]
        if letter == "\t":
            return _finding("tab", file, spot)
        return _finding("start-character", file, spot, letter=letter or "?")
    if "mapping values are not allowed" in problem:
        here = lines[spot.line - 1] if spot.line <= len(lines) else ""
        return _finding("indentation", file, Spot(spot.line, len(here) - len(here.lstrip()) + 1))
    if "block" in what or "did not find expected key" in problem or "expected ':'" in problem:
        return _finding("indentation", file, spot)
    return _finding("syntax", file, spot)


def _trap(file: str, line: str, number: int) -> Finding | None:
    """The beginner's trap that this line has fallen into, if any."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return _finding("tab", file, Spot(number, indent.index("\t") + 1))
    if _NO_SPACE_AFTER_DASH.match(line) and not line.lstrip().startswith("---"):
        return _finding("dash-space", file, Spot(number, len(indent) + 1))
    flow = _COLON_IN_FLOW.search(line)
    if flow or _COLON_IN_TEXT.match(line):
        column = (flow.end() - 1) if flow else line.rindex(":") + 1
        return _finding("colon-in-text", file, Spot(number, column))
    if _NO_SPACE_AFTER_COLON.match(line):
        return _finding("colon-space", file, Spot(number, line.index(":") + 1))
    return None


def _opener(text: str, index: int) -> int | None:
    """Where the bracket stands that is open at a place; None if there is none."""
    closed = 0
    for place in range(min(index, len(text) - 1), -1, -1):
        if text[place] in "]}":
            closed += 1
        elif text[place] in "[{":
            if not closed:
                return place
            closed -= 1
    return None


_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _unreadable(file: str, text: str) -> Finding:
    """A character that no YAML file may hold, such as a control character pasted from elsewhere."""
    found = _UNREADABLE.search(text)
    if found is None:
        return _finding("syntax", file, START)
    return _finding("control-character", file, _place(text, found.start()), number=f"U+{ord(found.group()):04X}")
