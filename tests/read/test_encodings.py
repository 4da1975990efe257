"""Bytes as found in the wild become text without mojibake."""

from __future__ import annotations

import pytest

from tellings.read.encodings import decode, is_binary

WORDS = "The café in Malmö closed at 10 – “for good”, said its owner, Zoë Ångström. " * 3


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_usual_encodings(encoding: str, mark: bytes) -> None:
    raw = mark + WORDS.encode(encoding)
    assert is_binary(raw) is None
    assert decode(raw) == WORDS


def test_a_page_declares_its_own() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Порт закрыт с утра.</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_latin_1_on_a_page_means_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“Closed” – ü'
    assert decode(page.encode("cp1252")) == page


def test_utf_8_with_one_broken_byte_stays_utf_8() -> None:
    raw = WORDS.encode() + b"\xff" + WORDS.encode()
    assert decode(raw) == WORDS + "\ufffd" + WORDS


def test_utf_8_cut_inside_a_character() -> None:
    assert decode("plain words and then an é".encode()[:-1]) == "plain words and then an \ufffd"


def test_cyrillic_without_a_declaration() -> None:
    words = "Порт закрыли утром в понедельник, и корабли ждали на рейде до самого вечера. " * 5
    assert decode(words.encode("cp1251")) == words


def test_an_unknown_declaration_is_passed_over() -> None:
    page = '<meta charset="no-such-thing">' + WORDS
    assert decode(page.encode("cp1252")) == page
