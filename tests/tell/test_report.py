"""The page proves what it says: exact quotations, links that arrive, nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html
from tests.tell.affair import HOSTILE_NAME, TEXTS, affair

from tellings.model import Article, Groups, Input, Record, Story
from tellings.tell.body import anchor
from tellings.tell.report import report
from tellings.tell.visible import visible

RECORD = affair()
SOURCE = report(RECORD)
PAGE = html.document_fromstring(SOURCE)


def stored(shown: str) -> str:
    """Text as the page shows it, with its steering characters put back."""
    return re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda found: chr(int(found[1], 16)), shown)


def by_class(name: str, under: html.HtmlElement = PAGE) -> list[html.HtmlElement]:
    return under.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def cited(element: html.HtmlElement) -> tuple[str, str]:
    """What an element says of itself: the words at its cite, and the words that it shows."""
    article, start, end = element.get("data-cite").rsplit(":", 2)
    return TEXTS[article][int(start) : int(end)], stored(element.text_content())


def test_each_quotation_is_an_exact_slice_of_its_article() -> None:
    found = PAGE.xpath("//*[@data-cite]")
    assert len(found) > 30
    for element in found:
        told, shown = cited(element)
        assert shown == told


def test_every_mark_of_quotation_holds_one_exact_cite() -> None:
    wordings = by_class("words")
    assert sum("“" in each.text_content() for each in wordings) == 7
    for each in wordings:
        for span in each.findall("span"):
            before, after = span.getprevious(), span.tail or ""
            opened = ((each.text or "") if before is None else before.tail or "").endswith("“")
            assert opened == after.startswith("”")
        outside = (each.text or "") + "".join(span.tail or "" for span in each)
        assert set(outside) <= set("“” …")


def test_a_paraphrase_stands_without_quotation_marks() -> None:
    (each,) = by_class("paraphrase")
    shown = each.text_content()
    assert "never wished to harm" in shown
    assert not re.search("[“”\"'‘’„«»]", shown)
    assert "paraphrases" in shown


def test_differing_words_are_marked_and_named() -> None:
    (statement,) = PAGE.xpath("//*[@id='st-open']")
    assert [ins.text_content() for ins in statement.xpath(".//p/span/ins")] == ["shall"]
    notes = [note.text_content() for note in by_class("notes", statement)]
    assert [" ".join(note.split()) for note in notes] == [
        "left out: and not one hour before",
        "changed: shall for will",
    ]


def test_every_link_inside_the_page_has_its_target_and_ids_are_unique() -> None:
    ids = PAGE.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [href[1:] for href in PAGE.xpath("//@href") if href.startswith("#")]
    assert len(inside) > 60
    assert set(inside) <= set(ids)


def test_a_link_from_a_line_arrives_at_its_exact_words() -> None:
    exact = 0
    for link in by_class("to"):
        target = link.get("href")[1:]
        found = re.fullmatch(r"(.+)_(\d+)_(\d+)", target)
        assert found is not None
        pieces = PAGE.xpath(f"//*[@id='{target}']") + by_class(f"r_{target}")
        shown = "".join(stored(piece.text_content()) for piece in pieces)
        told = TEXTS[found[1]][int(found[2]) : int(found[3])]
        assert shown.split() == told.split() or shown == told.replace("\n", "")
        exact += shown == told
    assert exact > 20


def test_torn_places_are_lit_as_one() -> None:
    torn = [name for name in re.findall(r"r_[\w-]+", SOURCE) if by_class(name)]
    assert torn
    for name in torn:
        assert f":root:has(#{name[2:]}:target) .{name}{{" in SOURCE


def test_the_way_back_leads_to_a_line_that_cites_the_place() -> None:
    back = by_class("back")
    assert len(back) > 20
    for link in back:
        (line,) = PAGE.xpath(f"//*[@id='{link.get('href')[1:]}']")
        place = link.getparent().get("id")
        assert place in {href[1:] for href in line.xpath(".//@href")} or line.tag == "article"
        assert link.text is None, "the way back adds no words to the article"


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    assert not PAGE.xpath("//script | //iframe | //object | //embed | //img | //form | //base")
    assert not PAGE.xpath("//@style | //@src | //@srcset | //@*[starts-with(name(), 'on')]")
    assert [link.get("href") for link in PAGE.xpath("//link")] == ["data:,"]
    style = PAGE.xpath("string(//style)")
    assert "@import" not in style
    assert "url(" not in style
    outer = [a for a in PAGE.xpath("//a[@href]") if not a.get("href").startswith("#")]
    assert [a.get("href") for a in outer] == ["https://herald.example/bridge?a=1&b=2"]
    assert all("noreferrer" in a.get("rel") for a in outer)


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    (policy,) = PAGE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = re.findall(r"<style>(.*?)</style>", SOURCE, re.DOTALL)
    assert "\r" not in style
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_hostile_text_stays_text() -> None:
    assert not PAGE.xpath("//b | //i | //u")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", SOURCE)
    assert "javascript:alert('url')" not in SOURCE
    SOURCE.encode("utf-8")
    names = [bdi.text_content() for bdi in PAGE.xpath("//bdi")]
    assert HOSTILE_NAME in names
    assert "49" not in PAGE.xpath("string(//*[@id='a-loud'])"), "a template in an article ran"
    assert "{% raw %}" in PAGE.xpath("string(//*[@id='a-loud'])")


def test_each_article_is_there_in_full_without_its_furniture() -> None:
    for id in ("a-herald", "a-gazette", "a-lake", "a-loud", "a-later", "a-apart"):
        (shown,) = PAGE.xpath(f"//article[@id='{id}']")
        kept = TEXTS[id].replace("Subscribe now to the Orrin Herald newsletter", "")
        title = shown.xpath("string(.//h4)")
        body = [
            p.text_content().removeprefix("Caption ")
            for p in shown.findall("p")
            if "furniture" not in (p.get("class") or "")
        ]
        assert stored("".join([title, *body])).split() == kept.split() or "".join(
            stored("".join([title, *body])).split()
        ) == "".join(kept.split())
    assert len(by_class("furniture")) == 1
    assert "Subscribe now" not in SOURCE


def test_what_is_not_in_the_record_is_named_with_its_reason() -> None:
    (left,) = PAGE.xpath("//*[@id='left']")
    shown = left.text_content()
    assert "It is in German, not English." in shown
    assert "The file is empty; leave it out." in shown
    assert visible("affair/\x1b[1mbad\u202e.jsonl (3)") in shown


def test_headings_landmarks_and_language() -> None:
    assert PAGE.get("lang") == "en"
    levels = [int(h.tag[1]) for h in PAGE.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(PAGE.xpath("//main")) == len(PAGE.xpath("//body/header")) == 1
    for section in PAGE.xpath("//*[@aria-labelledby]"):
        assert PAGE.xpath(f"//*[@id='{section.get('aria-labelledby')}']")
    assert all(th.get("scope") for th in PAGE.iter("th"))


def _luminance(colour: str) -> float:
    """Relative luminance of #rrggbb by WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    blocks = re.findall(r":root \{(.*?)\}", SOURCE, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))
    pairs = [
        *(
            (front, back)
            for front in ("ink", "quiet", "link")
            for back in ("paper", "sheet", "near")
        ),
        ("other", "paper"),
        ("other", "sheet"),
        ("other", "near"),
        ("hit-ink", "hit"),
        ("ink", "mark"),
    ]
    for front, back in pairs:
        one, two = sorted((_luminance(colours[front]), _luminance(colours[back])))
        assert (two + 0.05) / (one + 0.05) >= 4.5, (front, back)


def test_the_same_record_gives_the_same_page_whatever_its_order() -> None:
    turned = affair()
    articles = dict(reversed(turned.articles.items()))
    marks = dict(reversed(turned.marks.items()))
    assert report(Record(articles, marks, turned.groups, turned.rejected)) == SOURCE


def test_an_empty_record_and_an_article_without_anything() -> None:
    assert "No story" in report(Record())
    bare = Article("a-0", Input("-", "0" * 64), "")
    page = html.document_fromstring(
        report(Record({"a-0": bare}, {}, Groups(stories=(Story("s-0", "", ("a-0",)),))))
    )
    assert page.xpath("//article[@id='a-0']")
    assert "No statement found." in page.text_content()


def test_a_cite_that_no_longer_holds_is_not_told() -> None:
    record = affair()
    text = record.articles["a-gazette"].text.replace("Saturday", "Caturday")
    article = record.articles["a-gazette"]
    values = {name: getattr(article, name) for name in article.__dataclass_fields__}
    changed = record.articles | {"a-gazette": Article(**(values | {"text": text}))}
    page = html.document_fromstring(report(Record(changed, record.marks, record.groups)))
    assert not page.xpath("//*[@id='f-day']")
    assert page.xpath("//*[@id='f-word']")


def test_an_id_is_safe_in_html_and_css() -> None:
    assert anchor('9"><b>') == "x9___b_"
    assert anchor("f-3fa9") == "f-3fa9"


def test_what_an_event_answers_leads_to_it_and_to_the_words() -> None:
    (event,) = PAGE.xpath("//details[@id='e-cheese']")
    told = [" ".join(line.text_content().split()) for line in by_class("moment", event)]
    assert told == [
        "answers close (coerce): Ilva Doren → Piet Harrow as The Orrin Herald tells: “answered by”",
        "an answer as The Orrin Herald tells: “on Wednesday”",
    ]
    assert "#e-close" in event.xpath(".//p/a/@href")
