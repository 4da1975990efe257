"""Posts that a page shows whole. All are invented."""

from __future__ import annotations

from tellings.text.posts import posts


def told(text: str) -> list[str]:
    return [span.of(text) for span in posts(text)]


def test_a_signed_post_is_its_line_without_links_and_signature() -> None:
    text = (
        "The council wrote at noon.\n"
        "The quay stays shut until dawn. https://t.co/Ab1pic.twitter.com/Xy2 — Mudle Council"
        " (@mudlecouncil) May 3, 2017\nNobody was hurt.\n"
        "Our new ferry! A post shared by Mudle Ferries (@mudle.ferries) on May 4, 2017 at 6:00pm\n"
    )
    assert told(text) == ["The quay stays shut until dawn.", "Our new ferry!"]


def test_a_dash_and_a_name_sign_no_post() -> None:
    assert not told("The quay stays shut — Ana Reyl, who runs it, said so in May 2017.")
    assert not told("Follow Ana Reyl (@anareyl) for more.")
