"""Copies on worlds with planted ones, and by hand where a rule must hold."""

from __future__ import annotations

from collections import defaultdict
from random import Random

import pytest
from tests.worlds import World

from tellings.link.copies import Source, copies, pairs
from tellings.model import Copy, Span
from tellings.text.background import Background
from tellings.text.shingles import words
from tellings.words.background import background

TABLE = Background.parse(background())
WORLD = World.make(21, articles=70)

CLAUSE = "engineers lowered the rusty drawbridge behind the empty granary at dusk"
ONE = "The council met twice. Nobody came to the first meeting of the year."
OTHER = "Fishermen mended nets along the quay. It rained over the lower town."


def sources(world: World) -> list[Source]:
    quoted: dict[str, list[Span]] = defaultdict(list)
    for telling in world.truth.statements:
        if telling.form != "paraphrased":
            quoted[telling.article].extend(Span(*part) for part in telling.parts)
    origins = dict(world.truth.origins)
    return [
        Source(
            a.id,
            a.text,
            quoted=tuple(quoted[a.id]),
            published=a.date,
            credits=tuple(filter(None, (origins[a.id],))) if origins[a.id] != a.publisher else (),
            outlet=a.publisher,
        )
        for a in world.articles
    ]


SOURCES = sources(WORLD)
FOUND = copies(SOURCES, TABLE)


def texts(copy: Copy) -> set[str]:
    return {passage.text for passage in copy.passages}


def test_every_verbatim_and_recut_passage_is_found_with_both_ends_exact() -> None:
    shared = {
        frozenset(((one.article, one.span), (other.article, other.span)))
        for one, other in pairs(SOURCES, TABLE)
    }
    planted = [pair for pair in WORLD.truth.copies if pair.form != "edited"]
    assert len(planted) > 20
    for pair in planted:
        sides = ((pair.source, Span(*pair.source_span)), (pair.article, Span(*pair.span)))
        assert frozenset(sides) in shared


def test_an_edited_passage_is_found_over_most_of_its_length() -> None:
    planted = [pair for pair in WORLD.truth.copies if pair.form == "edited"]
    assert planted
    for pair in planted:
        span = Span(*pair.span)
        passages = [p for c in FOUND for p in c.passages if p.article == pair.article]
        assert max(min(p.end, span.end) - max(p.start, span.start) for p in passages) > 0.8 * len(
            span
        )


def test_nothing_is_found_that_was_not_planted() -> None:
    planted = defaultdict(list)
    for pair in WORLD.truth.copies:
        planted[pair.article].append(Span(*pair.span))
        planted[pair.source].append(Span(*pair.source_span))
    for copy in FOUND:
        for passage in copy.passages:
            assert any(passage.span.overlaps(span) for span in planted[passage.article])


def test_order_does_not_matter_and_spans_hold_their_words() -> None:
    shuffled = SOURCES[:]
    Random(1).shuffle(shuffled)
    assert copies(shuffled, TABLE) == FOUND
    by_id = {source.id: source.text for source in SOURCES}
    for copy in FOUND:
        assert len({passage.article for passage in copy.passages}) == len(copy.passages) > 1
        assert list(copy.passages) == sorted(copy.passages)
        assert all(p.span.of(by_id[p.article]) == p.text for p in copy.passages)


@pytest.mark.parametrize("kept", [0, 1 << 30])
def test_whether_words_are_kept_or_cut_anew_does_not_matter(
    kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tellings.link.copies.KEPT_LETTERS", kept)
    monkeypatch.setattr("tellings.link.copies.AT_A_TIME", 3)
    monkeypatch.setattr("tellings.link.keys.BATCH", 5000)
    assert copies(SOURCES, TABLE) == FOUND
    linked = [Source(s.id, s.text, masked=(Span(40, 60),)) for s in SOURCES[:9]]
    found = copies(linked, TABLE)
    monkeypatch.undo()
    assert found
    assert copies(linked, TABLE) == found


def test_a_clause_of_its_own_is_a_copy_with_its_stop() -> None:
    (copy,) = copies([Source("a", f"{ONE} {CLAUSE}."), Source("b", f"{CLAUSE}. {OTHER}")], TABLE)
    assert texts(copy) == {f"{CLAUSE}."}


def test_seven_words_are_no_copy() -> None:
    seven = " ".join(CLAUSE.split()[:7])
    assert not copies([Source("a", f"{ONE} {seven}."), Source("b", f"{seven}. {OTHER}")], TABLE)


def test_a_stock_phrase_is_no_copy() -> None:
    phrase = "did not immediately respond to a request for comment"
    assert not copies([Source("a", f"{ONE} He {phrase}."), Source("b", f"She {phrase}.")], TABLE)


@pytest.mark.parametrize("field", ["masked", "quoted"])
def test_masked_or_quoted_words_alone_are_no_copy(field: str) -> None:
    made = []
    for name, before in (("a", ONE), ("b", OTHER)):
        text = f"{before} “{CLAUSE} and raised it again before the guests arrived”. {before[::-1]}"
        start = text.index("“") + 1
        spans = (Span(start, text.index("”")),)
        made.append(
            Source(name, text, masked=spans)
            if field == "masked"
            else Source(name, text, quoted=spans)
        )
    assert not copies(made, TABLE)
    assert copies([Source(source.id, source.text) for source in made], TABLE)


def test_a_passage_goes_on_outside_its_quotation() -> None:
    shared = f"Before noon two {CLAUSE}, and “the whole town came to watch it,” wrote a neighbour"
    made = []
    for name, before in (("a", ONE), ("b", OTHER)):
        text = f"{before} {shared}."
        start = text.index("“") + 1
        made.append(Source(name, text, quoted=(Span(start, text.index("”")),)))
    (copy,) = copies(made, TABLE)
    assert texts(copy) == {f"{shared}."}


def test_no_passage_runs_over_what_is_masked() -> None:
    link = "READ MORE HERE"
    text = f"{CLAUSE} {link} {CLAUSE.replace('rusty', 'wooden')}"
    at = text.index(link)
    made = [Source(name, text, masked=(Span(at, at + len(link)),)) for name in "ab"]
    found = copies(made, TABLE)
    assert found
    assert not any(link in passage for copy in found for passage in texts(copy))


def test_three_articles_with_one_passage_are_one_copy() -> None:
    made = [
        Source(name, f"{text} {CLAUSE}.")
        for name, text in zip("abc", (ONE, OTHER, ""), strict=True)
    ]
    (copy,) = copies(made, TABLE)
    assert [passage.article for passage in copy.passages] == ["a", "b", "c"]


def test_a_short_passage_of_many_unlike_articles_is_a_phrase() -> None:
    made = [Source(str(n), f"{chr(97 + n) * 9} {chr(97 + n) * 5}. {CLAUSE}.") for n in range(5)]
    assert not copies(made, TABLE)
    assert copies(made[:2], TABLE)


def test_words_that_only_look_alike_end_a_passage() -> None:
    # Words are compared by 20 bits of their hash first: 3,000 made ones hold two that agree there.
    made = [f"quay{n}" for n in range(3000)]
    signs: dict[int, str] = {}
    for name, value in zip(made, words(" ".join(made)).hashes.tolist(), strict=True):
        twin = signs.setdefault(value >> 44, name)
        if twin != name:
            break
    assert twin != name
    one, other = Source("a", f"{ONE} {CLAUSE} {twin} again."), Source("b", f"{CLAUSE} {name}.")
    (copy,) = copies([one, other], TABLE)
    assert texts(copy) == {CLAUSE}


def test_who_said_it_is_no_copy_by_itself() -> None:
    said = "Old Marta Quillavar told us, “nobody will ever lower it again before winter”"
    made = []
    for name, before in (("a", ONE), ("b", OTHER)):
        text = f"{before} {said}."
        made.append(Source(name, text, quoted=(Span(text.index("“") + 1, text.index("”")),)))
    assert not copies(made, TABLE)


def test_unlike_texts_share_nothing() -> None:
    assert copies([], TABLE) == ()
    assert copies([Source("a", ONE), Source("b", OTHER), Source("c", "")], TABLE) == ()
