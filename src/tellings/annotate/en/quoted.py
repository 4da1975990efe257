"""Which words stand inside double quotation marks: a feature that the encoder is given.

Every paragraph starts outside: a quotation that runs on opens again with each paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

OPENING = frozenset({"“", "„", "‟", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
STRAIGHT = frozenset({'"', "＂"})


def quoted(words: Sequence[str], spaces: Sequence[bool], starts: Sequence[bool]) -> list[bool]:
    """For each word, whether it stands inside quotation marks (the marks themselves do).

    `spaces` says whether a space follows a word, `starts` whether a paragraph starts at it.
    """
    inside = False
    found: list[bool] = []
    for i, word in enumerate(words):
        if starts[i]:
            inside = False
        if word in OPENING:
            inside = True
            found.append(True)
        elif word in CLOSING or (word in STRAIGHT and inside):
            found.append(inside)
            inside = False
        elif word in STRAIGHT and not _is_inches(words, spaces, i):
            inside = True
            found.append(True)
        else:
            found.append(inside)
    return found


def _is_inches(words: Sequence[str], spaces: Sequence[bool], i: int) -> bool:
    return i > 0 and not spaces[i - 1] and words[i - 1][-1:].isdigit()
