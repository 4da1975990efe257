"""How alike two triggers are, less what their whole story has in common."""

from __future__ import annotations

from base64 import b85encode

from tellings.link.meanings import cosine, meanings
from tellings.model import EventMention, Span


def mention(name: str, *numbers: int) -> EventMention:
    vector = b85encode(bytes(n % 256 for n in (*numbers, 0, 0))).decode() if numbers else ""
    return EventMention(name, Span(0, 9), Span(0, 4), "OTHER", "sink", vector=vector)


def test_what_all_mentions_share_says_nothing() -> None:
    theme = [mention(f"e-{i:02}", 90, 40 if i % 2 else -40) for i in range(40)]
    found = meanings(theme)
    other, same = cosine(found["e-00"], found["e-01"]), cosine(found["e-00"], found["e-02"])
    assert other is not None
    assert other < -0.2
    assert same == 1.0


def test_two_mentions_alone_are_not_each_others_opposite() -> None:
    found = meanings([mention("e-1", 60, 50), mention("e-2", 50, 60)])
    alike = cosine(found["e-1"], found["e-2"])
    assert alike is not None
    assert alike > 0.9


def test_order_does_not_matter() -> None:
    some = [mention("e-1", 3, -7), mention("e-2", 90, 11), mention("e-3", -20, 5)]
    assert meanings(some) == meanings(some[::-1])


def test_without_numbers_nothing_is_said() -> None:
    found = meanings([mention("e-1", 3, 4), mention("e-2")])
    assert set(found) == {"e-1"}
    assert cosine(found["e-1"], ()) is None


def test_numbers_that_are_all_zero_are_like_nothing() -> None:
    found = meanings([mention("e-1", 0, 0), mention("e-2", 0, 0)])
    assert cosine(found["e-1"], found["e-2"]) == 0.0
