"""Which part each line of a text plays: headline, byline, credit, caption, furniture or prose."""

from __future__ import annotations

import re

from tellings.read import credits, dates, outlets, stamps, teasers
from tellings.read.blocks import Block, blocks
from tellings.read.captions import is_caption
from tellings.read.furniture import is_furniture, is_link
from tellings.read.lexicons import plain
from tellings.read.parts import Layout

_HEAD, _FOOT = 8, 6  # how many lines from either end an article's own frame is looked for
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Words by|Reported by)\s*:?\s+(?P<name>[^\W\d_][\w.'-]*"
    r"(?:,? (?:(?:and|AND|de|van|von|bin|al|der|den|la|&) ?)*[^\W\d_a-z][\w.'-]*){1,9})"
    r"(?P<rest>(?:,| -| –| —| \||/| for | in ).{0,80})?"
)
_STOPPED = re.compile(r"(?<!\.\.)\.[\"']?$|[,:;]$")
# No letters, an agency's brackets first, a clock time, or a full stop between two sentences.
_UNTITLED = re.compile(r"^\W*\d*\W*$|^\(|\d:\d{2}\b|[a-z]{3}\. [A-Z]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|vs)\.$")


def layout(text: str, title: str | None = None) -> Layout:
    """Give each line its part. `title` is the title known from elsewhere, if any."""
    found = blocks(text)
    made = Layout(found, ["prose"] * len(found))
    _by_shape(made)
    _foreign(made)
    _headline(made, title)
    _frame(made)
    teasers.linked_lists(made)
    teasers.closing_scraps(made)
    teasers.closing_headlines(made)
    return made


def _by_shape(made: Layout) -> None:
    """What a line alone tells. A line can be a text's only one: then it is the article."""
    if len(made.blocks) < 2:
        return
    for i, block in enumerate(made.blocks):
        if is_caption(block, first=i == 0):
            made.parts[i] = "caption"
        elif is_link(block, first=_first(made, i)):
            made.parts[i] = "link"
        elif is_furniture(block):
            made.parts[i] = "furniture"


def _first(made: Layout, i: int) -> bool:
    return all(part == "furniture" for part in made.parts[:i])


def _foreign(made: Layout) -> None:
    """Short lines in another script, at the edges of a text in Latin letters."""
    if _latin("".join(block.text for block in made.blocks)) < 0.8:
        return
    last = len(made.blocks)
    for i, block in enumerate(made.blocks):
        edge = i < 4 or i >= last - 8
        if edge and made.parts[i] == "prose" and len(block.text) <= 80 and _latin(block.text) < 0.5:
            made.parts[i] = "furniture"


def _latin(text: str) -> float:
    """Share of the letters that lie in the Latin blocks; 1 where there is no letter."""
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) / len(letters) if letters else 1.0


def _headline(made: Layout, title: str | None) -> None:
    """The title's line: where the known title stands again, else the first that looks like one."""
    head = range(min(_HEAD, len(made.blocks)))
    if title:
        wanted = plain(title).casefold()
        same = [i for i in head if _same_title(made.blocks[i].plain.casefold(), wanted)]
        if same and len(made.blocks) > 1:
            _set_title(made, same[0])
        return
    first = next((i for i in head if made.parts[i] == "prose"), None)
    if first is not None and _looks_titled(made, first):
        _set_title(made, first)


def _same_title(line: str, wanted: str) -> bool:
    """Equal, or the known title goes on with the outlet's name, as in "Title | Outlet"."""
    return line == wanted or (
        len(line) >= 25 and bool(re.match(r"\s*(?:\||-|–|—|»|•)\s", wanted.removeprefix(line)))
    )


def _set_title(made: Layout, i: int) -> None:
    made.title = made.blocks[i]
    made.parts[i] = "headline"


def _looks_titled(made: Layout, i: int) -> bool:
    """A short line without a full stop, above prose that is longer and has one."""
    block = made.blocks[i]
    line = block.plain
    if _STOPPED.search(line) and not _ABBREVIATED.search(line):
        return False
    if not 2 <= block.words <= 30 or len(line) > 150 or _UNTITLED.search(line):
        return False
    if dates.whole(line) or _BYLINE.fullmatch(line) or outlets.address(line.split()[-1]):
        return False
    if credits.in_head(block)[0] or credits.in_line(block, edge=True, foot=False)[1]:
        return False
    below = [b for j, b in enumerate(made.blocks) if j > i and made.parts[j] == "prose"]
    return any(len(b.text) > (60 if b.ended else 200) for b in below[:4])


def _frame(made: Layout) -> None:
    """Bylines, dates and credits: at the head, at the foot, and thanks anywhere."""
    last = len(made.blocks)
    prose = [i for i, part in enumerate(made.parts) if part == "prose"]
    head = set(prose[:4])
    foot = prose[-1] if len(prose) > 1 else None
    for i, block in enumerate(made.blocks):
        part = made.parts[i]
        if part in ("caption", "link"):
            continue
        near = i < _HEAD or i >= last - _FOOT
        if near and part != "headline" and _stamped(made, i, prose):
            made.parts[i] = "date"
        if i in head and _byline(made, block):
            made.parts[i] = "byline"
        found, only = credits.in_head(block) if i in head or i < 3 else ([], False)
        if not found:
            edge = near and part != "headline" and last > 1
            found, only = credits.in_line(block, edge=edge, foot=i == foot)
        made.credits.extend(found)
        if only and made.parts[i] == "prose":
            made.parts[i] = "credit"
        if made.parts[i] in ("headline", "prose") and (part == "headline" or i in head):
            made.stamps.extend(stamps.within(block))


def _stamped(made: Layout, i: int, prose: list[int]) -> bool:
    """Whether the line is a date. A bare one counts above the first sentence or below the last."""
    found = stamps.of_line(made.blocks[i])
    sentences = [j for j in prose if made.blocks[j].ended and made.blocks[j].words > 6]
    inside = bool(sentences) and sentences[0] < i < sentences[-1]
    if not found or (inside and not all(stamp.label for stamp in found)):
        return False
    made.stamps.extend(found)
    return True


def _byline(made: Layout, block: Block) -> bool:
    match = _BYLINE.fullmatch(block.plain) if len(block.plain) <= 140 else None
    if not match:
        return False
    made.byline = made.byline or ", ".join(_people(match["name"]))
    return True


def _people(names: str) -> list[str]:
    """The names of a byline without the agency or outlet behind the last comma."""
    items = [name.strip() for name in names.split(",")]
    while len(items) > 1 and (credits.is_agency(items[-1]) or outlets.by_name(items[-1])):
        items.pop()
    return items
