"""What reception has decided and showing has to do on the phone."""

from dataclasses import dataclass, field

from flows.draft import Draft
from flows.screen import Card


@dataclass(frozen=True, slots=True)
class Reply:
    """One decided turn, already kept.

    `card` and `show` are what to show and the position its buttons stand for.
    `edit` is the id of the card on the screen, 0 if none is known; `below` asks for a
    new card under her own messages. `doomed` are the ids to delete. `turn` is its number
    on the sweep list, `known` the highest id known by then. `draft` and `revision` name
    the row whose card this is, "" if nothing is kept. `press` is the button press to
    answer, with `note` as its short line. `only_edit`: no new message, however the edit
    goes. `tie` names the row whose note, or its cover, is on the card, `read` the note.
    """

    owner: bytes = field(repr=False)
    chat: int = field(repr=False)
    card: Card
    show: Draft
    edit: int = 0
    below: bool = False
    doomed: tuple[int, ...] = ()
    turn: int = 0
    known: int = 0
    draft: str = ""
    revision: int = 0
    press: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    only_edit: bool = False
    tie: str = ""
    read: str = ""
