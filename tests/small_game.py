"""A small game with all nine step kinds, for tests of the rules: few cards, so that every corner comes up often."""

from game.engine.definition import (
    About,
    Brief,
    Budget,
    Card,
    Choose,
    Commit,
    Deal,
    Deck,
    Draw,
    Field,
    Game,
    Group,
    Limits,
    Place,
    Question,
    Range,
    Reflect,
    Round,
    Space,
    Vote,
    Write,
)

KINDS = ("info", "plan", "act")
ANYTHING = frozenset({"token", "card", "note"})


def _deck(deck: str, count: int) -> Deck:
    return Deck(
        deck,
        tuple(Card(f"{deck}-{n}", deck, {"kind": KINDS[n % 3], "cost": 1 + n % 3}) for n in range(count)),
    )


GAME = Game(
    id="small",
    decks={name: _deck(name, count) for name, count in (
        ("talk", 3), ("targets", 4), ("groups", 5), ("methods", 16), ("challenges", 4), ("resources", 2)
    )},
    spaces=(
        *(Space(f"{kind}.{level}", ANYTHING) for kind in KINDS for level in ("low", "high")),
        Space("target", frozenset({"target"})),
        Space("narrow", frozenset({"token", "card"}), room=2),
    ),
    steps=(
        Brief(id="welcome", decks=("talk",), rounds=(Round(turns="round", draws=(Draw("talk", 1),)),)),
        Choose(
            id="target", decks=("targets",), makes="target", settle=Range(1, 1), limits=Limits(seat=Range(0, 1)),
            fields=(Field("question", "text", "core"), Field("when", "date"), Field("who")),
        ),
        Place(
            id="now", tokens={"works": 1, "needs-work": 2}, rounds=(Round(turns="round", laps=3),), makes="",
        ),
        Choose(
            id="people", decks=("groups",), makes="group", tags=("seldom-heard",),
            limits=Limits(seat=Range(0, 2), table=Range(0, 6)),
        ),
        Deal(
            id="methods", decks=("methods",), makes="method", keep=Range(1, 2), blanks=1,
            rounds=(Round(turns="round", draws=(Draw("methods", 3, "seat", "kind"),)),),
        ),
        Write(
            id="ideas", makes="idea", kinds=("doubt",), secret=True, about=(About("methods"),),
            limits=Limits(seat=Range(0, 4)),
            rounds=(
                Round("own", "silent"),
                Round("challenge", "round", draws=(Draw("challenges", 1),)),
                Round("resource", "together", draws=(Draw("resources", 1),)),
            ),
        ),
        Group(
            id="sort", makes="theme", about=(About("ideas"),), limits=Limits(table=Range(0, 4)),
            item_fields=(Field("cost", "number"),),
        ),
        Vote(
            id="choose", about=(About("sort"),), otherwise=(About("ideas"),), secret=True, anonymous=True,
            kinds=("question",), rounds=(Round(turns="silent"),), budget=Budget("cost", 5), settle=Range(0, 3),
        ),
        Commit(
            id="measures", makes="measure", about=(About("choose", ("chosen",)),),
            item_fields=(
                Field("what", "text", "core"), Field("with", "cards", options=("groups",), many=True),
                Field("when", "when"), Field("who", "seat"), Field("sure", "yes-no"),
                Field("size", "one-of", options=("s", "l")),
                Field("count", "number"), Field("from", "year"), Field("ties", "items", many=True),
            ),
        ),
        Reflect(
            id="close", makes="word", limits=Limits(seat=Range(0, 1)), rounds=(Round(turns="round"),),
            fields=(Field("review", "date", "core"),), questions=(Question("heard", ("yes", "no")), Question("change")),
        ),
    ),
    plan_fields=(Field("f-title", "line", "core"),),
)  # fmt: skip

OTHER = Game(
    id="other",
    decks={name: _deck(name, count) for name, count in (("stories", 7), ("positions", 4), ("rules", 3))},
    spaces=(Space("left", frozenset({"token", "note"}), room=3), Space("right", frozenset({"token", "card"}), room=4)),
    steps=(
        Choose(
            id="rules", decks=("rules",), makes="rule", secret=True, rounds=(Round(turns="silent"),),
            settle=Range(0, 2), budget=Budget("cost", 3), kinds=("wish",),
        ),
        Deal(
            id="stories", decks=("stories",), makes="story", swap=False, onto_board=False, keep=Range(0, 1), blanks=2,
            rounds=(Round("first", "together", draws=(Draw("stories", 2, "seat"),)), Round("more", "round", laps=2)),
        ),
        Choose(
            id="key", about=(About("stories"),), makes="key", limits=Limits(table=Range(0, 3)), tags=("odd", "even"),
            rounds=(Round(turns="round"),),
        ),
        Write(
            id="notes", makes="note", about=(About("key", ("odd",)), About("stories")), secret=True,
            limits=Limits(Range(0, 2), Range(0, 7)), rounds=(Round("one", "silent"), Round("two", "silent")),
            item_fields=(Field("weight", "number"), Field("by", "seat")),
        ),
        Group(id="piles", makes="pile", about=(About("notes"),), tags=("top",)),
        Vote(
            id="positions", decks=("positions",), makes="position", settle=Range(0, 2), rounds=(Round(turns="round"),)
        ),
        Vote(
            id="dots", about=(About("piles"),), otherwise=(About("notes"),), ballot="dots", scale=("1", "2", "3"),
            dots=4, secret=True, rounds=(Round(turns="silent"),), settle=Range(0, 1), budget=Budget("cost", 2),
        ),
        Vote(id="order", about=(About("positions", ("not-chosen",)),), ballot="rank", scale=("1", "2", "3", "4")),
        Place(id="doubts", tokens={"here": 3}, rounds=(Round("a", "silent"), Round("b", "together")), kinds=("doubt",)),
        Commit(
            id="deeds", makes="deed", about=(About("dots", ("chosen",)), About("positions", ("chosen",))),
            item_fields=(Field("who", "contact"), Field("on", "date", "core")), limits=Limits(table=Range(0, 5)),
        ),
    ),
    seats=Range(1, 6),
)  # fmt: skip
"""What the first game leaves out: secret picks, little room, votes on cards, dots, ranks, steps about several."""
