"""The stories are true, and between them they visit every card and every option."""

from pathlib import Path

import pytest
import typer

from tests.stories.telling import STORIES, Telling, Untrue, shipped, told

FILES = sorted(STORIES.glob("*.story"))

# Entries of a list count as one: one language, one line to change, one police body.
LISTS = {"language": "l.", "change": "c."}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    """Every line of the story is true."""
    told(path)


def test_a_false_story_is_found_out(tmp_path: Path) -> None:
    """A story that is not true fails with its line."""
    false = tmp_path / "false.story"
    false.write_text("# false\nBot: This is an automated chat\nTaps: Join the group case\n")
    with pytest.raises(Untrue, match=r"false\.story:3"):
        told(false)


def expected() -> tuple[set[str], set[tuple[str, str]]]:
    steps = shipped().flow.steps
    options = {(s.id, o.id) for s in steps.values() for o in s.options}
    lookups = {(s.id, "an entry of the list") for s in steps.values() if s.kind == "lookup"}
    lists = {(name, "an entry of the list") for name in LISTS}
    return set(steps), options | lookups | lists


def visited(tellings: list[Telling]) -> tuple[set[str], set[tuple[str, str]]]:
    bodies = shipped().flow.bodies
    cards = set().union(*(t.cards for t in tellings))
    options = set().union(*(t.options for t in tellings))
    for step, option in list(options):
        if option in bodies or option.startswith(LISTS.get(step, "no list")):
            options.add((step, "an entry of the list"))
    return cards, options


def test_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    """The stories visit every card and option and end in every rule; what is left out is named."""
    assert len(FILES) >= 16
    cards, options = expected()
    tellings = [told(path) for path in FILES]
    seen_cards, seen_options = visited(tellings)
    rules = {rule.id for rule in shipped().flow.rules}
    ended_in = set().union(*(telling.rules for telling in tellings))
    with capsys.disabled():
        typer.echo(
            f"\n{len(FILES)} stories visit {len(cards & seen_cards)} of {len(cards)} cards and "
            f"{len(options & seen_options)} of {len(options)} options, "
            f"and end in {len(ended_in)} of {len(rules)} routing rules"
        )
    assert sorted(cards - seen_cards) == []
    assert sorted(options - seen_options) == []
    assert sorted(rules - ended_in) == []
