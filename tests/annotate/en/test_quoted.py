"""Inside quotation marks or not: marks of every kind, paragraphs, inches."""

from __future__ import annotations

from tellings.annotate.en.quoted import quoted


def _inside(text: str, paragraphs: tuple[int, ...] = (0,)) -> str:
    words = text.split()
    starts = [i in paragraphs for i in range(len(words))]
    return "".join("q" if x else "." for x in quoted(words, [True] * len(words), starts))


def test_straight_marks_take_turns() -> None:
    assert _inside('He said " we stay " and " no " .') == "..qqqq.qqq."


def test_curly_marks() -> None:
    assert _inside("“ We stay , ” he said") == "qqqqq.."


def test_a_paragraph_starts_outside() -> None:
    assert _inside("“ We stay . Rain fell", paragraphs=(0, 4)) == "qqqq.."


def test_inches_open_nothing() -> None:
    words = ["a", "6", '"', "pipe"]
    assert quoted(words, [True, False, True, True], [True, False, False, False]) == [False] * 4
