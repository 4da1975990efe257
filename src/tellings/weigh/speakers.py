"""Who said it, at two grains: by name in one outlet, by office or body in another.

What a body says is said by somebody, and many outlets leave the name out. So both can hold, and it
is never called a clash. It is told only where both have the same words, more or less, where the
unnamed speaker is of the named one's kind or body (a statement or a blog only where it holds the
quoted words), and where the sentence without a name has it nowhere, whoever is named later. Whom an
outlet or agency quotes is no speaker of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.model import About, Actor, Cite, Finding, Name, Quote, Span, digest
from tellings.text.content import content, words
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.words.geography import country_of
from tellings.words.people import is_outlet, is_role, role_code, voices

# Weighted share of the words that two contents have in common: of the lighter, and of the heavier.
# The 8 findings printed so on the tuned affairs and on ECB+ train and dev hold.
_LIGHT, _HEAVY, _FEWEST = 0.6, 0.5, 4
_WEIGHT = 10.0  # of words in common, where they are fewer: "spreading like wildfire"
_SAME = 3  # telling words that both have, and no others
_MOST = 40  # contents of a story that share a stem: of more it shows nothing
_RUN = 6  # quoted words in a row that show one saying whoever the speakers are called
_STATE = frozenset({"GOV", "COP", "JUD", "MIL", "LEG"})
_THE = re.compile(r"the\b", re.IGNORECASE)
_PRESS = "MED"


@dataclass(frozen=True, slots=True)
class _Said:
    """A content with its source; `named` is the speaker's name, None where only a role is told."""

    article: str
    quote: Quote
    stems: frozenset[str]
    quoted: frozenset[tuple[str, ...]]
    source: Cite
    cite: Cite
    named: str | None
    titles: frozenset[str]
    roles: tuple[str, ...]

    @property
    def surname(self) -> str:
        return self.named.split()[-1] if self.named else ""


def speakers(scene: Scene, known: Mapping[str, Actor]) -> Iterator[Finding]:
    """One finding for each person whom some outlets name and others tell by office or body.

    `known` are the actors by id.
    """
    told = [one for one in _said(scene, known) if one is not None]
    met: dict[int, dict[int, None]] = defaultdict(dict)
    by: dict[int, set[str]] = defaultdict(set)
    for i, j in _alike(scene, told):
        for named, other in ((i, j), (j, i)):
            one, unnamed = told[named], told[other]
            if one.named and not unnamed.named:
                by[other].add(one.surname)
                if _fit(scene, one, unnamed):
                    met[named][other] = None
    groups: dict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for named, others in sorted(met.items()):
        for other in others:
            if len(by[other]) == 1:
                mine, theirs = groups[told[named].surname]
                mine.add(named)
                theirs.add(other)
    for _, (mine, theirs) in sorted(groups.items()):
        yield _finding(scene, [told[n] for n in sorted(mine)], [told[n] for n in sorted(theirs)])


def _said(scene: Scene, known: Mapping[str, Actor]) -> Iterator[_Said | None]:
    for quote_id in sorted(scene.quotes):
        article, quote = scene.quotes[quote_id]
        if quote.source is not None:
            yield _read(scene, article, quote, known)


def _read(scene: Scene, article: str, quote: Quote, known: Mapping[str, Actor]) -> _Said | None:
    """A content with whom its source names; None where that is a pronoun or an outlet."""
    text = scene.articles[article].text
    if quote.source is None:
        return None
    source = scene.cite(article, quote.source)
    names = [n for n in scene.marks[article].names if quote.source.contains(n.span)]
    actor = known.get(scene.actors.get(quote.speaker or "", ""))
    named = _named(names, quote, actor)
    low = words(source.text)
    told = any(map(is_role, low)) or role_code(source.text, "body") or names
    if named is None and not told and not voices("paper", source.text):
        return None
    if named is None and (
        _code(source.text) == _PRESS or any(is_outlet(n.span.of(text)) for n in names)
    ):
        return None
    if named is None and _another(text, quote.source, names):
        return None
    titles = {role.title for role in actor.roles} if actor else set()
    titles |= {role.of for role in actor.roles if role.of} if actor else set()
    body = " ".join(part.of(text) for part in quote.parts)
    return _Said(
        article,
        quote,
        frozenset(content(body, scene.stop)),
        frozenset(
            tuple(run[n : n + _RUN])
            for run in (words(part.of(text)) for part in quote.quoted)
            for n in range(len(run) - _RUN + 1)
        ),
        source,
        scene.cite(article, quote.parts[0]),
        named,
        _about(" ".join((source.text, *sorted(titles))), scene),
        tuple(sorted({role.title for role in actor.roles})) if actor else (),
    )


def _about(told: str, scene: Scene) -> frozenset[str]:
    """What a source is told to be; a land has many offices: "Greek unions" are no Greek premier."""
    kept = (word for word in told.split() if country_of(word.strip(",.")) is None)
    return frozenset(content(" ".join(kept), scene.stop))


def _named(names: Sequence[Name], quote: Quote, actor: Actor | None) -> str | None:
    """The name of a person who is the speaker and stands in the source."""
    persons = [name for name in names if name.kind == "person"]
    if not persons or persons[-1].party != quote.speaker or actor is None:
        return None
    return actor.name if actor.kind == "person" and actor.name[:1].isupper() else None


def _another(text: str, source: Span, names: Sequence[Name]) -> bool:
    """Whether a source names a person who may be its speaker: "a friend, Ola Varr"."""
    for name in names:
        before = text[source.start : name.span.start].split()
        owner = text.startswith(("'s", "’s"), name.span.end)
        if name.kind == "person" and not owner and before[-1:] not in (["for"], ["of"]):
            return True
    return False


def _alike(scene: Scene, told: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    """Contents of two articles that say the same, more or less; by the stems that they share."""
    rarity = Rarity(scene)
    holding: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for stem in one.stems:
            holding[stem].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for found in holding.values():
        if len(found) <= _MOST:
            shared.update(combinations(found, 2))
    for (i, j), count in sorted(shared.items()):
        one, other = told[i], told[j]
        if count < 2 or one.article == other.article:
            continue
        both = rarity.of(one.stems & other.stems)
        if count < _FEWEST and both < _WEIGHT and one.quoted.isdisjoint(other.quoted):
            continue
        light, heavy = sorted((rarity.of(one.stems), rarity.of(other.stems)))
        if both >= _LIGHT * light and both >= _HEAVY * heavy:
            yield i, j


def _fit(scene: Scene, named: _Said, other: _Said) -> bool:
    """Whether the unnamed speaker can be the named one, whose name does not stand beside it."""
    text = scene.articles[other.article].text
    beside = scene.sentence(other.article, other.quote.span).of(text)
    if re.search(rf"\b{re.escape(named.surname)}\b", beside, re.IGNORECASE):
        return False
    unnamed = other.source.text
    if voices("paper", unnamed):
        return bool(named.quoted & other.quoted)
    roles = any(map(is_role, words(unnamed)))
    speaks = voices("one", unnamed)
    if roles and _THE.match(unnamed) and not speaks and not voices("several", unnamed):
        return False  # "the judge" is known by the office, whoever it is
    told = " ".join((named.source.text, *named.roles))
    if speaks and any(map(is_role, words(told))) and not voices("one", told):
        return False  # a mayor's words and a spokesman's are not one speaker's
    if named.quoted & other.quoted or named.titles & other.titles:
        return True
    if voices("several", unnamed) and named.stems == other.stems and len(named.stems) >= _SAME:
        return True  # word for word: one saying, whoever is named for the authorities
    if voices("one", named.source.text) and not roles:
        return True  # whose spokesman is not told, and what a body said
    codes = {_code(one.source.text) for one in (named, other)}
    return None not in codes and (len(codes) == 1 or codes <= _STATE)


def _code(phrase: str) -> str | None:
    return role_code(phrase) or role_code(phrase, "body")


def _finding(scene: Scene, mine: Sequence[_Said], theirs: Sequence[_Said]) -> Finding:
    called = Counter(" ".join(one.source.text.split()) for one in theirs)
    value = min(called, key=lambda text: (-called[text], text))
    sides = [
        scene.side(name, (cite for one in told for cite in (one.source, one.cite)))
        for name, told in ((mine[0].named or "", mine), (value, theirs))
    ]
    return Finding(
        digest("f", "spoke", scene.story.id, *sorted(one.quote.id for one in (*mine, *theirs))),
        scene.story.id,
        "difference",
        "actor",
        "precision",
        About("quote", min(one.quote.id for one in (*mine, *theirs))),
        tuple(sides),
        "Who said one thing was compared, where the words are the same, more or less: a person by "
        "name in one outlet, an office or body in another. One speaker at two grains, no clash. "
        "Sentences that have the name, too, pronouns, and what outlets report were left out.",
        0.8,
    )
