"""The chart in the docs is that of the flow."""

from flows.commands.charting import DOCS, MARK, digest, drawn
from tests.stories.telling import shipped


def test_chart_is_current() -> None:
    """docs/flow.dot is what the flow draws now; after a change: make chart."""
    assert (DOCS / "flow.dot").read_text(encoding="utf-8") == drawn(shipped().flow)


def test_picture_is_current() -> None:
    """docs/flow.svg says that it shows docs/flow.dot; Graphviz is not needed to see that."""
    dot = (DOCS / "flow.dot").read_text(encoding="utf-8")
    assert f"{MARK} {digest(dot)}" in (DOCS / "flow.svg").read_text(encoding="utf-8")


def test_every_card_is_drawn() -> None:
    """Every card but those laid over the others stands in the chart."""
    dot = drawn(shipped().flow)
    for step in shipped().flow.steps.values():
        assert (f"    {step.id} [" in dot) == (step.kind != "aside" and step.id != "deleted")
