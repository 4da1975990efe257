"""Words that hedge, and words with any of which nothing is told as fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tellings.text.content import stem
from tellings.words.tables import toml


def doubts(said: Sequence[str]) -> bool:
    """Whether a word of hedging is among them, or one that hedges with what follows it."""
    for word, after in zip(said, [*said[1:], ""], strict=False):
        if word in listed("hedging") or word in listed("maybe"):
            return True
        if word in listed("held") and after == "to":
            return True
        if word in listed("perhaps") and after == "have":
            return True
    return False


def doubted(said: Sequence[str]) -> bool:
    """Whether any word tells that something is not, or not all, told as fact."""
    # "no injuries have been reported" doubts nothing
    return any(word not in listed("telling") and stem(word) in _doubtful() for word in said)


@cache
def _doubtful() -> frozenset[str]:
    """Stems of words with any of which a sentence tells nothing, or not all, as fact."""
    # "said" gives to somebody, and doubts by itself nothing
    names = (
        *("hedging", "maybe", "held", "perhaps", "alleged", "alleging", "hearsay", "seeming"),
        "guessing",
    )
    return frozenset(stem(word) for name in names for word in listed(name)) - {stem("say"), "said"}


@cache
def hedging_words() -> frozenset[str]:
    """All words that hedge, by themselves or with what follows."""
    return listed("hedging") | listed("maybe") | listed("held") | listed("perhaps")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of `certainty.toml`."""
    return frozenset(toml("certainty.toml")[name])
