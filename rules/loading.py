"""Rule packs by name or path: found, inherited, checked, resolved, hashed; all is right or nothing loads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from rules.errors import RuleError, near
from rules.files import problems_at
from rules.kinds import Trouble
from rules.pack_build import build, digest, pack_document
from rules.pack_chain import LEXICON, PACKS, chain, merged, shipped
from rules.pack_keys import OPTIONS
from rules.pack_lexicon import merged_lexicon, troubles_of
from rules.pack_sense import contradictions
from rules.yaml_text import Document, parse
from schemas.rules import RulePack

__all__ = ["RuleError", "default_lexicon", "load_pack", "pack_document", "shipped"]


def load_pack(name_or_path: str = "default", options: Mapping[str, str] | None = None) -> RulePack:
    """Return a rule pack with its inheritance and the options of the run applied.

    name_or_path: a shipped pack's name or a YAML file. options: zero, blank, dash, rounding, tolerance.
    RuleError names every problem with file and line.
    """
    files = chain(name_or_path)
    document = merged(files)
    base = default_lexicon()
    added = [f.document["lexicon"] for f in reversed(files) if f.document.get("lexicon")]
    troubles = list(contradictions(document))
    troubles += [trouble for lexicon in added for trouble in troubles_of(lexicon, base)]
    if troubles:
        raise RuleError(problems_at([(f.label, f.text) for f in files], troubles))
    if options:
        document = _with_options(document, options)
    pack = build(document, merged_lexicon(base, added))
    return replace(pack, sha256=digest(pack))


def default_lexicon() -> Document:
    """Return the wordings every pack starts from, as they stand in lexicon.yaml."""
    path = PACKS / f"{LEXICON}.yaml"
    lexicon: Document = parse(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return lexicon


def _with_options(document: Document, options: Mapping[str, str]) -> Document:
    policies = dict(document.get("policies", {}))
    result = dict(document)
    for name, text in options.items():
        kind = OPTIONS.get(name)
        if kind is None:
            values = {"name": name, "near": near(name, tuple(OPTIONS))}
            raise RuleError.of("rules.unknown-key", values)
        value: Any = text
        if name == "tolerance":
            value = _number(text)
        for trouble in kind.check(value, (name,)):
            raise _option_error(trouble)
        if name == "tolerance":
            result["tolerance"] = value
        else:
            policies[name] = value
            if name == "rounding":  # said of every figure, so that no quantity keeps a rounding of its own
                result["rounding"] = {}
    result["policies"] = policies
    for trouble in contradictions(result):
        raise _option_error(trouble)
    return result


def _option_error(trouble: Trouble) -> RuleError:
    values = {**trouble.values, "near": near(trouble.word, trouble.known) if trouble.known else ""}
    return RuleError.of(trouble.key, values)


def _number(text: str) -> Decimal | str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text
