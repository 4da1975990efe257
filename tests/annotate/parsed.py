"""Docs built by hand: what rules over a parse are tested on, whatever the reader's weights."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

_VOCAB = spacy.blank("en").vocab
_TAGS = {"NOUN": "NN", "NOUNS": "NNS", "PROPN": "NNP", "PRON": "PRP", "VERB": "VBD", "DET": "DT"}

# What may stand for a part of speech: a plural, a form of a verb, a relative word.
_POS = {
    "NOUNS": "NOUN",
    "WP": "PRON",
    "WDT": "PRON",
    **dict.fromkeys(("VB", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
}
_LEMMAS = {"said": "say", "is": "be", "was": "be"}


def parsed(*sentences: str) -> Doc:
    """A Doc of sentences written as `word/POS/dependency/head[/entity]`, heads from 1, 0 the root.

    `NOUNS` is a plural noun, `VBN` a verb of that form. An entity is `PERSON`, `ORG`, `LOC`,
    `NORP`, `MISC`; a word with the entity of the one before continues it. `¶` is a line break.
    """
    words: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        base, last = len(words), ""
        for place, item in enumerate(sentence.split()):
            word, pos, dep, head, entity = [*item.split("/"), ""][:5]
            words.append("\n" if word == "¶" else word)
            tags.append("SPACE" if word == "¶" else pos)
            deps.append(dep)
            heads.append(base + int(head) - 1 if int(head) else base + place)
            ents.append(f"{'I' if entity == last else 'B'}-{entity}" if entity else "O")
            starts.append(place == 0)
            last = entity
    return Doc(
        _VOCAB,
        words=words,
        spaces=[i + 1 < len(words) and words[i + 1] not in ",.’" for i in range(len(words))],
        pos=[_POS.get(tag, tag) for tag in tags],
        tags=[_TAGS.get(tag, tag) for tag in tags],
        lemmas=[
            word.lower().removesuffix("s") if tag == "NOUNS" else _LEMMAS.get(word, word.lower())
            for word, tag in zip(words, tags, strict=True)
        ],
        heads=heads,
        deps=deps,
        ents=ents,
        sent_starts=starts,
    )
