"""How a word is compared: case, apostrophes, dots of abbreviations and known spellings levelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from tellings.text.normal import normal

_DOTTED = re.compile(r"(?:\w\.)+\w?")
_MOST_KEPT = 1 << 16
_MOST_WAYS = 64  # readings of one run of words: six contractions of two meanings each


class Spelling:
    """Known forms of one word. `rows` are (form found or `/pattern`, form compared).

    A form found that starts with an apostrophe is an ending, with the words that it can stand for.
    """

    def __init__(self, rows: Iterable[tuple[str, str]] = ()) -> None:
        held = tuple(rows)
        self._endings: dict[str, tuple[str, ...]] = {}
        for found, form in held:
            if found.startswith("'"):
                self._endings[found[1:]] = tuple(form.split())
        self._forms = {found: form for found, form in held if not found.startswith("/")}
        self._patterns = tuple(
            (re.compile(found[1:]), form) for found, form in held if found.startswith("/")
        )
        self.compared = lru_cache(maxsize=_MOST_KEPT)(self._compared)
        self._plain = lru_cache(maxsize=_MOST_KEPT)(_plain)

    def _compared(self, word: str) -> str:
        """What to compare for `word` as it stands in a text; `can not` for a contraction."""
        plain = normal(word).text
        if _DOTTED.fullmatch(plain):
            plain = plain.replace(".", "")
        return self._known(plain)

    def pair(self, first: str, second: str, long: Set[str] = frozenset()) -> str | None:
        """What to compare where two words are one in another form or stand in `long`, else None."""
        both = f"{self._plain(first)} {self._plain(second)}"
        return self._forms.get(both, both if both in long else None)

    def full(self, words: str) -> frozenset[str]:
        """What a run of words can stand for, without spaces and signs, contractions written out."""
        forms = [""]
        for word in self._plain(words).split():
            stem, apostrophe, ending = word.partition("'")
            ways = self._endings.get(ending, ()) if apostrophe and stem else ()
            told = (word, *(stem + way for way in ways))
            forms = [form + one for form in forms[:_MOST_WAYS] for one in told]
        return frozenset("".join(c for c in form if c.isalnum()) for form in forms)

    def _known(self, plain: str) -> str:
        form = self._forms.get(plain)
        if form is not None:
            return form
        for pattern, replaced in self._patterns:
            fits = pattern.fullmatch(plain)
            if fits is not None:
                return fits.expand(replaced)
        return plain


def _plain(words: str) -> str:
    return normal(words).text


PLAIN = Spelling()
