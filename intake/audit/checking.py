"""Check the chain in a store against the anchor files: for the terminal and for the console."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from intake.audit.chain import Broken, verify
from intake.audit.log import head as head_of
from intake.audit.places import AnchorFailed, read_anchors
from intake.audit.reading import all_links_of


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of the whole chain found."""

    links: int
    """The number of the newest link."""
    anchors: int
    """Anchors that were at hand; with none, a cut end cannot be found."""
    covered: int
    """The newest link that stands outside."""
    spoiled: tuple[str, ...]
    """A sentence for each line of an anchor file that is no anchor."""
    broken: tuple[Broken, ...]
    unread: tuple[str, ...] = ()
    """A sentence for each anchor file that is not there, or cannot be read: not compared."""

    @property
    def whole(self) -> bool:
        """Tell whether nobody was found to have tampered, as far as could be compared."""
        return not self.spoiled and not self.broken


def check(engine: Engine, files: Sequence[Path]) -> Findings:
    """Go through the whole chain, about 40 us a link, while others go on writing."""
    found = _check(engine, files)
    # Somebody may have written an anchor between reading the files and reading the chain.
    return found if found.whole else _check(engine, files)


def _check(engine: Engine, files: Sequence[Path]) -> Findings:
    unread = {file: sentence for file in files if (sentence := _unread(file))}
    read = [(file, *read_anchors(file)) for file in files if file not in unread]
    heads = [one for _, some, _ in read for one in some]
    broken = verify(all_links_of(engine), heads if read else None)
    if unread:
        # What seems to be gone may stand in the file that nobody could read.
        broken = tuple(one for one in broken if one.fault != "anchor_gone")
    with engine.connect() as connection:
        newest = head_of(connection)
    return Findings(
        links=newest.number if newest else 0,
        anchors=len(heads),
        covered=max((one.number for one in heads), default=0),
        spoiled=tuple(
            f"{file}, line {place}: is no anchor: the file was changed, or a crash cut it short"
            for file, _, places in read
            for place in places
        ),
        broken=broken,
        unread=tuple(unread.values()),
    )


def _unread(file: Path) -> str:
    """Return why this file is not compared; nothing if it can be."""
    try:
        file.stat()
        read_anchors(file)
    except FileNotFoundError:
        return (
            f"There is no file {file}: nothing was compared with it. Look at the path. If anchors "
            "were written there, somebody moved or deleted it."
        )
    except OSError as fault:
        return f"{file} cannot be read ({fault.strerror}): nothing was compared with it."
    except AnchorFailed as fault:
        return f"{fault} Nothing was compared with {file}."
    return ""
