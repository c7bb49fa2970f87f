"""`invite`: a one-time link for the first administrator, and for whoever lost every passkey."""

import time
from typing import Annotated, get_args

import typer

from console.opening import opened_office
from console.settings import ConsoleSettings
from console.signin.invitation import link
from intake.commands.asking import plainly, refuse
from intake.settings import read_settings
from intake.staff import inviting
from intake.staff.people import TERMINAL, Role


def invite(
    name: Annotated[str, typer.Argument(help="How colleagues see this person.")],
    role: Annotated[
        str, typer.Option(help=f"One of: {', '.join(get_args(Role))}.")
    ] = "administrator",
) -> None:
    """Print a one-time link with which this person enrols a passkey, within 24 hours.

    Somebody new is added. Somebody known by this very name, and with this role, gets a new link:
    her old passkeys and sign-ins end at once, so use it for passkeys that are lost.
    """
    with plainly(), opened_office(read_settings(ConsoleSettings)) as office:
        chosen = next((one for one in get_args(Role) if one == role), None)
        if chosen is None:
            refuse(f"{role!r} is no role. Choose one of: {', '.join(get_args(Role))}.")
        try:
            with office.engine.begin() as connection:
                made = inviting.from_terminal(connection, int(time.time()), TERMINAL, name, chosen)
        except inviting.CannotInvite as fault:
            refuse(str(fault))
        typer.echo(_words(made.known, name, chosen))
        typer.echo(link(office.origin, made.token))


def _words(known: bool, name: str, role: Role) -> str:  # noqa: FBT001 - private, and read once
    who = (
        f"{name} ({role}) can enrol a new passkey; the old ones have ended."
        if known
        else f"{name} is added as {role}."
    )
    return (
        f"{who} Give this link to nobody else, by a way you trust. It works once, within 24 hours:"
    )
