"""Differences of actor: who did it, and whose words they are.

A person and the state that the person acts for are one doer at two grains: listed apart, and never
called a clash. A capital for its government, a spokesman for the ministry, are none. One passage
with two speakers is one clash: one of the texts names the wrong one, or both heard it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from tellings.model import About, Actor, Cite, Event, Finding, Quote, digest
from tellings.text.calendar import bounds
from tellings.text.content import content, words
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import not_body
from tellings.words.people import is_role

# Words in one run that two people do not happen to say alike. Of eight, "a clear violation of
# Security Council resolutions" and its like were said by many.
_RUN = 10
_ACT = 2  # stems, besides the doers, that two tellings of one act share
_BESIDE = 300  # characters before and behind a quotation in which its speaker is told
_DAYS = 7  # between two articles on one act: of more, it may be its like
_CALLED = 3  # names of a state that are shown
_AHEAD = frozenset({"planned", "hypothetical", "denied"})


@dataclass(frozen=True, slots=True)
class _Doer:
    """One telling of an event with who did it there: one actor, and what else its sentence says."""

    actor: Actor
    cite: Cite
    clause: Cite
    act: str
    outlet: str
    stems: frozenset[str]


def who(scene: Scene, known: Mapping[str, Actor]) -> Iterator[Finding]:
    """Findings on the doers of events and on the speakers of exact words.

    `known` are the actors by id.
    """
    for event in scene.events:
        if event.outlets > 1:
            yield from _of_event(scene, event, known)
    yield from _of_words(scene, known)


def _of_event(scene: Scene, event: Event, known: Mapping[str, Actor]) -> Iterator[Finding]:
    """A person in one outlet, the person's state in another."""
    doers = list(_doers(scene, event, known))
    persons = [
        one
        for one in doers
        if one.actor.kind == "person" and one.actor.country and _has_name(one.actor)
    ]
    for actor in sorted({one.actor.id for one in persons}):
        mine = [one for one in persons if one.actor.id == actor]
        country = mine[0].actor.country
        named = {one.outlet for one in mine}
        state = [
            one
            for one in doers
            if one.actor.kind != "person"
            and one.actor.country == country
            and one.outlet not in named
            and not _names_too(scene, one, event.lemma, mine[0].actor)
            and any(_one_act(scene, one, other) for other in mine)
        ]
        theirs = {one.actor.id for one in state}
        if not state or not all(_governs(known[other]) for other in theirs):
            continue
        with_state = [m for m in mine if any(_one_act(scene, m, s) for s in state)]
        sides = [
            scene.side(mine[0].actor.name, (one.cite for one in with_state)),
            scene.side(_called(state), (one.cite for one in state)),
        ]
        if len({one.outlet for one in (*with_state, *state)}) < 2:
            continue
        why = (
            f"Who did one thing (“{event.lemma}”) was compared: “{mine[0].actor.name}” in one "
            f"outlet, the state that the person acts for in another. One doer at two grains, no "
            "clash. Headlines and outlets that name the person beside the act were left out."
        )
        yield Finding(
            digest("f", "actor", event.id, actor),
            scene.story.id,
            "difference",
            "actor",
            "precision",
            About("event", event.id),
            tuple(sides),
            why,
            0.75,
        )


def _has_name(actor: Actor) -> bool:
    """Whether a person is known by a name: a headline's "Second man" is none."""
    return actor.name[:1].isupper() and not is_role(actor.name.split()[-1].lower())


def _one_act(scene: Scene, one: _Doer, other: _Doer) -> bool:
    """Whether two tellings of an event say enough alike, in articles of about one time."""
    days = [bounds(scene.days.get(doer.cite.article)) for doer in (one, other)]
    if days[0] and days[1]:
        gap = max(days[0][0], days[1][0]) - min(days[0][1], days[1][1])
        if gap > timedelta(_DAYS):
            return False
    if _whose(one, other) or _whose(other, one):
        return False
    return len(one.stems & other.stems) >= _ACT


def _whose(one: _Doer, other: _Doer) -> bool:
    """Whether an act is told as the other doer's: "was at the heart of the bureau's inquiry"."""
    owner = re.escape(other.cite.text)
    return re.search(rf"{owner}(?:['’]s?)?\s+{re.escape(one.act)}", one.clause.text) is not None


def _called(state: Sequence[_Doer]) -> str:
    """What the state is called where it acts, the most used names first."""
    counts = Counter(one.cite.text for one in state)
    return ", ".join(sorted(counts, key=lambda text: (-counts[text], text))[:_CALLED])


def _names_too(scene: Scene, one: _Doer, lemma: str, person: Actor) -> bool:
    """Whether the article tells the act of the person elsewhere, however it was read there."""
    text = scene.articles[one.cite.article].text
    act = set(content(lemma, ()))
    for sentence in scene.marks[one.cite.article].sentences:
        told = sentence.span.of(text)
        if any(name.split()[-1] in told for name in person.names) and act & set(content(told, ())):
            return True
    return False


def _governs(actor: Actor) -> bool:
    """Whether an actor is a state or its government, and no company of the land."""
    return actor.kind == "country" or (actor.code or "").endswith("GOV")


def _doers(scene: Scene, event: Event, known: Mapping[str, Actor]) -> Iterator[_Doer]:
    mentions = {
        mention.id: mention
        for article in {telling.cite.article for telling in event.tellings}
        for mention in scene.marks[article].events
    }
    for telling in event.tellings:
        article = telling.cite.article
        told = scene.articles[article]
        mention = mentions.get(telling.mark)
        if mention is None or telling.actor is None or telling.certainty in _AHEAD:
            continue
        if any(span.overlaps(telling.trigger.span) for span in not_body(told)):
            continue
        actors = {scene.actors[party] for party in mention.actors if party in scene.actors}
        if len(actors) != 1:
            continue
        actor = known[actors.pop()]
        sentence = scene.sentence(article, telling.trigger.span).of(told.text)
        about = content(f"{telling.actor.text} {' '.join(actor.names)}", scene.stop)
        stems = frozenset(content(sentence, scene.stop)) - {*about, *content(event.lemma, ())}
        outlet = scene.origins.label(article)
        yield _Doer(actor, telling.actor, telling.cite, telling.trigger.text, outlet, stems)


@dataclass(frozen=True, slots=True)
class _Spoken:
    article: str
    quote: Quote
    words: tuple[str, ...]
    cite: Cite
    source: Cite
    actor: Actor


def _of_words(scene: Scene, known: Mapping[str, Actor]) -> Iterator[Finding]:
    """A long run of words between marks that two texts give to two named persons."""
    held: dict[tuple[str, ...], list[_Spoken]] = defaultdict(list)
    for one in _spoken(scene, known):
        for n in range(len(one.words) - _RUN + 1):
            held[one.words[n : n + _RUN]].append(one)
    met: dict[tuple[str, str], dict[_Spoken, None]] = defaultdict(dict)
    for _, same in sorted(held.items()):
        for a, b in combinations(same, 2):
            left, right = sorted((a, b), key=lambda one: (one.actor.name, one.cite))
            if _may_be_one(left.actor, right.actor):
                continue
            if not _named_in(scene, left, right.actor) and not _named_in(scene, right, left.actor):
                met[left.actor.id, right.actor.id] |= {left: None, right: None}
    for pair, spoken in sorted(met.items()):
        yield _two_speakers(scene, pair, sorted(spoken, key=lambda one: one.cite))


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether the last name of one is a word of the other's names: it may be half a name."""
    mine, theirs = (
        {word for name in actor.names for word in name.split()} for actor in (one, other)
    )
    last = [{name.split()[-1] for name in actor.names} for actor in (one, other)]
    return one.id == other.id or not (last[0].isdisjoint(theirs) and last[1].isdisjoint(mine))


def _spoken(scene: Scene, known: Mapping[str, Actor]) -> Iterator[_Spoken]:
    """Exact words whose speaker is a person whom the source beside them names."""
    for quote_id in sorted(scene.quotes):
        article, quote = scene.quotes[quote_id]
        if quote.source is None or quote.speaker is None or quote.form == "indirect":
            continue
        actor = known.get(scene.actors.get(quote.speaker, ""))
        if actor is None or actor.kind != "person":
            continue
        text = scene.articles[article].text
        source = scene.cite(article, quote.source)
        surnames = {name.split()[-1] for name in actor.names if name[:1].isupper()}
        if surnames.isdisjoint(source.text.replace("’s", "").replace("'s", "").split()):
            continue
        for part in quote.quoted:
            yield _Spoken(
                article,
                quote,
                tuple(words(part.of(text))),
                scene.cite(article, part),
                source,
                actor,
            )


def _named_in(scene: Scene, one: _Spoken, other: Actor) -> bool:
    """Whether the other speaker is named close by, too: either may have spoken."""
    told = scene.articles[one.article].text
    around = told[max(0, one.cite.start - _BESIDE) : one.cite.end + _BESIDE]
    return any(name.split()[-1] in around for name in other.names)


def _two_speakers(scene: Scene, pair: tuple[str, str], spoken: Sequence[_Spoken]) -> Finding:
    sides = []
    for actor in pair:
        mine = [one for one in spoken if one.actor.id == actor]
        cites = (cite for one in mine for cite in (one.source, one.cite))
        sides.append(scene.side(mine[0].actor.name, cites))
    return Finding(
        digest("f", "speaker", *sorted({one.quote.id for one in spoken})),
        scene.story.id,
        "difference",
        "actor",
        "contradiction",
        About("quote", spoken[0].quote.id),
        tuple(sides),
        f"{_RUN} or more words in one run between quotation marks are given to two people, each "
        "named beside the words. Passages that name both were left out.",
        0.75,
    )
