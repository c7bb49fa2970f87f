"""Messages that Telegram lets nobody but herself delete any more: she is told once."""

from dataclasses import replace

from flows.model import Flow
from flows.outcome import Turn
from flows.setting import Setting

LINE = "clear_it_yourself"


def with_line(flow: Flow, turn: Turn, setting: Setting) -> Turn:
    """Return the turn with the line above its card that the rest is hers to clear.

    Only for a card of a draft or a receipt: on one that a stranger may see, the line would
    tell that there was more.
    """
    line = setting.languages[turn.show.language].say("texts", flow.texts[LINE])
    return replace(turn, card=replace(turn.card, text=f"{line}\n\n{turn.card.text}"))
