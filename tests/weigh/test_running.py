"""A sentence inside a quotation that began before it. All is invented."""

from __future__ import annotations

import pytest

from tellings.weigh.running import runs_on

ROOF = "The roof of the mill fell in March."


@pytest.mark.parametrize(
    ("before", "sentence", "inside"),
    [
        ('Olen Varr said, "The salt works are sound.', f'{ROOF}"', True),
        ("Olen Varr said, “The salt works are sound.", f"{ROOF}”", True),
        ("'The salt works are sound.", f"{ROOF}'", True),
        ("“The salt works are sound.", ROOF, True),
        ("The salt works are sound.", f"'{ROOF[:-1]}", True),
        ("The salt works are sound.", f"{ROOF}'", True),
        ("The salt works are sound.", f"'{ROOF}'", False),
        ("The salt works are sound.", "He said: 'The roof fell.'", False),
        ('Olen Varr said, "The salt works are sound."', ROOF, False),
        ("‘The salt works’ roof is sound,’ Varr said.", ROOF, False),
        ("The salt works are sound.", ROOF, False),
        ("", ROOF, False),
    ],
)
def test_runs_on(before: str, sentence: str, inside: bool) -> None:
    assert runs_on(before, sentence) == inside
