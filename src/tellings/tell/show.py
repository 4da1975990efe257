"""The record in the terminal, for 80 columns and for a pipe: rich texts only, never its markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console

from tellings.model import Record
from tellings.tell.choice import choose
from tellings.tell.counts import counts, many
from tellings.tell.dates import spoken
from tellings.tell.desk import Desk
from tellings.tell.relations import between as events_between
from tellings.tell.stories import view
from tellings.tell.terminal import Page, note_words, sentence, words
from tellings.tell.timeline import quad_words, rest
from tellings.tell.view import (
    ArticleRow,
    CopyView,
    EventView,
    FindingView,
    Passage,
    RecordView,
    StatementView,
    StoryRow,
    StoryView,
    WordingView,
)
from tellings.tell.visible import flat

# A terminal is read from the top: of a long list the first lines, and how many more there are.
_MOST_QUOTED = 3
_MOST_FOUND = 24
_MOST_ONCE = 8
_LONGEST = 300
_FORMS = {"direct": "quotes", "mixed": "quotes in part", "indirect": "paraphrases"}


def show(
    record: Record,
    story: str | None,
    console: Console,
    between: tuple[str, str] | None = None,
) -> None:
    """Print the record's stories, or one of them (its id, the start of it, or its number).

    With `between`, two countries (ISO 3166-1 alpha-3), actor codes, names or ids, print instead the
    events in which one acts on the other, by day. Raises `NoSuchStory`. All article text is made
    visible first: no escape sequence, markup or change of direction reaches the terminal.
    """
    page = Page(console)
    listed = view(record, only=())
    only = None if story is None else (choose(listed.rows, story).id,)
    if between is not None:
        _relation(page, Desk(record), view(record, only).stories, between)
    elif only is None:
        _record(page, listed)
    else:
        for told in view(record, only).stories:
            _story(page, told)


def _record(page: Page, seen: RecordView) -> None:
    for number, story in enumerate(seen.rows, 1):
        page.line((f"{number}. ", "bold"), (flat(story.title), "bold"))
        page.line(
            f"{many(story.articles, 'article')} of {many(story.outlets, 'outlet')}, "
            f"{_days(story)}; {many(story.differences, 'difference')}, "
            f"{many(story.statements, 'statement')}, {many(story.copies, 'copy', 'copies')}",
            indent=3,
        )
        page.line((f"{flat(story.id)}: ", "dim"), (flat(", ".join(story.labels)), "dim"), indent=3)
    if not seen.rows:
        page.line("No story in this record.")
    if seen.apart:
        page.heading("Articles in no story")
        for row in seen.apart:
            page.line(flat(row.outlet), ": ", flat(row.title), indent=2)
    if seen.aside:
        page.heading("Kept, but not read")
        for name, why in seen.aside:
            page.line(flat(name), ": ", flat(why), indent=2)
    if seen.rejected:
        page.heading("Inputs that gave no article")
        for each in seen.rejected:
            item = f" ({each.item})" if each.item else ""
            page.line(flat(each.path + item), ": ", flat(each.reason), indent=2)


def _story(page: Page, story: StoryView) -> None:
    page.line((flat(story.title), "bold"))
    page.line((f"{flat(story.id)}, {_days(story)}", "dim"))
    page.heading("Who reports")
    for row in story.articles:
        _article(page, row)
    _findings(page, "Where they differ", story.differences)
    _findings(page, "The same, told more or less exactly", story.grains)
    _findings(page, "What they agree on", story.agreements)
    _statements(page, story.statements)
    if story.copies:
        page.heading("Copies")
        for copy in story.copies:
            _copy(page, copy)
    _findings(page, "Omissions", story.omissions)
    _deadlines(page, story)
    _timeline(page, story)


def _article(page: Page, row: ArticleRow) -> None:
    page.line((flat(row.outlet), "bold"), ": ", flat(row.title), indent=2)
    if row.published is None:
        day = "day not known"
    elif row.published.how == "inferred":
        day = f"{spoken(row.published.value)}, worked out: {row.published.why}"
    else:
        day = f"{spoken(row.published.value)} ({row.published.how})"
    shared = ""
    if row.shared and row.words:
        share = round(100 * row.shared / row.words)
        shared = f", {share}% of them also in {', '.join(row.shared_with)}"
    named = ", ".join(passage.cite.text for passage in row.credits)
    credits = f"; credits {named}" if named else ""
    page.line((flat(f"{day}; {row.words} words{shared}{credits}"), "dim"), indent=4)


def _findings(page: Page, heading: str, found: Sequence[FindingView]) -> None:
    if not found:
        return
    page.heading(heading)
    for number, each in enumerate(found[:_MOST_FOUND]):
        if number:
            page.gap()
        about = f" (about {flat(each.about)})" if each.about else ""
        page.line((flat(each.heading), "bold"), about, indent=2)
        for side in each.sides:
            value = f"{flat(side.value)}: " if side.value else ""
            page.line((value, "bold"), counts(side.outlets, side.independent), indent=4)
            _passages(page, side.passages, 6)
        if each.missing:
            page.line("not told by ", flat(", ".join(each.missing)), indent=4)
        why = f"{flat(each.why).removesuffix('.')}; " if each.why else ""
        page.line((f"{why}confidence {each.confidence}", "dim"), indent=4)
    if len(found) > _MOST_FOUND:
        page.line((f"and {len(found) - _MOST_FOUND} more", "dim"), indent=2)


def _passages(page: Page, passages: Sequence[Passage], indent: int) -> None:
    for passage in passages[:_MOST_QUOTED]:
        page.line((flat(passage.outlet), "bold"), ": ", sentence(passage), indent=indent)
    if len(passages) > _MOST_QUOTED:
        page.line((f"and {len(passages) - _MOST_QUOTED} more", "dim"), indent=indent)


def _statements(page: Page, found: Sequence[StatementView]) -> None:
    if not found:
        return
    page.heading("Statements")
    often = [each for each in found if each.outlets > 1]
    once = [each for each in found if each.outlets <= 1]
    for _, held in groupby(often, key=lambda each: each.actor):
        _speaker(page, list(held))
    if once:
        page.heading(f"Told by one outlet only ({len(once)})")
        for _, held in groupby(once[:_MOST_ONCE], key=lambda each: each.actor):
            _speaker(page, list(held))
        if len(once) > _MOST_ONCE:
            page.line((f"and {len(once) - _MOST_ONCE} more", "dim"), indent=4)


def _speaker(page: Page, held: list[StatementView]) -> None:
    role = f", {flat(held[0].role)}" if held[0].role else ""
    name = flat(held[0].speaker) if held[0].speaker else "speaker not told"
    page.line((name, "bold"), role, indent=2)
    for each in held:
        told = counts(each.outlets, each.independent) if each.outlets > 1 else ""
        said = f"said {spoken(each.said)}" if each.said else ""
        if told or said:
            page.line((flat(", ".join(p for p in (told, said) if p)), "dim"), indent=4)
        for wording in each.wordings:
            _wording(page, wording)


def _wording(page: Page, wording: WordingView) -> None:
    names = flat(", ".join(passage.outlet for passage in wording.tellers))
    page.line((names, "bold"), f" {_FORMS.get(wording.form, wording.form)}:", indent=6)
    page.line(words(wording), indent=8)
    if wording.notes:
        page.line(("; ".join(note_words(note) for note in wording.notes), "dim"), indent=8)


def _copy(page: Page, copy: CopyView) -> None:
    names = ", ".join(passage.outlet for passage in copy.passages)
    page.line((f"{copy.words} words", "bold"), " in ", flat(names), indent=2)
    page.line((flat(copy.origin), "dim"), indent=4)
    told = flat(copy.passages[0].cite.text)
    page.line(told if len(told) <= _LONGEST else f"{told[:_LONGEST]} …", indent=4)


def _timeline(page: Page, story: StoryView) -> None:
    undated, others = rest(story)
    if not story.timeline and not story.events:
        return
    page.heading("Timeline")
    events = {each.id: each for each in story.events}
    for day, held in groupby(story.timeline, key=lambda moment: moment.day):
        page.line((flat(spoken(day, weekday=True)), "bold"), indent=2)
        for moment in held:
            if moment.kind == "happened":
                _event(page, events[moment.target])
            else:
                page.line((f"{moment.kind} ", "dim"), flat(moment.text), indent=4)
    if undated:
        page.line(("Day not known", "bold"), indent=2)
        for each in undated:
            _event(page, each)
    if others:
        more = f"and {many(len(others), 'happening')} more, without a known day or actor"
        page.line((more, "dim"), indent=2)


def _deadlines(page: Page, story: StoryView) -> None:
    if not story.deadlines:
        return
    page.heading("Open deadlines")
    for each in story.deadlines:
        page.line((f"by {flat(spoken(each.edtf, weekday=True))}", "bold"), indent=2)
        _passages(page, each.passages, 4)


def _event(page: Page, event: EventView) -> None:
    page.line((flat(event.what), "bold"), *_event_words(event), indent=4)
    for answer in event.answers:
        what = f"answers {flat(answer.line)}, " if answer.line else "an answer "
        by = f"as {flat(answer.passage.outlet)} tells: “{flat(answer.passage.cite.text)}”"
        page.line((f"{what}{by}", "dim"), indent=6)
    _passages(page, event.passages[:_MOST_QUOTED], 6)


def _event_words(event: EventView) -> Iterator[str | tuple[str, str]]:
    yield f": {flat(event.who)}" if event.who else ""
    yield f" ({flat(event.place)})" if event.place else ""
    quad = quad_words(event.quad)
    value = f" ({event.goldstein:g})" if event.goldstein is not None else ""
    shades = [event.certainty, f"{quad}{value}" if quad else ""]
    shades.append(counts(event.outlets, event.independent))
    yield (f"; {', '.join(part for part in shades if part)}", "dim")


def _relation(page: Page, desk: Desk, stories: Sequence[StoryView], pair: tuple[str, str]) -> None:
    """All events between two ends by day, each with its quad class and Goldstein value."""
    found = events_between(desk, [each for story in stories for each in story.events], pair)
    page.line((f"Between {flat(pair[0])} and {flat(pair[1])}", "bold"))
    if not found:
        page.line("No event in which one of the two acts on the other is in this record.")
    for day, held in groupby(found, key=lambda each: each.date):
        page.line((flat(spoken(day, weekday=True)) if day else "Day not known", "bold"), indent=2)
        for each in held:
            _event(page, each)


def _days(story: StoryView | StoryRow) -> str:
    if story.first is None:
        return "days of publication not known"
    if story.last is None or story.last == story.first:
        return spoken(story.first)
    return f"{spoken(story.first)} to {spoken(story.last)}"
