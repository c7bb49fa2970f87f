"""Reading a flow from its YAML files, all faults at once.

`load_flow()` gives the shipped content ready to walk; `check(folder)` gives every
fault of a folder of content files.
"""

import hashlib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from flows.loading import build, schema
from flows.loading.faults import Fault, FlowFaults, did_you_mean
from flows.loading.pages import Page
from flows.loading.routing import routing_faults
from flows.loading.structure import Whole, structure
from flows.model import Flow
from flows.moves import Moves

CONTENT = Path(__file__).parent.parent / "content"
Model = TypeVar("Model", bound=BaseModel)

__all__ = ["CONTENT", "Fault", "FlowFaults", "load_flow", "read_flow"]


def load_flow(folder: Path = CONTENT) -> Moves:
    """Return the flow in `folder` with its machine; raises FlowFaults."""
    return Moves(read_flow(folder))


def read_flow(folder: Path = CONTENT) -> Flow:
    """Return the flow in `folder`; raises FlowFaults with every fault found."""
    reading = _Reading(folder)
    flow = reading.page("flow.yaml", schema.FlowPage)
    texts = reading.page("texts.yaml", schema.TextsPage)
    routing = reading.page("routing.yaml", schema.RoutingPage)
    bodies = reading.page("bodies.yaml", schema.BodiesPage)
    support = reading.page("support.yaml", schema.SupportPage)
    questions = {
        name: page
        for path in sorted((folder / "questions").glob("*.yaml"))
        if (page := reading.page(name := f"questions/{path.name}", schema.QuestionsPage))
    }
    if reading.faults or not (flow and texts and routing and bodies and support):
        raise FlowFaults(reading.faults)
    flow_page = reading.pages["flow.yaml"]
    by_block = {page.block.id: page for page in questions.values()}
    for name in {*flow.blocks} ^ {*by_block}:
        hint = did_you_mean(name, {*by_block, *flow.blocks} - {name})
        reading.faults.append(
            flow_page.fault(flow.line, f'block "{name}" is not both listed and written', hint)
        )
    made = build.flow_of(
        flow,
        [by_block[name] for name in flow.blocks if name in by_block],
        texts,
        routing,
        bodies,
        support,
        reading.digest(),
    )
    whole = Whole(reading.pages, questions, flow, flow_page, frozenset(made.texts), made.bodies)
    reading.faults += structure(whole)
    reading.faults += routing_faults(whole, routing, reading.pages["routing.yaml"])
    if reading.faults:
        raise FlowFaults(reading.faults)
    return made


class _Reading:
    """The files read so far and their faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, Page] = {}
        self.faults: list[Fault] = []

    def page(self, name: str, model: type[Model]) -> Model | None:
        """Read one file as `model`, noting its faults."""
        path = self.folder / name
        if not path.exists():
            self.faults.append(Fault(name, 1, "", "this file is missing"))
            return None
        page = self.pages[name] = Page(path, self.folder)
        self.faults += page.read()
        if page.node is None or (self.faults and self.faults[-1].file == name):
            return None
        made, faults = page.as_model(model)
        self.faults += faults
        return made

    def digest(self) -> str:
        """Return the SHA-256 of all files, names and bytes, in order of name."""
        made = hashlib.sha256()
        for name in sorted(self.pages):
            made.update(name.encode() + b"\0" + self.pages[name].bytes + b"\0")
        return made.hexdigest()
