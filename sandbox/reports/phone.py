"""The phone of an invented person: a conversation with no stores, as `flows talk` has it."""

from dataclasses import dataclass, field, replace

from flows.commands.walking import Walk
from flows.draft import Draft
from flows.outcome import Move, Turn
from flows.setting import Setting


@dataclass(slots=True)
class Phone(Walk):
    """A `Walk` whose settings are the bot's own, and whose additions know their first report.

    `code` and `report_id` are those of the report under way, `first` the closing card of the
    first one.
    """

    made: Setting = field(kw_only=True, repr=False)
    code: str = field(default="", kw_only=True, repr=False)
    report_id: str = field(default="", kw_only=True)
    first: Draft | None = field(default=None, repr=False)

    def setting(self) -> Setting:
        """Return the bot's setting on this phone's day, for its report."""
        return replace(self.made, today=self.today, code=self.code, report_id=self.report_id)

    def take(self, move: Move) -> Turn:
        """Take a turn; what is begun as an addition learns its first report, as in the bot."""
        turn = Walk.take(self, move)
        if turn.deed == "send" and self.first is None:
            self.first = turn.draft
        if turn.deed == "begin" and self.first is not None:
            self.here = replace(self.here, code=self.code, report_id=self.first.report_id)
        return turn

    def add(self, *, by_code: bool) -> Turn:
        """Begin an addition: from the card that is still there, or, it being gone, by the code."""
        if by_code:
            self.take(Move("command", "leave"))
        return self.take(Move("command", "add", argument=self.code))
