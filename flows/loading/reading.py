"""Reading every file of a flow, all faults at once."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from flows.loading import build, schema
from flows.loading.apart import apart_faults
from flows.loading.crisis import CrisisPage, crisis_faults, with_phrases
from flows.loading.dates import date_faults
from flows.loading.faults import Fault, FlowFaults, did_you_mean
from flows.loading.limits import DeadlinesPage, limit_faults, with_limits
from flows.loading.pages import Page
from flows.loading.renames import rename_faults
from flows.loading.routing import routing_faults, winning_faults
from flows.loading.skipped import skipped_faults
from flows.loading.structure import Whole, structure
from flows.model import Flow
from flows.moves import Moves

CONTENT = Path(__file__).parent.parent / "content"
Model = TypeVar("Model", bound=BaseModel)


def load_flow(folder: Path = CONTENT) -> Moves:
    """Return the flow in `folder` with its machine; raises FlowFaults."""
    return Moves(read_flow(folder))


def read_flow(folder: Path = CONTENT) -> Flow:
    """Return the flow in `folder`; raises FlowFaults with every fault found."""
    reading = _Reading(folder)
    flow = reading.page("flow.yaml", schema.FlowPage)
    texts = reading.page("texts.yaml", schema.TextsPage)
    times = reading.page("times.yaml", schema.TimesPage)
    routing = reading.page("routing.yaml", schema.RoutingPage)
    bodies = reading.page("bodies.yaml", schema.BodiesPage)
    support = reading.page("support.yaml", schema.SupportPage)
    deadlines = reading.page("deadlines.yaml", DeadlinesPage)
    phrases = reading.folder("crisis", CrisisPage)
    questions = reading.folder("questions", schema.QuestionsPage)
    if reading.unread or not (
        flow and texts and times and routing and bodies and support and deadlines
    ):
        # What a file that cannot be read would hold is no fault of the others.
        raise FlowFaults(reading.faults)
    by_block = {page.block.id: page for page in questions.values()}
    in_order = tuple(by_block[name] for name in flow.blocks if name in by_block)
    files = build.Files(flow, in_order, texts, times, routing, bodies, support, reading.digest())
    made = with_phrases(with_limits(build.flow_of(files), deadlines), phrases.values())
    reading.faults += _listed(flow, by_block, reading.pages["flow.yaml"])
    whole = _whole(reading, flow, questions, made, frozenset(support.needs))
    reading.faults += structure(whole)
    reading.faults += rename_faults(whole)
    reading.faults += skipped_faults(whole)
    reading.faults += crisis_faults(phrases, reading.pages, made.crisis)
    reading.faults += date_faults(whole, made.texts, reading.pages["texts.yaml"])
    reading.faults += routing_faults(whole, routing, reading.pages["routing.yaml"])
    reading.faults += apart_faults(whole, routing, reading.pages["routing.yaml"])
    reading.faults += limit_faults(whole, deadlines, reading.pages["deadlines.yaml"])
    if not reading.faults:
        reading.faults += winning_faults(made, routing, reading.pages["routing.yaml"])
    if reading.faults:
        raise FlowFaults(reading.faults)
    return made


def _whole(
    reading: "_Reading",
    flow: schema.FlowPage,
    questions: Mapping[str, schema.QuestionsPage],
    made: Flow,
    needs: frozenset[str],
) -> Whole:
    return Whole(
        reading.pages,
        questions,
        flow,
        reading.pages["flow.yaml"],
        frozenset(made.texts),
        made.bodies,
        frozenset().union(*(page.taken_out for page in reading.pages.values())),
        needs,
    )


def _listed(
    flow: schema.FlowPage, by_block: Mapping[str, schema.QuestionsPage], page: Page
) -> Iterator[Fault]:
    """Yield the blocks that are only listed, or only written."""
    for name in sorted({*flow.blocks} ^ {*by_block}):
        hint = did_you_mean(name, {*by_block, *flow.blocks} - {name})
        yield page.fault(flow.line, f'block "{name}" is not both listed and written', hint)


class _Reading:
    """The files read so far and their faults; `unread` if one could not be read at all."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.pages: dict[str, Page] = {}
        self.faults: list[Fault] = []
        self.unread = False

    def page(self, name: str, model: type[Model]) -> Model | None:
        """Read one file as `model`, noting its faults."""
        path = self.root / name
        if not path.exists():
            self.faults.append(Fault(name, 1, "", "this file is missing"))
            self.unread = True
            return None
        page = self.pages[name] = Page(path, self.root)
        made = None
        faults = page.read()
        if not faults:
            made, faults = page.as_model(model)
        self.faults += faults
        self.unread = self.unread or made is None
        return made

    def folder(self, name: str, model: type[Model]) -> dict[str, Model]:
        """Read every file of a folder that can be read as `model`, by name."""
        return {
            there: page
            for path in sorted((self.root / name).glob("*.yaml"))
            if (page := self.page(there := f"{name}/{path.name}", model))
        }

    def digest(self) -> str:
        """Return the SHA-256 of all files, names and bytes, in order of name."""
        made = hashlib.sha256()
        for name in sorted(self.pages):
            made.update(name.encode() + b"\0" + self.pages[name].bytes + b"\0")
        return made.hexdigest()
