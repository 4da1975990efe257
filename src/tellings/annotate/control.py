"""Who stands for the grammatical subject of a verb, told beside it or further up.

Followed: passives, relative clauses, participles, control ("ordered the firm to leave") and
coordination. Where a rule would only guess, there is nobody.
"""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotate.senses import ADDRESSED, OBJECTS, PASSIVE, SUBJECTS, is_headlined
from tellings.annotate.triggers import saying, words

RELATIVE = frozenset({"who", "which", "that", "whom"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 4  # words of a name and its comma
_DEEP = 4  # clauses climbed for a subject
# Verbs whose object is not the one who does what follows: "promised the king to leave".
_OWN = frozenset({"promise", "vow", "threaten", "use", "take", "need"})


def case(token: Token) -> str:
    """The preposition of a phrase, in lower case; empty where it has none."""
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def passive(verb: Token) -> bool:
    """Whether the subject of `verb` is the one to whom it is done."""
    told = {c.dep_ for c in verb.children}
    if told & {"aux:pass", "auxpass"} or (told & PASSIVE and not _has_object(verb)):
        return True
    if is_headlined(verb):
        return True
    helped = any(c.dep_ == "aux" for c in verb.children)
    if _is_beside(verb) and not helped and not _has_object(verb) and passive(verb.head):
        return True
    if verb.tag_ != "VBN" or helped:
        return False
    if _has_object(verb):
        return False
    return verb.dep_ in {"acl", "advcl"} or (verb.dep_ == "conj" and passive(verb.head))


def _has_object(verb: Token) -> bool:
    """Whether something is the verb's object; a time ("the coach fired this season") is none."""
    return any(c.dep_ in OBJECTS and c.lemma_.lower() not in words("spans") for c in verb.children)


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The words that stand for the grammatical subject of `verb`, told there or further up."""
    own = [c for one in _hyphened(verb) for c in one.children if c.dep_ in SUBJECTS | PASSIVE]
    if own:
        # of two the nearer: "when the baker tried to stop him, the gunman shot her"
        before = [one for one in own if one.i < verb.i]
        return [antecedent(before[-1] if before else own[0], verb)]
    if depth >= _DEEP or verb.head.i == verb.i:
        return []
    above = verb.head
    if verb.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN", "PRON"}:
        led = verb.tag_ == "VBG" and any(c.dep_ in {"mark", "case"} for c in verb.children)
        if led:
            return _led_by(verb)
        return _owners(above, depth) if verb.tag_ == "VB" else [above]
    if verb.dep_ in {"xcomp", "ccomp"}:
        return _controllers(verb, above, depth)
    if verb.dep_ == "conj" and above.pos_ == "VERB":
        joined = _finite(verb, above)
        return subjects(joined, depth + 1) if joined is not None else []
    if verb.dep_ == "advcl" and above.pos_ == "VERB":
        return _adverbial(verb, above, depth)
    return []


def _finite(verb: Token, above: Token) -> Token | None:
    """The verb that a joined one shares its subject with; None where their times differ.

    "Said that they must act, and called for help": a finite verb is not joined to an infinitive,
    whatever the parse says, nor one of the past to a demand's present, but to the next above.
    """
    one = above
    if _is_beside(verb):
        return above
    while verb.tag_ in _FINITE and not _alike(verb, one):
        if one.head.i == one.i or one.head.i > verb.i:
            return None if above.tag_ in {"VBZ", "VBP"} else above
        one = one.head
    return one


def _is_beside(verb: Token) -> bool:
    """ "Was born and raised": joined word to word, so of one form whatever the tags are."""
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and verb.i - verb.head.i == 2


def _alike(verb: Token, above: Token) -> bool:
    return above.pos_ == "VERB" and above.tag_ in ({"VBD"} if verb.tag_ == "VBD" else _FINITE)


def _hyphened(verb: Token) -> list[Token]:
    """The verb, and the word joined to its front: in "test-fired" the subject may hang on that."""
    if verb.i < 2 or verb.nbor(-1).text != "-" or verb.nbor(-1).whitespace_:
        return [verb]
    return [verb, verb.nbor(-2)]


def _sayer(verb: Token, above: Token) -> list[Token]:
    """ "We are ready,” said Roux, warning that …": the parse may hang the end on what is said."""
    one = above
    while one.dep_ in {"ccomp", "conj", "parataxis"} and one.head.i != one.i:
        one = one.head
        if above.i < one.i < verb.i and one.lemma_.lower() in saying():
            return subjects(one)
    return []


def _adverbial(verb: Token, above: Token, depth: int) -> list[Token]:
    """Who does what an adverbial clause says: "after meeting", "punished the firm for hiding"."""
    if verb.tag_ == "VBG" and (told := _sayer(verb, above)):
        return told
    # "told reporters travelling with him": whoever stands right before it
    if verb.tag_ == "VBG" and verb.i > 0:
        before = verb.nbor(-1)
        if before.head.i == above.i and before.dep_ in OBJECTS | ADDRESSED:
            return [before]
    if _hangs_on_a_thing(verb, above):
        return []
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "case"}}
    if "of" in marks or "for" in marks:
        told = [c for c in above.children if c.dep_ in OBJECTS and above.i < c.i < verb.i]
        if told and not _led_by(verb):
            return told[:1]
        if passive(above):
            return subjects(above, depth + 1)
        return _led_by(verb) if "of" in marks else subjects(above, depth + 1)
    return subjects(above, depth + 1)


def _hangs_on_a_thing(verb: Token, above: Token) -> bool:
    """ "Denied reports, endorsed by a ministry, that": no word says whether it was they or who
    denied them.
    """
    if verb.tag_ != "VBN" or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    before = verb.nbor(-2)
    return before.pos_ == "NOUN" and before.i > above.i and above.is_ancestor(before)


def antecedent(subject: Token, verb: Token) -> Token:
    relative = subject.lower_ in RELATIVE and subject.tag_ in {"WP", "WDT", "IN"}
    if relative and (named := _named_before(subject)) is not None:
        return named
    if relative and verb.dep_ == "acl:relcl":
        last = subject.nbor(-1) if subject.i > 0 else verb.head
        joined = last.dep_ == "conj" and last.pos_ == "NOUN" and verb.head.is_ancestor(last)
        if joined:
            return last  # "the mayor and a baker who": the baker
        return subject if is_another(subject, verb.head) else verb.head
    if relative and subject.i > 1 and subject.nbor(-1).text == "," and subject.lower_ != "that":
        # "with Arlen, which last week announced …", hung elsewhere by the parse
        before = subject.nbor(-2)
        if before.pos_ == "PROPN" and before.dep_ in {"obl", "obj", "nsubj", "conj"}:
            return before
    return subject


def is_another(relative: Token, head: Token) -> bool:
    """ "Cast as Ada Holm in the film, which": no person is a which.

    Right behind a name the reader may have taken a firm for a person.
    """
    far = relative.i - head.i > _NEAR
    return relative.lower_ == "which" and head.ent_type_ == "PERSON" and far


def _named_before(relative: Token) -> Token | None:
    """ "A baker; Tom Reyl, who": the person whose name ends right before the comma."""
    if relative.lower_ != "who" or relative.i < 2 or relative.nbor(-1).text != ",":
        return None
    name = relative.nbor(-2)
    if name.ent_type_ != "PERSON":
        return None
    while name.dep_ in {"flat", "compound"} and name.head.ent_type_ == "PERSON":
        name = name.head
    return name


def _controllers(verb: Token, above: Token, depth: int) -> list[Token]:
    """Who does what an infinitive says: the object of what governs it, else its subject."""
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
        return []
    if above.lemma_.lower() not in _OWN:
        told = [c for c in above.children if c.dep_ in OBJECTS | ADDRESSED and c.i < verb.i]
        if told:
            return told[:1]
    return subjects(above, depth + 1) if above.pos_ in {"VERB", "ADJ"} else []


def _led_by(verb: Token) -> list[Token]:
    """ "the king's habit of hunting": the owner of the noun right before the preposition."""
    first = min((c.i for c in verb.children if c.dep_ in {"mark", "case"}), default=0)
    if first == 0:
        return []
    noun = verb.doc[first - 1]
    return [c for c in noun.children if c.dep_ in {"nmod:poss", "poss"}]


def _owners(noun: Token, depth: int) -> list[Token]:
    """Whose decision it is: the owner told before the noun, else who makes it."""
    owners = [c for c in noun.children if c.dep_ in {"nmod:poss", "poss"}]
    if owners:
        return owners
    if noun.dep_ in OBJECTS and noun.head.pos_ == "VERB":
        return subjects(noun.head, depth + 1)
    return []
