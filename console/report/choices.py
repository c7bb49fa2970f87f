"""The fixed lists that staff choose from; the same for every report."""

from collections.abc import Mapping
from typing import Any, Final

from intake.boundary import WORDS
from intake.casework.approvals import APPROVAL_REASONS
from intake.casework.statuses import REASONS
from intake.casework.tasks import TASK_KINDS

REFERRED: Final = "referred"
"""A status that only a referral sets: it takes the reporter's consent."""

CHOICES: Final[Mapping[str, Any]] = {
    "reasons": REASONS,
    "words": tuple(word for word in WORDS if word != "arrived"),
    "tasks": TASK_KINDS,
    "approvals": {kind: APPROVAL_REASONS[kind] for kind in ("officer", "delete")},
}
