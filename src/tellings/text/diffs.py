"""Two wordings word by word: what was trimmed, changed, put in or left out, with spans on both.

Words are compared as `spellings` levels them; the alignment keeps as many words as possible (the
longest common subsequence, see `alignment`). Not every change matters, see
`Change.matters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from tellings.model import Span
from tellings.text.alignment import Block, blocks
from tellings.text.normal import normal
from tellings.text.spellings import PLAIN, Spelling

ChangeKind = Literal[
    "punctuation", "spelling", "trimmed", "clarified", "inserted", "removed", "changed"
]
DiffKind = Literal["same"] | ChangeKind

# Abbreviations keep their dots, figures their separators, words their apostrophes.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?|[^\W_]+(?:['’][^\W_]+)*"
    r"|[%$€£¥&]"
)
_Found = list[tuple[str, int, int]]
_GAP = re.compile(r"…|\.\.\.|\. \. \.")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `left` and `right` are spans of the two wordings, None where one has nothing.

    punctuation, spelling: other signs, another form of the same word. trimmed: words at an edge, or
    where the other wording has an ellipsis, are not there. clarified: words in brackets
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
class Worded:
    """A wording's `text`, its words as they are compared, and where each stands."""

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

    def holds_gap(self, i: int, j: int) -> bool:
        """Whether words are left out, and marked so, among or next to words `i` to `j`."""
        return bool(_GAP.search(self.text, self.gap(i)[0], self.gap(j)[1]))


def diff(a: str, b: str, spelling: Spelling = PLAIN) -> tuple[Change, ...]:
    """The changes that lead from wording `a` to wording `b`, in order; none where they are equal.

    Letter case, kinds of quotation mark and dash, and white space are never a change.
    """
    left, right = pair(a, b, spelling)
    if left.keys > right.keys:  # one alignment of several: the same whichever wording comes first
        return tuple(_turned(change) for change in _changes(right, left, spelling))
    return tuple(_changes(left, right, spelling))


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


def pair(a: str, b: str, spelling: Spelling) -> tuple[Worded, Worded]:
    """Both wordings as words to compare; `had not` is one where the other has `hadn't`."""
    ours, theirs = _found(a), _found(b)
    long_ours, long_theirs = (
        {form for word in side if " " in (form := spelling.compared(word[0]))}
        for side in (ours, theirs)
    )
    return _side(a, ours, long_theirs, spelling), _side(b, theirs, long_ours, spelling)


def _found(text: str) -> _Found:
    return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _side(text: str, found: _Found, long: Set[str], spelling: Spelling) -> Worded:
    keys: list[str] = []
    spans: list[Span] = []
    i = 0
    while i < len(found):
        word, start, end = found[i]
        pair = spelling.pair(word, found[i + 1][0], long) if i + 1 < len(found) else None
        keys.append(spelling.compared(word) if pair is None else pair)
        spans.append(Span(start, end if pair is None else found[i + 1][2]))
        i += 1 if pair is None else 2
    return Worded(text, tuple(keys), tuple(spans))


def _changes(left: Worded, right: Worded, spelling: Spelling) -> Iterator[Change]:
    for block in blocks(left.keys, right.keys):
        if block[0]:
            yield from _dress(left, right, block[1], block[3], block[2] - block[1])
        else:
            yield change(left, right, block, spelling)


def _turned(change: Change) -> Change:
    kinds: dict[str, ChangeKind] = {"inserted": "removed", "removed": "inserted"}
    return Change(kinds.get(change.kind, change.kind), change.right, change.left)


def change(left: Worded, right: Worded, block: Block, spelling: Spelling = PLAIN) -> Change:
    """What an unequal block of an alignment of two wordings is."""
    _, i, j, k, m = block
    ours, theirs = left.span(i, j), right.span(k, m)
    if _bracketed(left.text, ours) or _bracketed(right.text, theirs):
        return Change("clarified", ours, theirs)
    if ours is not None and theirs is not None:
        if _one_word(ours.of(left.text), theirs.of(right.text), spelling):
            return Change("spelling", ours, theirs)
        # Where words were left out on one side, the other's may have stood there.
        cut = left.holds_gap(i, j) or right.holds_gap(k, m)
        return Change("trimmed" if cut else "changed", ours, theirs)
    here, place = (right, k) if theirs is None else (left, i)
    start, end = here.gap(place)
    edge = place in (0, len(here.keys)) and here.keys
    if edge or _GAP.search(here.text, start, end):
        return Change("trimmed", ours, theirs)
    return Change("inserted" if ours is None else "removed", ours, theirs)


def _one_word(ours: str, theirs: str, spelling: Spelling) -> bool:
    """Whether two runs are the same but for a space, a hyphen or a contraction."""
    return not spelling.full(ours).isdisjoint(spelling.full(theirs))


def _bracketed(text: str, span: Span | None) -> bool:
    """Whether the words at `span`, and no others, stand between one pair of brackets."""
    if span is None:
        return False
    before, inside, behind = text[: span.start], span.of(text), text[span.end :]
    plain = not any(sign in inside for sign in "[]()")
    opened = before.rstrip("\"'“‘ ")[-1:]
    closed = behind.lstrip(".,\"'”’ ")[:1]
    return plain and opened + closed in ("[]", "()")


def _dress(left: Worded, right: Worded, i: int, k: int, count: int) -> Iterator[Change]:
    """Changes of spelling and punctuation inside a run of `count` equal words."""
    for n in range(count):
        ours, theirs = left.spans[i + n], right.spans[k + n]
        if n:
            yield from _signs(left, right, i + n, k + n)
        if _plain(ours.of(left.text)) != _plain(theirs.of(right.text)):
            yield Change("spelling", ours, theirs)


def _signs(left: Worded, right: Worded, i: int, k: int) -> Iterator[Change]:
    (a, b), (c, d) = left.gap(i), right.gap(k)
    if _plain(left.text[a:b]) != _plain(right.text[c:d]):
        yield Change("punctuation", Span(a, b) if a < b else None, Span(c, d) if c < d else None)


def _plain(text: str) -> str:
    return normal(text).text.strip()
