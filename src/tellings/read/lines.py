"""JSON objects, one an article: the fields that news tools write."""

from __future__ import annotations

import json
import re
from typing import Any

from tellings.model import Article, Input, Outlet, Rejected
from tellings.read import outlets
from tellings.read.articles import Given, article

_TEXT = ("text", "maintext", "body", "content")
_TITLE = ("title", "headline")
_URL = ("url", "link", "canonical_url")
_PUBLISHER = ("publisher", "outlet", "source_domain", "source", "domain")
_DATE = ("date", "published", "date_publish", "published_at", "date_published", "pubdate")
_AUTHOR = ("author", "authors", "byline")
_LANGUAGE = ("language", "lang")
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(line: str) -> Any:
    """The JSON value of `line`; `ValueError` in plain words where there is none."""
    try:
        return json.loads(line)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from None


def from_value(value: Any, path: str, sha256: str, number: str | None) -> Article | Rejected:
    """The article that a JSON value describes. `number` names it where it has no id of its own."""
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Rejected(
            path,
            "not-an-object",
            f"This is JSON, but a {kind} and not an object with a text: write one object a line.",
            number,
        )
    own = _words(value.get("id"))
    item = own or number
    text = next((found for key in _TEXT if (found := value.get(key))), None)
    if not isinstance(text, str) or not text.strip():
        return Rejected(
            path,
            "no-text",
            "This object has no text: put the article's text under 'text' or 'maintext'.",
            item,
        )
    return article(_whole(text), Input(path, sha256, item), _given(value, own))


def _given(value: dict[str, Any], own: str | None) -> Given:
    url = _field(value, _URL)[1]
    field, day = _field(value, _DATE)
    return Given(
        id=own,
        title=_field(value, _TITLE)[1],
        byline=_field(value, _AUTHOR)[1],
        outlet=_outlet(value, url),
        date=day,
        date_field=field,
        url=url,
        language=_field(value, _LANGUAGE)[1],
    )


def _outlet(value: dict[str, Any], url: str | None) -> Outlet | None:
    """An outlet may be a name, a domain, or an object with both."""
    publisher = _field(value, _PUBLISHER)[1] or ""
    domains = [_words(value.get("source_domain")), _words(value.get("domain"))]
    for key in _PUBLISHER:
        inner = value.get(key)
        if isinstance(inner, dict):
            publisher = publisher or _words(inner.get("name")) or ""
            domains.append(_words(inner.get("domain")) or _words(inner.get("url")))
    return outlets.named(publisher, *domains, url)


def _field(value: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, str | None]:
    """The first of `keys` that holds words or a number, and what it holds."""
    for key in keys:
        found = value.get(key)
        if isinstance(found, list):
            found = ", ".join(filter(None, map(_words, found)))
        words = _words(found)
        if words:
            return key, words
    return keys[0], None


def _words(value: Any) -> str | None:
    """A string or number as words; an object's name; None for anything else."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _whole(str(value)).strip() or None


def _whole(text: str) -> str:
    """JSON can hold half a surrogate pair, which no file can store: it becomes U+FFFD, in place."""
    return _SURROGATE.sub("\ufffd", text)
