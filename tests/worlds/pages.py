"""Sentences with what they plant, and pages that know where each piece came to stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from random import Random

from tests.worlds import vocabulary as words
from tests.worlds.truth import QuoteForm, Span

_WORD = re.compile(r"\w+")
RUN = 8


@dataclass(frozen=True, slots=True)
class QuotePlant:
    statement: str
    form: QuoteForm
    speaker: str
    true_speaker: str


@dataclass(frozen=True, slots=True)
class DatePlant:
    happening: str
    value: str
    true: str


@dataclass(frozen=True, slots=True)
class NumberPlant:
    quantity: str
    value: int
    about: bool
    true: int


Plant = QuotePlant | DatePlant | NumberPlant


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `plant` is what it tells, None for nothing."""

    text: str
    plant: Plant | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces in order, and the facts that the whole sentence tells."""

    pieces: tuple[Piece, ...]
    facts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


Paragraph = tuple[Sentence, ...]


def plain(text: str, *facts: str) -> Sentence:
    return Sentence((Piece(text),), facts)


@dataclass(slots=True)
class Page:
    """A text that grows by paragraphs and remembers where each plant stands."""

    joint: str = "\n\n"
    text: str = ""
    plants: list[tuple[Plant, Span, bool]] = field(default_factory=list)
    facts: list[tuple[str, Span, bool]] = field(default_factory=list)

    def add(self, paragraph: Paragraph, copied: bool = False) -> Span:
        """Appends a paragraph; returns where it stands."""
        if self.text:
            self.text += self.joint
        start = len(self.text)
        for n, sentence in enumerate(paragraph):
            if n:
                self.text += " "
            first = len(self.text)
            for piece in sentence.pieces:
                at = len(self.text)
                self.text += piece.text
                if piece.plant is not None:
                    self.plants.append((piece.plant, (at, len(self.text)), copied))
            self.facts.extend((fact, (first, len(self.text)), copied) for fact in sentence.facts)
        return start, len(self.text)


class Fresh:
    """Makes sure that no two sentences share 8 words in a row unless they were meant to."""

    def __init__(self, on: bool = True) -> None:
        self._on = on
        self._seen: set[tuple[str, ...]] = set()

    def take(self, text: str) -> bool:
        """Whether `text` has no run of 8 words that was there before; keeps its runs if so."""
        if not self._on:
            return True
        found = [word.lower() for word in _WORD.findall(text)]
        runs = {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}
        if runs & self._seen:
            return False
        self._seen |= runs
        return True


def edited(random: Random, paragraph: Paragraph, share: float = 0.1) -> Paragraph:
    """About `share` of the words outside plants changed, dropped or with one put before them."""
    return tuple(
        replace(
            sentence,
            pieces=tuple(
                piece if piece.plant is not None else Piece(_edited(random, piece.text, share))
                for piece in sentence.pieces
            ),
        )
        for sentence in paragraph
    )


def _edited(random: Random, text: str, share: float) -> str:
    parts = re.split(r"(\s+)", text)
    for n, part in enumerate(parts):
        if not part.isalpha() or not part.islower() or random.random() >= share:
            continue
        chance = random.random()
        if chance < 0.7:
            parts[n] = random.choice(words.ADJECTIVES if chance < 0.35 else words.NOUNS)
        elif chance < 0.85:
            parts[n] = f"{random.choice(words.ADVERBS)} {part}"
        elif n + 1 < len(parts) and parts[n + 1].isspace():
            parts[n] = parts[n + 1] = ""
    return "".join(parts)
