"""Faults of `skipped` in flow.yaml: the questions that the team may ask again."""

from collections.abc import Iterator

from flows.loading.faults import Fault, did_you_mean
from flows.loading.structure import ASKING, Whole, test_faults


def skipped_faults(whole: Whole) -> Iterator[Fault]:
    """Yield what is no question that could be skipped, or comes for one that is not listed."""
    page, steps = whole.flow_page, whole.by_id
    own = {card.to for card in whole.flow.skipped if card.to in (card.for_ or [card.to])}
    for card in whole.flow.skipped:
        yield from test_faults(whole, page, card.line, card.if_)
        for name in card.for_:
            if name not in own and name not in whole.taken_out:
                what = f'"{name}" is no question of this list'
                yield page.fault(card.line, what, did_you_mean(name, own), name)
        step = steps.get(card.to)
        if step is None or card.to not in own:
            continue
        asks = step.kind in ASKING or step.kind == "choice"
        if not (asks and step.skip and step.label):
            hint = "give a question that has a label and a Skip, or say `for` which it comes"
            what = f'"{card.to}" is no question that could be skipped'
            yield page.fault(card.line, what, hint, card.to)
