"""Text as the fonts of a PDF can show it: PDF/UA refuses a file with a single character that no font has."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from game import where
from game.fonts import coverage

FACES = (
    ("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext_400Regular.ttf"),
    ("noto-sans", "NotoSans_400Regular.ttf"),
    ("noto-emoji", "NotoEmoji_400Regular.ttf"),
)
"""The faces of the template, asked for a character one after the other; each has the same ones in all its weights."""

_EMOJI = FACES[-1]
_JOINER = "\u200d"
_SELECTORS = {_JOINER, "\ufe0e", "\ufe0f"}
"""What only the face of emoji knows how to show."""

_SKINS = range(0x1F3FB, 0x1F400)

_ENDLESS = re.compile(r"\S{31,}")
"""A word that would run off the page, since no language knows where to break it."""

_MAY_BREAK = "\u200b"


def printable(text: str) -> str:
    """The text with the name of each character that no font has, in brackets, and breaks allowed in endless words.

    Letters in the composed form (NFC) with "\\n" as the only control, as documents hold them.
    """
    if not _letters().issuperset(text):
        text = "".join(map(_shown, _clusters(text)))
    return _ENDLESS.sub(lambda word: _MAY_BREAK.join(re.findall(".{1,8}", word[0])), text)


def _clusters(text: str) -> Iterator[str]:
    """Letters with the marks that sit on them, and emoji joined into one. What has no look of its own is left out."""
    cluster = ""
    for character in text:
        kind = unicodedata.category(character)
        if character in _SELECTORS or kind.startswith("M") or ord(character) in _SKINS or cluster.endswith(_JOINER):
            cluster += character
        elif kind != "Cf":
            yield cluster
            cluster = character
    yield cluster


def _shown(cluster: str) -> str:
    bare = "".join(character for character in cluster if character not in _SELECTORS)
    for face in FACES:
        if _characters(face).issuperset(bare):
            return cluster if face == _EMOJI else bare
    return "".join(character if _is_letter(character) else _name(character) for character in bare)


def _is_letter(character: str) -> bool:
    """Whether a character can stand by itself in one of the faces."""
    marks = unicodedata.category(character).startswith("M")
    return not marks and any(character in _characters(face) for face in FACES)


def _name(character: str) -> str:
    if character.isspace():
        return " "
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"


@cache
def _letters() -> frozenset[str]:
    """What can be shown as it comes: most text is made of nothing else."""
    own = _characters(FACES[0])
    return frozenset(character for character in own if unicodedata.category(character)[0] not in "MC") | {"\n"}


@cache
def _characters(face: tuple[str, str]) -> frozenset[str]:
    """The characters of a face, without those that mean something else in every font."""
    own = map(chr, coverage(where.assets("fonts", *face)))
    return frozenset(character for character in own if unicodedata.category(character) != "Co") | {"\n"}
