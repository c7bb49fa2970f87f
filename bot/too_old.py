"""Messages that Telegram lets nobody but herself delete any more: she is told once."""

from dataclasses import replace

from flows.model import Flow
from flows.outcome import Turn
from flows.screen import Card
from flows.setting import Setting

LINE = "clear_it_yourself"


def with_line(flow: Flow, turn: Turn, setting: Setting) -> Card:
    """Return the turn's card with the line above it that the rest is hers to clear."""
    line = setting.languages[turn.show.language].say("texts", flow.texts[LINE])
    return replace(turn.card, text=f"{line}\n\n{turn.card.text}")
