"""Breaking text into lines: nothing lost, nothing too wide, words broken where a reader would."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui import glyphs, hyphens
from game.ui.look import Look
from game.ui.wrap import wrap

pygame.font.init()
LOOK = Look((1920, 1080))

LETTERS = "aeioukmnprstvyäöåAKP -–/,.!?😀é漢жЖ\t\u200b\u00ad\u00a0"
texts = st.text(st.sampled_from(LETTERS + "\n"), max_size=80) | st.text(max_size=40)


@settings(max_examples=150, deadline=None)
@given(texts, st.integers(30, 600), st.sampled_from(["fi", "sv", "en"]))
def test_every_character_is_in_one_line(text: str, width: int, lang: str) -> None:
    lines = wrap(LOOK, text, "read", width, lang)
    shown = [text[start:end] for start, end in lines.spans]
    paragraphs = text.split("\n")
    assert "".join(shown) == "".join(paragraphs)
    assert len(lines.lines) == len(lines.spans) >= len(paragraphs)
    for (_, end), (start, _) in zip(lines.spans, lines.spans[1:], strict=False):
        assert start in (end, end + 1)


@settings(max_examples=150, deadline=None)
@given(texts, st.integers(30, 600))
def test_no_line_is_wider_than_its_room_unless_one_letter_is(text: str, width: int) -> None:
    lines = wrap(LOOK, text, "read", width)
    for line in lines.lines:
        assert glyphs.width(LOOK, line, "read") <= width or len(glyphs.clean(line).strip()) <= 2


def test_a_hundred_letters_without_a_space_are_broken_anyway() -> None:
    lines = wrap(LOOK, "x" * 100, "read", 200)
    assert len(lines.lines) > 1
    assert lines.width <= 200
    assert "".join(line.rstrip("-") for line in lines.lines) == "x" * 100


def test_lines_are_as_high_as_the_style_says() -> None:
    assert wrap(LOOK, "a\nb\n", "read", 300).height == pytest.approx(90)
    assert wrap(LOOK, "", "read", 300).height == pytest.approx(30)


@pytest.mark.parametrize(
    ("word", "lang", "first"),
    [
        ("kukkapenkkikilpailu", "fi", "kukkapenkki-"),
        ("vanhusneuvosto", "fi", "vanhus-"),
        ("päätösosallisuus", "fi", "päätös-"),
        ("Tieto-osallisuus", "fi", "Tieto-"),
        ("asiantuntijakierrokset", "fi", "asiantuntija-"),
        ("osallistumissuunnitelma", "fi", "osallistumis-"),
        ("delaktighetsplan", "sv", "delaktighets-"),
        ("invånarråd", "sv", "invånar-"),
        ("medborgarbudgetering", "sv", "medborgar-"),
    ],
)
def test_compounds_are_broken_at_their_joint(word: str, lang: str, first: str) -> None:
    room = glyphs.width(LOOK, word, "read") - 4
    assert wrap(LOOK, word, "read", room, lang).lines[0] == first


def test_a_word_that_fits_a_line_of_its_own_is_not_broken() -> None:
    lines = wrap(LOOK, "Penkkejä viidenkymmenen metrin välein", "read", 240, "fi").lines
    assert "viidenkymmenen" in " ".join(lines)
    assert not any(line.endswith("-") for line in lines)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("kukka", "kuk-ka"),
        ("asukas", "a-su-kas"),
        ("suunnitelma", "suun-ni-tel-ma"),
        ("yhteinen", "yh-tei-nen"),
        ("ratkaisu", "rat-kai-su"),
        ("idea", "i-de-a"),
        ("tapahtuma", "ta-pah-tu-ma"),
        ("kunnanvaltuusto", "kun-nan-val-tuus-to"),
    ],
)
def test_finnish_syllables_follow_the_rule(word: str, syllables: str) -> None:
    places = hyphens._finnish(word)
    parts = [word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True)]
    assert "-".join(parts) == syllables


def test_no_short_word_is_left_alone_on_the_last_line() -> None:
    for width in range(60, 500, 7):
        lines = wrap(LOOK, "Kysymme asukkailta, mitä he haluavat ja kuka on se", "read", width).lines
        alone = lines[-1] == "se" and len(lines) > 1
        assert not alone or " " not in lines[-2]


def test_first_lines_leave_room_for_what_is_beside_them() -> None:
    text = "Aluekävely lasten reittejä pitkin koulun jälkeen keväällä ja syksyllä"
    lines = wrap(LOOK, text, "read", 300, beside=(2, 60)).lines
    widths = [glyphs.width(LOOK, line, "read") for line in lines]
    assert max(widths[:2]) <= 240
    assert max(widths[2:]) <= 300


def test_control_characters_have_no_picture_and_tabs_are_spaces() -> None:
    assert wrap(LOOK, "a\x00b\x1b[31m\u202ec\td", "read", 500).lines == ("ab[31mc d",)


def test_characters_come_from_the_first_font_that_has_them() -> None:
    assert glyphs.runs("Hyvä") == [(0, "Hyvä")]
    assert glyphs.runs("мир") == [(1, "мир")]
    assert [face for face, _ in glyphs.runs("a😀b")] == [0, 2, 0]
    assert glyphs.runs("👩\u200d👧") == [(2, "👩\u200d👧")]


def test_a_character_no_font_has_is_named_in_brackets() -> None:
    assert glyphs.runs("\u2603" if 0x2603 not in _all() else "\u13a0")[0][1].startswith("[")
    assert glyphs.runs("漢") == [(0, "[U+6F22]")]


def _all() -> set[int]:
    return {code for face in range(3) for code in glyphs.coverage(glyphs.font_file(400, face=face))}


def test_the_coverage_has_the_languages_of_the_game_in_every_weight() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzåäöšžABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖŠŽ0123456789.,:;!?”’–%€+/()"
    for weight in (300, 400, 500, 600, 700):
        assert {ord(ch) for ch in letters} <= glyphs.coverage(glyphs.font_file(weight))
    assert 0 not in glyphs.coverage(glyphs.font_file(400))


def test_a_running_clock_stands_still() -> None:
    widths = {glyphs.width(LOOK, f"{m}.{s:02}", "timer") for m in range(1, 10) for s in range(60)}
    assert len(widths) == 1


def test_no_letter_is_smaller_than_the_floors() -> None:
    small = Look((1024, 576))
    assert glyphs.device_size(small, small.style("read")) >= 16
    assert glyphs.device_size(small, small.style("small")) >= 13


@pytest.mark.parametrize("factor", [1.0, 1.15, 1.3])
def test_the_text_factor_makes_type_larger(factor: float) -> None:
    look = Look((1920, 1080), text_factor=factor)
    assert glyphs.line_height(look, "read") == pytest.approx(30 * factor, abs=1)
