"""Two wordings word by word: what was trimmed, changed, put in or left out, with spans on both.

Words are compared as `spellings` levels them; the alignment keeps as many words as possible (the
longest common subsequence, by rapidfuzz's Indel opcodes). Not every change matters, see
`Change.matters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from tellings.model import Span
from tellings.text.normal import normal
from tellings.text.spellings import PLAIN, Spelling

ChangeKind = Literal[
    "punctuation", "spelling", "trimmed", "clarified", "inserted", "removed", "changed"
]
DiffKind = Literal["same"] | ChangeKind

# Abbreviations keep their dots, figures their separators, words their apostrophes.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[%$€£¥&]")
_Found = list[tuple[str, int, int]]
# (equal, a from, a to, b from, b to)
Block = tuple[bool, int, int, int, int]
_GAP = re.compile(r"…|\.\.\.|\. \. \.")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `left` and `right` are spans of the two wordings, None where one has nothing.

    punctuation, spelling: other signs, another form of the same word. trimmed: words at an edge, or
    where the other wording has an ellipsis, are not there. clarified: words in square brackets
    stand beside or in place of the speaker's. inserted, removed: words that only the right, only
    the left has. changed: other words.
    """

    kind: ChangeKind
    left: Span | None
    right: Span | None

    @property
    def matters(self) -> bool:
        """Whether a reader gets other words, not only fewer or the same in another dress."""
        return self.kind in ("inserted", "removed", "changed")


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span | None:
        if first == last:
            return None
        return Span(self.spans[first].start, self.spans[last - 1].end)

    def gap(self, i: int) -> tuple[int, int]:
        """Where the signs between word `i - 1` and word `i` stand; to the edge at the ends."""
        start = self.spans[i - 1].end if i else 0
        return start, self.spans[i].start if i < len(self.spans) else len(self.text)


def diff(a: str, b: str, spelling: Spelling = PLAIN) -> tuple[Change, ...]:
    """The changes that lead from wording `a` to wording `b`, in order; none where they are equal.

    Letter case, kinds of quotation mark and dash, and white space are never a change.
    """
    left, right = _sides(a, b, spelling)
    if left.keys > right.keys:  # one alignment of several: the same whichever wording comes first
        return tuple(_turned(change) for change in _changes(right, left))
    return tuple(_changes(left, right))


def kind(a: str, b: str, spelling: Spelling = PLAIN) -> DiffKind:
    """What `b` is to `a` in one word: its weightiest change; `same` where there is none."""
    kinds = {change.kind for change in diff(a, b, spelling)}
    if "changed" in kinds or {"inserted", "removed"} <= kinds:
        return "changed"
    order: tuple[ChangeKind, ...] = (
        "inserted",
        "removed",
        "clarified",
        "trimmed",
        "spelling",
        "punctuation",
    )
    return next((each for each in order if each in kinds), "same")


def _sides(a: str, b: str, spelling: Spelling) -> tuple[_Side, _Side]:
    """Both wordings as words to compare; `had not` is one where the other has `hadn't`."""
    ours, theirs = _found(a), _found(b)
    long_ours, long_theirs = (
        {form for word in side if " " in (form := spelling.compared(word[0]))}
        for side in (ours, theirs)
    )
    return _side(a, ours, long_theirs, spelling), _side(b, theirs, long_ours, spelling)


def _found(text: str) -> _Found:
    return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _side(text: str, found: _Found, long: Set[str], spelling: Spelling) -> _Side:
    keys: list[str] = []
    spans: list[Span] = []
    i = 0
    while i < len(found):
        word, start, end = found[i]
        pair = spelling.pair(word, found[i + 1][0], long) if i + 1 < len(found) else None
        keys.append(spelling.compared(word) if pair is None else pair)
        spans.append(Span(start, end if pair is None else found[i + 1][2]))
        i += 1 if pair is None else 2
    return _Side(text, tuple(keys), tuple(spans))


def _changes(left: _Side, right: _Side) -> Iterator[Change]:
    for equal, i, j, k, m in _blocks(left.keys, right.keys):
        if equal:
            yield from _dress(left, right, i, k, j - i)
        else:
            yield _change(left, right, i, j, k, m)


def _turned(change: Change) -> Change:
    kinds: dict[str, ChangeKind] = {"inserted": "removed", "removed": "inserted"}
    return Change(kinds.get(change.kind, change.kind), change.right, change.left)


def _blocks(a: Sequence[str], b: Sequence[str]) -> Sequence[Block]:
    """Equal and unequal blocks in turn, as few as the same number of equal words allows.

    Of the longest common subsequences the aligner gives any: a lone "the" that stands in front of
    words left out is moved behind them, where the rest of its clause is.
    """
    blocks = list(_aligned(a, b))
    while (closer := _slid(blocks, a, b)) is not None:
        blocks = closer
    return blocks


def _slid(blocks: list[Block], a: Sequence[str], b: Sequence[str]) -> list[Block] | None:
    """The blocks with one equal block moved over a gap to join the next; None where none can."""
    for at in range(len(blocks) - 2):
        _, i, j, k, m = blocks[at + 1]
        for step, here in ((1, at), (-1, at + 2)):
            equal, e, f, g, h = blocks[here]
            beyond = blocks[here - step] if 0 <= here - step < len(blocks) else None
            if not equal or blocks[at + 1][0] or (beyond is not None and beyond[0]):
                continue
            size = f - e
            if k == m and j - i >= size and _same(a, i, j, e, f, step):
                gap = (False, e, j - size, g, g) if step > 0 else (False, i + size, f, h, h)
                kept = (True, j - size, j, g, h) if step > 0 else (True, i, i + size, g, h)
            elif i == j and m - k >= size and _same(b, k, m, g, h, step):
                gap = (False, e, e, g, m - size) if step > 0 else (False, f, f, k + size, h)
                kept = (True, e, f, m - size, m) if step > 0 else (True, e, f, k, k + size)
            else:
                continue
            pair = [gap, kept] if step > 0 else [kept, gap]
            first = at if step > 0 else at + 1
            return _merged([*blocks[:first], *pair, *blocks[first + 2 :]])
    return None


def _same(words: Sequence[str], i: int, j: int, e: int, f: int, step: int) -> bool:
    """Whether the gap's far end has the words of the equal block `[e, f)`."""
    size = f - e
    far = words[j - size : j] if step > 0 else words[i : i + size]
    return list(far) == list(words[e:f])


def _merged(blocks: Sequence[Block]) -> list[Block]:
    merged: list[Block] = []
    for block in blocks:
        if merged and merged[-1][0] == block[0]:
            last = merged.pop()
            block = (block[0], last[1], block[2], last[3], block[4])
        merged.append(block)
    return merged


def _aligned(a: Sequence[str], b: Sequence[str]) -> Iterator[Block]:
    pending: list[int] | None = None
    for code in Indel.opcodes(a, b):
        if code.tag == "equal":
            if pending is not None:
                yield False, pending[0], pending[1], pending[2], pending[3]
                pending = None
            yield True, code.src_start, code.src_end, code.dest_start, code.dest_end
        elif pending is None:
            pending = [code.src_start, code.src_end, code.dest_start, code.dest_end]
        else:
            pending[1], pending[3] = code.src_end, code.dest_end
    if pending is not None:
        yield False, pending[0], pending[1], pending[2], pending[3]


def _change(left: _Side, right: _Side, i: int, j: int, k: int, m: int) -> Change:
    """The change from words `i` to `j` of the left to words `k` to `m` of the right."""
    ours, theirs = left.span(i, j), right.span(k, m)
    if _bracketed(left.text, ours) or _bracketed(right.text, theirs):
        return Change("clarified", ours, theirs)
    if ours is not None and theirs is not None:
        return Change("changed", ours, theirs)
    here, at = (right, k) if theirs is None else (left, i)
    start, end = here.gap(at)
    edge = at in (0, len(here.keys)) and here.keys
    if edge or _GAP.search(here.text, start, end):
        return Change("trimmed", ours, theirs)
    return Change("inserted" if ours is None else "removed", ours, theirs)


def _bracketed(text: str, span: Span | None) -> bool:
    """Whether the words at `span`, and no others, stand between one pair of square brackets."""
    if span is None:
        return False
    before, inside, behind = text[: span.start], span.of(text), text[span.end :]
    plain = "[" not in inside and "]" not in inside
    return plain and before.rstrip("\"'“‘ ").endswith("[") and behind.lstrip(".,\"'”’ ")[:1] == "]"


def _dress(left: _Side, right: _Side, i: int, k: int, count: int) -> Iterator[Change]:
    """Changes of spelling and punctuation inside a run of `count` equal words."""
    for n in range(count):
        ours, theirs = left.spans[i + n], right.spans[k + n]
        if n:
            yield from _signs(left, right, i + n, k + n)
        if _plain(ours.of(left.text)) != _plain(theirs.of(right.text)):
            yield Change("spelling", ours, theirs)


def _signs(left: _Side, right: _Side, i: int, k: int) -> Iterator[Change]:
    (a, b), (c, d) = left.gap(i), right.gap(k)
    if _plain(left.text[a:b]) != _plain(right.text[c:d]):
        yield Change("punctuation", Span(a, b) if a < b else None, Span(c, d) if c < d else None)


def _plain(text: str) -> str:
    return normal(text).text.strip()
