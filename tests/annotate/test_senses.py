"""Which sense a word has, by what it is said of: PLOVER's root, or none."""

from __future__ import annotations

import pytest
from tests.annotate.parsed import parsed

from tellings.annotate.control import passive
from tellings.annotate.triggers import triggers


def _roots(sentence: str) -> list[tuple[str, str]]:
    doc = parsed(sentence)
    return [(t.lemma, t.root) for t in triggers(doc)]


@pytest.mark.parametrize(
    ("what", "root"),
    [("raiders/NOUNS", "COERCE"), ("ship/NOUN", "COERCE"), ("event/NOUN", "OTHER")],
)
def test_what_is_captured(what: str, root: str) -> None:
    (found,) = _roots(f"Norland/PROPN/nsubj/2 capture/VERB/root/0 the/DET/det/4 {what}/obj/2")
    assert found[1] == root


def test_captured_on_video_is_nobodys_arrest() -> None:
    (found,) = _roots(
        "Reyl/PROPN/nsubj:pass/3/PERSON was/AUX/aux:pass/3 capture/VERB/root/0 on/ADP/case/5 "
        "video/NOUN/obl/3"
    )
    assert found[1] == "OTHER"


def test_a_case_is_settled_and_a_land_is() -> None:
    row = "Reyl/PROPN/nsubj/2/PERSON settle/VERB/root/0 the/DET/det/4 {}/NOUN/obj/2"
    assert dict(_roots(row.format("lawsuit")))["settle"] == "AGREE"
    assert dict(_roots(row.format("moon")))["settle"] == "OTHER"


def test_naming_to_an_office_happens_and_naming_a_victim_does_not() -> None:
    row = (
        "Norland/PROPN/nsubj/2/ORG name/VERB/root/0 Reyl/PROPN/obj/2/PERSON as/ADP/case/5 "
        "{}/NOUN/obl/2"
    )
    assert _roots(row.format("minister")) == [("name", "OTHER")]
    assert _roots(row.format("victim")) == []
    assert _roots("A/DET/det/2 girl/NOUN/root/0 name/VERB/acl/2 Ada/PROPN/xcomp/3/PERSON") == []


def test_a_warning_of_something_threatens_nobody() -> None:
    assert _roots("Warnings/NOUNS/nsubj/4 of/ADP/case/3 hail/NOUN/nmod/1 spread/VERB/root/0") == [
        ("spread", "OTHER")
    ]
    told = _roots("Norland/PROPN/nmod:poss/2 warning/NOUN/nsubj/3 spread/VERB/root/0")
    assert ("warning", "THREATEN") in told


def test_a_hit_that_is_taken_is_told_and_a_hit_is_a_song() -> None:
    row = "Reyl/PROPN/nsubj/2/PERSON {}/VERB/root/0 a/DET/det/4 hit/NOUN/obj/2"
    assert "hit" in dict(_roots(row.format("take")))
    assert "hit" not in dict(_roots(row.format("play")))


def test_under_fire_burns_nothing() -> None:
    row = "Reyl/PROPN/nsubj/2/PERSON stood/VERB/root/0 {}/ADP/case/4 fire/NOUN/obl/2"
    assert "fire" in dict(_roots(row.format("near")))
    assert "fire" not in dict(_roots(row.format("under")))


def test_talks_are_hosted_and_a_show_is() -> None:
    row = "Reyl/PROPN/nsubj/2/PERSON host/VERB/root/0 the/DET/det/4 {}/NOUN/obj/2"
    assert dict(_roots(row.format("summit")))["host"] == "CONSULT"
    assert dict(_roots(row.format("show")))["host"] == "OTHER"


def test_a_joined_passive_is_said_of_the_same_people() -> None:
    row = (
        "Reyl/PROPN/nsubj:pass/3/{} was/AUX/aux:pass/3 booked/VBN/root/0 and/CCONJ/cc/5 "
        "release/VBN/conj/3"
    )
    assert dict(_roots(row.format("PERSON")))["release"] == "CONCEDE"
    assert dict(_roots(row.format("MISC")))["release"] == "OTHER"


def test_who_is_killed_in_a_crash_is_nobodys_victim() -> None:
    row = (
        "Reyl/PROPN/nsubj:pass/3/PERSON was/AUX/aux:pass/3 kill/VBN/root/0 in/ADP/case/5 "
        "{}/NOUN/obl/3"
    )
    assert dict(_roots(row.format("crash")))["kill"] == "OTHER"
    assert dict(_roots(row.format("raid")))["kill"] == "ASSAULT"


def test_a_headlines_bare_verb_befell_its_subject() -> None:
    row = "Deputy/NOUN/nsubj/2 arrest/VERB/root/0 near/ADP/case/4 port/NOUN/obl/2 {}"
    (title,) = triggers(parsed(row.format("")))
    assert (title.root, passive(title.token)) == ("COERCE", True)
    assert not any(passive(t.token) for t in triggers(parsed(row.format("./PUNCT/punct/2"))))


def test_weather_threatens_nobody() -> None:
    row = "{}/nsubj/2 threaten/VERB/root/0 the/DET/det/4 fair/NOUN/obj/2"
    assert dict(_roots(row.format("Norland/PROPN")))["threaten"] == "THREATEN"
    assert dict(_roots(row.format("weather/NOUN")))["threaten"] == "OTHER"


def test_a_press_conference_is_no_meeting_of_two_sides() -> None:
    row = "Reyl/PROPN/nsubj/2/PERSON left/VERB/root/0 the/DET/det/5 {}/NOUN/compound/5 {}"
    noun = "conference/NOUN/obj/2"
    assert dict(_roots(row.format("press", noun)))["conference"] == "OTHER"
    assert dict(_roots(row.format("peace", noun)))["conference"] == "CONSULT"


def test_what_poses_a_threat_threatens_nobody() -> None:
    row = "Norland/PROPN/nsubj/2 {}/VERB/root/0 a/DET/det/4 threat/NOUN/obj/2"
    assert "threat" not in dict(_roots(row.format("pose")))
    assert dict(_roots(row.format("repeat")))["threat"] == "THREATEN"
