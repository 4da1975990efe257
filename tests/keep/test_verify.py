"""Whatever is changed in the stored bytes, the lines that rest on it are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.keep.made import affair

from tellings.keep.schema import FILE
from tellings.keep.store import Store
from tellings.keep.values import pack, seal, words
from tellings.keep.verify import Checks, prove, verify
from tellings.model import (
    About,
    Actor,
    Answer,
    Article,
    Cite,
    Groups,
    Input,
    Marks,
    Quote,
    Record,
    Side,
    Span,
    Story,
    Tie,
    Time,
    bytes_hash,
    digest,
)

PAIRS, GROUPS = affair(11, 5)
NONE = Checks()


FIRST, MARKS = next(
    pair for pair in PAIRS if all((pair[1].quotes, pair[1].names, pair[1].parties, pair[1].events))
)
QUOTE, NAME, MENTION = MARKS.quotes[0], MARKS.names[0], MARKS.events[0]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "record"
    with Store.create(folder) as store:
        store.put(PAIRS)
        store.derive(GROUPS)
    assert list(prove(folder)) == []
    return folder


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / FILE).write_bytes((whole / FILE).read_bytes())
    with Store.open(tmp_path) as held:
        yield held


def lines(store: Store, checks: Checks = NONE) -> set[tuple[str, str]]:
    return {(fault.kind, fault.id) for fault in verify(store, checks)}


def resting_on(article: str, changed: int) -> set[tuple[str, str]]:
    """The lines that cite the changed character, found the plain way: by looking at all of them."""
    _, marks = next(pair for pair in PAIRS if pair[0].id == article)
    fallen = {("articles", article)}

    def hit(*spans: Span | None) -> bool:
        return any(span is not None and span.start <= changed < span.end for span in spans)

    def cited(*cites: Cite | None) -> bool:
        return any(c and c.article == article and hit(c.span) for c in cites)

    fallen |= {("sentence", f"{article}/{n}") for n, s in enumerate(marks.sentences) if hit(s.span)}
    fallen |= {("names", n.id) for n in marks.names if hit(n.span)}
    fallen |= {
        ("party", p.id) for p in marks.parties if hit(*p.mentions, *(r.span for r in p.roles))
    }
    fallen |= {("time expression", x.id) for x in marks.expressions if hit(x.span)}
    fallen |= {("times", x.id) for x in marks.expressions if hit(x.span)}
    fallen |= {("quantities", q.id) for q in marks.quantities if hit(q.span, q.counted)}
    fallen |= {("event mention", e.id) for e in marks.events if hit(e.span, e.trigger)}
    quotes = {q.id for q in marks.quotes if hit(q.span, q.cue, q.source)}
    fallen |= {("quotes", quote) for quote in quotes}
    fallen |= {("statements", s.id) for s in GROUPS.statements if quotes & set(s.tellings)}
    fallen |= {("copies", c.id) for c in GROUPS.copies if cited(*c.passages)}
    fallen |= {("actors", a.id) for a in GROUPS.actors if cited(*(r.cite for r in a.roles))}
    fallen |= {
        ("events", e.id)
        for e in GROUPS.events
        if cited(*(c for t in e.tellings for c in (t.cite, t.trigger, t.time)))
    }
    fallen |= {
        ("findings", f.id) for f in GROUPS.findings if cited(*(c for s in f.sides for c in s.cites))
    }
    return fallen


def overwrite(store: Store, article: str, at: int, byte: bytes) -> None:
    """Change one byte of a stored text in its place."""
    rowid = store.connection.execute("SELECT rowid FROM article WHERE id = ?", (article,)).get
    with store.connection.blob_open("main", "article", "text", rowid, True) as blob:
        blob.seek(at)
        blob.write(byte)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.data())
def test_one_changed_byte_names_every_line_that_falls(
    whole: Path, number: int, data: st.DataObject
) -> None:
    article = data.draw(st.sampled_from([article for article, _ in PAIRS]))
    raw = article.text.encode()
    ascii_places = [n for n, byte in enumerate(raw) if byte < 0x80]
    at = ascii_places[number % len(ascii_places)]
    with Store.open(whole) as store:
        before = raw[at : at + 1]
        overwrite(store, article.id, at, b"#" if before != b"#" else b"*")
        try:
            assert lines(store) == resting_on(article.id, len(raw[:at].decode()))
        finally:
            overwrite(store, article.id, at, before)
        assert lines(store) == set()


def test_a_byte_that_breaks_the_encoding_is_named_like_any_other(store: Store) -> None:
    article = next(a for a, _ in PAIRS if "“" in a.text)
    at = article.text.encode().index("“".encode())
    overwrite(store, article.id, at, b"\xff")
    found = lines(store, Checks(counter=lambda record: lambda cites: (1, 1)))
    assert ("articles", article.id) in found
    assert all(kind != "record" for kind, _ in found)


@pytest.mark.parametrize(
    ("table", "kind", "before", "after"),
    [
        ("article", "articles", '"Bay Post"', '"Bay Boss"'),
        ("derived", "findings", '"value":"one"', '"value":"two"'),
        ("derived", "events", '"goldstein":1.0', '"goldstein":7.0'),
        ("mark", "quantities", '"low":"4"', '"low":"9"'),
    ],
)
def test_a_value_that_no_text_bears_out_is_sealed(
    store: Store, table: str, kind: str, before: str, after: str
) -> None:
    update = f"""UPDATE {table} SET value = CAST(replace(CAST(value AS TEXT), ?, ?) AS BLOB)
                 WHERE instr(value, CAST(? AS BLOB))"""
    store.connection.execute(update, (before, after, before))
    changed = store.connection.changes()
    found = list(verify(store))
    assert changed == len(found) > 0
    assert {fault.kind for fault in found} == {kind}
    assert all("seal" in fault.why for fault in found)


def test_every_bit_of_every_value_is_sealed(store: Store) -> None:
    random = Random(1)
    tables = {"article": "id", "mark": "kind, article, place", "derived": "kind, article, id"}
    for table, key in tables.items():
        rows = list(store.connection.execute(f"SELECT {key}, value FROM {table}"))
        for *names, value in random.sample(rows, 5):
            at = random.randrange(len(value))
            bent = value[:at] + bytes([value[at] ^ 1 << random.randrange(8)]) + value[at + 1 :]
            where = " AND ".join(f"{column} = ?" for column in key.split(", "))
            update = f"UPDATE {table} SET value = ? WHERE {where}"
            store.connection.execute(update, (bent, *names))
            assert len(lines(store)) >= 1, (table, names, at)
            store.connection.execute(update, (value, *names))
            assert lines(store) == set()


STATEMENT = GROUPS.statements[0]
FINDING = GROUPS.findings[0]


def with_statement(**changed: object) -> Groups:
    bent = replace(STATEMENT, **changed)  # type: ignore[arg-type]
    return replace(GROUPS, statements=(bent, *GROUPS.statements[1:]))


def with_finding(**changed: object) -> Groups:
    bent = replace(FINDING, **changed)  # type: ignore[arg-type]
    return replace(GROUPS, findings=(bent, *GROUPS.findings[1:]))


CITED = FINDING.sides[0].cites[0]
ELSEWHERE = replace(CITED, start=CITED.start + 1, end=CITED.end + 1)

BENT: dict[str, tuple[Groups, str, str]] = {
    "a story that is not there": (with_statement(story="s-0"), "statements", "s-0"),
    "a quote that is not there": (with_statement(tellings=("q-0",)), "statements", "q-0"),
    "a speaker who is nobody": (with_statement(speaker="c-0"), "statements", "c-0"),
    "a quote without a wording": (with_statement(wordings=()), "statements", "not both"),
    "words that nobody printed": (
        with_statement(wordings=(replace(STATEMENT.wordings[0], text="never printed"),)),
        "statements",
        "never printed",
    ),
    "an event that is answered and not there": (
        replace(
            GROUPS,
            events=(replace(GROUPS.events[0], answers=(Answer(CITED, "e-0"),)), *GROUPS.events[1:]),
        ),
        "events",
        "e-0",
    ),
    "an article that is not there": (with_finding(missing=("a-0",)), "findings", "a-0"),
    "a thing that is not there": (
        with_finding(about=About("statement", "t-0")),
        "findings",
        "t-0",
    ),
    "a cite that stands elsewhere": (
        with_finding(sides=(Side("one", (ELSEWHERE,), 1, 1), *FINDING.sides[1:])),
        "findings",
        "it cites",
    ),
    "a cite of no article": (
        with_finding(
            sides=(Side("one", (replace(CITED, article="a-0"),), 1, 1), *FINDING.sides[1:])
        ),
        "findings",
        "a-0",
    ),
    "one article in two stories": (
        replace(GROUPS, stories=(*GROUPS.stories, Story("s-z", "t", GROUPS.stories[0].articles))),
        "stories",
        "as well",
    ),
    "a tie whose ids are the wrong way round": (
        replace(
            GROUPS,
            ties=tuple(replace(t, left=t.right, right=t.left) for t in GROUPS.ties[:1]),
        ),
        "ties",
        "not in order",
    ),
    "a tie of nothing": (
        replace(GROUPS, ties=(Tie("article", "a-0", "a-00", "same", 1.0, "w", "r"),)),
        "ties",
        "a-00",
    ),
}


@pytest.mark.parametrize("name", BENT)
def test_a_line_that_rests_on_nothing_is_named(store: Store, name: str) -> None:
    groups, kind, words = BENT[name]
    store.derive(groups)
    assert any(fault.kind == kind and words in fault.why for fault in verify(store))


def forge(store: Store, kind: str, mark: object, **columns: object) -> None:
    """Write another mark in the place of the first of its kind, with words and a seal that fit."""
    number = store.connection.execute("SELECT number FROM article WHERE id = ?", (FIRST.id,)).get
    exact, packed = pack(words(mark, FIRST.text)), pack(mark)
    changed = {"words": exact, "value": packed, "seal": seal(exact, packed), **columns}
    names = ", ".join(f'"{name}" = ?' for name in changed)
    query = f"UPDATE mark SET {names} WHERE article = ? AND kind = ? AND place = 0"
    store.connection.execute(query, (*changed.values(), number, kind))
    assert store.connection.changes() == 1


def test_a_mark_that_was_written_anew_as_it_was_holds(store: Store) -> None:
    forge(store, "quotes", QUOTE)
    assert lines(store) == set()


@pytest.mark.parametrize(
    ("kind", "line", "forged", "columns", "why"),
    [
        ("quotes", "quotes", replace(QUOTE, speaker="p-0"), {}, "no party p-0"),
        ("names", "names", replace(NAME, party="p-0"), {}, "no party p-0"),
        ("events", "event mention", replace(MENTION, recipients=("p-0",)), {}, "no party p-0"),
        ("events", "event mention", replace(MENTION, answers="e-0"), {}, "no mention e-0"),
        ("quotes", "quotes", QUOTE, {"start": 99_999}, "its place"),
        ("quotes", "quotes", replace(QUOTE, id="q-0"), {}, "its id is stored twice"),
        ("quotes", "quotes", QUOTE, {"words": b"[]"}, "words for 0 of them"),
        ("quotes", "quotes", QUOTE, {"words": b"{"}, "cannot be read"),
        ("quotes", "quotes", QUOTE, {"value": b"[]"}, "cannot be read as one of the quotes"),
    ],
)
def test_a_forged_mark_is_named(
    store: Store, kind: str, line: str, forged: object, columns: dict[str, object], why: str
) -> None:
    forge(store, kind, forged, **columns)
    assert any(fault.kind == line and why in fault.why for fault in verify(store))


def test_an_id_that_two_marks_bear_is_named(store: Store) -> None:
    other = Article("a-z", Input("z.txt", "00"), FIRST.text)
    store.put([(other, Marks("a-z", quotes=(replace(QUOTE, speaker=None),)))])
    found = [fault for fault in verify(store) if fault.kind == "quotes"]
    assert [fault.id for fault in found] == [QUOTE.id]
    assert "used twice" in found[0].why


def test_an_article_with_another_id_or_a_span_outside_its_text_is_named(store: Store) -> None:
    bent = {
        "its id": replace(FIRST, id="a-other", text=""),
        "outside its text": replace(FIRST, furniture=(Span(0, len(FIRST.text) + 1),), text=""),
    }
    for why, article in bent.items():
        packed = pack(article)
        query = "UPDATE article SET value = ?, seal = ? WHERE id = ?"
        store.connection.execute(query, (packed, seal(packed), FIRST.id))
        found = [fault for fault in verify(store) if fault.kind == "articles"]
        assert [fault.id for fault in found] == [FIRST.id]
        assert why in found[0].why


def test_times_and_inferred_dates_are_proved(store: Store) -> None:
    time = GROUPS.times[0][1]
    store.connection.execute(
        "UPDATE derived SET words = CAST('[\"x\"]' AS BLOB) WHERE kind = 'times' AND id = ?",
        (time.id,),
    )
    store.connection.execute(
        "UPDATE derived SET value = CAST('[1,2]' AS BLOB) WHERE kind = 'published'"
    )
    assert lines(store) == {("times", time.id), ("articles", GROUPS.published[0][0])}
    store.derive(GROUPS)
    store.connection.execute("UPDATE derived SET article = 'a-0' WHERE kind <> 'stories'")
    assert {("times", time.id), ("articles", "a-0")} <= lines(store)


def test_a_finding_cannot_lose_its_cites(store: Store) -> None:
    packed = pack(FINDING).replace(pack(list(FINDING.sides[0].cites)), b"[]", 1)
    assert packed != pack(FINDING)
    query = "UPDATE derived SET value = ?, seal = ? WHERE id = ?"
    store.connection.execute(query, (packed, seal(b"[]", packed), FINDING.id))
    assert lines(store) == {("findings", FINDING.id)}


def test_a_mark_of_an_article_that_was_taken_out_is_named(store: Store) -> None:
    gone = PAIRS[0][0].id
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("DELETE FROM article WHERE id = ?", (gone,))
    found = {fault.kind: fault.why for fault in verify(store)}
    assert "has no article" in found["record"]
    assert gone in found["stories"]


def test_ids_are_held_against_their_content(store: Store) -> None:
    def recompute(kind: str, value: object, article: str) -> str | None:
        if isinstance(value, Story):
            return digest("s", *value.articles)
        if isinstance(value, Time):
            return digest("x", article, int(article == FIRST.id))
        if isinstance(value, Actor):
            return value.id + "x" * (value.id == GROUPS.actors[-1].id)
        if isinstance(value, Quote):
            return {q.id: q.id for q in PAIRS[0][1].quotes}.get(value.id, "another")
        return None

    named = lines(store, Checks(identify=recompute))
    others = {q.id for _, marks in PAIRS[1:] for q in marks.quotes}
    told = {s.id for s in GROUPS.statements if others & set(s.tellings)}
    times = {time.id for a, time in GROUPS.times if time.id != digest("x", a, int(a == FIRST.id))}
    assert 0 < len(times) < len(GROUPS.times)
    assert named == {
        *(("quotes", quote) for quote in others),
        *(("statements", statement) for statement in told),
        *(("times", time) for time in times),
        ("actors", GROUPS.actors[-1].id),
    }


def test_counts_are_counted_again(store: Store) -> None:
    def counter(found: int) -> Callable[[Record], Callable[[tuple[Cite, ...]], tuple[int, int]]]:
        return lambda record: lambda cites: (len({c.article for c in cites}), found)

    assert lines(store, Checks(counter=counter(1))) == set()
    assert len(GROUPS.statements) > 2
    assert lines(store, Checks(counter=counter(2))) == {
        *(("statements", s.id) for s in GROUPS.statements),
        *(("events", e.id) for e in GROUPS.events),
        *(("findings", f.id) for f in GROUPS.findings),
    }


def test_damage_to_the_file_is_a_fault_and_no_traceback(whole: Path, tmp_path: Path) -> None:
    random = Random(2)
    raw = (whole / FILE).read_bytes()
    named = 0
    for round in range(40):
        folder = tmp_path / str(round)
        folder.mkdir()
        page = random.randrange(len(raw) // 512) * 512
        bent = raw[:page] + random.randbytes(512) + raw[page + 512 :]
        (folder / FILE).write_bytes(bent)
        try:
            named += bool(list(prove(folder)))
        except Exception as error:
            assert type(error).__name__ in {"NotARecord", "NewerRecord"}, error  # noqa: PT017
            named += 1
    assert named >= 15  # the rest fell on free space, which no line rests on


def test_damage_that_no_line_rests_on_is_found_as_well(whole: Path, tmp_path: Path) -> None:
    with Store.open(whole, readonly=True) as store:
        page = store.connection.pragma("page_size")
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'member_of'"
        root = store.connection.execute(query).get
    raw = bytearray((whole / FILE).read_bytes())
    raw[root * page - 100 : root * page] = bytes(100)  # the end of the page of an index
    (tmp_path / FILE).write_bytes(raw)
    found = list(prove(tmp_path))
    assert found
    assert {fault.kind for fault in found} == {"record"}


def test_a_file_cut_short_is_a_fault(whole: Path, tmp_path: Path) -> None:
    raw = (whole / FILE).read_bytes()
    for size in (50, 5_000, len(raw) // 2, len(raw) - 8_192):
        (tmp_path / FILE).write_bytes(raw[:size])
        assert any(fault.kind == "record" for fault in prove(tmp_path)), size


def test_stored_words_are_escaped_where_they_are_shown(store: Store) -> None:
    article = PAIRS[0][0]
    overwrite(store, article.id, 0, b"\x1b")
    told = [str(fault) for fault in verify(store)]
    assert any("\\x1b" in line for line in told)
    assert all(line.isprintable() and line.isascii() for line in told)


def test_hash_of_the_input_is_stored(store: Store) -> None:
    query = "SELECT raw_sha256, text_sha256 FROM article WHERE id = ?"
    article = PAIRS[0][0]
    row = store.connection.execute(query, (article.id,)).fetchone()
    assert row == (article.input.sha256, bytes_hash(article.text.encode()))
    store.connection.execute("UPDATE article SET raw_sha256 = 'x' WHERE id = ?", (article.id,))
    assert lines(store) == {("articles", article.id)}
