"""An invented affair as a finished record: two invented countries quarrel over a swing bridge.

Everybody and everything in here is invented. It holds each kind of line that a record can have, and
an article by an outlet that tries to break the page and the terminal.
"""

from __future__ import annotations

from tellings.model import (
    About,
    Actor,
    ActorRole,
    Answer,
    Article,
    Cite,
    Copy,
    Credit,
    Event,
    EventTelling,
    Finding,
    Groups,
    Input,
    Marks,
    Origin,
    Outlet,
    Place,
    Published,
    Quote,
    Record,
    Rejected,
    Sentence,
    Side,
    Span,
    Statement,
    Story,
    Time,
    Wording,
)

HOSTILE_NAME = "<script>alert('outlet')</script> [bold red]Loud[/] {{ 7*7 }}"
_SHARED = (
    "The swing bridge over the Orrin narrows has been shut to Castrin barges since 4 May 2031, "
    "after a dispute over who pays for its keeper."
)

TEXTS = {
    "a-herald": f"""Velmora keeps its bridge shut

ORRIN, May 7 — {_SHARED} Velmora ordered the bridge closed on Sunday.

Bridge minister Ilva Doren said on Tuesday: “We will open the bridge when the keeper is paid, \
and not one hour before.”

Seven barges were waiting at the narrows, the harbour office said.

Subscribe now to the Orrin Herald newsletter

Piet Harrow, the consul of Castrin, called the closing “a plainly childish gesture”, and said that \
talks would go on. Castrin answered by halting its cheese deliveries on Wednesday.
""",
    "a-gazette": f"""Bridge row: barges wait

{_SHARED} The order came on Saturday, according to the lock keepers.

“We will open the bridge when the keeper is paid,” Doren said.

Nearly a dozen barges were waiting.

Harrow spoke of “a plainly foolish gesture”.

Castrin News Service
""",
    "a-lake": """Narrows stay closed

[Photo: the bridge at dusk]

"We shall open the bridge", Ilva Doren said, "when the keeper is paid, and not one hour before."

Doren also said that Velmora had never wished to harm its neighbours on the lake.

Talks between Doren and Harrow are planned for 12 May 2031. "Nobody needs to lose face.
We will share the cost."
""",
    "a-loud": (
        "\u202eegdirb eht nepO\u202c <b>now</b>\n\n"
        "Loud\x1b[31mRED\x1b[0m says <img src=x onerror=alert(1)> & "
        "[link=javascript:alert(2)]bars[/]"
        " \x00 {{ 7*7 }} {% raw %} :smile: \x07 done. "
        'Doren said: "Open it <script>alert(3)</script> \u2066now\u2069 &amp; here." '
        "قال الوزير إن الجسر مغلق. "
        + "Donaudampfschiff" * 12
        + "\r\nhttps://loud.example/"
        + "a" * 150
        + "\n\ud800 end.\n"
    ),
    "a-later": "A quiet year on the Orrin\n\nThe bridge keeper of Orrin retired on 3 June 2033.\n",
    "a-apart": "A recipe\n\nBoil the beans.\n",
    "a-aside": "Die Brücke bleibt zu.\n",
}


def find(article: str, words: str, skip: int = 0) -> Cite:
    """The cite of the only place (after `skip` others) where the words stand."""
    start = -1
    for _ in range(skip + 1):
        start = TEXTS[article].index(words, start + 1)
    return Cite(article, start, start + len(words), words)


def span(article: str, words: str, skip: int = 0) -> Span:
    return find(article, words, skip).span


def _article(id: str, outlet: Outlet | None, day: Published | None, **more: object) -> Article:
    text = TEXTS[id]
    title = text.split("\n", 1)[0]
    article = Article(
        id=id,
        input=Input(f"affair/{id}.txt", "0" * 64),
        text=text,
        outlet=outlet,
        title=title,
        headline=Span(0, len(title)),
        published=day,
        language="en",
    )
    values = {name: getattr(article, name) for name in article.__dataclass_fields__} | more
    return Article(**values)


def _articles() -> dict[str, Article]:
    made = [
        _article(
            "a-herald",
            Outlet("The Orrin Herald", "herald.example"),
            Published("2031-05-07", "given", "the file says so"),
            byline="By Mara Quill",
            url="https://herald.example/bridge?a=1&b=2",
            furniture=(span("a-herald", "Subscribe now to the Orrin Herald newsletter"),),
        ),
        _article(
            "a-gazette",
            Outlet("Castrin Gazette", "gazette.example"),
            Published("2031-05-08", "dateline", "its first line"),
            credits=(Credit("Castrin News Service", find("a-gazette", "Castrin News Service")),),
        ),
        _article(
            "a-lake",
            None,
            None,
            captions=(span("a-lake", "[Photo: the bridge at dusk]"),),
        ),
        _article(
            "a-loud",
            Outlet(HOSTILE_NAME, None),
            None,
            byline="By \x1b[2J\u202eRobber",
            url="javascript:alert('url')",
        ),
        _article(
            "a-later", Outlet("The Orrin Herald", None), Published("2033-06", "given", "file")
        ),
        _article("a-apart", Outlet("Bean Weekly", None), None),
        _article("a-aside", Outlet("Seeblatt", None), None, aside="It is in German, not English."),
    ]
    return {article.id: article for article in made}


def _quote(id: str, article: str, *parts: str, form: str = "direct", speaker: str | None) -> Quote:
    spans = tuple(span(article, part) for part in parts)
    return Quote(
        id=id,
        span=Span(spans[0].start, spans[-1].end),
        parts=spans,
        form=form,  # type: ignore[arg-type]
        speaker=speaker,
        quoted=() if form == "indirect" else spans,
        why="the name before the verb of saying" if speaker else "no name near enough",
    )


QUOTES = {
    "a-herald": (
        _quote(
            "q-1",
            "a-herald",
            "We will open the bridge when the keeper is paid, and not one hour before.",
            speaker="p-doren-1",
        ),
        _quote("q-2", "a-herald", "a plainly childish gesture", form="mixed", speaker="p-harrow-1"),
    ),
    "a-gazette": (
        _quote(
            "q-3",
            "a-gazette",
            "We will open the bridge when the keeper is paid,",
            speaker="p-doren-2",
        ),
        _quote("q-4", "a-gazette", "a plainly foolish gesture", form="mixed", speaker="p-harrow-2"),
    ),
    "a-lake": (
        _quote(
            "q-5",
            "a-lake",
            "We shall open the bridge",
            "when the keeper is paid, and not one hour before.",
            speaker="p-doren-3",
        ),
        _quote(
            "q-6",
            "a-lake",
            "that Velmora had never wished to harm its neighbours on the lake",
            form="indirect",
            speaker="p-doren-3",
        ),
        _quote(
            "q-7", "a-lake", "Nobody needs to lose face.\nWe will share the cost.", speaker=None
        ),
    ),
    "a-loud": (
        _quote(
            "q-8",
            "a-loud",
            "Open it <script>alert(3)</script> \u2066now\u2069 &amp; here.",
            speaker="p-doren-4",
        ),
    ),
}


def _sentences(article: str) -> tuple[Sentence, ...]:
    """Sentences by full stop and line, which is enough for these texts."""
    text, found, start, paragraph = TEXTS[article], [], 0, 0
    for at, sign in enumerate(text):
        end_of_line = sign == "\n"
        if end_of_line or (sign == "." and text[at + 1 : at + 2] in (" ", "\n", "”", '"')):
            end = at + (0 if end_of_line else 1 + (text[at + 1 : at + 2] in ("”", '"')))
            if text[start:end].strip():
                lead = len(text[start:end]) - len(text[start:end].lstrip())
                found.append(Sentence(Span(start + lead, end), paragraph))
            start = end
        paragraph += end_of_line
    return tuple(found)


def _marks() -> dict[str, Marks]:
    return {
        id: Marks(article=id, sentences=_sentences(id), quotes=QUOTES.get(id, ()))
        for id in TEXTS
        if id != "a-aside"
    }


def _wording(article: str, quote: str, text: str, form: str = "direct") -> Wording:
    return Wording(text, (quote,), (article,), form)


def _statements() -> tuple[Statement, ...]:
    said = {q.id: (a, q) for a, quotes in QUOTES.items() for q in quotes}

    def make(id: str, speaker: str | None, quotes: list[str], **more: str) -> Statement:
        wordings = tuple(
            Wording(said[q][1].span.of(TEXTS[said[q][0]]), (q,), (said[q][0],), said[q][1].form)
            for q in quotes
        )
        return Statement(
            id, "s-bridge", speaker, tuple(quotes), wordings, len(quotes), len(quotes), **more
        )

    return (
        make("st-open", "x-doren", ["q-1", "q-3", "q-5"], said="2031-05-06"),
        make("st-gesture", "x-harrow", ["q-2", "q-4"]),
        make("st-harm", "x-doren", ["q-6"]),
        make("st-face", None, ["q-7"]),
        make("st-loud", "x-doren", ["q-8"]),
    )


def _side(value: str, *cites: Cite, independent: int | None = None) -> Side:
    return Side(value, cites, len(cites), len(cites) if independent is None else independent)


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "f-day",
            "s-bridge",
            "difference",
            "date",
            "contradiction",
            About("event", "e-close"),
            (
                _side("2031-05-04", find("a-herald", "Sunday")),
                _side("2031-05-03", find("a-gazette", "Saturday")),
            ),
            "Sunday and Saturday before publication are different days of one closing",
            0.93,
        ),
        Finding(
            "f-word",
            "s-bridge",
            "difference",
            "wording",
            "wording",
            About("statement", "st-gesture"),
            (
                _side("childish", find("a-herald", "childish")),
                _side("foolish", find("a-gazette", "foolish")),
            ),
            "one word of one quotation differs",
            0.88,
        ),
        Finding(
            "f-loud",
            "s-bridge",
            "difference",
            "framing",
            "framing",
            About("<b>thing</b>", "none"),
            (
                _side("<i>closed</i>", find("a-herald", "shut")),
                _side("\x1b[5mopen", find("a-loud", "Loud\x1b[31mRED\x1b[0m")),
            ),
            "hostile [red]why[/red] </p> \u202e",
            0.4,
        ),
        Finding(
            "f-barges",
            "s-bridge",
            "agreement",
            "number",
            "rounding",
            About("quantity", "n-1"),
            (
                _side(
                    "7 to 12 barges",
                    find("a-herald", "Seven barges"),
                    find("a-gazette", "Nearly a dozen barges"),
                    independent=1,
                ),
            ),
            "both count the barges that wait",
            0.7,
        ),
        Finding(
            "f-cheese",
            "s-bridge",
            "omission",
            None,
            None,
            About("event", "e-cheese"),
            (_side("halting of deliveries", find("a-herald", "halting its cheese deliveries")),),
            "it was public a day before the other article",
            0.75,
            missing=("a-gazette", "a-loud"),
        ),
    )


def _events() -> tuple[Event, ...]:
    def telling(mark: str, cite: Cite, trigger: str) -> EventTelling:
        start = cite.start + cite.text.index(trigger)
        at = Cite(cite.article, start, start + len(trigger), trigger)
        return EventTelling(mark, cite, at, None, None, None, None, "asserted", None)

    def event(
        id: str, kind: str, lemma: str, quad: int, value: float, day: str | None,
        ends: tuple[str, str], *tellings: EventTelling, answers: tuple[Answer, ...] = (),
    ) -> Event:  # fmt: skip
        return Event(
            id, "s-bridge", kind, lemma, None, (), quad, value, (ends[0],), (ends[1],), day,
            Place("Orrin narrows", None, None, None), "asserted", tellings, len(tellings), 1,
            answers,
        )  # fmt: skip

    ours, theirs = ("x-doren", "x-harrow"), ("x-harrow", "x-doren")
    closed = find("a-herald", "Velmora ordered the bridge closed on Sunday.")
    also = find("a-gazette", "The order came on Saturday")
    cheese = find("a-herald", "Castrin answered by halting its cheese deliveries on Wednesday.")
    talks = find("a-lake", "Talks between Doren and Harrow are planned for 12 May 2031.")
    return (
        event(
            "e-close", "COERCE", "close", 4, -7.2, "2031-05-04", ours,
            telling("m-1", closed, "ordered"), telling("m-2", also, "order"),
        ),
        event("e-cheese", "SANCTION", "halt", 4, -6.0, "2031-05-07", theirs,
              telling("m-3", cheese, "halting"),
              answers=(
                  Answer(find("a-herald", "answered by"), "e-close"),
                  Answer(find("a-herald", "on Wednesday")),
              )),
        event("e-talks", "CONSULT", "talk", 1, 3.4, "2031-05-12", ours,
              telling("m-4", talks, "Talks")),
        event("e-pay", "OTHER", "pay", 2, 1.0, None, ours,
              telling("m-5", find("a-herald", "who pays for its keeper"), "pays")),
    )  # fmt: skip


def _groups() -> Groups:
    across = Cite(
        "a-lake",
        span("a-lake", "Doren also said").start,
        span("a-lake", "Talks between Doren").end,
        TEXTS["a-lake"][
            span("a-lake", "Doren also said").start : span("a-lake", "Talks between Doren").end
        ],
    )
    return Groups(
        stories=(
            Story(
                "s-bridge",
                "Velmora keeps its bridge shut",
                ("a-gazette", "a-herald", "a-lake", "a-loud"),
                "2031-05-07",
                "2031-05-08",
            ),
            Story("s-later", "A quiet year on the Orrin", ("a-later",), "2033-06", "2033-06"),
        ),
        copies=(
            Copy(
                "c-1",
                (find("a-gazette", _SHARED), find("a-herald", _SHARED)),
                Origin(None, "Castrin News Service", "the Gazette credits it"),
            ),
            Copy("c-2", (across, find("a-gazette", "Nearly a dozen barges"))),
        ),
        actors=(
            Actor(
                "x-doren",
                "person",
                "Ilva Doren",
                ("Ilva Doren", "Doren"),
                ("p-doren-1", "p-doren-2", "p-doren-3", "p-doren-4"),
                (ActorRole("bridge minister", "Velmora", find("a-herald", "Bridge minister")),),
                "XVE",
                "XVEGOV",
            ),
            Actor(
                "x-harrow",
                "person",
                "Piet Harrow",
                ("Piet Harrow", "Harrow"),
                ("p-harrow-1", "p-harrow-2"),
                (ActorRole("consul", "Castrin", find("a-herald", "consul of Castrin")),),
                "XCA",
                "XCAGOV",
            ),
        ),
        statements=_statements(),
        events=_events(),
        findings=_findings(),
        times=(
            ("a-herald", Time("t-1", span("a-herald", "4 May 2031"), "DATE", "", "2031-05-04", "")),
            ("a-lake", Time("t-2", span("a-lake", "12 May 2031"), "DATE", "", "2031-05-12", "")),
            ("a-lake", Time("t-3", span("a-lake", "never"), "DATE", "", None, "")),
        ),
        published=(("a-lake", "2031-05-08~", "it tells of talks that the others call planned"),),
    )


def affair() -> Record:
    """The record; a new value each time, always the same."""
    return Record(
        articles=_articles(),
        marks=_marks(),
        groups=_groups(),
        rejected=(
            Rejected("affair/empty.txt", "empty", "The file is empty; leave it out."),
            Rejected(
                "affair/\x1b[1mbad\u202e.jsonl",
                "no-text",
                "Line 3 has no text; give it a key `text`. <script>alert(4)</script>",
                "3",
            ),
        ),
    )
