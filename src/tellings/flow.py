"""The one place that knows the order: articles and their marks in, groups out.

Two shapes of work. `each` reads one article and knows no other. `meet` is a list of steps over all
articles; every step is a pure function of the set, so that neither the order of the inputs nor the
number of workers can change what comes out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language

from tellings.annotate.article import annotate
from tellings.link import actors as link_actors
from tellings.link import copies as link_copies
from tellings.link import events as link_events
from tellings.link import statements as link_statements
from tellings.link import utterances as link_utterances
from tellings.link.answers import answered
from tellings.link.concerned import numbers_of, towns_of
from tellings.link.dates import infer, undated
from tellings.link.places import place_of
from tellings.link.said import Said
from tellings.link.stories import Item, stories
from tellings.model import (
    Actor,
    Article,
    Cite,
    Copy,
    Event,
    Finding,
    Groups,
    Marks,
    Record,
    Span,
    Statement,
    Story,
    Tie,
    Time,
)
from tellings.text.background import Background
from tellings.text.calendar import bounds
from tellings.text.placing import place_all
from tellings.text.spellings import Spelling
from tellings.weigh.agreements import agreements
from tellings.weigh.certainty import certainty
from tellings.weigh.confidence import calibrated
from tellings.weigh.dates import dates
from tellings.weigh.frames import frames, twins
from tellings.weigh.framing import framing
from tellings.weigh.independence import Origins, Told
from tellings.weigh.names import names
from tellings.weigh.numbers import numbers
from tellings.weigh.omissions import omissions
from tellings.weigh.places import places
from tellings.weigh.posts import posts
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import pairs, sentences
from tellings.weigh.speakers import speakers
from tellings.weigh.who import who
from tellings.weigh.wordings import wordings
from tellings.words.background import background
from tellings.words.spelling import spelling
from tellings.words.tables import toml


@dataclass(frozen=True, slots=True)
class State:
    """What the steps have found so far."""

    articles: Mapping[str, Article]
    marks: Mapping[str, Marks]
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    days: Mapping[str, str | None] = field(default_factory=dict)
    inferred: tuple[tuple[str, str, str], ...] = ()
    times: tuple[tuple[str, Time], ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def groups(self) -> Groups:
        """All of it as the record keeps it, every tuple sorted."""
        return Groups(
            self.stories,
            self.copies,
            self.actors,
            self.statements,
            self.events,
            self.findings,
            tuple(sorted(set(self.ties))),
            self.times,
            self.inferred,
        )


Step = Callable[[State], State]


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


def _stories(state: State) -> State:
    weights = _weights()
    items = [Item.of(a, state.marks[i], weights) for i, a in state.articles.items()]
    ties, found = stories(items)
    return replace(state, stories=found, ties=state.ties + ties)


def _copies(state: State) -> State:
    sources = [link_copies.Source.of(article) for article in state.articles.values()]
    return replace(state, copies=link_copies.copies(sources, _weights()))


def _dates(state: State) -> State:
    """The day of publication of each article: given, on its dateline, or inferred by its story."""
    days: dict[str, str | None] = {
        i: a.published.value if a.published else None for i, a in state.articles.items()
    }
    inferred = []
    for story in state.stories:
        members = [undated(state.articles[i], state.marks[i]) for i in story.articles]
        for article, (value, why) in sorted(infer(members).items()):
            if value is not None and days[article] is None:
                days[article] = value
                inferred.append((article, value, why))
    dated = tuple(_dated(story, days) for story in state.stories)
    return replace(state, stories=dated, days=days, inferred=tuple(sorted(inferred)))


def _dated(story: Story, days: Mapping[str, str | None]) -> Story:
    """A story with the first and the last day on which it was told, as far as they are known."""
    spans = [span for article in story.articles if (span := bounds(days[article])) is not None]
    if not spans:
        return story
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return replace(story, first=first.isoformat(), last=last.isoformat())


def _times(state: State) -> State:
    placed = [
        (article, time)
        for article, marks in state.marks.items()
        for time in place_all(marks.expressions, state.days[article], quotes=marks.quotes)
    ]
    return replace(state, times=tuple(sorted(placed, key=lambda pair: (pair[0], pair[1].span))))


def _actors(state: State) -> State:
    story_of = _story_of(state)
    casts = [
        link_actors.Cast(
            i, story_of.get(i, ""), state.articles[i].text, marks.parties, marks.events
        )
        for i, marks in state.marks.items()
    ]
    ties, found = link_actors.actors(casts)
    return replace(state, actors=found, ties=state.ties + ties)


def _statements(state: State) -> State:
    comparer = link_utterances.Comparer(_weights().of, _stop())
    found: list[Statement] = []
    ties: list[Tie] = []
    for scene in _scenes(state):
        said = [_said(scene, state, quote) for quote in sorted(scene.quotes)]
        made = link_statements.statements(scene.story.id, said, comparer, _counts(scene))
        ties.extend(made[0])
        found.extend(made[1])
    by_id = tuple(sorted(found, key=lambda s: s.id))
    return replace(state, statements=by_id, ties=(*state.ties, *ties))


def _said(scene: Scene, state: State, quote_id: str) -> Said:
    article, quote = scene.quotes[quote_id]
    named = {party.id for party in state.marks[article].parties if _is_named(party.why)}
    time = scene.times.get((article, quote.said)) if quote.said else None
    return Said(
        quote,
        article,
        scene.origins.label(article),
        state.articles[article].text,
        scene.sentence(article, quote.span),
        scene.actors.get(quote.speaker) if quote.speaker else None,
        quote.speaker in named,
        time.edtf if time else None,
        state.days[article],
    )


def _is_named(why: str) -> bool:
    return "not named" not in why


def _events(state: State) -> State:
    comparer = link_events.Comparer(_weights().of, _stop())
    scale = {root: (int(q), float(g)) for root, (q, g) in toml("events.toml")["goldstein"].items()}
    known = {actor.id: actor for actor in state.actors}
    found: list[Event] = []
    ties: list[Tie] = []
    for scene in _scenes(state):
        happened = _happened(scene, state, known)
        made = link_events.events(scene.story.id, happened, comparer, _counts(scene), scale)
        ties.extend(made[0])
        found.extend(made[1])
    by_id = tuple(sorted(found, key=lambda e: e.id))
    return replace(state, events=by_id, ties=(*state.ties, *ties))


def _happened(scene: Scene, state: State, known: Mapping[str, Actor]) -> list[link_events.Happened]:
    found = []
    named = _named(scene)
    for article in scene.story.articles:
        marks, text = state.marks[article], state.articles[article].text
        dates = _placed(scene, article)
        for mention in marks.events:
            time = scene.times.get((article, mention.time)) if mention.time else None
            speaker = mention.attributed_to
            actors = _actor_ids(scene, mention.actors)
            recipients = _actor_ids(scene, mention.recipients)
            both = {*actors, *recipients}
            sentence = scene.sentence(article, mention.trigger)
            found.append(
                link_events.Happened(
                    mention,
                    article,
                    text,
                    sentence,
                    actors,
                    recipients,
                    scene.actors.get(speaker) if speaker else None,
                    time.edtf if time else None,
                    place_of(mention.place.of(text)) if mention.place else None,
                    frozenset(a for a in both & named if known[a].kind == "person"),
                    {a: country for a in both if (country := known[a].country)},
                    sum(s.span.end <= sentence.start for s in marks.sentences),
                    tuple(edtf for span, edtf in dates if mention.span.contains(span)),
                    tuple(edtf for span, edtf in dates if sentence.contains(span)),
                    state.days[article],
                    frozenset(both - named),
                    towns_of(mention, marks.names, text),
                    numbers_of(mention, marks.quantities),
                )
            )
    return found


def _named(scene: Scene) -> set[str]:
    """The actors that a name is known of, not only what they are."""
    parties = (p for article in scene.story.articles for p in scene.marks[article].parties)
    return {scene.actors[p.id] for p in parties if _is_named(p.why) and p.id in scene.actors}


def _placed(scene: Scene, article: str) -> list[tuple[Span, str]]:
    """The dates that an article names, with where they stand."""
    marked = (scene.times.get((article, one.span)) for one in scene.marks[article].expressions)
    return [(t.span, t.edtf) for t in marked if t and t.edtf and t.type in ("DATE", "TIME")]


def _actor_ids(scene: Scene, parties: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({scene.actors[p] for p in parties if p in scene.actors}))


def _answers(state: State) -> State:
    return replace(state, events=answered(state.events, state.marks.values(), state.articles))


def _findings(state: State) -> State:
    found: list[Finding] = []
    known = Spelling(spelling())
    actors = {actor.id: actor for actor in state.actors}
    for scene in _scenes(state):
        body = sentences(scene)
        alike = list(pairs(body))
        told_twice = list(twins(body))
        differences = [
            *wordings(scene, known, _weights().of),
            *certainty(scene, alike, told_twice),
            *framing(scene, body),
            *who(scene, actors),
            *speakers(scene, actors),
            *names(scene, known, _weights().of, list(frames(scene, told_twice))),
            *posts(scene, known),
            *dates(scene),
            *numbers(scene),
            *places(scene),
        ]
        # Two grains of one date dispute nothing of who did which act.
        disputed = frozenset(
            one.about.id for one in differences if (one.slot, one.type) != ("date", "precision")
        )
        found.extend(differences)
        found.extend(omissions(scene))
        found.extend(agreements(scene, disputed))
    sure = (calibrated(one) for one in found)
    return replace(state, findings=tuple(sorted(sure, key=lambda f: f.id)))


# The river's second half, in order.
STEPS: tuple[Step, ...] = (
    _stories,
    _copies,
    _dates,
    _times,
    _actors,
    _statements,
    _events,
    _answers,
    _findings,
)


def _story_of(state: State) -> dict[str, str]:
    return {article: story.id for story in state.stories for article in story.articles}


def _scenes(state: State) -> list[Scene]:
    """One scene a story, with what the steps before have found."""
    owner = {party: actor.id for actor in state.actors for party in actor.parties}
    origins = Origins(state.articles, state.copies, _owners())
    statements, events = defaultdict(list), defaultdict(list)
    for statement in state.statements:
        statements[statement.story].append(statement)
    for event in state.events:
        events[event.story].append(event)
    times = {(article, time.span): time for article, time in state.times}
    return [
        Scene(
            story,
            state.articles,
            state.marks,
            tuple(statements[story.id]),
            tuple(events[story.id]),
            times,
            state.days,
            owner,
            origins,
            _stop(),
        )
        for story in state.stories
    ]


def _counts(scene: Scene) -> Callable[[Sequence[tuple[str, Span]]], tuple[int, int]]:
    def counts(places: Sequence[tuple[str, Span]]) -> tuple[int, int]:
        told = [Told(article, span) for article, span in places]
        return scene.origins.outlets(told), scene.origins.independent(told)

    return counts


def counter(record: Record) -> Callable[[tuple[Cite, ...]], tuple[int, int]]:
    """How `verify` counts the outlets and origins of a line's cites, from the record itself."""
    read = {i: a for i, a in record.articles.items() if a.aside is None}
    state = State(read, record.marks, record.groups.stories, record.groups.copies)
    scenes = {a: scene for scene in _scenes(state) for a in scene.story.articles}

    def count(cites: tuple[Cite, ...]) -> tuple[int, int]:
        if not cites or cites[0].article not in scenes:
            return 0, 0
        scene = scenes[cites[0].article]
        told = scene.told(cites)
        return scene.origins.outlets(told), scene.origins.independent(told)

    return count


def _weights() -> Background:
    return Background.parse(background())


def _stop() -> frozenset[str]:
    return frozenset(toml("stop.toml")["words"])


def _owners() -> dict[str, str]:
    return {
        domain: outlet["owner"]
        for outlet in toml("outlets.toml")["outlet"]
        if "owner" in outlet
        for domain in outlet["domains"]
    }
