"""Pieces of OpenDocument text: elements, and text as spans."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from game.plan.document import Emphasis, Inline, Inlines, Link, Missing, Strong, Text

NATIONS = {"fi": "FI", "sv": "FI", "en": "GB"}
"""Whose spelling is meant by a language."""

_STYLES: dict[type[Inline], str] = {Strong: "Strong_20_Emphasis", Emphasis: "Emphasis", Missing: "Missing"}

# Spaces that a reader of XML would drop: all but one between words, and those at either end of an element.
_SPACES = re.compile("^ +| +$| {2,}", re.MULTILINE)


def element(tag: str, children: str | Iterable[str] = "", **attributes: str | int) -> str:
    """`tag` with its children, which are markup already. In attributes `text_style_name` means `text:style-name`."""
    names = ((name.replace("_", ":", 1).replace("_", "-"), value) for name, value in attributes.items())
    told = "".join(f" {name}={quoteattr(str(value))}" for name, value in names)
    inside = children if isinstance(children, str) else "".join(children)
    return f"<{tag}{told}>{inside}</{tag}>" if inside else f"<{tag}{told}/>"


def paragraph(style: str, inside: str) -> str:
    """A paragraph in a style."""
    return element("text:p", inside, text_style_name=style)


def spaced(text: str) -> str:
    """The text with every space and line break in it kept."""
    kept = _SPACES.sub(lambda found: element("text:s", text_c=len(found[0])), escape(text))
    return kept.replace("\n", "<text:line-break/>")


def content(inlines: Inlines) -> str:
    """The inlines as spans in character styles."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            text = spaced(inline.text)
            return element("text:span", text, text_style_name=f"in-{inline.lang}") if inline.lang else text
        case Link():
            goal = {"xlink_type": "simple", "xlink_href": f"#{inline.to}"}
            return element("text:a", content(inline.inlines), **goal, text_style_name="Internet_20_link")
        case _:
            return element("text:span", content(inline.inlines), text_style_name=_STYLES[type(inline)])


def languages(langs: Iterable[str]) -> str:
    """The styles of words in these languages."""
    return "".join(
        element(
            "style:style",
            element("style:text-properties", fo_language=lang, fo_country=NATIONS.get(lang, "none")),
            style_name=f"in-{lang}",
            style_family="text",
        )
        for lang in langs
    )
