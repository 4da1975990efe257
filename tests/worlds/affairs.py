"""What happened in an invented affair, and the sentences that tell it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.worlds import vocabulary as words

MONTHS = tuple(calendar.month_name)[1:]
DAYS = tuple(calendar.day_name)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: who or what, what it did, what is counted, who speaks."""

    name: str
    subjects: tuple[str, ...]
    deeds: tuple[str, ...]
    counted: tuple[str, str]
    roles: tuple[str, str, str]


KINDS = (
    Kind(
        "grounding",
        ("A passenger ferry", "The evening ferry", "A crowded ferry"),
        ("ran aground off {place}", "struck a sandbank near {place}", "got stuck outside {place}"),
        ("passengers", "were taken ashore"),
        ("harbour master", "ferry captain", "union secretary"),
    ),
    Kind(
        "closure",
        ("The old road bridge", "A busy road bridge", "The only bridge"),
        ("was shut at {place}", "closed to traffic in {place}", "was sealed off in {place}"),
        ("lorries", "were turned back"),
        ("transport minister", "bridge engineer", "haulage director"),
    ),
    Kind(
        "blaze",
        ("A furniture factory", "A paint factory", "The largest factory"),
        ("burned down in {place}", "caught fire at {place}", "went up in flames in {place}"),
        ("workers", "were led to safety"),
        ("fire chief", "plant manager", "works council chair"),
    ),
    Kind(
        "leak",
        ("The reservoir dam", "An earth dam", "The upper dam"),
        ("began to leak above {place}", "sprang a leak near {place}", "cracked above {place}"),
        ("households", "were told to leave"),
        ("water commissioner", "dam inspector", "district mayor"),
    ),
    Kind(
        "strike",
        ("Teachers", "School staff", "The teachers of the district"),
        ("walked out in {place}", "went on strike in {place}", "downed chalk across {place}"),
        ("pupils", "were sent home"),
        ("education minister", "union leader", "head teacher"),
    ),
    Kind(
        "theft",
        ("Thieves", "A gang of thieves", "Burglars"),
        ("emptied the museum of {place}", "robbed a museum in {place}", "raided {place} museum"),
        ("coins", "were carried off"),
        ("police inspector", "museum director", "insurance assessor"),
    ),
    Kind(
        "derailment",
        ("A regional train", "A goods train", "The night train"),
        (
            "left the rails near {place}",
            "derailed outside {place}",
            "came off the track at {place}",
        ),
        ("travellers", "were put on buses"),
        ("railway director", "signals engineer", "rescue leader"),
    ),
    Kind(
        "pact",
        ("Two river states", "The river states", "Both river states"),
        (
            "signed a water pact in {place}",
            "agreed on water at {place}",
            "sealed a pact in {place}",
        ),
        ("delegates", "were present"),
        ("foreign minister", "chief negotiator", "river commissioner"),
    ),
    Kind(
        "recount",
        ("Election officials", "The election board", "Returning officers"),
        (
            "ordered a recount in {place}",
            "began a recount at {place}",
            "reopened the count of {place}",
        ),
        ("ballots", "were set aside"),
        ("board president", "opposition candidate", "district judge"),
    ),
    Kind(
        "outage",
        ("The county hospital", "A large hospital", "The biggest hospital"),
        ("lost power in {place}", "went dark at {place}", "was without power in {place}"),
        ("patients", "were moved elsewhere"),
        ("hospital director", "grid operator", "health commissioner"),
    ),
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words somebody said: two clauses; the first holds an adjective that a retelling changes."""

    id: str
    speaker: str
    role: str
    first: str
    adjective: str
    other_adjective: str
    second: str
    indirect: str


@dataclass(frozen=True, slots=True)
class Affair:
    """The truth of one affair: every article on it tells a choice of this."""

    id: str
    kind: Kind
    place: str
    day: date
    count: int
    cause: str
    cost: int
    step: str
    utterances: tuple[Utterance, ...]
    agency: str


def affair(
    random: Random, number: int, agency: str, day: date, like: Affair | None = None
) -> Affair:
    """A new affair; `like` another: of its kind and at its place, with other people and words."""
    kind = random.choice(KINDS) if like is None else like.kind
    place = words.place(random) if like is None else like.place
    noun, adjective = random.choice(words.NOUNS), random.choice(words.ADJECTIVES)
    utterances = tuple(_utterance(random, f"s{number}-{n}", kind.roles[n], place) for n in range(3))
    return Affair(
        id=f"a{number}",
        kind=kind,
        place=place,
        day=day,
        count=random.choice([n for n in range(113, 988) if n % 10]),
        cause=f"{adjective} {noun}",
        cost=random.randint(3, 89),
        step=words.filled("{base} the {adj} {n1}", **slot_words(random)),
        utterances=utterances,
        agency=agency,
    )


_FIRST = (
    ("We will {base} the {adj} {n1} before {season}", "the {n1} would be {verb} by {season}"),
    (
        "Nobody here should {adv} {base} a {adj} {n1} again",
        "such a {n1} must never {adv} be {verb}",
    ),
    ("I warned the owners about that {adj} {n1} {adv}", "the {n1} was {adv} known to its owners"),
    ("That {adj} {n1} was never {verb} as the law demands", "the {n1} had {adv} broken the law"),
    ("Our crews have {verb} every {adj} {n1} {adv}", "every {n1} had {adv} been seen to"),
    ("It takes a {adj} {n1} to {base} a place like this", "a {adj2} {n1} was {adv} what it took"),
)
_SECOND = (
    "we owe that {adv} to every family along the {n2}",
    "the {n2} cannot wait for another {n3}",
    "I expect the {n2} to be {verb} {adv}",
    "no {n2} in this valley can {base} it",
    "the {n3} is worth {adv} more to us than the {n2}",
)
_JOINTS = (", and ", ", but ", ", because ", ", so ")


def _utterance(random: Random, name: str, role: str, place: str) -> Utterance:
    adjective, other = random.sample(words.ADJECTIVES, 2)
    slots = slot_words(random)
    direct, indirect = random.choice(_FIRST)
    return Utterance(
        id=name,
        speaker=words.person(random),
        role=role,
        first=direct.format(**{**slots, "adj": "{adj}"}),
        adjective=adjective,
        other_adjective=other,
        second=random.choice(_JOINTS) + words.filled(random.choice(_SECOND), **slots),
        indirect=words.filled(indirect, **slots),
    )


def slot_words(random: Random) -> dict[str, str]:
    """One random word for each slot that sentences have."""
    n1, n2, n3 = (words.noun(random) for _ in range(3))
    adj, adj2 = random.sample(words.ADJECTIVES, 2)
    verb, verb2 = random.sample(words.VERBS, 2)
    return {
        "n1": n1,
        "n2": n2,
        "n3": n3,
        "adj": adj,
        "adj2": adj2,
        "verb": verb,
        "verb2": verb2,
        "adv": random.choice(words.ADVERBS),
        "adv2": random.choice(words.ADVERBS),
        "base": random.choice(words.BASES),
        "season": random.choice(words.SEASONS),
        "number": str(random.randint(12, 96)),
        "year": str(random.randint(1951, 2009)),
    }


def day_words(day: date, form: str) -> tuple[str, str]:
    """(words behind the preposition, EDTF) of a day told as `day`, `weekday` or `month`."""
    if form == "month":
        return f"{MONTHS[day.month - 1]} {day.year}", f"{day.year}-{day.month:02}"
    if form == "weekday":
        return DAYS[day.weekday()], day.isoformat()
    return f"{MONTHS[day.month - 1]} {day.day}", day.isoformat()


def later(day: date, random: Random) -> date:
    """About two years on, on another day of the year."""
    return day + timedelta(days=730 + random.choice((-9, -6, 5, 8, 11)))
