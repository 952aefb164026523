"""One person at work in a process of their own: python -m … STORE WHAT NAME [N]."""

from __future__ import annotations

import sys
from collections.abc import Callable

from pipeline.signoff.actions import disposing, noting, opening, signing
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store
from schemas.record import Disposition, Role, Sealed
from tests.pipeline.signoff.build import ERRORS, judgement


def main(where: str, what: str, name: str, count: int) -> None:
    """Wait for a line on standard input, act, and print what was acknowledged or refused, a line each."""
    print("ready", flush=True)
    sys.stdin.readline()
    store = Store(where)
    if what == "open":
        say(lambda: store.append(None, opening(judgement()), name))
    elif what == "note":
        for n in range(count):
            text = f"{name} {n}"
            say(lambda text=text: store.append(1, noting(text), name), text)  # type: ignore[misc]
    elif what == "dispose":
        decision = disposing(ERRORS[0], Disposition.FALSE_ALARM, reason=name)
        say(lambda: store.append(1, decision, name))
    else:
        say(lambda: store.append(1, signing(Role(what)), name))
    store.close()


def say(act: Callable[[], Sealed], text: str = "") -> None:
    try:
        sealed = act()
    except RefusedError as error:
        print(f"refused {error.name}", flush=True)
    else:
        print(f"done {sealed.entry.number} {sealed.hash} {text}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 1)
