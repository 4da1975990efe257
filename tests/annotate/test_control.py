"""Who stands for a verb's subject, on sentences parsed by hand."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from tests.annotate.parsed import parsed

from tellings.annotate.control import passive, subjects


def _at(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def _who(doc: Doc, verb: str) -> list[str]:
    return [token.text for token in subjects(_at(doc, verb))]


def test_a_time_is_no_object() -> None:
    doc = parsed(
        "Arlen/PROPN/nsubj/2/PERSON became/VERB/root/0 the/DET/det/5 third/ADJ/amod/5 "
        "baker/NOUN/xcomp/2 sacked/VBN/acl/5 this/DET/det/8 season/NOUN/obj/6"
    )
    assert passive(_at(doc, "sacked"))


def test_who_behind_a_persons_name_is_that_person() -> None:
    doc = parsed(
        "A/DET/det/2 baker/NOUN/root/0 ;/PUNCT/punct/4 Tom/PROPN/list/2/PERSON "
        "Reyl/PROPN/flat/4/PERSON ,/PUNCT/punct/8 who/WP/nsubj/8 sold/VERB/acl:relcl/2 "
        "the/DET/det/10 mill/NOUN/obj/8"
    )
    assert _who(doc, "sold") == ["Tom"]


def test_a_participle_behind_a_thing_and_a_comma_is_nobodys() -> None:
    doc = parsed(
        "Norland/PROPN/nsubj/2 denied/VERB/root/0 reports/NOUNS/obj/2 ,/PUNCT/punct/5 "
        "endorsed/VBN/advcl/2 by/ADP/case/7 bakers/NOUNS/obl:agent/5"
    )
    assert _who(doc, "endorsed") == []


def test_a_past_verb_is_not_joined_to_what_is_demanded() -> None:
    doc = parsed(
        "Norland/PROPN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 wished/VERB/ccomp/2 "
        "that/SCONJ/mark/7 Sudmark/PROPN/nsubj/7 leave/VBP/ccomp/4 and/CCONJ/cc/9 "
        "called/VERB/conj/7"
    )
    assert _who(doc, "called") == ["it"]


def test_who_says_it_behind_the_words_does_not_do_it() -> None:
    doc = parsed(
        "Arlen/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 held/VBN/ccomp/8 and/CCONJ/cc/5 "
        "booked/VERB/conj/3 ,/PUNCT/punct/8 Reyl/PROPN/nsubj/8 said/VERB/root/0"
    )
    assert _who(doc, "booked") == ["Arlen"]


def test_a_verb_with_an_object_is_active_whatever_its_subject_is_called() -> None:
    doc = parsed("Arlen/PROPN/nsubj:pass/2 arrested/VERB/root/0 a/DET/det/4 baker/NOUN/obj/2")
    assert not passive(_at(doc, "arrested"))


def test_verbs_joined_word_to_word_are_of_one_form() -> None:
    doc = parsed(
        "Arlen/PROPN/nsubj/2 left/VERB/root/0 where/ADV/advmod/6 Reyl/PROPN/nsubj:pass/6 "
        "was/AUX/aux:pass/6 born/VBN/advcl/2 and/CCONJ/cc/8 raised/VERB/conj/6"
    )
    assert passive(_at(doc, "raised"))
    assert _who(doc, "raised") == ["Reyl"]


def test_of_two_subjects_the_nearer_counts() -> None:
    doc = parsed("baker/NOUN/nsubj/3 Reyl/PROPN/nsubj/3/PERSON sold/VERB/root/0 mills/NOUNS/obj/3")
    assert _who(doc, "sold") == ["Reyl"]


def test_who_behind_joined_nouns_is_the_last() -> None:
    doc = parsed(
        "a/DET/det/2 mayor/NOUN/root/0 and/CCONJ/cc/5 a/DET/det/5 baker/NOUN/conj/2 "
        "who/WP/nsubj/7 sold/VERB/acl:relcl/2 mills/NOUNS/obj/7"
    )
    assert _who(doc, "sold") == ["baker"]


def test_past_and_present_verbs_share_no_subject() -> None:
    doc = parsed(
        "Norland/PROPN/nsubj/2 sells/VBZ/root/0 mills/NOUNS/obj/2 and/CCONJ/cc/5 timed/VERB/conj/2"
    )
    assert _who(doc, "timed") == []


def test_no_person_is_a_which() -> None:
    row = (
        "{} in/ADP/case/4 a/DET/det/4 film/NOUN/nmod/1 ,/PUNCT/punct/7 which/WDT/nsubj/7 "
        "closed/VERB/acl:relcl/1"
    )
    assert _who(parsed(row.format("Reyl/PROPN/root/0/PERSON")), "closed") == ["which"]
    assert _who(parsed(row.format("mill/NOUN/root/0")), "closed") == ["mill"]
