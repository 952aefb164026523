"""Handlers of the start page, of uploads, and of the way in and out."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from pipeline.serve.desk import Desk, download, form_of, html, sandboxed, session_of, to
from pipeline.serve.jobs import Job
from pipeline.serve.pool import QueueFullError
from pipeline.serve.upload import UploadError
from pipeline.signoff.actions import opening
from pipeline.signoff.refused import RefusedError
from reports.pages.frame import Reader
from reports.pages.job import job_page
from reports.pages.others import login_page
from reports.pages.start import POLICIES, start_page
from reports.say import Say
from rules.catalogue import CATALOGUE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Start:
    """Everything before a case is opened."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def start(self, request: Request) -> Response:
        """The start page; with the one-time token in the address, the session first."""
        token = request.query_params.get("token")
        if token is not None or "session" not in request.scope:
            session = self._desk.people.enter_by_token(token or "")
            if session is None and "session" in request.scope:
                return to("/")  # the address opened again in a browser that is in already
            if session is None:
                return PlainTextResponse(f"{self._desk.people.how_to_enter()}\n", HTTPStatus.UNAUTHORIZED)
            answer = to("/")
            self._desk.people.give_cookie(answer, session)
            return answer
        reader = self._desk.reader(request)
        cases, damaged = await self._desk.ask(self._desk.store.survey)
        rows = [self._desk.row(job, reader.say) for job in self._desk.jobs]
        most_mb = self._desk.intake.most_bytes >> 20
        return html(start_page(reader, self._desk.offered(), rows, cases, most_mb, damaged))

    async def drop(self, request: Request) -> Response:
        """Take in workbooks and queue them."""
        desk = self._desk
        jobs: list[Job] = []
        try:
            async with desk.intake.receive(request) as upload:
                rules = desk.packs.get(upload.fields.get("rules", next(iter(desk.packs))))
                if rules is None:
                    return desk.sorry(request, "unknown-rules", HTTPStatus.BAD_REQUEST)
                options = {name: said for name in POLICIES if (said := upload.fields.get(name))}
                if any(said not in POLICIES[name] for name, said in options.items()):
                    return desk.sorry(request, "unknown-policy", HTTPStatus.BAD_REQUEST)
                for name, file in upload.files:
                    jobs.append(desk.jobs.add(name, file, rules, options, session_of(request).lang))
        except UploadError as error:
            status = {
                "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                "too-slow": HTTPStatus.REQUEST_TIMEOUT,
            }
            most = desk.intake.most_bytes >> 20
            return desk.sorry(request, error.name, status.get(error.name, HTTPStatus.BAD_REQUEST), most=most)
        except QueueFullError:
            return desk.sorry(request, "full", HTTPStatus.SERVICE_UNAVAILABLE)
        if not jobs:
            return desk.sorry(request, "no-file", HTTPStatus.BAD_REQUEST)
        return to(f"/jobs/{jobs[0].id}" if len(jobs) == 1 else "/")

    def _job(self, request: Request) -> Job | None:
        return self._desk.jobs.get(request.path_params["job"])

    async def job(self, request: Request) -> Response:
        """How far a workbook is, and what came of it."""
        job = self._job(request)
        if job is None:
            return self._desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        return html(await self._job_page(request, job))

    async def _job_page(self, request: Request, job: Job, problem: str = "") -> str:
        reader = self._desk.reader(request)
        cases, _ = await self._desk.ask(self._desk.store.survey)
        likely = sorted(cases, key=lambda c: (c.current.opened.file != job.name, -c.number))
        counts = [(s, job.counts[s]) for s in ("error", "warning", "info") if job.counts.get(s)]
        return job_page(
            reader,
            self._desk.row(job, reader.say),
            counts=counts,
            annotated=(job.folder / "annotated").is_file(),
            cases=likely,
            problem=problem,
        )

    async def state(self, request: Request) -> Response:
        """The state alone, for the script that looks again."""
        job = self._job(request)
        if job is None:
            return JSONResponse({"state": "gone"}, HTTPStatus.NOT_FOUND)
        return JSONResponse({"state": job.state})

    async def made(self, request: Request) -> Response:
        """What was made of a workbook: the report, the annotated copy, the result document."""
        job, kind = self._job(request), request.path_params["kind"]
        data = await self._desk.ask(job.read, kind.removesuffix(".json")) if job is not None else None
        if job is None or data is None:
            return self._desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        if kind == "report":
            return sandboxed(data)
        if kind == "annotated":
            return download(data, f"{job.name.rpartition('.')[0]}-sobthan.xlsx", XLSX)
        return download(data, f"{job.name}.json", "application/json")

    async def open(self, request: Request) -> Response:
        """Open a case with a judged workbook, or the next round of one."""
        desk, job = self._desk, self._job(request)
        if job is None or job.state != "done":
            return desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        form = await form_of(request)
        actor = desk.actor(request, form.get("by", ""))
        case = form.get("case", "")
        judged = await desk.ask(job.judgement)
        papers = {kind: job.read(kind) for kind in ("report", "annotated")}
        keep = {"workbook": judged.data, "result": judged.document}
        keep |= {kind: data for kind, data in papers.items() if data is not None}
        try:
            number = int(case) if case.isdecimal() else None
            sealed = await desk.ask(desk.store.append, number, opening(judged), actor, keep=keep)
        except RefusedError as error:
            reader = desk.reader(request)
            return html(await self._job_page(request, job, reader.say.text(error.text)), HTTPStatus.CONFLICT)
        return to(f"/cases/{sealed.entry.case}")

    async def language(self, request: Request) -> Response:
        """Switch the language of this session and go back where it was asked for."""
        form = await form_of(request)
        session_of(request).lang = "en" if form.get("lang") == "en" else "th"
        back = form.get("back", "/")
        own = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
        return to(back if own else "/")

    async def login(self, request: Request) -> Response:
        """Enter by name and password."""
        if not self._desk.people.by_password:
            return to("/")
        reader = Reader(Say(CATALOGUE, "th"))
        if request.method != "POST":
            return html(login_page(reader))
        form = await form_of(request)
        session = await self._desk.people.enter_by_password(
            form.get("name", "").strip(), form.get("password", "")
        )
        if session is None:
            return html(login_page(reader, wrong=True), HTTPStatus.FORBIDDEN)
        answer = to("/")
        self._desk.people.give_cookie(answer, session)
        return answer

    async def leave(self, request: Request) -> Response:
        """End the session."""
        self._desk.people.leave(session_of(request))
        return to("/login" if self._desk.people.by_password else "/")
