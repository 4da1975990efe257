"""Lines on the page that are not the article, told from the line alone."""

from __future__ import annotations

import re
from functools import cache

from tellings.read import outlets
from tellings.read.blocks import Block
from tellings.read.lexicons import any_of, lexicon

_TRIM = " \t:.!?…>»›|-–—[]()*•→▶"
_CRUMB = re.compile(r"\s*(?:/|>|»|›|\||·|→|\\)\s*")
_POSTAL = re.compile(r"\d{4,6},? [^.!?]{2,70}")
_BRACKETED = re.compile(r"\[\s*[^\[\]]{12,200}\]")
_MORE_FROM = re.compile(r"(?:More|MORE) (?:from|FROM) (?:the )?[A-Z][^.!?]{1,50}:")
_ROOTS = ("home", "news", "world", "homepage", "front page", "latest", "all news", "international")


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return tuple(lexicon("furniture")[section]["lines"])


@cache
def _tidy() -> re.Pattern[str]:
    return any_of(lexicon("furniture")["tidy"]["patterns"], re.IGNORECASE)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    labels = lexicon("furniture")["labels"]
    capitals = "|".join(sorted(map(re.escape, labels["capitals"]), key=len, reverse=True))
    soft = "|".join(sorted(map(re.escape, labels["soft"]), key=len, reverse=True))
    return (
        re.compile(rf"(?P<label>{capitals})(?: [^:.!?]{{1,30}})?\s?(?::|\s\|)\s?(?=\S)"),
        re.compile(rf"(?:{soft})\s?:\s?(?=\S)", re.IGNORECASE),
        frozenset(labels["own_title"]),
        frozenset(labels["lists"]),
    )


def is_furniture(block: Block) -> bool:
    """Whether the line says by itself that it is not the article."""
    line = block.plain
    bare = line.strip(_TRIM).lower()
    if not bare or bare in _whole() or _tidy().fullmatch(line) or is_list_label(block):
        return True
    return (
        _begins(line.lower())
        or _closes(line)
        or _is_address(line)
        or _is_breadcrumb(line)
        or _is_social(line)
    )


@cache
def _whole() -> frozenset[str]:
    return frozenset(_phrases("whole"))


def _begins(line: str) -> bool:
    lexemes = lexicon("furniture")
    return any(
        len(line) <= lexemes[section]["longest"] and line.startswith(_phrases(section))
        for section in ("start", "start_long")
    )


def _closes(line: str) -> bool:
    longest = lexicon("furniture")["ends"]["longest"]
    return len(line) <= longest and line.lower().endswith(tuple(f" {p}" for p in _phrases("ends")))


def is_link(block: Block, *, first: bool) -> bool:
    """Whether the line is a headline that leads elsewhere: a label before it, or brackets round it.

    `first`: it is the first line of the text, where some labels stand before the article's title.
    """
    line = block.plain
    if len(line) > 220:
        return False
    capitals, soft, own_title, _ = _labels()
    match = capitals.match(line)
    if match:
        return not (first and match["label"] in own_title)
    if soft.match(line):
        return not first
    return bool(_BRACKETED.fullmatch(line)) and not first


def is_list_label(block: Block) -> bool:
    """Whether the line stands above a list of linked headlines ("Related stories:")."""
    named = _MORE_FROM.fullmatch(block.plain)
    return bool(named) or block.plain.strip(_TRIM).lower() in _labels()[3]


def _is_address(line: str) -> bool:
    """A web or mail address, or a postal one: short, without an end mark."""
    if outlets.address(line) and (len(line) <= 80):
        return True
    if len(line) > 90 or line.endswith((".", "!", "?", '"')):
        return False
    if re.search(r"\S@\S+\.\w{2,}", line) and len(line.split()) <= 6:
        return True
    streets = lexicon("furniture")["addresses"]["streets"]
    words = line.lower()
    street = any(re.search(rf"\b{re.escape(street)}(?!\w)", words) for street in streets)
    if _POSTAL.fullmatch(line) and "," in line and len(line.split()) <= 6:
        return True
    return street and line.count(",") >= 2 and bool(re.search(r"\d", line))


def _is_breadcrumb(line: str) -> bool:
    """ "News / Foreign Policy / Somewhere": short capitalised parts between dividers."""
    if len(line) > 110 or line.endswith((".", "!", "?", '"')):
        return False
    parts = [part for part in _CRUMB.split(line) if part]
    if len(parts) < 2 or not _CRUMB.search(line):
        return False
    short = all(len(part.split()) <= 4 and part[:1].isupper() for part in parts)
    rooted = parts[0].lower() in _ROOTS
    spaced = bool(re.search(r"\s(?:/|>|»|›|\||→)\s|[>»›→]", line))
    return short and spaced and (rooted or (len(parts) >= 3 and not re.search(r"\d", line)))


def _is_social(line: str) -> bool:
    words = re.findall(r"[\w-]+", line.lower())
    social = set(lexicon("furniture")["social"]["words"])
    named = [word for word in words if not word.isdigit()]
    return (
        2 <= len(named) <= 14
        and all(
            word in social or word in ("on", "via", "this", "to", "by", "or", "with", "of")
            for word in named
        )
        and any(word in social for word in named)
    )
