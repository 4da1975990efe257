"""Ids come from content: the same content has the same id on every machine and in every order."""

from __future__ import annotations

from hashlib import blake2b, sha256

_SEPARATOR = "\x1f"  # ASCII unit separator: it cannot be typed, so parts cannot run into each other


def digest(kind: str, *parts: str | int | None) -> str:
    """An id such as `q-3f9a…`: the kind's letter(s), and 64 bits of BLAKE2b over the parts.

    64 bits keep the chance of one collision among 10 million ids of a kind below 3 in a million.
    """
    joined = _SEPARATOR.join("\x00" if part is None else str(part) for part in parts)
    return f"{kind}-{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def text_hash(text: str) -> str:
    """SHA-256 of the stored text in UTF-8, as hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def bytes_hash(raw: bytes) -> str:
    """SHA-256 of an input as it was found, as hexadecimal digits."""
    return sha256(raw).hexdigest()
