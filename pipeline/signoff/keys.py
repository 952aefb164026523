"""Ed25519 signatures over entries, with keys in files. `cryptography` is imported only when a key is used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.signoff.refused import RefusedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

DOMAIN = b"sobthan signoff entry 1\n"
"""Stands before what is signed, so that a signature is good for nothing else."""


class Signer:
    """A private key that signs entries. public: its public half, 64 hexadecimal digits."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw().hex()

    def sign(self, entry_hash: str) -> str:
        """Return the signature over an entry's hash, 128 hexadecimal digits."""
        return self._private.sign(DOMAIN + bytes.fromhex(entry_hash)).hex()


def new_key(file: Path, passphrase: str | None = None) -> str:
    """Write a new private key that only its owner may read, its public half beside it; return that half.

    FileExistsError where either file is there: a key is never overwritten.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    sealing = (
        serialization.BestAvailableEncryption(passphrase.encode("utf-8"))
        if passphrase
        else serialization.NoEncryption()
    )
    pem = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealing)
    public = private.public_key().public_bytes_raw().hex()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(pem)
    with file.with_name(file.name + ".pub").open("x", encoding="ascii") as out:
        out.write(public + "\n")
    return public


def load_key(file: Path, passphrase: str | None = None) -> Signer:
    """Return the signer of a key file; RefusedError where it is no Ed25519 key or the passphrase is wrong."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        pem = file.read_bytes()
        private = load_pem_private_key(pem, passphrase.encode("utf-8") if passphrase else None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        raise RefusedError("bad-key", file=str(file)) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise RefusedError("bad-key", file=str(file))
    return Signer(private)


def signature_holds(public: str, entry_hash: str, signature: str) -> bool:
    """Tell whether a signature over an entry's hash was made with the private half of a public key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), DOMAIN + bytes.fromhex(entry_hash))
    except (InvalidSignature, ValueError):
        return False
    return True


def load_trusted(file: Path) -> dict[str, str]:
    """Return public key → name from a file of lines `KEY NAME`; RefusedError where a line is none."""
    trusted: dict[str, str] = {}
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise RefusedError("bad-trusted", file=str(file), line=0) from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        public, _, name = line.strip().partition(" ")
        if len(public) != 64 or not name.strip() or set(public) - set("0123456789abcdef"):
            raise RefusedError("bad-trusted", file=str(file), line=number)
        trusted[public] = name.strip()
    return trusted
