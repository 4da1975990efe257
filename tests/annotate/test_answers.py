"""What answers what: explicit words only, on sentences parsed by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from tellings.annotate.answers import answers
from tellings.model import EventMention, Party, Span

VOCAB = spacy.blank("en").vocab


def parsed(text: str) -> Doc:
    """A Doc of `word/lemma/POS/TAG/dep/head`, heads from 0."""
    rows = [item.split("/") for item in text.split()]
    return Doc(
        VOCAB,
        [row[0] for row in rows],
        lemmas=[row[1] or row[0].lower() for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        deps=[row[4] for row in rows],
        heads=[int(row[5]) for row in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


def mention(doc: Doc, word: str, actor: str = "", recipient: str = "") -> EventMention:
    token = next(t for t in doc if t.text == word)
    span = Span(token.idx, token.idx + len(token))
    return EventMention(
        f"m-{word}", span, span, "OTHER", word,
        actors=tuple(actor.split()), recipients=tuple(recipient.split()),
    )  # fmt: skip


def told(
    doc: Doc, *mentions: EventMention, parties: tuple[Party, ...] = ()
) -> set[tuple[str, ...]]:
    found = answers(doc, mentions, parties)
    assert [m.id for m in found] == [m.id for m in mentions]
    return {
        (m.lemma, (m.answers or "-").removeprefix("m-"), m.answering.of(doc.text))
        for m in found
        if m.answering is not None
    }


SHELLED = parsed(
    "In/in/ADP/IN/case/1 retaliation/retaliation/NOUN/NN/obl/6 for/for/ADP/IN/case/4 "
    "the/the/DET/DT/det/4 raid/raid/NOUN/NN/nmod/1 they/they/PRON/PRP/nsubj/6 "
    "shelled/shell/VERB/VBD/root/6 Orrin/Orrin/PROPN/NNP/obj/6"
)
ROUND = parsed(
    "Velmora/Velmora/PROPN/NNP/nsubj/1 expelled/expel/VERB/VBD/root/1 envoys/envoy/NOUN/NNS/obj/1 "
    "in/in/ADP/IN/case/4 response/response/NOUN/NN/obl/1 to/to/ADP/IN/case/7 "
    "a/a/DET/DT/det/7 round/round/NOUN/NN/nmod/4 of/of/ADP/IN/case/9 "
    "sanctions/sanction/NOUN/NNS/nmod/7 that/that/PRON/WDT/nsubj/11 "
    "angered/anger/VERB/VBD/acl:relcl/7"
)
CLOSED = parsed(
    "Castrin/Castrin/PROPN/NNP/nsubj/1 closed/close/VERB/VBD/root/1 its/its/PRON/PRP$/nmod:poss/3 "
    "port/port/NOUN/NN/obj/1 after/after/SCONJ/IN/mark/6 Velmora/Velmora/PROPN/NNP/nsubj/6 "
    "barred/bar/VERB/VBD/advcl/1 ships/ship/NOUN/NNS/obj/6"
)


def test_what_a_noun_of_answering_leads_on_to_is_answered() -> None:
    found = told(SHELLED, mention(SHELLED, "raid"), mention(SHELLED, "shelled"))
    assert found == {("shelled", "raid", "In retaliation for the raid")}


def test_what_is_answered_may_be_one_of_several_or_words_alone() -> None:
    words = "in response to a round of sanctions"
    found = told(ROUND, mention(ROUND, "expelled"), mention(ROUND, "sanctions"))
    assert found == {("expelled", "sanctions", words)}
    assert told(ROUND, mention(ROUND, "expelled")) == {("expelled", "-", words)}


def test_retaliation_stands_alone_and_protest_does_not() -> None:
    for noun, kept in (("retaliation", True), ("protest", False)):
        doc = parsed(
            f"In/in/ADP/IN/case/1 {noun}/{noun}/NOUN/NN/obl/3 they/they/PRON/PRP/nsubj/3 "
            "shelled/shell/VERB/VBD/root/3 Orrin/Orrin/PROPN/NNP/obj/3"
        )
        found = told(doc, mention(doc, "shelled"))
        assert found == ({("shelled", "-", f"In {noun}")} if kept else set())


@pytest.mark.parametrize(
    ("start", "end", "deed"),
    [
        ("responded/respond/VERB/VBD/root/1", "by/by/SCONJ/IN/mark/6", "advcl"),
        ("retaliated/retaliate/VERB/VBD/root/1", "with/with/ADP/IN/case/6", "obl"),
    ],
)
def test_the_deed_by_which_a_verb_of_answering_answers(start: str, end: str, deed: str) -> None:
    on = "to" if "respond" in start else "for"
    doc = parsed(
        f"They/they/PRON/PRP/nsubj/1 {start} {on}/{on}/ADP/IN/case/4 the/the/DET/DT/det/4 "
        f"raid/raid/NOUN/NN/obl/1 {end} strikes/strike/NOUN/NNS/{deed}/1"
    )
    (found,) = told(doc, mention(doc, "raid"), mention(doc, "strikes"))
    assert found[:2] == ("strikes", "raid")
    assert found[2].endswith(f"{on} the raid")


def test_a_clause_of_answering_belongs_to_the_deed_it_hangs_on() -> None:
    doc = parsed(
        "Responding/respond/VERB/VBG/advcl/5 to/to/ADP/IN/case/3 the/the/DET/DT/det/3 "
        "ban/ban/NOUN/NN/obl/0 Velmora/Velmora/PROPN/NNP/nsubj/5 recalled/recall/VERB/VBD/root/5"
    )
    found = told(doc, mention(doc, "ban"), mention(doc, "recalled"))
    assert found == {("recalled", "ban", "Responding to the ban")}
    aim = doc.copy()
    aim[0].tag_ = "VB"  # "to respond to the ban" is an aim, and no answer yet
    assert told(aim, mention(aim, "ban"), mention(aim, "recalled")) == set()


def test_a_question_or_a_letter_is_no_happening() -> None:
    doc = parsed(
        "He/he/PRON/PRP/nsubj/1 resigned/resign/VERB/VBD/root/1 in/in/ADP/IN/case/3 "
        "response/response/NOUN/NN/obl/1 to/to/ADP/IN/case/6 a/a/DET/DT/det/6 "
        "letter/letter/NOUN/NN/nmod/3"
    )
    assert told(doc, mention(doc, "resigned")) == set()


def test_what_is_denied_is_no_answer() -> None:
    doc = parsed(
        "They/they/PRON/PRP/nsubj/1 struck/strike/VERB/VBD/root/1 not/not/PART/RB/advmod/4 "
        "in/in/ADP/IN/case/4 response/response/NOUN/NN/obl/1 to/to/ADP/IN/case/7 "
        "the/the/DET/DT/det/7 raid/raid/NOUN/NN/nmod/4"
    )
    assert told(doc, mention(doc, "struck"), mention(doc, "raid")) == set()


def test_a_clause_around_the_answer_answers_nothing() -> None:
    doc = parsed(
        "Castrin/Castrin/PROPN/NNP/nsubj/1 denied/deny/VERB/VBD/root/1 it/it/PRON/PRP/obj/1 "
        "as/as/SCONJ/IN/mark/5 Velmora/Velmora/PROPN/NNP/nsubj/5 charged/charge/VERB/VBD/advcl/1 "
        "firms/firm/NOUN/NNS/obj/5 in/in/ADP/IN/case/8 retaliation/retaliation/NOUN/NN/obl/5"
    )
    assert told(doc, mention(doc, "denied")) == set()
    assert told(doc, mention(doc, "denied"), mention(doc, "charged")) == {
        ("charged", "-", "in retaliation")
    }


def test_an_answer_from_afar_is_not_kept() -> None:
    far = " ".join(f"w{n}/w/ADV/RB/advmod/1" for n in range(16))
    doc = parsed(
        f"They/they/PRON/PRP/nsubj/1 struck/strike/VERB/VBD/root/1 {far} in/in/ADP/IN/case/19 "
        "retaliation/retaliation/NOUN/NN/obl/1"
    )
    assert told(doc, mention(doc, "struck")) == set()


PARTIES = (
    Party("p-castrin", "country", "Castrin", country="XCA"),
    Party("p-consul", "person", "Ona Rell", country="XCA"),
    Party("p-velmora", "country", "Velmora", country="XVE"),
    Party("p-fleet", "organisation", "the Velmoran fleet", country="XVE"),
)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("p-castrin", "p-fleet"), ("p-velmora", "p-consul"), True),
        (("p-castrin", ""), ("p-velmora", "p-consul"), False),
        (("p-castrin", "p-fleet"), ("p-velmora", ""), False),
        (("p-castrin", "p-fleet"), ("p-castrin p-velmora", "p-consul p-fleet"), False),
    ],
)
def test_after_counts_only_where_each_does_to_the_other(
    first: tuple[str, str], second: tuple[str, str], kept: bool
) -> None:
    closed, barred = mention(CLOSED, "closed", *first), mention(CLOSED, "barred", *second)
    found = told(CLOSED, closed, barred, parties=PARTIES)
    assert found == ({("closed", "barred", "after")} if kept else set())
