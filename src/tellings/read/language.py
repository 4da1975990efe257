"""The language of an article, told offline by py3langid; other languages are set aside for now."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Under 60 letters a guess is worth little: a title of three words came back with probability 0.10.
_TOO_SHORT = 60
# Above this share of ASCII letters a text too short to tell is taken for English.
_MOSTLY_ASCII = 0.9
_ENOUGH = 4000  # characters that decide as well as the whole text does
# Nine in ten of 306 English news articles have 15% to 24% of these words; German, Spanish and Dutch
# share a few of them and stay below 8%.
_COMMON = frozenset(["the", "of", "and", "to", "in", "that", "is", "was", "for", "on"])
_SHARE = 0.12


@cache
def _identifier() -> Any:
    """All languages but Nigerian Pidgin (pcm), for which English menus and lists were taken."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if code != "pcm"])
    return identifier


def language(body: str, given: str | None = None) -> str | None:
    """ISO 639-1 code of `body`; `given` (what a page says of itself) decides where it is short."""
    said = given.strip().replace("_", "-").split("-")[0].lower() if given else ""
    said = said if 2 <= len(said) <= 3 and said.isalpha() else ""
    letters = [char for char in body if char.isalpha()]
    if len(letters) < _TOO_SHORT:
        if said:
            return said
        plain = sum(char.isascii() for char in letters)
        if letters and plain >= _MOSTLY_ASCII * len(letters):
            return "en"
        return None if not letters else str(_identifier().classify(body)[0])
    if _english_words(body[:_ENOUGH]) >= _SHARE:
        return "en"
    code, probability = _identifier().classify(body[:_ENOUGH])
    return said if said and probability < 0.9 else str(code)


def _english_words(body: str) -> float:
    words = re.findall(r"[^\W\d_]+", body.lower())
    return sum(word in _COMMON for word in words) / len(words) if words else 0.0


def aside(code: str | None) -> str | None:
    """Why an article in this language is kept but not read further; None for English."""
    if code == "en":
        return None
    if code is None:
        return "The language cannot be told, so the article is stored and not compared."
    name = Locale("en").languages.get(code)
    label = f"{name} ({code})" if name else f"the language {code!r}"
    return f"The text is in {label}; only English is read, so it is stored and not compared."
