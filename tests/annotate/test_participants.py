"""Who did it and to whom, when and where, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.annotate.parsed import parsed

from tellings.annotate.events import events
from tellings.annotate.participants import doers
from tellings.model import EventMention, Expression, Party, Span


def _span(doc: Doc, word: str) -> Span:
    token = next(t for t in doc if t.text == word)
    return Span(token.idx, token.idx + len(token))


def _told(doc: Doc, who: str, kind: str, when: str = "") -> dict[str, EventMention]:
    party = Party("p-1", kind, who, (who,), (_span(doc, who),))  # type: ignore[arg-type]
    times = (Expression("t-1", _span(doc, when), "DATE", "2009"),) if when else ()
    return {m.lemma: m for m in events(doc, "a-1", (party,), (), times, ())}


@pytest.mark.parametrize(("case", "does"), [("by", ["Reyl"]), ("to", []), ("as", [])])
def test_only_by_leads_to_who_did_it(case: str, does: list[str]) -> None:
    doc = parsed(
        f"Arlen/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 hand/VBN/root/0 {case}/ADP/case/5 "
        "Reyl/PROPN/obl:agent/3"
    )
    assert [t.text for t in doers(doc[2], doc[2], "hand")] == does


def test_an_office_and_a_name_are_one_agent() -> None:
    doc = parsed(
        "Arlen/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 freed/VBN/root/0 by/ADP/case/5 "
        "captain/NOUN/obl:agent/3 Reyl/PROPN/obl:agent/3"
    )
    assert [t.text for t in doers(doc[2], doc[2], "free")] == ["captain", "Reyl"]


def test_by_tells_who_did_what_stands_nearer() -> None:
    doc = parsed(
        "the/DET/det/2 rescue/NOUN/nsubj/9 of/ADP/case/4 men/NOUNS/nmod/2 under/ADP/case/6 "
        "attack/NOUN/nmod/2 by/ADP/case/8 pirates/NOUNS/nmod/2 ended/VERB/root/0"
    )
    assert not list(doers(doc[1], doc[1], "rescue"))


def test_one_norlander_is_not_the_country() -> None:
    row = "{} Norlander/PROPN/nsubj/3 fall/VERB/root/0 on/ADP/case/5 Monday/PROPN/obl/3"
    for word, who in (("One/NUM/nummod/2", ()), ("Cold/ADJ/amod/2", ("p-1",))):
        doc = parsed(row.format(word))
        assert _told(doc, "Norlander", "country", "Monday")["fall"].actors == who


def test_following_leads_to_another_time() -> None:
    row = (
        "Reyl/PROPN/nsubj/2 sang/VERB/root/0 {}/ADP/case/4 show/NOUN/obl/2 of/ADP/case/6 "
        "2009/NUM/nmod/4"
    )
    for word, when in (("following", None), ("at", "2009")):
        doc = parsed(row.format(word))
        time = _told(doc, "Reyl", "person", "2009")["sang"].time
        assert (time and time.of(doc.text)) == when


def test_a_page_that_is_updated_is_no_news() -> None:
    doc = parsed("update/VBN/root/0 at/ADP/case/3 nine/NUM/obl/1")
    assert not events(doc, "a-1", (), (), (), ())
    doc = parsed("Reyl/PROPN/nsubj/2 update/VERB/root/0 the/DET/det/4 law/NOUN/obj/2")
    assert "update" in _told(doc, "Reyl", "person")


def test_a_time_between_the_and_a_noun_is_the_nouns() -> None:
    row = (
        "Reyl/PROPN/nsubj/2 name/VERB/root/0 a/DET/det/4 minister/NOUN/obj/2 {}/ADP/case/8 "
        "the/DET/det/8 Friday/PROPN/obl/2 talks/NOUNS/{}"
    )
    for case, hangs, when in (("of", "nmod/4", None), ("at", "obl/2", "Friday")):
        doc = parsed(row.format(case, hangs))
        time = _told(doc, "Reyl", "person", "Friday")["name"].time
        assert (time and time.of(doc.text)) == when


def test_a_replacement_is_whom_he_replaces() -> None:
    doc = parsed(
        "Norland/PROPN/nsubj/2 found/VERB/root/0 Reyl/PROPN/nmod:poss/4 replacement/NOUN/obj/2"
    )
    mention = _told(doc, "Reyl", "person")["replacement"]
    assert (mention.actors, mention.recipients) == ((), ("p-1",))


def test_things_in_a_list_are_nobody() -> None:
    row = "police/NOUN/nsubj/2 seize/VERB/root/0 rifles/NOUNS/obj/2 and/CCONJ/cc/5 {}/conj/3"
    for what, word, kind, who in (
        ("magazines/NOUNS", "magazines", "organisation", ()),
        ("Reyl/PROPN", "Reyl", "person", ("p-1",)),
    ):
        doc = parsed(row.format(what))
        assert _told(doc, word, kind)["seize"].recipients == who


def test_what_one_is_told_to_take_is_no_happening() -> None:
    row = "{} take/{}/root/0 a/DET/det/4 trip/NOUN/obj/2 {}"
    doc = parsed(row.format("Now/ADV/advmod/2", "VB", "./PUNCT/punct/2"))
    assert not events(doc, "a-1", (), (), (), ())
    doc = parsed(row.format("Reyl/PROPN/nsubj/2", "VERB", "on/ADP/case/6 Monday/PROPN/obl/2"))
    assert "trip" in _told(doc, "Reyl", "person", "Monday")


def test_the_school_of_students_is_not_the_students() -> None:
    doc = parsed(
        "students/NOUNS/nsubj/7 of/ADP/case/3 schools/NOUNS/nmod/1 attend/VBN/acl/3 by/ADP/case/6 "
        "Reyl/PROPN/obl:agent/4 visit/VERB/root/0 Norland/PROPN/obj/7"
    )
    start, end = _span(doc, "students").start, _span(doc, "schools").end
    party = Party("p-1", "person", "students", ("students",), (Span(start, end),))
    mentions = {m.lemma: m for m in events(doc, "a-1", (party,), (), (), ())}
    assert mentions["visit"].actors == ("p-1",)
    assert all(m.recipients == () for m in mentions.values())
