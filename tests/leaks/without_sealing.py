"""The bot and the courier as they would be without encryption: a planted fault."""

from bot import crypto
from bot.__main__ import app


def _not_sealed(key: bytes, plain: bytes, aad: bytes) -> bytes:
    del key, aad
    return plain


def _as_it_is(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    del key, aad
    return sealed


if __name__ == "__main__":
    crypto.seal, crypto.unseal = _not_sealed, _as_it_is
    app()
