"""What is seen of two mentions, sign by sign."""

from __future__ import annotations

from base64 import b85encode
from dataclasses import replace

from tellings.link.comparing import Comparer
from tellings.link.events import Happened, read_all
from tellings.link.evidence import evidence
from tellings.model import EventMention, Place, Span

COMPARER = Comparer(lambda word: 8.0, frozenset({"the", "a", "in", "on", "with", "of"}))


def told(article: str, text: str, trigger: str, lemma: str) -> Happened:
    at = text.index(trigger)
    mention = EventMention(
        f"e-{article}-{at}", Span(0, len(text)), Span(at, at + len(trigger)), "OTHER", lemma
    )
    return Happened(mention, article, text, Span(0, len(text)))


def signs(*pair: Happened) -> dict[str, float]:
    a, b = read_all(pair, COMPARER)
    return {name: value for name, value, _ in evidence(a, b)}


SUED = told("a-1", "Brandt sued the Oslo bank.", "sued", "sue")
SUIT = told("a-2", "The bank faces a suit from Brandt.", "suit", "suit")
MET = told("a-1", "Oda met Breck.", "met", "meet")
TALKS = told("a-2", "Breck had talks with Oda.", "talks", "talks")


def test_one_who_does_it_to_the_other_in_one_telling_only_is_swapped() -> None:
    one = replace(SUED, actors=("brandt",), recipients=("bank",))
    other = replace(SUIT, actors=("bank",), recipients=("brandt",))
    assert signs(one, other)["swapped"] == 1
    assert "swapped" in signs(one, replace(other, actors=()))
    assert "swapped" not in signs(one, replace(one, article="a-2"))


def test_a_meeting_told_from_the_other_side_is_not_swapped() -> None:
    one = replace(MET, actors=("oda",), recipients=("breck",))
    assert "swapped" not in signs(one, replace(TALKS, actors=("breck",), recipients=("oda",)))


def test_other_persons_weigh_more_than_other_parties() -> None:
    one = replace(SUED, actors=("brandt",), people=frozenset({"brandt"}))
    person = replace(SUIT, actors=("hale",), people=frozenset({"hale"}))
    assert "other_person_actor" in signs(one, person)
    assert "other_actor" in signs(one, replace(person, people=frozenset()))


def test_days_that_meet_and_days_apart() -> None:
    def days(one: str, other: str) -> set[str]:
        return set(signs(replace(SUED, day=one), replace(SUIT, day=other)))

    assert "one_day" in days("2031-05-04", "2031-05-04")
    assert "days_meet" in days("2031-05", "2031-05-04")
    assert "day_apart" in days("2031-05-03", "2031-05-04")
    assert "days_meet" in days("2031-05-01/2031-05-07", "2031-05-08/2031-05-14")
    assert "days_apart" in days("2031-05-01", "2031-05-04")
    assert "far_apart" in days("2031-05-04", "2033-05-04")


def test_a_day_long_before_the_other_was_printed_speaks_against() -> None:
    dated = replace(SUED, day="2029-01-01")
    verb = told("a-2", "Hale sued the bank.", "sued", "sue")
    assert "long_before" in signs(dated, replace(verb, published="2031-05-04"))
    assert "long_before" not in signs(dated, replace(verb, published="2029-01-02"))
    apart = signs(replace(SUED, published="2031-05-04"), replace(SUIT, published="2031-06-04"))
    assert "printed_apart" in apart
    assert "undated" in apart


def test_words_that_tell_one_of_several_apart() -> None:
    first = told("a-1", "It was the first attack.", "attack", "attack")
    other = told("a-2", "It was the latest attack.", "attack", "attack")
    plain = told("a-2", "They saw the attack.", "attack", "attack")
    assert "marked_otherwise" in signs(first, other)
    assert "one_marked" in signs(first, plain)
    assert "one_marked" in signs(told("a-1", "The longest attack.", "attack", "attack"), plain)
    assert "indefinite" in signs(plain, told("a-1", "They saw an attack.", "attack", "attack"))
    verb = told("a-1", "The first envoy resigned.", "resigned", "resign")
    assert "one_marked" not in signs(verb, told("a-2", "Hale resigned.", "resigned", "resign"))


def test_other_figures_and_other_towns() -> None:
    nine = told("a-1", "Nine of 90 died.", "died", "die")
    ten = told("a-2", "Of 80 aboard ten died.", "died", "die")
    assert "other_figures" in signs(nine, ten)
    oslo, bergen = Place("Oslo", "NOR", 59.9, 10.7), Place("Bergen", "NOR", 60.4, 5.3)
    assert "other_place" in signs(replace(nine, place=oslo), replace(ten, place=bergen))
    assert "same_place" in signs(replace(nine, place=oslo), replace(ten, place=oslo))
    in_oslo = replace(nine, towns=frozenset({"oslo"}))
    assert "other_towns" in signs(in_oslo, replace(ten, towns=frozenset({"bergen"})))
    assert "towns_named" in signs(in_oslo, replace(ten, towns=frozenset({"bergen", "oslo"})))
    assert "other_towns" not in signs(in_oslo, ten)


def test_a_class_told_with_several_days_is_several_happenings() -> None:
    days = ("2031-05-01", "2031-05-20", "2031-05")
    story = [
        replace(told(f"a-{n}", "Brandt sued the bank.", "sued", "sue"), day=day)
        for n, day in enumerate(days)
    ]
    (share,) = {one.shares["sue"] for one in read_all(story, COMPARER)}
    assert (share.days, share.articles) == (2, 1.0)


def test_every_sign_has_a_weight() -> None:
    seen = {
        *signs(SUED, SUIT),
        *signs(replace(SUED, actors=("x",)), replace(SUIT, actors=("y",))),
        *signs(MET, TALKS),
    }
    assert seen <= set(COMPARER.weights)


def test_those_without_a_name_are_compared_by_what_they_are() -> None:
    mention = replace(SUED.mention, object="bank")
    one = replace(SUED, mention=mention, recipients=("bank-1",), nameless=frozenset({"bank-1"}))
    other = replace(SUIT, mention=replace(SUIT.mention, object="bank"), recipients=("bank-2",))
    assert "same_object" in signs(one, replace(other, nameless=frozenset({"bank-2"})))
    assert "other_recipient" in signs(replace(one, nameless=frozenset()), other)


def test_a_noun_can_take_up_what_was_long_before() -> None:
    taken_up = signs(replace(SUED, day="2029-01-01"), replace(SUIT, published="2031-05-04"))
    assert "noun_long_before" in taken_up
    assert "long_before" not in taken_up


def test_what_is_told_as_new_takes_nothing_up() -> None:
    held = replace(MET, actors=("oda",))
    assert "taken_up" in signs(held, told("a-1", "After the talks Oda left.", "talks", "talks"))
    new = signs(held, told("a-1", "Oda sent her envoy for talks.", "talks", "talks"))
    assert "told_as_new" in new
    assert "taken_up" not in new


def test_how_alike_triggers_are_is_a_sign_between_sentences_only() -> None:
    def vector(one: Happened, *numbers: int) -> Happened:
        letters = b85encode(bytes((*numbers, 0, 0))).decode()
        return replace(one, mention=replace(one.mention, vector=letters))

    assert "meaning" not in signs(SUED, SUIT)
    assert "meaning" not in signs(vector(SUED, 9, 4), SUIT)
    assert signs(vector(SUED, 90, 4), vector(SUIT, 80, 9))["meaning"] > 0.9
    one = told("a-1", "Brandt sued, and the suit goes on.", "sued", "sue")
    other = told("a-1", "Brandt sued, and the suit goes on.", "suit", "suit")
    assert "meaning" not in signs(vector(one, 90, 4), vector(other, 90, 4))


def test_one_number_of_those_it_is_done_to_speaks_for_and_another_against() -> None:
    one, other = replace(SUED, counts=frozenset({("35", "35")})), replace(SUIT)
    assert "same_count" in signs(one, replace(other, counts=frozenset({("35", "35")})))
    assert "other_count" in signs(one, replace(other, counts=frozenset({("755", "755")})))
    assert not {"same_count", "other_count"} & set(signs(one, other))


def test_a_day_to_come_is_not_far_from_an_article_that_tells_it_as_planned() -> None:
    due = replace(SUED, day="2031-06-01", published="2031-05-04")
    planned = replace(SUIT, mention=replace(SUIT.mention, certainty="planned"))
    planned = replace(planned, published="2031-05-04")
    assert not {"long_before", "noun_long_before", "one_ahead"} & set(signs(due, planned))
    done = signs(due, replace(planned, mention=SUIT.mention))
    assert "one_ahead" in done
    assert "noun_long_before" in done


def test_a_town_and_the_adjective_made_of_it_are_one() -> None:
    one = replace(SUED, towns=frozenset({"tolmea", "ost"}))
    assert "towns_named" in signs(one, replace(SUIT, towns=frozenset({"tolmean"})))
    assert "other_towns" in signs(one, replace(SUIT, towns=frozenset({"breck"})))


def test_a_verb_with_and_without_its_particle() -> None:
    out = replace(SUED, mention=replace(SUED.mention, id="e-2", lemma="sue out"), article="a-3")
    assert "particle" in signs(SUED, out)
    assert "like_words" in signs(SUED, SUIT)
