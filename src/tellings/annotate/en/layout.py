"""Speakers told by layout alone, without a verb: `"…" ― Name`, and `NAME: …` of a transcript.

The network learns from running text, in which both are rare; a reader knows them by their looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.annotate.en.pairs import Asked, Cued
from tellings.annotate.en.quoted import CLOSING, OPENING, STRAIGHT

DASHES = frozenset({"―", "—", "–", "-", "--"})
MARKS = OPENING | CLOSING | STRAIGHT
# Small words and signs that may stand within a name or a role: "Ana de la Cruz, mayor of Lund".
WITHIN = frozenset({"of", "de", "la", "van", "von", "bin", "al", "the", ",", ".", "&", "(", ")"})
LONGEST_NAME, LONGEST_LABEL = 8, 4
# Fewer turns than this are no transcript: "UPDATE:" and "WATCH:" are labels, too.
LEAST_TURNS = 3
SURE = 0.9


def told_by_layout(asked: Asked) -> list[Cued]:
    """Signed quotations and the turns of transcripts, in order."""
    found = paragraphs(asked.starts)
    return sorted([*_signed(asked, found), *_turns(asked, found)], key=lambda c: c.anchor)


def paragraphs(starts: Sequence[bool]) -> list[tuple[int, int]]:
    """[first, end) of each paragraph."""
    firsts = [i for i, start in enumerate(starts) if start or i == 0]
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))


def _signed(asked: Asked, found: Sequence[tuple[int, int]]) -> Iterator[Cued]:
    forms = asked.forms
    for n, (first, end) in enumerate(found):
        dash = next((i for i in range(end - 1, first - 1, -1) if _is_dash(forms[i])), None)
        if dash is None or not _is_name(forms[dash + 1 : end]):
            continue
        # The name stands behind the quotation, or on a line of its own below it.
        start, stop = found[n - 1] if dash == first and n else (first, dash)
        ended = forms[stop - 1] in MARKS or (stop == dash and forms[dash] not in DASHES)
        if stop - start > 2 and forms[start] in MARKS and ended:
            last = end - 1 if forms[end - 1] == "." else end
            yield _cued(dash, range(dash + 1, last), range(start, stop))


def _is_dash(word: str) -> bool:
    """A dash, with or without the closing mark that the tokenizer left on it."""
    return word in DASHES or (word[:1] in MARKS and word[1:] in DASHES)


def _is_name(words: Sequence[str]) -> bool:
    capital = [w[0].isupper() for w in words if w not in WITHIN]
    return 0 < len(words) <= LONGEST_NAME and bool(capital) and all(capital)


def _turns(asked: Asked, found: Sequence[tuple[int, int]]) -> Iterator[Cued]:
    labelled = [(first, colon, end) for first, end in found if (colon := _label(asked, first, end))]
    names = [" ".join(asked.forms[first:colon]) for first, colon, _ in labelled]
    # In a transcript somebody speaks again, and not alone.
    if len(labelled) < LEAST_TURNS or not 1 < len(set(names)) < len(names):
        return
    for first, colon, end in labelled:
        yield _cued(colon, range(first, colon), range(colon + 1, end))


def _label(asked: Asked, first: int, end: int) -> int | None:
    for i in range(first + 1, min(first + LONGEST_LABEL + 1, end - 1)):
        if asked.forms[i] == ":":
            words = asked.forms[first:i]
            return i if all(w.isupper() or w == "." for w in words) else None
    return None


def _cued(cue: int, source: range, content: range) -> Cued:
    return Cued(cue, frozenset(source), frozenset(content), frozenset({cue}), SURE)
