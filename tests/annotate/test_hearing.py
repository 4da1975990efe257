"""Where the reader's own root for a word is believed, on sentences parsed by hand."""

from __future__ import annotations

from spacy.tokens import Doc
from tests.annotate.parsed import parsed

from tellings.annotate.events import events
from tellings.annotate.triggers import triggers

if not Doc.has_extension("event_triggers"):
    Doc.set_extension("event_triggers", default=None)


def _heard(sentence: str, **roots: str) -> Doc:
    """A Doc in which the reader hears the given roots at the given words."""
    doc = parsed(sentence)
    doc._.event_triggers = tuple((t.i, roots[t.text], 0.99) for t in doc if t.text in roots)
    return doc


def _roots(doc: Doc) -> dict[str, str]:
    return {t.lemma: t.root for t in triggers(doc)}


def test_what_will_not_be_done_is_refused_and_denied_no_more() -> None:
    row = (
        "Norland/PROPN/nsubj/4 {}/AUX/aux/4 not/PART/advmod/4 begin/VB/root/0 the/DET/det/6 "
        "works/NOUNS/obj/4"
    )
    refused = _heard(row.format("will"), begin="REJECT")
    assert _roots(refused) == {"begin": "REJECT"}
    (mention,) = events(refused, "a-1", (), (), (), ())
    assert (mention.certainty, mention.negated) == ("planned", False)
    assert _roots(_heard(row.format("did"), begin="REJECT")) == {}


def test_who_fails_to_agree_rejects() -> None:
    row = "Norland/PROPN/nsubj/2 fail/VERB/root/0 to/PART/mark/4 rise/VB/xcomp/2"
    assert _roots(_heard(row, fail="REJECT"))["fail"] == "REJECT"
    assert "fail" not in _roots(_heard(row))


def test_a_launched_offensive_is_what_the_reader_hears_and_a_rocket_is_not() -> None:
    row = "Norland/PROPN/nsubj/2 launch/VERB/root/0 a/DET/det/4 {}/NOUN/obj/2"
    assert _roots(_heard(row.format("campaign"), launch="ASSAULT"))["launch"] == "ASSAULT"
    assert _roots(_heard(row.format("rocket"), launch="ASSAULT"))["launch"] == "OTHER"


def test_a_strike_from_the_air_is_no_walkout() -> None:
    row = "{}/NOUN/compound/2 strike/NOUN/nsubj/3 began/VERB/root/0"
    assert _roots(parsed(row.format("air")))["strike"] == "ASSAULT"
    assert _roots(parsed(row.format("baker")))["strike"] == "PROTEST"
