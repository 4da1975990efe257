"""Which attributions are somebody's words at all, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.annotate.parsed import parsed

from tellings.annotate.attributions import Told
from tellings.annotate.utterances import utterances


@pytest.mark.parametrize(
    ("cue", "what", "kept"),
    [
        ("reveal", "35/NUM/nummod/6 sad/ADJ/amod/6 bakers/NOUNS/obj/2", False),
        ("announce", "the/DET/det/6 big/ADJ/amod/6 merger/NOUN/obj/2", True),
        ("predict", "35/NUM/nummod/6 sad/ADJ/amod/6 bakers/NOUNS/obj/2", True),
        ("reveal", "bakers/NOUNS/nsubj/6 were/AUX/cop/6 sad/ADJ/ccomp/2", True),
    ],
)
def test_a_thing_dealt_with_is_nobodys_words(cue: str, what: str, kept: bool) -> None:
    doc = parsed(f"Reyl/PROPN/nsubj/2/PERSON {cue}/VERB/root/0 now/ADV/advmod/2 {what}")
    spans = [(t.idx, t.idx + len(t)) for t in doc]
    content = ((spans[3][0], spans[-1][1]),)
    told = Told(content, (spans[1],), (spans[0],), "indirect", 0.9)
    assert bool(utterances(doc, [told], ())) is kept
