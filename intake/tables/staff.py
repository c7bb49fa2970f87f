"""Who may use the console, and how they show that they are who they are. Seconds since 1970 UTC."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from intake.tables.one import metadata

staff = Table(
    "staff",
    metadata,
    Column("staff_id", String(32), primary_key=True),
    Column("name", String(80), nullable=False),
    Column(
        "role",
        String(16),
        CheckConstraint("role IN ('caseworker', 'supervisor', 'administrator', 'auditor')"),
        nullable=False,
    ),
    Column("created", BigInteger, nullable=False),
    # Nobody is deleted: the audit chain names them. Who may no longer sign in is disabled.
    Column("disabled", BigInteger),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("credential_id", LargeBinary(1023), primary_key=True),
    Column("staff_id", ForeignKey("staff.staff_id"), nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", BigInteger, nullable=False),
    Column("created", BigInteger, nullable=False),
    Index("passkeys_by_staff", "staff_id"),
)

invitations = Table(
    "invitations",
    metadata,
    # SHA-256 of the link's secret part.
    Column("token_hash", LargeBinary(32), primary_key=True),
    # Bound to that person: the link enrols nobody else.
    Column("staff_id", ForeignKey("staff.staff_id"), nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("used", BigInteger),
)

challenges = Table(
    "challenges",
    metadata,
    # SHA-256 of the cookie that a sign-in under way carries.
    Column("ceremony_hash", LargeBinary(32), primary_key=True),
    Column("purpose", String(16), nullable=False),
    Column("staff_id", String(32)),
    Column("challenge", LargeBinary(64), nullable=False),
    Column("expires", BigInteger, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    # SHA-256 of the cookie: whoever reads the table cannot sign in with it.
    Column("session_hash", LargeBinary(32), primary_key=True),
    Column("staff_id", ForeignKey("staff.staff_id"), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("touched", BigInteger, nullable=False),
    # When the passkey was last used in this session: export, re-seal and delete ask for it anew.
    Column("stepped_up", BigInteger, nullable=False),
    # The server's half of the key that guards an unlocked identity in this browser.
    Column("half", LargeBinary(32), nullable=False),
    Index("sessions_by_staff", "staff_id"),
)

tries = Table(
    "tries",
    metadata,
    # Failed sign-ins, to slow guessing down: a keyed hash of where from or of whom.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", LargeBinary(32), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("tries_by_source", "source"),
)

identities = Table(
    "identities",
    metadata,
    # A lawyer's private keys, wrapped in her browser: the server can open neither.
    Column("staff_id", ForeignKey("staff.staff_id"), primary_key=True),
    Column(
        "purpose",
        String(16),
        CheckConstraint("purpose IN ('reader', 'conflict')"),
        primary_key=True,
    ),
    Column("public_key", String(80), nullable=False, unique=True),
    Column("by_passphrase", LargeBinary, nullable=False),
    Column("by_passkey", LargeBinary),
    Column("created", BigInteger, nullable=False),
)
