"""Handlers of a case: decide, note, sign, compare, verify, and its papers."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pipeline.serve.desk import Desk, download, form_of, html, sandboxed, session_of, to
from pipeline.serve.pool import JudgingError, QueueFullError
from pipeline.serve.start import XLSX
from pipeline.serve.upload import UploadError
from pipeline.signoff.actions import Make, disposing, noting, signing
from pipeline.signoff.judgement import Judgement
from pipeline.signoff.papers import paper_file, paper_text
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.rounds import figure_changes
from pipeline.signoff.said import said
from pipeline.signoff.verify import Verification, verify_case
from reports.pages.case import case_page
from reports.pages.finding import choices, finding_page
from reports.pages.others import compare_page, verify_page
from reports.signoff.stamp import stamped
from rules.catalogue import CATALOGUE
from schemas.canonical import digest
from schemas.case import Case
from schemas.record import Disposition, Opened, Role
from schemas.words import fill


class Cases:
    """Everything about a case that is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def case(self, request: Request) -> Response:
        """The case with its findings and signatures."""
        return html(await self._page(request, await self._desk.case(request)))

    async def _page(self, request: Request, case: Case, problem: str = "") -> str:
        kept = await self._desk.ask(self._desk.store.kinds_kept, case.number, case.current.number)
        reader = self._desk.reader(request)
        return case_page(
            reader, case, has_report="report" in kept, has_copy="annotated" in kept, problem=problem
        )

    async def _add(self, request: Request, make: Make, form: Mapping[str, str]) -> None:
        number = int(request.path_params["case"])
        await self._desk.ask(
            self._desk.store.append, number, make, self._desk.actor(request, form.get("by", ""))
        )

    async def note(self, request: Request) -> Response:
        """Add a note."""
        form = await form_of(request)
        return await self._on_case(request, noting(form.get("text", "")), form)

    async def sign(self, request: Request) -> Response:
        """Sign the round as the person saw it."""
        form = await form_of(request)
        role = Role.REVIEWER if form.get("role") == Role.REVIEWER.value else Role.PREPARER
        make = signing(role, position=form.get("position", "")[:200], seen=form.get("seen") or "-")
        return await self._on_case(request, make, form)

    async def _on_case(self, request: Request, make: Make, form: Mapping[str, str]) -> Response:
        try:
            await self._add(request, make, form)
        except RefusedError as error:
            case = await self._desk.case(request)
            reader = self._desk.reader(request)
            return html(await self._page(request, case, reader.say.text(error.text)), HTTPStatus.CONFLICT)
        return to(f"/cases/{request.path_params['case']}")

    async def finding(self, request: Request) -> Response:
        """One finding of the case."""
        return await self._finding_page(request)

    async def _finding_page(
        self, request: Request, problem: str = "", typed: Mapping[str, str] | None = None
    ) -> Response:
        case = await self._desk.case(request)
        item = case.items.get(request.path_params["finding"])
        if item is None:
            return self._desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        entry = CATALOGUE.findings.get(item.first.name)
        page = finding_page(self._desk.reader(request), case, item, entry, problem=problem, typed=typed)
        return html(page, HTTPStatus.CONFLICT if problem else HTTPStatus.OK)

    async def dispose(self, request: Request) -> Response:
        """Decide about a finding and go on to the next."""
        form = await form_of(request)
        try:
            disposition = Disposition(form.get("disposition", ""))
        except ValueError:
            return await self._finding_page(request)
        seen = form.get("seen", "")
        about = {request.path_params["finding"]: int(seen) if seen.isdecimal() else None}
        if form.get("alike") == "yes":
            about |= dict.fromkeys(await self._alike(request))
        grounds = {"reason": form.get("reason", ""), "evidence": form.get("evidence", "")}
        try:
            for finding, replaces in about.items():
                await self._add(request, disposing(finding, disposition, replaces=replaces, **grounds), form)
        except RefusedError as error:
            return await self._finding_page(request, self._desk.reader(request).say.text(error.text), form)
        case = await self._desk.case(request)
        after = case.items.get(form.get("next", ""))
        if form.get("alike") == "yes":
            after = next(case.open_items(), None)
        base = f"/cases/{case.number}"
        return to(f"{base}/findings/{after.id}" if after is not None else base)

    async def _alike(self, request: Request) -> list[str]:
        """Return the open findings of the same kind that the same decisions are possible for."""
        case = await self._desk.case(request)
        item = case.items.get(request.path_params["finding"])
        if item is None:
            return []
        others = (i for i in case.open_items() if i.id != item.id and i.first.name == item.first.name)
        return [i.id for i in others if choices(case, i) == choices(case, item)]

    async def compare(self, request: Request) -> Response:
        """The current round beside the one before."""
        desk = self._desk
        case = await desk.case(request)
        number = case.current.number
        if number < 2:
            return to(f"/cases/{case.number}")
        before = await desk.ask(desk.store.kept, case.number, number - 1, "result")
        after = await desk.ask(desk.store.kept, case.number, number, "result")
        changes = await desk.ask(figure_changes, before, after) if before and after else []
        return html(compare_page(desk.reader(request), case, changes))

    async def report(self, request: Request) -> Response:
        """The very report that was read when the round was opened, with the head of the record on it."""
        return await self._kept(request, "report")

    async def annotated(self, request: Request) -> Response:
        """The annotated copy of the current round."""
        return await self._kept(request, "annotated")

    async def _kept(self, request: Request, kind: str) -> Response:
        case = await self._desk.case(request)
        data = await self._desk.ask(self._desk.store.kept, case.number, case.current.number, kind)
        if data is None:
            return self._desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        if kind == "report":
            return sandboxed(stamped(data, case, CATALOGUE))
        return download(data, f"{case.current.opened.file.rpartition('.')[0]}-sobthan.xlsx", XLSX)

    async def judge(self, request: Request) -> Response:
        """Review the kept workbook again, for the report of a case that has none."""
        desk = self._desk
        case = await desk.case(request)
        opened = case.current.opened
        data = await desk.ask(desk.store.kept, case.number, case.current.number, "workbook")
        if data is None:
            return desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)
        async with desk.intake.holding(data) as file:
            rules = desk.packs.get(opened.rules, opened.rules)
            try:
                job = desk.jobs.add(opened.file, file, rules, opened.options, session_of(request).lang)
            except QueueFullError:
                return desk.sorry(request, "full", HTTPStatus.SERVICE_UNAVAILABLE)
        return to(f"/jobs/{job.id}")

    async def printed(self, request: Request) -> Response:
        """The working paper as a page to print."""
        return await self._paper(request, "html")

    async def handed_on(self, request: Request) -> Response:
        """The case as JSON that another party verifies."""
        return await self._paper(request, "json")

    async def _paper(self, request: Request, form: str) -> Response:
        case = await self._desk.case(request)
        text = await self._desk.ask(paper_text, self._desk.store, case.number, form, session_of(request).lang)
        if form == "json":
            return download(text.encode("utf-8"), paper_file(case, "json"), "application/json")
        return sandboxed(text.encode("utf-8"))

    async def verify(self, request: Request) -> Response:
        """Ask whether the record still holds, with the workbook as it is now or the kept copy."""
        desk = self._desk
        number = int(request.path_params["case"])
        reader = desk.reader(request)
        if request.method != "POST":
            if not await desk.ask(
                desk.store.entries, number
            ):  # a case that does not hold has entries as well
                raise RefusedError("no-case", case=number)
            return html(verify_page(reader, None, number, faults=(), remarks=(), done=False))
        try:
            async with desk.intake.receive(request) as upload:
                given = upload.files[0][1] if upload.files else None
                found = await self._verified(number, given, upload.fields.get("head", ""))
        except UploadError as error:
            most = desk.intake.most_bytes >> 20
            return desk.sorry(request, error.name, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, most=most)
        except QueueFullError:
            return desk.sorry(request, "full", HTTPStatus.SERVICE_UNAVAILABLE)
        texts = {"faults": [said(f) for f in found.faults], "remarks": [said(r) for r in found.remarks]}
        return html(verify_page(reader, found.case, number, done=True, **texts))

    async def _verified(self, number: int, given: Path | None, head: str) -> Verification:
        desk = self._desk
        entries = await desk.ask(desk.store.entries, number)
        printed = [head] if head.strip() else []
        found = await desk.ask(verify_case, entries, printed=printed)
        if found.case is None:
            return found
        now = found.case.current
        if given is None:
            data = await desk.ask(desk.store.kept, number, now.number, "workbook")
        else:
            data = await desk.ask(given.read_bytes)
        if data is None:
            return found
        again: Judgement | RefusedError | None = None
        if digest(data) == now.opened.workbook_sha256:
            again = await self._judged_again(now.opened, data)

        def rejudge(_opened: Opened, _data: bytes) -> Judgement:
            assert again is not None
            if isinstance(again, RefusedError):
                raise again
            return again

        return await desk.ask(verify_case, entries, data=data, rejudge=rejudge, printed=printed)

    async def _judged_again(self, opened: Opened, data: bytes) -> Judgement | RefusedError:
        desk = self._desk
        rules = desk.packs.get(opened.rules, opened.rules)
        head: dict[str, Any] = desk.jobs.head(opened.file, rules, opened.options, "th", papers=False)
        async with desk.intake.holding(data) as file:
            try:
                message = await desk.pool.submit(head, file)
            except JudgingError as error:
                return RefusedError(
                    "judging", why=fill(CATALOGUE.words[f"page.job.{error.name}"], {"detail": error.detail})
                )
        if "refused" in message.head:
            return RefusedError("rules", why=str(message.head["refused"]["th"]))
        return Judgement(opened.file, data, message.blocks["result"], opened.rules, opened.options)
