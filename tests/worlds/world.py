"""Worlds: affairs as several outlets tell them, with copies, quotes, clashes and omissions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from random import Random
from typing import get_args

from tests.worlds import vocabulary as words
from tests.worlds.affairs import Affair, affair, later
from tests.worlds.harvest import Told, harvest
from tests.worlds.pages import Fresh, Page, Paragraph, Sentence, edited, plain
from tests.worlds.sentences import Teller
from tests.worlds.truth import Article, CopyForm, CopyPair, QuoteForm, Span, Truth

_FORMS: tuple[QuoteForm, ...] = get_args(QuoteForm)
_COPY_FORMS: dict[str, CopyForm] = {
    "verbatim": "verbatim",
    "edited": "edited",
    "recut": "recut",
}
_START = date(2011, 1, 3)


@dataclass(frozen=True, slots=True)
class World:
    """Articles and what was planted in them."""

    articles: tuple[Article, ...]
    truth: Truth
    agencies: tuple[str, ...]

    @staticmethod
    def make(seed: int, articles: int = 24, outlets: int = 8, copied: float = 1.0) -> World:
        """At least `articles` articles (whole affairs) of `outlets` outlets and two agencies.

        `copied` is the share of affairs in which outlets print the agency's text.
        """
        if outlets < 3:
            raise ValueError(f"a world needs 3 outlets or more, got {outlets}")
        held: list[Told] = []
        agencies: tuple[str, ...] = ()
        count = 0
        for told, named in _affairs(seed, outlets, Fresh(), copied):
            agencies = named
            held.append(told)
            count += len(told.articles)
            if count >= articles:
                break
        ordered = sorted((a for told in held for a in told.articles), key=lambda a: a.id)
        return World(tuple(ordered), harvest(held), agencies)


def stream(seed: int, outlets: int = 40) -> Iterator[tuple[Article, int]]:
    """Articles without end, each with the number of its story; copies may share by chance."""
    number = 0
    for told, _ in _affairs(seed, outlets, Fresh(on=False)):
        for story in told.stories:
            for article in (a for a in told.articles if a.id in story):
                yield article, number
            number += 1


def _affairs(
    seed: int, outlets: int, fresh: Fresh, copied: float = 1.0
) -> Iterator[tuple[Told, tuple[str, ...]]]:
    random = Random(seed)
    agencies = (words.agency(random), words.agency(random))
    names = tuple(sorted({words.outlet(random) for _ in range(outlets)}))
    number = 0
    while True:
        day = _START + timedelta(days=random.randint(0, 3000))
        first = affair(random, 2 * number, random.choice(agencies), day)
        told = Told([], [], [], [], [])
        _tell(random, first, names, fresh, told, seed, random.random() < copied)
        again = affair(random, 2 * number + 1, first.agency, later(day, random), like=first)
        _tell(random, again, names[: random.randint(1, 2)], fresh, told, seed)
        yield told, agencies
        number += 1


def _tell(
    random: Random,
    what: Affair,
    names: tuple[str, ...],
    fresh: Fresh,
    told: Told,
    seed: int,
    copied: bool = True,
) -> None:
    """All articles on one affair: the agency's, those that copy it, those that do not."""
    teller = Teller(random, what, fresh)
    story: list[str] = []
    like = len(names) <= 2
    page, wire = _wire(random, teller, story_only=like)
    if not like:
        _publish(what, page, what.agency, 0, told, story, teller.title(), seed, what.agency)
    wire_id = story[0] if story else ""
    ways = ["own"] * 3 + ["verbatim", "edited", "recut"] + random.choices(["own", "verbatim"], k=2)
    random.shuffle(ways)
    if not copied:
        ways = ["own"] * len(ways)
    forms = list(_FORMS)
    random.shuffle(forms)
    own = 0
    for n, outlet in enumerate(random.sample(names, min(len(names), len(ways)))):
        way = "own" if like else ways[n]
        page = Page("\n" if random.random() < 0.3 else "\n\n")
        stretches: list[tuple[Span, Span]] = []
        if way == "own":
            _own(random, teller, page, own, forms, bare=like)
            own += 1
        else:
            stretches = _copied(random, teller, page, wire, way)
        origin = what.agency if stretches else None
        article = _publish(
            what, page, outlet, random.randint(0, 2), told, story, teller.title(), seed, origin
        )
        told.copies.extend(
            CopyPair(wire_id, source, article, span, _COPY_FORMS[way], what.agency)
            for source, span in stretches
        )
    told.stories.append(tuple(sorted(story)))


_Wire = list[tuple[Paragraph, Span]]


def _wire(random: Random, teller: Teller, story_only: bool) -> tuple[Page, _Wire]:
    """The agency's article: its page, and its paragraphs with where they stand."""
    page = Page()
    if story_only:
        return page, []
    one, two, three = teller.affair.utterances
    paragraphs: list[Paragraph] = [
        (teller.lead("day"), *teller.background(1)),
        (teller.count(), teller.fact("cause")),
        (teller.quote(one, "verbatim", two), *teller.background(1)),
        (*teller.background(2), teller.fact("cost")),
        (teller.quote(two, "verbatim", one), *teller.background(2)),
        teller.background(3),
        (teller.fact("step"), *teller.background(1)),
        (teller.quote(three, "verbatim", one), *teller.background(2)),
        teller.background(random.randint(1, 3)),
    ]
    return page, [(paragraph, page.add(paragraph)) for paragraph in paragraphs]


def _own(
    random: Random, teller: Teller, page: Page, number: int, forms: list[QuoteForm], bare: bool
) -> None:
    """An article in its own words; by `number`, one has the wrong day, one the month only."""
    day_form, off = (("weekday", 0), ("day", 1), ("month", 0))[number % 3]
    if bare:
        day_form, off = "day", 0
    one, two, three = teller.affair.utterances
    page.add((teller.lead(day_form, off), *teller.background(1)))
    page.add((teller.count(about=number % 3 == 0 and not bare), *teller.background(1)))
    page.add((teller.quote(one, "verbatim" if bare or number > 5 else forms[number % 6], two),))
    page.add((*teller.background(2), teller.fact(random.choice(("cause", "cost")))))
    page.add(
        (teller.quote(two, "verbatim" if bare or number > 5 else forms[(number + 3) % 6], three),)
    )
    page.add(teller.background(random.randint(2, 4)))
    if random.random() < 0.5:
        page.add((teller.fact("step"), *teller.background(1)))


def _copied(
    random: Random, teller: Teller, page: Page, wire: _Wire, way: str
) -> list[tuple[Span, Span]]:
    """Prints the agency's paragraphs in one of the ways; (its span, the span here) each stretch."""
    agency = teller.affair.agency
    above = random.random() < 0.5
    if above:
        page.add((_credit(agency),))
    if way == "recut":
        stretches = _recut(random, wire)
    else:
        first = random.randint(0, 1)
        stretches = [wire[first : random.randint(first + 5, len(wire))]]
    found = []
    for n, stretch in enumerate(stretches):
        if n and random.random() < 0.5:
            page.add(teller.background(random.randint(1, 2)))
        spans = [
            page.add(edited(random, paragraph) if way == "edited" else paragraph, copied=True)
            for paragraph, _ in stretch
        ]
        found.append(((stretch[0][1][0], stretch[-1][1][1]), (spans[0][0], spans[-1][1])))
    page.add(teller.background(random.randint(2, 4)))
    if not above:
        page.add((_credit(f"Source: {agency}"),))
    return found


def _credit(text: str) -> Sentence:
    """A line that names the agency."""
    return plain(text)


def _recut(random: Random, wire: _Wire) -> list[_Wire]:
    """Two or three stretches of paragraphs with some dropped between, the last ones first."""
    cut = random.randint(2, 3)
    stretches = [wire[:cut], wire[cut + 1 : cut + 3], wire[cut + 4 :]]
    kept = [stretch for stretch in stretches if stretch]
    return [kept[0], *kept[:0:-1]]


def _publish(
    what: Affair,
    page: Page,
    outlet: str,
    days: int,
    told: Told,
    story: list[str],
    title: str,
    seed: int,
    origin: str | None,
) -> str:
    name = blake2b(f"{seed} {what.id} {len(story)}".encode(), digest_size=8).hexdigest()
    day = (what.day + timedelta(days=days)).isoformat()
    told.articles.append(Article(name, title, page.text, outlet, day))
    told.pages.append((name, page))
    told.origins.append((name, origin))
    story.append(name)
    return name
