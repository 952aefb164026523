"""From a name or a path to one document: the chain of `extends`, merged; each problem at file and line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import NamedTuple

from rules.errors import Problem, RuleError, near
from rules.files import problems_at, read_document, read_text
from rules.pack_keys import PACK, STAND_ALONE
from rules.yaml_text import Document, lines_of

PACKS = FilePath(__file__).parent / "packs"
LEXICON = "lexicon"
LONGEST_CHAIN = 20
_OF_THE_FILE = ("name", "extends", "lexicon")


class PackFile(NamedTuple):
    """One file of a chain: where it stands, what to call it in messages, its text and its document."""

    path: FilePath
    label: str
    text: str
    document: Document


def shipped() -> tuple[str, ...]:
    """Return the names of the packs that come with sobthan, default first."""
    names = sorted(p.stem for p in PACKS.glob("*.yaml") if p.stem != LEXICON)
    return ("default", *(n for n in names if n != "default"))


def find(name_or_path: str, beside: FilePath | None = None) -> tuple[FilePath, str]:
    """Return the file of a pack and its label. beside: the folder that a relative path starts from.

    RuleError where there is none, with a did-you-mean.
    """
    path = FilePath(name_or_path)
    if path.suffix not in (".yaml", ".yml") and len(path.parts) == 1 and name_or_path != LEXICON:
        own = PACKS / f"{name_or_path}.yaml"
        if own.is_file():
            return own, name_or_path
    if beside is not None and not path.is_absolute():
        path = beside / path
    if not path.is_file():
        values = {"name": name_or_path, "known": shipped(), "near": near(name_or_path, shipped())}
        raise RuleError.of("rules.no-such-pack", values)
    return path, str(path)


def chain(name_or_path: str) -> list[PackFile]:
    """Return the files of a pack, itself first, each checked by itself; RuleError names all that is wrong."""
    files: list[PackFile] = []
    wanted: str = name_or_path
    beside: FilePath | None = None
    while wanted != STAND_ALONE:
        try:
            path, label = find(wanted, beside)
        except RuleError as error:
            if not files:
                raise
            line = lines_of(files[-1].text).get(("extends",))
            raise RuleError([Problem(files[-1].label, line, error.text)]) from None
        if any(path.samefile(f.path) for f in files) or len(files) >= LONGEST_CHAIN:
            names = [f.label for f in files]
            line = lines_of(files[-1].text).get(("extends",))
            raise RuleError.of("rules.circle", {"names": [*names, label]}, files[-1].label, line)
        text = read_text(path, label)
        document = read_document(text, label)
        troubles = list(PACK.check(document, ()))
        if troubles:
            raise RuleError(problems_at([(label, text)], troubles))
        files.append(PackFile(path, label, text, document))
        wanted = str(document.get("extends") or "default")
        beside = path.parent
    return files


def merged(files: Sequence[PackFile]) -> Document:
    """Return one document of a chain, its lexicons aside.

    Mappings merge, lists and values replace, null takes back what was inherited.
    """
    document: Document = {}
    for file in reversed(files):
        own = {name: value for name, value in file.document.items() if name not in _OF_THE_FILE}
        if own.get("suites"):
            own["suites"] = [_suite(file, name) for name in own["suites"]]
        scale = own.get("scale") or {}
        if "high" in scale and "factor" not in scale:  # the inherited factor belongs to the old full mark
            document = _merge(document, {"scale": {"factor": None}})
        if (own.get("policies") or {}).get("rounding"):  # said of every figure: no inherited exception stands
            document = _merge(document, {"rounding": None})
        document = _merge(document, own)
    document["name"] = str(files[0].document.get("name") or files[0].path.stem)
    return document


def _merge(base: Document, over: Document) -> Document:
    result = dict(base)
    for name, value in over.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict) and isinstance(result.get(name), dict):
            result[name] = _merge(result[name], value)
        else:
            result[name] = value
    return result


def _suite(file: PackFile, name: str) -> str:
    """Return a suite's name so that it can be found later: a path starts from the pack's folder."""
    return str(file.path.parent / name) if name.endswith(".json") else name
