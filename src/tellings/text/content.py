"""The words of a passage that say what it is about, cut to their stems."""

from __future__ import annotations

import re
from collections.abc import Container

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
# Endings in the order in which they are tried; what is left must have three letters at least.
_ENDINGS = (
    ("ations", ""), ("ation", ""), ("nesses", ""), ("ments", ""), ("ment", ""), ("ness", ""),
    ("ingly", ""), ("edly", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"),
    ("ions", ""), ("ion", ""), ("ers", ""), ("ed", ""), ("er", ""), ("es", ""), ("ly", ""),
    ("s", ""), ("e", ""),
)  # fmt: skip


def words(text: str) -> list[str]:
    """The words of `text` in lower case with straight apostrophes, in order."""
    return [m.group().replace("’", "'").casefold() for m in _WORD.finditer(text)]


def words_at(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` as `words` gives them, each with where it starts and ends."""
    return [
        (m.group().replace("’", "'").casefold(), m.start(), m.end()) for m in _WORD.finditer(text)
    ]


def stem(word: str) -> str:
    """A word without its inflection, roughly: `responding`, `responded`, `responds` are one.

    For comparing only: stems are no words, and two words can share one.
    """
    for ending, to in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            cut = word[: len(word) - len(ending)] + to
            doubled = len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz"
            return cut[:-1] if doubled else cut
    return word


def content(text: str, stop: Container[str]) -> list[str]:
    """Stems of the words of `text` that are not in `stop`, in order."""
    return [stem(word.removesuffix("'s")) for word in words(text) if word not in stop]
