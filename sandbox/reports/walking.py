"""From an invented person to a sealed report: her phone, her code, the bot's own sealing."""

import base64
import hmac
import secrets
from collections.abc import Mapping
from datetime import date, timedelta

from bot.sealing import Sealer
from bot.stores import OutboxRow
from flows.draft import Draft
from flows.moves import Moves
from flows.reach import by_chat, in_chat
from flows.setting import Setting
from intake.messages import ADDRESS_BYTES
from intake.receipts import DIGITS
from sandbox.reports.hand import Hand
from sandbox.reports.people import Person
from sandbox.reports.phone import Phone


class Walking:
    """Walks people through the conversation, the first report before what is added to it.

    `setting` is the bot's; `bot_key` the public key that notes to a chat are sealed to.
    """

    def __init__(
        self, moves: Moves, sealer: Sealer, setting: Setting, bot_key: str, day_0: date
    ) -> None:
        self._moves = moves
        self._sealer = sealer
        self._setting = setting
        self._bot_key = bot_key
        self._day_0 = day_0
        self._phones: dict[str, Phone] = {}

    @property
    def secret(self) -> bytes:
        """The deployment's receipt secret."""
        return self._sealer.receipt_secret

    def code(self, person: Person) -> str:
        """Return the receipt code of a report: 20 digits, the same in every run."""
        first = person.adds_to or person.id
        told = hmac.digest(self.secret, f"invented {first}".encode(), "sha256")
        return f"{int.from_bytes(told, 'big') % 10**DIGITS:0{DIGITS}d}"

    def day(self, ago: int) -> date:
        """Return the day so many days before the first run."""
        return self._day_0 - timedelta(days=ago)

    def sent(self, person: Person) -> Draft:
        """Walk until Send and return what was sent. KeyError if nobody sent what it adds to."""
        if person.adds_to:
            phone = self._phones[person.adds_to]
            phone.today, phone.report_id = self.day(person.ago), person.report_id
            phone.add(by_code=person.by_code)
        else:
            phone = self._phone(person)
            self._phones[person.id] = phone
        return Hand(phone, person, self._day_0).send()

    def sealed(self, person: Person, draft: Draft) -> OutboxRow:
        """Seal what was sent, exactly as the bot does."""
        setting = self._phones[person.adds_to or person.id].setting()
        chat = self._chat(draft, setting.today)
        return self._sealer.outbox_row(draft, self.code(person), setting, now=0, chat=chat)

    def _phone(self, person: Person) -> Phone:
        return Phone(
            self._moves,
            self.day(person.ago),
            self._setting.languages,
            self._setting.names,
            made=self._setting,
            code=self.code(person),
            report_id=person.report_id,
        )

    def _chat(self, draft: Draft, today: date) -> Mapping[str, object] | None:
        """Return where a note to her goes: an address of nobody, as no phone stands behind it."""
        if not by_chat(draft):
            return None
        address = base64.b64encode(secrets.token_bytes(ADDRESS_BYTES)).decode("ascii")
        return {**in_chat(draft, today).as_json(), "address": address, "key": self._bot_key}
