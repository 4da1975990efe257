"""Every time expression of a story that says when, with what it dates: the words around it, the
act that they tell, and who takes part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.model import Cite, EventMention, Span
from tellings.model.marks import Expression
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.weigh.dated import Days
from tellings.weigh.moments import Moment, moment
from tellings.weigh.scene import Scene
from tellings.weigh.setting import Setting, setting
from tellings.words.happenings import kinds
from tellings.words.tables import toml

_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CET|[ECMP][SD]?T|[A-Z]\w+ time|Coordinated)\b")
# In the cite of an hour, what names it: the day beside it need not differ.
_HOUR = re.compile(
    r"\d{4}\b(?= ?[A-Z]{3})|\d{1,2}[:.] ?\d\d(?: ?[ap]\.? ?m\b\.?)?|\d{1,2} ?[ap]\.? ?m\b\.?"
    "|noon|midnight",
    re.IGNORECASE,
)
_NAMED_HOURS = ("noon", "midday", "midnight")
_ZONE_BEHIND = 14  # characters behind a time in which its zone is told
_NEAR = 5  # content words on each side
_FEWEST = 2  # content words of a sentence
# "his 2013 Camry": the year of a make, and no date.
_MAKE = re.compile(r"\d{4} (?=[A-Z])")
# A line of fewer, and what stands behind the name of an account, is the stamp of a page or a post.
_LINE, _POSTED = 3, re.compile(r"(?:@\w+\)?|posted|updated|published)\W*(?:on\s)?$", re.IGNORECASE)
_STAMP = re.compile(r"\b(?:posted|updated|published)\b", re.IGNORECASE)
_STAMPED = 6  # content words of a line that says when the page came out
_CLAUSE = re.compile(r"[;:.!?–—\"“”]|,\s")
# The preposition before a time, over words that only shade it: "until about 5 p.m.".
_BEFORE = re.compile(r"(\w+)\W+(?:(?:the|about|around|just|shortly|early|late|only|at)\W+)*$")
_BEHIND = re.compile(r"\s+(?:\w+\s+)?(?:on\s+)?")  # "told reporters on Tuesday"
_SIDE = re.compile(r"\b(early|late)\s+on\s+$", re.IGNORECASE)  # "early on Tuesday"
_OPENING = 3  # words that may stand before a time that opens its sentence
_REACH = 40  # characters before a time in which its preposition stands


@dataclass(frozen=True, slots=True)
class Timed:
    """One time expression; `cite` is of its hour alone where it has one, `whole` of all its words.

    Stems are of content words, of which no time expression is one.

    `near` are those close by, `clause` those up to the next comma, `acts` the lemmas' stems and the
    classes of the acts that it dates, `governed` whether the parse says that it dates them.
    `ahead` is true of what is planned, `supposed` of what is held possible, `published` are its
    article's days.
    """

    id: str
    cite: Cite
    whole: Cite
    value: str
    moment: Moment
    near: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    lemmas: frozenset[str]
    acts: frozenset[str]
    governed: bool
    events: frozenset[str]
    actors: frozenset[str]
    parties: frozenset[str]
    figures: frozenset[str]
    zone: str | None
    before: str
    ahead: bool
    supposed: bool
    said: bool
    quoted: bool
    tense: str | None
    why: str
    published: Days | None
    setting: Setting

    @property
    def article(self) -> str:
        return self.cite.article


def timed(scene: Scene) -> list[Timed]:
    """Those of a story's articles, in the order of their cites."""
    event_of = {telling.mark: event.id for event in scene.events for telling in event.tellings}
    found = [
        one
        for article in sorted(scene.story.articles)
        for expression in scene.marks[article].expressions
        if (one := _timed(scene, article, expression, event_of)) is not None
    ]
    return sorted(found, key=lambda one: (one.cite, one.id))


def _timed(
    scene: Scene, article: str, expression: Expression, event_of: dict[str, str]
) -> Timed | None:
    time = scene.times.get((article, expression.span))
    text, sentence = scene.articles[article].text, scene.sentence(article, expression.span)
    left, right = _around(scene, article, sentence, expression.span)
    side = _SIDE.search(left)
    meaning = f"{expression.meaning} side={side[1].casefold()}" if side else expression.meaning
    told = moment(time, meaning) if time is not None else None
    if time is None or told is None:
        return None
    stems = content(left, scene.stop), content(right, scene.stop)
    mentions, governed = _dated(scene, article, expression.span, sentence)
    if _named_hour(left, expression.span.of(text)):
        return None
    if _MAKE.match(text, expression.span.start) and not left.rstrip().endswith((" in", "In")):
        return None
    stamped = _stamped(left, right, scene.stop, governed=governed)
    if len(stems[0]) + len(stems[1]) < _FEWEST or stamped:
        return None
    cues = _cues(scene, article, expression.span)
    lemmas = frozenset(stem(one.lemma) for one in mentions)
    classes = {kind for one in mentions for kind in kinds(one.lemma)}
    clock = _HOUR.search(text, time.span.start, time.span.end) if told.minute is not None else None
    zone = _ZONE.search(text, time.span.start, min(time.span.end + _ZONE_BEHIND, len(text)))
    before = _BEFORE.search(left[-_REACH:])
    return Timed(
        time.id,
        scene.cite(article, Span(*clock.span()) if clock else time.span),
        scene.cite(article, time.span),
        time.edtf or time.value,
        told,
        frozenset(stems[0][-_NEAR:] + stems[1][:_NEAR]),
        frozenset(content(f"{_CLAUSE.split(left)[-1]} {_CLAUSE.split(right, 1)[0]}", scene.stop)),
        frozenset(stems[0] + stems[1]),
        lemmas,
        lemmas | classes | {stem(word) for cue in cues for word in words(cue)},
        governed,
        frozenset(event_of[one.id] for one in mentions if one.id in event_of),
        _actors(scene, mentions),
        _parties(scene, article, sentence),
        frozenset(word for word in words(f"{left} {right}") if word[0].isdigit()),
        zone[0] if zone else None,
        before[1].casefold() if before else "",
        any(one.certainty == "planned" for one in mentions),
        any(one.certainty == "hypothetical" for one in mentions),
        bool(cues) or _uttered(left),
        expression.quoted,
        expression.tense,
        time.why,
        bounds(scene.days.get(article)),
        setting(scene, article, expression.span),
    )


def _named_hour(left: str, told: str) -> bool:
    """Whether "noon" or "midnight" stands with no word of time before it: "midnight blue"."""
    before = words(left)[-1:]
    bare = told.casefold() in _NAMED_HOURS
    return bare and not (before and before[0] in toml("timing.toml")["words"]["of_hours"])


def _uttered(left: str) -> bool:
    """Whether it is the day of some words: "according to a statement on Monday"."""
    before = [word for word in words(left)[-2:] if word != "on"]
    return before[-1:] != [] and before[-1] in toml("timing.toml")["words"]["utterances"]


def two_acts(a: Timed, b: Timed) -> bool:
    """Whether two times hang on acts that nothing makes one: he was shot, and was sought."""
    told = a.lemmas and b.lemmas
    return bool(told) and a.acts.isdisjoint(b.acts) and a.events.isdisjoint(b.events)


def one_end(a: Timed, b: Timed) -> bool:
    """Whether both are of the end of something or neither: an end has a time of its own."""
    return _of_end(a) == _of_end(b)


def _of_end(one: Timed) -> bool:
    return any(stem(word) in one.lemmas for word in toml("timing.toml")["words"]["ends"])


def _around(scene: Scene, article: str, sentence: Span, span: Span) -> tuple[str, str]:
    """The sentence on both sides of a time, with blanks for all time expressions."""
    letters = list(sentence.of(scene.articles[article].text))
    for other in scene.marks[article].expressions:
        for at in range(max(other.span.start, sentence.start), min(other.span.end, sentence.end)):
            letters[at - sentence.start] = " "
    told = "".join(letters)
    return told[: span.start - sentence.start], told[span.end - sentence.start :]


def _stamped(left: str, right: str, stop: frozenset[str], *, governed: bool) -> bool:
    """Whether a time is when the page or a post came out."""
    before, behind = left.rpartition("\n")[2], right.partition("\n")[0]
    beside = len(content(f"{before} {behind}", stop))
    if beside < _STAMPED and (_STAMP.search(before) or _STAMP.match(behind.lstrip(" ,;|"))):
        return True
    return beside < (1 if governed else _LINE) or bool(_POSTED.search(left[-_REACH:]))


def _dated(
    scene: Scene, article: str, span: Span, sentence: Span
) -> tuple[Sequence[EventMention], bool]:
    """The acts that a time dates by the parse; else the nearest one whose clause holds it."""
    events = scene.marks[article].events
    own = [one for one in events if one.time == span]
    if own:
        return own, True
    text = scene.articles[article].text
    inside = [
        one
        for one in events
        if sentence.contains(one.trigger) and not _cut_off(text, sentence, span, one.trigger)
    ]
    holding = [one for one in inside if one.span.contains(span)] or inside
    return sorted(holding, key=lambda one: (_distance(one.trigger, span), one.id))[:1], False


def _cut_off(text: str, sentence: Span, span: Span, trigger: Span) -> bool:
    """Whether a comma stands between a time, not the first words, and an act behind it.

    "He hid on Monday, hours after he was found" says of Monday that he hid.
    """
    behind = text[span.end : trigger.start] if trigger.start > span.end else ""
    return "," in behind and len(words(text[sentence.start : span.start])) > _OPENING


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end)


def _cues(scene: Scene, article: str, span: Span) -> list[str]:
    """The words of saying that a time dates: as read, or where it stands right behind them."""
    text = scene.articles[article].text
    cues = [one.cue for one in scene.marks[article].quotes if one.cue is not None]
    own = [one.cue for one in scene.marks[article].quotes if one.cue and one.said == span]
    behind = [cue for cue in cues if _BEHIND.fullmatch(text[cue.end : span.start])]
    return [cue.of(text) for cue in own or behind]


def _actors(scene: Scene, mentions: Sequence[EventMention]) -> frozenset[str]:
    parties = (p for one in mentions for p in (*one.actors, *one.recipients))
    return frozenset(scene.actors[party] for party in parties if party in scene.actors)


def _parties(scene: Scene, article: str, sentence: Span) -> frozenset[str]:
    """The actors that a sentence names or refers to."""
    return frozenset(
        scene.actors[party.id]
        for party in scene.marks[article].parties
        if party.id in scene.actors and any(sentence.contains(m) for m in party.mentions)
    )
