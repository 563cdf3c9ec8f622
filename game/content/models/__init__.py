"""The shapes of the files that authors write: one model for each kind of file. What they mean is built in `building`.

Names in the files are the names here with hyphens (`short-title`). Unknown names are refused, so that a slip of the
finger is found. References to other files are checked later, in `checking`.
"""

from game.content.models.base import TEXTS, Bounds, Code, Given, Id, Shape, Texts, is_id
from game.content.models.board import BoardFile, LayoutEntry
from game.content.models.decks import Card, CardField, DeckFile, FieldType, Label, LabelsFile, Never
from game.content.models.plan import PlanFieldEntry, PlanFile
from game.content.models.rules import (
    STEP_SHAPES,
    BriefEntry,
    BudgetEntry,
    ChooseEntry,
    CommitEntry,
    DealEntry,
    DrawEntry,
    Draws,
    FieldEntry,
    GroupEntry,
    LimitsEntry,
    Meaning,
    OptionEntry,
    Pinned,
    PlaceEntry,
    QuestionEntry,
    ReflectEntry,
    RulesFile,
    StepEntry,
    VoteEntry,
    WriteEntry,
)

FILE_KINDS: dict[str, type[Shape]] = {
    "deck": DeckFile,
    "labels": LabelsFile,
    "game": RulesFile,
    "board": BoardFile,
    "plan": PlanFile,
}
"""The first key of a file says what it is."""

__all__ = [
    "FILE_KINDS", "STEP_SHAPES", "TEXTS", "BoardFile", "Bounds", "BriefEntry", "BudgetEntry", "Card",
    "CardField", "ChooseEntry", "Code", "CommitEntry", "DealEntry", "DeckFile", "DrawEntry", "Draws",
    "FieldEntry", "FieldType", "Given", "GroupEntry", "Id", "Label", "LabelsFile", "LayoutEntry",
    "LimitsEntry", "Meaning", "Never", "OptionEntry", "Pinned", "PlaceEntry", "PlanFieldEntry", "PlanFile",
    "QuestionEntry", "ReflectEntry", "RulesFile", "Shape", "StepEntry", "Texts", "VoteEntry", "WriteEntry",
    "is_id",
]  # fmt: skip
