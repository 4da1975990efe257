"""The one place that knows the order: articles and their marks in, groups out.

Two shapes of work. `each` reads one article and knows no other. `meet` is a list of steps over all
articles; every step is a pure function of the set, so that neither the order of the inputs nor the
number of workers can change what comes out.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language

from tellings.annotate.article import annotate
from tellings.flow import linking
from tellings.flow.scenes import counter
from tellings.flow.state import State, Step
from tellings.flow.weighing import findings_step
from tellings.model import Article, Groups, Marks

__all__ = ["STEPS", "State", "counter", "each", "meet"]

# The river's second half, in order.
STEPS: tuple[Step, ...] = (
    linking.stories_step,
    linking.copies_step,
    linking.dates_step,
    linking.times_step,
    linking.actors_step,
    linking.statements_step,
    linking.events_step,
    linking.answers_step,
    findings_step,
)


def each(article: Article, reader: Language) -> Marks:
    """One article in, its marks out."""
    return annotate(article, reader)


def meet(articles: Mapping[str, Article], marks: Mapping[str, Marks]) -> Groups:
    """All articles in, the groups out. Articles that were set aside stay outside of every group."""
    read = {i: a for i, a in sorted(articles.items()) if a.aside is None}
    state = State(read, {i: marks.get(i, Marks(i)) for i in read})
    for step in STEPS:
        state = step(state)
    return state.groups
