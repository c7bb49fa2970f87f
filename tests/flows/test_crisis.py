"""Finding words of crisis: what folding forgives, what a phrase may say, what the loader finds."""

import shutil
import time
from pathlib import Path

import pytest

from flows.crisis import Crisis, PhraseList
from flows.loading import CONTENT, FlowFaults, read_flow
from tests.stories.telling import shipped

SHIPPED = shipped().flow.crisis


def lists(*phrases: str, near: tuple[str, ...] = ()) -> Crisis:
    """Return a list of its own, with a spelling and a set of words."""
    spellings = {"kill": ("kyll",), "myself": ("my self",)}
    words = {"away": ("gone", "dead")}
    return Crisis([PhraseList(spellings, words, {"suicide": phrases}, near)])


@pytest.mark.parametrize(
    "typed",
    [
        "kill myself", "KILL MYSELF", "kill-myself!!", "kiiiill   mysellf", "k1ll mys3lf",
        "k\u00edll m\u00ffself", "kill\u200b my\u00adself", "kill_myself", "kyll my self",
        "k*ll myself", "k.i.l.l myself", "\uff4b\uff49\uff4c\uff4c myself", "kill\nmyself",
        "so I kill\u2019 myself then",
    ],
)  # fmt: skip
def test_folding_forgives(typed: str) -> None:
    """Case, accents, signs, repeats, hidden and spelt-out letters make no difference."""
    assert lists("kill myself").groups(typed) == {"suicide"}


@pytest.mark.parametrize("typed", ["skill myself", "kill my", "myself kill", "kill not myself"])
def test_whole_words_in_order(typed: str) -> None:
    """Only whole words in the phrase's order are a hit."""
    assert lists("kill myself").groups(typed) == frozenset()


def test_the_five_signs_of_a_phrase() -> None:
    """One of several, left out, a gap of up to three, a beginning and a set of words."""
    found = lists("want to? * die", "end/stop it", "suicid*", "be @away")
    assert found.groups("want die")
    assert found.groups("want to just quietly simply die")
    assert not found.groups("want to see if plants in here die")
    assert found.groups("stop it")
    assert found.groups("end it")
    assert found.groups("suicidality")
    assert found.groups("be dead")
    assert found.groups("be gone")


def test_a_near_miss_silences_only_what_lies_inside_it() -> None:
    """A near miss passes over the phrase inside it and no other."""
    found = lists("kill myself", near=("kill myself laughing",))
    assert not found.groups("I could kill myself laughing")
    assert found.groups("kill myself laughing, then I kill myself")
    assert found.groups("kill myself")


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("I dont want to be here any more", "suicide"),
        ("wanna unalive myself", "suicide"),
        ("KMS", "suicide"),
        ("I keep cutting my self", "self_harm"),
        ("he's outside my house", "danger"),
        ("my kids are not safe", "child"),
        ("chcę się zabić", "suicide"),
        ("chce sie zabic", "suicide"),
        ("tnę się", "self_harm"),
        ("on ma nóż", "danger"),
        ("boję się o moje dzieci", "child"),
        ("dwi eisiau marw", "suicide"),
        ("dw i isio lladd fy hun", "suicide"),
        ("mae fy mhlant mewn perygl", "child"),
        ("میں مرنا چاہتی ہوں", "suicide"),
        ("main marna chahti hoon", "suicide"),
        ("وہ دروازے پر ہے", "danger"),
        ("mere bachon ko khatra hai", "child"),
    ],
)
@pytest.mark.holds("T37")
def test_the_shipped_lists(typed: str, group: str) -> None:
    """All languages' lists are used at once, whatever the chat's language."""
    assert group in SHIPPED.groups(typed)


@pytest.mark.parametrize(
    "typed",
    ["killing me with paperwork", "dying to know", "Kill time", "07700 900000", "", "*", "a b c"],
)
def test_everyday_words(typed: str) -> None:
    """Everyday sayings, numbers and signs bring nothing up."""
    assert SHIPPED.groups(typed) == frozenset()


def test_it_takes_no_time() -> None:
    """The longest message at Telegram takes milliseconds, a sentence far less than one."""
    sentence = "I went home and told my sister that I could not say what it was like for me."
    began = time.perf_counter()
    for _ in range(200):
        SHIPPED.groups(sentence)
    assert (time.perf_counter() - began) / 200 < 0.002
    began = time.perf_counter()
    SHIPPED.groups("want to be at the " * 228)
    assert time.perf_counter() - began < 0.5


def test_nothing_is_vouched_for_by_nobody() -> None:
    """Every list says who has reviewed it, or plainly that nobody has."""
    for path in sorted((CONTENT / "crisis").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert {"reviewed_by:", "reviewed_on:"} <= set(text.split()), path.name


def planted(tmp_path: Path, before: str, after: str, language: str = "en") -> str:
    """Return what is said about one change of a list."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "crisis" / f"{language}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    return str(found.value)


FAULTS = (
    ("  - kms\n", "  - kms\n  - kms\n", '"kms" stands twice'),
    ("  - kms\n", "  - kill/@endings myself\n", 'no list "endings"'),
    ("  - kms\n", '  - "* kms"\n', "needs a word of its own"),
    ("  - kms\n", "  - su*\n", "begins too many words"),
    ("near_misses:\n", "near_misses:\n  - kms\n", '"kms" is never found'),
    ("language: en\n", "language: fr\n", 'its language is "fr"'),
    ("reviewed_by: null", "reviewed_by: A Name", "a name and a day"),
    ("myself: [my self", "myself: [my very self", "more than two words"),
    ("self_harm:\n", "selfharm:\n", '"selfharm" is not a name'),
)


@pytest.mark.parametrize(("before", "after", "said"), FAULTS)
def test_a_fault_in_a_list_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    """Each kind of fault in a list is named with its file and line."""
    found = planted(tmp_path, before, after)
    assert said in found
    assert "crisis/en.yaml:" in found


def test_the_lists_are_part_of_the_flow_hash(tmp_path: Path) -> None:
    """Another phrase is another flow."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "crisis" / "pl.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    assert read_flow(content).hash != shipped().flow.hash
