"""Two lists of words put side by side: runs of equal words, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

# (equal, a from, a to, b from, b to)
Block = tuple[bool, int, int, int, int]


def blocks(a: Sequence[str], b: Sequence[str]) -> Sequence[Block]:
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
