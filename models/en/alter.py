"""Changes to a window's letters that leave its labels true: capitals, headlines, quotes."""

from __future__ import annotations

import random
from dataclasses import replace

from models.en.window import Window

CURLY = {'"': ("“", "”"), "'": ("’", "’")}
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}
# Words that headlines leave small (Chicago Manual of Style, 17th ed., 8.159: articles,
# conjunctions, short prepositions).
SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "of", "on", "or",
    "the", "to", "with",
})  # fmt: skip


def altered(window: Window, rng: random.Random) -> Window:
    """The window, now and then in upper case (3%), lower case (5%), headline case (4%), and with
    its quotation marks straightened (30%) or curled (15%)."""
    words = window.words
    draw = rng.random()
    if draw < 0.03:
        words = tuple(w.upper() for w in words)
    elif draw < 0.08:
        words = tuple(w.lower() for w in words)
    elif draw < 0.12:
        words = tuple(
            w if i and w.lower() in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)
        )
    draw = rng.random()
    if draw < 0.3:
        words = tuple(_straight(w) for w in words)
    elif draw < 0.45:
        words = _curled(words, window.quoted)
    if words is window.words:
        return window
    return replace(window, words=words, quoted=())


def _straight(word: str) -> str:
    return "".join(STRAIGHT.get(c, c) for c in word)


def _curled(words: tuple[str, ...], inside: tuple[bool, ...]) -> tuple[str, ...]:
    out: list[str] = []
    for i, word in enumerate(words):
        if word == '"' and inside[i]:
            opens = i == 0 or not inside[i - 1] or words[i - 1] == '"'
            out.append("“" if opens else "”")
        else:
            out.append(word.replace("'", "’"))
    return tuple(out)
