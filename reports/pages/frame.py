"""What every page has around it: title, navigation, language, who acts."""

from __future__ import annotations

from dataclasses import dataclass

from reports.html.markup import Child, Html, tag
from reports.say import Say


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the page. name: as typed or proved; proved names cannot be typed over. path: of this page."""

    say: Say
    name: str = ""
    proved: bool = False
    path: str = "/"
    store: str = ""
    version: str = ""


def page(reader: Reader, title: str, *body: Child, refresh: bool = False, entered: bool = True) -> str:
    """Return a whole page. refresh: it shows something under way; scripts look again, without them it reloads."""
    say = reader.say
    head = [
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", f"{title} - sobthan"),
        tag("link", rel="stylesheet", href="/static/pages.css"),
        tag("link", rel="icon", href="/static/icon.svg"),
        tag("script", src="/static/pages.js", defer=True),
        tag("noscript", Html('<meta http-equiv="refresh" content="3">')) if refresh else None,
    ]
    header = tag(
        "header",
        tag("a", say("page.skip"), href="#main", class_="skip"),
        tag("a", tag("strong", "สอบทาน"), " sobthan", href="/", class_="brand"),
        tag("nav", _who(reader) if entered else None, _language(reader), aria_label=say("page.menu")),
        class_="top",
    )
    footer = tag(
        "footer",
        say("page.footer", store=reader.store, version=reader.version) if reader.store else "",
        class_="soft",
    )
    main = tag("main", tag("h1", title), *body, id="main")
    return (
        "<!DOCTYPE html>\n"
        + tag("html", tag("head", head), tag("body", header, main, footer), lang=say.lang)
        + "\n"
    )


def _who(reader: Reader) -> Html | None:
    if not reader.name:
        return None
    who = tag("span", reader.say("page.who", name=reader.name), class_="who")
    if not reader.proved:
        return who
    leave = tag("button", reader.say("page.leave"), class_="quiet")
    return tag("span", who, " ", post("/leave", leave, class_="inline"))


def _language(reader: Reader) -> Html:
    other = "en" if reader.say.lang == "th" else "th"
    button = tag("button", "English" if other == "en" else "ภาษาไทย", class_="quiet", lang=other)
    return post("/language", hidden("lang", other), hidden("back", reader.path), button, class_="inline")


def post(action: str, *children: Child, class_: str | None = None, upload: bool = False) -> Html:
    """Return a form that is sent to an address of this page's own."""
    return tag(
        "form",
        *children,
        method="post",
        action=action,
        class_=class_,
        enctype="multipart/form-data" if upload else None,
    )


def hidden(name: str, value: str) -> Html:
    """Return a value that a form carries along."""
    return tag("input", type="hidden", name=name, value=value)


def field(label: str, control: Html, hint: str = "") -> Html:
    """Return a control under its label."""
    return tag("label", tag("span", label), control, tag("small", hint) if hint else None, class_="field")


def file_field(label: str, name: str, choose: str, hint: str) -> Html:
    """Return a control for one file. The browser's own button speaks the browser's language, so this has another."""
    return tag(
        "div",
        tag("input", type="file", name=name, id=name, aria_describedby=f"{name}-hint"),
        tag("label", tag("span", label, class_="what"), tag("span", choose, class_="button"), for_=name),
        tag("ul", class_="chosen", aria_live="polite"),
        tag("small", hint, id=f"{name}-hint"),
        class_="field file",
    )


def name_field(reader: Reader) -> Html:
    """Return the field for who acts: typed where nobody proved a name, else as it is."""
    label = reader.say("page.your-name")
    if reader.proved:
        return tag("p", f"{label}: ", tag("strong", reader.name), class_="field")
    box = tag("input", name="by", value=reader.name, required=True, maxlength=200, autocomplete="name")
    return field(label, box)


def notice(text: Child, kind: str = "note") -> Html:
    """Return a message that stands out: note, good, bad."""
    return tag("div", text, class_=f"notice {kind}", role="alert" if kind == "bad" else "status")


def message_page(reader: Reader, title: str, text: str, *, kind: str = "bad", entered: bool = True) -> str:
    """Return a page that says one thing, with a way back."""
    back = tag("p", tag("a", reader.say("page.back"), href="/")) if entered else None
    return page(reader, title, notice(text, kind), back, entered=entered)
