"""Whether a record still holds: its chain, the workbook's bytes, the rules, the recomputation run again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.signoff.chain import case_faults, head_faults, seal_faults, store_faults
from pipeline.signoff.fold import follow
from pipeline.signoff.judgement import Judgement
from pipeline.signoff.refused import RefusedError
from schemas.canonical import digest
from schemas.case import Case
from schemas.fault import Fault
from schemas.record import Opened, Sealed

Rejudge = Callable[[Opened, bytes], Judgement]
"""Judges bytes again under the rules of a round; RefusedError where the rules are not to be had."""


@dataclass(slots=True)
class Verification:
    """What verifying found. remarks: what could not be checked, or differs without harm."""

    case: Case | None = None
    entries: int = 0
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.faults


def verify_case(
    entries: Sequence[Sealed | Fault],
    *,
    data: bytes | None = None,
    rejudge: Rejudge | None = None,
    printed: Sequence[str] = (),
    trusted: Mapping[str, str] | None = None,
) -> Verification:
    """Verify one case: the chain, then the bytes and the judgement of its current round.

    data: the workbook as it is now; None: not to be had, which is said. rejudge: None leaves that out.
    printed: heads copied from printed papers. trusted: public key → name.
    """
    whole = [e for e in entries if isinstance(e, Sealed)]
    done = Verification(entries=len(entries), faults=[e for e in entries if isinstance(e, Fault)])
    done.faults += case_faults(whole)
    done.faults += seal_faults(whole, trusted)
    for head in printed:
        done.faults += head_faults([e.hash for e in whole], head)
    done.case = _as_far_as_allowed(whole)
    if done.case is None:
        return done
    opened = done.case.current.opened
    if data is None:
        done.remarks.append(Fault("workbook-not-given", done.case.number, values={"file": opened.file}))
        return done
    done.faults += _bytes_faults(done.case, data)
    if rejudge is not None and digest(data) == opened.workbook_sha256:
        _judge_again(done, opened, data, rejudge)
    return done


def verify_store(
    entries: Sequence[Sealed | Fault],
    *,
    printed: Sequence[str] = (),
    trusted: Mapping[str, str] | None = None,
) -> Verification:
    """Verify the chain of a whole store and of every case in it; workbooks are not looked at."""
    done = Verification(entries=len(entries), faults=[e for e in entries if isinstance(e, Fault)])
    whole = [e for e in entries if isinstance(e, Sealed)]
    done.faults += store_faults(whole)
    cases: dict[int, list[Sealed]] = {}
    for sealed in whole:
        cases.setdefault(sealed.entry.case, []).append(sealed)
    for own in cases.values():
        done.faults += case_faults(own)
    done.faults += seal_faults(whole, trusted)
    for head in printed:
        done.faults += head_faults([e.hash for e in whole], head)
    return done


def _as_far_as_allowed(entries: Sequence[Sealed]) -> Case | None:
    case: Case | None = None
    for sealed in entries:
        try:
            case = follow(case, sealed)
        except RefusedError:
            break
    return case


def _bytes_faults(case: Case, data: bytes) -> list[Fault]:
    found = digest(data)
    opened = case.current.opened
    if found == opened.workbook_sha256:
        return []
    earlier = [r.number for r in case.rounds if r.opened.workbook_sha256 == found]
    values: dict[str, object] = {"file": opened.file, "found": found, "bound": opened.workbook_sha256}
    if earlier:
        return [Fault("workbook-of-round", case.number, values={**values, "round": earlier[-1]})]
    return [Fault("workbook-differs", case.number, values=values)]


def _judge_again(done: Verification, opened: Opened, data: bytes, rejudge: Rejudge) -> None:
    assert done.case is not None
    number = done.case.number
    try:
        again = rejudge(opened, data).opened(opened.round)
    except RefusedError as error:
        done.faults.append(Fault("not-rejudged", number, values={"why": error.text}))
        return
    if again.rules_sha256 != opened.rules_sha256:
        values = {"rules": opened.rules, "found": again.rules_sha256, "bound": opened.rules_sha256}
        done.faults.append(Fault("rules-differ", number, values=values))
    elif again.result_sha256 != opened.result_sha256:
        versions = {"bound": opened.version, "found": again.version}
        if again.judgement_sha256 == opened.judgement_sha256:
            done.remarks.append(Fault("other-version", number, values=versions))
        else:
            done.faults.append(Fault("result-differs", number, values=versions))
