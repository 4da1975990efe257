"""What falls: one line of the record that its stored bytes do not bear out."""

from __future__ import annotations

from dataclasses import dataclass

# Marks that are no line of their own in an export are named by what they are.
LINE = {
    "sentences": "sentence",
    "parties": "party",
    "expressions": "time expression",
    "events": "event mention",
}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`kind` is the export's file the line stands in (or what the mark is), `id` the line's id.

    `why` is a sentence. Stored words appear in it escaped: article text is hostile.
    """

    kind: str
    id: str
    why: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.why}"


def shown(words: object) -> str:
    """Words as Python would write them, control characters escaped, cut after 60 characters."""
    held = ascii(words)
    return held if len(held) <= 60 else held[:57] + "..."
