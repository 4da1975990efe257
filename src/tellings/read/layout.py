"""Which part each line of a text plays: headline, byline, credit, caption, furniture or prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from tellings.read import credits, dates, outlets
from tellings.read.blocks import Block, blocks
from tellings.read.captions import is_caption
from tellings.read.credits import Found
from tellings.read.furniture import is_furniture, is_link, is_list_label
from tellings.read.lexicons import plain, straight

Part = Literal["prose", "headline", "byline", "credit", "date", "caption", "link", "furniture"]

_HEAD, _FOOT = 8, 6  # how many lines from either end an article's own frame is looked for
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Words by|Reported by)\s*:?\s+(?P<name>[^\W\d_][\w.'-]*"
    r"(?:,? (?:(?:and|AND|de|van|von|bin|al|der|den|la|&) ?)*[^\W\d_a-z][\w.'-]*){1,9})"
    r"(?P<rest>(?:,| -| –| —| \||/| for | in ).{0,80})?"
)
_STAMP = re.compile(
    r"(?:(?:first |last |originally )?(?P<label>published|updated|posted|modified|date|created)"
    r"(?: (?:on|at))?\s?:?\s*)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^|•·]+")
_STOPPED = re.compile(r"(?<!\.\.)\.[\"']?$|[,:;]$")
# No letters, an agency's brackets first, a clock time, or a full stop between two sentences.
_UNTITLED = re.compile(r"^\W*\d*\W*$|^\(|\d:\d{2}\b|[a-z]{3}\. [A-Z]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|vs)\.$")


@dataclass(slots=True)
class Layout:
    """The blocks of a text and the part of each, with what its frame says."""

    blocks: tuple[Block, ...]
    parts: list[Part]
    title: Block | None = None
    byline: str | None = None
    credits: list[Found] = field(default_factory=list)
    stamps: list[tuple[str, dates.Day]] = field(default_factory=list)  # (label, day in the text)

    def of(self, *parts: Part) -> list[Block]:
        return [b for b, part in zip(self.blocks, self.parts, strict=True) if part in parts]


def layout(text: str, title: str | None = None) -> Layout:
    """Give each line its part. `title` is the title known from elsewhere, if any."""
    found = blocks(text)
    made = Layout(found, ["prose"] * len(found))
    _by_shape(made)
    _foreign(made)
    _headline(made, title)
    _frame(made)
    _linked_lists(made)
    _closing_scraps(made)
    _closing_headlines(made)
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
        if near and part != "headline" and _stamp(made, block):
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
        if part == "headline" or i in head:
            _stamp_within(made, block)


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


def _stamp(made: Layout, block: Block) -> bool:
    """A line that holds a date (with a label, a clock time, an agency) and nothing else."""
    line = straight(block.text)
    if len(line) > 140 or not re.search(r"\d", line):
        return False
    label, any_day = "", False
    for piece in _PIECE.finditer(line):
        words = piece.group()
        stamped = _STAMP.match(words.lstrip())
        body = words.lstrip()[stamped.end() :] if stamped else words
        inner = re.sub(r"\s*\([A-Z][A-Za-z ,/]{1,30}\)\s*$", "", body)
        day = dates.whole(inner) if re.search(r"\d", inner) else None
        label = stamped["label"].lower() if stamped else label
        if day and len(day.value) == 10:
            at = block.span.start + piece.start() + words.index(body)
            exact = dates.find(line, at - block.span.start)
            if exact:
                moved = dates.Day(exact.value, exact.why, *_moved(exact, block))
                made.stamps.append((label, moved))
                any_day = True
        elif body.strip() and not _quiet(body):
            del made.stamps[len(made.stamps) - any_day :]
            return False
    return any_day


def _quiet(words: str) -> bool:
    """A piece beside a date that cannot be prose: an agency, a clock time, a place, a name."""
    words = words.strip()
    clock = r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?"
    named = len(words.split()) <= 4 and words[:1].isupper() and not words.endswith(".")
    return bool(re.fullmatch(clock, words, re.IGNORECASE)) or named


def _stamp_within(made: Layout, block: Block) -> None:
    """ "… Updated: 2016-05-30 09:53 (Agencies)" behind a title; "MANILA, Aug 7, 2017 (…) -"."""
    line = straight(block.text)
    for match in re.finditer(r"\b(?:Updated|Published|Posted)(?: on| at)?:? (?=\S*\d|[A-Z])", line):
        day = dates.find(line, match.end())
        if day and day.start - match.end() <= 12 and block.text != line[day.start : day.end]:
            label = match.group().split()[0].strip(":").lower()
            moved = dates.Day(day.value, day.why, *_moved(day, block))
            if (label, moved) not in made.stamps and len(day.value) == 10:
                made.stamps.append((label, moved))
    lead = re.match(r"[A-Z][A-Z .,'/-]{2,40},? (?=[A-Z][a-z]{2})", line)
    day = dates.find(line, lead.end()) if lead else None
    if lead and day and day.start <= lead.end() + 1 and len(day.value) == 10:
        tail = line[day.end : day.end + 30]
        if re.match(r"\s*(?:\([^()]{2,25}\)\s*)?[-–—]", tail):
            made.stamps.append(("dateline", dates.Day(day.value, "", *_moved(day, block))))


def _moved(day: dates.Day, block: Block) -> tuple[int, int]:
    return block.span.start + day.start, block.span.start + day.end


def _linked_lists(made: Layout) -> None:
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


def _closing_scraps(made: Layout) -> None:
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


def _closing_headlines(made: Layout) -> None:
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
