"""Every text that a flow can say, each with its context: what a language must have words for."""

from collections.abc import Iterator

from flows.model import Flow, Step


def wording(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield (context, text) as `Words.say` will be asked for them; some more than once."""
    for block in flow.blocks.values():
        yield block.id, block.title
    for step in flow.steps.values():
        yield from ((step.id, text) for text in _of_step(step) if text)
    yield from (("texts", text) for text in flow.texts.values())
    yield from (("texts", one) for one, _ in flow.counted.values())
    yield from (("support", hours) for hours in flow.hours.values())
    for service in flow.services:
        said = (service.name, service.note, *service.steps)
        yield from (("support", text) for text in said if text)


def _of_step(step: Step) -> Iterator[str]:
    yield from (step.say, step.them, step.label)
    for option in step.options:
        yield from (option.label, option.them)
