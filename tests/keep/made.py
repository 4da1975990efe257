"""Made-up records: every kind of line, at random places of random texts, all of it consistent."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from tellings.model import (
    About,
    Actor,
    ActorRole,
    Article,
    Cite,
    Copy,
    Credit,
    Event,
    EventMention,
    EventTelling,
    Expression,
    Finding,
    Groups,
    Input,
    Marks,
    Name,
    Origin,
    Outlet,
    Party,
    Place,
    Published,
    Quantity,
    Quote,
    Rejected,
    Role,
    Sentence,
    Side,
    Span,
    Statement,
    Story,
    Tie,
    Time,
    Wording,
    bytes_hash,
    cite,
    digest,
)

_Line = TypeVar("_Line", Actor, Statement, Event, Finding)
Pair = tuple[Article, Marks]

# Words that are long in UTF-8, look like markup, or are more than one code point to a reader.
_WORDS = [
    "ferry",
    "quay",
    "Tolen",
    "“glad”",
    "𝒳",
    "e\u0301",
    "<b>",
    "42",
    "\u202e",
    "مرفأ",
    "\x00",
    "\n",
]

texts = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=60), max_size=5
)


@st.composite
def affairs(draw: st.DrawFn) -> tuple[list[Pair], Groups]:
    """Some articles with their marks, and the groups of them."""
    random = Random(draw(st.integers(0, 2**32)))
    pairs = [read(random, place, text) for place, text in enumerate(draw(texts))]
    return pairs, grouped(random, pairs)


def affair(seed: int, articles: int) -> tuple[list[Pair], Groups]:
    """The same, from a seed alone."""
    random = Random(seed)
    made = [" ".join(random.choices(_WORDS, k=random.randint(4, 60))) for _ in range(articles)]
    pairs = [read(random, place, f"{place} {text}") for place, text in enumerate(made)]
    return pairs, grouped(random, pairs)


def read(random: Random, place: int, text: str) -> Pair:
    """One article, and marks at random places of it."""
    name = digest("a", text, place)

    def span() -> Span:
        start = random.randrange(len(text))
        return Span(start, random.randint(start + 1, min(len(text), start + 12)))

    def maybe() -> Span | None:
        return span() if random.random() < 0.5 else None

    def exact(held: Span) -> Cite:
        return cite(name, text, held.start, held.end)

    article = Article(
        name,
        Input(f"in/{place}.txt", bytes_hash(text.encode()), random.choice([None, str(place)])),
        text,
        outlet=random.choice([None, Outlet("Bay Post", None), Outlet(None, "quay.example")]),
        title=random.choice([None, text[:9]]),
        headline=maybe(),
        published=random.choice(
            [None, Published("2031-05-04", "given", "metadata", exact(span()))]
        ),
        furniture=tuple(span() for _ in range(random.randint(0, 2))),
        captions=tuple(span() for _ in range(random.randint(0, 1))),
        credits=tuple(Credit("Bay Wire", exact(span())) for _ in range(random.randint(0, 1))),
    )
    parties = tuple(
        Party(
            digest("p", name, n),
            "person",
            "Tolen",
            names=("Mira Tolen", "Tolen"),
            mentions=(span(), span()),
            roles=(Role("harbour master", None, span()),),
        )
        for n in range(random.randint(0, 2))
    )
    someone = [party.id for party in parties]

    def party() -> str | None:
        return random.choice([None, *someone])

    marks = Marks(
        name,
        sentences=tuple(Sentence(span(), n) for n in range(random.randint(0, 3))),
        names=tuple(
            Name(digest("n", name, n), span(), "person", party())
            for n in range(random.randint(0, 3))
        ),
        parties=parties,
        expressions=tuple(
            Expression(digest("x", name, n), span(), "DATE", "monday")
            for n in range(random.randint(0, 2))
        ),
        quantities=tuple(
            Quantity(digest("u", name, n), span(), "4", None, None, "crew", "at-least", maybe())
            for n in range(random.randint(0, 2))
        ),
        quotes=tuple(
            _quote(digest("q", name, n), span(), maybe(), party())
            for n in range(random.randint(0, 3))
        ),
        events=tuple(
            EventMention(
                digest("m", name, n), span(), span(), "CONSULT", "meet", actors=tuple(someone)
            )
            for n in range(random.randint(0, 2))
        ),
    )
    return article, marks


def _quote(name: str, span: Span, cue: Span | None, speaker: str | None) -> Quote:
    return Quote(name, span, (span,), "direct", cue=cue, source=cue, speaker=speaker, score=0.75)


def grouped(random: Random, pairs: list[Pair]) -> Groups:
    """Groups of these articles, each kind sorted by id and every cite cut from its text."""
    if not pairs:
        return Groups()
    text = {article.id: article.text for article, _ in pairs}
    story = Story(digest("s", *sorted(text)), "The ferry", tuple(sorted(text)), "2031-05", None)
    actors = tuple(
        Actor(digest("c", party.id), "person", party.name, party.names, (party.id,))
        for _, marks in pairs
        for party in marks.parties
    )
    roles = tuple(ActorRole("pilot", None, _start(article)) for article, _ in pairs[:1])
    if actors:
        actors = (
            Actor(actors[0].id, "person", "Tolen", ("Tolen",), actors[0].parties, roles),
            *actors[1:],
        )
    statements = tuple(
        _statement(story.id, article, quote) for article, marks in pairs for quote in marks.quotes
    )
    events = tuple(_event(story.id, a, mark) for a, marks in pairs for mark in marks.events)
    cites = tuple(_start(article) for article, _ in sorted(pairs, key=lambda pair: pair[0].id))
    findings = [
        Finding(
            digest("f", statement.id),
            story.id,
            "difference",
            "wording",
            "wording",
            About("statement", statement.id),
            (Side("one", cites[:1], 1, 1), Side("two", cites[-1:], 1, 1)),
            "one word differs",
            0.5,
            missing=(pairs[0][0].id,),
        )
        for statement in statements
    ]
    ids = sorted(text)
    return Groups(
        stories=(story,),
        copies=(Copy(digest("k", story.id), cites, Origin(None, "Bay Wire", "credited")),),
        actors=_sorted(actors),
        statements=_sorted(statements),
        events=_sorted(events),
        findings=_sorted(tuple(findings)),
        ties=tuple(
            Tie("article", left, right, random.choice(["same", "unsure"]), 0.25, "words", "rule")
            for left, right in pairwise(ids)
        ),
        times=tuple(
            (article.id, Time(x.id, x.span, "DATE", "2031-05-01", None, "Monday before"))
            for article, marks in sorted(pairs, key=lambda pair: pair[0].id)
            for x in sorted(marks.expressions, key=lambda x: x.id)
        ),
        published=((ids[0], "2031-05-04", "two siblings"),),
    )


def _start(article: Article) -> Cite:
    return cite(article.id, article.text, 0, 3)


def _statement(story: str, article: Article, quote: Quote) -> Statement:
    wording = Wording(quote.span.of(article.text), (quote.id,), (article.id,), "direct")
    return Statement(digest("t", quote.id), story, None, (quote.id,), (wording,), 1, 1)


def _event(story: str, article: Article, mark: EventMention) -> Event:
    start = _start(article)
    telling = EventTelling(mark.id, start, start, None, start, None, None, "asserted", None)
    place = Place("Tern Quay", None, 1.5, -2.25)
    return Event(
        digest("e", mark.id), story, "CONSULT", "meet", None, ("trade",), 1, 1.0, (), (), None,
        place, "asserted", (telling,), 1, 1,
    )  # fmt: skip


def _sorted(held: tuple[_Line, ...]) -> tuple[_Line, ...]:
    return tuple(sorted(held, key=lambda line: line.id))


rejections = st.builds(
    Rejected,
    path=st.sampled_from(["in/a.txt", "in/b.txt"]),
    code=st.sampled_from(["empty", "binary"]),
    reason=st.just("It is empty; leave it out."),
    item=st.sampled_from([None, "1", "2"]),
)
