"""Text of others made safe to look at: what would steer a terminal or reorder a line is shown.

Article text is hostile. Escaping for HTML or for rich is not enough: an escape sequence repaints a
terminal, and a bidirectional override shows words in another order than they are stored in.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# C0 and C1 controls but tab, line feed and carriage return; the bidirectional embeddings, overrides
# and isolates (UAX 9); interlinear annotation; tag characters, which hide text; lone surrogates.
# Marks of direction (U+200E, U+200F) and joiners stay: Arabic, Hebrew and Persian need them.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def visible(text: str) -> str:
    """`text` with each steering character written out, as in `⟨U+202E⟩`; all else unchanged."""
    return _STEERING.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def flat(text: str) -> str:
    """`visible(text)` on one line: each run of white space becomes one space, none at the ends."""
    return " ".join(visible(text).split())


def web_link(url: str | None) -> str | None:
    """`url` where it is a plain http or https address without steering characters, else None."""
    if not url or _STEERING.search(url) or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
