"""`python -m intake`: set the legal team's store up, and read what arrives, from a terminal."""

import typer

from intake.commands import (
    alerting,
    auditing,
    counting,
    exporting,
    handling,
    messaging,
    opening,
    replaying,
    retaining,
    setting_up,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    # A trace with local variables could show a report or a passphrase.
    pretty_exceptions_enable=False,
    help="The legal team's intake: what arrived, and opening it with your own key.",
)

app.command("init")(setting_up.init)
app.command("keygen")(setting_up.keygen)
app.command("list")(handling.list_reports)
app.command("open")(opening.open_stored)
app.command("export")(exporting.export)
app.command("message")(messaging.message)
app.command("mark")(handling.mark)
app.command("delete")(handling.delete)
app.command("due")(retaining.due_list)
app.command("replay-deletions")(replaying.replay_deletions)
app.command("monitoring")(counting.monitoring)
app.command("try-alerts")(alerting.try_alerts)
app.add_typer(auditing.app, name="audit")

if __name__ == "__main__":
    app(prog_name="python -m intake")
