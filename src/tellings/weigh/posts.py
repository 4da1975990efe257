"""Differences of post: one person whom one place calls director and another deputy director.

A person may hold several posts, and each may be told short or in full. So two phrases are set
against each other only where they are the same but for one word that cannot be left out: a lower
rank, another rung of the same ladder, another kind of body. Former and passing posts, and articles
more than a month apart, are no matter of this: people rise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from tellings.model import About, Cite, Finding, digest
from tellings.text.calendar import bounds
from tellings.text.spellings import Spelling
from tellings.weigh.scene import Scene
from tellings.words.tables import toml

_SURE = 0.8
_MONTH = 31  # days
_BEFORE = 12  # characters in which the word before a phrase stands
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
# Words in common, the head among them: of a rank the head and whose it is, else more.
_RANK, _REST = 2, 3


@dataclass(frozen=True, slots=True)
class _Post:
    """A post: its words as compared, and its head, the last word before "of"."""

    words: tuple[str, ...]
    head: str


_Told = dict[_Post, list[Cite]]


def posts(scene: Scene, spelling: Spelling) -> Iterator[Finding]:
    """One finding for each named person of the story and pair of words by which posts differ."""
    for actor, told in sorted(_told(scene, spelling).items()):
        found: dict[tuple[str, str], tuple[set[Cite], set[Cite]]] = {}
        for one, other in combinations(sorted(told, key=_order), 2):
            differ = _differ(one, other)
            if differ is None:
                continue
            (first, a), (second, b) = sorted(zip(differ, (one, other), strict=True), key=_word)
            sides = found.setdefault((first, second), (set(), set()))
            sides[0].update(_near(scene, told[a], told[b]))
            sides[1].update(_near(scene, told[b], told[a]))
        for words, (mine, theirs) in sorted(found.items()):
            if mine and theirs:
                yield _finding(scene, actor, words, (mine, theirs))


def _order(post: _Post) -> tuple[tuple[str, ...], str]:
    return post.words, post.head


def _word(differ: tuple[str, _Post]) -> str:
    return differ[0]


def _told(scene: Scene, spelling: Spelling) -> dict[str, _Told]:
    """The posts told of each person who has a name, by actor, with where they are told."""
    found: dict[str, _Told] = defaultdict(dict)
    for article in scene.story.articles:
        for party in scene.marks[article].parties:
            actor = scene.actors.get(party.id)
            if party.kind != "person" or not party.names or actor is None:
                continue
            for role in party.roles:
                cite = scene.cite(article, role.span)
                post = _post(cite, spelling)
                before = scene.articles[article].text[max(0, cite.start - _BEFORE) : cite.start]
                around = {word.lower() for word in _WORD.findall(before)[-1:]} | {*post.words}
                if _table("passing").isdisjoint(around):
                    found[actor].setdefault(post, []).append(cite)
    return found


def _post(cite: Cite, spelling: Spelling) -> _Post:
    text = cite.text.replace("’", "'").replace("'s", " ")
    before = re.split(r"\s(?:of|at|for|to|in)\s", text, maxsplit=1)[0]
    head = [spelling.compared(word) for word in _WORD.findall(before)]
    words = (spelling.compared(word) for word in _WORD.findall(text))
    kept = tuple(word for word in words if word not in _table("small"))
    return _Post(kept, head[-1] if head else "")


def _near(scene: Scene, ours: Sequence[Cite], theirs: Sequence[Cite]) -> Iterator[Cite]:
    """Those of ours that came out within a month of one of theirs, as far as is known."""
    days = {bounds(scene.days.get(cite.article)) for cite in theirs}
    for cite in ours:
        day = bounds(scene.days.get(cite.article))
        if day is None or any(d is None or abs((d[0] - day[0]).days) <= _MONTH for d in days):
            yield cite


def _differ(one: _Post, other: _Post) -> tuple[str, str] | None:
    """The word of each that makes it another post than the other's; "" where it has none."""
    mine, theirs = set(one.words), set(other.words)
    shared, ours, others = mine & theirs, mine - theirs, theirs - mine
    if one.head == other.head and _single(one) and _single(other) and len(shared) >= _RANK:
        ranks = (mine | theirs) & _table("lower")
        if len(ranks) == 1 and ranks in (ours, others):
            (rank,) = ranks
            return (rank, "") if ranks == ours else ("", rank)
    for kind in ("rungs", "bodies"):
        left, right = ours & _table(kind), others & _table(kind)
        alone = len(left) == len(right) == 1 and (ours == left or others == right)
        fits = one.head == other.head or kind == "rungs"
        if alone and fits and len(shared) >= _REST:
            return left.pop(), right.pop()
    return None


def _single(post: _Post) -> bool:
    """Whether a body fills the post once."""
    single = _table("single")
    pairs = {f"{a} {b}" for a, b in pairwise(post.words) if b == post.head}
    return post.head in single or not pairs.isdisjoint(single)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(toml("posts.toml")[name])


def _finding(
    scene: Scene, actor: str, words: tuple[str, str], cites: tuple[set[Cite], set[Cite]]
) -> Finding:
    sides = [scene.side(_most(told), told) for told in cites]
    sides.sort(key=lambda side: (-side.independent, -len(side.cites), side.value))
    how = (
        f"one of them with “{words[0] or words[1]}”"
        if "" in words
        else f"“{words[0]}” against “{words[1]}”"
    )
    return Finding(
        digest("f", "post", scene.story.id, actor, *words),
        scene.story.id,
        "difference",
        "name",
        "contradiction",
        About("actor", actor),
        tuple(sides),
        f"What one person is called was compared: the post is the same word by word but for {how}. "
        "Former and passing posts, shorter forms and posts beside each other were left out.",
        _SURE,
    )


def _most(cites: Iterable[Cite]) -> str:
    """The longest phrase, of those the first by its letters."""
    return min((" ".join(cite.text.split()) for cite in cites), key=lambda t: (-len(t), t))
