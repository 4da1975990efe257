"""Differences of wording, and what is none. All texts are invented."""

from __future__ import annotations

import pytest

from tellings.model import Article, Finding, Input, Marks, Outlet, Quote, Span, Statement, Story
from tellings.text.diffs import diff
from tellings.text.quotation import quotations
from tellings.text.spellings import Spelling
from tellings.weigh.independence import Origins
from tellings.weigh.scene import Scene
from tellings.weigh.wordings import shade_of, wordings
from tellings.words.spelling import spelling


def found(*texts: str, captions: tuple[str, ...] = ()) -> list[Finding]:
    """What the wordings of one statement show; every text is one article's telling of it."""
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
        marks[name] = Marks(name, quotes=(told,))
        tellings.append(quote)
    statement = Statement("s1", "s", "p", tuple(tellings), (), len(texts), len(texts))
    origins = Origins(articles, (), {})
    story = Story("s", "story", tuple(articles))
    days = dict.fromkeys(articles)
    scene = Scene(story, articles, marks, (statement,), (), {}, days, {}, origins, frozenset())
    return list(wordings(scene, Spelling(spelling())))


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
        "The harbour wall is slightly worn,",
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


def _shade(a: str, b: str) -> str:
    return shade_of(a, b, [change for change in diff(a, b) if change.matters])


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
    caption = "The mill ‘had no knowledge that a leak’"
    text = f"“The mill had no knowledge of any leak at the time,” he said.\n\n{caption}"
    (finding,) = found(text, captions=(caption,))
    assert len({cite.article for side in finding.sides for cite in side.cites}) == 1
