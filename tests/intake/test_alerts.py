import itertools
import re
from typing import Any, get_args

import pytest

from intake.alerts import AUDIT_BROKEN, UNDELIVERED, Alert, Notice, arrived
from intake.alerts.notice import FIXED, AlertKind, NoticeKind

ID = "0" * 32
# Every word that may ever stand in an alert. Numbers are counts and priorities.
SENTENCES = (
    r"Candour: a report has arrived\. Priority [0-4]\.",
    r"Candour: (1 report has|\d+ reports have) arrived\.( Priority [0-4]: \d+\.){1,5}",
    r"Candour: a report could not be handed over\. Ask your operator\.",
    r"Candour: there were many failed tries to sign in\. Look at the audit page\.",
    r"Candour: one person opened many reports within an hour\. Look at the audit page\.",
    r"Candour: the audit log has been changed\. Ask your operator at once\.",
    r"Candour: reports are due for deletion\. Look at the retention page\.",
    r"Candour: this is a trial\. Nothing has arrived\.",
)


def is_fixed(words: str) -> bool:
    """Tell whether these are the words of an alert and nothing besides."""
    return any(re.fullmatch(sentence, words) for sentence in SENTENCES)


def every_alert() -> list[Alert]:
    told = [Alert(ID, kind) for kind in FIXED]
    told += [Alert(ID, "arrived", (priority,)) for priority in range(5)]
    for many in (1, 2, 3):
        told += [Alert(ID, "digest", few) for few in itertools.product(range(5), repeat=many)]
    return told


def test_every_alert_says_fixed_words() -> None:
    """Whatever can be made says one of the sentences above; every sentence is said."""
    said = {alert.words for alert in every_alert()}
    assert [words for words in said if not is_fixed(words)] == []
    assert all(any(re.fullmatch(sentence, words) for words in said) for sentence in SENTENCES)
    assert {alert.kind for alert in every_alert()} == set(get_args(AlertKind))


@pytest.mark.parametrize(
    "more", [" canary", " Priority 2: 1. A name.", "\n0123456789abcdef", " Q3_MET_CORE"]
)
def test_a_planted_word_would_be_found(more: str) -> None:
    """The check above finds a word, an id or a queue behind the fixed words, and before them."""
    for alert in every_alert()[:12]:
        assert not is_fixed(alert.words + more)
        assert not is_fixed(more + alert.words)
    assert not is_fixed("Candour: a report has arrived. Priority 5.")


@pytest.mark.parametrize(
    ("kind", "priority"),
    [
        ("arrived", None),
        ("arrived", 5),
        ("arrived", -1),
        ("arrived", "2 from a name"),
        ("undelivered", 0),
        ("her words", None),
        ("digest", None),
        ("", None),
    ],
)
def test_nothing_else_can_be_told(kind: Any, priority: Any) -> None:  # noqa: ANN401 - what must be refused
    """A notice of another kind, or with another priority, cannot be made."""
    with pytest.raises(ValueError, match=r"notice|priority") as caught:
        Notice(kind, priority)
    assert "her words" not in str(caught.value)


def test_a_notice_holds_a_kind_and_a_priority() -> None:
    """There is no field for anything else."""
    assert arrived(0) == Notice("arrived", 0)
    assert UNDELIVERED != AUDIT_BROKEN
    assert Notice.__slots__ == ("kind", "priority")
    assert Alert.__slots__ == ("id", "kind", "priorities")
    assert set(get_args(NoticeKind)) < set(get_args(AlertKind))


def test_a_digest_counts_by_priority() -> None:
    """The most urgent stands first; a priority of which nothing came is left out."""
    digest = Alert(ID, "digest", (2, 0, 2))
    assert digest.counts == {0: 1, 2: 2}
    assert digest.words == "Candour: 3 reports have arrived. Priority 0: 1. Priority 2: 2."
    one = Alert(ID, "digest", (4,))
    assert one.words == "Candour: 1 report has arrived. Priority 4: 1."
