"""Differences of name: one person, place or body written in two ways.

A letter more or less in a name is mostly a slip of one newsroom, and sometimes another name. So a
pair is told only where the rest of the name is the same, or where the word is unknown to the news
and stands for what its own article calls by the other spelling. Short and full names, titles,
plurals, other forms of a country's name, and American and British spelling are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from tellings.model import About, Cite, Finding, Side, Span, digest
from tellings.text.misspelt import near, two_letters
from tellings.text.naming import folded
from tellings.text.spellings import Spelling
from tellings.weigh.forms import Form, name_forms
from tellings.weigh.scene import Scene

# Weights of words (see `text.background`): a word that every paper prints is no slip for another,
# and one that stands alone must be unknown.
_RARE, _UNKNOWN = 6.0, 8.0
# How often the usual spelling stands for each time that the odd one does, where nothing else shows
# that a lone word is a slip.
_OFTEN = 5

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LONG = 3  # words of a name from which on any letter of an inner word may be the slip


def names(scene: Scene, spelling: Spelling, weight: Callable[[str], float]) -> Iterator[Finding]:
    """One finding for each pair of spellings of one name in the story."""
    forms = name_forms(scene)
    holding: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for word in sorted(set(form.words)):
            if word[:1].isupper():
                holding[word].append(form)
    for mine, theirs in _numbered(forms):
        why = "they differ in how a number is written"
        yield _finding(scene, (mine.text, theirs.text), [mine], [theirs], why)
    for one, other in sorted({*near(holding), *_two_letters(forms)}):
        if spelling.compared(one) == spelling.compared(other):
            continue
        rare, plural = max(weight(one), weight(other)), other == f"{one}s"
        found = _same_but(one, other, holding, _LONG if plural or rare < _RARE else 2)
        if found is None and not plural:
            found = _one_person(one, other, holding, weight)
        if found is None and rare >= _UNKNOWN and not plural and not two_letters(one, other):
            found = _alone(one, other, holding)
        if found is not None:
            how = f"“{one}” and “{other}” are a letter or two apart, and {found[2]}"
            yield _finding(scene, (one, other), found[0], found[1], how)


def _numbered(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Forms that are the same but for a Roman numeral against a figure."""
    by_figures: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1:
            by_figures[form.words[:1] + tuple(map(_figure, form.words[1:]))].append(form)
    for _, same in sorted(by_figures.items()):
        for other in same[1:]:
            if other.words != same[0].words:
                yield same[0], other


def _two_letters(forms: Sequence[Form]) -> Iterator[tuple[str, str]]:
    """Words two letters apart in persons' names that are the same otherwise."""
    rest: dict[tuple[int, tuple[str, ...]], set[str]] = defaultdict(set)
    for form in forms:
        if form.kind == "person" and len(form.words) > 1:
            for n, word in enumerate(form.words):
                rest[n, (*form.words[:n], *form.words[n + 1 :])].add(word)
    for words in rest.values():
        for one, other in combinations(sorted(words), 2):
            if two_letters(one, other):
                yield one, other


def _figure(word: str) -> str:
    return str(_ROMAN.index(word) + 1) if word in _ROMAN else word


def _same_but(
    one: str, other: str, holding: dict[str, list[Form]], least: int
) -> tuple[list[Form], list[Form], str] | None:
    """Forms of `least` words or more that are the same but for the one word; of long names, for an
    inner one."""
    pairs = [
        (mine, theirs)
        for mine in holding[one]
        for theirs in holding[other]
        if len(mine.words) >= least
        and (least < _LONG or mine.words[-1] != one)
        and tuple(other if w == one else w for w in mine.words) == theirs.words
        and any(w != one and not w.isdigit() for w in mine.words)
        and _fit(mine.kind, theirs.kind)
    ]
    if not pairs:
        return None
    return (
        _once([mine for mine, _ in pairs]),
        _once([theirs for _, theirs in pairs]),
        "the rest of the name is the same",
    )


def _one_person(
    one: str, other: str, holding: dict[str, list[Form]], weight: Callable[[str], float]
) -> tuple[list[Form], list[Form], str] | None:
    """Persons with known first names, where their surname is rare and their gender one."""
    found = _same_but(one, other, holding, 2)
    if found is None or any(form.kind != "person" for side in found[:2] for form in side):
        return None
    rest = {word for form in found[0] for word in form.words} - {one}
    genders = [frozenset(g for form in side for g in form.genders) for side in found[:2]]
    if max(map(weight, rest)) < _RARE or (all(genders) and genders[0].isdisjoint(genders[1])):
        return None
    return found


def _once(forms: Sequence[Form]) -> list[Form]:
    return list(dict.fromkeys(forms))


def _fit(one: str, other: str) -> bool:
    places = {"place", "country"}
    return one == other or (one in places) == (other in places)


def _alone(
    one: str, other: str, holding: dict[str, list[Form]]
) -> tuple[list[Form], list[Form], str] | None:
    """A lone word that its article, or all the others, write otherwise."""
    for odd, usual in ((one, other), (other, one)):
        mine, theirs = holding[odd], [f for f in holding[usual] if f.words[-1] == usual]
        if any(len(form.words) > 1 and form.kind == "person" for form in mine) or not theirs:
            continue  # the odd one has a first name: its own
        counts = [sum(len(form.cites) for form in forms) for forms in (mine, theirs)]
        if any(len(form.words) > 1 for form in mine):
            # "Tranmoor Mills" and "Tarnmoor": one body, where it is the first word of its name
            theirs = [form for form in theirs if len(form.words) == 1 and form.kind != "person"]
            if not theirs or any(form.words[0] != odd for form in mine):
                continue
            if all(form.articles <= {a for t in theirs for a in t.articles} for form in mine):
                return mine, theirs, "one article has both"
            continue
        bearers = {a for form in theirs if len(form.words) > 1 for a in form.articles}
        if all(form.articles <= bearers for form in mine):
            return mine, theirs, "its article has the whole name in the other spelling"
        fits = all(_fit(m.kind, t.kind) for m in mine for t in theirs)
        if fits and counts[1] >= _OFTEN * counts[0]:
            return mine, theirs, f"{counts[1]} of {sum(counts)} times it is written otherwise"
    return None


def _finding(
    scene: Scene, pair: tuple[str, str], mine: Sequence[Form], theirs: Sequence[Form], how: str
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


def _side(scene: Scene, forms: Sequence[Form], others: Sequence[Form]) -> Side:
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
