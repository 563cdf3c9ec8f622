"""Pieces of WordprocessingML: elements, and text as runs."""

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from game.plan.document import Emphasis, Inlines, Link, Missing, Strong, Text

_STYLES = {Strong: "Strong", Emphasis: "Emphasis", Missing: "Missing", Link: "Hyperlink"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def locale(lang: str) -> str:
    """The language as Word names it."""
    return {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}.get(lang, lang)


def element(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """`w:tag` with `w:` attributes and the children that are not None."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def paragraph(style: str, content: Iterable[Element], *properties: Element | None) -> Element:
    """A paragraph in a style (by its id); the properties stand in the order that the schema wants."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def run(text: str, *properties: Element | None) -> Element:
    """One run of text; a line break in it breaks the line."""
    made = element("r", element("rPr", *properties))
    for at, line in enumerate(text.split("\n")):
        if at:
            made.append(element("br"))
        written = element("t")
        written.text = line
        written.set(_SPACE, "preserve")
        made.append(written)
    return made


def runs(inlines: Inlines, *outer: str) -> Iterator[Element]:
    """The inlines as runs in character styles. `outer` are the styles around them, of which the last is worn."""
    for inline in inlines:
        match inline:
            case Text():
                yield run(
                    inline.text,
                    element("rStyle", val=outer[-1]) if outer else None,
                    # A run wears one style only, so the weight of the others is set beside it.
                    element("b") if "Strong" in outer[:-1] else None,
                    element("i") if "Emphasis" in outer[:-1] else None,
                    element("lang", val=locale(inline.lang)) if inline.lang else None,
                )
            case Link():
                content = runs(inline.inlines, *outer, _STYLES[Link])
                yield element("hyperlink", *content, anchor=bookmark(inline.to))
            case _:
                yield from runs(inline.inlines, *outer, _STYLES[type(inline)])


def bookmark(anchor: str) -> str:
    """A name for a place that Word accepts: it begins with a letter and has no more than 40 characters."""
    return "p_" + anchor.replace("-", "_")[:38]
