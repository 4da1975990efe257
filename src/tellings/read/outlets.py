"""Who publishes: by a known domain, by what a file says, or by what the text says of itself."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from tellings.model import Outlet
from tellings.read.blocks import Block
from tellings.read.lexicons import lexicon

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,24}"
_DOMAIN = re.compile(_HOST, re.IGNORECASE)
_ADDRESS = re.compile(rf"(?:https?://)?(?:[\w.+-]+@)?({_HOST})(?:/\S*)?/?\.?", re.IGNORECASE)
_FRONT = re.compile(r"(?:www\d?|m|mobile|amp|edition|rss|feeds)\.(?=[^.]+\.)")
# A name before "website can be accessed", behind "Discover more from", in a copyright line.
_SELF = (
    re.compile(r"(?P<name>[^.:]{2,50})'s web ?site can (?:also )?be (?:accessed|reached|found)"),
    re.compile(r"Discover more from (?P<name>[^.:]{2,50})"),
    re.compile(
        r"(?:Copyright|©|\(c\))[©\s]*(?:\(c\) ?)?(?:\d{4}(?:[-–]\d{4})?,? )(?:by )?"
        r"(?P<name>[A-Z][\w&'-]*(?: [\w&'-]+){0,5}?)(?:,? Inc\.?| Ltd\.?| LLC)?"
        r"\. All rights reserved",
    ),
)
_HOUSE = re.compile(
    r"Sources?: (?P<name>[^,/&]{2,40}?)(?:,| and| &|,? with) (?:news )?agencies\.?", re.IGNORECASE
)
# A file or folder counts as named after a domain only with one of these endings: `draft.final`
# has the shape of a domain too.
_ENDINGS = re.compile(
    "com|org|net|info|news|tv|eu|ie|uk|ca|de|fr|it|es|pl|ua|ru|in|au|nz|za|jp|tr|cn"
)


@cache
def _known() -> tuple[dict[str, Outlet], dict[str, Outlet], dict[str, str]]:
    """Outlets by domain and by lower-case name, and owners by name."""
    by_domain: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    owners: dict[str, str] = {}
    for entry in lexicon("outlets")["outlet"]:
        outlet = Outlet(entry["name"], entry["domains"][0])
        by_name[_key(entry["name"])] = outlet
        by_domain.update((domain, outlet) for domain in entry["domains"])
        if "owner" in entry:
            owners[entry["name"]] = entry["owner"]
    return by_domain, by_name, owners


def owners() -> dict[str, str]:
    """Owner by outlet's name, for the outlets of which more than one has that owner."""
    return dict(_known()[2])


def by_domain(host: str) -> Outlet | None:
    """The outlet at `host`; a subdomain of a known outlet counts as that outlet."""
    host = _FRONT.sub("", host.strip().strip(".").lower())
    if not _DOMAIN.fullmatch(host):
        return None
    labels = host.split(".")
    for cut in range(len(labels) - 1):
        known = _known()[0].get(".".join(labels[cut:]))
        if known:
            return known
    return Outlet(None, host)


def by_name(name: str) -> Outlet | None:
    """The known outlet of that name (`The` aside), or None."""
    return _known()[1].get(_key(name))


def by_url(url: str | None) -> Outlet | None:
    """The outlet of a web address, None where it has no host."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return by_domain(host) if host and not _shared(host) else None


def named(publisher: str, *addresses: str | None) -> Outlet | None:
    """The outlet that a file's own field names, completed from `addresses` (domains, URLs)."""
    publisher = publisher.strip()
    here = next((outlet for outlet in map(by_url, addresses) if outlet), None)
    if not publisher:
        return here
    if "//" in publisher or _DOMAIN.fullmatch(publisher):
        return by_url(publisher) or here
    known = by_name(publisher)
    if known:
        return known
    return Outlet(publisher, here.domain if here else None)


def from_path(path: str) -> Outlet | None:
    """The outlet whose domain the file or its nearest folder is named after, else None."""
    parts = [part for part in path.replace("\\", "/").split("/") if part]
    if not parts:
        return None
    stem = re.sub(r"\.(?:txt|text|md|html?|xhtml|jsonl?|ndjson)$", "", parts[-1], flags=re.I)
    for part in [stem, *reversed(parts[:-1])]:
        host = _FRONT.sub("", part.lower())
        name, _, ending = host.rpartition(".")
        ended = _ENDINGS.fullmatch(ending) and len(name.split(".")[0]) > 2
        if _DOMAIN.fullmatch(host) and ended:
            return by_domain(host)
    return None


def from_text(furniture: list[Block]) -> Outlet | None:
    """What the lines around an article say of its outlet; None where two of them disagree."""
    names = [name for block in furniture if (name := _self_name(block.plain))]
    hosts = {host for block in furniture if (host := _self_host(block.plain))}
    found = {by_domain(host) for host in hosts}
    for name in names:
        known = by_name(name)
        if known:
            found.add(known)
        elif not any(outlet and _fits(name, outlet.domain) for outlet in found):
            found.add(Outlet(name, None))
    found.discard(None)
    if len(found) != 1:
        return None
    only = next(iter(found))
    if only and not only.name:
        only = Outlet(next((name for name in names if _fits(name, only.domain)), None), only.domain)
    return only


def address(line: str) -> str | None:
    """The host of a line that is nothing but a web or mail address, else None."""
    match = _ADDRESS.fullmatch(line.strip().strip("()[]<>"))
    return match[1].lower() if match else None


def _self_host(line: str) -> str | None:
    host = address(line)
    return None if host is None or _shared(host) else _FRONT.sub("", host)


def _self_name(line: str) -> str | None:
    for pattern in _SELF:
        match = pattern.search(line)
        if match and not _is_agency(match["name"].strip()):
            return match["name"].strip()
    house = _HOUSE.fullmatch(line)
    known = by_name(house["name"]) if house and not _is_agency(house["name"]) else None
    return known.name if known else None


def _is_agency(name: str) -> bool:
    """An agency in a copyright line tells whose words these are, not who printed them."""
    forms = {form for entry in lexicon("agencies")["agency"] for form in entry["forms"]}
    return name in forms


def _shared(host: str) -> bool:
    shared = lexicon("furniture")["addresses"]["shared"]
    host = host.lower()
    return any(host == name or host.endswith(f".{name}") for name in shared)


def _fits(name: str, domain: str | None) -> bool:
    """Whether a domain's own label spells the name: `EXAMPLE TV` fits `exampletv.net`."""
    label = re.sub(r"[^a-z0-9]", "", (domain or "").split(".")[0])
    return bool(label) and re.sub(r"[^a-z0-9]", "", name.lower()) == label


def _key(name: str) -> str:
    return re.sub(r"^the ", "", " ".join(name.lower().split()))
