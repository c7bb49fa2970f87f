"""`python -m flows`: check the content, walk it, draw it, bring its words up to date."""

import typer

from flows.commands.charting import chart
from flows.commands.checking import check
from flows.commands.limits import limits
from flows.commands.measuring import crisis
from flows.commands.talking import talk
from flows.commands.timing import times

app = typer.Typer(
    help="The conversation: check its content, walk it in a terminal, draw it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command()(check)
app.command()(talk)
app.command()(chart)
app.command()(limits)
app.command()(times)
app.command()(crisis)


@app.command()
def words() -> None:
    """Bring the catalogs in locales/ up to date with the texts, and compile them."""
    # Only here: Babel takes a moment to load, and the other commands do without it.
    from flows.commands.words import words as bring_up_to_date  # noqa: PLC0415 - see above

    bring_up_to_date()


if __name__ == "__main__":
    app()
