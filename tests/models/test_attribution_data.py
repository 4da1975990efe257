"""PolNeAR's format, by an invented article."""

from __future__ import annotations

from pathlib import Path

import pytest
from models.en import attribution_data as given

TEXT = "“The bridge may fall,” Olin said.\n\nEk denied it, and left."
ANN = """T1\tSource 23 27\tOlin
T2\tCue 28 32\tsaid
T3\tContent 0 11;12 22\t“The bridge
may fall,”
T4\tAttribution 28 32\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 38 44\tdenied
T6\tContent 45 47\tit
T7\tContent 49 57\tand left
T8\tAttribution-no-source 38 44\tdenied
E2\tAttribution-no-source:T8 Cue:T5 Content:T6 Content2:T7
T9\tDiscuss 0 4\t“The
E3\tAttribution-no-source:T8 Cue:T5
"""


def test_standoff_with_pieces_line_breaks_and_no_source() -> None:
    first, second = given.standoff(ANN)
    assert first == given.Attributed(((23, 27),), ((0, 11), (12, 22)), ((28, 32),))
    assert second == given.Attributed((), ((45, 47), (49, 57)), ((38, 44),))


def test_articles_take_annotators_by_name(tmp_path: Path) -> None:
    (tmp_path / "polnear/dev/text").mkdir(parents=True)
    (tmp_path / "polnear/dev/attributions").mkdir()
    (tmp_path / "polnear/dev/text/a_2020_b.txt").write_text(TEXT, "utf-8", newline="")
    for name, raw in (("a_2020_b_zz.ann", ""), ("a_2020_b_aa.ann", ANN)):
        (tmp_path / "polnear/dev/attributions" / name).write_text(raw, "utf-8", newline="")
    (article,) = given.articles(tmp_path, "dev")
    assert [len(version) for version in article.versions] == [2, 0]
    assert article.text == TEXT


def test_words_and_paragraphs() -> None:
    words = given.worded(TEXT)
    forms = [TEXT[s:e] for s, e in words.spans]
    assert forms[:6] == ["“", "The", "bridge", "may", "fall", ","]
    assert [f for f, start in zip(forms, words.paragraphs, strict=True) if start] == ["“", "Ek"]
    assert given.words_in([(12, 15), (28, 32)], words) == (3, forms.index("said"))
    assert given.words_in([], words) == ()


@pytest.mark.parametrize(("cue", "word"), [((0, 1), 1), ((0, 1, 2), 1), ((2, 3), 2)])
def test_the_likeliest_cue_word_stands_for_the_cue(cue: tuple[int, ...], word: int) -> None:
    words = ["has", "said", "in", "it"]
    assert given.anchor(cue, words, {"has": 0.1, "said": 0.9, "in": 0.2, "it": 0.2}) == word


def test_shares_trust_what_is_seen_often() -> None:
    told = [(["Said"] * 10 + ["rare"], [tuple(range(10)), (10,)])]
    shares = given.cue_shares(told)
    assert shares["said"] > shares["rare"] > 0


def test_sentences_end_at_stops_and_paragraphs() -> None:
    words = ["He", "left", ".", "She", "said", ":", "“", "No", ".", "”", "Rain", "fell"]
    paragraphs = [i in (0, 11) for i in range(len(words))]
    assert given.sentences(words, paragraphs) == [(0, 3), (3, 10), (10, 11), (11, 12)]
