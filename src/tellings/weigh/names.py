"""Differences of name: one person, place or body written in two ways.

A letter more or less in a name is mostly a slip of one newsroom, and sometimes another name. So a
pair is told only where the rest of the name is the same, or where the word is unknown to the news
and stands for what its own article calls by the other spelling. Short and full names, titles,
plurals, other forms of a country's name, and American and British spelling are none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tellings.model import About, Cite, Finding, Name, Side, Span, digest
from tellings.text.misspelt import near
from tellings.text.naming import folded
from tellings.text.spellings import Spelling
from tellings.weigh.scene import Scene

# Weights of words (see `text.background`): a word that every paper prints is no slip for another,
# and one that stands alone must be unknown.
_RARE, _UNKNOWN = 6.0, 8.0
# How often the usual spelling stands for each time that the odd one does, where nothing else shows
# that a lone word is a slip.
_OFTEN = 5

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.](?=\w))*")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LONG = 3  # words of a name from which on any letter of an inner word may be the slip
_OWNED = re.compile(r"['’]s?$")
_HANDLES = "@#/."


@dataclass(frozen=True, slots=True)
class _Form:
    """One name as written: its words, and where it stands so."""

    words: tuple[str, ...]
    kind: str
    cites: tuple[Cite, ...]
    names: tuple[str, ...]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(cite.article for cite in self.cites)

    @property
    def text(self) -> str:
        return " ".join(self.words)


def names(scene: Scene, spelling: Spelling, weight: Callable[[str], float]) -> Iterator[Finding]:
    """One finding for each pair of spellings of one name in the story."""
    forms = _forms(scene)
    holding: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        for word in sorted(set(form.words)):
            holding[word].append(form)
    for mine, theirs in _numbered(forms):
        why = "they differ in how a number is written"
        yield _finding(scene, (mine.text, theirs.text), [mine], [theirs], why)
    for one, other in near(holding):
        if spelling.compared(one) == spelling.compared(other):
            continue
        rare, plural = max(weight(one), weight(other)), other == f"{one}s"
        found = _same_but(one, other, holding, _LONG if plural or rare < _RARE else 2)
        if found is None and rare >= _UNKNOWN and not plural:
            found = _alone(one, other, holding)
        if found is not None:
            how = f"“{one}” and “{other}” are one letter or one sound apart, and {found[2]}"
            yield _finding(scene, (one, other), found[0], found[1], how)


def _forms(scene: Scene) -> list[_Form]:
    """The names of the story by how they are written and their kind, sorted."""
    held: dict[tuple[tuple[str, ...], str], list[tuple[Cite, str]]] = defaultdict(list)
    for article in scene.story.articles:
        for name in scene.marks[article].names:
            written = _words(scene, article, name)
            if written:
                cite = scene.cite(article, name.span)
                held[written, name.kind].append((cite, name.id))
    return [
        _Form(written, kind, tuple(c for c, _ in found), tuple(n for _, n in found))
        for (written, kind), found in sorted(held.items())
    ]


def _words(scene: Scene, article: str, name: Name) -> tuple[str, ...]:
    """The name's words, without what shows whose something is; none for handles and capitals."""
    text = scene.articles[article].text
    before = text[name.span.start - 1 : name.span.start]
    written = name.span.of(text)
    if (before and before in _HANDLES) or written.isupper():
        return ()
    return tuple(_OWNED.sub("", m.group()) for m in _WORD.finditer(written))


def _numbered(forms: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Forms that are the same but for a Roman numeral against a figure."""
    by_figures: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1:
            by_figures[form.words[:1] + tuple(map(_figure, form.words[1:]))].append(form)
    for _, same in sorted(by_figures.items()):
        for other in same[1:]:
            if other.words != same[0].words:
                yield same[0], other


def _figure(word: str) -> str:
    return str(_ROMAN.index(word) + 1) if word in _ROMAN else word


def _same_but(
    one: str, other: str, holding: dict[str, list[_Form]], least: int
) -> tuple[list[_Form], list[_Form], str] | None:
    """Forms of `least` words or more that are the same but for the one word; of long names, for an
    inner one."""
    pairs = [
        (mine, theirs)
        for mine in holding[one]
        for theirs in holding[other]
        if len(mine.words) >= least
        and (least < _LONG or mine.words[-1] != one)
        and tuple(other if w == one else w for w in mine.words) == theirs.words
        and _fit(mine.kind, theirs.kind)
    ]
    if not pairs:
        return None
    return (
        _once([mine for mine, _ in pairs]),
        _once([theirs for _, theirs in pairs]),
        "the rest of the name is the same",
    )


def _once(forms: Sequence[_Form]) -> list[_Form]:
    return list(dict.fromkeys(forms))


def _fit(one: str, other: str) -> bool:
    places = {"place", "country"}
    return one == other or (one in places) == (other in places)


def _alone(
    one: str, other: str, holding: dict[str, list[_Form]]
) -> tuple[list[_Form], list[_Form], str] | None:
    """A lone word that its article, or all the others, write otherwise."""
    for odd, usual in ((one, other), (other, one)):
        mine, theirs = holding[odd], [f for f in holding[usual] if f.words[-1] == usual]
        if any(len(form.words) > 1 for form in mine) or not theirs:
            continue  # the odd one has a first name, or is part of a longer name: its own
        counts = [sum(len(form.cites) for form in forms) for forms in (mine, theirs)]
        bearers = {a for form in theirs if len(form.words) > 1 for a in form.articles}
        if all(form.articles <= bearers for form in mine):
            return mine, theirs, "its article has the whole name in the other spelling"
        fits = all(_fit(m.kind, t.kind) for m in mine for t in theirs)
        if fits and counts[1] >= _OFTEN * counts[0]:
            return mine, theirs, f"{counts[1]} of {sum(counts)} times it is written otherwise"
    return None


def _finding(
    scene: Scene, pair: tuple[str, str], mine: Sequence[_Form], theirs: Sequence[_Form], how: str
) -> Finding:
    sides = [_side(scene, mine, theirs), _side(scene, theirs, mine)]
    sides.sort(key=lambda side: (-side.independent, -len(side.cites), side.value))
    actors = [
        actor
        for forms in (mine, theirs)
        for form in forms
        for cite in form.cites
        if (actor := _actor(scene, cite.article, cite.span)) is not None
    ]
    first = min(name for form in (*mine, *theirs) for name in form.names)
    written = folded(pair[0]) == folded(pair[1])
    more = " They are two ways to write one foreign name." if written else ""
    return Finding(
        digest("f", "name", scene.story.id, *pair),
        scene.story.id,
        "difference",
        "name",
        "wording",
        About("actor", min(actors)) if actors else About("name", first),
        tuple(sides),
        f"Names of the story were compared letter by letter: {how}.{more} Short and full names, "
        "plurals, titles and American and British spelling were left out.",
        0.6 if written else 0.85 if len(mine[0].words) > 1 else 0.75,
    )


def _side(scene: Scene, forms: Sequence[_Form], others: Sequence[_Form]) -> Side:
    """One spelling: where its articles have the other one too, and once in every other article."""
    both = {a for form in others for a in form.articles}
    cites: list[Cite] = []
    for cite in sorted(c for form in forms for c in form.cites):
        if cite.article in both or all(kept.article != cite.article for kept in cites):
            cites.append(cite)
    most = min(forms, key=lambda form: (-len(form.cites), form.text))
    return scene.side(most.text, cites)


def _actor(scene: Scene, article: str, span: Span) -> str | None:
    for name in scene.marks[article].names:
        if name.span == span and name.party is not None:
            return scene.actors.get(name.party)
    return None
