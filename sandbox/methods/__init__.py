"""The Bot API's methods, each beside the fields it takes.

Importing this package fills `METHODS`.
"""

from sandbox.methods import account, deleting, editing, pressing, pulling, sending
from sandbox.methods.registry import METHODS, call

__all__ = [
    "METHODS",
    "account",
    "call",
    "deleting",
    "editing",
    "pressing",
    "pulling",
    "sending",
]
