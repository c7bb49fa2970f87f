"""`python -m sandbox console`: the console on the demonstration's store."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from console.commands.serving import run
from console.listening import listen
from console.opening import opened_office
from console.settings import ConsoleSettings
from intake.commands.asking import plainly, refuse
from intake.logs import set_up_logs
from intake.settings import read_settings
from sandbox.console.pages import PATH, pages
from sandbox.console.people import prepare_staff
from sandbox.demonstration import LOUD

HERE = Path(__file__).parent


def console(
    data: Annotated[Path, typer.Option(help="Where stores and keys live.")] = Path("var"),
    port: Annotated[int, typer.Option(help="On 127.0.0.1.")] = 8200,
) -> None:
    """Serve the console with invented staff. Refuses every team file but the demonstration's."""
    os.environ |= {
        "DATA_DIR": str(data),
        "CONSOLE_URL": f"http://localhost:{port}",
        "PORT": str(port),
    }
    with plainly():
        settings = read_settings(ConsoleSettings)
        if not settings.team_file.read_text(encoding="utf-8").startswith(LOUD):
            refuse("This is no demonstration's team file: use `python -m console`.")
        set_up_logs(settings.log_level)
        with (
            opened_office(settings, demonstration=True, templates=HERE) as office,
            listen(settings) as listening,
        ):
            with office.engine.begin() as connection:
                staff = prepare_staff(connection, data)
            answers = f"The staff console: {office.origin}{PATH}"
            asyncio.run(run(office, settings, listening, answers, pages(staff)))
