"""Alerts through a program of the operator's."""

import os
import subprocess
from dataclasses import dataclass, field

from intake.alerts.channel import SECONDS
from intake.alerts.notice import Alert
from intake.boundary import TryLater, WillNeverWork


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is run once an alert; keeps `intake.alerts.channel.Channel`.

    Its last word is the priority of an arrival, else the alert's kind. ALERT_ID and ALERT_WORDS
    stand in its environment.
    """

    run: tuple[str, ...] = field(repr=False)

    def send(self, alert: Alert) -> None:
        """Run the program and wait for it; 0 means that it has told."""
        last = str(alert.priorities[0]) if alert.kind == "arrived" else alert.kind
        try:
            subprocess.run(  # noqa: S603 - the operator's own program, as a list, without a shell
                [*self.run, last],
                check=True,
                timeout=SECONDS,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Not this process's environment: it may hold the bot's token.
                env={
                    "PATH": os.environ.get("PATH", os.defpath),
                    "ALERT_ID": alert.id,
                    "ALERT_WORDS": alert.words,
                },
            )
        except (FileNotFoundError, PermissionError) as fault:
            raise WillNeverWork(type(fault).__name__) from None
        except (subprocess.SubprocessError, OSError) as fault:
            raise TryLater(type(fault).__name__) from None
