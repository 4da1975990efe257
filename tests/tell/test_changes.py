"""Changes between wordings cited in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Cite, Span
from tellings.tell.changes import cites, compared, differing, slices


def pieces(*texts: str, article: str = "a-1") -> list[Cite]:
    """Pieces that stand ten characters apart in one article."""
    made: list[Cite] = []
    at = 5
    for text in texts:
        made.append(Cite(article, at, at + len(text), text))
        at += len(text) + 10
    return made


def test_a_piece_that_stands_in_the_other_is_only_trimmed() -> None:
    whole = pieces("How grave it was, and how grave a doubt it left, I told him.")
    part = pieces("grave a doubt", article="a-2")
    changes = compared(whole, part)
    assert {change.kind for change in changes} == {"trimmed"}
    assert [c.text for change in changes for c in cites(whole, change.left)] == [
        "How grave it was, and how",
        "it left, I told him",
    ]
    assert differing(part, whole) == ()


def test_pieces_around_a_cue_are_compared_as_one() -> None:
    whole = pieces("We will open the bridge when the keeper is paid.")
    split = pieces("We will open the bridge", "when the keeper is paid.", article="a-2")
    assert compared(whole, split) == ()
    assert {c.kind for c in compared(split, whole)} <= {"trimmed"}


def test_only_the_words_that_differ_are_marked() -> None:
    ours = pieces("We have not decided about the ferry")
    theirs = pieces("We had not decided on the ferry", article="a-2")
    marked = [span.shift(-5).of(theirs[0].text) for span in differing(theirs, ours)]
    assert marked == ["had", "on"]


def test_spelling_signs_and_capitals_are_no_change() -> None:
    ours = pieces("The harbour’s own defence — “our” duty")
    theirs = pieces("the harbour's own defense - 'our' duty", article="a-2")
    assert compared(ours, theirs) == ()


def test_of_long_runs_the_ends_are_named() -> None:
    held = pieces("one two three four five six seven eight nine ten eleven twelve")
    ends = cites(held, Span(0, len(held[0].text)))
    assert [each.text for each in ends] == ["one two three four", "nine ten eleven twelve"]
    assert [each.start for each in ends] == [5, 5 + held[0].text.index("nine")]
    short = cites(held, Span(0, len("one two three")))
    assert [each.text for each in short] == ["one two three"]


WORDS = st.lists(st.sampled_from(["we", "will", "go", "home", "now", "not"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_every_change_leads_back_to_words_of_the_pieces(
    left: list[list[str]], right: list[list[str]]
) -> None:
    ours = pieces(*(" ".join(words) for words in left))
    theirs = pieces(*(" ".join(words) for words in right), article="a-2")
    for change in compared(ours, theirs):
        for held, span in ((ours, change.left), (theirs, change.right)):
            if span is None:
                continue
            places = slices(held, span)
            assert places
            for place in places:
                (piece,) = [p for p in held if p.span.contains(place)]
                assert place.shift(-piece.start).of(piece.text)
    assert compared(ours, ours) == ()
