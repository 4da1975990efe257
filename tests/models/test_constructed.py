"""Constructed sentences: their marks stand where they say, with labels that the heads know."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from models.en.constructed.certainty import certainty_sentence
from models.en.constructed.events import by_root, event
from models.en.constructed.fill import Marked, marked
from models.en.constructed.quantities import quantity_sentence
from models.en.constructed.times import time_sentence

from tellings.annotate.en.certainty import CLASSES
from tellings.annotate.en.events import ROOTS
from tellings.annotate.en.times import TYPES

MAKERS: list[tuple[Callable[[random.Random], Marked], set[str]]] = [
    (certainty_sentence, {*CLASSES, "none"}),
    (quantity_sentence, {"QUANTITY"}),
    (time_sentence, set(TYPES)),
    (lambda rng: event(rng, rng.choice(ROOTS)), {*ROOTS, "source", "target"}),
]


@pytest.mark.parametrize(("make", "labels"), MAKERS)
def test_marks_lie_in_the_text_apart_and_with_known_labels(
    make: Callable[[random.Random], Marked], labels: set[str]
) -> None:
    rng = random.Random(5)
    for _ in range(400):
        made = make(rng)
        end = 0
        for start, stop, label in made.marks:
            assert end <= start < stop <= len(made.text)
            assert made.text[start:stop] == made.text[start:stop].strip()
            assert label in labels
            end = stop
        assert not set("*{}[]<>") & set(made.text), made.text


@pytest.mark.parametrize(("make", "_labels"), MAKERS)
def test_one_seed_makes_one_sentence(
    make: Callable[[random.Random], Marked], _labels: set[str]
) -> None:
    assert [make(random.Random(3)) for _ in range(2)] == [make(random.Random(3))] * 2


def test_every_root_has_frames_and_its_own_trigger() -> None:
    assert set(by_root()) == set(ROOTS)
    made = event(random.Random(1), "SANCTION")
    assert "SANCTION" in {label for _, _, label in made.marks}


def test_a_mark_may_carry_its_own_label() -> None:
    made = marked("The *crew*<source> *fled* home.", "RETREAT")
    assert made == Marked("The crew fled home.", ((4, 8, "source"), (9, 13, "RETREAT")))
