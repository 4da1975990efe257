"""One article in, its marks out: the order in which the parts of `annotate` are asked."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tellings.annotate.answers import answers
from tellings.annotate.events import events
from tellings.annotate.parties import parties
from tellings.annotate.quantities import quantities
from tellings.annotate.quotes import quotes
from tellings.annotate.times import find
from tellings.model import Article, Marks, Sentence, Span
from tellings.text.masking import masked
from tellings.text.quotation import quotations


def annotate(article: Article, reader: Language) -> Marks:
    """All marks of an article; furniture is blanked out before the reader sees the text.

    An article that was set aside, or that is furniture only, has no marks.
    """
    text = masked(article.text, article.furniture)
    if article.aside is not None or not text.strip():
        return Marks(article.id)
    doc = reader(text)
    quoted = quotations(text)
    names, people = parties(doc, article.id, quoted)
    expressions = tuple(find(text, doc, article=article.id))
    # A photograph's caption dates its story, but nobody speaks in it and nothing new happens.
    captions = article.captions
    told = quotes(doc, article.id, people, expressions, quoted, captions)
    happened = events(doc, article.id, people, names, expressions, told, captions, article.headline)
    return Marks(
        article.id,
        sentences(doc),
        names,
        people,
        expressions,
        tuple(quantities(doc, article.id, expressions)),
        told,
        answers(doc, happened, people),
    )


def sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a Doc without the white space at their edges."""
    found: list[Sentence] = []
    paragraph, last = 0, 0
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        if found and "\n" in doc.text[last:start]:
            paragraph += 1
        found.append(Sentence(Span(start, end), paragraph))
        last = end
    return tuple(found)
