"""`python -m flows talk`: the conversation in a terminal, from the first card to the summary."""

import subprocess
import sys

from flows.commands.charting import DOCS

TYPED = (
    "1", "No", "yes", "18 or over", "1", "Yes, keep them", "Ask a person to contact me",
    "/skip", "neither", "I agree", "I'll contact you", "send", "q",
)  # fmt: skip


def test_talk_to_the_end() -> None:
    """Numbers, labels and commands lead to the route with its rule and the summary as JSON."""
    run = subprocess.run(
        [sys.executable, "-m", "flows", "talk"],
        input="\n".join(TYPED),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=DOCS.parent,
    )
    assert "[1] Continue" in run.stdout
    assert "Queue Q5_OTHER_FORCE_EW (Another force, or not known) by rule other-force" in run.stdout
    assert '"method": "i_will_contact"' in run.stdout
    assert "Thank you. It is sealed" in run.stdout
    assert run.stderr == ""
