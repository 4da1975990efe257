"""What counts as a happening, and who did what to whom, on sentences parsed by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from tellings.annotate.events import events
from tellings.annotate.participants import carrier, doers, sufferers
from tellings.annotate.sureness import sureness
from tellings.annotate.triggers import triggers
from tellings.model import EventMention, Expression, Party, Span

VOCAB = spacy.blank("en").vocab


def parsed(*lines: str) -> Doc:
    """A Doc of tokens written `word lemma POS TAG dep head`, `head` counted from 0."""
    rows = [line.split() for line in lines]
    return Doc(
        VOCAB,
        [row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        deps=[row[4] for row in rows],
        heads=[int(row[5]) for row in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


def party(doc: Doc, word: str, kind: str = "country") -> Party:
    token = next(t for t in doc if t.text == word)
    span = Span(token.idx, token.idx + len(token))
    return Party(f"p-{word}", kind, word, (word,), (span,))  # type: ignore[arg-type]


def found(doc: Doc, *parties: Party) -> dict[str, EventMention]:
    return {m.lemma: m for m in events(doc, "a-1", parties, (), (), ())}


ORDERED = (
    "Norland Norland PROPN NNP nsubj 1",
    "ordered order VERB VBD root 1",
    "Sudmark Sudmark PROPN NNP obj 1",
    "to to PART TO mark 4",
    "close close VERB VB xcomp 1",
    "its its PRON PRP$ nmod:poss 6",
    "consulate consulate NOUN NN obj 4",
    ". . PUNCT . punct 1",
)


def test_control_gives_the_object_of_the_order_as_doer() -> None:
    doc = parsed(*ORDERED)
    mentions = found(doc, party(doc, "Norland"), party(doc, "Sudmark"))
    assert mentions["order"].root == "REQUEST"
    assert mentions["order"].actors == ("p-Norland",)
    assert mentions["order"].recipients == ("p-Sudmark",)
    assert mentions["close"].actors == ("p-Sudmark",)
    assert mentions["close"].certainty == "planned"
    assert mentions["close"].object == "consulate"


def test_a_passive_has_its_subject_as_the_one_it_was_done_to() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj:pass 2",
        "was be AUX VBD aux:pass 2",
        "arrested arrest VERB VBN root 2",
        "by by ADP IN case 4",
        "Norland Norland PROPN NNP obl:agent 2",
        ". . PUNCT . punct 2",
    )
    mention = found(doc, party(doc, "Arlen", "person"), party(doc, "Norland"))["arrest"]
    assert (mention.root, mention.mode) == ("COERCE", "arrest")
    assert mention.actors == ("p-Norland",)
    assert mention.recipients == ("p-Arlen",)


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 1",
        "held hold VERB VBD root 1",
        "talks talk NOUN NNS obj 1",
        "with with ADP IN case 4",
        "Sudmark Sudmark PROPN NNP nmod 2",
        ". . PUNCT . punct 1",
    )
    mentions = found(doc, party(doc, "Norland"), party(doc, "Sudmark"))
    assert set(mentions) == {"talks"}
    assert mentions["talks"].actors == ("p-Norland",)
    assert mentions["talks"].recipients == ("p-Sudmark",)


def test_the_expulsion_of_is_done_to_whom_of_names() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nmod:poss 2",
        "'s 's PART POS case 0",
        "expulsion expulsion NOUN NN nsubj 5",
        "of of ADP IN case 4",
        "Arlen Arlen PROPN NNP nmod 2",
        "surprised surprise VERB VBD root 5",
        "many many ADJ JJ obj 5",
        ". . PUNCT . punct 5",
    )
    token = doc[2]
    assert carrier(token) is token or carrier(token).i == 2
    assert [t.text for t in sufferers(token, token, "expulsion", "SANCTION")][-1] == "Arlen"
    mention = found(doc, party(doc, "Norland"), party(doc, "Arlen", "person"))["expulsion"]
    assert "p-Arlen" in mention.recipients


def test_the_death_of_has_of_for_its_doer() -> None:
    doc = parsed(
        "The the DET DT det 1",
        "death death NOUN NN nsubj 4",
        "of of ADP IN case 3",
        "Arlen Arlen PROPN NNP nmod 1",
        "shocked shock VERB VBD root 4",
        "Norland Norland PROPN NNP obj 4",
        ". . PUNCT . punct 4",
    )
    assert [t.text for t in doers(doc[1], doc[1], "death")] == ["Arlen"]


@pytest.mark.parametrize(
    ("governor", "lemma", "wished"),
    [("wants", "want", True), ("tries", "try", True), ("plans", "plan", False)],
)
def test_what_is_only_wished_is_no_happening(governor: str, lemma: str, wished: bool) -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 1",
        f"{governor} {lemma} VERB VBZ root 1",
        "to to PART TO mark 3",
        "expel expel VERB VB xcomp 1",
        "Arlen Arlen PROPN NNP obj 3",
        ". . PUNCT . punct 1",
    )
    sure = sureness(doc, doc[3], doc[3])
    assert sure.wished is wished
    mentions = found(doc, party(doc, "Norland"), party(doc, "Arlen", "person"))
    assert ("expel" in mentions) is not wished


def test_commands_and_questions_are_no_happenings() -> None:
    doc = parsed(
        "Visit visit VERB VB root 0", "Norland Norland PROPN NNP obj 0", ". . PUNCT . punct 0"
    )
    assert not found(doc, party(doc, "Norland"))


def test_a_negated_happening_is_told_as_denied() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 3",
        "did do AUX VBD aux 3",
        "not not PART RB advmod 3",
        "retaliate retaliate VERB VB root 3",
        ". . PUNCT . punct 3",
    )
    mention = found(doc, party(doc, "Norland"))["retaliate"]
    assert (mention.certainty, mention.negated) == ("denied", True)


def test_saying_and_being_are_no_triggers() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "said say VERB VBD root 1",
        "Norland Norland PROPN NNP nsubj 3",
        "needs need VERB VBZ ccomp 1",
        "help help NOUN NN obj 3",
        ". . PUNCT . punct 1",
    )
    assert not list(triggers(doc))


def test_a_verb_without_its_object_has_another_sense() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "slammed slam VERB VBD root 1",
        "into into ADP IN case 4",
        "the the DET DT det 4",
        "wall wall NOUN NN obl 1",
        ". . PUNCT . punct 1",
    )
    assert [t.root for t in triggers(doc)] == ["OTHER"]


def test_a_verb_with_its_object_keeps_its_class() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "slammed slam VERB VBD root 1",
        "the the DET DT det 3",
        "ministry ministry NOUN NN obj 1",
        ". . PUNCT . punct 1",
    )
    assert [t.root for t in triggers(doc)] == ["ACCUSE"]


def test_a_preposition_of_time_is_no_particle() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "gave give VERB VBD root 1",
        "help help NOUN NN obj 1",
        "in in ADP IN case 4",
        "2008 2008 NUM CD obl 1",
        ". . PUNCT . punct 1",
    )
    assert not [t for t in triggers(doc) if t.lemma == "give in"]


def test_the_trigger_of_a_verb_of_two_words_has_both() -> None:
    doc = parsed(
        "War war NOUN NN nsubj 1",
        "broke break VERB VBD root 1",
        "out out ADP RP compound:prt 1",
        "Sunday Sunday PROPN NNP obl:tmod 1",
        ". . PUNCT . punct 1",
    )
    (mention,) = (found(doc, party(doc, "War"))).values()
    assert mention.trigger.of(doc.text) == "broke out"


def test_who_announces_a_breach_did_not_break_in() -> None:
    rows = (
        "Arlen Arlen PROPN NNP nsubj 1",
        "announced announce VERB VBD root 1",
        "the the DET DT det 3",
        "{0} {0} NOUN NN obj 1",
        ". . PUNCT . punct 1",
    )
    for noun, who in (("breach", ()), ("merger", ("p-Arlen",))):
        doc = parsed(*(row.format(noun) for row in rows))
        assert found(doc, party(doc, "Arlen", "organisation"))[noun].actors == who


def test_what_is_decided_is_kept_and_what_is_wanted_is_not() -> None:
    rows = (
        "Norland Norland PROPN NNP nsubj 1",
        "{0} {1} VERB VBD root 1",
        "to to PART TO mark 3",
        "join join VERB VB xcomp 1",
        "Sudmark Sudmark PROPN NNP obj 3",
        ". . PUNCT . punct 1",
    )
    kept = {}
    for form, lemma in (("decided", "decide"), ("wanted", "want")):
        doc = parsed(*(row.format(form, lemma) for row in rows))
        kept[lemma] = "join" in found(doc, party(doc, "Norland"), party(doc, "Sudmark"))
    assert kept == {"decide": True, "want": False}


def test_three_people_are_somebody_and_people_are_nobody() -> None:
    doc = parsed(
        "Three three NUM CD nummod 1",
        "people people NOUN NNS nsubj 3",
        "have have AUX VBP aux 3",
        "died die VERB VBN root 3",
        ". . PUNCT . punct 3",
    )
    assert found(doc)["die"].score > 0.6


def test_a_model_year_is_no_day_of_the_unveiling() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "unveiled unveil VERB VBD root 1",
        "the the DET DT det 4",
        "2017 2017 NUM CD nummod 4",
        "roadster roadster NOUN NN obj 1",
        ". . PUNCT . punct 1",
    )
    token = doc[3]
    year = Expression("t-1", Span(token.idx, token.idx + 4), "DATE", "2017")
    told = events(doc, "a-1", (party(doc, "Arlen"),), (), (year,), ())
    assert [m.time for m in told] == [None]


def test_the_context_comes_from_the_words_of_the_clause() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 1",
        "closed close VERB VBD root 1",
        "the the DET DT det 3",
        "embassy embassy NOUN NN obj 1",
        "after after ADP IN case 5",
        "midnight midnight NOUN NN obl 1",
        ". . PUNCT . punct 1",
    )
    assert found(doc, party(doc, "Norland"))["close"].context == ("diplomatic",)


def test_the_members_of_a_parliament_are_their_country() -> None:
    doc = parsed(
        "Norlandic Norlandic ADJ JJ amod 1",
        "parliament parliament NOUN NN compound 2",
        "members member NOUN NNS nsubj 3",
        "condemned condemn VERB VBD root 3",
        "the the DET DT det 5",
        "strike strike NOUN NN obj 3",
        ". . PUNCT . punct 3",
    )
    mention = found(doc, party(doc, "Norlandic"))["condemn"]
    assert mention.actors == ("p-Norlandic",)


def test_a_finite_verb_shares_the_subject_of_a_finite_one() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 1",
        "said say VERB VBD root 1",
        "Sudmark Sudmark PROPN NNP nsubj 4",
        "must must AUX MD aux 4",
        "act act VERB VB ccomp 1",
        "and and CCONJ CC cc 6",
        "condemned condemn VERB VBD conj 4",
        "the the DET DT det 8",
        "raid raid NOUN NN obj 6",
        ". . PUNCT . punct 1",
    )
    mentions = found(doc, party(doc, "Norland"), party(doc, "Sudmark"))
    assert mentions["condemn"].actors == ("p-Norland",)


def test_whoever_stands_before_an_ing_form_does_it() -> None:
    doc = parsed(
        "Arlen Arlen PROPN NNP nsubj 1",
        "met meet VERB VBD root 1",
        "Sudmark Sudmark PROPN NNP obj 1",
        "visiting visit VERB VBG advcl 1",
        "Norland Norland PROPN NNP obj 3",
        ". . PUNCT . punct 1",
    )
    known = [party(doc, name) for name in ("Arlen", "Sudmark", "Norland")]
    assert found(doc, *known)["visit"].actors == ("p-Sudmark",)


def test_what_hangs_on_a_condition_is_no_more_than_thought_of() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 2",
        "will will AUX MD aux 2",
        "retaliate retaliate VERB VB root 2",
        "if if SCONJ IN mark 4",
        "attacked attack VERB VBN advcl 2",
        ". . PUNCT . punct 2",
    )
    assert sureness(doc, doc[2], doc[2]).certainty == "hypothetical"


def test_a_helping_verb_is_no_trigger_whatever_the_reader_calls_it() -> None:
    doc = parsed(
        "Norland Norland PROPN NNP nsubj 1",
        "ca ca VERB MD root 1",
        "n't not PART RB advmod 1",
        ". . PUNCT . punct 1",
    )
    assert not list(triggers(doc))
