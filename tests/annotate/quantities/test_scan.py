"""Numbers, units and bounds as they are written; what is none. All sentences are invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.quantities.scan import find


def found(text: str) -> list[tuple[str, str, str | None, str]]:
    """Words, value or range, unit and bound of each number."""
    out: list[tuple[str, str, str | None, str]] = []
    for one in find(text):
        ends = dict.fromkeys(f"{end.normalize():f}" for end in (one.low, one.high))
        out.append((one.span.of(text), "–".join(ends), one.unit, one.modifier))
    return out


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It sold 1,250 lamps.", "1,250", "1250", None),
        ("It sold twenty-one lamps.", "twenty-one", "21", None),
        ("It sold a hundred and five thousand.", "a hundred and five thousand", "105000", None),
        ("It sold 2.4 million lamps.", "2.4 million", "2400000", None),
        ("It sold 2.4m lamps.", "2.4m", "2400000", None),
        ("It sold a dozen lamps.", "a dozen", "12", None),
        ("It sold a half-dozen lamps.", "a half-dozen", "6", None),
        ("It sold half a million lamps.", "half a million", "500000", None),
        ("It sold 12 lakh lamps.", "12 lakh", "1200000", None),
        ("It sold dozens of lamps.", "dozens", "24–99", None),
        ("It sold scores of lamps.", "scores", "40–99", None),
        ("It can reach as far as 12 miles.", "12 miles", "12", "mile"),
        ("A 5.6 magnitude earthquake came.", "5.6 magnitude", "5.6", "magnitude"),
        ("A magnitude-5.6 earthquake came.", "5.6", "5.6", "magnitude"),
        ("It had a magnitude of 5.6.", "5.6", "5.6", "magnitude"),
        ("It was 5.6 on the Richter scale.", "5.6 on the Richter scale", "5.6", "magnitude"),
        ("It cost $2. 6 million.", "$2. 6 million", "2600000", "USD"),
        ("A 5. 6 magnitude earthquake came.", "5. 6 magnitude", "5.6", "magnitude"),
        ("It sold tens of thousands of lamps.", "tens of thousands", "20000–99999", None),
        ("It sold several hundred lamps.", "several hundred", "200–999", None),
        ("It sold several lamps.", "several", "3–9", None),
        ("It took several years.", "several years", "3–9", "year"),
        ("It sold 3-5 lamps.", "3-5", "3–5", None),
        ("It sold 5-6,000 lamps.", "5-6,000", "5000–6000", None),
        ("It sold 100-6,000 lamps.", "100-6,000", "100–6000", None),
        ("It sold between three and five lamps.", "three and five", "3–5", None),
        ("It sold 12,34,567 lamps.", "12,34,567", "1234567", None),
        ("It cost 2,50,000 rupees.", "2,50,000 rupees", "250000", "rupee"),
        ("Add ½ teaspoon of salt.", "½ teaspoon", "0.5", "teaspoon"),
        ("It sold ½ of the lamps.", "½", "0.5", "share"),
        ("It holds 120 μg.", "120 μg", "120", "microgram"),
        ("It sold two or three lamps.", "two or three", "2–3", None),
        ("It sold 3-5 million lamps.", "3-5 million", "3000000–5000000", None),
        ("It sold two-thirds of the lamps.", "two-thirds", "0.6667", "share"),
        ("It cost $1.6bn.", "$1.6bn", "1600000000", "USD"),
        ("It cost C$5.", "C$5", "5", "CAD"),
        ("It cost a $5 billion bond.", "$5 billion", "5000000000", "USD"),
        ("It cost £3m.", "£3m", "3000000", "GBP"),
        ("It cost 400 Swiss francs.", "400 Swiss francs", "400", "CHF"),
        ("It cost 400 francs.", "400 francs", "400", "franc"),
        ("It cost USD 30.", "USD 30", "30", "USD"),
        ("It cost 15 €.", "15 €", "15", "EUR"),
        ("It cost $3 million to $5 million.", "$3 million to $5 million", "3000000–5000000", "USD"),
        ("It cost two dollars and forty cents.", "two dollars and forty cents", "2.4", "USD"),
        ("It cost $70-a-share.", "$70-a-share", "70", "USD per share"),
        ("It fell 4.5 per cent.", "4.5 per cent", "4.5", "percent"),
        ("It fell 3 percentage points.", "3 percentage points", "3", "percentage point"),
        ("It ran six-mile laps.", "six-mile", "6", "mile"),
        ("It ran 60km.", "60km", "60", "kilometre"),
        ("It ran 188 miles an hour.", "188 miles an hour", "188", "mile per hour"),
        ("It made 500 barrels of oil a day.", "500 barrels of oil a day", "500", "barrel per day"),
        ("It covers 30 square miles.", "30 square miles", "30", "square mile"),
        ("It covers 190 km2.", "190 km2", "190", "square kilometre"),
        ("It weighs 5 million pounds of ice.", "5 million pounds", "5000000", "pound"),
        ("It was fined 200 pounds.", "200 pounds", "200", "GBP"),
        ("It was 98.6 degrees F inside.", "98.6 degrees F", "98.6", "fahrenheit"),
        ("It was -5 degrees.", "-5 degrees", "-5", "degree"),
        ("It took two and a half years.", "two and a half years", "2.5", "year"),
        ("It took 10 1/2 hours.", "10 1/2 hours", "10.5", "hour"),
        ("A lamp of 28 years of age fell.", "28 years of age", "28", "year of age"),
        ("The 28-year-old lamp fell.", "28-year-old", "28", "year of age"),
        ("Girls aged 12 to 17 came.", "12 to 17", "12–17", "year of age"),
        ("Ida Moor, 46, came.", "46", "46", "year of age"),
    ],
)  # fmt: skip
def test_value_and_unit(text: str, words: str, value: str, unit: str | None) -> None:
    assert (words, value, unit) in [one[:3] for one in found(text)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It sold 40 lamps.", "exact"),
        ("It sold at least 40 lamps.", "at-least"),
        ("It sold no fewer than 40 lamps.", "at-least"),
        ("It sold 40 or more lamps.", "at-least"),
        ("It sold more than 40 lamps.", "more-than"),
        ("It sold over 40 lamps.", "more-than"),
        ("It sold up to 40 lamps.", "at-most"),
        ("It sold no more than 40 lamps.", "at-most"),
        ("It sold as many as 40 lamps.", "at-most"),
        ("It sold fewer than 40 lamps.", "less-than"),
        ("It sold nearly 40 lamps.", "about"),
        ("It sold some 40 lamps.", "about"),
        ("It sold an estimated 40 lamps.", "about"),
        ("It sold 40 lamps about then.", "exact"),
        ("It sold 40-odd lamps.", "about"),
        ("It cost about $40.", "about"),
        ("It cost well over a million dollars.", "more-than"),
        ("The count went up to 40 by dusk.", "exact"),
        ("It served under two mayors.", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    assert [one[3] for one in found(text)] == [bound]


@pytest.mark.parametrize(
    "text",
    [
        "The home side won 3-2.",
        "They lost 1-4 and drew 2-2.",
        "The vote was 48 to 52.",
        "The 2012-13 season ended.",
        "It opened in 1987.",
        "The 2016 elections were held.",
        "Call 202-555-0100 or 555-0100.",
        "Call 0207 555 0100.",
        "She lives at 12 Mill Lane.",
        "She lives at 1426 N. Grant Street.",
        "The 12th lamp of the 1990s fell.",
        "The F-16 passed the MH17.",
        "It uses 5G and 3D.",
        "Version 5.50 came out; update 2.1.3 follows.",
        "No. 1 is in Room 7.",
        "1. Lamps\n2. Ropes",
        "It is open 24/7, as on 9/11.",
        "It began at 8:30.",
        "Agent 007 came on Sept. 30.",
        "No one came, and the one who did left.",
        "Then one thing led to another.",
        "In the second half of the match it rained.",
        "Photo 7 of 41",
        "He stood 5'2 tall.",
        "They met at the Seven Lakes Inn in the Six Day War.",
        "See www.lamps.example/12 for more.",
        "The scores were low.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert found(text) == []


def test_a_figure_with_a_space_behind_its_comma_is_one_that_nobody_can_tell() -> None:
    assert found("It hurt around 1, 400.") == []
    assert found("On March 5, 400 fled.")[-1] == ("400", "400", None, "exact")


def test_letters_that_hang_on_a_figure_make_it_a_name() -> None:
    assert found("It shows up to 4K.") == []
    assert found("It brought us up to 83%.") == [("83%", "83", "percent", "exact")]


def test_a_year_that_is_bounded_is_a_count() -> None:
    assert found("Some 2000 people fled.") == [("2000", "2000", None, "about")]


def test_numbers_stand_in_order_and_do_not_overlap() -> None:
    text = (
        "It sold 3-5 million lamps for $2 to $4 each, 40 percent more than 7 of the 12 shops. " * 4
    )
    spans = [one.span for one in find(text)]
    assert len(spans) == 20
    assert all(a.end <= b.start for a, b in pairwise(spans))


_PIECES = st.sampled_from("7|1,250|2.5|.|,|-|/|$|%|half|a|dozen|of|to|and|two|hundred".split("|"))  # noqa: SIM905
_WORDS = st.sampled_from("between|million|third|12th|km|m|£|USD|1/2|½|(|)|'|per|year".split("|"))  # noqa: SIM905


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES | _WORDS, max_size=24).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for one in find(text):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.low <= one.high
        end = one.span.end
