"""A party while it is being put together: what is known so far of one actor in one article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tellings.annotate.names import NameMention
from tellings.annotate.role_phrases import RolePhrase
from tellings.model import Party, Role, Span, digest
from tellings.model.marks import NameKind
from tellings.words.geography import country_name, country_of, place_country
from tellings.words.people import gender_of_first_name, gender_of_word, role_code

_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})


@dataclass(slots=True)
class Draft:
    """All that refers to one party so far.

    `heads` are the last tokens of its mentions, `places` the tokens `[first, last)` of its names;
    `acts` is true once it does something or has something done to it, `bare` as long as a role word
    without an article ("Baker held") is all that tells of it.
    """

    kind: NameKind
    forms: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    roles: list[RolePhrase] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    seat: bool = False
    named: bool = True
    plural: bool = False
    acts: bool = False
    bare: bool = False
    places: list[tuple[int, int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    why: list[str] = field(default_factory=list)

    def add(self, mention: NameMention) -> None:
        """Take a name in as one more mention."""
        if mention.form not in self.forms:
            self.forms.append(mention.form)
        self.counts[mention.form] += 1
        self.spans.append(mention.span)
        self.heads.append(mention.last - 1)
        self.places.append((mention.first, mention.last))
        if self.country is None and self.kind != "person":
            self.country = mention.country or self._country(mention.form)
        self.seat = self.seat or mention.how == "seat"
        if self.kind == "person" and self.gender is None:
            self.gender = (gender_of_word(mention.title) if mention.title else None) or (
                gender_of_first_name(mention.words[0]) if len(mention.words) > 1 else None
            )

    def _country(self, form: str) -> str | None:
        """Where a place lies; whose state a body of state is, where its name begins with that."""
        if self.kind == "place":
            return place_country(form)
        words = form.split()
        if self.kind != "organisation" or role_code(form, "body") not in _STATE:
            return None
        for size in (3, 2, 1):
            known = country_of(" ".join(words[:size])) if len(words) > size else None
            if known is not None and known.how in {"country", "demonym"}:
                return known.country
        return None

    def refer(self, span: Span, head: int, why: str) -> None:
        """Take in a nominal or a pronoun that refers to this party."""
        self.spans.append(span)
        self.heads.append(head)
        if why not in self.why:
            self.why.append(why)

    def tell(self, role: RolePhrase) -> None:
        """Take in a role that the text tells of it."""
        self.roles.append(role)
        self.country = self.country or role.country
        self.gender = self.gender or role.gender

    @property
    def name(self) -> str:
        """The fullest form; the earliest of equally long ones. A country's own English name.

        Of a person's the full name that is used most: a longer one used once may hold a word of the
        headline that it stands in.
        """
        if self.kind == "country" and self.country:
            return country_name(self.country)
        full = [form for form in self.forms if len(form.split()) > 1]
        if self.kind == "person" and full:
            return max(full, key=lambda form: (self.counts[form], len(form.split()), len(form)))
        return max(self.forms, key=lambda form: (len(form.split()), len(form)), default="")

    @property
    def code(self) -> str | None:
        """CAMEO actor code: country, role, or both; None where the text tells neither."""
        if self.kind == "country":
            return self.country
        role = None
        current = [one for one in self.roles if not one.former]
        if self.kind == "person":
            role = next((c for c in map(_code, current) if c), None)
            if (role is None and self.roles and not current) or (role == "CVL" and self._once):
                role = "ELI"  # CAMEO: former officials and other elites
        elif self.kind == "organisation":
            role = "GOV" if self.seat else role_code(self.name, "body")
        if self.country and (role is None or role in _STATE or self.kind == "person"):
            return self.country + (role or "")
        return role

    @property
    def _once(self) -> bool:
        """Whether it is told to have held an office of state."""
        return any(one.former and _code(one) in _STATE for one in self.roles)

    def party(self, article: str) -> Party:
        """The finished value. Its id comes from the place of its first mention."""
        spans = tuple(sorted(set(self.spans)))
        roles = tuple(
            sorted(
                {Role(role.title, role.of, role.span) for role in self.roles if role.title},
                key=lambda role: role.span,
            )
        )
        names = tuple(sorted(set(self.forms), key=lambda form: (-len(form), form)))
        return Party(
            digest("p", article, self.kind, self.name, spans[0].start),
            self.kind,
            self.name,
            names,
            spans,
            roles,
            self.country,
            self.code,
            self.gender,
            "; ".join(self.why),
            self.plural,
        )


def _code(role: RolePhrase) -> str | None:
    """The CAMEO code of one role; a leader of a country is of its government."""
    leads = role.country is not None and role.lemma == "leader"
    told = role_code(role.title, country=role.country is not None)
    return told or ("GOV" if leads else None)
