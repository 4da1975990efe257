"""Clauses that are the same but that one of them hedges what the other tells as fact.

The hedge is all that differs where it stands ("was reportedly sold", "was sold", "possibly two
children", "two children"): the word behind it and words close by are alike in both, so that no
joining of events has to promise that one thing is meant. The rest of the sentences may be unlike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tellings.model import About, Finding, Span, digest
from tellings.text.content import stem, words, words_at
from tellings.weigh.doubts import doubted, doubts, hedging_words, listed
from tellings.weigh.frames import Frame, Phrase
from tellings.weigh.given import givers, is_given, is_quoted, said_in
from tellings.weigh.scene import Scene

_FEWEST = 3  # telling words close by, the hedged one among them, that both have
# Words before the hedge, and behind the word it hedges, that are its clause; fewer before a noun.
_BEFORE, _NOUN, _BEHIND = 6, 4, 6
_TWO = 2  # of those behind, where none before is alike: "a history of", "died of" heart disease
_ARTICLES = frozenset({"a", "an", "the", "and"})  # beside a hedge, and no part of it
_PREFIX = 4  # letters by which a name is one with its people's


@dataclass(frozen=True, slots=True)
class _Place:
    """What a phrase hedges or tells, in its clause: stems before, the word itself, stems behind."""

    article: str
    clause: Span
    before: frozenset[str]
    head: str
    behind: frozenset[str]


def hedges(scene: Scene, told: Iterable[Frame]) -> Iterator[Finding]:
    """One finding for each thing that some hedge; outlets that do both are on no side.

    `told` are the story's frames, with what only one has put in.
    """
    found: dict[tuple[str, int, str], tuple[str, dict[Phrase, None], dict[Phrase, None]]] = {}
    for frame in told:
        for hedged, fact in ((frame.ones, frame.others), (frame.others, frame.ones)):
            met = _hedge(scene, frame, hedged[0], fact[0])
            if met is not None:
                hedge, head = met
                key = hedged[0].article, hedged[0].sentence.start, head
                of = found.setdefault(key, (hedge, {}, {}))
                of[1].update(dict.fromkeys(hedged))
                of[2].update(dict.fromkeys(fact))
    yield from _findings(scene, found)


def _hedge(scene: Scene, frame: Frame, one: Phrase, other: Phrase) -> tuple[str, str] | None:
    """The words by which one hedges what the other tells as fact, and what; None for any other."""
    if len(frame.near) < _FEWEST or not (frame.before and frame.after):
        return None
    texts = [scene.articles[each.article].text for each in (one, other)]
    ours, theirs = words(one.span.of(texts[0])), words(other.span.of(texts[1]))
    if not listed("not").isdisjoint(ours) or not doubts(ours) or doubted(said_in(scene, other)):
        return None
    hedging = list(takewhile(lambda word: word in scene.stop or word in hedging_words(), ours))
    if len(ours) - len(hedging) > 1 or not doubts(hedging) or not _bare(scene, theirs):
        return None
    reach = _BEFORE if listed("maybe").isdisjoint(hedging) else _NOUN
    if reach == _NOUN and "for" in words(texts[0][one.sentence.start : one.span.start])[-_TWO:]:
        return None  # "evaluated for a possible concussion": nobody tells that there is one
    hedged, fact = _place(scene, one, reach), _place(scene, other, reach)
    if hedged is None or fact is None or not _one_clause(hedged, fact):
        return None
    if _other_names(scene, hedged, fact) or _kept_apart(scene, one, other):
        return None
    if _elsewhere(scene, hedged, hedged=False) or _elsewhere(scene, fact, hedged=True):
        return None
    bare = [n for n, word in enumerate(hedging) if word not in _ARTICLES]
    at = words_at(one.span.of(texts[0]))
    return one.span.of(texts[0])[at[bare[0]][1] : at[bare[-1]][2]], hedged.head


def _bare(scene: Scene, said: Sequence[str]) -> bool:
    """Whether a phrase tells nothing of its own before its last word."""
    several = listed("not") | listed("if") | listed("some")
    linking = listed("linking")
    return several.isdisjoint(said) and all(w in scene.stop or w in linking for w in said[:-1])


def _place(scene: Scene, phrase: Phrase, reach: int) -> _Place | None:
    """The word that a phrase hedges, or tells: the first behind its start that tells something."""
    text = phrase.sentence.of(scene.articles[phrase.article].text)
    found = [
        (word, Span(phrase.sentence.start + start, phrase.sentence.start + end))
        for word, start, end in words_at(text)
    ]
    here = sum(span.end <= phrase.span.start for _, span in found)
    linking = hedging_words() | listed("linking")
    skipped = takewhile(lambda one: one[0] in scene.stop or one[0] in linking, found[here:])
    at = here + len(list(skipped))
    if at == len(found):
        return None
    before, behind = found[max(0, here - reach) : here], found[at + 1 : at + 1 + _BEHIND]
    clause = [span for _, span in (*before, found[at], *behind)]
    return _Place(
        phrase.article,
        Span(clause[0].start, clause[-1].end),
        frozenset(stem(word) for word, _ in before if word not in scene.stop),
        stem(found[at][0]),
        frozenset(stem(word) for word, _ in behind if word not in scene.stop),
    )


def _one_clause(hedged: _Place, fact: _Place) -> bool:
    """Whether both tell the same word, in words that are alike before it or behind it."""
    if hedged.head != fact.head:
        return False
    behind = hedged.behind & fact.behind
    return bool(hedged.before & fact.before) or len(behind) >= _TWO


def _other_names(scene: Scene, one: _Place, other: _Place) -> bool:
    """Whether both clauses name somebody or something, and nothing that is one."""
    named = []
    for place in (one, other):
        text = scene.articles[place.article].text
        names = (n for n in scene.marks[place.article].names if n.span.overlaps(place.clause))
        named.append({w[:_PREFIX] for n in names for w in n.span.of(text).split()})
    return bool(named[0] and named[1] and named[0].isdisjoint(named[1]))


def _kept_apart(scene: Scene, hedged: Phrase, fact: Phrase) -> bool:
    """Whether the fact is the word of somebody who does not hedge it, or stands under an "if"."""
    if is_given(scene, fact) and givers(scene, fact).isdisjoint(givers(scene, hedged)):
        return True  # "police say" is a grade of its own
    if is_quoted(scene, fact) and not is_quoted(scene, hedged):
        return True
    return any(not listed("if").isdisjoint(said_in(scene, each)) for each in (hedged, fact))


def _elsewhere(scene: Scene, place: _Place, hedged: bool) -> bool:
    """Whether an article tells the same again, with a word of doubt or without."""
    text = scene.articles[place.article].text
    around = place.before | place.behind
    for sentence in scene.marks[place.article].sentences:
        said = words(sentence.span.of(text))
        stems = [stem(word.removesuffix("'s")) for word in said]
        if sentence.span.overlaps(place.clause) or place.head not in stems:
            continue
        if doubted(said) == hedged and len(around.intersection(stems)) >= _TWO:
            return True
    return False


def _findings(
    scene: Scene,
    found: dict[tuple[str, int, str], tuple[str, dict[Phrase, None], dict[Phrase, None]]],
) -> Iterator[Finding]:
    """Those that hedge one thing beside the same fact stand together."""
    groups: dict[tuple[str, int, str], list[tuple[str, int, str]]] = defaultdict(list)
    owner: dict[tuple[str, str, int], tuple[str, int, str]] = {}
    for key in sorted(found):
        places = [(key[2], fact.article, fact.sentence.start) for fact in found[key][2]]
        first = next((owner[place] for place in places if place in owner), key)
        owner.update(dict.fromkeys(places, first))
        groups[first].append(key)
    for first, keys in groups.items():
        hedged = {one: None for key in keys for one in found[key][1]}
        fact = {one: None for key in keys for one in found[key][2]}
        yield from _finding(scene, found[first][0], list(hedged), list(fact))


def _finding(
    scene: Scene, hedge: str, hedged: Sequence[Phrase], fact: Sequence[Phrase]
) -> Iterator[Finding]:
    doubting = {one.article for one in hedged}
    sure = [one for one in fact if one.article not in doubting]
    if not sure:
        return
    sides = (
        scene.side("told as fact", (scene.cite(one.article, one.sentence) for one in sure)),
        scene.side(f"told with “{hedge}”", (scene.cite(o.article, o.sentence) for o in hedged)),
    )
    if scene.outlets(sides[0].cites) & scene.outlets(sides[1].cites):
        return
    why = (
        "Clauses of two outlets that are the same but for some words were compared: one tells "
        f"as a fact what the other hedges (“{hedge}”). Headlines, what is given to a speaker on "
        "one side only, and outlets that tell it both ways were left out."
    )
    yield Finding(
        digest("f", "hedge", scene.story.id, hedged[0].article, hedged[0].sentence.start),
        scene.story.id,
        "difference",
        "certainty",
        "certainty",
        About("story", scene.story.id),
        sides,
        why,
        0.8,
    )
