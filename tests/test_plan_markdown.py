"""Markdown: what people wrote comes out literally, whatever it looks like."""

import re

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.plan import markdown
from game.plan.clean import clean
from tests.plan_documents import HOSTILE, anything, filled_with

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

KINDS = {
    "heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "list_item_open", "blockquote_open",
    "table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open", "inline",
}  # fmt: skip
INLINE_KINDS = {"text", "strong_open", "em_open", "link_open", "softbreak", "hardbreak", "html_inline", "text_special"}


def _words(token: Token) -> str:
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") or child.content == "<br>" else child.content
        for child in token.children or ()
        if child.type != "html_inline" or child.content == "<br>"
    )


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@settings(max_examples=150)
@given(anything)
@example("a\\")
@example("*\n*")
@example("1\n.")
def test_text_comes_out_literally(text: str) -> None:
    plain = READER.parse(markdown.render(filled_with("plain")).decode())
    tokens = READER.parse(markdown.render(filled_with(text)).decode())
    expected = _on_one_line(clean(text))
    if expected:
        assert [token.type for token in tokens] == [token.type for token in plain]
        assert [token.tag for token in tokens] == [token.tag for token in plain]
    assert {token.type for token in tokens if token.nesting >= 0} <= KINDS
    for token in tokens:
        for child in token.children or ():
            assert child.nesting < 0 or child.type in INLINE_KINDS
            if child.type == "html_inline":
                assert re.fullmatch(r'<br>|<a id="\w+">|</a>', child.content)
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith("#")
    lines = [_on_one_line(_words(token)) for token in tokens if token.type == "inline"]
    assert len([line for line in lines if expected in line]) >= 38 or not expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stops_nothing(text: str) -> None:
    markdown.render(filled_with(text)).decode()


def test_gaps_tables_and_contents_are_readable_as_they_stand() -> None:
    written = markdown.render(filled_with("Puisto")).decode()
    assert "# Puisto\n" in written
    assert "- [1 Puisto](#one)" in written
    assert '## <a id="one"></a>1 Puisto' in written
    assert "### 1.1 Puisto" in written
    assert "| Puisto | Puisto |\n| --- | ---: |\n| Puisto | Puisto |" in written
    assert "> **Puisto**\n>\n> Puisto" in written
    assert "1. Puisto\n2. Puisto" in written
