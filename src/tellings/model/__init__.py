"""Values only: frozen, slotted, typed; no reading, no writing, no third-party import."""

from tellings.model.articles import Article, Credit, Input, Outlet, Published, Rejected
from tellings.model.findings import About, Finding, Side
from tellings.model.groups import (
    Actor,
    ActorRole,
    Copy,
    Event,
    EventTelling,
    Origin,
    Place,
    Statement,
    Story,
    Tie,
    Wording,
)
from tellings.model.ids import bytes_hash, digest, text_hash
from tellings.model.marks import (
    EventMention,
    Expression,
    Marks,
    Name,
    Party,
    Quantity,
    Quote,
    Role,
    Sentence,
    Time,
)
from tellings.model.record import Groups, Record
from tellings.model.spans import Cite, Span, cite

__all__ = [
    "About",
    "Actor",
    "ActorRole",
    "Article",
    "Cite",
    "Copy",
    "Credit",
    "Event",
    "EventMention",
    "EventTelling",
    "Expression",
    "Finding",
    "Groups",
    "Input",
    "Marks",
    "Name",
    "Origin",
    "Outlet",
    "Party",
    "Place",
    "Published",
    "Quantity",
    "Quote",
    "Record",
    "Rejected",
    "Role",
    "Sentence",
    "Side",
    "Span",
    "Statement",
    "Story",
    "Tie",
    "Time",
    "Wording",
    "bytes_hash",
    "cite",
    "digest",
    "text_hash",
]
