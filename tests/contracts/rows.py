"""Rows that the contract tests keep."""

from bot.stores import DraftRow, OutboxRow, SweepRow, TieRow

HERS, ANOTHER = b"h" * 32, b"a" * 32
DRAFT = DraftRow(
    id="d" * 32,
    owner=HERS,
    kind="draft",
    left=False,
    revision=1,
    sealed=b"sealed words",
    touched_at=1_800_000_000,
    ends_at=1_800_129_600,
    shown=False,
)
SWEEP = SweepRow(HERS, b"sealed ids", due_at=100, tries=0)
TIE = TieRow("t" * 32, HERS, 1, b"sealed tie", due_at=100)
REPORT = OutboxRow("e" * 32, "{}", b"age", "123456", b"lock", made_at=50, next_try_at=60, tries=0)
