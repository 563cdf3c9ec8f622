"""The plan as JSON, for programs: the document as it is, every block and every word of it.

What may stand where is told by the schema in `assets/templates/json`, which is written beside each plan.
"""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import get_args

from game import where
from game.plan.document import Block, Document, Inline

SCHEMA = "urn:osallisuuspeli:plan:1"
"""The name of the schema; another number when a plan no longer fits the one before."""

_KINDS = (*get_args(Block), *get_args(Inline))
_NAMED = {kind: re.sub("(?<!^)([A-Z])", r"-\1", kind.__name__).lower() for kind in _KINDS}
"""What the kinds of block and inline are called: where there is a choice, `type` says which it is."""


def render(document: Document) -> bytes:
    """The document in UTF-8. What is not there (None) is left out."""
    whole = {"$schema": SCHEMA, **{field.name: tree(getattr(document, field.name)) for field in fields(document)}}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def schema() -> bytes:
    """The JSON Schema that every rendered document fits."""
    return where.assets("templates", "json", "plan.schema.json").read_bytes()


def tree(node: object) -> object:
    """The document, or any part of it, in the values that JSON has."""
    match node:
        case tuple():
            return [tree(part) for part in node]
        case date():
            return node.isoformat()
        case str() | int():
            return node
    assert is_dataclass(node)
    named = {"type": _NAMED[type(node)]} if type(node) in _NAMED else {}
    parts = ((field.name, getattr(node, field.name)) for field in fields(node))
    return named | {name: tree(part) for name, part in parts if part is not None}
