"""Who the invented reporters are: `people/*.yaml`, read and checked."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator
from ruamel.yaml import YAML

FOLDER = Path(__file__).with_name("people")


class Person(BaseModel):
    """One report: who sends it, how many days before the first run, and what she answers.

    `answers` holds, by card, what she does there, one after the other: taps the button of that
    name, or types the words. A card that is not named is skipped, or passed as `hand.USUAL`
    says. `adds_to` names the person whose report this adds to: by the code typed anew, or, the
    same day, from the card that is still there.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    ago: int = Field(ge=0)
    language: str = "en"
    adds_to: str = ""
    by_code: bool = False
    withdrawn: int | None = None
    """How many days before the first run she took it back."""
    answers: Mapping[str, tuple[str, ...]] = {}

    @field_validator("answers", mode="before")
    @classmethod
    def _always_several(cls, given: Mapping[str, object]) -> dict[str, object]:
        return {card: done if isinstance(done, list) else [done] for card, done in given.items()}

    @property
    def report_id(self) -> str:
        """The same 32 digits in every run, so that a second run adds nothing."""
        return hashlib.sha256(f"invented report {self.id}".encode()).hexdigest()[:32]


def read_people(folder: Path = FOLDER) -> tuple[Person, ...]:
    """Return every invented person, the first report to be sent first.

    ValueError (pydantic's) on an unknown key, and on two people of one name.
    """
    yaml = YAML(typ="safe", pure=True)
    people = [
        Person.model_validate(entry)
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.load(path)
    ]
    if len({person.id for person in people}) < len(people):
        raise ValueError("two invented people have the same id")
    return tuple(sorted(people, key=lambda one: (-one.ago, bool(one.adds_to))))
