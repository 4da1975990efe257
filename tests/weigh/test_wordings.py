"""Differences of wording, and what is none. All texts are invented."""

from __future__ import annotations

import pytest

from tellings.model import (
    Article,
    Finding,
    Input,
    Marks,
    Outlet,
    Quote,
    Sentence,
    Span,
    Statement,
    Story,
)
from tellings.text.collation import collate
from tellings.text.paragraphs import paragraphs
from tellings.text.quotation import quotations
from tellings.text.spellings import Spelling
from tellings.weigh.independence import Origins
from tellings.weigh.scene import Scene
from tellings.weigh.wordings import shade_of, wordings
from tellings.words.spelling import spelling
from tellings.words.tables import toml

STOP = frozenset(toml("stop.toml")["words"])


def found(*texts: str, captions: tuple[str, ...] = (), quoted: bool = True) -> list[Finding]:
    """What the wordings of one statement show; every text is one article's telling of it.

    With `quoted` false, no quotation was read as anybody's.
    """
    articles, marks, tellings = {}, {}, []
    for n, text in enumerate(texts):
        name, quote = f"a{n}", f"q{n}"
        beside = tuple(Span(at, at + len(c)) for c in captions if (at := text.find(c)) >= 0)
        outlet = Outlet(f"Outlet {n}", None)
        articles[name] = Article(name, Input("-", "0"), text, outlet, captions=beside)
        parts = tuple(
            part
            for q in quotations(text)
            for part in q.parts
            if not any(place.contains(part) for place in beside)
        )
        hull = Span(0, len(text))
        told = Quote(quote, hull, (hull,), "direct", speaker="p", quoted=parts)
        lines = tuple(Sentence(span, n) for n, span in enumerate(paragraphs(text)))
        marks[name] = Marks(name, sentences=lines, quotes=(told,) if quoted else ())
        tellings.extend([quote] if quoted else [])
    statement = Statement("s1", "s", "p", tuple(tellings), (), len(texts), len(texts))
    origins = Origins(articles, (), {})
    story = Story("s", "story", tuple(articles))
    days = dict.fromkeys(articles)
    scene = Scene(story, articles, marks, (statement,), (), {}, days, {"p": "actor"}, origins, STOP)
    return list(wordings(scene, Spelling(spelling()), lambda word: 8.0))


def test_a_changed_word_is_shown() -> None:
    (finding,) = found(
        "“The old bridge is badly worn at both ends,” she said.",
        "She said: “The old bridge is slightly worn at both ends.”",
    )
    assert {side.value[:24] for side in finding.sides} == {
        "The old bridge is badly ",
        "The old bridge is slight",
    }
    assert (
        "“badly” against “slightly”" in finding.why or "“slightly” against “badly”" in finding.why
    )


@pytest.mark.parametrize(
    "other",
    [
        "“The harbour wall will stand,” he said.",  # trimmed
        '"The harbour wall will stand for a century", he said.',  # other marks
        "“The harbor wall will stand for a century,” he said.",  # spelling
        "“The harbour wall … will stand for a century,” he said.",  # an ellipsis
        "“[It] will stand for a century,” he said.",  # a clarification
        "“The harbour wall will stand,” he said. “For a century.”",  # split around the cue
        "“Fish is dear,” he said.",  # other words of the same telling
    ],
)
def test_no_difference(other: str) -> None:
    assert not found("“The harbour wall will stand for a century,” he said.", other)


def test_only_the_passage_that_differs_is_weighed() -> None:
    (finding,) = found(
        "“Fish is dear,” he said. “The harbour wall is badly worn.”",
        "“The harbour wall is slightly worn,” he said. “Nobody will pay for it.”",
    )
    assert sorted(side.value for side in finding.sides) == [
        "The harbour wall is badly worn.",
        "The harbour wall is slightly worn",
    ]


def test_a_side_cites_only_those_who_tell_the_words_that_differ() -> None:
    (finding,) = found(
        "“The harbour wall is badly worn,” he said, “and nobody will pay for it in our time.”",
        "“The harbour wall is badly worn, and nobody will pay for it in our time.”",
        "“The harbour wall is slightly worn, and nobody will pay for it in our time.”",
        "“Nobody will pay for it in our time,” he said.",
    )
    cited = [{cite.article for cite in side.cites} for side in finding.sides]
    assert sorted(map(sorted, cited)) == [["a0", "a1"], ["a2"]]


def test_sentences_of_one_paragraph_are_two_utterances() -> None:
    one = "“The old bridge is badly worn at both ends,” she said."
    two = "“The old bridge is slightly worn at both ends.”"
    assert not found(f"{one} {two}")
    assert not found("“The old bridge is badly worn at both ends.\n“And it is slightly worn at both"
                     " ends of the old one,” she said.")  # fmt: skip
    assert found(f"{one}\nThe council met.\nLater she said: {two}")


def test_an_outlet_that_quotes_both_does_not_differ() -> None:
    one = "“The old bridge is badly worn at both ends,” she said."
    two = "“The old bridge is slightly worn at both ends of it,” she said."
    assert found(one, two)
    both = found(f"{one}\nThe council met.\n{two}", two)
    assert all({"a0"} == {side.cites[0].article for side in one.sides} for one in both)


def test_what_crowds_chant_is_no_utterance() -> None:
    one, two = "“Open the old bridge for us today!”", "“Open the old bridge to us today!”"
    assert found(f"The neighbours said: {one}", f"The neighbours said: {two}")
    assert not found(f"The crowd chanted: {one}", f"The crowd chanted: {two}")


def test_words_scattered_over_a_longer_quotation_are_not_the_same() -> None:
    long = "“The ferry is badly late in spring, and in the autumn fogs the boats are worn.”"
    assert not found(f"She said: {long}", "Asked again: “Badly worn boats.”")


def test_a_fragment_without_the_words_that_differ_is_not_cited() -> None:
    (finding,) = found(
        "“She got into the old ferry because the skipper asked her twice.”",
        "“She got into the new boat because the skipper asked her twice.”",
        "“Because the skipper asked her twice,” he said.",
    )
    assert {cite.article for side in finding.sides for cite in side.cites} == {"a0", "a1"}


def _shade(a: str, b: str) -> str:
    found = collate(a, b, Spelling(spelling()), STOP)
    assert found is not None
    return shade_of(a, b, (*found.changes, *found.edges))


def test_a_changed_subject_is_told_from_a_changed_word() -> None:
    assert _shade("We will close the bridge.", "They will close the bridge.") == "subject"
    assert _shade("Harrow Dale will pay.", "The council will pay.") == "word"
    assert _shade("Falkner will pay for it.", "Reyl will pay for it.") == "subject"
    assert _shade("The cables are badly worn.", "The cables are slightly worn.") == "word"


def test_two_renderings_of_one_utterance() -> None:
    (finding,) = found(
        "“If the ferry company goes on along this course, no harvest awaits the isles,” he said.",
        "He said: “No harvest will await any of the isles on a course the ferry company holds.”",
    )
    assert finding.shade == "rewording"


def test_two_sentences_of_one_speech_are_no_renderings() -> None:
    assert not found(
        "“If the ferry company goes on along this course, no harvest awaits the isles,” he said.",
        "He said: “The isles have waited long enough for a ferry.”",
    )


def test_a_caption_that_quotes_its_article_otherwise() -> None:
    caption = "The mill ‘had no knowledge that a leak from its cooling pond’"
    told = "“The mill had no knowledge of any leak from its cooling pond at the time,” he said."
    text = f"{told}\n\n{caption}"
    (finding,) = found(text, captions=(caption,))
    assert len({cite.article for side in finding.sides for cite in side.cites}) == 1


def test_a_word_lost_in_a_quotation_that_was_read_as_nobodys() -> None:
    first = "“The ferry will cross the narrow sound before the autumn storms,” a notice read."
    other = "On the pier hung “The ferry will cross the sound before the autumn storms”."
    (finding,) = found(first, other, quoted=False)
    assert finding.about.kind == "story"
    assert "“narrow” against nothing" in finding.why or "nothing against “narrow”" in finding.why


def test_what_the_other_article_quotes_as_well_is_held_against_a_difference() -> None:
    first = "“The quarry road is narrow below the chapel,” he said."
    other = "“The quarry road is steep below the chapel,” he said."
    (apart,) = found(first, other)
    both = found(first, f"{other}\n\n“The quarry road is narrow below the chapel,” he said later.")
    assert all(one.confidence < apart.confidence for one in both)


def test_one_or_two_words_in_another_form_fit_any_sentence() -> None:
    assert not found("He spoke of “dry wells”.", "“The wells will be drier,” he said.")


def test_the_passage_and_a_piece_of_it_are_one_finding() -> None:
    assert (
        len(
            found(
                "“The lighthouse lamp burns oil from the northern fields,” he said.",
                "“The lighthouse lamp burns gas from the northern fields,” he said.",
                "The “lamp burns oil from the northern fields”, he said.",
            )
        )
        == 1
    )


def test_another_modifier_of_words_picked_out() -> None:
    badly = "The wall is “badly worn”, the harbour master said on Monday of the eastern quay."
    slightly = "On the eastern quay the wall is “slightly worn”, the harbour master said."
    (finding,) = found(badly, slightly)
    assert sorted(side.value for side in finding.sides) == ["badly worn", "slightly worn"]
    assert not found(badly, slightly, quoted=False)


def test_what_two_outlets_quote_both_ways_are_two_utterances() -> None:
    one = "“The old bridge is badly worn at both ends,” she said."
    two = "Later she said: “The old bridge is slightly worn at both ends.”"
    text = f"{one}\nThe council met.\n{two}"
    assert found(text)
    assert not found(text, text)
