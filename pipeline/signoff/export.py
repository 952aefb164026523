"""A case as one JSON document that another party can verify without the store, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.signoff.chain import unsealed
from pipeline.signoff.refused import RefusedError
from schemas.canonical import canonical, digest
from schemas.fault import Fault
from schemas.record import Sealed

FORMAT = "sobthan-signoff"
EXPORT_VERSION = "1.0"


def exported(entries: Sequence[Sealed], store_head: str) -> str:
    """Return the document. The hash of an entry is the SHA-256 of its content as canonical JSON."""
    document = {
        "format": FORMAT,
        "export_version": EXPORT_VERSION,
        "store": entries[0].entry.store,
        "case": entries[0].entry.case,
        "head": entries[-1].hash,
        "store_head": store_head,
        "entries": [
            {"content": json.loads(e.content), "hash": e.hash, "signature": e.signature} for e in entries
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def imported(text: str | bytes, name: str) -> list[Sealed | Fault]:
    """Return the entries of an exported document, damaged ones as faults; RefusedError where it is none."""
    document = _document(text, name)
    entries: list[Sealed | Fault] = [_entry(member) for member in document["entries"]]
    whole = [e for e in entries if isinstance(e, Sealed)]
    if whole and document.get("head") != whole[-1].hash:
        entries.append(Fault("head-differs", values={"head": str(document.get("head"))[:64]}))
    said = (document.get("store"), document.get("case"))
    strangers = [e.entry for e in whole if (e.entry.store, e.entry.case) != said]
    return entries + [Fault("other-store", e.case, e.number) for e in strangers]


def _document(text: str | bytes, name: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError("bad-export", file=name, why="JSON") from None
    known = isinstance(document, dict) and document.get("format") == FORMAT
    if not known or document.get("export_version") != EXPORT_VERSION:
        raise RefusedError("bad-export", file=name, why=f"{FORMAT} {EXPORT_VERSION}")
    if not isinstance(document.get("entries"), list) or not document["entries"]:
        raise RefusedError("bad-export", file=name, why="entries")
    return dict(document)


def _entry(member: object) -> Sealed | Fault:
    if not isinstance(member, dict) or set(member) != {"content", "hash", "signature"}:
        return Fault("malformed", values={"why": "content, hash, signature"})
    signature = member["signature"]
    if not isinstance(signature, str | None):
        return Fault("malformed", values={"why": "signature"})
    try:
        content = canonical(member["content"])
    except (TypeError, ValueError, RecursionError):
        return Fault("malformed", values={"why": "content"})
    found = unsealed(content, str(member["hash"]), signature)
    if isinstance(found, Fault) and digest(content) != member["hash"] and found.name == "malformed":
        return Fault("altered", values=found.values)
    return found
