"""Which story of a record is meant."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.model.errors import TellingsError
from tellings.tell.view import StoryRow
from tellings.tell.visible import flat


class NoSuchStory(TellingsError):
    """The record holds no story of that name; the message says which it holds."""


def choose(rows: Sequence[StoryRow], story: str) -> StoryRow:
    """The story of this id, number in the list, or only one whose id starts so.

    Raises `NoSuchStory` where it is none or several.
    """
    found = [each for each in rows if each.id == story]
    number = int(story) if story.isascii() and story.isdecimal() and len(story) < 10 else 0
    if not found and 1 <= number <= len(rows):
        found = [rows[number - 1]]
    found = found or [each for each in rows if story and each.id.startswith(story)]
    if len(found) != 1:
        many = "names several stories" if found else "names no story"
        raise NoSuchStory(
            f"{flat(story)!r} {many} of this record; show the record without it to see its "
            f"{len(rows)} stories, and name one by its id or number"
        )
    return found[0]
