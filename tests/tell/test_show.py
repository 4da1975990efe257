"""The terminal: no line wider than it, no sign that steers it, exact words in quotations."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.tell.affair import HOSTILE_NAME, TEXTS, affair, span

from tellings.model import Record, Time
from tellings.tell.choice import NoSuchStory
from tellings.tell.show import show

_STYLE = re.compile(r"\x1b\[[\d;]*m")


def shown(
    story: str | None = None,
    between: tuple[str, str] | None = None,
    width: int = 80,
    colour: bool = False,
    record: Record | None = None,
) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour or None, no_color=not colour)
    show(affair() if record is None else record, story, console, between)
    return out.getvalue()


@pytest.mark.parametrize("story", [None, "s-bridge", "s-later"])
@pytest.mark.parametrize("width", [80, 40])
def test_no_line_is_wider_than_the_terminal_and_no_sign_steers_it(
    story: str | None, width: int
) -> None:
    text = shown(story, width=width)
    lines = text.split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)
    steering = {"\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ud800"}
    signs = set(text) - {"\n"}
    assert not [sign for sign in signs if unicodedata.category(sign) == "Cc" or sign in steering]


def test_colour_is_rich_s_own_and_there_is_none_in_a_pipe() -> None:
    assert "\x1b" not in shown("s-bridge")
    coloured = shown("s-bridge", colour=True)
    assert _STYLE.search(coloured)
    plain = _STYLE.sub("", coloured)
    assert "\x1b" not in plain
    assert plain == shown("s-bridge")
    assert re.search(r"\x1b\[[\d;]*4[\d;]*mshall", coloured), "a changed word is underlined too"


def test_markup_and_emoji_of_articles_are_not_read() -> None:
    text = shown("s-bridge", width=300)
    assert HOSTILE_NAME in text
    assert ":smile:" in text
    assert "[link=javascript:alert(2)]bars[/]" in text


def test_quotations_are_slices_of_an_article_but_for_white_space() -> None:
    stored = [" ".join(text.split()) for text in TEXTS.values()]
    text = shown("s-bridge", width=400)
    said = text[text.index("STATEMENTS") : text.index("COPIES")]
    found = [
        re.sub(r"⟨U\+([0-9A-F]+)⟩", lambda m: chr(int(m[1], 16)), each)
        for each in re.findall("“([^“”]*)”", said)
    ]
    assert len(found) == 8
    assert all(any(each in words for words in stored) for each in found)


def test_a_paraphrase_stands_without_quotation_marks() -> None:
    (line,) = [line for line in shown("s-bridge").split("\n") if "never wished" in line]
    assert not re.search("[“”\"']", line)


def test_differences_come_first_with_both_sides() -> None:
    text = shown("s-bridge")
    order = ["WHO REPORTS", "WHERE THEY DIFFER", "WHAT THEY AGREE ON", "STATEMENTS", "COPIES"]
    assert [text.index(heading) for heading in order] == sorted(map(text.index, order))
    differ = text[text.index(order[1]) : text.index(order[2])]
    assert "The Orrin Herald: Velmora ordered the bridge closed on Sunday." in differ
    assert "Castrin Gazette: The order came on Saturday" in differ
    assert differ.index("cannot both be right") < differ.index("The words: not the same")
    assert "2 outlets, 1 independent" in text
    assert "changed: shall for will" in text
    assert "from Castrin News Service" in text


def test_the_list_names_stories_and_what_was_left_out() -> None:
    text = shown()
    assert "1. Velmora keeps its bridge shut" in text
    assert "2. A quiet year on the Orrin" in text
    assert "affair/empty.txt: The file is empty; leave it out." in text
    assert "It is in German, not English." in text
    assert "No story in this record." in shown(record=Record())


def test_a_story_by_id_start_of_id_or_number() -> None:
    assert shown("s-bridge") == shown("s-b") == shown("1")
    assert shown("s-later") == shown("2")
    for wrong in ("s-", "", "3", "0", "9" * 5000, "x\x1b[31m", "٢"):
        with pytest.raises(NoSuchStory) as told:
            shown(wrong)
        assert "\x1b" not in str(told.value)


@pytest.mark.parametrize("pair", [("XVE", "XCA"), ("xca", "xve"), ("Doren", "XCAGOV")])
def test_between_two_ends_shows_their_events_by_day(pair: tuple[str, str]) -> None:
    text = shown(between=pair)
    days = ["Sunday 4 May 2031", "Wednesday 7 May 2031", "Monday 12 May 2031", "Day not known"]
    assert [text.index(day) for day in days] == sorted(map(text.index, days))
    assert "conflict in deeds (-7.2), 2 outlets, 1 independent" in " ".join(text.split())
    assert "bridge closed on Sunday." in text
    assert "No event in which" in shown(between=("XVE", "XXX"))
    assert "No event in which" in shown("s-later", between=pair)


def test_what_an_event_answers_is_told_beside_it() -> None:
    text = " ".join(shown(between=("XVE", "XCA")).split())
    assert "answers close (coerce): Ilva Doren → Piet Harrow, as The Orrin Herald tells:" in text
    assert "“answered by”" in text
    assert "an answer as The Orrin Herald tells: “on Wednesday”" in text


def test_what_is_due_and_what_is_only_more_exact_stand_apart() -> None:
    record = affair()
    (first, *others) = record.groups.findings
    day = Time("t-9", span("a-lake", "12 May 2031"), "DATE", "", "2031-05-12", "")
    groups = replace(
        record.groups,
        findings=(replace(first, type="precision"), *others),
        times=(("a-lake", day),),
    )
    assert "OPEN DEADLINES" not in shown("s-bridge", record=replace(record, groups=groups))
    due = TEXTS["a-lake"].replace("planned for 12 May", "planned, by 12 May")
    article = replace(record.articles["a-lake"], text=due)
    told = shown(
        "s-bridge",
        record=replace(
            record,
            articles=record.articles | {"a-lake": article},
            groups=groups,
        ),
    )
    assert "by Monday 12 May 2031" in told[told.index("OPEN DEADLINES") :]
    apart = told[told.index("THE SAME, TOLD MORE OR LESS EXACTLY") :]
    assert "When: the same, told more or less exactly" in apart
    differ = told[told.index("WHERE THEY DIFFER") : told.index("THE SAME, TOLD MORE OR LESS")]
    assert "When:" not in differ
