"""Articles of one story, read by the real reader and taken through the whole flow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.language import Language

from tellings.annotate.article import annotate
from tellings.annotate.reader import reader
from tellings.flow import STEPS, State
from tellings.model import Article, Finding, Input, Outlet, Published, Story


@cache
def nlp() -> Language:
    return reader()


def articles_of(told: Sequence[tuple[str, str]]) -> dict[str, Article]:
    """One article an outlet: (day of publication, text)."""
    return {
        f"a{n}": Article(
            f"a{n}",
            Input("-", "0"),
            text,
            Outlet(f"Outlet {n}", None),
            published=Published(day, "given", ""),
        )
        for n, (day, text) in enumerate(told)
    }


def state(*told: tuple[str, str]) -> State:
    """What the flow makes of one story, one article an outlet: (day of publication, text)."""
    articles = articles_of(told)
    marks = {name: annotate(article, nlp()) for name, article in articles.items()}
    found = State(articles, marks, stories=(Story("s", "story", tuple(articles)),))
    for step in STEPS[1:]:  # the story is given
        found = step(found)
    return found


def differences(*told: tuple[str, str], slot: str) -> list[Finding]:
    """The differences of one slot, in order of their ids."""
    found = state(*told).findings
    return [one for one in found if one.kind == "difference" and one.slot == slot]
