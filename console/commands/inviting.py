"""`invite`: a one-time link for the first administrator, and for whoever lost every passkey."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, get_args

import typer

from console.office import Office
from console.opening import opened_office
from console.settings import ConsoleSettings
from console.signin.invitation import link
from intake.answering import store_name
from intake.commands.asking import plainly, refuse
from intake.settings import read_settings
from intake.staff import inviting
from intake.staff.people import Role


def invite(
    name: Annotated[str, typer.Argument(help="How colleagues see this person.")],
    role: Annotated[
        str, typer.Option(help=f"One of: {', '.join(get_args(Role))}.")
    ] = "administrator",
    new: Annotated[  # noqa: FBT002 - typer makes --new of it
        bool,
        typer.Option("--new", help="Somebody new: needed as soon as anybody is there."),
    ] = False,
) -> None:
    """Print a one-time link with which this person enrols a passkey, within 24 hours.

    Somebody known by this very name, and with this role, gets a new link: her old passkeys and
    sign-ins end at once, so use it for passkeys that are lost. Somebody new is added.
    """
    with plainly(), _office() as office:
        chosen = next((one for one in get_args(Role) if one == role), None)
        if chosen is None:
            refuse(f"{role!r} is no role. Choose one of: {', '.join(get_args(Role))}.")
        try:
            with office.engine.begin() as connection:
                made = inviting.from_terminal(connection, int(time.time()), name, chosen, new=new)
        except inviting.CannotInvite as fault:
            refuse(str(fault))
        typer.echo(_words(made.known, name, chosen))
        if made.waits:
            typer.echo("She is disabled: the link works once an administrator enables her.")
        typer.echo(link(office.origin, made.token))


@contextmanager
def _office() -> Iterator[Office]:
    """Open the office, and say which one it is: another one's link opens nothing."""
    settings = read_settings(ConsoleSettings)
    with opened_office(settings) as office:
        store = store_name(settings.intake_database_url)
        typer.echo(f"For {office.origin}, in {store}.", err=True)
        if office.passkey_name == "localhost":
            typer.echo(
                "WARNING: this link works in a browser on this machine alone. For any other, run "
                "this with the CONSOLE_URL of the console itself.",
                err=True,
            )
        yield office


def _words(known: bool, name: str, role: Role) -> str:  # noqa: FBT001 - private, and read once
    who = (
        f"{name} ({role}) can enrol a new passkey; the old ones have ended."
        if known
        else f"{name} is added as {role}."
    )
    return (
        f"{who} Give this link to nobody else, by a way you trust. It works once, within 24 hours:"
    )
