"""Raw text into windows, tokenised as the reader will do it, with marks as labels of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import spacy
from spacy.language import Language

from models.en.window import MOST_PIECES, Window, piece_count
from tellings.annotate.en.pieces import Pieces

Mark = tuple[int, int, str]
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where each stands, whether a space or a paragraph's end is behind it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    spaces: tuple[bool, ...]
    paragraphs: tuple[bool, ...]

    def end(self, i: int) -> int:
        return self.starts[i] + len(self.words[i])


@cache
def _tokenizer() -> Language:
    return spacy.blank("en")


def words_of(text: str) -> Words:
    """The tokens of a text that are not white space."""
    words, starts, spaces, paragraphs = [], [], [], []
    fresh = True
    for token in _tokenizer().make_doc(text):
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        words.append(token.text)
        starts.append(token.idx)
        spaces.append(bool(token.whitespace_))
        paragraphs.append(fresh)
        fresh = False
    return Words(tuple(words), tuple(starts), tuple(spaces), tuple(paragraphs))


def bio(found: Words, marks: Sequence[Mark]) -> list[str]:
    """BIO tags of the words, from marks `(start, end, kind)` in code points."""
    tags = ["O"] * len(found.words)
    for start, end, kind in marks:
        inside = [i for i, s in enumerate(found.starts) if s < end and found.end(i) > start]
        for n, i in enumerate(inside):
            tags[i] = f"I-{kind}" if n else f"B-{kind}"
    return tags


def windowed(
    found: Words, labels: Mapping[str, Sequence[Any]], cut: Pieces, most: int = MOST_PIECES - 8
) -> Iterator[Window]:
    """Windows over a text, cut at paragraphs where one fits, with word-wise labels."""
    sizes = [piece_count((w,), cut) + 1 for w in found.words]
    first = 0
    while first < len(sizes):
        last, total, cut_at = first, 0, None
        while last < len(sizes) and total + sizes[last] <= most:
            if last > first and found.paragraphs[last]:
                cut_at = last
            total += sizes[last]
            last += 1
        if last < len(sizes) and cut_at and total > most // 2:
            last = cut_at
        last = max(last, first + 1)
        marks = (True, *found.paragraphs[first + 1 : last])
        kept = {name: tuple(row[first:last]) for name, row in labels.items()}
        yield Window(found.words[first:last], found.spaces[first:last], marks, kept)
        first = last


def joined(some: Sequence[Any], rng: Any) -> tuple[str, list[Mark]]:
    """Marked sentences as one text, now and then a paragraph each, with their marks moved along."""
    text, marks = "", []
    for one in some:
        if text:
            text += "\n" if rng.random() < 0.3 else " "
        marks += [(a + len(text), b + len(text), kind) for a, b, kind in one.marks]
        text += one.text
    return text, marks
