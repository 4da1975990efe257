"""What was read: an article with where it came from, or the reason why an input gave none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Cite, Span

PublishedHow = Literal["given", "dateline", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """Where an article was read from.

    `path` as the user named it (or `-`), `sha256` of the raw bytes of the file (of the line, in
    JSON Lines), `item` the id given inside the file, else the line's number, else None.
    """

    path: str
    sha256: str
    item: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Outlet:
    """Who publishes. `name` as a reader would say it; at least one of the two is known."""

    name: str | None
    domain: str | None

    @property
    def label(self) -> str:
        return self.name or self.domain or "unknown outlet"


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article came out: EDTF `value`, `how` it is known, `why` in words."""

    value: str
    how: PublishedHow
    why: str
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Words by which an article names the agency or outlet that it took text from."""

    agency: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Article:
    """One text as an outlet published it. `text` is stored exactly as found, furniture included.

    `headline` is where the title stands in `text` (None where it came from metadata only).
    `aside` says why an article is kept but not read further (another language, say).
    """

    id: str
    input: Input
    text: str
    outlet: Outlet | None = None
    title: str | None = None
    headline: Span | None = None
    byline: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None
    furniture: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
    extractor: str | None = None
    aside: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """An input that gave no article: bad input is a result, not an exception.

    `reason` is a full sentence that says what was wrong and what to do; `code` is its short name.
    """

    path: str
    code: str
    reason: str
    item: str | None = None
