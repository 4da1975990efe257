"""Who refers to whom in one article. Every name and sentence is invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.annotate.parsed import parsed

from tellings.annotate.parties import parties
from tellings.model import Party
from tellings.text.quotation import quotations

QUILL = "Ada/PROPN/nsubj/3/PERSON Quill/PROPN/flat/1/PERSON spoke/VERB/root/0 ./PUNCT/punct/3"
REYL = "Tom/PROPN/nsubj/3/PERSON Reyl/PROPN/flat/1/PERSON spoke/VERB/root/0 ./PUNCT/punct/3"
HE = "He/PRON/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"
SHE = "She/PRON/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"
MINISTER = (
    "Norwegian/ADJ/amod/3/NORP Fisheries/PROPN/compound/3 Minister/PROPN/nsubj/6 "
    "Tom/PROPN/flat/3/PERSON Reyl/PROPN/flat/3/PERSON spoke/VERB/root/0 ./PUNCT/punct/6"
)
THE_MINISTER = "The/DET/det/2 minister/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3"
A_BAKER = "A/DET/det/2 baker/NOUN/nsubj/3 sang/VERB/root/0 ./PUNCT/punct/3"
THE_BAKER = "The/DET/det/2 baker/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3"
BAKERS = "Bakers/NOUNS/nsubj/2 sang/VERB/root/0 ./PUNCT/punct/2"
SENTENCES = (QUILL, REYL, HE, SHE, MINISTER, THE_MINISTER, A_BAKER, THE_BAKER, BAKERS)


def found(*sentences: str) -> tuple[Doc, tuple[Party, ...]]:
    doc = parsed(*sentences)
    return doc, parties(doc, "a-1", quotations(doc.text))[1]


def mentions(*sentences: str) -> dict[str, list[str]]:
    """The words that refer to each party, by its name."""
    doc, people = found(*sentences)
    return {party.name: [span.of(doc.text) for span in party.mentions] for party in people}


def test_a_role_gives_its_title_country_and_code() -> None:
    _, (norway, reyl) = found(MINISTER)
    assert (reyl.name, reyl.country, reyl.code) == ("Tom Reyl", "NOR", "NORGOV")
    assert [(role.title, role.of) for role in reyl.roles] == [("Fisheries Minister", "Norwegian")]
    assert norway.kind == "country"


def test_a_surname_is_the_one_who_bears_it() -> None:
    alone = "Quill/PROPN/nsubj/2/PERSON left/VERB/root/0 ./PUNCT/punct/2"
    assert mentions(QUILL, alone) == {"Ada Quill": ["Ada Quill", "Quill"]}


def test_a_surname_of_two_is_neither() -> None:
    ben = "Ben/PROPN/nsubj/3/PERSON Quill/PROPN/flat/1/PERSON left/VERB/root/0 ./PUNCT/punct/3"
    alone = "Quill/PROPN/nsubj/2/PERSON left/VERB/root/0 ./PUNCT/punct/2"
    told = mentions(QUILL, ben, alone)
    assert told == {"Ada Quill": ["Ada Quill"], "Ben Quill": ["Ben Quill"], "Quill": ["Quill"]}


def test_a_surname_is_the_one_told_before_his_kin() -> None:
    ben = "Ben/PROPN/nsubj/3/PERSON Quill/PROPN/flat/1/PERSON left/VERB/root/0 ./PUNCT/punct/3"
    alone = "Quill/PROPN/nsubj/2/PERSON left/VERB/root/0 ./PUNCT/punct/2"
    told = mentions(QUILL, alone, ben, alone)
    assert told == {"Ada Quill": ["Ada Quill", "Quill", "Quill"], "Ben Quill": ["Ben Quill"]}
    often = mentions(QUILL, QUILL, ben, alone)
    assert often["Ada Quill"] == ["Ada Quill", "Ada Quill", "Quill"]


def test_a_pronoun_takes_the_one_of_its_gender() -> None:
    told = mentions(QUILL, REYL, SHE)
    assert told == {"Ada Quill": ["Ada Quill", "She"], "Tom Reyl": ["Tom Reyl"]}


def test_a_pronoun_of_two_alike_is_nobodys() -> None:
    both = (
        "Tom/PROPN/nsubj/6/PERSON Reyl/PROPN/flat/1/PERSON and/CCONJ/cc/4 Ben/PROPN/conj/1/MISC "
        "then/ADV/advmod/6 met/VERB/root/0 Paul/PROPN/obj/6/PERSON Orr/PROPN/flat/7/PERSON "
        "when/SCONJ/mark/11 he/PRON/nsubj/11 called/VERB/advcl/6 ./PUNCT/punct/6"
    )
    same = (
        "Tom/PROPN/nsubj/3/PERSON Reyl/PROPN/flat/1/PERSON says/VERB/root/0 "
        "Paul/PROPN/nsubj/6/PERSON Orr/PROPN/flat/4/PERSON knew/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert mentions(same, HE) == {"Tom Reyl": ["Tom Reyl"], "Paul Orr": ["Paul Orr"]}
    assert mentions(both)["Tom Reyl"] == ["Tom Reyl", "he"]  # the subject stands clear


def test_a_speaker_is_not_he_in_words_of_their_own() -> None:
    quote = (
        "Tom/PROPN/nsubj/3/PERSON Reyl/PROPN/flat/1/PERSON said/VERB/root/0 :/PUNCT/punct/3 "
        "“/PUNCT/punct/7 he/PRON/nsubj/7 knew/VERB/ccomp/3 ”/PUNCT/punct/7 ./PUNCT/punct/3"
    )
    assert mentions(quote) == {"Tom Reyl": ["Tom Reyl"]}
    assert mentions(REYL, quote.replace("Tom", "Ada").replace("Reyl", "Quill")) == {
        "Tom Reyl": ["Tom Reyl", "he"],
        "Ada Quill": ["Ada Quill"],
    }


def test_nor_in_a_quote_behind_the_sentence_that_tells_who_said_it() -> None:
    said = REYL.replace("spoke", "said")
    quote = "“/PUNCT/punct/3 He/PRON/nsubj/3 knew/VERB/root/0 ./PUNCT/punct/3 ”/PUNCT/punct/3"
    assert mentions(said, quote) == {"Tom Reyl": ["Tom Reyl"]}


def test_himself_is_the_subject_and_who_the_noun_before_it() -> None:
    told = mentions(
        QUILL,
        "Tom/PROPN/nsubj/6/PERSON Reyl/PROPN/flat/1/PERSON ,/PUNCT/punct/5 who/PRON/nsubj/5 "
        "baked/VERB/acl:relcl/1 saw/VERB/root/0 himself/PRON/obj/6 ./PUNCT/punct/6",
    )
    assert told == {"Ada Quill": ["Ada Quill"], "Tom Reyl": ["Tom Reyl", "who", "himself"]}


def test_the_minister_is_who_was_told_to_be_one() -> None:
    assert mentions(MINISTER, THE_MINISTER)["Tom Reyl"] == ["Tom Reyl", "The minister"]
    assert "minister" in mentions(QUILL, THE_MINISTER)  # nobody known: a party of its own


def test_a_surname_that_is_a_word_is_the_bearers() -> None:
    named = "Ada/PROPN/nsubj/3/PERSON Baker/PROPN/flat/1/PERSON spoke/VERB/root/0 ./PUNCT/punct/3"
    again = "Then/ADV/advmod/3 Baker/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3"
    assert mentions(named, again) == {"Ada Baker": ["Ada Baker", "Baker"]}


def test_the_chief_of_one_firm_is_not_another_firms() -> None:
    chief = (
        "Orlex/PROPN/compound/2 chief/NOUN/compound/3 Tom/PROPN/nsubj/5/PERSON "
        "Reyl/PROPN/flat/3/PERSON spoke/VERB/root/0 ./PUNCT/punct/5"
    )
    other = "The/DET/det/3 Velmar/PROPN/compound/3 chief/NOUN/nsubj/4 left/VERB/root/0"
    same = "The/DET/det/2 chief/NOUN/nsubj/3 left/VERB/root/0"
    assert mentions(chief, other)["Tom Reyl"] == ["Tom Reyl"]
    assert mentions(chief, same)["Tom Reyl"] == ["Tom Reyl", "The chief"]


def test_an_indefinite_noun_is_somebody_new() -> None:
    told = mentions(A_BAKER, A_BAKER, QUILL)
    assert sorted(told) == ["Ada Quill", "baker"]
    _, people = found(A_BAKER, A_BAKER)
    assert len(people) == 2


def test_the_baker_is_the_baker_before() -> None:
    assert mentions(A_BAKER, THE_BAKER) == {"baker": ["A baker", "The baker"]}


def test_a_headline_names_bare_whom_the_text_introduces() -> None:
    head = "Baker/NOUN/nsubj/2 held/VERB/root/0"
    assert mentions(head, A_BAKER) == {"Baker": ["Baker", "A baker"]}


def test_a_pronoun_of_one_is_not_of_several() -> None:
    assert mentions(BAKERS, HE) == {"Bakers": ["Bakers"]}


def test_one_without_a_name_is_kept_only_where_they_act() -> None:
    of = (
        "Ada/PROPN/nsubj/3/PERSON Quill/PROPN/flat/1/PERSON spoke/VERB/root/0 of/ADP/case/6 "
        "a/DET/det/6 baker/NOUN/obl/3 ./PUNCT/punct/3"
    )
    assert mentions(of) == {"Ada Quill": ["Ada Quill"]}
    left = QUILL.replace("./PUNCT/punct/3", "office/NOUN/obj/3 ./PUNCT/punct/3")
    assert mentions(left) == {"Ada Quill": ["Ada Quill"]}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_no_two_parties_share_an_id_or_a_mention(sentences: list[str]) -> None:
    doc, people = found(*sentences)
    spans = [span for party in people for span in party.mentions]
    assert len({party.id for party in people}) == len(people)
    assert len(set(spans)) == len(spans)
    assert all(party.mentions and span.of(doc.text) for party in people for span in party.mentions)
    assert found(*sentences)[1] == people


def test_who_held_an_office_is_of_the_elites_whatever_they_are_now() -> None:
    was = MINISTER.replace("Norwegian/ADJ/amod/3/NORP", "former/ADJ/amod/3")
    _, told = found(was)
    assert [one.code for one in told] == ["ELI"]
    singer = (
        "Tom/PROPN/nsubj/5/PERSON Reyl/PROPN/flat/1/PERSON is/AUX/cop/5 a/DET/det/5 "
        "singer/NOUN/root/0 ./PUNCT/punct/5"
    )
    _, both = found(singer, was)
    assert [one.code for one in both] == ["ELI"]
