"""Where alerts arrive in tests: real servers on loopback, one for each channel."""

import ssl
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Mailbox

from intake.alerts.channel import Channel
from intake.alerts.mail import Mail
from intake.alerts.program import Program
from intake.alerts.staff_chat import StaffChat
from intake.alerts.webhook import Webhook
from sandbox import Sandbox, serve
from sandbox.faults import Fault, FaultKind
from tests.contracts.alert_settings import (
    STAFF,
    chat_settings,
    free_port,
    mail_settings,
    webhook_settings,
)

CANARY = "canary-7f3a"
"""In whatever a server answers; never in what a channel raises."""


class End(Protocol):
    """One channel, and the place it leads to."""

    channel: Channel

    async def taken(self) -> list[str]:
        """Return all that was taken, each alert as the text that arrived."""

    def later(self) -> None:
        """Refuse once, for now."""

    def never(self) -> None:
        """Refuse for good."""


class Inbox(Mailbox):
    """Keeps what arrives, or answers with `reply` instead; `once` puts that away again."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []
        self.reply = ""
        self.once = False

    def handle_message(self, message: Message) -> None:
        """Keep what arrived."""
        self.mails.append(message)

    async def handle_RCPT(self, *given: object) -> str:  # noqa: N802 - aiosmtpd's name
        """Take the recipient, or answer as told."""
        envelope, address = given[2], given[3]
        if reply := self.reply:
            self.reply = "" if self.once else reply
            return reply
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]  # aiosmtpd is untyped
        return "250 OK"


@dataclass
class MailEnd:
    """An aiosmtpd."""

    inbox: Inbox
    channel: Channel

    async def taken(self) -> list[str]:
        """Return the mails, headers and body."""
        return [mail.as_string() for mail in self.inbox.mails]

    def later(self) -> None:
        """Answer 451 once."""
        self.inbox.reply, self.inbox.once = f"451 greylisted {CANARY}", True

    def never(self) -> None:
        """Answer 550."""
        self.inbox.reply, self.inbox.once = f"550 no such {CANARY}", False


@dataclass
class Posted:
    """One request that arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """A small HTTP server; `answers` are given first (status, headers), then 204."""

    url: str = ""
    posted: list[Posted] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)


@contextmanager
def receiver(certificate: Path | None = None) -> Iterator[Receiver]:
    """Run a receiver on loopback; with a certificate, over TLS."""
    here = Receiver()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            here.posted.append(Posted(self.path, headers, body))
            status, extra = here.answers.pop(0) if here.answers else (204, {})
            self.send_response(status, CANARY)
            for name, value in extra.items():
                self.send_header(name, value)
            self.end_headers()
            if status != 204:
                self.wfile.write(CANARY.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    here.url = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}/alerts"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class WebhookEnd:
    """A receiver of signed alerts."""

    receiver: Receiver
    channel: Channel
    refused: int = 0

    async def taken(self) -> list[str]:
        """Return headers and body of each request that was not refused."""
        taken = self.receiver.posted[self.refused :]
        return [f"{one.path} {one.headers} {one.body.decode()}" for one in taken]

    def later(self) -> None:
        """Answer 503 once."""
        self.refused += 1
        self.receiver.answers.append((503, {}))

    def never(self) -> None:
        """Answer 410."""
        self.refused += 1
        self.receiver.answers.append((410, {}))


@dataclass
class ProgramEnd:
    """A program that writes down what it was given."""

    out: Path
    channel: Channel

    @classmethod
    def made(cls, folder: Path) -> "ProgramEnd":
        """Return one that writes into `folder`, or ends with a fault where `later` stands."""
        out, program = folder / "out", folder / "program.py"
        program.write_text(
            "import os, pathlib, sys\n"
            "out = pathlib.Path(sys.argv[1])\n"
            "fault = out.with_name('later')\n"
            "if fault.exists():\n    fault.unlink()\n    raise SystemExit(1)\n"
            "with out.open('a') as file:\n    print(sys.argv[2:], dict(os.environ), file=file)\n"
        )
        return cls(out, Program((sys.executable, str(program), str(out))))

    async def taken(self) -> list[str]:
        """Return words and environment, a line each run."""
        return self.out.read_text().splitlines() if self.out.exists() else []

    def later(self) -> None:
        """End with a fault once."""
        self.out.with_name("later").touch()

    def never(self) -> None:
        """Be gone."""
        self.channel = Program((str(self.out.with_name(CANARY)),))


@dataclass
class ChatEnd:
    """A phone of the staff, at a Bot API server, that has begun a chat with the staff's bot."""

    box: Sandbox
    channel: Channel

    async def taken(self) -> list[str]:
        """Return what the bot wrote."""
        return [m.text for m in await self.box.phone(STAFF).screen() if m.who == "bot"]

    def later(self) -> None:
        """Answer 429 once: wait for 40 seconds."""
        self.box.faults.plant(Fault(FaultKind.TOO_MANY, "sendMessage", seconds=40))

    def never(self) -> None:
        """Answer 403."""
        self.box.faults.plant(Fault(FaultKind.FORBIDDEN, "sendMessage", times=None))


@contextmanager
def mail_server(inbox: Inbox, **choices: Any) -> Iterator[int]:  # noqa: ANN401 - whatever aiosmtpd takes
    """Run a mail server on loopback; yield its port."""
    port = free_port()
    controller = Controller(inbox, hostname="127.0.0.1", port=port, **choices)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@asynccontextmanager
async def end_of(kind: str, folder: Path) -> AsyncIterator[End]:
    """Run the other end of a channel for as long as the block lasts."""
    if kind == "email":
        inbox = Inbox()
        with mail_server(inbox) as port:
            yield MailEnd(inbox, Mail(mail_settings(port), ("team@x.test",)))
    elif kind == "webhook":
        with receiver() as here:
            yield WebhookEnd(here, Webhook(webhook_settings(here.url, folder)))
    elif kind == "telegram":
        async with serve() as box:
            await box.phone(STAFF).start()
            yield ChatEnd(box, StaffChat(chat_settings(box.url, folder), STAFF))
    else:
        yield ProgramEnd.made(folder)
