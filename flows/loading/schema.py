"""What a content file may hold. Everything else in it is a fault."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from flows.draft import State
from flows.model import Kind

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
OptionName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,33}$")]


def _paragraphs(text: object) -> object:
    """A blank line between paragraphs in the file is a blank line on the phone."""
    if not isinstance(text, str):
        return text
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


Say = Annotated[str, BeforeValidator(_paragraphs)]


class Strict(BaseModel):
    """A mapping in a content file, with the line it begins on."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    line: int = Field(alias="__line__", default=0)


class Test(Strict):
    """One test of a condition: `is` one value, `in` several, or `answered` at all."""

    is_: str | None = Field(alias="is", default=None)
    in_: list[str] | None = Field(alias="in", default=None)
    answered: bool | None = None


Tests = dict[str, Test | int]  # the int is the line number that every mapping carries


class WayPage(Strict):
    """`{if: {step: {is: value}}, to: step}`."""

    if_: Tests = Field(alias="if", default_factory=dict)
    to: str


class SkippedPage(WayPage):
    """`{to: step}`, or with `for: [step]`: a card for questions that the team may ask again."""

    for_: list[str] = Field(alias="for", default_factory=list)
    last: bool = False


class OptionPage(Strict):
    """One option of a step."""

    id: OptionName
    label: Say
    them: Say = ""
    state: State = "answered"
    to: str = ""
    move: str = ""
    reply: str = ""
    alone: bool = False
    marks: dict[str, str | int] = Field(default_factory=dict)
    when: Tests = Field(default_factory=dict)
    was: list[str] = Field(default_factory=list)


class StepPage(Strict):
    """One step."""

    id: Name
    kind: Kind
    say: Say
    them: Say = ""
    label: Say = ""
    options: list[OptionPage] = Field(default_factory=list)
    next: str | list[WayPage] = Field(default_factory=list)
    when: Tests = Field(default_factory=dict)
    skip: bool = True
    limit: int = Field(default=0, ge=0, le=2000)
    ahead: bool = False
    typed: bool = False
    text_when: Tests = Field(default_factory=dict)
    places: bool = False
    hidden: bool = False
    conflict: bool = False
    sticky: list[str] = Field(default_factory=list)
    purpose: str = ""
    reply: str = ""
    skip_reply: str = ""
    needs: list[str] = Field(default_factory=list)
    was: list[str] = Field(default_factory=list)


class BlockPage(Strict):
    """The head of a file of questions."""

    id: Name
    title: Say
    part: int = 0


class QuestionsPage(Strict):
    """A file of questions: one block."""

    block: BlockPage
    steps: list[StepPage]


class FlowPage(Strict):
    """flow.yaml."""

    version: str
    first: str
    blocks: list[str]
    moves: dict[str, list[WayPage] | int]
    skipped: list[SkippedPage] = Field(default_factory=list)


class CountedPage(Strict):
    """A text with a number in it, `{n}`: for one, and for any other number."""

    one: Say
    other: Say


class TextsPage(Strict):
    """texts.yaml."""

    texts: dict[str, Say | int]
    counted: dict[str, CountedPage | int] = Field(default_factory=dict)


class TimesPage(Strict):
    """times.yaml: minutes told for asking for contact, for the outline, and for adding more."""

    contact: int = Field(ge=1, le=60)
    outline: int = Field(ge=1, le=60)
    more: int = Field(ge=1, le=60)


class DaysPage(Strict):
    """A test of days: `{limit: law, from: 0, to: 28}`, or with `passed`, `running`, `since`."""

    limit: str = ""
    passed: str = ""
    running: str = ""
    since: str = ""
    first: int = Field(default=0, alias="from", ge=0)
    last: int = Field(default=0, alias="to", ge=0)
    tests: Tests = Field(default_factory=dict, alias="if")


class FlagPage(Strict):
    """A staff mark in plain words, and the answers and dates that set it."""

    id: Name
    name: str
    when: list[Tests] = Field(default_factory=list)
    days: list[DaysPage] = Field(default_factory=list)
    priority: int = Field(default=4, ge=0, le=4)
    this_week: bool = False


class RulePage(Strict):
    """A routing rule."""

    id: str
    queue: Annotated[str, Field(pattern=r"^Q\d{1,2}_[A-Z_]+$")]
    flag: str = ""
    of_first: bool = False


class RoutingPage(Strict):
    """routing.yaml."""

    queues: dict[str, str | int] = Field(default_factory=dict)
    flags: list[FlagPage]
    rules: list[RulePage]


class BodyPage(Strict):
    """A police body."""

    id: OptionName
    name: str
    nation: Literal["england", "wales", "scotland", "ni", "several", "outside_uk"]
    kind: Literal["met", "territorial", "scotland", "ni", "national", "outside"]
    oversight: str
    last_checked: date | None
    also: list[str]


class BodiesPage(Strict):
    """bodies.yaml."""

    checked: date
    oversight: dict[str, str | int]
    bodies: list[BodyPage]


class AgesPage(Strict):
    """From and to, in years; null is open."""

    min: int | None
    max: int | None


class ServicePage(Strict):
    """A support service."""

    id: str
    name: Say
    ways: list[dict[Literal["call", "text", "word", "web", "email", "__line__"], str | int]]
    hours: str
    nations: list[Literal["england", "wales", "scotland", "ni"]]
    ages: AgesPage
    needs: list[str]
    note: Say | None
    steps: list[Say] = Field(default_factory=list)
    first_for: int
    evidence: str | list[str]
    confidence: Literal["H", "M", "L"]
    last_checked: date | None


class SupportPage(Strict):
    """support.yaml."""

    checked: date
    hours: dict[str, str | int]
    needs: dict[str, str | int]
    caution: Say
    services: list[ServicePage]
