"""The sentences of an affair, each in several wordings, no two alike over 8 words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from tests.worlds import vocabulary as words
from tests.worlds.affairs import Affair, Utterance, day_words, slot_words
from tests.worlds.pages import (
    DatePlant,
    Fresh,
    NumberPlant,
    Paragraph,
    Piece,
    Plant,
    QuotePlant,
    Sentence,
    plain,
)
from tests.worlds.truth import QuoteForm

_TRIES = 30
_SAYING = ("said", "declared", "explained", "stated", "added")

_BACKGROUND = (
    "The {adj} {n1} beside the {n2} was {verb} {adv} after a {adj2} {n3} had been {verb2}.",
    "Neighbours {verb} a {adj} {n1} while the {n2} was {verb2} behind the {adj2} {n3}.",
    "A {adj} {n1} that was {verb} in {year} still stands {adv} near the {adj2} {n2}.",
    "Some {number} people {verb} the {adj} {n1} and {verb2} its {n2} {adv} by {season}.",
    "Before {season}, the {adj} {n1} was {verb} twice and its {adj2} {n2} {verb2}.",
    "The {n1} was {verb} {adv} in {year}, when a {adj} {n2} and a {adj2} {n3} were {verb2}.",
    "Volunteers {verb} one {adj} {n1} and {verb2} the {n2} of a {adj2} {n3}.",
    "Since {year} the {adj} {n1} has been {verb}, its {adj2} {n2} {adv} {verb2}.",
    "Beyond the {adj} {n1}, a {n2} was {verb} and the {adj2} {n3} {verb2} {adv}.",
    "No {adj} {n1} was {verb} there, and only a {adj2} {n2} was {verb2} before {season}.",
)
_CAUSE = (
    "Inspectors blamed a {cause}, which had {adv} been {verb} beside the {adj} {n1}.",
    "The trouble {adv} began with a {cause} that nobody {verb} after the {adj} {n1} was {verb2}.",
    "Early findings {adv} point to a {cause} under the {adj} {n1}, {verb} in {year}.",
    "It was a {cause}, the inquiry found, that the {adj} {n1} had {adv} {verb}.",
    "A {cause} {adv} gave way near the {n1}, said people who {verb} the {adj} {n2}.",
    "Nobody had {verb} the {cause} that {adv} started it, beyond the {adj} {n1}.",
)
_COST = (
    "Mending the {n1} may cost {cost} million crowns, {adv} more than the {adj} {n2}.",
    "Insurers put the {adj} {n2} damage at {cost} million crowns once the {n1} is {verb}.",
    "The {adj2} bill, {cost} million crowns, {verb} {adv}, is for the {adj} {n1} fund.",
    "Some {cost} million crowns, {verb} {adv}, are meant for the {adj} {n1} and the {n2}.",
    "For the {adj} {n1} the {adj2} town {adv} reckons, {verb}, with {cost} million crowns.",
    "At {cost} million crowns, {verb} {adv}, the {adj} {n1} outdoes any {adj2} {n2}.",
)
_STEP = (
    "The town {adv} wants to {step}, {adv2}, and a {adj} {n1} will be {verb}.",
    "Next, crews are {adv} to {step}, {verb2} while the {adj} {n1} is being {verb}.",
    "A {adj2} plan to {step} {adv} was {verb} by the {adj} {n1} committee.",
    "Come {season}, {verb2} people {adv} hope to {step}, the {adj} {n1} being {verb} first.",
    "Plans, {verb2} {adv}, are to {step}, {verb} by the {adj} {n1}.",
    "What {adv} remains is to {step}, {adv2}, say those who {verb} the {adj} {n1}.",
)
# A varied word stands between who, what and when, which are the same in all articles.
_LEAD = (
    "{subject}, {verb} in {year}, {deed} {adv} on {day}, beside a {adj} {n1}.",
    "{subject}, {verb2} {adv}, {deed} as the {adj} {n1} was being {verb} on {day}.",
    "On {day}, beside a {adj} {n1}, {subject0}, {verb2} {adv}, {deed}.",
    "{subject}, {verb2} {adv}, {deed} while a {adj} {n1} was {verb} on {day}.",
    "It was on {day}, near the {adj} {n1}, that {subject0}, {verb2} {adv}, {deed}.",
    "Behind a {adj} {n1}, {subject0}, {verb2} {adv}, {deed}, {verb} on {day} by the {n2}.",
)
_COUNT = (
    "{number} {counted}, {verb2} {adv2}, {state}, {verb} past the {adj} {n1}.",
    "In all, {verb} by {season}, {number} {counted}, {verb2} {adv2}, {state} past a {n1}.",
    "Records {verb} {adv} show that {number} {counted}, {verb2} {adv2}, {state} by the {n1}.",
    "By {season}, {number} {counted}, {verb2} {adv2}, {state}, {verb} beside the {adj} {n1}.",
    "The {adj} {n1} log says {number} {counted}, {verb2} {adv2}, {state} as a {n2} was {verb}.",
    "Near the {adj} {n1}, {number} {counted}, {verb2} {adv2}, {state}, all {verb} by {season}.",
)


class Teller:
    """Writes one affair's sentences, none like another unless copied."""

    def __init__(self, random: Random, affair: Affair, fresh: Fresh) -> None:
        self.random = random
        self.affair = affair
        self._fresh = fresh
        self._turns: dict[tuple[str, ...], list[str]] = {}

    def background(self, count: int) -> Paragraph:
        """`count` sentences that tell nothing of the affair."""
        return tuple(self._new(_BACKGROUND, self._background) for _ in range(count))

    def fact(self, name: str) -> Sentence:
        """The fact `cause`, `cost` or `step` in one of its wordings."""
        affair = self.affair
        forms = {"cause": _CAUSE, "cost": _COST, "step": _STEP}[name]

        def make(form: str) -> Sentence:
            slots = slot_words(self.random) | {"cause": affair.cause, "cost": str(affair.cost)}
            text = words.filled(form, **slots, step=affair.step)
            return plain(text, f"{affair.id}-{name}")

        return self._new(forms, make)

    def lead(self, day_form: str = "day", off: int = 0) -> Sentence:
        """What happened and when: the day as `day`, `weekday` or `month`, `off` days wrong."""
        affair = self.affair
        told, value = day_words(affair.day + timedelta(days=off), day_form)
        true = affair.day.isoformat()
        plant = DatePlant(f"{affair.id}-day", value, true)

        def make(form: str) -> Sentence:
            subject = self.random.choice(affair.kind.subjects)
            deed = self.random.choice(affair.kind.deeds).format(place=affair.place)
            slots = slot_words(self.random) | {"subject": subject, "deed": deed}
            slots |= {"subject0": subject[0].lower() + subject[1:], "day": "\x00"}
            text = words.filled(form, **slots)
            if day_form == "month":
                text = text.replace("on \x00", "in \x00").replace("On \x00", "In \x00")
            return _planted(text, told, plant, f"{affair.id}-what")

        return self._new(_LEAD, make)

    def count(self, about: bool = False, wrong: int = 0) -> Sentence:
        """How many: exact, rounded to hundreds (`about`), or `wrong` by so many."""
        affair = self.affair
        value = affair.count + wrong
        if about:
            value = max(100, round(value, -2))
        counted, state = affair.kind.counted
        plant = NumberPlant(f"{affair.id}-count", value, about, affair.count)
        told = f"about {value}" if about else str(value)

        def make(form: str) -> Sentence:
            slots = slot_words(self.random) | {"counted": counted, "state": state, "number": "\x00"}
            text = words.filled(form, **slots)
            sentence = _planted(text, told, plant, f"{affair.id}-count")
            first = sentence.pieces[0]
            if about and first.text.startswith("about"):
                capital = Piece("A" + first.text[1:], first.plant)
                return Sentence((capital, *sentence.pieces[1:]), sentence.facts)
            return sentence

        return self._new(_COUNT, make)

    def quote(self, utterance: Utterance, form: QuoteForm, other: Utterance) -> Sentence:
        """The utterance in one of the forms of `truth.QuoteForm`; `other` is the wrong speaker."""
        return quoted(self.random, utterance, form, other)

    def title(self) -> str:
        affair = self.affair
        subject = self.random.choice(affair.kind.subjects)
        deed = self.random.choice(affair.kind.deeds).format(place=affair.place)
        extra = self.random.choice(("", f", {affair.cause} blamed", f": {affair.count} affected"))
        return f"{subject} {deed}{extra}"

    def _background(self, form: str) -> Sentence:
        return plain(words.filled(form, **slot_words(self.random)))

    def _new(self, forms: tuple[str, ...], make: Callable[[str], Sentence]) -> Sentence:
        """Another of the wordings each time, as long as one gives a sentence unlike all before."""
        turns = self._turns.setdefault(forms, [])
        for _ in range(2 * len(forms)):
            if not turns:
                turns.extend(self.random.sample(forms, len(forms)))
            form = turns.pop()
            for _ in range(_TRIES):
                sentence = make(form)
                if self._fresh.take(sentence.text):
                    return sentence
        raise AssertionError(
            f"the grammar is too small: {sentence.text!r} and the like are used up"
        )


def _planted(text: str, told: str, plant: Plant, fact: str) -> Sentence:
    before, behind = text.split("\x00")
    pieces = (Piece(before), Piece(told, plant), Piece(behind))
    return Sentence(tuple(piece for piece in pieces if piece.text), (fact,))


def quoted(random: Random, utterance: Utterance, form: QuoteForm, other: Utterance) -> Sentence:
    """A sentence with the utterance, its marks and who said it."""
    speaker = other if form == "misattributed" else utterance
    adjective = utterance.other_adjective if form == "changed" else utterance.adjective
    first = words.filled(utterance.first, adj=adjective)
    plant = QuotePlant(utterance.id, form, speaker.speaker, utterance.speaker)
    name = f"{speaker.speaker}, the {speaker.role},"
    if form == "paraphrased":
        return Sentence(
            (
                Piece(f"{name} {random.choice(_SAYING)} that "),
                Piece(utterance.indirect, plant),
                Piece("."),
            )
        )
    if form == "split":
        joint, rest = utterance.second[:2], utterance.second[2:]
        return Sentence(
            (
                Piece("“"),
                Piece(first, plant),
                Piece(f",” said {name} “"),
                Piece(joint.strip(" ,") + rest, plant),
                Piece(".”"),
            )
        )
    content = first if form == "trimmed" else first + utterance.second
    if random.random() < 0.5:
        return Sentence((Piece(f"{name} said: “"), Piece(content, plant), Piece(".”")))
    tail = random.choice((f",” said {name[:-1]}.", f",” {name} told reporters."))
    return Sentence((Piece("“"), Piece(content, plant), Piece(tail)))
