"""Look-ups over one record, built once: labels of outlets, quotes and actors by id, passages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from pathlib import PurePosixPath

from tellings.model import (
    Actor,
    Article,
    Cite,
    Published,
    Quantity,
    Quote,
    Record,
    Sentence,
    Span,
    cite,
)
from tellings.tell.view import Passage
from tellings.text.spans import intersect, subtract, trim
from tellings.words.geography import country_name

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Beyond this many characters (six lines at 80 columns) a sentence is shown around its cite only.
_LONGEST_CONTEXT = 480
_AROUND = 160


class Desk:
    """All that telling needs to look up in `record`; it changes nothing and guesses nothing."""

    def __init__(self, record: Record) -> None:
        self.record = record
        groups = record.groups
        self.actors: dict[str, Actor] = {actor.id: actor for actor in groups.actors}
        self.statement_of = {q: s.id for s in groups.statements for q in s.tellings}
        self.story_of = {a: story.id for story in groups.stories for a in story.articles}
        self._quotes: dict[str, tuple[str, Quote]] = {
            quote.id: (article, quote)
            for article, marks in sorted(record.marks.items())
            for quote in marks.quotes
        }
        self.quantities: dict[str, Quantity] = {
            quantity.id: quantity
            for _, marks in sorted(record.marks.items())
            for quantity in marks.quantities
        }
        self._inferred = {article: (value, why) for article, value, why in groups.published}
        self._labels = _labels(record)
        self._sentences: dict[str, tuple[list[int], tuple[Sentence, ...]]] = {}

    def article(self, article: str) -> Article | None:
        return self.record.articles.get(article)

    def label(self, article: str) -> str:
        """The outlet of an article, with a number where its story holds several of that outlet."""
        return self._labels.get(article, "unknown article")

    def published(self, article: str) -> Published | None:
        """The day as the article gives it, else as its story tells it, else None."""
        known = self.record.articles.get(article)
        if known is not None and known.published is not None:
            return known.published
        if article in self._inferred:
            value, why = self._inferred[article]
            return Published(value, "inferred", why)
        return None

    def quote(self, quote: str) -> tuple[str, Quote] | None:
        """The article's id and the quote of this id."""
        return self._quotes.get(quote)

    def name(self, actor: str) -> str:
        """The name of an actor; of a country's code the country; of an id that is none, nothing."""
        if actor in self.actors:
            return self.actors[actor].name
        named = country_name(actor)
        return named if named != actor else ""

    def names(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Their names, each once: two who are told by one name are not told twice."""
        known = {name.casefold(): name for actor in reversed(actors) if (name := self.name(actor))}
        return tuple(reversed(known.values()))

    def holds(self, passage: Cite) -> bool:
        """Whether the cite says what stands there; what does not is not told."""
        article = self.record.articles.get(passage.article)
        return article is not None and article.text[passage.start : passage.end] == passage.text

    def cut(self, article: str, span: Span) -> Cite:
        return cite(article, self.record.articles[article].text, span.start, span.end)

    def passages(self, cites: tuple[Cite, ...]) -> tuple[Passage, ...]:
        """Passages of the cites that hold, in the order of outlet, article and place.

        Each once, and of cites inside one and the same sentence the first only.
        """
        found: dict[Cite, Passage] = {}
        for each in sorted(set(cites)):
            if self.holds(each):
                passage = self.passage(each)
                found.setdefault(passage.context, passage)
        return tuple(sorted(found.values(), key=lambda p: (p.outlet.casefold(), p.cite)))

    def spread(self, cites: tuple[Cite, ...]) -> tuple[Passage, ...]:
        """As `passages`, but each article's first before any article's second.

        Of a long list the first lines are read: they should show who tells it.
        """
        seen: Counter[str] = Counter()
        turns = []
        for each in self.passages(cites):
            turns.append((seen[each.cite.article], each))
            seen[each.cite.article] += 1
        return tuple(each for _, each in sorted(turns, key=lambda pair: pair[0]))

    def passage(self, passage: Cite) -> Passage:
        """The cite in the sentences that it lies in, furniture never, less where they are long."""
        whole = self._sentence(passage)
        text = self.record.articles[passage.article].text
        if intersect((whole,), self.record.articles[passage.article].furniture):
            whole = passage.span
        shown = whole
        if len(whole) > max(_LONGEST_CONTEXT, len(passage.text)):
            shown = _narrowed(text, whole, passage.span)
        return Passage(
            cite=passage,
            outlet=self.label(passage.article),
            context=self.cut(passage.article, shown),
            more=(shown.start > whole.start, shown.end < whole.end),
        )

    def words(self, article: str, spans: tuple[Span, ...] | None = None) -> int:
        """How many words stand in `spans` (None: the whole text), furniture left out."""
        stored = self.record.articles[article]
        whole = (Span(0, len(stored.text)),) if stored.text else ()
        kept = subtract(whole if spans is None else spans, stored.furniture)
        return sum(len(_WORD.findall(span.of(stored.text))) for span in kept)

    def _sentence(self, passage: Cite) -> Span:
        """From the start of the sentence in which the cite starts to the end of its last one."""
        starts, sentences = self._sentences_of(passage.article)
        low, high = passage.start, passage.end
        first = bisect_right(starts, passage.start) - 1
        last = bisect_right(starts, passage.end - 1) - 1
        if first >= 0 and sentences[first].span.end > passage.start:
            low = sentences[first].span.start
        if last >= 0 and sentences[last].span.end >= passage.end:
            high = sentences[last].span.end
        trimmed = trim(self.record.articles[passage.article].text, Span(low, high))
        return trimmed if trimmed is not None and trimmed.contains(passage.span) else passage.span

    def _sentences_of(self, article: str) -> tuple[list[int], tuple[Sentence, ...]]:
        if article not in self._sentences:
            marks = self.record.marks.get(article)
            sentences = tuple(sorted(marks.sentences)) if marks is not None else ()
            self._sentences[article] = ([s.span.start for s in sentences], sentences)
        return self._sentences[article]


def _narrowed(text: str, context: Span, kept: Span) -> Span:
    """`context` cut to whole words within `_AROUND` characters of `kept`."""
    low = max(context.start, kept.start - _AROUND)
    high = min(context.end, kept.end + _AROUND)
    while context.start < low < kept.start and not text[low - 1].isspace():
        low += 1
    while kept.end < high < context.end and not text[high].isspace():
        high -= 1
    return Span(low, high)


def _labels(record: Record) -> dict[str, str]:
    """A label for each article: unlike within a story, so that two tellers never look like one."""
    plain = {id: _plain_label(article) for id, article in record.articles.items()}
    labels = dict(plain)
    for story in record.groups.stories:
        inside = [article for article in story.articles if article in plain]
        many = {label for label, count in Counter(plain[a] for a in inside).items() if count > 1}
        seen: Counter[str] = Counter()
        for article in inside:
            if plain[article] in many:
                seen[plain[article]] += 1
                labels[article] = f"{plain[article]} ({seen[plain[article]]})"
    return labels


def _plain_label(article: Article) -> str:
    if article.outlet is not None:
        return article.outlet.label
    name = article.input.item or PurePosixPath(article.input.path.replace("\\", "/")).name
    return f"unnamed outlet ({name or article.input.path})"
