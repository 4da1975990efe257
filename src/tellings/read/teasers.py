"""Headlines that lead elsewhere, told from the lines around them."""

from __future__ import annotations

from tellings.read.blocks import Block
from tellings.read.furniture import is_list_label
from tellings.read.parts import Layout


def linked_lists(made: Layout) -> None:
    """Headlines under a label such as "Read more:", and the one right under a labelled link."""
    last = len(made.blocks)
    for i, block in enumerate(made.blocks):
        if made.parts[i] == "link" and i + 1 < last and _is_linked(made, i + 1):
            made.parts[i + 1] = "link"
        if made.parts[i] not in ("furniture", "link") or not is_list_label(block):
            continue
        rest = range(i + 1, last)
        closing = block.plain.endswith(":") and _all_headlines(made, i + 1)
        for j in rest:
            if made.parts[j] != "prose" or not (closing or _is_linked(made, j)):
                break
            made.parts[j] = "link"


def _all_headlines(made: Layout, i: int) -> bool:
    """Whether nothing but headlines follows: all short, and half or more without an end mark."""
    rest = [b for j, b in enumerate(made.blocks) if j >= i and made.parts[j] == "prose"]
    short = all(block.words <= 20 and len(block.text) <= 120 for block in rest)
    return short and sum(not block.ended for block in rest) * 2 >= len(rest)


def _is_linked(made: Layout, i: int) -> bool:
    """A headline's shape: five to eighteen words, no end mark, no quotation around it."""
    block = made.blocks[i]
    shape = 5 <= block.words <= 18 and not block.ended and len(block.text) <= 130
    return made.parts[i] == "prose" and shape and block.plain[0] not in "\"'"


def closing_scraps(made: Layout) -> None:
    """Behind the last furniture at a text's foot: names of channels, linked headlines."""
    i = len(made.blocks) - 1
    while i > 0 and made.parts[i] == "prose":
        block = made.blocks[i]
        if block.words > 18 or (block.ended and not block.plain.endswith("?")):
            return
        i -= 1
    if i <= 0 or made.parts[i] != "furniture":
        return
    if any(part == "prose" for part in made.parts[:i]):
        for j in range(i + 1, len(made.blocks)):
            made.parts[j] = "furniture"


def closing_headlines(made: Layout) -> None:
    """A long run of headlines at a text's foot, as a page's teasers leave it.

    Eight lines or more: lyrics and lists of names at the foot of 306 saved pages had at most five,
    runs of teasers ten to forty. Lists of names are full of commas, headlines are not.
    """
    last = len(made.blocks)
    while last and made.parts[last - 1] != "prose":
        last -= 1
    first = last
    while first and made.parts[first - 1] == "prose" and _is_teaser(made.blocks[first - 1]):
        first -= 1
    run = made.blocks[first:last]
    if first == 0 or len(run) < 8 or sum("," in block.plain for block in run) * 4 > len(run):
        return
    made.parts[first:last] = ["link"] * len(run)


def _is_teaser(block: Block) -> bool:
    return 4 <= block.words <= 18 and (not block.ended or block.plain.endswith("?"))
