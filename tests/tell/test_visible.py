"""What steers a reader's screen is shown; what a script needs stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.tell.visible import flat, visible, web_link


@given(st.text(st.characters(codec=None)))
def test_no_control_character_is_left_but_white_space(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r"]
    assert "\n" not in flat(text)
    shown.encode("utf-8")


def test_overrides_are_named_and_letters_of_every_script_stay() -> None:
    assert visible("a\u202eb\x1b[31m") == "a⟨U+202E⟩b⟨U+001B⟩[31m"
    for kept in ("قال\u200c الوزير\u200f", "שלום\u200e", "👩\u200d🚀", "naïve – “x”"):
        assert visible(kept) == kept


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "http://",
        "https://a.example/\u202etxt",
        "https://a.example/ b",
        "java\nscript:alert(1)",
        "http://[",
        "",
        None,
    ],
)
def test_only_plain_web_addresses_are_linked(url: str | None) -> None:
    assert web_link(url) is None


def test_a_web_address_is_left_as_it_is() -> None:
    assert web_link("https://a.example/x?y=1#z") == "https://a.example/x?y=1#z"
