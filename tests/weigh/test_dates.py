"""Days of one event, and what is no clash. All texts are invented."""

from __future__ import annotations

import pytest

from tellings.model import (
    Article,
    Event,
    EventTelling,
    Finding,
    Input,
    Marks,
    Outlet,
    Sentence,
    Span,
    Story,
    Time,
    cite,
)
from tellings.weigh.dates import dates
from tellings.weigh.independence import Origins
from tellings.weigh.scene import Scene

BURNT = "The grain store of Velm harbour burnt down on {} after a lamp fell into the straw."
OTHER = "A fishing boat burnt at sea on {}, and its crew rowed to Harl in the dark."


def found(*told: tuple[str, str, str]) -> list[Finding]:
    """What days show; each telling is (sentence, words of the date, EDTF), one article each."""
    articles, marks, times, tellings = {}, {}, {}, []
    for n, (sentence, words, value) in enumerate(told):
        name, text = f"a{n}", sentence.format(words)
        hull = Span(0, len(text))
        articles[name] = Article(name, Input("-", "0"), text, Outlet(f"Outlet {n}", None))
        marks[name] = Marks(name, (Sentence(hull, 0),))
        start, verb = text.index(words), text.index("burnt")
        day = cite(name, text, start, start + len(words))
        times[name, day.span] = Time(f"t{n}", day.span, "DATE", value, value, "")
        trigger = cite(name, text, verb, verb + len("burnt"))
        whole = cite(name, text, 0, len(text))
        tellings.append(
            EventTelling(f"m{n}", whole, trigger, None, None, day, None, "asserted", None)
        )
    event = Event(
        id="e",
        story="s",
        type="OTHER",
        lemma="burn",
        mode=None,
        context=(),
        quad=None,
        goldstein=None,
        actors=(),
        recipients=(),
        date=None,
        place=None,
        certainty="asserted",
        tellings=tuple(tellings),
        outlets=len(told),
        independent=len(told),
    )
    story, origins = Story("s", "story", tuple(articles)), Origins(articles, (), {})
    stop = frozenset({"the", "of", "on", "a", "and", "its", "in", "to", "at"})
    days = dict.fromkeys(articles)
    return list(dates(Scene(story, articles, marks, (), (event,), times, days, {}, origins, stop)))


def test_two_days_of_one_fire_clash() -> None:
    (finding,) = found((BURNT, "March 3", "2024-03-03"), (BURNT, "March 4", "2024-03-04"))
    assert finding.type == "contradiction"
    assert {side.value for side in finding.sides} == {"2024-03-03", "2024-03-04"}


def test_a_day_in_a_month_is_a_grain() -> None:
    (finding,) = found((BURNT, "March", "2024-03"), (BURNT, "March 4", "2024-03-04"))
    assert finding.type == "precision"


@pytest.mark.parametrize(
    "told",
    [
        ((BURNT, "March 3", "2024-03-03"), (OTHER, "March 4", "2024-03-04")),  # another fire
        ((BURNT, "March 3", "2024-03-03"), (BURNT, "March 9", "2024-03-09")),  # too far apart
        ((BURNT, "Sunday", "2024-03-03"), (BURNT, "Sunday", "2024-03-10")),  # one word
        ((BURNT, "March 3", "2024-03-03"), (BURNT, "this year", "2024")),  # a tally
        ((BURNT, "March 3", "2024-03-03"), (BURNT, "Sunday", "2024-03-03")),  # one day
    ],
)
def test_no_clash(told: tuple[tuple[str, str, str], ...]) -> None:
    assert not found(*told)
