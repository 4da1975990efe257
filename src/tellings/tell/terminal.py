"""Lines of a terminal: rich texts, wrapped here, so that nothing in them is read as markup."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from tellings.tell.view import Note, Passage, WordingView
from tellings.tell.visible import flat

# Never colour alone: a changed word is underlined too, and the note beneath names it.
_MARKS = {
    "changed": "bold underline red",
    "inserted": "bold underline magenta",
    "clarified": "underline yellow",
}
_NARROWEST = 12  # columns left for words, however deep the indent


class Page:
    """A console that takes paragraphs; every part of one must have been made visible first."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def line(self, *parts: str | tuple[str, str] | Text, indent: int = 0) -> None:
        """One paragraph of plain or (text, style) parts; long words are folded, never cut."""
        made = Text()
        for part in parts:
            if isinstance(part, tuple):
                made.append(part[0], style=part[1])
            else:
                made.append(part)
        width = max(_NARROWEST, self._console.width - indent)
        for row in made.wrap(self._console, width, overflow="fold"):
            row.rstrip()
            row.pad_left(indent)
            self._console.print(row, no_wrap=True, overflow="ignore", crop=False, highlight=False)

    def gap(self) -> None:
        self._console.print()

    def heading(self, words: str) -> None:
        self.gap()
        self.line((words.upper(), "bold"))


def sentence(passage: Passage) -> Text:
    """The sentence with the words it is cited for underlined, on one line."""
    made = Text("… " if passage.more[0] else "")
    for piece, marked in passage.pieces:
        style = "underline" if marked and piece != passage.context else ""
        made.append(_inline(piece.text), style=style)
    return made.append(" …" if passage.more[1] else "")


def words(wording: WordingView) -> Text:
    """A wording's exact words but for white space; marks of quotation only where it was quoted."""
    made = Text()
    for number, part in enumerate(wording.parts):
        made.append(" … " if number else "")
        made.append("“" if part.quoted else "")
        for piece in part.pieces:
            made.append(_inline(piece.text), style=_MARKS.get(piece.mark or "", ""))
        made.append("”" if part.quoted else "")
    return made


def note_words(note: Note) -> str:
    """A difference in words: what was done, with the words of both sides."""
    theirs = " … ".join(flat(cite.text) for cite in note.theirs)
    ours = " … ".join(flat(cite.text) for cite in note.ours)
    return f"{note.kind}: {' for '.join(part for part in (theirs, ours) if part)}"


def _inline(text: str) -> str:
    """Like `flat`, but one space stays at an end that has white space, to be put together."""
    inner = flat(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"
