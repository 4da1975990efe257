"""Values as stored bytes and back, and the spans and cites that stand in a value."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, TypeVar, cast

import msgspec

from tellings.model import Cite, Span
from tellings.model.errors import DamagedRecord

T = TypeVar("T")

_encoder = msgspec.json.Encoder()


def pack(value: object) -> bytes:
    """A value of the model as JSON; keys in the order of its fields, so equal values equal bytes.

    Fields that hold their default are left out (they were half of the bytes), so changing a default
    in the model asks for a migration, like renaming a field; adding one does not.
    Raises `UnicodeEncodeError` where a text holds half of a surrogate pair: such a text cannot be
    written as UTF-8 by anyone, so reading has to replace it.
    """
    return _encoder.encode(_lean(value))


def unpack(raw: bytes, kind: type[T]) -> T:
    """The value back, checked against its type; raises `DamagedRecord` where it is not one."""
    try:
        return cast(T, _decoder(cast(Hashable, kind)).decode(raw))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamagedRecord(f"a stored {kind.__name__} cannot be read ({error})") from error


def seal(*parts: bytes) -> bytes:
    """64 bits of BLAKE2b: no secret, but no chance change of a byte gets past it."""
    return blake2b(b"\x1f".join(parts), digest_size=8).digest()


def spans(value: object) -> Iterator[Span]:
    """Every span in a value, in the order of its fields."""
    return _inside(value, Span)


def cites(value: object) -> Iterator[Cite]:
    """Every cite in a value, in the order of its fields."""
    return _inside(value, Cite)


def words(value: object, text: str) -> list[str]:
    """The exact words of `text` at each of the value's spans; `ValueError` where it ends before."""
    return [span.of(text) for span in spans(value)]


def _inside(value: object, kind: type[T]) -> Iterator[T]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            if not isinstance(item, str):
                yield from _inside(item, kind)
    elif is_dataclass(value):
        for name in _names(cast(Hashable, type(value))):
            inner = getattr(value, name)
            if inner is not None and not isinstance(inner, str):
                yield from _inside(inner, kind)


def _lean(value: object) -> object:
    if isinstance(value, tuple):
        return [_lean(item) for item in value]
    if is_dataclass(value):
        kind = cast(Hashable, type(value))
        held = ((name, getattr(value, name), default) for name, default in _defaults(kind))
        return {name: _lean(inner) for name, inner, default in held if inner != default}
    return value


@cache
def _defaults(kind: Hashable) -> Sequence[tuple[str, object]]:
    return tuple((field.name, field.default) for field in fields(cast(Any, kind)))


@cache
def _names(kind: Hashable) -> Sequence[str]:
    return tuple(field.name for field in fields(cast(Any, kind)))


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast(Any, kind))
