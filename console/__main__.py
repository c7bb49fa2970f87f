"""`python -m console`: the staff's side in a browser."""

import typer

from console.commands import inviting, serving

app = typer.Typer(
    invoke_without_command=True,
    add_completion=False,
    # A trace with local variables could show what staff typed.
    pretty_exceptions_enable=False,
    help="The legal team's console. Without a command: serve it.",
)

app.command("serve")(serving.serve)
app.command("invite")(inviting.invite)


@app.callback()
def default(context: typer.Context) -> None:
    """Serve when no command is named."""
    if context.invoked_subcommand is None:
        serving.serve()


if __name__ == "__main__":
    app(prog_name="python -m console")
