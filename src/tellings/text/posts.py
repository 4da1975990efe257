"""Posts that a page shows whole: their words stand on the page without quotation marks.

Known by how the networks sign them, the name with its handle: "… — Name (@handle) May 3, 2017" and
"… A post shared by Name (@handle) on May 3, 2017". What stands before it on its line is the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.model import Span

_SIGNED = re.compile(
    r"^(?P<post>[^\n]*?\S)\s*(?:[—–]|--)\s?[^—–\n]{1,60}?\(@\w{1,40}\)\s*\w+ \w+,? \d{4}"
    r"|^(?P<caption>[^\n]*?\S)\s*A post shared by [^\n]{1,60}?\(@[\w.]{1,40}\) on ",
    re.MULTILINE,
)
# Links and pictures at its end are no words of it.
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+$")


def posts(text: str) -> Iterator[Span]:
    """The words of each post, without its signature, links and pictures, in order."""
    for found in _SIGNED.finditer(text):
        name = "post" if found.group("post") else "caption"
        told = _LINKS.sub("", found.group(name)).rstrip()
        start = found.start(name)
        if told.strip():
            yield Span(start, start + len(told))
