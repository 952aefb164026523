"""The frame of a page: head with its policy, the bar with language, view and print, contents, footer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.html.assets import policy, script, style
from reports.html.marks import sprite
from reports.html.markup import Child, Html, join, tag
from reports.options import Options
from reports.view.verdicts import Words, pick
from schemas.finding import Text

_PLAIN = re.compile(r'="([\w#:.%-]+)"(?=[ >])')
_IMPLIED = re.compile("</(?:td|th|tr|li|option)>")
"""Ends that the HTML standard lets out: the next cell, row or item, or the end of the list, implies them."""

THEMES = ("auto", "light", "dark", "contrast")


def document(words: Words, options: Options, title: Text, main: Child, data: Html | None = None) -> str:
    """Return a whole page. data: what a report's script reads; a page without it is an index of others."""
    head = join(
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(index=data is None)),
        tag("meta", name="generator", content="sobthan"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", pick(title, options.lang), data_en=title.en, data_th=title.th),
        tag("style", Html(style())),
    )
    body = join(
        sprite(),
        tag("a", words("html.skip"), href="#main", class_="skip"),
        bar(words, options),
        lean(tag("main", main, id="main")),
        tag("footer", tag("p", words("html.footer")), class_="footer"),
        data,
        tag("script", Html(script(index=data is None))),
    )
    html = tag("html", tag("head", head), tag("body", body), lang=options.lang, data_theme="light")
    return f"<!doctype html>\n{html}\n"


def lean(html: Html) -> Html:
    """Return markup without the quotes and the end tags that HTML does not need; text, escaped, has none to lose."""
    return Html(_IMPLIED.sub("", _PLAIN.sub(r"=\1", html)))


def bar(words: Words, options: Options) -> Html:
    """Return the bar at the top: what this is, and how to look at it."""
    languages = [
        tag(
            "button",
            name,
            type="button",
            data_lang=code,
            lang=code,
            aria_pressed=str(code == options.lang).lower(),
        )
        for code, name in (("th", "ไทย"), ("en", "English"))
    ]
    themes = [_option(options, theme, words(f"html.theme.{theme}")) for theme in THEMES]
    prints = [
        tag("button", words("html.print.summary"), type="button", data_print="summary"),
        tag("button", words("html.print.all"), type="button", data_print="all"),
    ]
    return tag(
        "header",
        tag("p", words("html.paper"), class_="paper"),
        tag(
            "div",
            tag("div", languages, class_="langs", role="group", **label(words("html.language"), options)),
            tag("label", tag("span", words("html.theme")), tag("select", themes, id="theme")),
            tag("div", prints, class_="prints"),
            class_="tools",
        ),
        class_="bar",
    )


def contents(words: Words, options: Options, sections: Sequence[str]) -> Html:
    """Return the list of sections as a navigation."""
    items = [tag("li", tag("a", words(f"section.{name}"), href=f"#{name}")) for name in sections]
    return tag("nav", tag("ol", items), class_="contents", **label(words("html.contents"), options))


def section(words: Words, name: str, *children: Child) -> Html:
    """Return one numbered section with its heading."""
    heading = tag("h2", words(f"section.{name}"), id=f"{name}-title")
    return tag("section", heading, *children, id=name, class_="part", aria_labelledby=f"{name}-title")


def label(text: Text, options: Options) -> dict[str, str]:
    """Return a label for screen readers, which the script changes with the language."""
    return {"aria_label": pick(text, options.lang), "data_label_en": text.en, "data_label_th": text.th}


def _option(options: Options, value: str, text: Text) -> Html:
    return tag("option", pick(text, options.lang), value=value, data_en=text.en, data_th=text.th)
