"""Differences of certainty: what one outlet tells as fact, and another as alleged, or as a word of
somebody's.

Told as fact is only what an article says in its own running text, outside of quotation, with no
word of doubt and nobody to whom it is given. An outlet that tells it both ways is on no side: a
first mention with its source, and shorter ones later, are how news is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain

from tellings.model import About, Cite, Event, EventTelling, Finding, Quote, Side, Span, digest
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.weigh.frames import Twin
from tellings.weigh.hedges import hedges
from tellings.weigh.repeats import repeats
from tellings.weigh.running import is_running
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Pair, Sentence, not_body
from tellings.words.tables import toml

# Words before the one that names the happening among which one of doubt stands ("the allegedly
# badly burned", "accused Ruritania of having meddled").
_NEAR, _FAR = 2, 8
_LINK = 3  # words behind "accused" in which its "of" follows: "accused the crew of"
# Stems that a telling as fact shares with a doubtful one, besides the act, where both name the doer
# (one more where not); days between them.
_SHARED, _APART = 1, 7
# Share of the words of somebody's that stand in the sentence told as fact, and of that sentence's
# that stand in the other; and the fewest words of a sentence that tells something.
_SAME, _WHOLE, _FEWEST = 0.75, 0.7, 9
_OPENS = 6  # words that open a sentence, among which "that" hands the rest to somebody


_FOLLOWS = re.compile(r" (\w+)")  # the next word, where no sign stands between


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of an event: its outlet, its clause's stems, and the word of doubt, if any."""

    telling: EventTelling
    outlet: str
    stems: frozenset[str]
    actors: frozenset[str]
    day: tuple[date, date] | None
    doubt: str | None
    fact: bool

    def meets(self, other: _Told) -> bool:
        """Whether two tellings share a word besides the act, and tell no other days or actors."""
        if self.actors and other.actors and self.actors.isdisjoint(other.actors):
            return False
        if self.day and other.day:
            gap = max(self.day[0], other.day[0]) - min(self.day[1], other.day[1])
            if gap > timedelta(_APART):
                return False
        common = self.actors & other.actors
        if not common and any(one.doubt and _is_accusing(one.doubt) for one in (self, other)):
            return False  # nobody doubts the death of which somebody is accused
        return len(self.stems & other.stems) >= (_SHARED if common else _SHARED + 1)


def certainty(scene: Scene, pairs: Sequence[Pair], told_twice: Iterable[Twin]) -> Iterator[Finding]:
    """Findings on events told as alleged, and on sentences given to somebody or hedged.

    `told_twice` are the story's sentences that are alike in part, side by side.
    """
    told = [
        *(one for event in scene.events if event.outlets > 1 for one in _of_event(scene, event)),
        *_of_sentences(scene, pairs),
    ]
    yield from told
    yield from (
        one for one in hedges(scene, told_twice) if not any(repeats(one, it) for it in told)
    )


def _is_accusing(doubt: str) -> bool:
    return stem(doubt) in _listed("accusing")


@cache
def _listed(*names: str) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in toml("certainty.toml")[name])


def _of_event(scene: Scene, event: Event) -> Iterator[Finding]:
    told = [_told(scene, telling) for telling in event.tellings]
    doubting = {one.outlet for one in told if one.doubt}
    sure = {one.outlet for one in told if one.fact}
    doubtful = [one for one in told if one.doubt and one.outlet not in sure]
    facts = [
        one
        for one in told
        if one.fact and one.outlet not in doubting and any(one.meets(other) for other in doubtful)
    ]
    if not doubtful or not facts:
        return
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
    yield _finding(scene, key, About("event", event.id), sides, why, 0.8)


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
    hedged = {stem(w) for w in words(sentence.of(told.text))} & _doubting()
    fact = body and not quoted and telling.certainty == "asserted" and not doubt and not hedged
    known = {stem(word) for word in words(telling.trigger.text)}
    stems = frozenset(content(telling.cite.text, scene.stop)) - known
    time = scene.times.get((article, telling.time.span)) if telling.time else None
    day = bounds(time.edtf if time and time.edtf else scene.days.get(article))
    parties = next((m.actors for m in scene.marks[article].events if m.id == telling.mark), ())
    actors = frozenset(scene.actors[party] for party in parties if party in scene.actors)
    return _Told(telling, scene.origins.label(article), stems, actors, day, doubt, fact)


def _doubting() -> frozenset[str]:
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


def _of_sentences(scene: Scene, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Sentences that are the same but that one gives them to somebody."""
    found: list[tuple[Quote, tuple[Sentence, ...], tuple[Sentence, ...]]] = []
    for pair in pairs:
        for given, fact in ((pair.ones, pair.others), (pair.others, pair.ones)):
            quote = _given(scene, given[0], fact[0], pair.equal)
            if quote is not None:
                found.append((quote, given, fact))
    given_by = {one.article for _, given, _ in found for one in given}
    seen: set[tuple[str, ...]] = set()
    for quote, given, fact in found:
        sure = [one for one in fact if one.article not in given_by]
        if sure and quote.source is not None and _is_about(scene, quote.source, given[0], sure[0]):
            continue
        if not sure or sure[0].words in seen or quote.source is None or quote.cue is None:
            continue
        seen.add(sure[0].words)
        yield from _attributed(scene, quote, given, sure)


def _given(scene: Scene, given: Sentence, fact: Sentence, equal: Sequence[str]) -> Quote | None:
    """The quote by which a sentence gives to somebody what the other tells as fact."""
    text = scene.articles[given.article].text
    if is_running(scene, fact.article, fact.span):
        return None
    if fact.quotes or len(fact.words) < _FEWEST or len(equal) < _WHOLE * len(fact.words):
        return None
    if {stem(word) for word in fact.words} & _doubting() or "that" in fact.words[:_OPENS]:
        return None  # "She added that …": whoever says so is told, if only by a pronoun
    if _unsure(given.words) or _unsure(fact.words):
        return None
    for quote in given.quotes:
        said = words(" ".join(part.of(text) for part in quote.parts))
        inside = sum(word in said for word in equal) >= _SAME * len(equal)
        both = sum(word in fact.words for word in said) >= _SAME * len(said)
        # "Described in a paper, the rings were …": nobody is said to say so
        beside = quote.cue is not None and quote.cue.start == given.span.start
        if quote.form == "indirect" and quote.cue and quote.source and inside and both:
            cue = words(quote.cue.of(text))
            return None if beside or set(cue) & set(fact.words) else quote
    return None


def _is_about(scene: Scene, source: Span, given: Sentence, fact: Sentence) -> bool:
    """Whether the sentence told as fact names who says it in the other."""
    told = source.of(scene.articles[given.article].text)
    return any(word[:1].isupper() and word in fact.text.split() for word in told.split())


def _unsure(said: Sequence[str]) -> frozenset[str]:
    """The words by which a sentence is denied or only thought of."""
    listed = chain.from_iterable(toml("certainty.toml")[name] for name in ("not", "might", "if"))
    return frozenset(said) & frozenset(listed)


def _attributed(
    scene: Scene, quote: Quote, given: Sequence[Sentence], fact: Sequence[Sentence]
) -> Iterator[Finding]:
    text = scene.articles[given[0].article].text
    source, cue = (span.of(text) if span else "" for span in (quote.source, quote.cue))
    cites: tuple[list[Cite], list[Cite]] = (
        [scene.cite(one.article, one.span) for one in fact],
        [scene.cite(one.article, one.span) for one in given],
    )
    sides = [
        scene.side("told as fact", cites[0]),
        scene.side(f"told as the word of “{source}”", cites[1]),
    ]
    if scene.outlets(cites[0]) & scene.outlets(cites[1]):
        return
    why = (
        "Sentences of two outlets that are the same but for some words were compared: one tells "
        f"it as a fact, the other gives it to somebody (“{source}”, “{cue}”). Quotations, "
        "headlines and articles that tell it both ways were left out."
    )
    key = digest("f", "certainty", scene.story.id, fact[0].article, fact[0].span.start)
    yield _finding(scene, key, About("quote", quote.id), sides, why, 0.75)


def _finding(
    scene: Scene, key: str, about: About, sides: Sequence[Side], why: str, confidence: float
) -> Finding:
    return Finding(
        key,
        scene.story.id,
        "difference",
        "certainty",
        "certainty",
        about,
        tuple(sides),
        why,
        confidence,
    )
