"""What every table of `team.toml` has in common."""

import ipaddress
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""Words that must be there."""


class Shape(BaseModel):
    """A table of the file: unknown keys are refused, and errors never repeat a value."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def is_loopback(host: str) -> bool:
    """Say whether a host is certainly this very machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
