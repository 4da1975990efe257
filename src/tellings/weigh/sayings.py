"""When words were said: told beside them, or carried over from what stands just before or behind.

Reporters date the first of a speaker's words and let the rest follow ("he added"), date what they
have just quoted ("she made the remarks on Sunday"), say "earlier in the day", or date one speaker
of a joint press conference for both. A day is carried no further than that: words that stand by
themselves keep no day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tellings.model import Cite, Quote, Span
from tellings.model.marks import Time
from tellings.text.calendar import bounds
from tellings.weigh.scene import Scene
from tellings.words.occasions import occasions

# "has called it a hoax": said at some time, not on the day that was told last.
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:\w+\s+)?(?:on\s+)?")
_NEAR = 30  # characters between "made the remarks" and its day


@dataclass(frozen=True, slots=True)
class Saying:
    """The cite of the time expression that dates a quote, its EDTF value, and how it does so."""

    cite: Cite
    value: str
    why: str


@dataclass(slots=True)
class _Reading:
    """What has been told so far, reading from the top: days, who spoke last, who speaks jointly."""

    day: Saying | None = None
    last: tuple[str | None, Saying, int] | None = None
    joint: tuple[frozenset[str], Saying] | None = None
    found: dict[str, Saying] = field(default_factory=dict)


def sayings(scene: Scene, article: str) -> dict[str, Saying]:
    """The quotes of one article whose day is told, by their ids."""
    marks, text = scene.marks[article], scene.articles[article].text
    spans = [sentence.span for sentence in marks.sentences]
    quotes: dict[int, list[Quote]] = {}
    for quote in sorted(marks.quotes, key=lambda q: (q.span.start, q.id)):
        at = next((i for i, span in enumerate(spans) if span.end > quote.span.start), len(spans))
        quotes.setdefault(at, []).append(quote)
    state = _Reading()
    for at, span in enumerate(spans):
        days = _days(scene, article, span)
        _joint(scene, article, span, state)
        if days and state.joint is not None and days[0].value != state.joint[1].value:
            state.joint = None
        for quote in quotes.get(at, ()):
            said = _own(scene, article, quote) or _carried(text, span, quote, at, days, state)
            said = said or _behind(scene, article, spans[at + 1 : at + 2], quote)
            if said is not None:
                state.found[quote.id] = said
                state.last = (quote.speaker, said, at)
                if _one_day(said.value) and occasions().joint.search(span.of(text)):
                    state.joint = (_present(scene, article, span), said)
        if days:
            state.day = days[-1]
    return state.found


def _days(scene: Scene, article: str, span: Span) -> list[Saying]:
    """The single days that a sentence tells outside of quotation marks."""
    found = []
    for expression in scene.marks[article].expressions:
        if expression.quoted or not span.contains(expression.span):
            continue
        time = scene.times.get((article, expression.span))
        if time is not None and _is_day(time) and expression.tense != "future":
            found.append(_saying(scene, article, time, "told there"))
    return found


def _is_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and _one_day(time.edtf)


def _one_day(value: str | None) -> bool:
    days = bounds(value)
    return days is not None and days[0] == days[1]


def _saying(scene: Scene, article: str, time: Time, why: str) -> Saying:
    return Saying(scene.cite(article, time.span), time.edtf or "", why)


def _own(scene: Scene, article: str, quote: Quote) -> Saying | None:
    said = quote.said or _beside(scene, article, quote)
    time = scene.times.get((article, said)) if said is not None else None
    if time is None or time.type != "DATE" or bounds(time.edtf) is None:
        return None
    return _saying(scene, article, time, "told with the words")


def _beside(scene: Scene, article: str, quote: Quote) -> Span | None:
    """The time that stands right behind the cue: "said on Sunday", "told reporters Monday"."""
    if quote.cue is None:
        return None
    text = scene.articles[article].text
    for expression in scene.marks[article].expressions:
        between = text[quote.cue.end : expression.span.start]
        near = 0 < len(between) <= _NEAR and _BEHIND.fullmatch(between)
        if near and not expression.quoted:
            return expression.span
    return None


def _carried(
    text: str, span: Span, quote: Quote, at: int, days: Sequence[Saying], state: _Reading
) -> Saying | None:
    """The day of what stands before, where the words go on from it."""
    if state.day is not None and occasions().same_day.search(span.of(text)):
        return Saying(state.day.cite, state.day.value, "told as the same day")
    cue = quote.cue.of(text) if quote.cue is not None else ""
    if days or quote.speaker is None or _PERFECT.search(cue):
        return None
    if state.last is not None:
        speaker, said, where = state.last
        # “In 2014 she joked” dates the words in its own sentence, and no more than these.
        near = at - where <= 1 if _one_day(said.value) else at == where
        if speaker == quote.speaker and near:
            return Saying(said.cite, said.value, "carried on by the same speaker")
    if state.joint is not None and quote.speaker in state.joint[0]:
        return Saying(state.joint[1].cite, state.joint[1].value, "said at a joint occasion")
    return None


def _behind(scene: Scene, article: str, behind: Sequence[Span], quote: Quote) -> Saying | None:
    """The day of "made the remarks on Sunday" in the next sentence, by the same speaker."""
    for span in behind:
        text = scene.articles[article].text
        found = occasions().remarks.search(span.of(text))
        if found is None or quote.speaker not in _present(scene, article, span):
            continue
        end = span.start + found.end()
        for day in _days(scene, article, span):
            if 0 <= day.cite.start - end <= _NEAR:
                return Saying(day.cite, day.value, "told of the remarks")
    return None


def _joint(scene: Scene, article: str, span: Span, state: _Reading) -> None:
    """A joint occasion named in the sentence after a dated saying, before anybody else speaks."""
    text = span.of(scene.articles[article].text)
    if state.last is None or state.joint is not None or not occasions().joint.search(text):
        return
    present = _present(scene, article, span)
    if state.last[0] in present:
        state.joint = (present, state.last[1])


def _present(scene: Scene, article: str, span: Span) -> frozenset[str]:
    """The parties that a sentence names or refers to."""
    return frozenset(
        party.id
        for party in scene.marks[article].parties
        if any(span.contains(mention) for mention in party.mentions)
    )
