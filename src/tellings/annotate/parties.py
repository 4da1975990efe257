"""The parties of one article: who its names, roles and pronouns refer to."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from tellings.annotate.bynames import bynamed
from tellings.annotate.clusters import cluster
from tellings.annotate.drafts import Draft
from tellings.annotate.misread import reread
from tellings.annotate.names import names as find_names
from tellings.annotate.references import refer
from tellings.model import Name, Party, Span, digest
from tellings.text.quotation import Quotation


def parties(
    doc: Doc, article: str, quotations: Sequence[Quotation], blocked: Sequence[Span] = ()
) -> tuple[tuple[Name, ...], tuple[Party, ...]]:
    """All names of `doc`, each with its party, and all parties, named or not, sorted by place."""
    mentions = reread(doc, bynamed(doc.text, find_names(doc, blocked)))
    owner = cluster(doc, mentions)
    drafts: list[Draft] = []
    for mention in mentions:
        if all(owner[mention] is not known for known in drafts):
            drafts.append(owner[mention])
    refer(doc, drafts, quotations, blocked)
    finished = {id(draft): draft.party(article) for draft in drafts}
    marks = tuple(
        Name(
            digest("n", article, m.span.start, m.span.end),
            m.span,
            owner[m].kind if owner[m].kind == "person" else m.kind,
            finished[id(owner[m])].id,
        )
        for m in mentions
    )
    return marks, tuple(sorted(finished.values(), key=lambda p: (p.mentions[0], p.id)))
