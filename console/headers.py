"""The header set that stands on every response (THREATS.md C4: also on faults and files)."""

from typing import Final

from starlette.datastructures import MutableHeaders

from console.page import Words

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types "
)

# Pages with decrypted words may start our worker and make no markup at all; the others may let
# htmx put in what the server rendered.
_TRUSTED_TYPES: Final[dict[Words, str]] = {"decrypted": "candour-worker", "none": "candour-htmx"}

_ALWAYS: Final = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Robots-Tag": "noindex, nofollow",
}


def put_on(headers: MutableHeaders, words: Words = "none") -> None:
    """Put the whole set on. What a page has set itself stays: its policy, a file's caching."""
    headers.setdefault("Content-Security-Policy", _POLICY + _TRUSTED_TYPES[words])
    for name, value in _ALWAYS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")
