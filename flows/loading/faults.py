"""What is wrong in a content file: where, the line itself, and what to do about it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault. `line` counts from 1; `text` is that line as it stands in the file."""

    file: str
    line: int
    text: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the fault as it is printed: place, sentence, the line, the hint."""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}: {self.what}\n    | {self.text.strip()}{hint}"


class FlowFaults(Exception):  # noqa: N818 - it is the faults, all at once
    """A flow that cannot be used, with every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or those there are."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known here: {', '.join(names[:12])}" if names else ""
