"""The whole way as a person goes it in the browser: from dropping two workbooks to a record that holds, and one
changed byte that breaks it. Tests assert along it; the guide's pictures are taken along it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

from rules.catalogue import CATALOGUE
from tests.pipeline.serve.site import Site

FIXTURES = Path(__file__).parents[3] / "fixtures"
SOURCE = FIXTURES / "source" / "kpi-6.6-to-6.10.txt"
CLEAN = FIXTURES / "books" / "complete.xlsx"
PREPARER, REVIEWER = "สมชาย ใจดี", "วิไล รักงาน"
SECONDS = 90


def _nothing(_name: str) -> None:
    """Take no picture."""


class Tour:
    """One walk. shot: called with a name where a picture is worth taking. lang: of the pages."""

    def __init__(
        self, site: Site, driver: Chrome, lang: str = "th", shot: Callable[[str], None] = _nothing
    ) -> None:
        self.site, self.driver, self.lang, self.shot = site, driver, lang, shot

    def say(self, key: str, /, **values: object) -> str:
        """Return the page's own words."""
        text = CATALOGUE.words[key]
        return (text.th if self.lang == "th" else text.en).format(**values)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self) -> str:
        """Return what the page shows; asked in one step, for a page that is just being left has no elements."""
        return str(self.driver.execute_script("return document.querySelector('main')?.innerText ?? ''"))

    def sees(self, key: str, /, **values: object) -> None:
        """Wait until the page shows its own words of that key: a form's answer is another page."""
        words = self.say(key, **values)
        try:
            self.until(lambda: words in self.text())
        except TimeoutException as error:
            raise AssertionError(f"{words!r} is not in {self.text()!r}") from error

    def press(self, key: str) -> None:
        """Press the button or link with the page's words of that key."""
        words = self.say(key)
        path = f"//*[self::a or self::button][normalize-space()='{words}']"
        self.until(lambda: self.driver.find_elements(By.XPATH, path))
        found = self.driver.find_elements(By.XPATH, path)
        assert len(found) == 1, (words, len(found))
        found[0].click()

    def until(self, ready: Callable[[], object]) -> None:
        WebDriverWait(self.driver, SECONDS, 0.2, ignored_exceptions=(Exception,)).until(
            lambda _driver: ready()
        )

    def enter(self) -> None:
        """Open the address that was printed, and choose the language."""
        self.driver.get(f"http://127.0.0.1:{self.site.port}/?token={self.site.token}")
        if self.lang == "en":
            self.one("header button[lang=en]").click()
        self.sees("page.start.title")

    def drop(self, *files: Path) -> None:
        """Choose files and have them reviewed; wait until every one is."""
        self.one("#workbook").send_keys("\n".join(map(str, files)))
        self.until(lambda: files[0].name in self.one("#chosen").text)
        self.shot("2-chosen")
        asked = self.one("main")
        self.press("page.drop.go")
        WebDriverWait(self.driver, SECONDS, 0.1).until(staleness_of(asked))
        self.until(
            lambda: (
                not self.driver.find_elements(By.CSS_SELECTOR, "[data-state=waiting],[data-state=judging]")
            )
        )

    def drop_by_mouse(self, name: str, content: str) -> None:
        """Let a file fall on the zone, as the mouse would."""
        self.driver.execute_script(
            "const files = new DataTransfer();"
            "files.items.add(new File([arguments[1]], arguments[0]));"
            "document.getElementById('dropzone').dispatchEvent("
            "new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));",
            name,
            content,
        )

    def read_report(self) -> str:
        """Open the report beside the page, look at it, close it; return its text."""
        here = self.driver.current_window_handle
        self.press("page.job.report")
        self.until(lambda: len(self.driver.window_handles) == 2)
        self.driver.switch_to.window(next(w for w in self.driver.window_handles if w != here))
        self.until(lambda: len(self.one("body").text) > 200)
        text = self.one("body").text
        self.shot("4-report")
        self.driver.close()
        self.driver.switch_to.window(here)
        return text

    def open_case(self, by: str) -> None:
        """Take the workbook on the page to sign-off."""
        box = self.one("form.panel input[name=by]")
        box.clear()
        box.send_keys(by)
        self.press("page.open.go")
        self.until(lambda: "/cases/" in self.driver.current_url)

    def decide_all(self) -> int:
        """Decide about everything that is open, by keyboard alone; return how many it were."""
        self.press("page.case.walk")
        count = 0
        while "/findings/" in self.driver.current_url:
            where = self.driver.current_url
            if self.say("signoff.disposition.none") in self.one(".facts").text:
                self._decide(count)
                count += 1
            else:
                ActionChains(self.driver).send_keys("n").perform()
            self.until(lambda where=where: self.driver.current_url != where)  # type: ignore[misc]
            if count and not self.driver.find_elements(By.CSS_SELECTOR, "a[data-key=n]"):
                last = self.say("signoff.disposition.none") in self.text()
                if not last:
                    break
        return count

    def _decide(self, count: int) -> None:
        keys = ActionChains(self.driver)
        if count == 1:  # one is waived, with its grounds
            keys.send_keys("2").perform()
            self.one("textarea[name=reason]").send_keys(self._reason())
            self.one("textarea[name=evidence]").send_keys(self._evidence())
            self.shot("6-finding")
        else:
            keys.send_keys("1").perform()
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()

    def _reason(self) -> str:
        return "หน่วยงานชี้แจงแล้ว" if self.lang == "th" else "The bureau explained it"

    def _evidence(self) -> str:
        return "หนังสือที่ กค 0401/123 แฟ้ม 4" if self.lang == "th" else "Letter 0401/123, binder 4"

    def sign(self, role: str, by: str) -> None:
        """Sign in a role under a name."""
        form = self.one(f"input[name=role][value={role}]").find_element(By.XPATH, "./..")
        box = form.find_element(By.NAME, "by")
        box.clear()
        box.send_keys(by)
        self.press(f"page.sign.{role}")
        WebDriverWait(self.driver, SECONDS, 0.1).until(staleness_of(form))

    def verify(self, workbook: Path | None = None) -> str:
        """Ask whether the case still holds; return what the page says."""
        self.press("page.verify.link")
        if workbook is not None:
            self.one("input[name=workbook]").send_keys(str(workbook))
        self.press("page.verify.go")
        self.until(lambda: self.driver.find_elements(By.CSS_SELECTOR, ".notice"))
        text = self.text()
        if workbook is not None:
            self.shot("10-verify-changed")
        self.press("page.finding.all")
        return text

    def working_paper(self) -> str:
        """Look at the working paper beside the page."""
        here = self.driver.current_window_handle
        self.press("page.case.paper")
        self.until(lambda: len(self.driver.window_handles) == 2)
        self.driver.switch_to.window(next(w for w in self.driver.window_handles if w != here))
        self.until(lambda: len(self.one("body").text) > 200)
        text = self.one("body").text
        self.shot("8-paper")
        self.driver.close()
        self.driver.switch_to.window(here)
        return text

    def go(self, folder: Path) -> None:
        """Walk the whole way; AssertionError where the page is not as it should be."""
        self.enter()
        self.drop(SOURCE, CLEAN)
        self.shot("3-reviewed")
        self.sees("verdict.consistent")
        self.sees("verdict.discrepant")
        self.driver.find_element(By.LINK_TEXT, SOURCE.name).click()
        self.sees("answer.discrepant")
        assert "สพด." in self.read_report()
        self.open_case(PREPARER)
        self.shot("5-case")
        assert self.decide_all() >= 3
        if "/findings/" in self.driver.current_url:
            self.press("page.finding.all")
        self.sign("preparer", PREPARER)
        self.sign("reviewer", PREPARER)
        assert PREPARER in self.one(".notice.bad").text, "one person does not sign twice"
        self.sign("reviewer", REVIEWER)
        self.sees("signoff.state.returned")
        self.shot("7-signed")
        paper = self.working_paper()
        assert PREPARER in paper
        assert REVIEWER in paper
        assert self.say("page.verify.holds") in self.verify()
        changed = folder / SOURCE.name
        data = bytearray(SOURCE.read_bytes())
        data[-3] ^= 1
        changed.write_bytes(data)
        assert self.say("page.verify.broken") in self.verify(changed)

    def errors(self) -> list[str]:
        """Return what the browser complained of: blocked by policy, missing, broken scripts."""
        logged: list[dict[str, str]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [json.dumps(e, ensure_ascii=False) for e in logged if "409" not in e["message"]]
