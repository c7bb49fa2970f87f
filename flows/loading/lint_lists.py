"""Reading what the lint looks for: `lint/flow.yaml` for the flow, and one file a language."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from flows.lint import RULES, Allowed, Form, Limits, Lists, Notice
from flows.lint.lists import Where
from flows.loading.faults import Fault, FlowFaults, did_you_mean
from flows.loading.pages import Page
from flows.loading.reading import CONTENT
from flows.loading.schema import Strict

FLOW_LIST = "flow"
ENGLISH = Limits()
Item = Annotated[str, Field(pattern=r"^T[0-5]\d$")]
Words = Annotated[list[str], Field(min_length=1)]
Sentence = Annotated[str, Field(min_length=8)]


class LimitsPage(Strict):
    """Figures of one language; what is left out is as in English."""

    sentence: int = ENGLISH.sentence
    notice_sentence: int = ENGLISH.notice_sentence
    question_sentences: int = ENGLISH.question_sentences
    question_words: int = ENGLISH.question_words
    notice_words: int = ENGLISH.notice_words
    label: int = ENGLISH.label


class FormPage(Strict):
    """Words that must not stand somewhere."""

    rule: Annotated[str, Field(pattern=r"^[a-z][a-z-]+$")]
    item: Item
    where: Where = "everywhere"
    steps: list[str] = Field(default_factory=list)
    words: Words
    instead: Sentence


class AllowPage(Strict):
    """An exception."""

    rule: str
    step: str
    words: str = ""
    reason: Sentence


class NoticePage(Strict):
    """A content notice and what it is for."""

    notice: str
    block: str = ""
    steps: list[str] = Field(default_factory=list)


class LanguagePage(Strict):
    """lint/en.yaml and the like."""

    language: str
    limits: LimitsPage = Field(default_factory=LimitsPage)
    capitals: list[str] = Field(default_factory=list)
    openings: list[str] = Field(default_factory=list)
    units: list[str] = Field(default_factory=list)
    forms: list[FormPage] = Field(default_factory=list)
    allow: list[AllowPage] = Field(default_factory=list)


class FlowListPage(Strict):
    """lint/flow.yaml."""

    notices: list[NoticePage]
    allow: list[AllowPage] = Field(default_factory=list)


def read_lists(folder: Path = CONTENT) -> Mapping[str, Lists]:
    """Return what the lint looks for, by language, and the flow's own under "flow".

    Raises FlowFaults with every fault of every list.
    """
    made: dict[str, Lists] = {}
    faults: list[Fault] = []
    for path in sorted((folder / "lint").glob("*.yaml")):
        page = Page(path, folder)
        unread = page.read()
        faults += unread
        if not unread:
            lists, found = _flow(page) if path.stem == FLOW_LIST else _language(page, path.stem)
            made[path.stem] = lists
            faults += found
    if faults:
        raise FlowFaults(faults)
    return made


def _flow(page: Page) -> tuple[Lists, list[Fault]]:
    read, faults = page.as_model(FlowListPage)
    if read is None:
        return Lists(), faults
    known = {"content-notice", "part", "way-out"}
    notices = tuple(
        Notice(n.notice, n.block, tuple(n.steps), f"{page.name}:{n.line}") for n in read.notices
    )
    allow, wrong = _allowed(page, read.allow, known)
    return Lists(FLOW_LIST, allow=allow, notices=notices), [*faults, *wrong]


def _language(page: Page, name: str) -> tuple[Lists, list[Fault]]:
    read, faults = page.as_model(LanguagePage)
    if read is None:
        return Lists(), faults
    if read.language != name:
        what = f'this file is called {name}.yaml and says that it is for "{read.language}"'
        faults.append(page.fault(read.line, what, "let the two agree"))
    forms = tuple(
        Form(f.rule, f.item, tuple(f.words), f.instead, f.where, tuple(f.steps)) for f in read.forms
    )
    allow, wrong = _allowed(page, read.allow, RULES | {form.rule for form in forms})
    lists = Lists(
        read.language,
        replace(Limits(), **read.limits.model_dump(exclude={"line"})),
        forms,
        frozenset(read.capitals),
        frozenset(word.casefold() for word in read.openings),
        tuple(read.units),
        allow,
    )
    return lists, [*faults, *wrong]


def _allowed(
    page: Page, listed: Iterable[AllowPage], known: Iterable[str]
) -> tuple[tuple[Allowed, ...], list[Fault]]:
    """Return the exceptions, and a fault for each that is about no rule."""
    known = frozenset(known)
    listed = list(listed)
    faults = [
        page.fault(a.line, f'there is no rule "{a.rule}"', did_you_mean(a.rule, known), a.rule)
        for a in listed
        if a.rule not in known
    ]
    made = (Allowed(a.rule, a.step, a.reason, a.words, f"{page.name}:{a.line}") for a in listed)
    return tuple(made), faults
