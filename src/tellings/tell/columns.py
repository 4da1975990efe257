"""The columns of each export file for formats that need types: keys and order as in `rows`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

Schema = dict[str, pl.DataType | type[pl.DataType]]


def _list(inner: pl.DataType | type[pl.DataType]) -> pl.DataType:
    return pl.List(inner)


_SPAN = pl.Struct({"start": pl.Int64, "end": pl.Int64})
_CITE = pl.Struct({"article": pl.String, "start": pl.Int64, "end": pl.Int64, "text": pl.String})
_TEXTS = _list(pl.String)
_TELLING = pl.Struct(
    {
        "cite": _CITE,
        "trigger": _CITE,
        "actor": _CITE,
        "recipient": _CITE,
        "time": _CITE,
        "place": _CITE,
        "certainty": pl.String,
        "attributed_to": pl.String,
    }
)
_SIDE = pl.Struct(
    {"value": pl.String, "cites": _list(_CITE), "outlets": pl.Int64, "independent": pl.Int64}
)
_WORDING = pl.Struct({"text": pl.String, "quotes": _TEXTS, "outlets": _TEXTS, "form": pl.String})
_PUBLISHED = pl.Struct({"value": pl.String, "how": pl.String, "why": pl.String, "cite": _CITE})
_PLACE = pl.Struct({"name": pl.String, "country": pl.String, "lat": pl.Float64, "lon": pl.Float64})


def _texts(*names: str) -> Schema:
    return dict.fromkeys(names, pl.String)


COLUMNS: Mapping[str, Schema] = MappingProxyType(
    {
        "articles": {
            "id": pl.String,
            "input": pl.Struct(_texts("path", "sha256", "item")),
            "outlet": pl.Struct(_texts("name", "domain")),
            **_texts("title", "byline"),
            "published": _PUBLISHED,
            **_texts("url", "language", "text"),
            "furniture": _list(_SPAN),
            "credits": _list(pl.Struct({"agency": pl.String, "cite": _CITE})),
            "story": pl.String,
            "headline": _SPAN,
            "captions": _list(_SPAN),
            **_texts("extractor", "aside"),
        },
        "names": {"id": pl.String, "cite": _CITE, **_texts("kind", "actor")},
        "actors": {
            **_texts("id", "kind", "name"),
            "names": _TEXTS,
            "roles": _list(pl.Struct({"title": pl.String, "of": pl.String, "cite": _CITE})),
            **_texts("country", "code"),
        },
        "times": {"id": pl.String, "cite": _CITE, **_texts("type", "value", "edtf", "why")},
        "quantities": {
            "id": pl.String,
            "cite": _CITE,
            **_texts("low", "high", "unit", "of", "modifier"),
            "counted": _CITE,
            **_texts("act", "role", "why"),
        },
        "quotes": {
            "id": pl.String,
            "cite": _CITE,
            "form": pl.String,
            "cue": _CITE,
            "source": _CITE,
            **_texts("speaker", "addressee", "said", "statement"),
            "parts": _list(_CITE),
            "quoted": _list(_CITE),
            "why": pl.String,
            "score": pl.Float64,
        },
        "statements": {
            **_texts("id", "story", "speaker"),
            "tellings": _TEXTS,
            "wordings": _list(_WORDING),
            "outlets": pl.Int64,
            "independent": pl.Int64,
            "said": pl.String,
        },
        "events": {
            **_texts("id", "story", "type", "mode"),
            "context": _TEXTS,
            "quad": pl.Int64,
            "goldstein": pl.Float64,
            "actors": _TEXTS,
            "recipients": _TEXTS,
            "date": pl.String,
            "place": _PLACE,
            "certainty": pl.String,
            "tellings": _list(_TELLING),
            "outlets": pl.Int64,
            "independent": pl.Int64,
            "lemma": pl.String,
            "answers": _list(pl.Struct({"event": pl.String, "cite": _CITE})),
        },
        "copies": {
            "id": pl.String,
            "passages": _list(_CITE),
            "origin": pl.Struct(_texts("article", "agency", "why")),
        },
        "stories": {
            **_texts("id", "title"),
            "articles": _TEXTS,
            **_texts("from", "to", "storyline"),
        },
        "findings": {
            **_texts("id", "story", "kind", "slot", "type"),
            "about": pl.Struct(_texts("kind", "id")),
            "sides": _list(_SIDE),
            "why": pl.String,
            "confidence": pl.Float64,
            "shade": pl.String,
            "missing": _TEXTS,
        },
        "ties": {
            **_texts("kind", "left", "right", "verdict"),
            "score": pl.Float64,
            **_texts("why", "by"),
        },
        "tombstones": _texts("kind", "id", "into"),
        "rejected": _texts("path", "item", "code", "reason"),
    }
)
