"""How surely a clause is told, by the words around it."""

from __future__ import annotations

from spacy.tokens import Doc
from tests.annotate.parsed import parsed

from tellings.annotate.events import events
from tellings.annotate.sureness import sureness


def _sure(doc: Doc, word: str) -> str:
    token = next(t for t in doc if t.text == word)
    return sureness(doc, token, token).certainty


def test_what_is_considered_something_is_not_only_considered() -> None:
    row = "the/DET/det/2 raid/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 consider/VERB/root/0{}"
    assert _sure(parsed(row.format(" bold/ADJ/xcomp/4")), "raid") == "asserted"
    assert _sure(parsed(row.format("")), "raid") == "hypothetical"


def test_a_headlines_infinitive_is_planned() -> None:
    doc = parsed("Reyl/PROPN/nsubj/3 to/PART/mark/3 resign/VB/root/0 on/ADP/case/5 May/PROPN/obl/3")
    assert _sure(doc, "resign") == "planned"


def test_a_claim_that_is_called_untrue_is_denied() -> None:
    row = (
        "claim/NOUN/nsubj/6 about/SCONJ/mark/4 being/AUX/aux:pass/4 robbed/VBN/acl/1 are/AUX/cop/6 "
        "{}/ADJ/root/0"
    )
    assert _sure(parsed(row.format("untrue")), "robbed") == "denied"
    assert _sure(parsed(row.format("new")), "robbed") == "alleged"


def test_the_first_of_what_could_be_has_not_been() -> None:
    row = "May/PROPN/nsubj/3 could/AUX/aux/3 bring/VERB/root/0 the/DET/det/6 {}/ADJ/amod/6 {}"
    assert _sure(parsed(row.format("first", "launch/NOUN/obj/3")), "launch") == "hypothetical"
    assert _sure(parsed(row.format("big", "election/NOUN/obj/3")), "election") == "asserted"


def test_a_threat_that_is_not_carried_out_was_made() -> None:
    doc = parsed(
        "Norland/PROPN/nsubj/4 has/AUX/aux/4 not/PART/advmod/4 carry/VERB/root/0 "
        "out/ADP/compound:prt/4 its/PRON/nmod:poss/7 threat/NOUN/obj/4"
    )
    assert [m.certainty for m in events(doc, "a-1", (), (), (), ())] == ["asserted"]


def test_the_first_to_do_it_did_it() -> None:
    row = (
        "Reyl/PROPN/nsubj/5 {}/AUX/cop/5 the/DET/det/5 {}/ADJ/amod/5 baker/NOUN/root/0 "
        "to/PART/mark/7 resign/VB/acl/5"
    )
    assert _sure(parsed(row.format("was", "first")), "resign") == "asserted"
    assert _sure(parsed(row.format("was", "new")), "resign") == "hypothetical"


def test_what_is_pointed_at_was_told_before() -> None:
    row = (
        "Reyl/PROPN/nsubj/2 tried/VERB/root/0 to/PART/mark/4 prove/VB/xcomp/2 {}/DET/det/6 "
        "allegations/NOUNS/obj/4"
    )
    assert _sure(parsed(row.format("these")), "allegations") == "asserted"


def test_what_one_is_capable_of_need_not_have_been() -> None:
    row = (
        "Reyl/PROPN/nsubj/3 is/AUX/cop/3 {}/ADJ/root/0 of/SCONJ/mark/6 being/AUX/aux:pass/6 "
        "robbed/VBN/advcl/3"
    )
    assert _sure(parsed(row.format("capable")), "robbed") == "hypothetical"


def test_a_bare_be_tells_what_is_demanded() -> None:
    row = (
        "jurors/NOUNS/nsubj/2 urged/VERB/root/0 that/SCONJ/mark/6 Reyl/PROPN/nsubj:pass/6 "
        "{}/AUX/aux:pass/6 freed/VBN/ccomp/2"
    )
    assert _sure(parsed(row.format("be")), "freed") == "hypothetical"
    assert _sure(parsed(row.format("was")), "freed") == "asserted"


def test_a_short_had_is_no_would() -> None:
    row = "She/PRON/nsubj/3 'd/AUX/aux/3 {}/root/0 it/PRON/obj/3"
    assert _sure(parsed(row.format("found/VBN")), "found") == "asserted"
    assert _sure(parsed(row.format("find/VB")), "find") == "hypothetical"


def test_just_in_case_it_fell_tells_of_no_fall() -> None:
    row = "{} stones/NOUNS/nsubj/4 fell/VERB/root/0"
    doc = parsed(row.format("in/ADP/mark/4 case/NOUN/fixed/1"))
    assert _sure(doc, "fell") == "hypothetical"
    assert _sure(parsed(row.format("as/ADP/mark/4 soon/ADV/advmod/4")), "fell") == "asserted"


def test_a_regularly_scheduled_talk_may_have_been() -> None:
    row = "{} scheduled/ADJ/amod/3 talks/NOUNS/nsubj/4 ended/VERB/root/0"
    assert _sure(parsed(row.format("regularly/ADV/advmod/2")), "talks") == "asserted"
    assert _sure(parsed(row.format("the/DET/det/3")), "talks") == "planned"
