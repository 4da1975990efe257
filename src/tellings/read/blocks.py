"""A text as its blocks: the stretches that line breaks set apart, each with its span."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.model import Span
from tellings.read.lexicons import plain

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
# A sentence's end, whatever quotation mark or bracket closes behind it.
_ENDED = re.compile(r"[.!?…:;,][\"')\]»]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A line without its outer white space: where it stands, as found, and with straight marks."""

    span: Span
    text: str
    plain: str

    @property
    def ended(self) -> bool:
        """Whether it closes as prose does: with an end mark, even behind a closing quote."""
        return bool(_ENDED.search(self.plain))

    @property
    def words(self) -> int:
        return len(self.plain.split())


def blocks(text: str) -> tuple[Block, ...]:
    """All lines of `text` that hold more than white space, in order."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            found.append(Block(Span(start, start + len(words)), words, plain(words)))
    return tuple(found)
