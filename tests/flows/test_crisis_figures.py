"""The published figures: measured on the corpus as it is, and never on what was tuned on."""

from pathlib import Path

import pytest

from flows.commands.measuring import CORPUS, PAGE, measured, mistakes, table, written
from flows.crisis import GROUPS, Crisis, PhraseList
from flows.loading import CONTENT
from flows.loading.corpus import corpus
from tests.stories.telling import shipped

LISTS = Crisis([PhraseList(phrases={"suicide": ("kms",), "danger": ("he is here",)})])
INVENTED = """
- {text: "kms", expect: suicide, half: open}
- {text: "he is here", expect: suicide, half: open}
- {text: "never found", expect: child, half: open}
- {text: "12 kms away", expect: none, half: open}
- {text: "nothing at all", expect: none, half: open}
- {text: "a held-out zebra", expect: child, half: held_out}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.yaml").write_text(INVENTED, encoding="utf-8")
    return tmp_path


def test_recall_and_false_alarms_are_counted(folder: Path) -> None:
    """Found, found in their own group, and false alarms are counted on each half."""
    messages = corpus(folder)
    found = measured(LISTS, [m for m in messages if m.half == "open"])
    assert (found.crises, found.found, found.right) == (3, 2, 1)
    assert (found.others, found.alarms) == (2, 1)
    assert "| en | open | 2 of 3 (67 %) | 1 of 3 (33 %) | 1 of 2 (50 %) |" in table(LISTS, messages)


def test_held_out_words_are_never_shown(folder: Path) -> None:
    """What is shown of the mistakes is of the open half alone."""
    messages = corpus(folder)
    shown = list(mistakes(LISTS, messages))
    assert len(shown) == 2
    assert "zebra" not in " ".join((*shown, repr(messages), table(LISTS, messages)))


def test_another_shape_is_refused(folder: Path) -> None:
    """An entry of another shape is named by its place."""
    (folder / "en.yaml").write_text("- {text: x, expect: y, half: open}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en\.yaml: entry 1"):
        corpus(folder)


def test_the_page_is_current() -> None:
    """docs/crisis.md holds the figures of today's lists; `python -m flows crisis --write`."""
    page = PAGE.read_text(encoding="utf-8")
    assert written(page, table(shipped().flow.crisis, corpus(CORPUS))) == page


def test_the_page_says_who_has_reviewed_the_lists() -> None:
    """As long as a list names no reviewer, the page says that no clinician has seen them."""
    lists = [p.read_text(encoding="utf-8") for p in sorted((CONTENT / "crisis").glob("*.yaml"))]
    if any("\nreviewed_by: null" in text for text in lists):
        assert "No clinician has reviewed" in PAGE.read_text(encoding="utf-8")


def test_the_corpus_measures_every_language_and_group() -> None:
    """Each half of each language has messages of every group, and everyday ones."""
    messages = corpus(CORPUS)
    languages = {p.stem for p in (CONTENT / "crisis").glob("*.yaml")}
    kinds = {(m.language, m.half, m.expect) for m in messages}
    for language in languages:
        for half in ("open", "held_out"):
            for expect in (*GROUPS, "none"):
                assert (language, half, expect) in kinds
