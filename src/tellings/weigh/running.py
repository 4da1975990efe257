"""Whether a sentence goes on with a quotation that began before it: it is somebody's words then.

Of six false certainties on stories that nobody had judged three were such sentences.
"""

from __future__ import annotations

import re

from tellings.model import Span
from tellings.weigh.scene import Scene

_CLOSED, _OPENED = re.compile(r"[.,!?]['’]\s*$"), re.compile(r"(?:^|[\s(])['‘]\w")
# A quotation in single marks begins with its sentence, and ends behind a stop or a comma.
_SINGLE, _ENDED = re.compile(r"\s*['‘]\w"), re.compile(r"[.,!?]['’]")


def is_running(scene: Scene, article: str, at: Span) -> bool:
    """`runs_on` for the sentence at `at` and the one before it in its paragraph."""
    text, sentence = scene.articles[article].text, scene.sentence(article, at)
    end = len(text[: sentence.start].rstrip())
    alone = not end or "\n\n" in text[end : sentence.start]
    before = "" if alone else scene.sentence(article, Span(end - 1, end)).of(text)
    return runs_on(before, sentence.of(text))


def runs_on(before: str, sentence: str) -> bool:
    """Whether the marks in a sentence, or in the one before it, leave a quotation open."""
    if _left_open(sentence) or _left_open(before):
        return True
    if _CLOSED.search(sentence) and not _OPENED.search(sentence):
        return True  # the single mark that closes it was opened before
    return any(
        _SINGLE.match(words) is not None and _ENDED.search(words) is None
        for words in (before, sentence)
    )


def _left_open(words: str) -> bool:
    return words.count('"') % 2 == 1 or words.count("“") != words.count("”")
