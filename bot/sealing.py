"""From a draft that was sent to the sealed row that waits to be handed over."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.stores import OutboxRow
from flows.deadlines import timing
from flows.draft import Draft
from flows.model import Flow
from flows.routing import route
from flows.setting import Setting
from flows.summary import conflict_card, consent_version, summary
from intake.boundary import ReceiptLock, Triage
from intake.envelope import seal
from intake.receipts import lock
from intake.team import Team


@dataclass(frozen=True, slots=True)
class Sealer:
    """What sealing needs besides the draft: the team's public keys, the deployment secret."""

    flow: Flow
    team: Team
    receipt_secret: bytes = field(repr=False)

    def outbox_row(
        self,
        draft: Draft,
        code: str,
        setting: Setting,
        now: int,
        chat: Mapping[str, object] | None = None,
    ) -> OutboxRow:
        """Seal `draft` as a report of `setting.today`; only ciphertext leaves this function.

        `chat` is what the team needs to write to her chat, where she asked for that.
        Raises intake's SummaryTooLarge, which `flows check` proves cannot happen.
        """
        time = timing(self.flow, draft, setting.today, setting.calendar)
        found = route(self.flow, draft, time)
        report_id = setting.report_id or secrets.token_hex(16)
        triage = Triage(
            report_id=report_id,
            received=setting.today,
            queue=found.queue,
            priority=found.priority,
            due_week=found.due_week,
            language=draft.language,
            consent_version=consent_version(draft),
        )
        account = self._account(draft, triage, setting, chat)
        card = conflict_card(self.flow, draft)
        envelope = seal(account, card, self.team.recipients_for(found.queue))
        receipt = receipt_of(draft) if draft.receipt else lock(code, self.receipt_secret)
        return OutboxRow(
            report_id=report_id,
            triage=json.dumps(triage.as_dict()),
            envelope=envelope,
            lookup=receipt.lookup,
            lock=receipt.lock,
            made_at=now,
            next_try_at=now,
            tries=0,
        )

    def _account(
        self,
        draft: Draft,
        triage: Triage,
        setting: Setting,
        chat: Mapping[str, object] | None,
    ) -> dict[str, object]:
        """Return the summary, with what the flow does not know: the columns, where a note goes."""
        day, calendar = setting.today, setting.calendar
        account = summary(self.flow, draft, triage.report_id, day, calendar)
        account["triage"] = triage.as_dict()
        contact = account["contact"]
        if chat and isinstance(contact, dict):
            account["contact"] = {**contact, "chat": dict(chat)}
        return account


def receipt_of(draft: Draft) -> ReceiptLock:
    """Return the lock under which answers are sent that the team asked for (`bot.asking`)."""
    lookup, _, locked = draft.receipt.partition(":")
    return ReceiptLock(lookup, bytes.fromhex(locked))
