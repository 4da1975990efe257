"""Lines that describe a picture. They help to date an article, and credit a photographer only."""

from __future__ import annotations

import re
from functools import cache

from tellings.read.blocks import Block
from tellings.read.lexicons import any_of, lexicon

# Longest caption by its end alone, and by its beginning: agencies' run to 900 characters when they
# repeat the day's news behind "FILE -" (306 saved pages).
_LONGEST, _LONGEST_MARKED = 600, 1200
_TAIL = 240  # no credit at a caption's end is longer; searching all of a line costs twice the time
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin)){0,4}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Beginnings, endings, words inside, and the shapes that picture credits have."""
    captions = lexicon("captions")
    agencies = [
        form
        for entry in lexicon("agencies")["agency"]
        if entry["name"] != "news agencies"
        for form in [*entry["forms"], *entry.get("tight", [])]
    ]
    names = sorted({*captions["agencies"], *agencies}, key=lambda name: (-len(name), name))
    agency = "(?:" + "|".join(map(re.escape, names)) + ")"
    ends = [
        *captions["ends"],
        # "[File: A. Name/AFP]", "(A. Name/B. Name/AP)", "(A. Name, AP)" at the end of a line
        rf"[(\[][^()\[\]]{{0,80}}(?:/|, ){agency}(?:[,/ ][^()\[\]]{{0,40}})?[)\]]\.?",
        rf"{_NAME} ?/ ?(?:{_NAME} ?/ ?)?{agency}(?: Images)?(?:, [\w ]{{2,20}})?",
        r"\([A-Z][^()/]{1,60} / [A-Z][^()/]{1,60}\)",
        # "A. Name/Some Outlet" alone on its line
        rf"^[A-Z][\w.'-]+ {_NAME} ?/ ?[A-Z][\w .'-]{{2,30}}",
        rf"© ?(?:[^()©.]{{0,60}}\([^()]{{0,30}}{agency}[^()]{{0,20}}\)|(?:{_NAME} ?/ ?)?{agency})",
        rf"[^.!?\"'] \({agency}(?: Images)?\)",
        rf"\bvia {agency}(?:,? [\w ]{{2,20}})?[)\]]?",
        rf"[(\[]{agency}(?: (?:photo|Photo|file|File|Images))[^()\[\]]{{0,60}}[)\]]",
    ]
    # "Getty Images The two men …", "A. Name / Agency The two men …": without an end mark only
    starts = [
        rf"(?:AP:)?{agency}:? (?=[A-Z\"'])",
        rf"{_NAME} ?/ ?{agency} (?=[A-Z\"'])",
        *captions["starts_unended"],
    ]
    return (
        any_of(captions["starts"]),
        any_of([f"(?:{end})$" for end in ends]),
        any_of(captions["inside"], re.IGNORECASE),
        any_of(starts),
    )


_SIGNED = re.compile(r"[.!?]['\"]? \([A-Z][^().!?]{2,60}\)$")


def is_caption(block: Block, *, first: bool = False) -> bool:
    """Whether the line describes a picture or only says who took one.

    `first`: on a text's first line a name in brackets behind the last sentence is a picture's too.
    """
    line = block.plain
    begins, ends, inside, credited = _patterns()
    if len(line) <= _LONGEST_MARKED and begins.match(line):
        return True
    if len(line) > _LONGEST:
        return False
    if ends.search(line[-_TAIL:]) or (first and _SIGNED.search(line)):
        return True
    if block.ended:
        return False
    if credited.match(line):
        return block.words >= 6 and not _titled(line)
    return len(line) <= 300 and block.words >= 6 and bool(inside.search(line))


def _titled(line: str) -> bool:
    """Whether all longer words are capitalised, as in a title: "Reuters Journalists Freed"."""
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return all(word[0].isupper() for word in longer)
