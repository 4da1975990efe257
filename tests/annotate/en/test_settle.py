"""Role probabilities settled into attributions: invented texts, hand-made probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.annotate.en import pairs
from tellings.annotate.en.quoted import quoted
from tellings.annotate.en.settle import (
    Settings,
    one_source,
    paths,
    settled,
)

NOBODY = 0


def asked(text: str) -> pairs.Asked:
    """Words apart by spaces; ` / ` starts a paragraph."""
    forms: list[str] = []
    starts: list[bool] = []
    for paragraph in text.split(" / "):
        words = paragraph.split()
        forms += words
        starts += [True] + [False] * (len(words) - 1)
    return pairs.Asked.of(forms, quoted(forms, [True] * len(forms), starts), starts)


def scored(text: pairs.Asked, told: dict[int, dict[int, int]], sure: float = 0.9) -> pairs.Scored:
    """Anchor → (word → role), each with probability 0.9, the first source word as the start."""
    anchors = np.array(sorted(told), dtype=np.int64)
    near = pairs.around(anchors, text.state, np.cumsum(np.array(text.starts)))
    shares = np.full((*near.at.shape, 4), 0.1 / 3, dtype=np.float32)
    shares[..., 0] = 0.9
    first = np.zeros((len(anchors), near.at.shape[1] + 1), dtype=np.float32)
    for k, anchor in enumerate(anchors.tolist()):
        begun = [i for i, role in told[anchor].items() if role == 1]
        first[k, 1 + min(begun) - anchor + pairs.BEFORE if begun else NOBODY] = 0.9
        for i, role in told[anchor].items():
            shares[k, i - anchor + pairs.BEFORE] = 0.1 / 3
            shares[k, i - anchor + pairs.BEFORE, role] = 0.9
    likely = np.full(len(anchors), sure, dtype=np.float32)
    return pairs.Scored(anchors, likely, likely, shares * near.real[..., None], first, near)


def words(text: pairs.Asked, places: frozenset[int]) -> str:
    return " ".join(text.forms[i] for i in sorted(places))


def test_a_clause_with_its_source_and_cue() -> None:
    text = asked("Mayor Olin warned that the bridge may fall .")
    told = {2: {0: 1, 1: 1, 2: 3, **dict.fromkeys(range(3, 8), 2)}}
    (found,) = settled(scored(text, told), text)
    assert words(text, found.source) == "Mayor Olin"
    assert words(text, found.content) == "that the bridge may fall"
    assert words(text, found.cue) == "warned"


def test_less_sure_than_asked_is_not_told() -> None:
    text = asked("Mayor Olin warned that the bridge may fall .")
    told = scored(text, {2: {0: 1, 1: 1, 3: 2, 4: 2}}, sure=0.5)
    (found,) = settled(told, text, Settings(least=0.0))
    assert 0 < found.sure < 1
    assert settled(told, text, Settings(least=found.sure + 0.01)) == []
    assert len(settled(told, text, Settings(least=found.sure - 0.01))) == 1


def test_a_quotation_is_taken_whole() -> None:
    text = asked("“ The bridge may fall , and soon , ” Olin said .")
    told = {10: {9: 1, **dict.fromkeys(range(1, 6), 2)}}
    (found,) = settled(scored(text, told), text)
    assert words(text, found.content) == "“ The bridge may fall , and soon , ”"


def test_a_quotation_of_two_paragraphs_opened_twice_and_closed_once() -> None:
    text = asked(
        "“ The bridge may fall , Olin wrote / “ It is old . / “ It is ours . ” / Rain fell ."
    )
    assert text.marked == [[(0, 7), (8, 12), (13, 18)]]
    text = asked(
        "Olin wrote : / “ The bridge may fall . / “ It is old . ” / “ Nonsense , ” said Ek ."
    )
    told = {1: {0: 1, **dict.fromkeys(range(4, 9), 2)}}
    (found,) = settled(scored(text, told), text)
    assert words(text, found.content) == "“ The bridge may fall . “ It is old . ”"


def test_a_quotation_belongs_to_one_of_two_cues_beside_it() -> None:
    text = asked("“ It is old , ” Olin said . Ek added : “ It is ours . ”")
    both = dict.fromkeys(range(6), 2)
    after = dict.fromkeys(range(12, 18), 2)
    told = {7: {6: 1, **both}, 10: {9: 1, **after, 2: 2, 3: 2}}
    olin, ek = settled(scored(text, told), text)
    assert words(text, olin.content) == "“ It is old , ”"
    assert words(text, ek.content) == "“ It is ours . ”"


def test_a_report_of_a_report_keeps_the_inner_quotation() -> None:
    text = asked("Olin says Ek called it “ a ruin ” yesterday .")
    told = {1: {0: 1, **dict.fromkeys(range(2, 10), 2)}, 3: {2: 1, **dict.fromkeys(range(4, 9), 2)}}
    outer, inner = settled(scored(text, told), text)
    assert words(text, outer.content) == "Ek called it “ a ruin ” yesterday"
    assert words(text, inner.content) == "it “ a ruin ”"


def test_apostrophes_open_no_quotation() -> None:
    text = asked("The miners ’ hall ’s roof isn 't “ safe ” .")
    assert text.marked == [[(8, 10)]]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    text = asked("“ It is old , Olin said / The rain fell .")
    assert text.marked == [[(0, 6)]]


@pytest.mark.parametrize(
    ("share", "first", "run"),
    [
        ([0.9, 0.9, 0.0, 0.4], [0.1, 0.8, 0.0, 0.0, 0.1], (0, 1)),
        ([0.1, 0.1, 0.1, 0.1], [0.9, 0.1, 0.0, 0.0, 0.0], None),
        ([0.4, 0.0, 0.0, 0.5], [0.1, 0.7, 0.0, 0.0, 0.2], (0, 0)),
    ],
)
def test_the_source_is_one_run(
    share: list[float], first: list[float], run: tuple[int, int] | None
) -> None:
    barred = np.zeros(4, dtype=bool)
    found = one_source(np.array(share, np.float32), np.array(first, np.float32), barred, Settings())
    assert found == run


def test_a_source_never_crosses_what_it_may_not_hold() -> None:
    share = np.array([0.8, 0.9, 0.9], np.float32)
    first = np.array([0.0, 1.0, 0.0, 0.0], np.float32)
    assert one_source(share, first, np.array([False, True, False]), Settings()) == (0, 0)


def test_changes_cost() -> None:
    shares = np.zeros((1, 5, 4), np.float32)
    shares[0, :, 2] = [0.9, 0.9, 0.45, 0.9, 0.9]
    shares[0, :, 0] = 1 - shares[0, :, 2]
    assert paths(shares, 0.0)[0].tolist() == [2, 2, 0, 2, 2]
    assert paths(shares, 1.0)[0].tolist() == [2, 2, 2, 2, 2]


def test_a_quotation_without_a_cue_is_content_alone_and_a_short_one_is_nothing() -> None:
    text = asked(
        "The “ so-called ” plan . / “ We will build it with our own hands . ” / Rain fell ."
    )
    (found,) = settled(scored(text, {}), text)
    assert words(text, found.content) == "“ We will build it with our own hands . ”"
    assert not found.cue
    assert not found.source


TWO = "“ It is old , ” Olin said . / “ We will build it with our own hands . ” / Rain fell ."


def test_a_paragraph_of_mere_quotation_goes_on_with_the_speaker_before() -> None:
    text = asked(TWO)
    (found,) = settled(scored(text, {7: {6: 1, **dict.fromkeys(range(6), 2)}}), text)
    assert words(text, found.source) == "Olin"
    assert words(text, found.content).endswith("“ We will build it with our own hands . ”")


def test_it_goes_on_with_nobody_where_two_were_quoted() -> None:
    text = asked("“ It is old , ” Olin said . “ It is not , ” Ek said . " + TWO[TWO.index("/") :])
    told = {7: {6: 1, **dict.fromkeys(range(6), 2)}, 16: {15: 1, **dict.fromkeys(range(9, 15), 2)}}
    olin, ek, alone = settled(scored(text, told), text)
    assert words(text, olin.content) == "“ It is old , ”"
    assert words(text, ek.content) == "“ It is not , ”"
    assert not alone.source


def test_a_colon_gives_a_long_quotation_to_the_cue_before_it() -> None:
    text = asked(
        "Olin went on : / “ It is old , and it is ours , and it will stay . ” / Rain fell ."
    )
    (found,) = settled(scored(text, {1: {0: 1, 2: 3}}), text)
    assert words(text, found.content) == "“ It is old , and it is ours , and it will stay . ”"
    apart = asked("Olin went . Then : / “ It is old , and it is ours , and it will stay . ”")
    far = Settings(colon=2)
    assert not settled(scored(apart, {1: {0: 1}}), apart, far)[0].cue


def test_a_title_is_no_speech() -> None:
    for line in (
        "Her film “ The Long Winter of our Town , ” opens .",
        "His “ plan for a new age ” is",
    ):
        assert settled(scored(asked(line), {}), asked(line)) == []


def test_signs_at_the_edges_are_left_out() -> None:
    text = asked("Olin warned : the bridge may fall , .")
    (found,) = settled(scored(text, {1: {0: 1, **dict.fromkeys(range(2, 9), 2)}}), text)
    assert words(text, found.content) == "the bridge may fall"


def test_the_paragraph_beside_the_cue_tells_for_those_before() -> None:
    text = asked("“ It is old and it is ours . / “ It must go , ” Olin wrote .")
    (found,) = settled(scored(text, {16: {15: 1, **dict.fromkeys(range(9, 15), 2)}}), text)
    assert words(text, found.content) == "“ It is old and it is ours . “ It must go , ”"


def test_crumbs_in_another_paragraph_are_left_out() -> None:
    text = asked("They met at the old mill / Olin said that it may fall .")
    told = {7: {6: 1, 3: 2, 4: 2, **dict.fromkeys(range(8, 12), 2)}}
    (found,) = settled(scored(text, told), text)
    assert words(text, found.content) == "that it may fall"
    alone = asked("The mill may fall / Olin said .")
    (found,) = settled(scored(alone, {5: {4: 1, **dict.fromkeys(range(4), 2)}}), alone)
    assert words(alone, found.content) == "The mill may fall"
