"""Bodies and countries of one article. Every name is invented but those of countries."""

from __future__ import annotations

from tests.annotate.test_parties import QUILL, found, mentions

ACTS = "/VERB/root/0 ./PUNCT/punct/{}"


def test_a_capital_acts_for_its_government_and_is_a_place_elsewhere() -> None:
    acts = "Oslo/PROPN/nsubj/2/LOC refused/VERB/root/0 ./PUNCT/punct/2"
    there = "It/PRON/nsubj/2 rained/VERB/root/0 in/ADP/case/4 Oslo/PROPN/obl/2/LOC ./PUNCT/punct/2"
    _, people = found(acts, there)
    kinds = {(party.kind, party.name, party.code) for party in people}
    assert kinds == {("country", "Norway", "NOR"), ("place", "Oslo", "NOR")}


def test_a_body_of_state_has_its_country_and_role() -> None:
    text = (
        "Norwegian/PROPN/compound/2/ORG Parliament/PROPN/nsubj/3/ORG met/VERB/root/0 "
        "./PUNCT/punct/3"
    )
    short = "Parliament/PROPN/nsubj/2/ORG rose/VERB/root/0 ./PUNCT/punct/2"
    _, people = found(text, short)
    (body,) = [party for party in people if party.kind == "organisation"]
    assert (body.country, body.code) == ("NOR", "NORLEG")
    assert body.names == ("Norwegian Parliament", "Parliament")


def test_capitals_of_a_name_are_its_acronym() -> None:
    full = (
        "Aldmouth/PROPN/compound/2/ORG Harbour/PROPN/compound/3/ORG Trust/PROPN/nsubj/4/ORG "
        "met/VERB/root/0 ./PUNCT/punct/4"
    )
    short = "AHT/PROPN/nsubj/2/ORG rose/VERB/root/0 ./PUNCT/punct/2"
    assert mentions(full, short) == {"Aldmouth Harbour Trust": ["Aldmouth Harbour Trust", "AHT"]}


def test_a_maker_is_not_its_ware() -> None:
    ware = "Orlex/PROPN/compound/2/ORG Glider/PROPN/nsubj/3/ORG flew/VERB/root/0 ./PUNCT/punct/3"
    firm = "Orlex/PROPN/nsubj/2/ORG rose/VERB/root/0 ./PUNCT/punct/2"
    line = "Orlex/PROPN/compound/2/ORG Airlines/PROPN/nsubj/3/ORG fell/VERB/root/0 ./PUNCT/punct/3"
    assert sorted(mentions(ware, firm)) == ["Orlex", "Orlex Glider"]
    assert sorted(mentions(line, firm)) == ["Orlex Airlines"]


def test_the_council_is_the_one_whose_name_ends_so() -> None:
    full = "Aldmouth/PROPN/compound/2/ORG Council/PROPN/nsubj/3/ORG met/VERB/root/0 ./PUNCT/punct/3"
    again = "The/DET/det/2 council/NOUN/nsubj/3 rose/VERB/root/0 ./PUNCT/punct/3"
    assert mentions(full, again) == {"Aldmouth Council": ["Aldmouth Council", "The council"]}
    assert sorted(mentions(QUILL, again)) == ["Ada Quill", "council"]


def test_who_is_told_beside_a_happening_is_somebody() -> None:
    victim = (
        "The/DET/det/2 murder/NOUN/nsubj/6 of/ADP/case/5 a/DET/det/5 baker/NOUN/nmod/2 "
        "shocked/VERB/root/0 all/PRON/obj/6 ./PUNCT/punct/6"
    )
    owner = victim.replace("murder", "oven")
    by = (
        "It/PRON/nsubj/2 started/VERB/root/0 by/ADP/case/5 a/DET/det/5 baker/NOUN/obl/2 "
        "./PUNCT/punct/2"
    )
    assert mentions(victim) == {"baker": ["a baker"]}
    assert mentions(owner) == {}
    assert mentions(by) == {"baker": ["a baker"]}


def test_nobody_is_no_party() -> None:
    none = "No/DET/det/2 bakers/NOUNS/nsubj/3 sang/VERB/root/0 ./PUNCT/punct/3"
    assert mentions(none) == {}


def test_a_headlines_capital_is_a_noun_but_before_a_name() -> None:
    alone = "Local/ADJ/amod/2 Baker/PROPN/nsubj/3 Held/VERB/root/0"
    before = "Local/ADJ/amod/2 Baker/PROPN/nsubj/4 Quill/PROPN/flat/2 Held/VERB/root/0"
    assert mentions(alone) == {"Local Baker": ["Local Baker"]}
    assert mentions(before) == {}


def test_a_relative_in_lower_case_alone_is_somebody() -> None:
    kin = "Tom/PROPN/nsubj/2/PERSON saw/VERB/root/0 mother/NOUN/obj/2 ./PUNCT/punct/2"
    assert mentions(kin) == {"Tom": ["Tom"], "mother": ["mother"]}
    assert mentions(kin.replace("mother", "justice")) == {"Tom": ["Tom"]}


def test_who_of_a_role_beside_a_name_is_its_bearer() -> None:
    told = (
        "Tom/PROPN/nsubj/8/PERSON Reyl/PROPN/flat/1/PERSON ,/PUNCT/punct/5 a/DET/det/5 "
        "baker/NOUN/appos/1 who/PRON/nsubj/7 sang/VERB/acl:relcl/5 left/VERB/root/0 "
        "./PUNCT/punct/8"
    )
    assert mentions(told) == {"Tom Reyl": ["Tom Reyl", "who"]}


def test_a_phrase_that_hangs_on_the_verb_or_tells_a_purpose_is_no_part_of_a_name() -> None:
    sent = (
        "They/PRON/nsubj/2 sent/VERB/root/0 a/DET/det/4 baker/NOUN/obj/2 to/ADP/case/7 "
        "the/DET/det/7 Fair/PROPN/obl/2 ./PUNCT/punct/2"
    )
    purpose = (
        "A/DET/det/2 baker/NOUN/nsubj/5 for/ADP/case/4 bread/NOUN/nmod/2 came/VERB/root/0 "
        "./PUNCT/punct/5"
    )
    serves = purpose.replace("bread", "Orlex")
    assert mentions(sent) == {"baker": ["a baker"]}
    assert mentions(purpose) == {"baker": ["A baker"]}
    assert mentions(serves) == {"baker for Orlex": ["A baker for Orlex"]}


def test_the_council_alone_is_the_one_council_named() -> None:
    full = (
        "Aldmouth/PROPN/compound/3/ORG Coast/PROPN/compound/3/ORG Council/PROPN/nsubj/4/ORG "
        "met/VERB/root/0 ./PUNCT/punct/4"
    )
    other = full.replace("Aldmouth", "Holm")
    alone = "Council/PROPN/nsubj/2/ORG rose/VERB/root/0 ./PUNCT/punct/2"
    told = mentions(full, alone)
    assert told == {"Aldmouth Coast Council": ["Aldmouth Coast Council", "Council"]}
    assert len(mentions(full, other, alone)) == 3


def test_a_short_word_for_an_office_is_that_office_and_no_other() -> None:
    short = (
        "Norwegian/ADJ/amod/2/NORP FM/PROPN/compound/4 Tom/PROPN/nsubj/5/PERSON "
        "Reyl/PROPN/flat/3/PERSON spoke/VERB/root/0 ./PUNCT/punct/5"
    )
    again = (
        "The/DET/det/3 foreign/ADJ/amod/3 minister/NOUN/nsubj/4 left/VERB/root/0 ./PUNCT/punct/4"
    )
    assert mentions(short, again)["Tom Reyl"] == ["Tom Reyl", "The foreign minister"]
    assert mentions(short, again.replace("foreign", "health"))["Tom Reyl"] == ["Tom Reyl"]
