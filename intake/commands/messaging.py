"""`message`: write to the chat of a reporter who asked to be reached there."""

import base64
import binascii
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from intake.commands.asking import opened_register, plainly, refuse
from intake.commands.handling import ReportId
from intake.commands.opening import IdentityFiles, PassphraseFile, open_recorded
from intake.messages import ADDRESS_BYTES, LONGEST_TEXT, seal_message
from intake.reading import OpenedReport
from intake.summary import InChat, UnusualSummary, read_summary

_LARGEST = 64 * 1024
"""Bytes that are read at most: a text that is longer is refused anyway."""


def message(
    report: ReportId,
    identity: IdentityFiles,
    text_file: Annotated[
        Path | None, typer.Option(help="Take the text from this file instead of standard input.")
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write to the person's chat: at most 1,500 characters of plain text, never an argument.

    It is sealed here, to the bot's own key, and shown only on the days and in the hours that she
    chose, behind her word.
    """
    with opened_register() as register:
        opened = open_recorded(register, report, identity, passphrase_file)
        stored = opened.stored
        chat = _chat_of(opened)
        if not sys.stdin.closed and text_file is None and sys.stdin.isatty():
            typer.echo(f"Type the note, at most {LONGEST_TEXT} characters; end with Ctrl-D.")
        text = _text(text_file)
        with plainly():
            sealed = seal_message(text, (), chat.key)
        register.post(_address(chat), sealed, stored.triage.report_id)
        waiting = len(register.waiting(_address(chat)))
    typer.echo(f"It is sealed and waits. Not shown yet to this person: {waiting}.")
    typer.echo(f"Days: {', '.join(chat.days)}. Hours: {', '.join(chat.hours)}, London.")
    typer.echo(f"No note is shown after {chat.until}.")


def _chat_of(opened: OpenedReport) -> InChat:
    try:
        chat = read_summary(opened.summary).contact.chat
    except UnusualSummary as unusual:
        refuse(str(unusual))
    if opened.stored.withdrawn:
        refuse("This person asked for the report to be deleted: nothing was sent.")
    if chat is None:
        refuse("This person did not ask to be reached in the chat: nothing was sent.")
    if chat.until < date.today().isoformat():  # noqa: DTZ011 - the day where staff are is meant
        refuse(f"This person may be written to until {chat.until} only: nothing was sent.")
    return chat


def _address(chat: InChat) -> bytes:
    try:
        address = base64.b64decode(chat.address, validate=True)
    except binascii.Error:
        address = b""
    if len(address) != ADDRESS_BYTES:
        refuse("The report's address for the chat cannot be read: nothing was sent.")
    return address


def _text(file: Path | None) -> str:
    try:
        with file.open("rb") if file else sys.stdin.buffer as source:
            return source.read(_LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        refuse("The text cannot be read: give plain UTF-8 text.")
