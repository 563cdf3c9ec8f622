"""Font files: which of them has a character, how wide a text is and the picture of one line.

pygame has no chain of fallback fonts and does not tell of a missing glyph, so the fonts' own character
maps are asked. A character none of them has is shown as its name in square brackets rather than as an
empty box.
"""

import unicodedata
from functools import cache
from pathlib import Path

import pygame

from game import where
from game.fonts import coverage
from game.ui.look import Look, Style

_WEIGHTS = {300: "300Light", 400: "400Regular", 500: "500Medium", 600: "600SemiBold", 700: "700Bold"}
_JOINER = "\u200d"
_IGNORED = {_JOINER, "\ufe0e", "\ufe0f"}
_SMALLEST_GROUP = 24
_LONGEST_NAME = 24


def font_file(weight: int, italic: bool = False, face: int = 0) -> Path:
    """The file of a face: 0 is the game's own, 1 and 2 are asked when it lacks a character."""
    if face == 1:
        return where.assets("fonts", "noto-sans", f"NotoSans_{'700Bold' if weight >= 600 else '400Regular'}.ttf")
    if face == 2:
        return where.assets("fonts", "noto-emoji", "NotoEmoji_400Regular.ttf")
    name = "400Regular_Italic" if italic else _WEIGHTS[min(_WEIGHTS, key=lambda known: abs(known - weight))]
    return where.assets("fonts", "atkinson-hyperlegible-next", f"AtkinsonHyperlegibleNext_{name}.ttf")


def clean(text: str) -> str:
    """The text without characters that have no picture: control and format characters, lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(ch for ch in text.replace("\t", " ") if drawn(ch))


def drawn(ch: str) -> bool:
    """Whether a character takes part in the picture of a line."""
    return ch in _IGNORED or unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _clusters(text: str) -> list[str]:
    """Letters with the marks that sit on them, and emoji joined into one."""
    found: list[str] = []
    for ch in text:
        joined = found and (ch in _IGNORED or unicodedata.combining(ch) or found[-1].endswith(_JOINER))
        if joined or (found and 0x1F3FB <= ord(ch) <= 0x1F3FF):
            found[-1] += ch
        else:
            found.append(ch)
    return found


@cache
def _face_of(cluster: str) -> int | None:
    wanted = {ord(ch) for ch in cluster if ch not in _IGNORED}
    for face in range(3):
        if wanted <= coverage(font_file(400, face=face)):
            return face
    return None


def runs(text: str) -> list[tuple[int, str]]:
    """The text in pieces of one face each, in order. Unknown characters have become their names in
    brackets.
    """
    own = coverage(font_file(400))
    if all(ord(ch) in own for ch in text):
        return [(0, text)] if text else []
    found: list[tuple[int, str]] = []
    for cluster in _clusters(clean(text)):
        face = _face_of(cluster)
        if face != 2:  # only the emoji face knows what to do with joiners and variation selectors
            cluster = "".join(ch for ch in cluster if ch not in _IGNORED)
        if not cluster:
            continue
        if face is None:
            face, cluster = 0, f"[{_name(cluster[0])}]"
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + cluster)
        else:
            found.append((face, cluster))
    return found


def _name(ch: str) -> str:
    """What a character is called, or its number where the name is long, as of an ideograph."""
    name = unicodedata.name(ch, "")
    return name.lower() if 0 < len(name) <= _LONGEST_NAME else f"U+{ord(ch):04X}"


def device_size(look: Look, style: Style) -> int:
    """The size of a style's letters in device pixels: never under 16 for what the group reads, 13 for the
    rest.
    """
    floors = look.tokens["scaling"]["floors_device_px"]
    floor = floors["group_text"] if style.size >= _SMALLEST_GROUP else floors["secondary_text"]
    return max(int(floor), round(style.size * look.scale * look.text_factor))


def device_line(look: Look, style: Style) -> int:
    """The height of a line of this style in device pixels."""
    return round(style.line / style.size * max(device_size(look, style), style.size * look.scale * look.text_factor))


def line_height(look: Look, style: str | Style) -> float:
    """The height of a line of this style in logical pixels."""
    return device_line(look, look.style(style)) / look.scale


def font(look: Look, style: str | Style, face: int = 0) -> pygame.font.Font:
    """The font of a style at the device's size."""
    style = look.style(style)
    return font_of(look, style.weight, device_size(look, style), style.italic, face)


def font_of(look: Look, weight: int, size: int, italic: bool = False, face: int = 0) -> pygame.font.Font:
    """A font by its size in device pixels."""
    return look.kept(
        ("font", weight, size, italic, face),
        lambda: pygame.font.Font(str(font_file(weight, italic, face)), size),
    )


def device_width(look: Look, text: str, style: Style) -> int:
    """The width of one line of text in device pixels."""
    return look.kept(("width", text, style), lambda: _device_width(look, text, style))


def _device_width(look: Look, text: str, style: Style) -> int:
    if style.tabular:
        return sum(advance for _, advance, _ in _tabular(look, text, style))
    total = sum(font(look, style, face).size(part)[0] for face, part in runs(text))
    return total + round(len(text) * style.tracking * look.scale)


def width(look: Look, text: str, style: str | Style) -> float:
    """The width of one line of text in logical pixels."""
    return device_width(look, text, look.style(style)) / look.scale


def line(look: Look, text: str, style: str | Style, role: str | pygame.Color = "ink") -> pygame.Surface:
    """The picture of one line, as high as the style's line, its letters on the style's base line."""
    style, colour = look.style(style), look.colour(role)
    return look.kept(("line", text, style, tuple(colour)), lambda: _line(look, text, style, colour))


def base(look: Look, style: str | Style) -> int:
    """Where the letters stand in a line of this style: device pixels from the line's top."""
    style = look.style(style)
    own = font(look, style)
    return round((device_line(look, style) + own.get_ascent() + own.get_descent()) / 2)


def _line(look: Look, text: str, style: Style, colour: pygame.Color) -> pygame.Surface:
    room = round(style.size * look.scale * 0.12)  # letters such as j reach a little past their advance
    picture = pygame.Surface(
        (device_width(look, text, style) + room, max(1, device_line(look, style))), pygame.SRCALPHA
    )
    foot = base(look, style)
    x = 0
    pieces = (
        _tabular(look, text, style)
        if style.tabular
        else [
            (face, font(look, style, face).size(part)[0], part)
            for face, run in runs(text)
            for part in (run if style.tracking else (run,))
        ]
    )
    for face, advance, part in pieces:
        own = font(look, style, face)
        ink = own.render(part, True, colour)
        shift = (advance - own.size(part)[0]) // 2 if style.tabular else 0
        picture.blit(ink, (x + shift, foot - own.get_ascent()))
        x += advance + round(style.tracking * look.scale)
    return picture


def _tabular(look: Look, text: str, style: Style) -> list[tuple[int, int, str]]:
    """Each character with its advance; all digits have the widest digit's, so that a running clock stands
    still.
    """
    digit = max(font(look, style).size(d)[0] for d in "0123456789")
    return [
        (face, digit if ch.isdigit() else font(look, style, face).size(ch)[0], ch)
        for face, run in runs(text)
        for ch in run
    ]
