"""Names that are told as words. All is invented."""

from __future__ import annotations

import pytest

from tellings.weigh.mentioned import is_mentioned


@pytest.mark.parametrize(
    ("text", "name", "as_word"),
    [
        ("The two were often taken for one, “Varrel.”", "Varrel", True),
        ('Friends knew him by one name, "Varrel. "', "Varrel", True),
        ("His mother called him Olo, a diminutive of Olenne.", "Olenne", True),
        ("The mill owner, known as “Olo”, fell ill.", "Olo", True),
        ("The mayor called herself Olenne.", "Olenne", True),
        ("“Varrel is ill,” said the miller of Velm.", "Varrel", False),
        ("The miller asked after Varrel’s health.", "Varrel", False),
        ("The crowd cried “long live Varrel”.", "Varrel", False),
    ],
)
def test_told_as_a_word(text: str, name: str, as_word: bool) -> None:
    start = text.index(name)
    assert is_mentioned(text, start, start + len(name)) == as_word
