"""Happenings that one outlet tells as fact, and another as alleged.

Whether two articles tell one happening was joined before; told as fact is only what an article says
in its own running text. Where the clauses share little, or the doubtful one has a figure of its
own, the doubt may be about something else, and nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tellings.model import About, Event, EventTelling, Finding, Span, digest
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import not_body
from tellings.words.tables import toml

# Words before the one that names the happening among which one of doubt stands ("the allegedly
# badly burned", "accused Ruritania of having meddled").
_NEAR, _FAR = 2, 8
_LINK = 3  # words behind "accused" in which its "of" follows: "accused the crew of"
# Stems that a telling as fact shares with a doubtful one, besides the act, where both name the doer
# (one more where not); days between them.
_SHARED, _APART = 1, 7
# The weight of the lighter clause's words that both have. Without it 19 outlets stood against one
# that told of an alleged patch, most of them with another patch; with it 3 do.
_ALIKE = 0.4
_FOLLOWS = re.compile(r" (\w+)")  # the next word, where no sign stands between


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of an event: its outlet, its clause's stems, and the word of doubt, if any.

    `about` are the stems with actors for their names, so that "Russian" and "Russia" are one.
    """

    telling: EventTelling
    outlet: str
    stems: frozenset[str]
    about: frozenset[str]
    actors: frozenset[str]
    day: tuple[date, date] | None
    doubt: str | None
    fact: bool
    figures: frozenset[str]

    def meets(self, other: _Told) -> bool:
        """Whether a fact and a doubtful telling share a word besides the act.

        Nor do they where they tell other days or actors, or where the doubtful one has a figure of
        its own: "is believed to have offered 160 million" doubts the sum and no offer.
        """
        if not other.figures <= self.figures:
            return False
        if self.actors and other.actors and self.actors.isdisjoint(other.actors):
            return False
        if self.day and other.day:
            gap = max(self.day[0], other.day[0]) - min(self.day[1], other.day[1])
            if gap > timedelta(_APART):
                return False
        common = self.actors & other.actors
        if not common and any(one.doubt and _is_accusing(one.doubt) for one in (self, other)):
            return False  # nobody doubts the death of which somebody is accused
        return len(self.about & other.about) >= (_SHARED if common else _SHARED + 1)


def alleged(scene: Scene, event: Event, rarity: Rarity) -> Iterator[Finding]:
    """One finding where some tell an event as fact, and others with a word of doubt."""
    told = [_told(scene, telling) for telling in event.tellings]
    doubting = {one.outlet for one in told if one.doubt}
    sure = {one.outlet for one in told if one.fact}
    met = [
        (one, other)
        for one in told
        for other in told
        if one.fact and one.outlet not in doubting and other.doubt and other.outlet not in sure
        if one.meets(other) and rarity.share(one.stems, other.stems) >= _ALIKE
    ]
    if not met:
        return
    facts, doubtful = ([one for one in told if one in of] for of in zip(*met, strict=True))
    cues = sorted({one.doubt for one in doubtful if one.doubt})
    shown = ", ".join(f"“{cue}”" for cue in cues)
    sides = [
        scene.side("told as fact", (one.telling.cite for one in facts)),
        scene.side(f"told as alleged ({shown})", (one.telling.cite for one in doubtful)),
    ]
    if scene.origins.independent(scene.told(c for side in sides for c in side.cites)) < 2:
        return
    why = (
        f"How surely one happening (“{event.lemma}”) is told was compared: one side in its own "
        f"words as a fact, the other with {shown}. Headlines, captions, quotations, what is given "
        "to a speaker, and outlets that tell it both ways were left out."
    )
    key = digest("f", "certainty", event.id)
    yield Finding(
        key,
        scene.story.id,
        "difference",
        "certainty",
        "certainty",
        About("event", event.id),
        tuple(sides),
        why,
        0.8,
    )


def _told(scene: Scene, telling: EventTelling) -> _Told:
    article, at = telling.cite.article, telling.trigger.span
    told = scene.articles[article]
    body = not any(span.overlaps(at) for span in not_body(told))
    quoted = any(part.overlaps(at) for q in scene.marks[article].quotes for part in q.parts)
    sentence = scene.sentence(article, at)
    before = words(told.text[sentence.start : at.start])
    follows = _FOLLOWS.match(told.text, at.end)
    behind = follows.group(1).casefold() if follows else ""
    open_ = body and not _in_marks(scene, article, at)
    doubt = doubt_before(before, "" if behind in scene.stop else behind) if open_ else None
    said = words(sentence.of(told.text))
    denied = bool(set(before) & set(toml("certainty.toml")["not"]))
    doubt = None if denied else doubt
    hedged = denied or {stem(word) for word in said} & doubting() or set(said) & _habits()
    fact = body and not quoted and telling.certainty == "asserted" and not doubt and not hedged
    known = {stem(word) for word in words(telling.trigger.text)}
    stems = frozenset(content(telling.cite.text, scene.stop)) - known
    matter = about(scene, telling) - known
    time = scene.times.get((article, telling.time.span)) if telling.time else None
    day = bounds(time.edtf if time and time.edtf else scene.days.get(article))
    parties = next((m.actors for m in scene.marks[article].events if m.id == telling.mark), ())
    actors = frozenset(scene.actors[party] for party in parties if party in scene.actors)
    figures = frozenset(word for word in said if any(map(str.isdigit, word)))
    return _Told(
        telling, scene.origins.label(article), stems, matter, actors, day, doubt, fact, figures
    )


def about(scene: Scene, telling: EventTelling) -> frozenset[str]:
    """What a telling's clause is about: the actors it names, and the stems of its other words."""
    cite = telling.cite
    named = [
        (mention, scene.actors[party.id])
        for party in scene.marks[cite.article].parties
        if party.id in scene.actors
        for mention in party.mentions
        if mention.overlaps(cite.span)
    ]
    rest = list(cite.text)
    for mention, _ in named:
        for at in range(max(mention.start, cite.start), min(mention.end, cite.end)):
            rest[at - cite.start] = " "
    return frozenset(content("".join(rest), scene.stop)) | {actor for _, actor in named}


def _habits() -> frozenset[str]:
    """Words with which a sentence tells what happens again and again."""
    return frozenset(toml("certainty.toml")["habit"])


def doubting() -> frozenset[str]:
    """Stems of words with one of which in its sentence nothing is told as fact."""
    return _listed("alleged", "alleging", "hearsay") | frozenset(
        stem(word) for word in toml("saying.toml")["according"]
    )


def _in_marks(scene: Scene, article: str, at: Span) -> bool:
    """Whether a place stands between quotation marks."""
    quotes = scene.marks[article].quotes
    return any(part.overlaps(at) for quote in quotes for part in quote.quoted)


def doubt_before(before: Sequence[str], behind: str = "") -> str | None:
    """The word of doubt under which what stands between the two stands, None where there is none.

    What hangs on the doubted thing is not doubted: "claims of fraud in the election" doubts no
    election, nor does "alleged election fraud"; `behind` is the word that follows at once.
    """
    listed = toml("certainty.toml")
    for word in reversed(before[-_NEAR:]):
        if word in listed["alleged"]:
            return word if word.endswith("ly") or not behind else None
    last = list(before[-_FAR:])
    for n, word in reversed(list(enumerate(last))):
        after = last[n + 1 :]
        reach = _LINK if stem(word) in _listed("accusing") else 1
        if stem(word) in _listed("charging") and {"of", "that"} & set(after[:reach]):
            link = next(i for i, one in enumerate(after) if one in ("of", "that"))
            hangs = not set(listed["hanging"]).isdisjoint(after[link + 1 :])
            return None if hangs else word
        if stem(word) in _listed("hearsay") and after[:2] == ["to", "have"]:
            return word
    return None


def _is_accusing(doubt: str) -> bool:
    return stem(doubt) in _listed("accusing")


@cache
def _listed(*names: str) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in toml("certainty.toml")[name])
