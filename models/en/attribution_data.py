"""PolNeAR (Newell et al., LREC 2018): attributions in brat standoff, as words.

`data/polnear/{train,dev}/{text,attributions}`: a text, and for it one or more annotators' files
(NAME_annotator.ann). From https://github.com/networkdynamics/PolNeAR.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy

Span = tuple[int, int]

ROLES = ("source", "content", "cue")
_LINE = re.compile(r"[TEAR#*]\d*\t")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as sorted character spans; `source` may be empty."""

    source: tuple[Span, ...]
    content: tuple[Span, ...]
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article and what each of its annotators marked, by file name."""

    id: str
    text: str
    versions: tuple[tuple[Attributed, ...], ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A text as words: their spans, is a space behind, does a paragraph start at it."""

    spans: tuple[Span, ...]
    spaces: tuple[bool, ...]
    paragraphs: tuple[bool, ...]


def articles(data: Path, part: str) -> list[Annotated]:
    """The articles of part "train" or "dev", by name."""
    root = data / "polnear" / part
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((root / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    return [
        # Bytes: offsets count a carriage return.
        Annotated(p.stem, p.read_bytes().decode("utf-8"), _versions(files[p.stem]))
        for p in sorted((root / "text").glob("*.txt"))
    ]


def _versions(paths: Iterable[Path]) -> tuple[tuple[Attributed, ...], ...]:
    return tuple(tuple(standoff(p.read_bytes().decode("utf-8"))) for p in paths)


def standoff(raw: str) -> list[Attributed]:
    """The attributions of one brat file. Text of a T line may hold line breaks; it is not used."""
    spans: dict[str, tuple[Span, ...]] = {}
    relations: list[str] = []
    for line in raw.split("\n"):
        if not _LINE.match(line):
            continue
        key, rest = line.split("\t", 1)
        if key[0] == "T":
            _, places = rest.split("\t", 1)[0].split(" ", 1)
            ends = (place.split() for place in places.split(";"))
            spans[key] = tuple(sorted((int(start), int(end)) for start, end in ends))
        elif key[0] == "E":
            relations.append(rest)
    return [found for r in relations if (found := _attributed(r, spans)).content]


def _attributed(relation: str, spans: dict[str, tuple[Span, ...]]) -> Attributed:
    held: dict[str, set[Span]] = {role: set() for role in ROLES}
    for argument in relation.split():
        name, key = argument.split(":")
        # A second argument of one kind is numbered: Content2.
        role = name.rstrip("0123456789").lower()
        if role in held:
            held[role] |= set(spans.get(key, ()))
    return Attributed(*(tuple(sorted(held[role])) for role in ROLES))


@cache
def _cutter() -> spacy.Language:
    return spacy.blank("en")


def worded(text: str) -> Worded:
    """The words of spaCy's English tokenizer, white space left out."""
    spans: list[Span] = []
    spaces: list[bool] = []
    paragraphs: list[bool] = []
    fresh = True
    for token in _cutter()(text):
        if token.is_space:
            fresh = fresh or "\n" in token.text
            if spaces:
                spaces[-1] = True
            continue
        spans.append((token.idx, token.idx + len(token)))
        spaces.append(bool(token.whitespace_))
        paragraphs.append(fresh)
        fresh = False
    return Worded(tuple(spans), tuple(spaces), tuple(paragraphs))


def words_in(spans: Iterable[Span], words: Worded) -> tuple[int, ...]:
    """Which words overlap any of the spans."""
    held: set[int] = set()
    for start, end in spans:
        i = max(0, bisect_right(words.spans, (start, start)) - 1)
        while i < len(words.spans) and words.spans[i][0] < end:
            if words.spans[i][1] > start:
                held.add(i)
            i += 1
    return tuple(sorted(held))


def cue_shares(told: Iterable[tuple[Sequence[str], Sequence[Sequence[int]]]]) -> dict[str, float]:
    """How often each lower-cased word stands in a cue, of how often it stands at all.

    From (words of an article, the words of each of its cues). One seen rarely counts as less sure.
    """
    seen: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    for words, cues in told:
        seen.update(w.lower() for w in words)
        cued.update(words[i].lower() for cue in cues for i in cue)
    return {word: (cued[word] + 0.02) / (n + 1) for word, n in seen.items()}


def anchor(cue: Sequence[int], words: Sequence[str], shares: dict[str, float]) -> int:
    """The word of a cue that stands for it: the likeliest cue word, the first of equals."""
    return max(cue, key=lambda i: (shares.get(words[i].lower(), 0.02), -i))


def sentences(words: Sequence[str], paragraphs: Sequence[bool]) -> list[tuple[int, int]]:
    """A rough cut `[first, last)` for packing windows: paragraphs, and full stops within them."""
    cuts = [0]
    for i in range(1, len(words)):
        ended = words[i - 1] in ".?!" or (words[i - 1] in "”\"’'" and words[i - 2][-1] in ".?!,")
        if paragraphs[i] or (ended and words[i] not in "”\"’'"):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], len(words)], strict=True))
