"""Whether the time of a refused sign-in tells who has an account here.

Whoever guesses compares an unknown passkey with a wrong signature. A disabled person's, with her
right signature, takes as long: a stand-in is put in its place, as in that of an unknown one.
"""

import asyncio
import dataclasses
import os
import secrets
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.migrate import upgrade
from intake.staff import people
from tests.console.authenticator import Authenticator
from tests.console.staffing import Staff, signed_in
from tests.console.stage import Stage, staged

SAMPLES: Final = int(os.environ.get("CANDOUR_SIGN_IN_SAMPLES", "200"))
"""Of each kind, interleaved; a release takes 2000."""

WORST_AUC, WORST_MILLISECONDS = 0.55, 5.0
"""Beyond either, times would tell the kinds apart."""

_WINDOW: Final = 15 * 60 + 1
"""Seconds after which earlier refusals no longer count: every sample is a first try."""


async def measure_sign_ins() -> dict[str, list[float]]:
    """Return seconds of each kind of refusal, in the order they were taken."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        engine = make_engine(f"sqlite:///{empty}")
        upgrade(engine, MIGRATIONS)
        engine.dispose()
        with staged(Path(folder), empty) as stage:
            return await _measure(stage)


async def _measure(stage: Stage) -> dict[str, list[float]]:
    ada, eve = [await signed_in(stage.office, name) for name in ("Ada", "Eve")]
    with stage.office.engine.begin() as connection:
        people.disable(connection, stage.office.now(), "terminal", eve.staff_id)
    copied = dataclasses.replace(ada.passkey, key=Authenticator().key, user=ada.passkey.user)
    kinds = {
        "unknown passkey": Authenticator(user=ada.passkey.user),
        "wrong signature": copied,
        "disabled person": eve.passkey,
    }
    found: dict[str, list[float]] = {kind: [] for kind in kinds}
    visitor = Staff(stage.office)
    await visitor.fetch_token()
    for number in range(SAMPLES + 5):
        # In any order: what came just before must tell nothing either.
        for kind in secrets.SystemRandom().sample(list(kinds), len(kinds)):
            stage.clock.at += _WINDOW
            taken = await _refused(visitor, kinds[kind])
            if number >= 5:  # noqa: PLR2004 - the first are slower: nothing is warm yet
                found[kind].append(taken)
    return found


async def _refused(visitor: Staff, passkey: Authenticator) -> float:
    begun = await visitor.post("/sign-in/begin")
    answer: dict[str, Any] = {"credential": passkey.get(begun.json()["options"])}
    began = time.perf_counter()
    told = await visitor.post("/sign-in/finish", answer)
    taken = time.perf_counter() - began
    if told.status_code != 403:  # noqa: PLR2004 - HTTP's number for a refusal
        raise RuntimeError("this should have been refused")
    return taken


def auc(one: list[float], other: list[float]) -> float:
    """Return how well a time tells two kinds apart: 0.5 is not at all, 1 is always."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    seen = wins = 0
    for _, kind in ranked:
        wins += seen if kind else 0
        seen += kind == 0
    share = wins / (len(one) * len(other))
    return max(share, 1 - share)


def sign_in_lines(found: dict[str, list[float]]) -> list[str]:
    """Return the figures as `make bench` prints them."""
    lines = [
        f"refused, {kind:17} {statistics.median(times) * 1e3:6.2f} ms (median of {len(times)})"
        for kind, times in found.items()
    ]
    kinds = list(found)
    for one, other in (*pairwise(kinds), (kinds[-1], kinds[0])):
        apart = abs(statistics.median(found[one]) - statistics.median(found[other])) * 1e3
        lines.append(
            f"{one} or {other}: AUC {auc(found[one], found[other]):.3f} (promised "
            f"{WORST_AUC}), {apart:.2f} ms apart (promised {WORST_MILLISECONDS:.0f})"
        )
    return lines


if __name__ == "__main__":
    import typer

    for text in sign_in_lines(asyncio.run(measure_sign_ins())):
        typer.echo(text)
