"""When sobthan itself fails on one workbook: that one is named, and the others are still judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from schemas.finding import Finding
from schemas.grid import Book

T = TypeVar("T")


def isolated(books: Sequence[Book], judge: Callable[[Sequence[Book]], T]) -> T:
    """Judge all books at once; where that fails, find the ones it fails on and judge the rest without them.

    A book it fails on stays in the list, unread, with `internal-error` as its finding. A single book's
    failure is raised: there is nothing else to save, and the command says what happened.
    """
    try:
        return judge(books)
    except Exception:
        if len(books) == 1:
            raise
        failures = [_failure(book, judge) for book in books]
        if not any(failures):
            raise  # each goes alone, so it is their company that fails: no one workbook is to blame
        return judge([_set_aside(b, f) if f else b for b, f in zip(books, failures, strict=True)])


def _failure(book: Book, judge: Callable[[Sequence[Book]], object]) -> Exception | None:
    try:
        judge([book])
    except Exception as error:
        return error
    return None


def _set_aside(book: Book, failure: Exception) -> Book:
    finding = Finding("internal-error", values={"kind": type(failure).__name__})
    return replace(book, sheets=(), findings=(finding,))
