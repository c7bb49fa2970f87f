"""The resume word: kept only as a salted hash, inside the sealed draft."""

import hashlib
import hmac

from flows.typed import one_word

SHORTEST, LONGEST = 4, 40


def hashed(word: str, salt: str) -> str:
    """Return `salt:hash` of a word in its compared form (scrypt, 4 MiB)."""
    made = hashlib.scrypt(word.encode(), salt=salt.encode(), n=2**12, r=8, p=1).hex()
    return f"{salt}:{made}"


def opens(typed: str, kept: str) -> bool:
    """Tell whether `typed` is the word behind `kept`; takes alike long either way."""
    word = one_word(typed, SHORTEST, LONGEST)
    salt = kept.partition(":")[0]
    return hmac.compare_digest(hashed(word, salt), kept)
