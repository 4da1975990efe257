"""One open file or stream: which kind it is, and the articles in it, with a bound on memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from tellings.model import Article, Input, Rejected, bytes_hash
from tellings.read import lines, pages
from tellings.read.articles import Given, article
from tellings.read.blocks import blocks
from tellings.read.encodings import decode, is_binary
from tellings.read.furniture import is_furniture

LINE_LIMIT = 16 * 2**20  # bytes; a novel has about one million
FILE_LIMIT = 64 * 2**20  # bytes of a file that must be held whole: one page, one JSON array
_CHUNK = 2**20
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINES = (".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml")


def read_stream(name: str, stream: BinaryIO) -> Iterator[Article | Rejected]:
    """All articles of one input, whose kind its `name`'s ending and its first bytes tell.

    At most `LINE_LIMIT` bytes of a line are held, and `FILE_LIMIT` of what is not JSON Lines.
    """
    head = _fill(stream, b"", 8192)
    if not head.strip(b" \t\r\n\v\f\xef\xbb\xbf\x00") and len(head) < 8192:
        yield _rejected(name, "empty")
        return
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name.rsplit("/", 1)[-1] else ""
    binary = is_binary(head)
    if binary:
        yield _rejected(name, "binary", kind=binary)
    elif ending in _LINES or (name == "-" and _one_a_line(head)):
        yield from _json_lines(name, head, stream)
    elif ending == ".json" or (name == "-" and _first(head) in b"{["):
        yield from _json(name, head, stream)
    else:
        yield _whole(name, head, stream, page=ending in _PAGES or bool(_HTML.match(head)))


def _whole(name: str, head: bytes, stream: BinaryIO, *, page: bool) -> Article | Rejected:
    """A file that is one article."""
    raw = _fill(stream, head, FILE_LIMIT + 1)
    if len(raw) > FILE_LIMIT:
        return _rejected(name, "too-long", limit=FILE_LIMIT >> 20)
    text = decode(raw)
    if not text.strip("\x00 \t\r\n\ufeff\ufffd"):
        return _rejected(name, "empty")
    source = Input(name, bytes_hash(raw))
    if not page:
        return article(text, source, Given())
    main = pages.main_text(text)
    if all(is_furniture(block) for block in blocks(main)):
        return _rejected(name, "empty-page")
    return article(main, source, pages.given(text))


def _json(name: str, head: bytes, stream: BinaryIO) -> Iterator[Article | Rejected]:
    """A .json file: an array of objects, one object over several lines, or JSON Lines."""
    whole = _fill(stream, head, FILE_LIMIT + 1)
    if len(whole) > FILE_LIMIT:
        if _first(head) == b"[":
            yield _rejected(name, "too-long-array", limit=FILE_LIMIT >> 20)
        else:
            yield from _json_lines(name, whole, stream)
        return
    try:
        value = lines.parse(decode(whole))
    except ValueError as error:
        if b"\n" in whole.strip() and _first(head) == b"{":
            yield from _json_lines(name, whole, stream)
        else:
            yield _rejected(name, "bad-json", problem=str(error))
        return
    digest = bytes_hash(whole)
    if not isinstance(value, list):
        yield lines.from_value(value, name, digest, None)
    elif not value:
        yield _rejected(name, "empty")
    else:
        for number, item in enumerate(value, 1):
            yield lines.from_value(item, name, digest, str(number))


def _json_lines(name: str, head: bytes, stream: BinaryIO) -> Iterator[Article | Rejected]:
    empty = True
    for number, line in enumerate(_split(head, stream), 1):
        if isinstance(line, bytes) and not line.strip(b"\x00 \t\r\xef\xbb\xbf"):
            continue
        empty = False
        yield _json_line(name, str(number), line)
    if empty:
        yield _rejected(name, "empty")


def _json_line(name: str, number: str, line: bytes | None) -> Article | Rejected:
    if line is None:
        return _rejected(name, "too-long-line", number, limit=LINE_LIMIT >> 20)
    if is_binary(line):
        return _rejected(name, "binary", number, kind="binary data")
    try:
        value = lines.parse(decode(line).strip())
    except ValueError as error:
        return _rejected(name, "bad-json", number, problem=str(error))
    return lines.from_value(value, name, sha256(line).hexdigest(), number)


def _split(head: bytes, stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines without their ends; None for one over the limit, of which no more is held."""
    held, over = bytearray(), False
    chunk = head
    while chunk:
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            held += chunk[start:end]
            yield None if over or len(held) > LINE_LIMIT else bytes(held).rstrip(b"\r")
            held, over, start = bytearray(), False, end + 1
        held += chunk[start:]
        if len(held) > LINE_LIMIT:
            held, over = bytearray(), True
        chunk = stream.read(_CHUNK)
    if held or over:
        yield None if over else bytes(held)


def _fill(stream: BinaryIO, head: bytes, size: int) -> bytes:
    """`head` and what follows, up to `size` bytes in all; pipes give short reads, so it loops."""
    parts, held = [head], len(head)
    while held < size:
        part = stream.read(min(_CHUNK, size - held))
        if not part:
            break
        parts.append(part)
        held += len(part)
    return b"".join(parts)


def _first(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]


def _one_a_line(head: bytes) -> bool:
    """Whether the first line is an object by itself, as far as it can be seen."""
    line, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    cut = not newline and len(head) >= 8192
    return line.startswith(b"{") and (cut or line.rstrip().endswith(b"}"))


_REASONS = {
    "empty": "There is nothing in it: check how the file was saved, or leave it out.",
    "binary": "This is {kind}, not text: save its text as a .txt or .html file and name that.",
    "too-long": "It has more than {limit} MB, too much for one article: split it up.",
    "too-long-array": "This JSON array has more than {limit} MB: write one object a line (.jsonl).",
    "too-long-line": "The line has more than {limit} MB: check that each line holds one article.",
    "bad-json": "This is not valid JSON ({problem}): mend the line or write it anew.",
    "empty-page": "No article text was found in this page: save it again with its text loaded.",
}


def _rejected(name: str, code: str, item: str | None = None, **words: object) -> Rejected:
    return Rejected(name, code, _REASONS[code].format(**words), item)
