"""Bytes to text: byte order marks, UTF-8, what a page declares, then a careful guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_GUESS_FROM = 65536  # bytes that the guess looks at; all of them are decoded
# Code pages of old Macintoshes win guesses by their order and are no longer found on the web.
_OLD = ["mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish"]
_CONTROL = bytes({*range(9), *range(14, 27), 28, 29, 30, 31, 127} - {8})


def is_binary(raw: bytes) -> str | None:
    """What kind of binary these bytes are, in words, or None for text."""
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return None
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            return kind
    head = raw[:8192]
    if _wide(head):
        return None
    strange = len(head) - len(head.translate(None, _CONTROL))
    # A stray control character happens in text; one byte in fifty does not.
    return "binary data" if b"\x00" in head or strange * 50 > len(head) else None


def decode(raw: bytes) -> str:
    """The text of `raw`, without its byte order mark, one U+FFFD for what cannot be read."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide(raw[:8192])
    if wide:
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _declared(raw) or _guess(raw)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL beside nearly every letter."""
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    if not match:
        return None
    name = match[1].decode("ascii", "replace").lower()
    # Browsers read these two as Windows-1252, and pages are written for browsers.
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name
    try:
        return raw.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guess(raw: bytes) -> str:
    """UTF-8 with a few broken places, else Windows-1252 where it is mostly ASCII, else a guess."""
    repaired = raw.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    whole = sum(char > "\x7f" for char in repaired) - broken
    if broken and (whole >= 3 * broken or _cut(raw)):
        return repaired
    high = sum(byte > 127 for byte in raw)
    # Under a quarter beyond ASCII: Latin letters, and among those Windows-1252 is the usual one.
    # Cyrillic, Greek or Arabic in one byte have three quarters or more.
    if high * 4 < len(raw):
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return repaired
    best = from_bytes(raw[:_GUESS_FROM], cp_exclusion=_OLD).best()
    return raw.decode(best.encoding, "replace") if best else repaired


def _cut(raw: bytes) -> bool:
    """Whether only the last character is broken: a file that was cut off."""
    try:
        raw[:-1].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(raw) - 4
    return True
