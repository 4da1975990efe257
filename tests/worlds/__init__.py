"""Generated affairs with known truth: invented people, places, outlets; seeded, deterministic."""

from tests.worlds.truth import (
    Article,
    CopyPair,
    DateTelling,
    FactTelling,
    NumberTelling,
    StatementTelling,
    Truth,
)
from tests.worlds.world import World, stream

__all__ = [
    "Article",
    "CopyPair",
    "DateTelling",
    "FactTelling",
    "NumberTelling",
    "StatementTelling",
    "Truth",
    "World",
    "stream",
]
