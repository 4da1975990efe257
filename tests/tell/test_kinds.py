"""Every kind of finding, on the page and in the terminal, as weighing writes them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from lxml import html
from rich.console import Console
from tests.tell.affair import affair, find

from tellings.model import About, Cite, Finding, Record, Side
from tellings.model.findings import DifferenceType, Slot
from tellings.tell.report import report
from tellings.tell.show import show

SUNDAY, SATURDAY = find("a-herald", "Sunday"), find("a-gazette", "Saturday")
SEVEN, DOZEN = find("a-herald", "Seven barges"), find("a-gazette", "Nearly a dozen barges")
SHUT, ORDER = find("a-herald", "shut"), find("a-gazette", "The order")
CONSUL, HARROW = find("a-herald", "Piet Harrow"), find("a-gazette", "Harrow")

# slot, type, what it is about, two values with their cites, and what must be read of it.
Kind = tuple[Slot, DifferenceType, About, tuple[str, Cite], tuple[str, Cite], tuple[str, ...]]
KINDS: dict[str, Kind] = {
    "a clash of days": (
        "date", "contradiction", About("event", "e-close"),
        ("2031-05-04", SUNDAY), ("2031-05-03", SATURDAY),
        ("When: cannot both be right", "4 May 2031", "3 May 2031", "about close (coerce)"),
    ),
    "a day at two grains": (
        "date", "precision", About("time", "t-1"),
        ("2031-05", SUNDAY), ("2031-05-03", SATURDAY),
        ("When: the same, told more or less exactly", "May 2031", "3 May 2031"),
    ),
    "days inside one article": (
        "date", "contradiction", About("statement", "st-open"),
        ("2031-05-04", SUNDAY), ("2031-05-06", find("a-herald", "Tuesday")),
        ("cannot both be right, inside one article", "6 May 2031", "what Ilva Doren said"),
    ),
    "a clash of numbers": (
        "number", "contradiction", About("quantity", "n-0"), ("7", SEVEN), ("12", DOZEN),
        ("How many: cannot both be right", "7", "12"),
    ),
    "a number brought up to date": (
        "number", "update", About("quantity", "n-0"), ("7", SEVEN), ("at-least 12000 t", DOZEN),
        ("How many: a later telling brings it up to date", "at least 12,000 t"),
    ),
    "a number rounded": (
        "number", "rounding", About("quantity", "n-0"), ("7", SEVEN), ("about 12", DOZEN),
        ("How many: the same number, rounded", "about 12"),
    ),
    "a count of something else": (
        "number", "scope", About("quantity", "n-0"), ("7", SEVEN), ("12", DOZEN),
        ("How many: not the same thing counted",),
    ),
    "a clash of places": (
        "place", "contradiction", About("event", "e-close"), ("Orrin", SHUT), ("Castrin", ORDER),
        ("Where: cannot both be right", "Orrin", "Castrin"),
    ),
    "another doer": (
        "actor", "contradiction", About("event", "e-close"),
        ("x-doren", SHUT), ("x-harrow", ORDER),
        ("Who: cannot both be right", "Ilva Doren", "Piet Harrow"),
    ),
    "a doer told more exactly": (
        "actor", "precision", About("event", "e-close"),
        ("Velmora", SHUT), ("x-doren", ORDER),
        ("Who: the same, told more or less exactly", "Velmora", "Ilva Doren"),
    ),
    "a name in two ways": (
        "name", "wording", About("actor", "x-harrow"),
        ("Piet Harrow", CONSUL), ("Harrow", HARROW),
        ("How a name is written: in two ways", "Piet Harrow", "about Piet Harrow"),
    ),
    "other words": (
        "wording", "wording", About("statement", "st-gesture"),
        ("childish", find("a-herald", "childish")), ("foolish", find("a-gazette", "foolish")),
        ("The words: not the same", "childish", "foolish", "what Piet Harrow said"),
    ),
    "told as more or less sure": (
        "certainty", "certainty", About("quote", "q-2"),
        ("told as fact", SHUT), ("told as alleged (“claims”)", ORDER),
        ("How sure it is told", "told as fact", "told as alleged (“claims”)", "Piet Harrow said"),
    ),
    "put in another light": (
        "framing", "framing", About("event", "e-close"),
        ("shut", SHUT), ("ordered", ORDER),
        ("How it is put", "shut: 1 outlet", "ordered: 1 outlet"),
    ),
}  # fmt: skip
WHY = "a-herald of 2031-05-07 was compared, 2031-05-04/2031-05-06 and “2010-12” were not."
GRAINS = {"a day at two grains", "a number rounded", "a doer told more exactly"}


def record(*names: str) -> Record:
    """The affair with these findings only."""
    found = []
    for name in names:
        slot, type_, about, one, other, _ = KINDS[name]
        sides = tuple(Side(value, (cite,), 1, 1) for value, cite in (one, other))
        id = f"f-{name.replace(' ', '-')}"
        found.append(Finding(id, "s-bridge", "difference", slot, type_, about, sides, WHY, 0.8))
    made = affair()
    return replace(made, groups=replace(made.groups, findings=tuple(found)))


def printed(held: Record) -> str:
    out = io.StringIO()
    show(held, "s-bridge", Console(file=out, width=100, no_color=True))
    return out.getvalue()


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_told_on_the_page_and_in_the_terminal(name: str) -> None:
    held = record(name)
    told = printed(held)
    start = "THE SAME, TOLD MORE" if name in GRAINS else "WHERE THEY DIFFER"
    told = " ".join(told[told.index(start) : told.index("STATEMENTS")].split())
    page = html.document_fromstring(report(held))
    (line,) = page.xpath("//*[contains(@class, 'finding')]")
    (section,) = page.xpath("//section[.//*[contains(@class, 'finding')]]/h3/text()")
    assert (section == "The same, told more or less exactly") == (name in GRAINS)
    shown = " ".join(line.text_content().split())
    for words in KINDS[name][-1]:
        assert words.removeprefix("about ").removesuffix(": 1 outlet") in shown
        assert words in told
    for text in (told, shown):
        assert not re.search(r"\bNone\b|\bx-\w+|\be-close|\bquantity\b|\bquote\b|20\d\d-05-", text)
        assert "7 May 2031 was compared, 4 May 2031 to 6 May 2031 and “2010-12” were not" in text
        assert text.count(KINDS[name][-1][0]) == 1


def test_all_kinds_stand_in_their_sections_and_are_counted_apart() -> None:
    page = html.document_fromstring(report(record(*KINDS)))
    for id, names in (("differ", KINDS.keys() - GRAINS), ("grains", GRAINS)):
        (heading,) = page.xpath(f"//h3[@id='s-bridge-{id}']")
        found = heading.getparent().xpath(".//*[contains(@class, 'finding')]")
        assert len(found) == len(names)
        (count,) = page.xpath(f"//a[@href='#s-bridge-{id}']/following-sibling::span/text()")
        assert int(count) == len(names)
