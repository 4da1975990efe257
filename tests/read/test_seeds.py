"""Five real articles: what their frames say. Skipped where they are not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.model import Article
from tellings.read.inputs import read

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    if not SEEDS.is_dir():
        pytest.skip("the five seed articles are not beside this project")
    found = [item for item in read([str(SEEDS)]) if isinstance(item, Article)]
    return {article.input.path.split("/")[1][:3]: article for article in found}


def test_frames(seeds: dict[str, Article]) -> None:
    assert {k: len(a.furniture) for k, a in seeds.items()} == {
        "000": 6,
        "001": 5,
        "002": 0,
        "003": 1,
        "004": 5,
    }
    assert {k: len(a.captions) for k, a in seeds.items() if a.captions} == {"001": 3, "004": 1}
    assert {k for k, a in seeds.items() if a.headline} == {"000", "001", "003", "004"}


def test_outlets_and_credits(seeds: dict[str, Article]) -> None:
    outlets = {k: a.outlet.domain for k, a in seeds.items() if a.outlet}
    assert outlets == {"000": "ukrlines.com", "001": "presstv.com", "004": "aljazeera.com"}
    credits = {k: [c.agency for c in a.credits] for k, a in seeds.items() if a.credits}
    assert credits == {"003": ["Anadolu Agency"], "004": ["Al Jazeera", "news agencies"]}


def test_none_gives_its_own_day(seeds: dict[str, Article]) -> None:
    assert all(article.published is None for article in seeds.values())
