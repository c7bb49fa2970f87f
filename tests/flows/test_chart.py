"""The chart in the docs is that of the flow."""

from flows.commands.charting import (
    DOCS,
    LEFT_OUT,
    MARK,
    PAGE,
    PICTURES,
    blocks,
    digest,
    drawn,
    page,
)
from tests.stories.telling import shipped


def test_page_is_current() -> None:
    """docs/chart.md shows the blocks of now; after a change: make chart."""
    assert (DOCS / PAGE).read_text(encoding="utf-8") == page(shipped().flow)


def test_pictures_are_current() -> None:
    """Each picture says which drawing it shows; Graphviz is not needed to see that."""
    flow = shipped().flow
    for block in blocks(flow):
        shown = (DOCS / PICTURES / f"{block}.svg").read_text(encoding="utf-8")
        assert f"{MARK} {digest(drawn(flow, block))}" in shown, block


def test_no_picture_is_left_over() -> None:
    """A block that is gone leaves no picture behind."""
    names = {path.stem for path in (DOCS / PICTURES).glob("*.svg")}
    assert names == set(blocks(shipped().flow))


def test_every_card_is_drawn() -> None:
    """Every card but those laid over the others stands in one of the pictures."""
    flow = shipped().flow
    dots = [drawn(flow, block) for block in blocks(flow)]
    for step in flow.steps.values():
        places = sum(f"\n  {step.id} [" in dot for dot in dots)
        assert places == (step.kind != "aside" and step.id not in LEFT_OUT), step.id


def test_every_picture_fits_a_page() -> None:
    """No picture is so wide that its words get too small on a page (1,250 points, at 13 each)."""
    flow = shipped().flow
    for block in blocks(flow):
        shown = (DOCS / PICTURES / f"{block}.svg").read_text(encoding="utf-8")
        width = int(shown.partition('width="')[2].partition("pt")[0])
        assert width <= 1250, (block, width)
