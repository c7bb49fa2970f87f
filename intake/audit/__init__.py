"""The audit chain: every act of staff is a link that holds the hash of the one before.

`acts` names what can be recorded, `log.record` appends, `link` hashes and `chain` checks (both
pure), `reading` gives links back, `anchor` writes the newest hash to a place outside the store.
An edit, a removal or an insertion breaks the chain; cutting its end off, or writing the rest of it
anew with right hashes, is found by the anchors outside.
"""

from intake.audit.acts import ACTS, Act
from intake.audit.chain import Broken, verify
from intake.audit.link import Head, Link, Value
from intake.audit.log import record

__all__ = ["ACTS", "Act", "Broken", "Head", "Link", "Value", "record", "verify"]
