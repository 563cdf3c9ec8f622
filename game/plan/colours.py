"""The colours of a plan, the same in every format that has any: what stands for what, and what can be read on it."""

from game.plan.document import Tone

INK, PAPER, GAP, FAINT = "1A1A1A", "FFFFFF", "FBE8BC", "6B6B6B"

TONES: dict[Tone, str] = {
    "plain": "1C4A5A",
    "works": "14705D",
    "needs-work": "C8351F",
    "support": "14705D",
    "live-with": "A8861D",
    "no": "C8351F",
    "unsure": "54458F",
}

HEAT = (PAPER, "D6E2E1", "A9C3C6", "6F98A1", "3A6B7B", "1C4A5A")


def heat_of(count: int, greatest: int) -> tuple[str, str]:
    """The fill of a cell of a heat map and the colour of the figure in it: the more, the deeper."""
    fill = HEAT[-(-count * (len(HEAT) - 1) // max(1, greatest))]
    return fill, readable_on(fill) if count else FAINT


def readable_on(fill: str) -> str:
    """Black or white, whichever stands out more."""
    on_ink, on_paper = luminance(fill) + 0.05, 1.05
    return INK if on_ink / (luminance(INK) + 0.05) >= on_paper / on_ink else PAPER


def luminance(colour: str) -> float:
    """How light a colour is, 0 to 1, as WCAG counts it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
