"""Differences of certainty: what one outlet tells as fact, and another as alleged, or as a word of
somebody's.

Told as fact is only what an article says in its own running text, outside of quotation, with no
word of doubt and nobody to whom it is given. An outlet that tells it both ways is on no side: a
first mention with its source, and shorter ones later, are how news is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tellings.model import About, Cite, Finding, Quote, Side, Span, digest
from tellings.text.content import stem, words
from tellings.weigh.alleged import alleged, doubting
from tellings.weigh.bothways import is_given_beside, is_told_flat
from tellings.weigh.doubts import listed
from tellings.weigh.frames import Twin
from tellings.weigh.hedges import hedges
from tellings.weigh.rarity import Rarity
from tellings.weigh.repeats import repeats
from tellings.weigh.running import is_running
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Pair, Sentence
from tellings.words.tables import toml

# Share of the words of somebody's that stand in the sentence told as fact, and of that sentence's
# that stand in the other; and the fewest words of a sentence that tells something.
_SAME, _WHOLE, _FEWEST = 0.75, 0.7, 9
_OPENS = 6  # words that open a sentence, among which "that" hands the rest to somebody


@dataclass(slots=True)
class _Attribution:
    """A sentence that some give to somebody, all that do, and all that tell it as fact."""

    quote: Quote
    given: list[Sentence] = field(default_factory=list)
    fact: list[Sentence] = field(default_factory=list)


def certainty(scene: Scene, pairs: Sequence[Pair], told_twice: Iterable[Twin]) -> Iterator[Finding]:
    """Findings on events told as alleged, and on sentences given to somebody or hedged.

    `told_twice` are the story's sentences that are alike in part, side by side.
    """
    rarity = Rarity(scene)
    events = (event for event in scene.events if event.outlets > 1)
    told = [
        *(one for event in events for one in alleged(scene, event, rarity)),
        *_of_sentences(scene, pairs),
    ]
    yield from told
    yield from (
        one for one in hedges(scene, told_twice) if not any(repeats(one, it) for it in told)
    )


def _of_sentences(scene: Scene, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Sentences that are the same but that one gives them to somebody."""
    found: list[tuple[Quote, tuple[Sentence, ...], tuple[Sentence, ...]]] = []
    for pair in pairs:
        for given, fact in ((pair.ones, pair.others), (pair.others, pair.ones)):
            quote = _given(scene, given[0], fact[0], pair.equal)
            if quote is not None:
                found.append((quote, given, fact))
    given_by = {one.article for _, given, _ in found for one in given}
    told: dict[str, _Attribution] = {}
    seen: set[tuple[str, ...]] = set()
    for quote, given, fact in found:
        sure = [one for one in fact if one.article not in given_by]
        source = quote.source.of(scene.articles[given[0].article].text) if quote.source else ""
        sure = [one for one in sure if not is_given_beside(scene, one, source)]
        given = tuple(one for one in given if sure and not is_told_flat(scene, one, sure[0]))
        if not given:
            continue
        if sure and quote.source is not None and _is_about(scene, quote.source, given[0], sure[0]):
            continue
        if not sure or sure[0].words in seen or quote.source is None or quote.cue is None:
            continue
        seen.add(sure[0].words)
        one = told.setdefault(quote.id, _Attribution(quote))
        one.given.extend(sentence for sentence in given if sentence not in one.given)
        one.fact.extend(sentence for sentence in sure if sentence not in one.fact)
    for one in told.values():
        yield from _attributed(scene, one.quote, one.given, one.fact)


def _given(scene: Scene, given: Sentence, fact: Sentence, equal: Sequence[str]) -> Quote | None:
    """The quote by which a sentence gives to somebody what the other tells as fact."""
    text = scene.articles[given.article].text
    if is_running(scene, fact.article, fact.span):
        return None
    if fact.quotes or len(fact.words) < _FEWEST or len(equal) < _WHOLE * len(fact.words):
        return None
    if {stem(word) for word in fact.words} & doubting() or "that" in fact.words[:_OPENS]:
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
            sure = not listed("confirming").isdisjoint(cue)  # who confirms a thing presupposes it
            return None if beside or sure or set(cue) & set(fact.words) else quote
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
