"""Plain text: title, byline, dateline, credits, captions, furniture, outlet; all invented."""

from __future__ import annotations

import pytest

from tellings.model import Article, Input, Span
from tellings.read.articles import Given, article

LEAD = (
    "The port of Karvinen will close for repairs on Monday, the harbour master said, after divers"
    " found cracks in the northern mole."
)
MORE = (
    "The closure will last nine days. Ferries will leave from the old quay instead, and the fish"
    " market stays open, according to the council."
)
END = "“Nobody will be stranded,” said the harbour master, Ilse Moravec."


def read(*lines: str, path: str = "a.txt") -> Article:
    return article("\n\n".join(lines), Input(path, "0" * 64), Given())


def words(found: Article, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(found.text) for span in spans]


def test_the_first_line_is_the_title_where_it_looks_like_one() -> None:
    found = read("Karvinen port to close for nine days", LEAD, MORE)
    assert found.title == "Karvinen port to close for nine days"
    assert found.headline == Span(0, 36)
    assert found.language == "en"
    assert found.aside is None


def test_a_text_without_a_title_has_none() -> None:
    found = read(LEAD, MORE, END)
    assert (found.title, found.headline, found.furniture) == (None, None, ())


@pytest.mark.parametrize(
    "title",
    [
        "Karvinen talks end without a deal in U.S.",
        "“Nobody will be stranded”: Karvinen port to close",
        "Will the ferries run next week?",
        "Karvinen’s mole is cracking — and nobody saw it coming...",
    ],
)
def test_titles_of_other_shapes(title: str) -> None:
    assert read(title, LEAD, MORE).title == title


def test_furniture_before_the_title_is_skipped() -> None:
    found = read(
        "40210, Порт Карвинен",
        "desk@karvinen-courier.com",
        "News   /   Coast   /   Karvinen",
        "Karvinen port to close for nine days",
        LEAD,
        MORE,
    )
    assert found.title == "Karvinen port to close for nine days"
    assert words(found, found.furniture) == [
        "40210, Порт Карвинен",
        "desk@karvinen-courier.com",
        "News   /   Coast   /   Karvinen",
    ]
    assert found.outlet is not None
    assert found.outlet.domain == "karvinen-courier.com"


def test_a_line_with_the_agency_behind_the_places_is_a_credit() -> None:
    found = read("Port to close for nine days", "KARVINEN/OSTMARK - Anadolu Agency", LEAD, MORE)
    assert [(c.agency, c.cite.text) for c in found.credits] == [
        ("Anadolu Agency", "Anadolu Agency")
    ]
    assert words(found, found.furniture) == ["KARVINEN/OSTMARK - Anadolu Agency"]


@pytest.mark.parametrize(
    ("dateline", "agency", "cited"),
    [
        ("KARVINEN (Reuters) - ", "Reuters", "Reuters"),
        ("KARVINEN, Ostmark, Feb 3 (AP) — ", "Associated Press", "AP"),
        ("(AFP) ", "AFP", "AFP"),
        ("KARVINEN, Feb. 3 (Xinhua) -- ", "Xinhua", "Xinhua"),
        ("Karvinen, Ostmark (CNN) ", "CNN", "CNN"),
    ],
)
def test_the_agency_in_a_dateline_is_a_credit(dateline: str, agency: str, cited: str) -> None:
    found = read("Port to close for nine days", dateline + LEAD, MORE)
    assert [(c.agency, c.cite.text) for c in found.credits] == [(agency, cited)]
    assert found.furniture == ()  # the dateline belongs to the sentence


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Source: Karvinen Radio, Reuters", ["Reuters"]),
        ("Source: Al Jazeera and news agencies", ["Al Jazeera", "news agencies"]),
        ("SOURCE: AGENCIES", ["news agencies"]),
        ("AFP contributed to this report.", ["AFP"]),
        ("With reporting by AP and Interfax", ["Associated Press", "Interfax"]),
        ("— With files from The Canadian Press", ["Canadian Press"]),
        ("Copyright 2019 The Associated Press. All rights reserved.", ["Associated Press"]),
        ("AP, Reuters", ["Associated Press", "Reuters"]),
        ("This article originally appeared on Harbour Weekly.", ["Harbour Weekly"]),
        (
            "Information from: Karvinen Courier, http://www.karvinen-courier.com",
            ["Karvinen Courier"],
        ),
    ],
)
def test_credit_lines_at_the_foot(line: str, agencies: list[str]) -> None:
    found = read("Port to close for nine days", LEAD, MORE, line)
    assert [credit.agency for credit in found.credits] == agencies
    assert words(found, found.furniture) == [line]
    assert all(c.cite.span.of(found.text) == c.cite.text for c in found.credits)


def test_a_closing_bracket_credits_the_text() -> None:
    found = read("Port to close for nine days", LEAD, MORE + " (PTI)")
    assert [credit.agency for credit in found.credits] == ["Press Trust of India"]
    assert found.captions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported last week that the mole had been inspected only once in ten years.",
        "The AP said the two companies had contributed to this fund for years.",
        "Sources: there are many, said the historian, and few of them agree on anything.",
    ],
)
def test_an_agency_told_of_in_prose_is_no_credit(sentence: str) -> None:
    found = read("Port to close for nine days", LEAD, sentence, END)
    assert (found.credits, found.furniture) == ((), ())


@pytest.mark.parametrize(
    "caption",
    [
        "Divers leave the water near the northern mole on March 9, 2021. (Photo by AFP)",
        "The northern mole has been closed since last year [File: Jo Lindqvist/AFP]",
        "FILE - In this March 9, 2021 file photo, divers leave the water at Karvinen.",
        "Ilse Moravec, left, at the quay in Karvinen. (Jo Lindqvist/Karvinen Courier via AP)",
        "The quay at dawn. Photograph: Jo Lindqvist/Getty Images",
        "Image copyright Getty Images Image caption Low tide in Karvinen",
        "Getty Images The harbour master spoke to reporters at the quay",
        "Jo Lindqvist/Reuters",
        "Ilse Moravec (pictured) has run the harbour for eleven years",
    ],
)
def test_captions_are_no_furniture_and_no_credit(caption: str) -> None:
    found = read("Port to close for nine days", LEAD, caption, MORE, END)
    assert words(found, found.captions) == [caption]
    assert found.credits == ()
    assert found.furniture == ()


@pytest.mark.parametrize(
    "line",
    [
        "WATCH: What the divers found",
        "WATCH Coast Report: Can the mole be saved?",
        "OPINION: The mole was always a folly",
        "READ MORE: Ferry fares rise again",
        "Related: Ferry fares rise again",
        "Ferry fares rise again in Karvinen Read more",
        "[Ferry fares rise again in Karvinen and nobody is glad]",
        "Advertisement",
        "Advertisement Continue reading the main story",
        "SHARE THIS ARTICLE",
        "Share on Facebook",
        "Subscribe now to read the whole archive.",
        "Sign up for our newsletter.",
        "Follow us on Twitter: @karvinencourier",
        "Follow Jo Lindqvist on Twitter: @jolindqvist",
        "1,204 shares",
        "Scroll down for video",
        "We use cookies to improve this page.",
        "залишити коментар:",
        "www.karvinen-courier.com",
        "(Reporting by Jo Lindqvist; Editing by Ada Brandt)",
        "© 2021 Karvinen Courier",
        "* * *",
    ],
)
def test_furniture_in_the_text(line: str) -> None:
    found = read("Port to close for nine days", LEAD, MORE, line, END)
    assert words(found, found.furniture) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the ferry company fell by four percent after the news from Karvinen.",
        "Copyright law, the court found, does not protect the plans of the mole.",
        "More than nine hundred people signed a letter to the council this week.",
        "Watch towers along the coast have stood empty since the last war.",
        "Follow the money, said the auditor, and the cracks explain themselves.",
        "Comments by the council’s chair did not please everyone in the hall.",
        "Subscribers of the ferry line will get their money back, the council said.",
        "“Sign up for the drill,” the harbour master told the volunteers.",
        "Phone records show that the warning came in 2017.",
        "Photo albums were among the things that the flood took.",
        "Reporting by the Courier has shown that the council knew of the cracks.",
        "The council’s website can be slow, and it was down on Monday.",
        "Pictures of the mole (left) and the quay (right) were shown to the court on Monday.",
        "A third way",
        "‘A folly in stone’",
        "Council explains delay",
    ],
)
def test_sentences_and_crossheads_are_no_furniture(line: str) -> None:
    found = read("Port to close for nine days", LEAD, line, MORE, END)
    assert (found.furniture, found.captions, found.credits) == ((), (), ())


def test_the_linked_headline_under_a_labelled_link_is_one_too() -> None:
    found = read(
        "Port to close", LEAD, "OPINION: The mole was a folly", "Hearing held on ferry fares", MORE
    )
    assert words(found, found.furniture) == [
        "OPINION: The mole was a folly",
        "Hearing held on ferry fares",
    ]


def test_headlines_under_a_list_label_at_the_foot() -> None:
    links = [
        "Ferry fares rise again. Nobody is glad.",
        "What the divers saw",
        "Fish market moves east",
    ]
    found = read("Port to close for nine days", LEAD, MORE, "Read more:", *links)
    assert words(found, found.furniture) == ["Read more:", *links]


def test_a_long_run_of_headlines_at_the_foot() -> None:
    teasers = [f"Ferry number {i} is late again" for i in range(9)]
    found = read(
        "Port to close for nine days", LEAD, MORE, *teasers, "Read or share this story: x.co"
    )
    assert words(found, found.furniture)[:9] == teasers


def test_a_list_of_names_at_the_foot_stays() -> None:
    crew = [f"Anna Brandt the {i}th, stoker, Karvinen" for i in range(9)]
    assert read("Port to close for nine days", LEAD, MORE, *crew).furniture == ()


def test_prose_under_a_list_label_stays() -> None:
    found = read("Port to close for nine days", LEAD, MORE, "Related:", "The mole is old.", END)
    assert words(found, found.furniture) == ["Related:"]


def test_more_from_an_outlet_stands_above_links() -> None:
    lines = ["More from the Karvinen Courier:", "Ferry fares rise again in autumn"]
    found = read("Port to close for nine days", LEAD, *lines, MORE)
    assert words(found, found.furniture) == lines


def test_scraps_behind_the_last_furniture() -> None:
    found = read(
        "Port to close for nine days", LEAD, MORE, "SHARE THIS ARTICLE", "Karvinen TV Roku"
    )
    assert words(found, found.furniture) == ["SHARE THIS ARTICLE", "Karvinen TV Roku"]


def test_a_label_on_the_first_line_belongs_to_the_title() -> None:
    found = read("OPINION: The mole was always a folly", LEAD, MORE)
    assert found.title == "OPINION: The mole was always a folly"
    assert found.furniture == ()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Updated: 2021-03-09 17:52", "2021-03-09"),
        ("Xinhua | Updated: 2021-03-09 17:52", "2021-03-09"),
        ("March 9, 2021", "2021-03-09"),
        ("Published: Tuesday, 9 March 2021, 14:05 GMT", "2021-03-09"),
        ("Published 9 March 2021 | Updated 11 March 2021", "2021-03-09"),
        ("Jo Lindqvist | March 9, 2021", "2021-03-09"),
    ],
)
def test_a_date_line_gives_the_day(line: str, value: str) -> None:
    found = read("Port to close for nine days", line, LEAD, MORE)
    assert found.published is not None
    assert (found.published.value, found.published.how) == (value, "dateline")
    assert found.published.cite is not None
    assert found.published.cite.span.of(found.text) == found.published.cite.text
    assert words(found, found.furniture) == [line]


def test_a_dateline_with_a_year_gives_the_day() -> None:
    found = read("Port to close for nine days", "KARVINEN, March 9, 2021 (Reuters) - " + LEAD, MORE)
    assert found.published is not None
    assert found.published.value == "2021-03-09"
    assert [credit.agency for credit in found.credits] == ["Reuters"]


@pytest.mark.parametrize("line", ["Tuesday", "March 9", "KARVINEN, March 9 — "])
def test_a_day_without_its_year_is_no_date(line: str) -> None:
    assert read("Port to close for nine days", line + "\n" + LEAD, MORE).published is None


def test_the_dates_of_a_chronology_tell_nothing() -> None:
    days = ["4 May 2019", "The mole was opened by the mayor.", "6 June 2020", "It was shut again."]
    assert read("The mole, year by year", *days).published is None
    assert read("The mole, year by year", LEAD, *days[:2], MORE).published is None


def test_a_date_in_the_story_is_not_the_day_it_came_out() -> None:
    found = read("Port to close for nine days", LEAD, "On March 9, 2021, the mole was shut.", MORE)
    assert found.published is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jo Lindqvist", "Jo Lindqvist"),
        ("By JO LINDQVIST and Ada Brandt", "JO LINDQVIST and Ada Brandt"),
        ("By Jo Lindqvist, Associated Press", "Jo Lindqvist"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    found = read("Port to close for nine days", line, LEAD, MORE)
    assert found.byline == name
    assert words(found, found.furniture) == [line]


def test_an_agency_in_a_byline_is_a_credit() -> None:
    found = read("Port to close for nine days", "By Jo Lindqvist, Associated Press", LEAD, MORE)
    assert [credit.agency for credit in found.credits] == ["Associated Press"]


def test_a_sentence_with_by_is_no_byline() -> None:
    found = read(
        "Port to close for nine days", "By Monday the quay was empty, and the ferries gone.", LEAD
    )
    assert found.byline is None


@pytest.mark.parametrize(
    ("frame", "name", "domain"),
    [
        (
            [
                "Karvinen TV’s website can be found via these addresses as well:",
                "www.karvinentv.net",
            ],
            "Karvinen TV",
            "karvinentv.net",
        ),
        (
            ["Discover more from KARVINENLINES", "desk@karvinenlines.com"],
            "KARVINENLINES",
            "karvinenlines.com",
        ),
        (["Copyright 2021 Karvinen Courier. All rights reserved."], "Karvinen Courier", None),
        (["desk@gmail.com"], None, None),
        (["www.karvinentv.net", "www.ostmarkpost.com"], None, None),
    ],
)
def test_the_outlet_is_what_the_text_says_of_itself(
    frame: list[str], name: str | None, domain: str | None
) -> None:
    found = read("Port to close for nine days", LEAD, MORE, *frame)
    if name is None and domain is None:
        assert found.outlet is None
    else:
        assert found.outlet is not None
        assert (found.outlet.name, found.outlet.domain) == (name, domain)


@pytest.mark.parametrize(
    ("path", "domain"),
    [
        ("www.karvinentv.net/a.txt", "karvinentv.net"),
        ("in/karvinentv.net.txt", "karvinentv.net"),
        ("in/draft.final.txt", None),
        ("in/000_ab12.txt", None),
    ],
)
def test_a_folder_or_file_named_after_a_domain_tells_the_outlet(
    path: str, domain: str | None
) -> None:
    outlet = read(LEAD, MORE, path=path).outlet
    assert (outlet.domain if outlet else None) == domain


def test_other_languages_are_set_aside_with_a_reason() -> None:
    found = read(
        "Der Hafen von Karvinen schließt am Montag für neun Tage, sagte die Hafenmeisterin, nachdem"
        " Taucher Risse in der nördlichen Mole gefunden hatten.",
        "Die Fähren legen solange am alten Kai ab.",
    )
    assert found.language == "de"
    assert found.aside is not None
    assert "German" in found.aside


def test_a_text_too_short_to_tell_counts_as_english_if_its_letters_do() -> None:
    assert read("Port closes.").language == "en"
    assert read("12 345").language is None


def test_a_text_of_one_line_is_the_article_whatever_it_says() -> None:
    assert read("Advertisement").furniture == ()
