"""Names with a byname between quotation marks or in brackets: `Ada "the Pike" Quill` is one name.

The reader cuts such a name at its quotation marks, and in several ways: each piece would be taken
for a person of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.annotate.names import NameMention
from tellings.model import Span
from tellings.words.people import is_role

_WORD = r"[^\W\d_a-z][\w’'-]*"
# First names, one to three words of byname of which the last has a capital, a surname. No blank
# stands inside the marks: a quotation that ends before a name has none on its other side.
_BYNAMED = re.compile(
    rf"(?P<first>{_WORD}(?: (?:{_WORD}|[A-Z]\.)){{0,2}}) "
    rf"(?:\"(?P<a>[^\W\d][^\"\n]{{1,20}})\"|“(?P<b>[^\W\d][^”\n]{{1,20}})”"
    rf"|'(?P<c>[^\W\d][^'\n]{{1,20}})'|‘(?P<d>[^\W\d][^’\n]{{1,20}})’"
    rf"|\((?P<e>[^\W\d][^)\n]{{1,20}})\)) (?P<last>{_WORD}(?: {_WORD})?)"
)
_BYNAME = re.compile(rf"(?:[Tt]he )?{_WORD}(?: (?:of |the )?{_WORD})?")


def bynamed(text: str, found: Sequence[NameMention]) -> list[NameMention]:
    """`found` with the pieces of each such name put together; all else as it was."""
    kept = list(found)
    for start, end, pieces in _whole(text, found):
        first, last = pieces[0], pieces[-1]
        form = " ".join(text[start:end].split())
        whole = replace(
            first,
            last=last.last,
            span=Span(start, end),
            kind="person",
            form=form,
            title=first.title,
            country=None,
            how=None,
        )
        kept = [one for one in kept if one not in pieces] + [whole]
    return sorted(kept, key=lambda one: (one.first, one.last))


def _whole(text: str, found: Sequence[NameMention]) -> Iterator[tuple[int, int, list[NameMention]]]:
    """Start and end of each name with a byname, and the found pieces that it is made of."""
    for match in _BYNAMED.finditer(text):
        byname = next(part for part in match.groups()[1:6] if part)
        if not _BYNAME.fullmatch(byname):
            continue
        start, (at, stop) = match.start(), match.span("last")
        before = [m for m in found if m.span.start < match.end("first") and m.span.end > start]
        behind = [m for m in found if m.span.start < stop and m.span.end > at]
        if not before or not behind or any(is_role(w.lower()) for w in byname.split()[-1:]):
            continue
        start, end = before[0].span.start, behind[-1].span.end
        pieces = [m for m in found if m.span.start < end and m.span.end > start]
        one_line = "\n" not in text[start:end]
        if one_line and end <= stop and any(m.kind == "person" for m in pieces):
            yield start, end, sorted(pieces, key=lambda m: m.first)
