"""Sentences that are the same but that one of them hedges what the other tells as fact.

The hedge is all that differs where it stands ("was reportedly sold", "was sold"): what stands
beside it is alike in both, so that no joining of events has to promise that one thing is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tellings.model import About, Finding, digest
from tellings.text.collation import Change, collate
from tellings.text.content import stem, words
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Pair, Sentence
from tellings.words.tables import toml

_NEGATED = frozenset({"not", "no", "never", "none"})


def hedges(scene: Scene, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """One finding for each sentence that others hedge; outlets that do both are on no side."""
    found: list[tuple[str, tuple[Sentence, ...], tuple[Sentence, ...]]] = []
    for pair in pairs:
        for hedged, fact in ((pair.ones, pair.others), (pair.others, pair.ones)):
            hedge = _hedge(scene, hedged[0], fact[0])
            if hedge is not None:
                found.append((hedge, hedged, fact))
    doubting = {one.article for _, hedged, _ in found for one in hedged}
    seen: set[tuple[str, ...]] = set()
    for hedge, hedged, fact in found:
        sure = [one for one in fact if one.article not in doubting]
        if sure and hedged[0].words not in seen:
            seen.add(hedged[0].words)
            yield from _finding(scene, hedge, hedged, sure)


def _hedge(scene: Scene, hedged: Sentence, fact: Sentence) -> str | None:
    """The words by which one sentence hedges what the other tells as fact; None for any other."""
    if not _doubts(hedged.words) or not _doubtful().isdisjoint(map(stem, fact.words)):
        return None
    if _is_given(fact) and not _is_given(hedged):
        return None  # "police say" is a grade of its own
    compared = collate(hedged.text, fact.text, stop=scene.stop)
    for change in compared.changes if compared is not None else ():
        if change.left is None or not _only_hedges(scene, change):
            continue
        behind = words(hedged.text[change.left.end :])
        told = next((stem(word) for word in behind if word not in scene.stop), None)
        if told in set(map(stem, fact.words)):
            return change.left.of(hedged.text)
    return None


def _only_hedges(scene: Scene, change: Change) -> bool:
    known = _listed("hedging") | _listed("held") | _listed("perhaps")
    both = {*change.ours, *change.theirs}
    if not _NEGATED.isdisjoint(both) or not _doubts(change.ours):
        return False
    return all(word in scene.stop or word in known for word in both)


def _doubts(said: Sequence[str]) -> bool:
    """Whether a word of hedging is among them, or one that hedges with what follows it."""
    for word, after in zip(said, [*said[1:], ""], strict=True):
        if word in _listed("hedging") or (word in _listed("held") and after == "to"):
            return True
        if word in _listed("perhaps") and after == "have":
            return True
    return False


@cache
def _doubtful() -> frozenset[str]:
    """Stems of words with any of which a sentence tells nothing, or not all, as fact."""
    listed = toml("certainty.toml")
    # "said" gives to somebody, and doubts by itself nothing
    names = ("hedging", "held", "perhaps", "alleged", "hearsay", "seeming")
    return frozenset(stem(word) for name in names for word in listed[name]) - {stem("say"), "said"}


def _is_given(sentence: Sentence) -> bool:
    """Whether a sentence gives what it tells to anybody."""
    saying = toml("saying.toml")["according"]
    return bool(sentence.quotes) or any(word in saying for word in words(sentence.text))


def _listed(name: str) -> frozenset[str]:
    return frozenset(toml("certainty.toml")[name])


def _finding(
    scene: Scene, hedge: str, hedged: Sequence[Sentence], fact: Sequence[Sentence]
) -> Iterator[Finding]:
    sides = (
        scene.side("told as fact", (scene.cite(one.article, one.span) for one in fact)),
        scene.side(f"told with “{hedge}”", (scene.cite(one.article, one.span) for one in hedged)),
    )
    if scene.outlets(sides[0].cites) & scene.outlets(sides[1].cites):
        return
    why = (
        "Sentences of two outlets that are the same but for some words were compared: one tells "
        f"as a fact what the other hedges (“{hedge}”). Headlines, what is given to a speaker on "
        "one side only, and outlets that tell it both ways were left out."
    )
    yield Finding(
        digest("f", "hedge", scene.story.id, hedged[0].article, hedged[0].span.start),
        scene.story.id,
        "difference",
        "certainty",
        "certainty",
        About("story", scene.story.id),
        sides,
        why,
        0.8,
    )
