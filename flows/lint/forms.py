"""Words and forms that must not stand where they stand: each language has its own list."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from flows.lint.finding import Finding
from flows.lint.lists import Form, Lists
from flows.lint.said import CARDS, Said
from flows.lint.sentences import asks, pattern, sentences, words_in

REMEDY = "Begin with what, when, where, who, which or how; or ask for a yes or a no."


def forms(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each sentence that holds a word from a list that applies to it."""
    for form in lists.forms:
        looked_for = pattern(form.words)
        for one in said:
            if form.steps and not any(fnmatchcase(one.step, name) for name in form.steps):
                continue
            for sentence in _sentences(form, one):
                if found := looked_for.search(sentence):
                    what = f'"{found.group()}" is not said here'
                    yield one.finding(form.rule, form.item, what, form.instead, sentence)


def _sentences(form: Form, one: Said) -> list[str]:
    """Return the sentences of `one` that `form` is about."""
    every = sentences(one.text)
    card = one.kind in CARDS
    if form.where == "everywhere":
        return every
    if form.where == "cards":
        return every if card or one.kind in {"line", "support"} else []
    if form.where == "labels":
        return every if one.kind == "label" else []
    if form.where == "asked":
        return every if one.kind == "question" else [s for s in every if asks(s)]
    return every[:1] if card and one.opens else []


def openings(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each question that does not begin like an open or a plain one (T26).

    A tag at the end ("isn't it?") or a statement with a question mark leads the answer.
    """
    for one in said if lists.openings else ():
        if one.kind not in CARDS:
            continue
        for sentence in sentences(one.text):
            # The last clause asks: "If you do not answer, may the team leave a voicemail?"
            starts = [words_in(part)[:1] for part in sentence.split(",")]
            begins = [start[0].casefold() for start in starts if start]
            if asks(sentence) and not lists.openings & {*begins[:1], *begins[1:2]}:
                what = "this question begins as none should"
                yield one.finding("question-opening", "T26", what, REMEDY, sentence)
