"""Which word of two sentences that are alike in part one of them hedges, and the other does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.content import stem, words
from tellings.weigh.doubts import doubted, doubts, hedging_words, listed
from tellings.weigh.frames import Phrase, Twin, Worded
from tellings.weigh.given import is_given, is_quoted
from tellings.weigh.scene import Scene

_REACH = 8  # words on either side of the hedged one that are its clause
# Telling words that both clauses have, the hedged one among them; and where the two are the same
# right before it but for the hedge.
_FEWEST, _CLOSE = 4, 3
_BEFORE, _NOUN, _BEHIND = 6, 3, 6  # words of which some are alike; fewer before a noun
_TWO = 2  # of those behind, where none before is: "a history of", "died of" heart disease
_TAIL = 6  # words of the longest hedge: "is widely believed to have been"
_PREFIX = 4  # letters by which a name is one with its people's
_ARTICLES = frozenset({"a", "an", "the"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_Pair = tuple[int, int]
_LINKS = _ARTICLES | _BE | frozenset({"to", "have", "has", "had"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that hedge, the stem of what they hedge, and where each sentence has it.

    `hedged` and `fact` are the places as each prints them.
    """

    words: str
    head: str
    hedged: tuple[Phrase, ...]
    fact: tuple[Phrase, ...]


def hedged(scene: Scene, twin: Twin) -> Iterator[Hedge]:
    """What one of two sentences hedges and the other tells as fact."""
    for one, other in ((twin.one, twin.other), (twin.other, twin.one)):
        if hedging_words().isdisjoint(one.words):  # most, at little cost
            continue
        if not doubts(one.words) or doubted(other.words):
            continue
        told, whole = (
            equal if one is twin.one else [(k, i) for i, k in equal]
            for equal in (twin.equal(scene.stop), twin.equal(()))
        )
        for heads in told:
            found = _hedge(scene, one, other, heads, (told, whole))
            if found is not None:
                yield found


def _hedge(
    scene: Scene,
    one: Worded,
    other: Worded,
    at: _Pair,
    equal: tuple[list[_Pair], list[_Pair]],
) -> Hedge | None:
    """What one hedges of two equal words; `equal` are those that tell something, and all."""
    (x, y), (pairs, whole) = at, equal
    start = _start(scene, one, x)
    tail, bare = one.words[start:x], other.words[_start(scene, other, y) : y]
    hedge = _hedging(tail)
    if hedge is None or not _may_differ(one.words[: start + hedge], tail[hedge:], bare):
        return None
    near = [(i, k) for i, k in pairs if abs(i - x) <= _REACH and abs(k - y) <= _REACH]
    if len(near) < (_CLOSE if _close(scene, one, other, at, whole) else _FEWEST):
        return None
    noun = not listed("maybe").isdisjoint(tail)
    if not _one_clause(scene, one, other, at, _NOUN if noun else _BEFORE):
        return None
    ours, theirs = one.phrases(start + hedge, x + 1), other.phrases(y, y + 1)
    heads = one.phrases(x, x + 1)[0], theirs[0]
    if "," in _text(scene, ours[0]) or _other_names(scene, *heads) or _apart(scene, *heads):
        return None
    if _elsewhere(scene, heads[0], one, x, unsure=False):
        return None
    if _elsewhere(scene, theirs[0], other, y, unsure=True):
        return None
    shown = _text(scene, one.phrases(start + hedge, x)[0]).split()
    if shown[-1].lower() in _ARTICLES:
        shown.pop()
    return Hedge(" ".join(shown), one.stems[x], ours, theirs)


def _close(scene: Scene, one: Worded, other: Worded, heads: _Pair, whole: Sequence[_Pair]) -> bool:
    """Whether nothing but the hedge stands between a word and the equal one before it."""
    (x, y) = heads
    i, k = max(((i, k) for i, k in whole if i < x and k < y), default=(-1, -1))
    while i >= 0 and one.words[i] in hedging_words():
        i, k = i - 1, k - 1
    ours, theirs = one.words[i + 1 : x], other.words[k + 1 : y]
    return all(word in scene.stop or word in hedging_words() for word in ours) and all(
        word in scene.stop or word in listed("linking") for word in theirs
    )


def _start(scene: Scene, said: Worded, at: int) -> int:
    """Where the words begin that stand before a word and tell nothing by themselves."""
    start = at
    while start and at - start < _TAIL:
        word = said.words[start - 1]
        if word not in scene.stop and word not in hedging_words():
            break
        start -= 1
    return start


def _hedging(tail: Sequence[str]) -> int | None:
    """Where in the words before one the hedge begins, "is" of "is believed" included."""
    if not doubts(tail) or not listed("not").isdisjoint(tail):
        return None
    known = [n for n, w in enumerate(tail) if w in hedging_words() and doubts(tail[n : n + 2])]
    if not known or any(
        word not in _LINKS and word not in hedging_words() for word in tail[known[0] :]
    ):
        return None
    first = known[0]
    while first and tail[known[0]] in listed("held") and tail[first - 1] in _BE:
        first -= 1  # "is believed to have", but "was" stays: "reportedly"
    return first


def _may_differ(before: Sequence[str], hedge: Sequence[str], bare: Sequence[str]) -> bool:
    """Whether the words before say that one thing is told at two grades, and nothing else."""
    some = listed("some") | listed("not") | listed("if") | listed("might") | listed("would")
    if not (some | listed("will")).isdisjoint(bare):
        return False  # "one of the worst", "can invoke"
    if not _ARTICLES.isdisjoint(hedge[1:]) and not _BE.isdisjoint(hedge):
        return not _BE.isdisjoint(bare)  # "was likely a" compares only with "was a"
    if listed("maybe").isdisjoint(hedge):
        return True
    said = [*before, *hedge]
    at = next(n for n, word in enumerate(said) if n >= len(before) and word in listed("maybe"))
    last = said[at - 1] if at else ""
    if last == "as" or not {"for", "about"}.isdisjoint(said[max(0, at - _TWO) : at]):
        return False  # "as possible"; "evaluated for a possible concussion": none is told
    # "the complaint also alleged two counts" is no alleged count
    return hedge[0] not in listed("charged") or last == "" or last in listed("determining")


def _one_clause(
    scene: Scene, one: Worded, other: Worded, heads: tuple[int, int], reach: int
) -> bool:
    """Whether both tell the word beside words that are alike, before it or behind it."""
    around = []
    for said, at in zip((one, other), heads, strict=True):
        start = _start(scene, said, at)
        known = [
            (n, root)
            for n, (word, root) in enumerate(zip(said.words, said.stems, strict=True))
            if word not in scene.stop and word not in hedging_words() and n != at
        ]
        around.append(
            (
                {root for n, root in known if start - reach <= n < at},
                {root for n, root in known if at < n <= at + _BEHIND},
            )
        )
    behind = around[0][1] & around[1][1]
    return bool(around[0][0] & around[1][0]) or len(behind) >= _TWO


def _text(scene: Scene, phrase: Phrase) -> str:
    return phrase.span.of(scene.articles[phrase.article].text)


def _other_names(scene: Scene, one: Phrase, other: Phrase) -> bool:
    """Whether both clauses name somebody or something, and nothing that is one; or other doers."""
    doers = []
    for phrase in (one, other):
        marks = scene.marks[phrase.article]
        parties = (p for m in marks.events if m.trigger.overlaps(phrase.span) for p in m.actors)
        doers.append({scene.actors[p] for p in parties if p in scene.actors})
    clauses = [_named(scene, p, _clause(scene.articles[p.article].text, p)) for p in (one, other)]
    whole = [_named(scene, phrase, phrase.sentence) for phrase in (one, other)]
    other_doers, other_clause, other_sentence = (
        bool(a and b and a.isdisjoint(b)) for a, b in (doers, clauses, whole)
    )
    return other_doers or (other_clause and other_sentence)


def _named(scene: Scene, phrase: Phrase, at: Span) -> set[str]:
    """How the words of the names there begin."""
    text, names = scene.articles[phrase.article].text, scene.marks[phrase.article].names
    inside = (name for name in names if name.span.overlaps(at))
    return {word[:_PREFIX] for name in inside for word in name.span.of(text).split()}


def _clause(text: str, phrase: Phrase) -> Span:
    """Some words on either side of a phrase, within its sentence."""
    before = text[phrase.sentence.start : phrase.span.start].split()[-_BEFORE:]
    behind = text[phrase.span.end : phrase.sentence.end].split()[:_BEHIND]
    left = text.rfind(before[0], phrase.sentence.start, phrase.span.start) if before else -1
    right = text.find(behind[-1], phrase.span.end) + len(behind[-1]) if behind else -1
    return Span(
        min(left, phrase.span.start) if left >= 0 else phrase.span.start,
        max(right, phrase.span.end),
    )


def _apart(scene: Scene, hedged: Phrase, fact: Phrase) -> bool:
    """Whether the fact is somebody's word, or either stands under an "if"."""
    if is_given(scene, fact):
        return True  # "police say" is a grade of its own, and so is what one insists on
    if is_quoted(scene, fact) and not is_quoted(scene, hedged):
        return True
    said = (words(p.sentence.of(scene.articles[p.article].text)) for p in (hedged, fact))
    return any(not listed("if").isdisjoint(one) for one in said)


def _elsewhere(scene: Scene, phrase: Phrase, said: Worded, at: int, unsure: bool) -> bool:
    """Whether the article tells the same again, with a word of doubt or without."""
    text = scene.articles[phrase.article].text
    near = range(max(0, at - _BEFORE), min(len(said.words), at + 1 + _BEHIND))
    around = {said.stems[n] for n in near if n != at and said.words[n] not in scene.stop}
    for sentence in scene.marks[phrase.article].sentences:
        if sentence.span.overlaps(phrase.sentence):
            continue
        told = words(sentence.span.of(text))
        stems = [stem(word.removesuffix("'s")) for word in told]
        alike = said.stems[at] in stems and len(around.intersection(stems)) >= _TWO
        if alike and doubted(told) == unsure:
            return True
    return False
