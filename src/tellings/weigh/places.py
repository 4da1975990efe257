"""Differences of place: one happening put at two places of one kind, such as two seas.

A town and the country around it are one place at two grains, and not set side by side. Compared are
names that tell their kind themselves (ocean, airport, hospital), in sentences that are alike, where
no article knows both places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.model import About, Cite, Finding, digest
from tellings.text.content import content, words
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.words.landmarks import landmark

# Weighted share of the lighter sentence's words, and shared stems, that two sentences need.
_ALIKE, _STEMS = 0.35, 4


@dataclass(frozen=True, slots=True)
class Located:
    """A name that tells its kind: its words besides those of the kind, and its sentence's stems.

    `own` are those words in their order.
    """

    cite: Cite
    mark: str
    kind: str
    own: tuple[str, ...]
    stems: frozenset[str]

    @property
    def name(self) -> str:
        return " ".join(words(self.cite.text))


def places(scene: Scene) -> Iterator[Finding]:
    """One finding for each two places of one kind that are told of one matter."""
    by_kind: dict[str, list[Located]] = defaultdict(list)
    for article in sorted(scene.story.articles):
        for one in _located(scene, article):
            by_kind[one.kind].append(one)
    rarity = Rarity(scene)
    for _, members in sorted(by_kind.items()):
        found: dict[tuple[str, str], dict[Cite, Located]] = {}
        for a, b in combinations(members, 2):
            if _differ(scene, a, b, rarity):
                first, second = sorted((a.name, b.name))
                found.setdefault((first, second), {}).update({a.cite: a, b.cite: b})
        for _, told in sorted(found.items()):
            yield _finding(scene, sorted(told.values(), key=lambda one: one.cite))


def _located(scene: Scene, article: str) -> Iterator[Located]:
    text = scene.articles[article].text
    for name in scene.marks[article].names:
        told = tuple(words(name.span.of(text)))
        kind = landmark(told) if name.kind != "person" else None
        if kind is None:
            continue
        around = scene.sentence(article, name.span)
        # The "A" of "L. A. County" is no article.
        stop = {word for word in scene.stop if len(word) > 1}
        own = [word for word in told if landmark(("", word)) != kind and word not in stop]
        stems = frozenset(content(around.of(text), scene.stop))
        yield Located(
            scene.cite(article, name.span),
            name.id,
            kind,
            tuple(own),
            stems - frozenset(content(name.span.of(text), scene.stop)),
        )


def _differ(scene: Scene, a: Located, b: Located, rarity: Rarity) -> bool:
    if a.cite.article == b.cite.article or not {*a.own}.isdisjoint(b.own) or _letters(a, b):
        return False
    if _tells(scene, a.cite.article, b) or _tells(scene, b.cite.article, a):
        return False
    if scene.origins.independent(scene.told([a.cite, b.cite])) < 2:
        return False
    return len(a.stems & b.stems) >= _STEMS and rarity.share(a.stems, b.stems) >= _ALIKE


def _letters(a: Located, b: Located) -> bool:
    """Whether one is the other's first letters, or its letters set apart: "L. A.", "LA"."""
    one, other = "".join(a.own), "".join(b.own)
    first, second = ("".join(word[:1] for word in told.own) for told in (a, b))
    return one in (other, second) or other == first


def _tells(scene: Scene, article: str, one: Located) -> bool:
    """Whether an article's text has the other's name: it knows of both places."""
    return one.name in " ".join(words(scene.articles[article].text))


def _finding(scene: Scene, members: Sequence[Located]) -> Finding:
    told: dict[str, list[Cite]] = defaultdict(list)
    shown: dict[str, str] = {}
    for one in members:
        told[one.name].append(one.cite)
        shown.setdefault(one.name, one.cite.text)
    sides = [scene.side(shown[name], cites) for name, cites in sorted(told.items())]
    return Finding(
        digest("f", "place", members[0].kind, scene.story.id, *sorted(told)),
        scene.story.id,
        "difference",
        "place",
        "contradiction",
        About("name", members[0].mark),
        tuple(sorted(sides, key=lambda side: (-side.independent, side.value))),
        f"Two names of one kind of place ({members[0].kind}) stand in sentences that tell the same "
        "matter. Articles that name both, and names that share a word, were left out.",
        0.75,
    )
