"""Documents that hold a given text in every place that can hold one, and texts that try to break out of them."""

from datetime import date

from hypothesis import strategies as st

from game.plan.document import (
    BarChart,
    Bullets,
    Cell,
    Column,
    Contents,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Heading,
    HeatMap,
    Inlines,
    Link,
    Missing,
    Moment,
    Note,
    PageBreak,
    Paragraph,
    Series,
    Strong,
    Table,
    Text,
    Timeline,
    numbered,
)

HOSTILE = (
    "=1+1",
    "@SUM(A1:A9)",
    "+cmd|' /C calc'!A0",
    "\t=1",
    "<script>alert(1)</script>",
    "</w:t></w:r><w:r>",
    "&amp;&lt;&#0;&nbsp;",
    "]]>",
    "{title}{content}{{ x }}${HOME}%s%(a)s",
    '#read("/etc/passwd")',
    "*strong* _em_ `code` **b** __c__ ~~d~~ ***",
    "# heading",
    "- list\n- list",
    "1. one\n2) two",
    "    code",
    "> quote",
    "---",
    "===\n---\n***",
    "| a | b |\n|---|---|\n| c | d |",
    "[link](javascript:alert(1)) ![picture](x) [ref]: http://x",
    "https://example.org www.example.org someone@example.org",
    "\\* \\\\ trailing\\",
    "line one\nline two\n\nline four",
    "\r\nwindows\rmac\u2028separator\u2029paragraph\x85next",
    "\u202eright to left\u202c \u2067isolated",
    "\u200fשלום\u200f العربية",
    "\x00\x01\x08\x0b\x1b[31m\x7f\x9f",
    "\ud800lone\udfff",
    "\ufeffbom\ufffe\uffff\ufdd0",
    "e\u0301 is é, a\u0308\u0308\u0308\u0308",
    "👩‍👩‍👧‍👦 🇫🇮 🏳️‍🌈",
    "".join(chr(plane + 0x0500) for plane in range(0, 0x110000, 0x10000)),
    "x" * 10_000,
    "ä" * 300 + " " + "sana" * 200,
    "\u00a0",
    "\u3000",
    "   ",
    "",
    "\u2800\u200b\u2060",
)

anything = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.text("*_`[]()<>#+-.!|~&\\{}$^:=1 \nax", max_size=30),
)
"""Any text, lone surrogates and controls included, and a good deal of markup."""


def filled_with(text: str, lang: str = "fi") -> Document:
    """A document of every kind of block and inline, with the text in every one of its places."""
    words: Inlines = (Text(text),)
    foreign: Inlines = (Text("Svar: "), Text(text, "sv"), Text("."))
    blocks = (
        Paragraph(words, "lead"),
        Contents(words),
        Heading(1, words, "one"),
        Paragraph((Strong(words), Text(" "), Emphasis((Strong(words),)), Text(" "), Missing(words))),
        Paragraph((Link(words, "one"), *foreign), "small"),
        Heading(2, words),
        Bullets((words, foreign)),
        Bullets((words, words), ordered=True),
        Definitions((Definition(words, (words, foreign)),)),
        Table("t", words, (Column(words), Column(words, 2, "number")), ((Cell(words), Cell(words, 1)),)),
        BarChart("b", words, Text(text), words, (words,), (Series(words, (3,), "works"), Series(words, (0,)))),
        PageBreak(),
        HeatMap("h", words, Text(text), words, (words,), (words, words), ((0, 7),)),
        Timeline("l", words, Text(text), (words, words, words), (Moment(words, words, words),)),
        Note("gap", words, (words, foreign)),
        Heading(1, words, "two", counted=False),
        Note("remark", words, ()),
        Table("last", words, (Column(words),), ((Cell(words),),)),
    )
    columns = (Column(words, 1, "number"), Column(words, 5, options=(Text(text),)), Column(words, 2, "date"))
    rows = ((Cell(words, 7), Cell(words), Cell(words, date(2027, 1, 15))), (Cell(()), Cell(foreign), Cell(words)))
    sheets = (Table("first", words, columns, rows), Table("second", words, columns, rows))
    return Document(Text(text), Text(text), Text(text), lang, date(2026, 11, 12), numbered(blocks), sheets)
