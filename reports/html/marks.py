"""Marks as inline SVG: the embedded font has none, and a shape tells what a colour alone would not."""

from __future__ import annotations

from reports.html.markup import Html
from schemas.finding import Severity
from schemas.terms import Status, Verdict

_SHAPES = {
    "ok": '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.4l2.3 2.4 4.6-5.2"/>',
    "bad": '<circle cx="8" cy="8" r="7"/><path d="M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2"/>',
    "warn": '<path d="M8 1.4l7 12.8H1z"/><path d="M8 6v4.2m0 1.6v.6"/>',
    "info": '<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="3"/><path d="M8 7.2v4.6m0-7.4v.6"/>',
    "none": '<circle cx="8" cy="8" r="7" stroke-dasharray="2.4 2"/><path d="M4.8 8h6.4"/>',
}
OF_SEVERITY = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
OF_STATUS = {
    Status.MATCH: "ok",
    Status.MISMATCH: "bad",
    Status.NOT_REPORTED: "none",
    Status.NOT_COMPUTABLE: "none",
}
OF_VERDICT = {Verdict.CONSISTENT: "ok", Verdict.DISCREPANT: "bad", Verdict.UNREADABLE: "none"}


def sprite() -> Html:
    """Return the shapes, once a page, for `mark` to use."""
    shapes = "".join(
        f'<symbol id="m-{name}" viewBox="0 0 16 16">{shape}</symbol>' for name, shape in _SHAPES.items()
    )
    return Html(f'<svg class="sprite" aria-hidden="true">{shapes}</svg>')


def mark(name: str) -> Html:
    """Return one mark; words beside it say the same, so that it is hidden from screen readers."""
    return Html(f'<svg class="mk {name}" aria-hidden="true"><use href="#m-{name}"/></svg>')
