"""What one article tells about its own day: weekdays and dates, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tellings.model import Article, Expression, Marks, Span
from tellings.text import calendar as cal
from tellings.text.content import stem, words
from tellings.text.meaning import Meaning, read
from tellings.words.publication import publication

SAYING_REACH = 28  # characters before a day in which a verb of saying makes it the day of a saying


@dataclass(frozen=True, slots=True)
class Undated:
    """An article as the search for its day sees it. `published` is EDTF where it is known."""

    id: str
    text: str
    expressions: tuple[Expression, ...]
    sentences: tuple[Span, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day that an article tells as past: its weekday or month-day, and what its sentence holds.

    `weekday` is ISO (None for a date), `month_day` as `12-10`, `day` is set where the year is told.
    """

    span: Span
    keys: frozenset[str]
    weekday: int | None = None
    month_day: str | None = None
    day: date | None = None
    saying: bool = False


@dataclass(slots=True)
class Told:
    """All that one article tells of days: those behind, and the weekdays told as ahead.

    `known` is the span of days of its own publication, where that is given.
    """

    source: Undated
    days: list[Day] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)
    known: tuple[date, date] | None = None


def undated(article: Article, marks: Marks) -> Undated:
    """What `infer` needs of an article and its marks; furniture dates nothing."""
    inside = [
        expression
        for expression in marks.expressions
        if not any(piece.overlaps(expression.span) for piece in article.furniture)
    ]
    sentences = tuple(sentence.span for sentence in marks.sentences)
    published = article.published.value if article.published else None
    return Undated(article.id, article.text, tuple(inside), sentences, published)


def told(source: Undated) -> Told:
    """Sort an article's expressions into days behind and days ahead."""
    out = Told(source, known=cal.bounds(source.published))
    for expression in source.expressions:
        meaning = read(expression.meaning)
        if expression.quoted or meaning.get("dir") or not _is_day(meaning):
            continue
        full = meaning.value[0].isdigit() and meaning.kind == "on"  # captions tell in the present
        if full or expression.tense == "past" or (meaning.kind == "on" and not expression.tense):
            out.days.append(_day(source, expression, meaning))
        elif meaning.kind == "wd" and expression.tense == "future":
            out.ahead.append(int(meaning.value))
    return out


def _is_day(meaning: Meaning) -> bool:
    return meaning.kind == "wd" or (meaning.kind == "on" and len(meaning.value) == 10)


def _day(source: Undated, expression: Expression, meaning: Meaning) -> Day:
    span = expression.span
    keys = keys_of(sentence_at(source, span).of(source.text))
    before = source.text[max(0, span.start - SAYING_REACH) : span.start]
    saying = any(stem(word) in publication().saying for word in words(before))
    if meaning.kind == "wd":
        return Day(span, keys, weekday=int(meaning.value), saying=saying)
    full = cal.parse_day(meaning.value)
    return Day(span, keys, month_day=meaning.value[5:], day=full, saying=saying)


def sentence_at(source: Undated, span: Span) -> Span:
    """The sentence that holds a span; without sentences, the line between two line breaks."""
    for sentence in source.sentences:
        if sentence.contains(span):
            return sentence
    start = source.text.rfind("\n", 0, span.start) + 1
    end = source.text.find("\n", span.end)
    return Span(start, end if end > 0 else len(source.text))


def keys_of(text: str) -> frozenset[str]:
    """Stems of the words that say what a sentence is about: no short words, no days, no months."""
    skip = publication().skip
    return frozenset(
        stem(word.removesuffix("'s"))
        for word in words(text)
        if len(word) > 3 and word not in skip and not word.isdigit()
    )
