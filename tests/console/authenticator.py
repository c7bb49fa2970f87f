"""A passkey made of software: what a phone or a security key would answer (WebAuthn level 3)."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """One passkey of one person at one site; its fields can be set wrong on purpose."""

    origin: str = "https://console.example.org"
    site: str = "console.example.org"
    counts: bool = True
    verifies: bool = True
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    user: bytes = b""
    count: int = 0

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.create`."""
        assert options["authenticatorSelection"]["residentKey"] == "required"
        assert options["authenticatorSelection"]["userVerification"] == "required"
        self.user = _bytes(options["user"]["id"])
        client = self._client("webauthn.create", options["challenge"])
        length = len(self.credential_id).to_bytes(2, "big")
        attested = bytes(16) + length + self.credential_id + self._cose()
        authenticator = self._authenticator(ATTESTED) + attested
        attestation = (
            b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59"
            + len(authenticator).to_bytes(2, "big")
            + authenticator
        )
        return self._answer(
            clientDataJSON=_text(client), attestationObject=_text(attestation), transports=[]
        )

    def get(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.get`."""
        assert options["userVerification"] == "required"
        client = self._client("webauthn.get", options["challenge"])
        self.count += self.counts
        authenticator = self._authenticator(0)
        signed = authenticator + hashlib.sha256(client).digest()
        return self._answer(
            clientDataJSON=_text(client),
            authenticatorData=_text(authenticator),
            signature=_text(self.key.sign(signed, ec.ECDSA(SHA256()))),
            userHandle=_text(self.user),
        )

    def _answer(self, **response: object) -> dict[str, Any]:
        name = _text(self.credential_id)
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        }

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps(
            {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        ).encode()

    def _authenticator(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        site = hashlib.sha256(self.site.encode()).digest()
        return site + bytes([flags]) + self.count.to_bytes(4, "big")

    def _cose(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        return b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + x + b"\x22\x58\x20" + y


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
