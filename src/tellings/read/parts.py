"""The part that each line of a text plays, as a value that the rules fill in turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tellings.read.blocks import Block
from tellings.read.credits import Found
from tellings.read.stamps import Stamp

Part = Literal["prose", "headline", "byline", "credit", "date", "caption", "link", "furniture"]


@dataclass(slots=True)
class Layout:
    """The blocks of a text and the part of each, with what its frame says."""

    blocks: tuple[Block, ...]
    parts: list[Part]
    title: Block | None = None
    byline: str | None = None
    credits: list[Found] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)

    def of(self, *parts: Part) -> list[Block]:
        return [b for b, part in zip(self.blocks, self.parts, strict=True) if part in parts]
