"""Words by which an article says whose text it took: agencies in datelines, sources, thanks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.model import Span
from tellings.read.blocks import Block
from tellings.read.lexicons import lexicon, straight
from tellings.read.outlets import by_name

_PLACE = r"[^\W\d_a-z][\w.'’-]*(?:[ ,/]+(?:[^\W\d_a-z][\w.'’-]*|de|la|al|el|of|the|\d{1,4}))*"
_DASH = r"[-–—]{1,3}"
# "BEIJING, Feb 3 (", "(" : what stands before the agency at the head of a text
_LEAD = re.compile(rf"(?:{_PLACE},?\s)?\((?P<in>[^()]{{2,60}})\)\s*(?:{_DASH}|:|\s(?=[A-Z\"']))")
_DATELINE = re.compile(rf"{_PLACE}\s*{_DASH}\s*(?P<in>[^.]{{2,60}})")
_CLOSING = re.compile(r"[.!?][\"']?\s*[(\[](?P<in>[^()\[\]]{2,60})[)\]]\.?$")
_SOURCE = re.compile(r"(?:[Ss]ources?|SOURCES?)\s?:\s*(?P<in>.{2,140})")
_STAMPED = re.compile(r"(?P<in>[^|]{2,40}?)\s*\|\s*(?:updated|published|posted)\b.*", re.I)
_BRACKET = re.compile(r".{4,}\d.{0,20}\((?P<in>[^()]{2,40})\)")
_BYLINE = re.compile(r"[Bb](?:y|Y)\s+[^.]{3,80}(?:,|\s[-–—|])\s*(?P<in>[^,]{2,40})")
# Sentences of thanks: the names stand in `in`; `free` names need not be known agencies.
_THANKS = (
    re.compile(r"(?P<in>.{2,160}?) (?:also )?contributed to this (?:report|article|story|post)\b"),
    re.compile(
        r"(?:with|additional) (?:(?:additional |some )?(?:reporting|files|input|inputs|material|"
        r"information|reports|text|contributions?)) (?:by|from) (?P<in>[^.]{2,160})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:reporting|report|story|text) (?:by|from) (?P<in>[^.;]{2,100})", re.IGNORECASE),
    re.compile(r"(?:copyright|©)[^.\d]{0,12}\d{4},? (?P<in>[^.]{2,60})", re.IGNORECASE),
)
_FROM = (
    re.compile(
        r"(?:originally|first) (?:appeared|published|ran) (?:on|in|by|at) (?P<in>[^.,(]{2,50})"
    ),
    re.compile(r"[Rr]ead the original (?:article|story) (?:on|at) (?P<in>[^.,(]{2,50})"),
    re.compile(r"[Rr]epublished (?:with permission )?from (?P<in>[^.,(]{2,50})"),
    re.compile(r"^Information from: (?P<in>[^.,(]{2,50})"),
)
# One of these words stands in each form of thanks: most lines are passed over by this alone.
_HINT = re.compile(
    r"contributed|report|files|input|material|information|text|contribution|copyright|©|original"
    r"|first|republished|story",
    re.IGNORECASE,
)
# A name that says of itself that it is an agency: "Northlight News Agency".
_CALLED = (
    r"(?:(?!By |The |From |Source)[A-Z][\w'’-]+ ){1,3}"
    r"(?:News Agency|News Service|Press Agency|Newswire|Press Association)"
)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&|\band\b|\bwith\b|\+|\s[-–—]{1,2}\s)\s*")
# Nothing but agency names: what a line may hold besides them.
_BETWEEN = re.compile(rf"(?:[\s,;/|&+()\[\]]|{_DASH}|\band\b|\bwith\b)*")


@dataclass(frozen=True, slots=True)
class Found:
    """A credit before the article has its id: the agency, and where its name stands."""

    agency: str
    span: Span


class _Forms(dict[str, str]):
    """The agency of each form; a name in no list that calls itself an agency is its own."""

    def __missing__(self, form: str) -> str:
        return form


@cache
def _names(tight: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all forms, longest first, and the agency of each form."""
    forms: dict[str, str] = {}
    for entry in lexicon("agencies")["agency"]:
        for form in [*entry["forms"], *(entry.get("tight", []) if tight else [])]:
            forms[form] = entry["name"]
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    known = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<![\w.-])(?:{known}|{_CALLED})(?![\w-])"), _Forms(forms)


def _agency(name: str) -> str | None:
    """The agency that `name` is a form of, or calls itself; None where it is none."""
    pattern, forms = _names(True)
    return forms[name] if pattern.fullmatch(name) else None


def is_agency(name: str) -> bool:
    """Whether `name` is one of the forms in agencies.toml."""
    return _agency(name) is not None


def in_line(block: Block, *, edge: bool, foot: bool) -> tuple[list[Found], bool]:
    """The credits of one block, and whether the block holds nothing else.

    `edge`: among the first or last few blocks, where lines of agency names stand; `foot`: the last
    prose block, where a closing "(Agency)" credits the text and not a picture.
    """
    line = straight(block.text)
    if edge and (found := _only_names(line, block.span.start)):
        return found, True
    source = _SOURCE.fullmatch(line)
    if source and len(block.text) <= 150:
        found = _listed(line, source, block.span.start)
        return found, bool(found) or (block.words <= 8 and not line.endswith("."))
    if len(line) <= 400:
        found = _thanks(line, block.span.start)
        if found:
            return found, _is_thanks(line)
    if foot and (closing := _CLOSING.search(line)):
        return _known(line, closing, block.span.start, tight=True), False
    return [], False


def in_head(block: Block) -> tuple[list[Found], bool]:
    """Credits in the first blocks: in a dateline, on a line of their own, in a byline or stamp."""
    line, start = straight(block.text), block.span.start
    for pattern in (_STAMPED, _BRACKET, _BYLINE):
        match = pattern.fullmatch(line) if len(line) <= 160 else None
        if match and (found := _whole(line, match, start)):
            return found, pattern is not _BRACKET
    own = _DATELINE.fullmatch(line) if len(line) <= 90 else None
    if own and (found := _whole(line, own, start)):
        return found, True
    lead = _LEAD.match(line)
    if not lead:
        return [], False
    outlet = by_name(lead["in"])  # "(CNN)": an outlet's text may be printed by another
    if outlet and outlet.name:
        return [_found(outlet.name, start, *lead.span("in"))], False
    return _whole(line, lead, start), False


def _only_names(line: str, start: int) -> list[Found]:
    """The agencies of a line that holds agency names and what joins them, and nothing else."""
    pattern, forms = _names(True)
    if len(line) > 60 or not _BETWEEN.fullmatch(pattern.sub("", line)):
        return []
    return [_found(forms[m.group()], start, m.start(), m.end()) for m in pattern.finditer(line)]


def _whole(line: str, match: re.Match[str], start: int) -> list[Found]:
    """The agencies in `in`, if it holds nothing else."""
    return _only_names(match["in"], start + match.start("in"))


def _known(line: str, match: re.Match[str], start: int, *, tight: bool) -> list[Found]:
    pattern, forms = _names(tight)
    begin, end = match.span("in")
    return [
        _found(forms[m.group()], start, m.start(), m.end())
        for m in pattern.finditer(line, begin, end)
    ]


def _listed(line: str, match: re.Match[str], start: int) -> list[Found]:
    """The agencies and known outlets of a "Source:" line; other names are sources of data."""
    found = []
    for begin, end in _items(line, *match.span("in")):
        name = line[begin:end]
        agency = _agency(name)
        outlet = None if agency else by_name(name)
        if agency or outlet:
            found.append(_found(agency or (outlet and outlet.name) or name, start, begin, end))
    return found


def _items(line: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Where the items of a list stand, without edge punctuation."""
    cuts = [begin, *(at for m in _SPLIT.finditer(line, begin, end) for at in m.span()), end]
    items = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        words = line[left:right].strip(" .()[]")
        if words:
            at = line.index(words, left)
            items.append((at, at + len(words)))
    return items


def _thanks(line: str, start: int) -> list[Found]:
    if not _HINT.search(line):
        return []
    for pattern in _THANKS:
        match = pattern.search(line)
        if match and (found := _known(line, match, start, tight=True)):
            return found
    for pattern in _FROM:
        match = pattern.search(line)
        if match:
            name = match["in"].rstrip(" :;-–—)\"'")
            begin = match.start("in")
            if name[:1].isupper() and len(name.split()) <= 5:
                agency = _agency(name)
                outlet = by_name(name)
                known = agency or (outlet.name if outlet else None) or name
                return [_found(known, start, begin, begin + len(name))]
    return []


def _is_thanks(line: str) -> bool:
    """Whether the line does nothing but thank: short, and one of the forms from its start."""
    heads = (p.match(line.lstrip("(—–- ")) for p in (*_THANKS, *_FROM))
    opener = re.match(r"(?:This (?:article|story|report|post)|Copyright|©|\()", line)
    return len(line) <= 260 and (bool(opener) or any(heads))


def _found(agency: str, start: int, begin: int, end: int) -> Found:
    return Found(agency, Span(start + begin, start + end))
