"""Start the server: bind the socket, print the address that opens the page, run until interrupted."""

from __future__ import annotations

import logging
import socket
import webbrowser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import uvicorn

from pipeline.serve.app import Serving, application
from pipeline.serve.people import PasswordFileError, People, load_passwords
from pipeline.signoff.judge import pack_for, rules_name
from pipeline.signoff.refused import RefusedError
from rules.loading import shipped

LOCAL = "127.0.0.1"
BACKLOG = 512


@dataclass(frozen=True, slots=True)
class Plan:
    """What the command was told."""

    store: str
    port: int
    packs: Sequence[str] = ()
    at_once: int = 2
    most_bytes: int = 64 << 20
    open_browser: bool = False
    host: str | None = None
    names: Sequence[str] = ()
    password_file: Path | None = None


def run(plan: Plan) -> None:
    """Serve until interrupted; UsageError for a port, rule pack, store or password file that cannot be used."""
    packs, titles = _packs(plan.packs)
    try:
        passwords = load_passwords(plan.password_file) if plan.password_file is not None else None
    except PasswordFileError as error:
        raise click.UsageError(str(error)) from None
    _check_store(plan.store)
    listening = _listen(plan.host or LOCAL, plan.port)
    port: int = listening.getsockname()[1]
    secure = plan.host is not None
    # A cookie's name carries the port: cookies of one host are shared by all its ports.
    people = People(f"sobthan_{port}", passwords, secure=secure)
    serving = Serving(
        store=plan.store,
        hosts=list(plan.names) if secure else [f"{LOCAL}:{port}", f"localhost:{port}"],
        people=people,
        packs=packs,
        titles=titles,
        secure=secure,
        at_once=plan.at_once,
        most_bytes=plan.most_bytes,
    )
    if secure:
        click.echo(
            f"sobthan: listening on {plan.host}:{port} for {', '.join(plan.names)}, behind a TLS proxy",
            err=True,
        )
    else:
        people.on_token = lambda token: _announce(port, token, again=True)
        _announce(port, people.token, again=False)
        if plan.open_browser:
            webbrowser.open(_address(port, people.token))
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        application(serving),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=15,
        backlog=BACKLOG,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _packs(files: Sequence[str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the rule packs on offer by the name shown, default first, and their titles; each is tried."""
    names = ["default", *(name for name in shipped() if name != "default")]
    packs = {name: name for name in names} | {rules_name(file): str(Path(file).resolve()) for file in files}
    try:
        titles = {name: pack_for(pack, {}).title for name, pack in packs.items()}
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    return packs, titles


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)  # who opens the address at once waits until the page is up
    except (OSError, OverflowError) as error:
        listening.close()
        raise click.UsageError(f"cannot listen on {host}:{port}: {error}") from None
    return listening


def _check_store(store: str) -> None:
    from pipeline.signoff.store import Store

    try:
        Store(store).close()
    except RefusedError as error:
        raise click.UsageError(str(error)) from None


def _address(port: int, token: str) -> str:
    return f"http://{LOCAL}:{port}/?token={token}"


def _announce(port: int, token: str, *, again: bool) -> None:
    words = "For another browser" if again else "Open this address; it works once"
    click.echo(f"{words}: {_address(port, token)}", err=True)
